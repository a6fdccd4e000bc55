//! What a figure counts and whose it is, chosen among the phrases around it.
//!
//! ```text
//! candidate = name | noun phrase, of the sentence, the one before it, or the first; or nothing
//! phrase    = noun { noun }, cut at verbs, prepositions, articles, figures, times, signs and "'s"
//! ```
//!
//! Each candidate has clues: where it stands, what leads to it and follows it, what it is, and whether the rules
//! ([`super::counted`], [`super::owner`]) take it. What these weigh is learnt from passages in which people judged every
//! figure.

mod figure;
mod phrase;
mod phrases;
mod ranks;
mod words;

use std::sync::LazyLock;

use figure::of_figure;
use phrase::of_phrase;
use phrases::{Phrase, has_name, phrases, span};
use ranks::{Named, Ranks};

use super::FigureKind;
use crate::facts::clues::clues;
use crate::facts::figure::{Fig, Passage};
use crate::facts::forest::Forest;
use crate::text::Span;

clues! {
    Nothing Rule RuleNothing RuleInside NoRuleHere
    IsName IsPerson IsOrg IsPlace IsGroup IsPhrase HasName Capital
    One Two More Plural People Change Number Total TimeWord UnitWord
    Before Behind Far1 Far2 Far3 Far5 Far8 Far12 Far20
    SameClause SameSentence SentenceBefore FirstSentence
    VerbBetween CommaBetween FigureBetween NameBetween BracketBetween JoinBetween SemicolonBetween SayBetween
    NearestBefore NearestBehind SecondBefore SecondBehind NearestName SecondName OnlyName
    LedByOf LedByIn LedByFor LedByBy LedByFrom LedByAt LedByTo LedByOn LedByWith LedByArticle LedByVerb LedByFigure LedByComma LedByStart LedByOther LedByPossessive
    FollowedByVerb FollowedByPossessive FollowedByComma FollowedByBracket FollowedByFigure FollowedByOf FollowedByIn FollowedByEnd FollowedByNoun
    Speaks SubjectOfClause SubjectOfSentence FirstOfSentence
    ChosenBefore ChosenBeforeNothing NoFigureBefore OverlapsOf
    OfMoney OfPercent OfCount OfUnit OfRank OfAge Small
    KindLevel KindChange KindFrom KindTo KindTotal KindPart KindShare KindRate
    FigureLedByOf FigureLedByTo FigureLedByFrom FigureLedByBy FigureLedByIn FigureLedByVerb FigureLedByComma FigureLedByBracket FigureLedByStart FigureLedByThe FigureLedByName
    FigureThenOf FigureThenIn FigureThenNoun FigureThenStop FigureThenVerb FigureThenFor FigureThenName FigureThenTo FigureThenPer
    PronounInClause OwnerPronoun
    OrgWord PlaceWord EventWord PersonWord MoneyWord PartWord
    DeathInSentence VoteInSentence GameInSentence SaleInSentence
    MostNamed NamedTwice NamedBefore SubjectBefore
}

/// Which of the two is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::facts) enum Slot {
    Of,
    Who,
}

static OF: LazyLock<Forest> =
    LazyLock::new(|| Forest::from_bytes(include_bytes!("of.model")).unwrap_or_default());
static WHO: LazyLock<Forest> =
    LazyLock::new(|| Forest::from_bytes(include_bytes!("who.model")).unwrap_or_default());

/// What may fill a slot, with what speaks for it.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Candidate {
    pub(in crate::facts) span: Option<Span>,
    pub(in crate::facts) clues: Vec<Clue>,
}

/// What is known of a figure when a slot is filled.
pub(super) struct Known {
    /// What the rules take.
    pub(super) rule: Option<Span>,
    /// What the figure counts by the rules, where it is asked whose it is.
    pub(super) of: Option<Span>,
    /// What the rules took for the figure before in the same sentence.
    pub(super) before: Option<Option<Span>>,
}

/// The phrases that figures of one sentence choose among.
pub(super) struct Sentence<'p> {
    number: usize,
    /// Those of the sentence itself.
    own: Vec<Phrase>,
    /// Those with a name of the sentence before and of the first, for whose a figure is.
    earlier: Vec<Phrase>,
    named: Named<'p>,
}

impl<'p> Sentence<'p> {
    pub(super) fn new(passage: &'p Passage<'_>, number: usize) -> Sentence<'p> {
        let others = [number.checked_sub(1), Some(0).filter(|_| number > 1)];
        let earlier = others.into_iter().flatten().flat_map(|number| phrases(passage, number));
        Sentence {
            number,
            own: phrases(passage, number),
            earlier: earlier.filter(|it| has_name(passage, it)).collect(),
            named: Named::new(passage, number),
        }
    }

    /// The sentence of a figure: this one, or a new one.
    pub(super) fn of(self, passage: &'p Passage<'_>, figure: &Fig) -> Sentence<'p> {
        if self.number == figure.sentence { self } else { Sentence::new(passage, figure.sentence) }
    }
}

/// All that may fill the slots of a figure, with what speaks for each whichever slot it is.
pub(super) struct Options {
    of_figure: Vec<Clue>,
    own: Vec<(Span, Vec<Clue>)>,
    earlier: Vec<(Span, Vec<Clue>)>,
    has_names: bool,
}

impl Options {
    pub(super) fn new(
        passage: &Passage<'_>,
        figure: &Fig,
        kind: FigureKind,
        sentence: &Sentence<'_>,
    ) -> Options {
        let of_figure = of_figure(passage, figure, kind);
        let ranks = Ranks::new(passage, figure, &sentence.own);
        let with_clues = |phrase: &Phrase| {
            let span = span(passage, &phrase.items)?;
            let mut clues = of_figure.clone();
            of_phrase(passage, figure, phrase, &mut clues);
            sentence.named.clues(passage, phrase, figure.sentence, &mut clues);
            Some((span, clues))
        };
        let own = sentence.own.iter().enumerate().filter_map(|(at, phrase)| {
            let (span, mut clues) = with_clues(phrase)?;
            ranks.clues(at, &mut clues);
            Some((span, clues))
        });
        Options {
            own: own.collect(),
            earlier: sentence.earlier.iter().filter_map(with_clues).collect(),
            has_names: !ranks.names.is_empty(),
            of_figure,
        }
    }

    /// The likeliest of all candidates.
    pub(super) fn choose(&self, slot: Slot, known: &Known) -> Option<Span> {
        let model = if slot == Slot::Of { &OF } else { &WHO };
        let weighed =
            self.candidates(slot, known).into_iter().map(|it| (model.weight(&Clue::set(&it.clues)), it.span));
        weighed.max_by(|one, other| one.0.total_cmp(&other.0)).and_then(|(_, span)| span)
    }

    /// All that may fill a slot.
    pub(super) fn candidates(&self, slot: Slot, known: &Known) -> Vec<Candidate> {
        let earlier = self.earlier.iter().filter(|_| slot == Slot::Who);
        let mut found: Vec<Candidate> = (self.own.iter().chain(earlier))
            .map(|(span, clues)| {
                let mut clues = clues.clone();
                let meets = |other: Span| span.overlaps(other);
                clues.push(match known.rule {
                    Some(rule) if rule == *span => Clue::Rule,
                    Some(rule) if meets(rule) => Clue::RuleInside,
                    Some(_) => Clue::NoRuleHere,
                    None => Clue::RuleNothing,
                });
                clues.extend(known.of.is_some_and(meets).then_some(Clue::OverlapsOf));
                clues.extend(before(known, Some(*span)));
                Candidate { span: Some(*span), clues }
            })
            .collect();
        // What the rules take may be no phrase of these.
        let is_new = |rule: &Span| !found.iter().any(|it| it.span.is_some_and(|span| span.overlaps(*rule)));
        if let Some(rule) = known.rule.filter(is_new) {
            let mut clues = self.of_figure.clone();
            clues.push(Clue::Rule);
            clues.extend(before(known, Some(rule)));
            found.push(Candidate { span: Some(rule), clues });
        }
        let mut clues = self.of_figure.clone();
        clues.push(Clue::Nothing);
        clues.push(if known.rule.is_none() { Clue::RuleNothing } else { Clue::NoRuleHere });
        clues.extend(before(known, None));
        clues.extend((!self.has_names).then_some(Clue::OnlyName));
        found.push(Candidate { span: None, clues });
        found
    }
}

fn before(known: &Known, span: Option<Span>) -> Option<Clue> {
    match (known.before, span) {
        (None, _) => Some(Clue::NoFigureBefore),
        (Some(None), _) => Some(Clue::ChosenBeforeNothing),
        (Some(Some(before)), Some(span)) if before.overlaps(span) => Some(Clue::ChosenBefore),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Clue;
    use crate::facts::forest::is_sound;

    #[test]
    fn the_models_are_whole_and_learnt_with_these_clues() {
        let models: [&[u8]; 2] = [include_bytes!("of.model"), include_bytes!("who.model")];
        for model in models {
            assert!(is_sound(model, Clue::hash()), "learn it anew: `cargo xtask learn-figures`");
        }
    }
}
