//! Articles with their marks, to be read on a terminal.

mod layout;
mod marked;
mod style;

use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::args::{Color, Read};
use super::open::open_or_read_all;
use super::output::{Log, Output};
use marked::Look;

/// The narrowest column in which anything is set.
const NARROWEST: usize = 20;

/// What stands between two articles.
const BETWEEN: &str = "\n* * *\n\n";

/// Prints the articles of the files, one after another.
pub(super) fn run(args: &Read, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let look = Look { is_colored: is_colored(args.color), shows_values: args.values, width: width(args) };
    let mut is_first = true;
    log.progress.begin_files(&args.files);
    for file in &args.files {
        for document in open_or_read_all(file, args.from, args.published, log) {
            let between = if is_first { "" } else { BETWEEN };
            is_first = false;
            let article = marked::article(&document, look);
            log.progress.aside(|| {
                output.write(between)?;
                output.write(&article)?;
                output.flush()
            })?;
        }
        if !Path::new(file).is_dir() {
            log.progress.file_done(file);
        }
    }
    log.progress.end();
    Ok(())
}

/// Whether marks are told by colours, too: by themselves where a person looks on who has not said no (<https://no-color.org>).
fn is_colored(color: Color) -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb,
    }
}

/// How many columns there are; `None` where lines stay as long as they are, as in a file.
fn width(args: &Read) -> Option<usize> {
    let of_terminal = || {
        let stdout = io::stdout();
        stdout.is_terminal().then(|| terminal_size::terminal_size_of(&stdout))?
    };
    let width = args.width.or_else(|| of_terminal().map(|(width, _)| width.0))?;
    Some(usize::from(width).max(NARROWEST))
}
