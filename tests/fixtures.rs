//! Every folder of `tests/fixtures` with the one function that it checks.

mod common;

use newsmark::extract::{Article, extract};
use newsmark::formats::newsmark::value_to_json;
use newsmark::text::{sentences, tokenize};

/// One sentence a line, line breaks within it shown as `⏎`.
#[test]
fn sentence_fixtures() {
    common::check_folder("sentences", |text| {
        let sentences = sentences(text, &tokenize(text));
        let lines = sentences.iter().map(|span| span.slice(text).expect("a slice").replace('\n', "⏎"));
        lines.collect::<Vec<_>>().join("\n")
    });
}

/// One suggestion a line: `START..END LABEL "text" VALUE`, offsets in bytes. An input whose first
/// line is `published: 2024-07-02` counts relative dates from that day; one whose first line is
/// `only: MONEY DATE` lists only these labels (both may stand, in this order).
#[test]
fn extract_fixtures() {
    common::check_folder("extract", |input| {
        let mut text = input;
        let mut header = |name: &str| {
            let (line, rest) = text.split_once('\n')?;
            let value = line.strip_prefix(name)?;
            text = rest;
            Some(value.trim())
        };
        let published = header("published:").map(|date| date.parse().expect("a date"));
        let only: Option<Vec<_>> = header("only:").map(|labels| labels.split(' ').collect());
        let shown = |label: &str| only.as_ref().is_none_or(|only| only.contains(&label));
        let extraction = extract(text, published);
        let lines = extraction.suggestions.iter().filter(|s| shown(s.label.as_str())).map(|suggestion| {
            let quote = suggestion.span.slice(text).expect("a slice").replace('\n', "⏎");
            let value = suggestion.value.as_ref().map(|value| value_to_json(value).to_string());
            let line = format!(
                "{:?} {} \"{quote}\" {}",
                suggestion.span,
                suggestion.label,
                value.unwrap_or_default()
            );
            line.trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    });
}

/// One number a line, whatever it counts: `words=value`, with `~` for one without a value.
#[test]
fn number_fixtures() {
    common::check_folder("numbers", |text| {
        let article = Article::new(text, None);
        let lines = article.numbers.iter().map(|number| {
            let words = number.span.slice(text).expect("a slice").replace('\n', "⏎");
            let value = number.value.map_or("~".to_owned(), |value| value.to_string());
            format!("{words}={value}")
        });
        lines.collect::<Vec<_>>().join("\n")
    });
}

/// One group of suggestions that name one thing a line: `LABEL "name": START..END "text", …`.
#[test]
fn entity_fixtures() {
    common::check_folder("entities", |text| {
        let extraction = extract(text, None);
        let lines = extraction.entities.iter().map(|entity| {
            let mentions = entity.mentions.iter().filter_map(|&index| extraction.suggestions.get(index));
            let mentions = mentions.map(|mention| {
                format!("{:?} {:?}", mention.span, mention.span.slice(text).expect("a slice"))
            });
            format!("{} {:?}: {}", entity.label, entity.name, mentions.collect::<Vec<_>>().join(", "))
        });
        lines.collect::<Vec<_>>().join("\n")
    });
}
