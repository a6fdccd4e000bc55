//! Parts of the day: "this morning", "last night", "the evening of July 2", "in the afternoon".
//!
//! ```text
//! part   = [ edge ] ( "tonight" | ( "this" | "last" | "next" ) name ) | name ( "of" | "on" ) day | "in" "the" name
//! behind = day [ "in" "the" ] name | day ( "am" | "pm" )
//! ```

use super::tree::{Expression, Node};
use crate::extract::time::calendar::{Part, Shift};
use crate::extract::time::words::{Reader, Term};
use crate::text::TokenKind;

/// Reads a part of a day at token `at`; `day` reads the day behind "of".
pub(super) fn read(reader: &Reader<'_>, at: usize, day: impl Fn(usize) -> Option<Node>) -> Option<Node> {
    let first = at + usize::from(matches!(reader.term(at), Some(Term::Edge | Term::Later)));
    let of_today = |by: i64, part: Part, end: usize| {
        Node::told(Expression::Part(Some(Box::new(Expression::Day(by))), part), at..end)
    };
    match reader.term(first)? {
        // "late this morning", "later tonight"
        Term::Tonight => Some(of_today(0, Part::Night, first + 1)),
        Term::Shift(shift) => {
            let Some(Term::Part(part)) = reader.term(first + 1) else { return None };
            let by = match shift {
                Shift::This => 0,
                Shift::Last if matches!(part, Part::Night | Part::Evening) => -1,
                Shift::Next if reader.is(first, "next") => 1,
                _ => return None,
            };
            Some(of_today(by, part, first + 2))
        }
        Term::Part(part) if first == at => {
            let day_at = at + 2 + usize::from(reader.is(at + 2, "the"));
            if reader.is_any(at + 1, &["of", "on"])
                && let Some(node) = day(day_at)
            {
                let range = at..node.range.end;
                return Some(Node::told(Expression::Part(Some(Box::new(node.expression)), part), range));
            }
            // "in the night-time"
            let has_time = reader.word(at + 1) == "-" && reader.is_glued(at + 1) && reader.is(at + 2, "time");
            let end = at + 1 + 2 * usize::from(has_time);
            is_led(reader, at, part).then(|| Node::told(Expression::Part(None, part), at..end))
        }
        _ => None,
    }
}

/// Whether the words before the part of a day at token `at` say that it is one: "in the morning",
/// "at night", "one afternoon".
fn is_led(reader: &Reader<'_>, at: usize, part: Part) -> bool {
    let is_in = |at: usize| reader.is_any(at, &["in", "during", "throughout", "into"]);
    match part {
        Part::Midday => {
            return !reader.is_capital(at) && !reader.is_low(at + 1)
                || reader.follows_any(at, &["at", "by", "until"]);
        }
        Part::Night if reader.follows_any(at, &["at"]) => return true,
        _ => {}
    }
    reader.follows_any(at, &["the"]) && at.checked_sub(2).is_some_and(is_in)
        || reader.follows_any(at, &["one"]) && !reader.is_capital(at)
        // "in morning", but not "in morning trade"
        || reader.follows_any(at, &["in"]) && part != Part::Night && reader.kind(at + 1) != Some(TokenKind::Word) && reader.word(at + 1) != "-"
}

/// Reads the part of the day behind a day: "Tuesday morning", "tuesday in the morning", "today pm".
/// Gives the token behind it.
pub(crate) fn behind(reader: &Reader<'_>, end: usize) -> Option<(Part, usize)> {
    // "today am" could go on with "I".
    match reader.word(end) {
        "pm" | "PM" | "p.m." if !reader.is_glued(end) => return Some((Part::Afternoon, end + 1)),
        "am" | "AM" | "a.m." if !reader.is_glued(end) && reader.kind(end + 1) != Some(TokenKind::Word) => {
            return Some((Part::Morning, end + 1));
        }
        _ => {}
    }
    let has_article = reader.is(end, "in") && reader.is(end + 1, "the");
    let at = end + 2 * usize::from(has_article);
    match reader.term(at)? {
        // "in the morning at 7" is a time of its own.
        Term::Part(_) if has_article && reader.is(at + 1, "at") => None,
        // "Monday Night Football", "Saturday Night Live"
        Term::Part(part) if !reader.is_capital(at) || !reader.is_capital(at + 1) => Some((part, at + 1)),
        _ => None,
    }
}
