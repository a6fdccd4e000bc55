//! From one time to another: "July 9-11", "from May to September", "2019–21", "the ninth to the eleventh of July", "Monday
//! through Friday". What one end leaves out, the other tells.
//!
//! ```text
//! range     = point connector point [ [ "," ] year ]
//! connector = "-" | "to" | "through" | "until" | "and"        "and" behind "between" only
//! ```

use super::evidence;
use super::tree::{Bare, Expression, Fields, Node, Operands, Proof};
use crate::extract::time::calendar::Period;
use crate::extract::time::words::{Reader, day_number, figures, month_name, weekday_name, year};

/// Reads the range that begins with an expression.
pub(super) fn read(reader: &Reader<'_>, first: &Node, operands: &dyn Operands) -> Option<Node> {
    let at = first.range.start;
    // "from Dec. 28, 2012, to Jan. 3"
    let has_comma = reader.follows_any(at, &["from"])
        && reader.word(first.range.end) == ","
        && reader.is_any(first.range.end + 1, &["to", "through", "until", "till"]);
    let end = first.range.end + usize::from(has_comma);
    if let Some(node) = centuries(reader, first).or_else(|| school_year(reader, first)) {
        return Some(node);
    }
    let has_and = reader.is_any(end, &["and", "&"]);
    let is_between = is_between(reader, at);
    let is_days = first.fields() == Fields::DAY && matches!(first.expression, Expression::Period(_));
    let is_connected = connects(reader, at, end) || has_and && is_days;
    if !is_connected {
        return None;
    }
    let is_dash = !reader.word(end).starts_with(char::is_alphanumeric) && !has_and;
    let next = end + 1 + usize::from(reader.is(end + 1, "the"));
    if is_days {
        return days(reader, first, next, has_and && !is_between, operands);
    }
    let second = second(reader, first, next, is_dash, operands)?;
    let is_first = first.is_told() || begins(reader, first, &second);
    if !is_first || !is_end(reader, first, &second, is_dash) {
        return None;
    }
    let range_end = second.range.end;
    let (from, to) = (first.expression.clone(), second.expression);
    // "July 9-11, 2024", "May to September 2024"
    Some(Node::told(Expression::Between(Box::new(from), Box::new(to)), at..range_end))
}

/// Whether the token at `end` connects the ends of a range that begins at token `at`.
fn connects(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    match reader.word(end) {
        "-" | "–" | "—" | "‑" | "~" | "−" => true,
        _ if reader.is_any(end, &["to", "through", "thru", "until", "till"]) => true,
        _ => reader.is(end, "and") && is_between(reader, at),
    }
}

fn is_between(reader: &Reader<'_>, at: usize) -> bool {
    reader.follows_any(at, &["between"])
        || reader.follows_any(at, &["the"]) && at.checked_sub(2).is_some_and(|at| reader.is(at, "between"))
}

/// "9-11 July 2024", "from the ninth to the eleventh of July": two days before one month.
fn days(
    reader: &Reader<'_>,
    first: &Node,
    next: usize,
    is_apart: bool,
    operands: &dyn Operands,
) -> Option<Node> {
    let at = first.range.start;
    let (from_day, _, _) = day_number(reader, at).filter(|_| reader.is_free(at))?;
    let (to_day, is_ordinal, day_end) = day_number(reader, next)?;
    let last = operands.point(next)?;
    let Expression::Period(to @ Period::Day { year, month: Some(month), day, .. }) = last.expression else {
        return None;
    };
    let month_at = day_end + usize::from(reader.is(day_end, "of"));
    let is_low = !reader.is_capital(month_at) && matches!(month, 3 | 5);
    let is_order = day == to_day && from_day < to_day && (!is_apart || to_day == from_day + 1);
    if !is_order || is_low && !is_ordinal || month_name(reader, month_at).is_none() {
        return None;
    }
    let from = Expression::Period(Period::day(year, month, from_day)?);
    let range = at..last.range.end;
    Some(Node::told(Expression::Between(Box::new(from), Box::new(Expression::Period(to))), range))
}

/// "the 18th and 19th centuries"
fn centuries(reader: &Reader<'_>, first: &Node) -> Option<Node> {
    use crate::extract::time::calendar::Unit;
    use crate::extract::time::words::Term;

    let at = first.range.start;
    let (first_number, is_ordinal, end) = day_number(reader, at)?;
    let connects = reader.is_any(end, &["and", "to", "or", "-", "–"]);
    let (last, is_last_ordinal, end) = connects.then(|| day_number(reader, end + 1))??;
    let is_century = matches!(reader.term(end), Some(Term::Units(Unit::Century)));
    let are_centuries = is_ordinal && is_last_ordinal && is_century && first_number < last;
    let century = |number: i8| Box::new(Expression::Period(Period::Century(i16::from(number) - 1)));
    are_centuries.then(|| Node::told(Expression::Between(century(first_number), century(last)), at..end + 1))
}

/// "2019/20": two years of which the second is cut.
fn school_year(reader: &Reader<'_>, first: &Node) -> Option<Node> {
    let Expression::Period(Period::Year(Some(year))) = first.expression else { return None };
    let end = first.range.end;
    let (cut, len) = reader.digits(end + 1)?;
    let is_cut = reader.word(end) == "/" && reader.is_glued(end) && reader.is_glued(end + 1) && len == 2;
    let full = year / 100 * 100 + i16::try_from(cut).ok()?;
    let is_range = is_cut && full == year + 1 && !reader.number_goes_on(end + 2);
    let [from, to] = [year, full].map(|year| Box::new(Expression::Period(Period::Year(Some(year)))));
    is_range.then(|| Node::told(Expression::Between(from, to), first.range.start..end + 2))
}

/// The second end of a range, which may leave out what the first one tells.
fn second(
    reader: &Reader<'_>,
    first: &Node,
    at: usize,
    is_dash: bool,
    operands: &dyn Operands,
) -> Option<Node> {
    // Behind a dash a number is not free.
    if let Some((period, end)) = figures::read_second(reader, at) {
        return Some(Node::period(period, at..end));
    }
    // "July 9 to two days before Christmas"
    let whole = operands.point(at);
    if let Some(whole) = whole.as_ref().filter(|whole| whole.is_told()) {
        return Some(whole.clone());
    }
    if let Expression::Period(from) = first.expression {
        // "July 9-11", "July 9 to 11, 2024"
        if let Period::Day { month: Some(month), day, year: told, .. } = from
            && let Some((last, _, end)) = day_number(reader, at)
            && month_name(reader, end).is_none()
            && last > day
            && !(reader.is_glued(end) && matches!(reader.word(end), "-" | "/"))
        {
            let year_at = reader.skip_comma(end);
            let (year, end) =
                year::digits(reader, year_at).map_or((told, end), |(year, end)| (Some(year), end));
            return Some(Node::period(Period::day(year, month, last)?, at..end));
        }
        // "2019-21"
        if let Period::Year(Some(year)) = from
            && let Some((cut, len)) = reader.digits(at)
            && is_dash
            && len == 2
            && reader.is_glued(at)
            && !reader.number_goes_on(at + 1)
        {
            let full = year / 100 * 100 + i16::try_from(cut).ok()?;
            return (full > year).then(|| Node::period(Period::Year(Some(full)), at..at + 1));
        }
        if matches!(from, Period::Year(_) | Period::Month(..))
            && let Some((year, end)) = year::digits(reader, at)
            && month_name(reader, end).is_none()
            && !reader.is_glued(end + 1)
        {
            return Some(Node::period(Period::Year(Some(year)), at..end));
        }
        if let Some(name) = weekday_name(reader, at)
            && matches!(from, Period::Weekday(_))
            && name.is_short
        {
            return Some(Node::period(Period::Weekday(name.weekday), at..name.end));
        }
    }
    if reader.is(at, "now") {
        return Some(Node::told(Expression::Day(0), at..at + 1));
    }
    whole
}

/// Whether what could be something else begins a range, since such an end follows.
fn begins(reader: &Reader<'_>, first: &Node, second: &Node) -> bool {
    match first.proof {
        // "from 10/25 to 11/2"; with "between" and "and" they may be fractions.
        Proof::Bare(Bare::Pair) => is_range_of_pairs(reader, first, second),
        Proof::Bare(Bare::Half | Bare::WeekNumber | Bare::Day { .. }) => false,
        _ => evidence::score(reader, first).is_some(),
    }
}

fn is_range_of_pairs(reader: &Reader<'_>, first: &Node, second: &Node) -> bool {
    let at = first.range.start;
    let is_and = reader.is(first.range.end, "and");
    let has_day =
        || [at, at + 2, at + 4, at + 6].iter().any(|&at| reader.digits(at).is_some_and(|(n, _)| n > 12));
    let is_full = matches!(second.expression, Expression::Period(Period::Day { year: Some(_), .. }));
    match () {
        () if is_full || reader.follows_any(at, &["on", "until", "till"]) => true,
        () if reader.follows_any(at, &["from"]) => !is_and,
        () if reader.follows_any(at, &["between"]) => !is_and || has_day(),
        () => false,
    }
}

/// Whether the second expression ends a range that begins with the first.
fn is_end(reader: &Reader<'_>, first: &Node, second: &Node, is_dash: bool) -> bool {
    let (a, b) = (rank(&first.expression), rank(&second.expression));
    let (Some(a), Some(b)) = (a, b) else { return false };
    let has_year = |node: &Node| node.fields().has(Fields::YEAR) || node.fields().has(Fields::DATE);
    // A dash between a week and a day, or a year and a month, is one of punctuation.
    let furthest = match has_year(first) && has_year(second) {
        _ if is_dash => 0,
        true => 4,
        false => 2,
    };
    let is_month_and_day = a == 2 && b == 0;
    let is_near = (a - b).abs() <= furthest || is_month_and_day;
    let is_told = match second.proof {
        Proof::Told | Proof::Bare(Bare::Weekday | Bare::Season) => true,
        Proof::Bare(Bare::Unit) => !is_dash,
        Proof::Bare(Bare::Month { .. }) => a == b || evidence::score(reader, second).is_some(),
        Proof::Bare(Bare::Pair) => first.proof == Proof::Bare(Bare::Pair),
        _ => evidence::score(reader, second).is_some(),
    };
    is_near && is_told
}

/// How long what an expression tells is, from days to centuries.
fn rank(expression: &Expression) -> Option<i32> {
    let period = match expression {
        Expression::Period(period) => *period,
        Expression::Both(..) | Expression::Shifted(..) | Expression::Away { .. } | Expression::Beyond(..) => {
            let fields = expression.fields();
            return match () {
                () if fields.has(Fields::PART) => None,
                () if fields.is_day() => Some(0),
                () if fields.has(Fields::WEEK) => Some(1),
                () if fields.has(Fields::MONTH) => Some(2),
                () if fields.has(Fields::SHARE) => Some(3),
                () if fields.has(Fields::YEAR) => Some(4),
                () => Some(5),
            };
        }
        Expression::Day(_) | Expression::Feast(_) | Expression::Nth { .. } | Expression::NthFrom { .. } => {
            return Some(0);
        }
        Expression::Edge(_, whole) => return rank(whole),
        Expression::Holding(..) | Expression::WeekNumber(_) => return Some(1),
        Expression::Share { .. } => return Some(0),
        Expression::Part(..) | Expression::Between(..) | Expression::Rolling { .. } => return None,
    };
    match period {
        Period::Century(_) | Period::Decade(_) => Some(5),
        Period::Year(_) | Period::Fiscal(_) => Some(4),
        Period::Half(..) | Period::Quarter(_) | Period::SomeQuarter(_) | Period::Season(..) => Some(3),
        Period::Month(..) | Period::SomeMonth => Some(2),
        Period::Week(_) | Period::Weekend(_) => Some(1),
        Period::Weekday(_) | Period::Day { .. } | Period::Date(_) => Some(0),
        Period::Past | Period::Future => None,
    }
}
