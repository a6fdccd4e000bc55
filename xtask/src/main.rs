//! Newsmark's tasks: building, trying, checking and measuring the page and the name model.
//!
//! Each command needs no more than rustup and a shell: what else it uses, it installs once, into a
//! folder of its own (see [`tools`]), and says so.

mod assemble;
mod bench;
mod budget;
mod bundle;
mod check;
mod cmd;
mod corpus;
mod extension;
mod names;
mod oldest;
mod other_programs;
mod packages;
mod policy;
mod precache;
mod same;
mod serve;
mod single_file;
mod size;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
Newsmark's tasks.

Usage: cargo xtask COMMAND

  build              compile the page into dist/, as static files for any web server
  single-file        build, then put all of the page into dist/newsmark.html, which needs no server
  extension          build, then put the browser extension into dist/extension, and an archive for each store beside it
  serve [--port N]   build, then serve dist/ on this machine (port 8000, or the next free one)
  npm                build the npm package into bindings/npm/dist
  python             build the Python package, one wheel, into target/wheels
  packages           build both packages and run their tests, in all places that they know
  check              formatting, lints (native and WebAssembly), documentation, and the crates used
  test               check, native tests, build, and the tests in a headless browser
  bench [ARGS...]    benchmarks; ARGS go to `cargo bench` (`-- --quick` takes a tenth of the time)
  bench --browser [--peers]  the built page in a browser; with other programs beside it
  bench --packages [--peers]  the command line and the packages over the same texts; with other libraries
  train [FOLDER]     learn the name model from a folder of data and write static/names.model
  eval [FOLDER]      precision, recall and F1 of names on the tuning sets of that folder
  ablate [FOLDER]    the same without each group of the model's features
  learn-doubts       learn what speaks for a doubt and write src/facts/arithmetic/slips/doubts.model
  learn-pairs        learn which figures of two reports are one fact and write src/facts/compare/pairs.model
  learn-figures      learn what a figure counts and whose it is, and write src/facts/figures/*.model
  errors [FOLDER]    every wrong name on the tuning sets
  same OLD NEW [FOLDER]  whether two programs find the same in all texts of that folder
  help               this text

Tools that are missing (Trunk, wasm-bindgen, wasm-opt, cargo-deny, geckodriver) are installed once per user, into
$NEWSMARK_TOOLS, else $XDG_CACHE_HOME/newsmark/tools, else ~/.cache/newsmark/tools.
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    let Some((command, rest)) = args.split_first() else {
        print!("{USAGE}");
        return Ok(());
    };
    match command.as_str() {
        "bench" => bench::bench(rest),
        "build" => no_arguments(command, rest).and_then(|()| assemble::build()),
        "check" => no_arguments(command, rest).and_then(|()| check::check()),
        "test" => no_arguments(command, rest).and_then(|()| test::test()),
        "train" | "eval" | "ablate" | "errors" => names::names(command, rest),
        "learn-doubts" => names::names("doubts", rest),
        "learn-pairs" => names::names("pairs", rest),
        "learn-figures" => names::names("choices", rest),
        "seal" => no_arguments(command, rest).and_then(|()| assemble::seal()),
        "single-file" => no_arguments(command, rest).and_then(|()| single_file::single_file()),
        "same" => same::same(rest),
        "serve" => serve::serve(rest),
        "npm" => no_arguments(command, rest).and_then(|()| packages::npm::build()),
        "packages" => no_arguments(command, rest).and_then(|()| packages::test_everywhere()),
        "python" => no_arguments(command, rest).and_then(|()| packages::python::build()),
        "extension" => no_arguments(command, rest).and_then(|()| extension::extension()),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    }
}

fn no_arguments(command: &str, rest: &[String]) -> Result<()> {
    match rest {
        [] => Ok(()),
        [first, ..] => bail!("`cargo xtask {command}` takes no arguments, and was given `{first}`"),
    }
}
