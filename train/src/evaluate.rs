//! Measuring on texts that were not learned from.

use newsmark::extract::Article;
use newsmark::extract::names::tagger::{Features, Model, NameClass, Reading};
use newsmark::extract::{Extraction, extract};
use newsmark::text::Span;

use crate::data::{self, Text};
use crate::score::Score;

/// A name that the model found.
pub(crate) struct Judged {
    /// What the model says it names.
    pub(crate) class: NameClass,
    /// How probable it holds that.
    pub(crate) probability: f32,
    /// Whether the data says so too.
    pub(crate) is_right: bool,
}

/// What a model finds by itself, without what the product adds.
pub(crate) fn model(texts: &[Text], model: &Model, groups: Features) -> (Score, Vec<Judged>) {
    let (mut score, mut judged) = (Score::default(), Vec::new());
    for text in texts {
        let article = Article::new(&text.text, None);
        let reading = Reading::new(&article, &model.words);
        let mut names = Vec::new();
        for found in model.names(&reading, groups) {
            let Some(span) = reading.span(found.first..found.end) else { continue };
            let name = (data::bare(&text.text, span), found.class);
            let is_right = text.names.contains(&name);
            judged.push(Judged { class: found.class, probability: found.probability, is_right });
            names.push(name);
        }
        score.add(&text.names, &names);
    }
    (score, judged)
}

/// What the whole product marks as names, with the scores that people see.
pub(crate) fn product(texts: &[Text]) -> (Score, Vec<(f32, bool)>) {
    let (mut score, mut judged) = (Score::default(), Vec::new());
    for text in texts {
        let found = names(&text.text, &extract(&text.text, None));
        judged.extend(
            found
                .iter()
                .filter(|(name, _)| name.1 != NameClass::Other)
                .map(|(name, score)| (*score, text.names.contains(name))),
        );
        let names: Vec<_> = found.into_iter().map(|(name, _)| name).collect();
        score.add(&text.names, &names);
    }
    (score, judged)
}

/// The names among suggestions, with their scores.
pub(crate) fn names(text: &str, extraction: &Extraction) -> Vec<((Span, NameClass), f32)> {
    let class = |label: &str| match label {
        "PERSON" => Some(NameClass::Person),
        "ORG" => Some(NameClass::Org),
        "LOC" => Some(NameClass::Place),
        "NORP" => Some(NameClass::Group),
        "PRODUCT" | "EVENT" | "WORK" => Some(NameClass::Other),
        _ => None,
    };
    let suggestions = extraction.suggestions.iter().filter_map(|suggestion| {
        let class = class(suggestion.label.as_str())?;
        Some(((data::bare(text, suggestion.span), class), suggestion.score as f32))
    });
    suggestions.collect()
}
