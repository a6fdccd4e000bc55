//! The figures of an article: what each counts, what it is, and how it hangs on the others.
//!
//! ```text
//! of    = the noun behind a count | "of" noun behind a measure or a percentage
//! when  = the one time of the sentence
//! kind  = age | rank | what a tie makes of it (change, from, to, total, part, share, rate) | share | level
//! ```

use std::collections::HashMap;

use super::arithmetic::{LinkKind, ties};
use super::figure::{Class, Fig, Passage, Role, What, role};
use super::reading::Reading;
use super::stated::Measure;
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
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The mark of the figure.
    pub id: AnnotationId,
    /// The words that name what is counted or measured, in bytes.
    pub of: Option<Span>,
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
    let mut links: HashMap<AnnotationId, Vec<(LinkKind, AnnotationId)>> = HashMap::new();
    let mut wholes: HashMap<AnnotationId, ()> = HashMap::new();
    for (one, kind, other) in ties(&passage).into_iter().flat_map(|tie| tie.links) {
        let of_one = links.entry(one).or_default();
        if !of_one.contains(&(kind, other)) {
            of_one.push((kind, other));
        }
        if kind == LinkKind::PartOf {
            wholes.insert(other, ());
        }
    }
    let read = |figure: &Fig| {
        let links = links.get(&figure.id).cloned().unwrap_or_default();
        let kind = kind_of(&passage, figure, &links, wholes.contains_key(&figure.id));
        let mut times = passage.times_of(figure.sentence).iter();
        let when = times.next().filter(|_| times.next().is_none()).map(|time| time.span);
        Figure { id: figure.id, of: of(&passage, figure), when, kind, links }
    };
    passage.figures.iter().map(read).collect()
}

fn kind_of(
    passage: &Passage<'_>,
    figure: &Fig,
    links: &[(LinkKind, AnnotationId)],
    is_whole: bool,
) -> FigureKind {
    let has = |kind: LinkKind| links.iter().any(|(it, _)| *it == kind);
    let is_aged = matches!(&figure.stated.measure, Measure::Unit(unit) if unit == "year");
    match () {
        () if is_aged => FigureKind::Age,
        () if figure.stated.measure == Measure::Rank => FigureKind::Rank,
        () if has(LinkKind::ChangeOf) => FigureKind::Change,
        () if has(LinkKind::FromOf) => FigureKind::From,
        () if has(LinkKind::ToOf) => FigureKind::To,
        () if has(LinkKind::Per) => FigureKind::Rate,
        () if is_whole => FigureKind::Total,
        () if has(LinkKind::PartOf) => FigureKind::Part,
        () if has(LinkKind::ShareOf) => FigureKind::Share,
        () => match role(passage, figure) {
            Role::By => FigureKind::Change,
            Role::From => FigureKind::From,
            Role::To => FigureKind::To,
            Role::Level if figure.is_percent() || figure.is_fraction() => FigureKind::Share,
            Role::Level => FigureKind::Level,
        },
    }
}

/// The words that name what a figure counts or measures.
fn of(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let end = passage.sentence(figure.sentence).end;
    let span = |first: usize, last: usize| Some(passage.item(first)?.span.cover(passage.item(last)?.span));
    // Points are what is counted in; of what, the subject tells.
    let is_unit = |word: &str| matches!(word, "points" | "point" | "pips" | "places");
    if figure.is_count()
        && let Some(noun) = passage.noun_of(figure).filter(|noun| !is_unit(passage.word(noun.item)))
    {
        return span(noun.first, noun.item);
    }
    // "20 million tonnes of rock", "40 per cent of the votes", "a 20 % representation of women"
    let mut first = figure.item + 1;
    if matches!(passage.word(first), "of" | "in" | "worth") {
        first += 1;
        while passage.class(first).has(Class::ABOUT) || passage.word(first) == "of" {
            first += 1;
        }
    }
    let is_noun = |at: usize| {
        let class = passage.class(at);
        let ends = Class::AUXILIARY | Class::PREPOSITION | Class::JOIN;
        let what = passage.item(at).map(|it| it.what);
        at < end
            && !class.has(ends)
            && matches!(what, Some(What::Word | What::Name(_)))
            && passage.word(at) != "'s"
    };
    let last =
        (first..end.min(first + 4)).take_while(|at| is_noun(*at) && !is_unit(passage.word(*at))).last();
    if let Some(last) = last {
        return span(first, last);
    }
    // What has changed, or is so much, stands before the verb: "imports from the world fell 22.5 %".
    let start = passage.sentence(figure.sentence).start;
    let verb = (start..figure.item).rev().find(|at| {
        let class = passage.class(*at);
        class.has(Class::RISE | Class::FALL | Class::AUXILIARY)
            || super::figure::factor_of(passage.word(*at)).is_some()
    })?;
    let last = verb.checked_sub(1).filter(|last| *last >= start && is_noun(*last))?;
    let is_named = |at: &usize| is_noun(*at) && !passage.class(*at).has(Class::ABOUT);
    let first = (start..=last).rev().take(3).take_while(is_named).last()?;
    span(first, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, annotate};
    use crate::extract::extract;
    use uuid::Uuid;

    /// Each figure as `words kind of`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
        annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
        let shown = figures(&document).into_iter().map(|figure| {
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
        check("It is down 6.2% from its close of 5,993.", &["6.2% change -", "5,993 from -"]);
        check("Of the 27 countries, 19 have ratified it.", &["27 level countries", "19 level -"]);
        check(
            "A total of 30 pupils came, 18 girls and 12 boys.",
            &["30 total pupils", "18 part girls", "12 part boys"],
        );
        check("They mined 20.7 million tonnes of rock.", &["20.7 million tonnes level rock"]);
        check("Rosa Lind, 43, came second.", &["43 age -", "second rank -"]);
    }
}
