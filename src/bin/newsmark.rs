//! The command-line program `newsmark`.

fn main() {}
