//! The grammar: what can begin at a token, in the order in which it is tried. Here alone an expression holds another.

use super::times::Times;
use super::tree::{Bare, Expression, Fields, Node, Operands, Proof};
use super::{away, day_part, edge, evidence, joined, nth, range, shift, terms, times};
use crate::extract::time::calendar::Unit;
use crate::extract::time::words::{Reader, Term, day_number};
use crate::text::TokenKind;

/// How deep expressions lie in each other at most: "the Friday before the first Monday of next month" has three of them.
const DEEPEST: usize = 4;

/// The expressions of a sentence, down to a depth.
struct Grammar<'a> {
    reader: &'a Reader<'a>,
    depth: usize,
}

/// Reads the time of day that begins at token `at`.
pub(crate) fn read_times(reader: &Reader<'_>, at: usize) -> Option<(Times, usize)> {
    times::read(reader, at, &|at| day(reader, at))
}

/// Reads the part of a day that begins at token `at`.
pub(crate) fn read_part(reader: &Reader<'_>, at: usize) -> Option<Node> {
    day_part::read(reader, at, |at| day(reader, at))
}

/// Reads the dates that begin at token `at`, longest first: a range, and its beginning alone. Which of them is one, their meaning
/// tells.
pub(crate) fn read_dates(reader: &Reader<'_>, at: usize) -> [Option<(Node, f64)>; 2] {
    let grammar = Grammar { reader, depth: DEEPEST };
    // The number of a day must stand for itself: "$12 December", "6,107.31 August".
    let is_free = reader.is_free(at) || day_number(reader, at).is_none();
    let Some(first) = is_free.then(|| grammar.point(at)).flatten() else { return [None, None] };
    let range = range::read(reader, &first, &grammar).map(|node| (node, evidence::RANGE));
    let alone = evidence::score(reader, &first).map(|score| (first, score));
    [range, alone]
}

/// Reads one day, or a part of one, that begins at token `at`.
fn day(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let node = Grammar { reader, depth: DEEPEST - 1 }.point(at).filter(|node| node.fields().is_day())?;
    evidence::score(reader, &node).map(|_| node)
}

impl Operands for Grammar<'_> {
    fn point(&self, at: usize) -> Option<Node> {
        let reader = self.reader;
        let inner = Grammar { reader, depth: self.depth.checked_sub(1)? };
        let mut node = self.term(at)?;
        while let Some(longer) = joined::read(reader, &node, &inner) {
            node = longer;
        }
        Some(node)
    }

    fn term(&self, at: usize) -> Option<Node> {
        let reader = self.reader;
        let inner = Grammar { reader, depth: self.depth.checked_sub(1)? };
        match reader.kind(at)? {
            TokenKind::Number => {
                let counts = counts(reader, at) && reader.is_free(at);
                let counted = counts.then(|| {
                    away::read(reader, at, &inner)
                        .or_else(|| nth::read(reader, at, &inner))
                        .or_else(|| shift::counted(reader, at))
                        .or_else(|| terms::ordinal_share(reader, at))
                });
                counted.flatten().or_else(|| terms::in_figures(reader, at))
            }
            TokenKind::Word => word(reader, at, &inner),
            TokenKind::Punctuation | TokenKind::Acronym => terms::code(reader, at),
            _ => None,
        }
    }
}

/// Whether what stands behind the number at `at` may be counted by it, or be the rest of it.
fn counts(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at + 1) {
        Some(TokenKind::Word) => true,
        // `3½`, `3 1/2`
        Some(TokenKind::Number) => reader.is_glued(at + 1) || reader.word(at + 2) == "/",
        Some(TokenKind::Punctuation) => matches!(reader.word(at + 1), "-" | "." | "," | "/"),
        _ => false,
    }
}

fn word(reader: &Reader<'_>, at: usize, inner: &Grammar<'_>) -> Option<Node> {
    match reader.term(at) {
        // "April Fools' Day", "May Day"
        Some(Term::Month(4 | 5) | Term::All) if let Some(feast) = terms::feast(reader, at) => Some(feast),
        Some(Term::Month(_) | Term::MonthShort(_)) => {
            shift::beyond(reader, at).or_else(|| terms::month(reader, at))
        }
        Some(Term::Weekday(_) | Term::WeekdayShort(_)) => shift::beyond(reader, at)
            .or_else(|| nth::weekday_from(reader, at, inner))
            .or_else(|| terms::weekday(reader, at)),
        Some(Term::Season(_)) => shift::beyond(reader, at).or_else(|| terms::season(reader, at)),
        Some(Term::Feast) => terms::feast(reader, at),
        Some(Term::Day(_)) => terms::today(reader, at),
        Some(Term::Unit(unit)) => of_unit(reader, at, unit, inner),
        Some(Term::Fiscal | Term::Calendar) => terms::year_by_kind(reader, at),
        Some(Term::Decade(_)) => terms::code(reader, at),
        Some(Term::Ordinal(_) | Term::Second) => edge::half(reader, at, inner)
            .or_else(|| nth::read(reader, at, inner))
            .or_else(|| terms::ordinal_share(reader, at))
            .or_else(|| terms::day(reader, at)),
        Some(Term::Number(_)) => away::read(reader, at, inner)
            .or_else(|| nth::read(reader, at, inner))
            .or_else(|| shift::counted(reader, at))
            .or_else(|| terms::ordinal_share(reader, at))
            .or_else(|| terms::day(reader, at))
            .or_else(|| terms::year_in_words(reader, at)),
        Some(Term::Final) => nth::read(reader, at, inner),
        Some(Term::Shift(_)) => nth::read(reader, at, inner).or_else(|| shift::read(reader, at)),
        Some(Term::Article | Term::Vague | Term::Half | Term::Units(_) | Term::Dozen) => {
            away::read(reader, at, inner)
        }
        Some(Term::Edge | Term::Later | Term::Stretch) => edge::read(reader, at, inner),
        Some(_) => None,
        None => terms::code(reader, at),
    }
}

/// What a unit in the singular begins: "week of July 8", "week 31", "day after tomorrow", "year 2008".
fn of_unit(reader: &Reader<'_>, at: usize, unit: Unit, inner: &Grammar<'_>) -> Option<Node> {
    shift::beyond(reader, at)
        .or_else(|| edge::end_of_unit(reader, at))
        .or_else(|| away::read(reader, at, inner))
        .or_else(|| holding(reader, at, unit, inner))
        .or_else(|| (unit == Unit::Week).then(|| terms::week_number(reader, at)).flatten())
        .or_else(|| terms::year_by_kind(reader, at))
        .or_else(|| {
            let weekend = Expression::Holding(Unit::Weekend, Box::new(Expression::Day(0)));
            let bare = Node { expression: weekend, range: at..at + 1, proof: Proof::Bare(Bare::Weekend) };
            (unit == Unit::Weekend).then_some(bare)
        })
        .or_else(|| {
            let is_long = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
            edge::the_unit(reader, at).filter(|_| is_long)
        })
}

/// "week of July 8", "week commencing 4 February", "weekend of Thanksgiving 2023"
fn holding(reader: &Reader<'_>, at: usize, unit: Unit, inner: &Grammar<'_>) -> Option<Node> {
    const OF_WEEK: &[&str] = &["of", "commencing", "beginning", "starting", "ending", "ended"];
    let is_link = match unit {
        Unit::Week => reader.is_any(at + 1, OF_WEEK),
        Unit::Weekend => reader.is(at + 1, "of"),
        _ => false,
    };
    let next = at + 2 + usize::from(reader.is(at + 2, "on"));
    let next = next + usize::from(reader.is(next, "the"));
    let day = is_link.then(|| inner.point(next)).flatten()?;
    let is_day = day.fields().is_day() && !day.fields().has(Fields::PART);
    let end = day.range.end;
    is_day.then(|| Node::told(Expression::Holding(unit, Box::new(day.expression)), at..end))
}
