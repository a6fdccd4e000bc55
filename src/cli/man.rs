use std::io;

use clap::CommandFactory as _;
use clap_mangen::Man as Page;

use super::args::{Args, Man};
use super::output::{Log, Output, Tell as _};

/// Writes the manual page of the program, or of one of its commands.
pub(super) fn run(args: &Man, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let mut all = Args::command();
    all.build();
    let found = match &args.command {
        None => Some(&all),
        Some(name) => all.find_subcommand(name),
    };
    let Some(found) = found else {
        let names: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
        log.fail("man", &format!("there is no such command; the commands are {}.", names.join(", ")));
        return Ok(());
    };
    let mut page = Vec::new();
    Page::new(found.clone()).render(&mut page)?;
    output.write_bytes(&page)
}
