//! The texts with names marked by hand or by a teacher.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use newsmark::extract::names::tagger::{NameClass, Reading, Tag, TagSet};
use newsmark::text::{OffsetMap, Span, Unit};
use serde_json::Value as Json;

/// One text with its names.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// The text.
    pub(crate) text: String,
    /// Its names in order, in bytes, without a leading article and a trailing `'s`.
    pub(crate) names: Vec<(Span, NameClass)>,
}

/// Reads a file of JSON lines, as the data's README describes them.
///
/// # Errors
///
/// When the file cannot be read or a line is no such text; the message names both.
pub(crate) fn read(path: &Path) -> Result<Vec<Text>> {
    let lines = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let texts = lines.lines().enumerate().map(|(number, line)| {
        parse(line).with_context(|| format!("line {} of {}", number + 1, path.display()))
    });
    texts.collect()
}

fn parse(line: &str) -> Result<Text> {
    let json: Json = serde_json::from_str(line)?;
    let text = json["text"].as_str().context("no \"text\"")?.to_owned();
    let map = OffsetMap::new(&text);
    let mut names = Vec::new();
    for span in json["spans"].as_array().context("no \"spans\"")? {
        let Some(class) = NameClass::ALL.into_iter().find(|class| Some(class.code()) == span[2].as_str())
        else {
            continue;
        };
        let number = |index: usize| span[index].as_u64().and_then(|number| usize::try_from(number).ok());
        let (start, end) = (number(0).context("no start")?, number(1).context("no end")?);
        let span = map.span_of(start, end, Unit::CodePoint).context("a span outside of the text")?;
        names.push((bare(&text, span), class));
    }
    names.sort_by_key(|(span, _)| *span);
    drop(map);
    Ok(Text { text, names })
}

/// A span without a leading article and a trailing `'s`.
pub(crate) fn bare(text: &str, span: Span) -> Span {
    let slice = span.slice(text).unwrap_or_default();
    let articles = ["the ", "The ", "a ", "A ", "an ", "An "];
    let start =
        articles.iter().find(|article| slice.starts_with(**article)).map_or(0, |article| article.len());
    let end = ["'s", "’s"].iter().find(|ending| slice.ends_with(**ending)).map_or(0, |ending| ending.len());
    Span::new(span.start() + start, (span.end() - end).max(span.start() + start))
}

/// What the tokens of a segment may be. Where `open`, the data marks no groups and no other
/// names: there, what is outside of all marks may be one.
pub(crate) fn tags(
    text: &Text,
    reading: &Reading<'_, '_>,
    tokens: std::ops::Range<usize>,
    open: bool,
) -> Vec<TagSet> {
    let mut outside = TagSet::only(Tag::OUTSIDE);
    if open {
        for class in [NameClass::Group, NameClass::Other] {
            outside = outside.with(Tag::begin(class)).with(Tag::inside(class));
        }
    }
    let mut tags = vec![outside; tokens.len()];
    let Some(span) = reading.span(tokens.clone()) else { return tags };
    for (name, class) in text.names.iter().filter(|(name, _)| name.overlaps(span)) {
        let mut first = true;
        for at in reading.tokens(*name) {
            let Some(slot) = at.checked_sub(tokens.start).and_then(|at| tags.get_mut(at)) else { continue };
            *slot = TagSet::only(if first { Tag::begin(*class) } else { Tag::inside(*class) });
            first = false;
        }
    }
    tags
}
