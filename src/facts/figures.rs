//! The figures of an article: what each counts, what it is, and how it hangs on the others.
//!
//! ```text
//! of    = what is counted or measured ([`counted`])
//! who   = whose it is ([`owner`])
//! when  = the nearest time of the clause, else of the sentence
//! links = ties, and what words beside it say ([`hanging`])
//! kind  = age | rank | what a link makes of it (change, from, to, total, part, share, rate) | share | level
//! ```
//!
//! These are rules. What they say of `of`, `who` and `kind` is one clue among others by which the likeliest answer is
//! chosen ([`choice`], [`kind`]); `cargo xtask learn-figures` learns what the clues weigh.

mod choice;
mod counted;
mod hanging;
mod kind;
mod learnt;
mod owner;

use std::collections::HashSet;

use choice::{Known, Options, Sentence, Slot};
#[doc(hidden)]
pub use learnt::{Choice, KindChoice};

use super::arithmetic::LinkKind;
use super::figure::{Fig, Passage};
use super::reading::Reading;
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::text::Span;

/// What kind of figure it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FigureKind {
    /// How many or how much there is.
    Level,
    /// A difference over time, or between two things.
    Change,
    /// What something was before a change.
    From,
    /// What it has become.
    To,
    /// All of the parts that are told.
    Total,
    /// Some of a total.
    Part,
    /// A part of a whole, in per cent or as a fraction.
    Share,
    /// So much for each of something.
    Rate,
    /// How old somebody is.
    Age,
    /// A place in an order.
    Rank,
}

impl FigureKind {
    /// The kind's name in files.
    pub fn code(self) -> &'static str {
        match self {
            FigureKind::Level => "level",
            FigureKind::Change => "change",
            FigureKind::From => "from",
            FigureKind::To => "to",
            FigureKind::Total => "total",
            FigureKind::Part => "part",
            FigureKind::Share => "share",
            FigureKind::Rate => "rate",
            FigureKind::Age => "age",
            FigureKind::Rank => "rank",
        }
    }
}

/// A figure with what the text says of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The mark of the figure.
    pub id: AnnotationId,
    /// The words that name what is counted or measured, in bytes.
    pub of: Option<Span>,
    /// Whose it is, in bytes: a name of the text.
    pub who: Option<Span>,
    /// The time that it holds for, in bytes.
    pub when: Option<Span>,
    /// What kind of figure it is.
    pub kind: FigureKind,
    /// How it hangs on others.
    pub links: Vec<(LinkKind, AnnotationId)>,
}

/// The figures of an article in reading order.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::{FigureKind, figures}};
/// # use uuid::Uuid;
/// let text = "The budget grew to $30 million from $20 million, up 50%.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// let kinds: Vec<_> = figures(&document).iter().map(|it| it.kind).collect();
/// assert_eq!(kinds, [FigureKind::To, FigureKind::From, FigureKind::Change]);
/// ```
pub fn figures(document: &Document) -> Vec<Figure> {
    let reading = Reading::new(document);
    let passage = Passage::read(&reading);
    let rules = by_rules(&passage);
    let mut all = rules.clone();
    for_each(&passage, &rules, |place, options| {
        let Some(chosen) = all.get_mut(place) else { return };
        chosen.kind = kind::choose(&passage, &rules, place).unwrap_or(chosen.kind);
        chosen.of = options.choose(Slot::Of, &known(&passage, &rules, place, Slot::Of));
        chosen.who = options.choose(Slot::Who, &known(&passage, &rules, place, Slot::Who));
    });
    all
}

/// Hands out all that each figure may count and belong to, by the figure's place.
fn for_each(passage: &Passage<'_>, rules: &[Figure], mut use_of: impl FnMut(usize, &Options)) {
    let mut sentence = Sentence::new(passage, 0);
    for (place, (figure, rule)) in passage.figures.iter().zip(rules).enumerate() {
        sentence = sentence.of(passage, figure);
        use_of(place, &Options::new(passage, figure, rule.kind, &sentence));
    }
}

/// What is known of a figure before what it counts, or whose it is, is chosen.
fn known(passage: &Passage<'_>, rules: &[Figure], place: usize, slot: Slot) -> Known {
    let of_slot = |it: &Figure| if slot == Slot::Of { it.of } else { it.who };
    let rule = rules.get(place);
    let before = place.checked_sub(1).filter(|_| is_next(passage, place)).and_then(|at| rules.get(at));
    Known {
        rule: rule.and_then(of_slot),
        of: rule.and_then(|it| it.of).filter(|_| slot == Slot::Who),
        before: before.map(of_slot),
    }
}

/// What the rules alone say of the figures.
fn by_rules(passage: &Passage<'_>) -> Vec<Figure> {
    let links = hanging::links(passage);
    let wholes: HashSet<AnnotationId> = links
        .values()
        .flatten()
        .filter(|(kind, _)| matches!(kind, LinkKind::PartOf | LinkKind::ShareOf))
        .map(|(_, whole)| *whole)
        .collect();
    let mut all: Vec<Figure> = Vec::with_capacity(passage.figures.len());
    for figure in &passage.figures {
        let links = links.get(&figure.id).cloned().unwrap_or_default();
        let kind = kind::by_rules(passage, figure, &links, wholes.contains(&figure.id));
        let last = all.last().filter(|_| is_next(passage, all.len()));
        let of = counted::of(passage, figure).or_else(|| counted::taken_over(passage, all.len(), &all));
        let of = of.filter(|_| !matches!(kind, FigureKind::Age));
        let who = owner::who(passage, figure, kind, of).or_else(|| last.and_then(|it| it.who));
        all.push(Figure { id: figure.id, of, who, when: when(passage, figure), kind, links });
    }
    all
}

/// Whether a figure stands in the sentence of the one before it.
fn is_next(passage: &Passage<'_>, place: usize) -> bool {
    let sentence = |at: usize| passage.figures.get(at).map(|it| it.sentence);
    place.checked_sub(1).and_then(sentence).zip(sentence(place)).is_some_and(|(one, other)| other == one)
}

/// The time nearest to a figure in its sentence that is no length.
fn when(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let times = passage.times_of(figure.sentence).iter().filter(|it| !it.timex.timex.starts_with('P'));
    times.min_by_key(|it| it.item.abs_diff(figure.item)).map(|it| it.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, annotate};
    use crate::extract::extract;
    use uuid::Uuid;

    /// Each figure as `words kind of`, as the rules alone say it.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
        annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
        let reading = Reading::new(&document);
        let shown = by_rules(&Passage::read(&reading)).into_iter().map(|figure| {
            let mark = document.annotation(figure.id).map(|it| document.quote(it)).unwrap_or_default();
            let of = figure.of.and_then(|span| span.slice(text)).unwrap_or("-");
            format!("{mark} {} {of}", figure.kind.code())
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_tell_what_a_figure_is() {
        check("The blast killed 17 people.", &["17 level people"]);
        check(
            "The index fell 40.75 points, or 2.3%, to 1,769.",
            &["40.75 change index", "2.3% change index", "1,769 to index"],
        );
        check("It is down 6.2% from its close of 5,993.", &["6.2% change -", "5,993 from close"]);
        check("Of the 27 countries, 19 have ratified it.", &["27 level countries", "19 level countries"]);
        check(
            "A total of 30 pupils came, 18 girls and 12 boys.",
            &["30 total pupils", "18 part girls", "12 part boys"],
        );
        check("They mined 20.7 million tonnes of rock.", &["20.7 million tonnes level rock"]);
        check("Rosa Lind, 43, came second.", &["43 age -", "second rank -"]);
    }
}
