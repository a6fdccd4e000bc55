//! All answers that are weighed, with their clues: what `cargo xtask learn-figures` learns from.

use super::choice::{self, Slot};
use super::{Figure, FigureKind, by_rules, for_each, kind, known};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::figure::Passage;
use crate::facts::reading::Reading;
use crate::text::Span;

/// Each kind that a figure may have, with all that is weighed: what weights are learnt from.
#[derive(Clone, Debug)]
pub struct KindChoice {
    /// The figure's mark.
    pub id: AnnotationId,
    /// Each kind with its clues.
    pub candidates: Vec<(FigureKind, Vec<u16>)>,
    /// What the rules say.
    pub rule: FigureKind,
}

impl KindChoice {
    /// All choices of an article.
    pub fn all(document: &Document) -> Vec<KindChoice> {
        let reading = Reading::new(document);
        let passage = Passage::read(&reading);
        let rules = by_rules(&passage);
        let choice = |(place, rule): (usize, &Figure)| KindChoice {
            id: rule.id,
            candidates: kind::candidates(&passage, &rules, place)
                .into_iter()
                .map(|(kind, clues)| (kind, clues.iter().map(|clue| *clue as u16).collect()))
                .collect(),
            rule: rule.kind,
        };
        rules.iter().enumerate().map(choice).collect()
    }

    /// The names of all clues.
    pub fn names() -> &'static [&'static str] {
        kind::Clue::NAMES
    }

    /// The hash of the names, which a model begins with.
    pub fn hash() -> u32 {
        kind::Clue::hash()
    }
}

/// What may fill a slot of a figure, with all that is weighed: what weights are learnt from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The figure's mark.
    pub id: AnnotationId,
    /// Whether it is about whose the figure is; else about what it counts.
    pub is_who: bool,
    /// Each candidate with its clues, as numbers in [`Choice::names`]; `None` for nothing.
    pub candidates: Vec<(Option<Span>, Vec<u16>)>,
}

impl Choice {
    /// All choices of an article.
    pub fn all(document: &Document) -> Vec<Choice> {
        let reading = Reading::new(document);
        let passage = Passage::read(&reading);
        let rules = by_rules(&passage);
        let mut found = Vec::new();
        for_each(&passage, &rules, |place, options| {
            let Some(rule) = rules.get(place) else { return };
            for slot in [Slot::Of, Slot::Who] {
                let candidates = options.candidates(slot, &known(&passage, &rules, place, slot)).into_iter();
                let numbers = |clues: &[choice::Clue]| clues.iter().map(|clue| *clue as u16).collect();
                found.push(Choice {
                    id: rule.id,
                    is_who: slot == Slot::Who,
                    candidates: candidates.map(|it| (it.span, numbers(&it.clues))).collect(),
                });
            }
        });
        found
    }

    /// The names of all clues.
    pub fn names() -> &'static [&'static str] {
        choice::Clue::NAMES
    }

    /// The hash of the names, which a model begins with.
    pub fn hash() -> u32 {
        choice::Clue::hash()
    }
}
