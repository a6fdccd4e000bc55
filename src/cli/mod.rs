//! The command-line program: extraction, conversion, reading, checking, merging and comparing of
//! files, for people, batches and pipelines.
//!
//! Results go to standard output, one document at a time; what is wrong goes to standard error, one
//! line each, with the file's name. A document that cannot be read does not stop the rest. The exit
//! status is 0 when all went well, 1 when any document failed, and 2 for wrong usage.

mod agree;
mod anchor;
mod args;
mod articles;
mod batch;
mod care;
mod check;
mod clock;
mod compare;
mod completions;
mod convert;
mod extract;
mod facts;
mod ids;
mod input;
mod man;
mod merge;
mod open;
mod output;
#[cfg(feature = "parquet")]
mod parquet;
mod pool;
mod progress;
mod read;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};
use output::{Log, Output, Tell as _};

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let args = match Args::try_parse().and_then(Args::validated) {
        Ok(args) => args,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // Where even the help cannot be printed there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let mut log = Log::default();
    let mut output = Output::default();
    let written = match &args.command {
        Command::Extract(args) => extract::run(args, &mut output, &mut log),
        Command::Convert(args) => convert::run(args, &mut output, &mut log),
        Command::Read(args) => read::run(args, &mut output, &mut log),
        Command::Check(args) => check::run(args, &mut output, &mut log),
        Command::Merge(args) => merge::run(args, &mut output, &mut log),
        Command::Agree(args) => agree::run(args, &mut output, &mut log),
        Command::Anchor(args) => anchor::run(args, &mut output, &mut log),
        Command::Compare(args) => compare::run(args, &mut output, &mut log),
        Command::Facts(args) => facts::run(args, &mut output, &mut log),
        Command::Completions(args) => completions::run(args, &mut output),
        Command::Man(args) => man::run(args, &mut output, &mut log),
    };
    log.progress.end();
    log.tell_losses();
    match written.and_then(|()| output.flush()) {
        // Whoever read the output has seen enough, as in `newsmark … | head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        Err(error) => log.fail("standard output", &error.to_string()),
        Ok(()) => {}
    }
    ExitCode::from(u8::from(log.has_failed()))
}
