//! Who is named in an article, and where.

use crate::extract::{Article, Suggestion};
use crate::label::LabelCode;

/// The people and organisations of an article, in reading order.
pub(super) struct Named<'t> {
    names: Vec<Name<'t>>,
}

/// A person or an organisation.
pub(super) struct Name<'t> {
    /// The first token.
    pub(super) first: usize,
    /// The token behind the last.
    pub(super) end: usize,
    pub(super) is_person: bool,
    text: &'t str,
}

impl Name<'_> {
    /// The name on one line.
    pub(super) fn text(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl<'t> Named<'t> {
    pub(super) fn read(article: &Article<'t>, suggestions: &[Suggestion]) -> Named<'t> {
        let names = suggestions
            .iter()
            .filter(|suggestion| [LabelCode::PERSON, LabelCode::ORG].contains(&suggestion.label));
        let names = names.map(|suggestion| {
            let tokens = article.tokens.within(suggestion.span);
            Name {
                first: tokens.start,
                end: tokens.end,
                is_person: suggestion.label == LabelCode::PERSON,
                text: suggestion.span.slice(article.text).unwrap_or_default(),
            }
        });
        Named { names: names.collect() }
    }

    /// The names that begin in a range of tokens.
    pub(super) fn within(&self, from: usize, to: usize) -> &[Name<'t>] {
        let first = self.names.partition_point(|name| name.first < from);
        let end = self.names.partition_point(|name| name.first < to).max(first);
        self.names.get(first..end).unwrap_or_default()
    }

    /// The last person named before a token.
    pub(super) fn person_before(&self, at: usize, from: usize) -> Option<&Name<'t>> {
        self.within(from, at).iter().rev().find(|name| name.is_person)
    }
}
