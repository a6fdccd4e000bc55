//! The page's entry point, compiled to WebAssembly by Trunk.

fn main() {}
