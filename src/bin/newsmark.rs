//! The command-line program `newsmark`.

/// Runs the program.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    newsmark::cli::main()
}

/// There is no command line in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
