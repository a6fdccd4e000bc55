//! Expressions that stand beside each other and mean one time: "Tuesday, July 2, 2024", "5th of next month", "Wednesday evening
//! next week", "the third quarter of last year", "last year's fourth quarter", "Friday (15 June)".
//!
//! ```text
//! point = term { link term }
//! link  = [ "," ] | "of" | "in" | "on" | "the" | "'s" | "-" | "/" | "("
//! ```
//!
//! What may join is a matter of the fields that both tell, so any order is read: a day and a month, both and a year, a day of the
//! week and a date or a week, a share of a year and a year, a day and a part of it.

use super::evidence;
use super::tree::{Bare, Expression, Fields, Link, Named, Node, Operands, Proof};
use crate::extract::time::calendar::{Period, Shift, Unit};
use crate::extract::time::words::{Reader, Term, figures, year};
use crate::text::TokenKind;

/// Reads what belongs to the expression behind it; `None` where nothing does.
pub(super) fn read(reader: &Reader<'_>, left: &Node, operands: &dyn Operands) -> Option<Node> {
    let end = left.range.end;
    if let Some(node) = part_of_day(reader, left) {
        return Some(node);
    }
    // "Labor Day weekend", "Thanksgiving 2023 weekend"
    if left.fields().has(Fields::FEAST) && reader.term(end) == Some(Term::Unit(Unit::Weekend)) {
        let weekend = Expression::Holding(Unit::Weekend, Box::new(left.expression.clone()));
        return Some(Node::told(weekend, left.range.start..end + 1));
    }
    let (link, next) = link(reader, end);
    if let Some(node) = told_year(reader, left, link, next) {
        return Some(node);
    }
    if !may_begin(reader, next) || !expects(left.fields(), reader.kind(next)) {
        return None;
    }
    if left.fields() == Fields::WEEKDAY
        && let Some((period, right_end)) = figures::read_dotted_pair(reader, next)
    {
        return join(reader, left, Node::bare(period, next..right_end, Bare::Pair), link);
    }
    // A term joins at once, and what is behind it joins both; only a day of the week waits for its whole date.
    if left.fields().has(Fields::WEEKDAY) && !matches!(reader.term(next), Some(Term::Weekday(_))) {
        let date = operands.point(next).and_then(|date| join(reader, left, date, link));
        if date.is_some() {
            return date;
        }
    }
    join(reader, left, operands.term(next)?, link)
}

/// Whether what begins with such a token may join an expression with these fields.
fn expects(fields: Fields, kind: Option<TokenKind>) -> bool {
    let has = |field| fields.has(field);
    match kind {
        Some(TokenKind::Number) => has(Fields::WEEKDAY) || has(Fields::MONTH),
        // A fiscal year tells no field, yet has quarters.
        _ => true,
    }
}

/// Whether a term can begin at token `at`.
fn may_begin(reader: &Reader<'_>, at: usize) -> bool {
    reader.kind(at) == Some(TokenKind::Number)
        || reader.term(at).is_some()
        || reader.kind(at) == Some(TokenKind::Word)
            && matches!(reader.word(at).as_bytes(), [b'Q' | b'q' | b'H', b'1'..=b'4'])
}

fn link(reader: &Reader<'_>, end: usize) -> (Link, usize) {
    let is_glued = reader.is_glued(end) && reader.is_glued(end + 1);
    let past_the = |at: usize| at + usize::from(reader.is(at, "the"));
    match reader.word(end) {
        "," => (Link::Comma, end + 1),
        "-" | "/" if is_glued => (Link::Hyphen, end + 1),
        "(" => (Link::Bracket, end + 1),
        "'s" | "’s" => (Link::Possessive, end + 1),
        "of" => (Link::Of, past_the(end + 1)),
        "in" => (Link::In, end + 1),
        "on" => (Link::On, past_the(end + 1)),
        "the" => (Link::The, end + 1),
        // "the 20th day of the next month"
        "day" if reader.is(end + 1, "of") => (Link::Of, past_the(end + 2)),
        _ => (Link::None, end),
    }
}

/// "Tuesday evening", "today pm"
fn part_of_day(reader: &Reader<'_>, left: &Node) -> Option<Node> {
    let fields = left.fields();
    let is_day = fields.is_day() && !fields.has(Fields::PART);
    // "5 morning shows", but "the 5th, in the morning"
    let is_number = matches!(left.proof, Proof::Bare(Bare::Day { .. } | Bare::Pair | Bare::WeekdayShort));
    let (part, end) = (is_day && !is_number).then(|| super::day_part::behind(reader, left.range.end))??;
    let expression = Expression::Part(Some(Box::new(left.expression.clone())), part);
    Some(Node { expression, range: left.range.start..end, proof: left.proof })
}

/// The year behind what has none, in figures or in words: "July 2024", "summer of '69".
fn told_year(reader: &Reader<'_>, left: &Node, link: Link, next: usize) -> Option<Node> {
    let fields = left.fields();
    let is_yearless = !fields.has(Fields::YEAR) && takes_year(fields);
    let is_link = match link {
        Link::None | Link::Comma | Link::Of | Link::In => true,
        Link::Hyphen => !fields.has(Fields::FEAST),
        _ => false,
    };
    if !is_yearless || !is_link || !evidence::takes_year(reader, left) {
        return None;
    }
    let is_linked = matches!(link, Link::Comma | Link::Of | Link::In);
    // "fourth quarter of fiscal 2023"
    let next = next + usize::from(fields.has(Fields::SHARE) && reader.term(next) == Some(Term::Fiscal));
    let (year, end) = year::digits(reader, next)
        .or_else(|| year::in_words(reader, next).filter(|_| link != Link::Hyphen))
        .or_else(|| year::cut(reader, next, is_linked).filter(|_| !fields.has(Fields::FEAST)))?;
    let expression = left.expression.clone().both(Expression::Period(Period::Year(Some(year))))?;
    let end = evidence::end_of_winter(reader, &left.expression, year, end);
    Some(Node::told(expression, left.range.start..end))
}

/// Whether an expression with these fields can have a year behind it.
fn takes_year(fields: Fields) -> bool {
    let has_month = fields.has(Fields::MONTH);
    (has_month || fields.has(Fields::SHARE) || fields.has(Fields::FEAST)) && !fields.has(Fields::PART)
}

fn join(reader: &Reader<'_>, left: &Node, right: Node, link: Link) -> Option<Node> {
    let is_joined = joins(left, &right, link) && evidence::joins(reader, left, &right, link);
    let mut end = right.range.end;
    if link == Link::Bracket {
        if reader.word(end) != ")" {
            return None;
        }
        end += 1;
    }
    let expression = is_joined.then(|| left.expression.clone().both(right.expression))??;
    Some(Node::told(expression, left.range.start..end))
}

/// Whether the fields of two expressions add to each other, joined so.
fn joins(left: &Node, right: &Node, link: Link) -> bool {
    use Fields as F;
    let (a, b) = (left.fields(), right.fields());
    let month_day = F::MONTH.and(F::DAY);
    let has_weekday = a.has(F::WEEKDAY);
    // A length to now is no part of a date.
    let is_rolling =
        |node: &Node| matches!(node.expression, Expression::Rolling { .. } | Expression::Share { .. });
    if is_rolling(left) || is_rolling(right) || b.has(F::PART) {
        return false;
    }
    match () {
        // "the 5th of May", "5-May", "20th of next month"
        () if a == F::DAY && b.has(F::MONTH) && !b.has(F::DAY) && !b.has(F::FEAST) => {
            matches!(link, Link::None | Link::Of | Link::Hyphen)
                && (link == Link::Of || !matches!(right.expression, Expression::Shifted(..)))
        }
        // "May 5", "July the 2nd"
        () if a == F::MONTH && b == F::DAY => matches!(link, Link::None | Link::The | Link::Hyphen),
        // "2016 Nov 5", "2024-Q3", "last year's fourth quarter"
        () if a == F::YEAR && is_year(&left.expression) => {
            let is_share = b == F::SHARE || b == F::MONTH || b == F::FEAST;
            is_share && matches!(link, Link::None | Link::Hyphen | Link::Possessive)
        }
        // "fiscal 1989's third quarter"
        () if matches!(left.expression, Expression::Period(Period::Fiscal(Some(_)))) => {
            b == F::SHARE && link == Link::Possessive
        }
        () if a == F::YEAR.and(F::MONTH) && b == F::DAY => {
            is_month(&left.expression) && matches!(link, Link::None | Link::Hyphen)
        }
        // "the third quarter of last year", "July last year"
        () if b == F::YEAR => {
            takes_year(a)
                && !a.has(F::YEAR)
                && matches!(link, Link::None | Link::Of | Link::In)
                && !matches!(right.proof, Proof::Bare(Bare::Year | Bare::YearInWords))
        }
        // "Tuesday, July 2", "Friday the 26th", "Thursday 29/03"
        () if has_weekday && b.has(F::DAY) && !b.has(F::WEEKDAY) && !a.has(F::DAY) => {
            let is_number = b == F::DAY;
            match link {
                Link::None | Link::The => true,
                Link::Comma | Link::Hyphen | Link::Bracket => !is_number,
                _ => false,
            }
        }
        // "Wednesday next week", "Tuesday of last week"
        () if has_weekday && b == F::WEEK && !a.has(F::DAY) => {
            matches!(link, Link::None | Link::Of | Link::On) && is_pointed(&left.expression)
        }
        // "next week on Friday", "this week's Friday"
        () if a == F::WEEK && b == F::WEEKDAY => {
            matches!(link, Link::None | Link::On | Link::Possessive)
                && matches!(right.expression, Expression::Period(_))
        }
        // "three weeks after Christmas on Friday"
        () if b == F::WEEKDAY && matches!(left.expression, Expression::Away { from: Some(_), .. }) => {
            link == Link::On && matches!(right.expression, Expression::Period(_))
        }
        // "July 5 (Friday)"
        () if a.has(month_day) && b == F::WEEKDAY && !has_weekday => {
            link == Link::Bracket && matches!(right.expression, Expression::Period(_))
        }
        () => false,
    }
}

/// Whether it is a year, told or pointed at.
fn is_year(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Period(Period::Year(Some(1..)))
            | Expression::Shifted(Shift::This | Shift::Next | Shift::Last, Named::Unit(Unit::Year))
    )
}

/// Whether it is a month of a year, both told.
fn is_month(expression: &Expression) -> bool {
    matches!(expression, Expression::Period(Period::Month(Some(_), _)))
}

/// Whether a day of the week stands for itself, so that a week can tell which.
fn is_pointed(expression: &Expression) -> bool {
    match expression {
        Expression::Period(Period::Weekday(_)) => true,
        Expression::Part(Some(day), _) => is_pointed(day),
        _ => false,
    }
}
