use std::io;

use super::args::Anchor;
use super::care::Care;
use super::clock::now;
use super::open::{bytes, open};
use super::output::{Documents, Log, Output, Tell as _};
use crate::formats::{Import, decode, place, read};
use crate::text::{OffsetMap, Span, Unit};

/// Puts annotations on a changed text: what stands where it stood or is clearly meant elsewhere is placed, and told; the rest
/// stays as orphans.
pub(super) fn run(args: &Anchor, output: &mut Output, log: &mut Log) -> io::Result<()> {
    log.progress.begin_files(&[&args.annotations, &args.text]);
    let Some(from) = open(&args.annotations, log) else { return Ok(()) };
    log.progress.file_done(&args.annotations);
    let Some(content) = bytes(&args.text, log) else { return Ok(()) };
    log.progress.end();
    // An article's own text, where the file is one; else all that it says.
    let article = read(&content, None).ok().and_then(|import| import.documents.into_iter().next());
    let text = match (&article, decode(&content)) {
        (Some(article), _) => article.text().to_string(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(error)) => {
            log.fail(&args.text, &error.to_string());
            return Ok(());
        }
    };
    let placed: Vec<Import> = from
        .documents
        .iter()
        .map(|document| Ok(Import { documents: vec![document.on_text(&text)], ..Import::default() }))
        .chain(from.redacted.iter().map(|file| file.on(&text)))
        .chain(from.loose.into_iter().map(|draft| place(draft, &text)))
        .filter_map(|import| import.map_err(|error| log.fail(&args.annotations, &error.to_string())).ok())
        .collect();
    let care = Care::of_annotated(args.to, args.strict);
    let mut documents = Documents::new(args.to, Unit::CodePoint, placed.len() == 1);
    for import in placed {
        log.problems(&args.annotations, &import.problems, false);
        for mut document in import.documents {
            document.modified = now();
            let map = OffsetMap::new(document.text());
            for (orphan, (_, proposal)) in document.orphans.iter().zip(document.proposals()) {
                let quote = orphan.selector.quote.exact.replace('\n', " ");
                let proposal = proposal.filter(|it| document.is_free_for(orphan, it.span));
                let similar =
                    proposal.and_then(|found| Some((found.span.slice(document.text())?, found.score)));
                let similar = similar.map_or(String::new(), |(there, score)| {
                    let (span, there) =
                        (proposal.map_or(Span::default(), |it| it.span), there.replace('\n', " "));
                    let at = map.range_of(span, Unit::CodePoint).unwrap_or_default().start;
                    format!(" Perhaps “{there}” at {at} is meant ({:.0} % alike).", 100.0 * score)
                });
                log.warn(
                    &args.annotations,
                    &format!("“{quote}” has no place in {}; it stays listed.{similar}", args.text),
                );
            }
            let Some(document) = care.ready(&document, &args.annotations, log) else { continue };
            let body = documents.shape().body((&document.id.0.to_string(), &text), &document);
            documents.write(output, body)?;
        }
    }
    documents.finish(output)
}
