//! What a phrase ties, weighed with all else.

use std::collections::HashMap;

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::Scope;
use crate::annotation::AnnotationId;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::Passage;

pub(super) fn find(passage: &Passage<'_>, ties: Vec<Tie>, cases: &mut Cases) {
    let figures = passage.figures.iter().map(|it| (it.id, Part::of(it)));
    let times = passage.times.iter().map(|it| (it.id, Part::of_time(it, 20.0)));
    let all: HashMap<AnnotationId, Part> = times.chain(figures).collect();
    for tie in ties.into_iter().filter(|it| it.reckoning.is_some()) {
        let ids: Vec<AnnotationId> = std::iter::once(tie.stated).chain(tie.from.iter().copied()).collect();
        let parts: Vec<Part> = ids.iter().filter_map(|id| all.get(id).copied()).collect();
        let Some(last) = parts.iter().map(|it| it.sentence).max() else { continue };
        let scope = Scope::of(passage, last).unwrap_or_else(|| Scope::alone(passage, last));
        let kind = match tie.kind {
            DoubtKind::Sum => Evidence::PhraseSum,
            DoubtKind::Share => Evidence::PhraseShare,
            DoubtKind::Growth => Evidence::PhraseGrowth,
            DoubtKind::Conversion => Evidence::PhraseConversion,
            DoubtKind::Weekday => Evidence::PhraseWeekday,
            DoubtKind::Age => Evidence::PhraseAge,
            DoubtKind::Length => Evidence::PhraseLength,
            DoubtKind::ToldTwice => Evidence::PhraseToldTwice,
            DoubtKind::Rate => Evidence::PhraseRate,
            DoubtKind::Margin => Evidence::PhraseMargin,
            DoubtKind::List => Evidence::PhraseList,
            DoubtKind::Order => Evidence::PhraseOrder,
        };
        let equation = match (tie.kind, parts.len()) {
            (DoubtKind::Sum, 3..) => Equation::Sum,
            (DoubtKind::Share, 3) => Equation::Share,
            (DoubtKind::Growth | DoubtKind::Margin, 3) => Equation::Difference,
            (DoubtKind::Rate, 3) => Equation::Ratio,
            _ => Equation::Same,
        };
        let mut evidence = Pieces::default();
        evidence.add(tie.is_unsure, Evidence::PhraseUnsure);
        // With itself it is the same.
        let parts = if parts.len() == 1 { vec![parts[0], parts[0]] } else { parts };
        cases.offer(&scope, kind, (equation, &parts), evidence, &|| tie.clone());
    }
}
