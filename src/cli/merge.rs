use std::fs;
use std::io;

use super::args::Merge;
use super::open::open_one;
use super::output::{Log, Output, Tell as _};
use crate::document::{disagreements, unite};
use crate::formats::{Format, export};

/// Joins files of one article. What differs stays beside each other and is listed on standard error.
pub(super) fn run(args: &Merge, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let mut together = None;
    for file in &args.files {
        let Some(document) = open_one(file, log) else { return Ok(()) };
        together = match together {
            None => Some(document),
            Some(before) => match unite(&before, &document) {
                Some(both) => Some(both),
                None => {
                    log.fail(
                        file,
                        &format!(
                            "is of another text than {}. Put its annotations on that text first: `newsmark anchor {file} {}`.",
                            args.files[0], args.files[0]
                        ),
                    );
                    return Ok(());
                }
            },
        };
    }
    let Some(document) = together else { return Ok(()) };
    for found in disagreements(&document) {
        if let Some([one, other]) = found.sides(&document) {
            let (one, other) = (document.describe_mark(one), document.describe_mark(other));
            log.warn("disagreement", &format!("{one}, or {other}"));
        }
    }
    let file = export(&document, Format::Newsmark);
    match &args.output {
        None => output.write(&file),
        Some(path) => {
            if let Err(error) = fs::write(path, file) {
                log.fail(path, &format!("cannot be written: {error}"));
            }
            Ok(())
        }
    }
}
