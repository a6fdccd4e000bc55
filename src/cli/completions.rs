use std::io;

use clap::CommandFactory as _;

use super::args::{Args, Completions};
use super::output::Output;

/// Writes what a shell needs to complete commands and options.
pub(super) fn run(args: &Completions, output: &mut Output) -> io::Result<()> {
    let mut command = Args::command();
    let name = command.get_name().to_owned();
    // Into memory first: it takes a writer that cannot fail.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    output.write_bytes(&script)
}
