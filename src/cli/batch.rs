//! Many articles through one step, by several threads, written in their order.

use std::io;

use super::articles::{Articles, Item};
use super::output::{Body, Documents, Log, Notes, Output};
use super::pool::in_order;

/// What came of an article.
#[derive(Default)]
pub(super) struct Done {
    pub(super) bodies: Vec<Body>,
    pub(super) notes: Notes,
}

/// Gives each article to a worker, of whom `hire` makes one for each of `jobs` threads, and writes what comes
/// of it.
///
/// # Errors
///
/// Where the output cannot be written.
pub(super) fn run<W: FnMut(Item) -> Done>(
    jobs: usize,
    mut articles: Articles,
    hire: impl Fn() -> W + Sync,
    mut documents: Documents,
    output: &mut Output,
    log: &mut Log,
) -> io::Result<()> {
    log.progress.begin(articles.size());
    let hire = || {
        let mut work = hire();
        move |items: Vec<Item>| items.into_iter().map(&mut work).collect()
    };
    let written = in_order(
        jobs,
        || articles.next(),
        hire,
        |portion: Vec<Done>, weight| {
            let articles = portion.len();
            for done in portion {
                done.notes.tell_all(log);
                log.progress
                    .aside(|| done.bodies.into_iter().try_for_each(|body| documents.write(output, body)))?;
            }
            log.progress.aside(|| output.flush())?;
            log.progress.advance(articles, weight);
            Ok(())
        },
    );
    log.progress.end();
    written?;
    documents.finish(output)?;
    output.flush()
}
