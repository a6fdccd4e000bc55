//! Numbers in digits: `1,234.5`, `1 234 567`, `12,34,567`, `3½`, `1/2`, and what only looks like one.

use super::form::Form;
use super::reader::{Reader, is_dash};
use super::whole::is_in_list;
use crate::text::{Gap, TokenKind};
use crate::value::Decimal;

/// What begins at a run of digits.
pub(in crate::extract) enum Read {
    /// A number.
    Figure(Figure),
    /// A date, score, phone number, version or list of codes that ends before this token.
    Code(usize),
}

/// A number in digits.
pub(in crate::extract) struct Figure {
    /// The token behind it.
    pub(in crate::extract) end: usize,
    pub(in crate::extract) value: Decimal,
    pub(in crate::extract) form: Form,
}

/// Groups beyond this belong to a list, not to a number (128 bits hold 13 groups of three).
const MOST_GROUPS: usize = 16;

/// Reads the number whose first digits are `first` and end the token `at`.
pub(in crate::extract) fn read(reader: Reader<'_>, first: &str, at: usize) -> Read {
    let code = || Read::Code(skip_code(reader, at + 1));
    if !first.bytes().all(|byte| byte.is_ascii_digit()) {
        // A row of fractions without gaps is an ornament.
        let is_row = reader.is_solid(at + 1) && reader.kind(at + 1) == Some(TokenKind::Number);
        return match vulgar(first).filter(|_| !is_row) {
            Some((numerator, denominator)) => {
                fraction(0, numerator, denominator, at + 1).map_or_else(code, Read::Figure)
            }
            None => Read::Code(at + 1),
        };
    }
    let mut digits = Digits::default();
    digits.push(first);
    let mut end = at + 1;
    let mut form = Form::Integer;
    let separator = match () {
        () if !reader.is_solid(end) => " ",
        () if reader.word(end) == "," && is_in_list(reader, at) => "",
        () => reader.word(end),
    };
    match separator {
        "," | "'" | "’" => {
            let groups = Groups::read(reader, at, separator);
            let is_grouped = groups.are_western(first) || separator == "," && groups.are_indian(first);
            if is_grouped {
                end = groups.end;
                form = Form::Grouped;
                digits.push_groups(reader, at, end);
            } else if separator == "," && groups.is_decimal_comma(first) {
                form = Form::Decimal;
                digits.push_decimals(reader.word(at + 2));
                end = groups.end;
            }
        }
        "." => {
            let groups = Groups::read(reader, at, separator);
            let has_comma = joined_digits(reader, groups.end, ",").is_some_and(|digits| digits.len() < 3);
            if groups.are_western(first) && (groups.count > 1 || has_comma) && !is_ip(reader, at, &groups) {
                end = groups.end;
                form = Form::Grouped;
                digits.push_groups(reader, at, end);
                if let Some(decimals) = joined_digits(reader, end, ",").filter(|_| has_comma) {
                    digits.push_decimals(decimals);
                    form = Form::Decimal;
                    end += 2;
                }
            } else if groups.count > 1 {
                return code();
            }
        }
        " " => {
            if let Some(groups_end) = spaced_groups(reader, first, at) {
                for group in end..groups_end {
                    digits.push(reader.word(group));
                }
                end = groups_end;
                form = Form::Grouped;
            }
        }
        _ => {}
    }
    if form != Form::Decimal
        && let Some(decimals) = joined_digits(reader, end, ".")
    {
        digits.push_decimals(decimals);
        form = Form::Decimal;
        end += 2;
        if joined_digits(reader, end, ".").is_some() {
            return code();
        }
    }
    let is_code = form == Form::Integer && first.len() > 1 && first.starts_with('0')
        || joined_digits(reader, end, ":").is_some()
        || joined_digits(reader, end, "/").is_some() && form != Form::Integer
        || is_chain(reader, end);
    let Some(value) = digits.value().filter(|_| !is_code) else { return code() };
    if let Some((value, end)) = super::exponents::powered(reader, value, end) {
        return Read::Figure(Figure { end, value, form: Form::Decimal });
    }
    if form == Form::Integer {
        match with_fraction(reader, value, end) {
            Fraction::Read(figure) => return Read::Figure(figure),
            Fraction::Code => return code(),
            Fraction::None => {}
        }
    }
    Read::Figure(Figure { end, value, form })
}

/// Reads a number that begins with its decimal point, at token `at`: `.25`.
pub(in crate::extract) fn read_point(reader: Reader<'_>, at: usize) -> Option<Figure> {
    let mut digits = Digits::default();
    digits.push("0");
    digits.push_decimals(reader.word(at + 1));
    Some(Figure { end: at + 2, value: digits.value()?, form: Form::Decimal })
}

/// The token behind a run of digits, words and joining signs without gaps.
fn skip_code(reader: Reader<'_>, mut at: usize) -> usize {
    while reader.is_solid(at) {
        let joins = matches!(reader.kind(at), Some(TokenKind::Number | TokenKind::Word))
            || matches!(reader.word(at), "/" | "." | ":" | "_" | ",")
            || is_dash(reader.word(at));
        if !joins {
            break;
        }
        at += 1;
    }
    at
}

/// The digits behind `separator` at token `at`, where all stand without gaps.
fn joined_digits<'a>(reader: Reader<'a>, at: usize, separator: &str) -> Option<&'a str> {
    let joined = reader.is_solid(at)
        && reader.word(at) == separator
        && reader.is_solid(at + 1)
        && reader.is_digits(at + 1);
    joined.then(|| reader.word(at + 1))
}

/// Whether two more groups of digits are joined on by hyphens: a phone number, a date, an ISBN.
fn is_chain(reader: Reader<'_>, end: usize) -> bool {
    let joined = |at| reader.is_hyphened(at) && reader.is_digits(at);
    joined(end + 1) && joined(end + 3)
}

/// The groups behind the first digits, each behind the same separator.
struct Groups {
    count: usize,
    end: usize,
    /// All groups have three digits.
    all_three: bool,
    /// The last has three digits, all others two.
    two_then_three: bool,
    last: usize,
}

impl Groups {
    fn read(reader: Reader<'_>, at: usize, separator: &str) -> Groups {
        let mut groups = Groups { count: 0, end: at + 1, all_three: true, two_then_three: true, last: 2 };
        while groups.count < MOST_GROUPS
            && let Some(digits) = joined_digits(reader, groups.end, separator)
        {
            groups.count += 1;
            groups.end += 2;
            groups.all_three &= digits.len() == 3;
            groups.two_then_three &= groups.last == 2;
            groups.last = digits.len();
        }
        groups
    }

    fn are_western(&self, first: &str) -> bool {
        self.count > 0
            && self.count < MOST_GROUPS
            && self.all_three
            && first.len() < 4
            && !first.starts_with('0')
    }

    /// Lakh and crore: `12,34,567`.
    fn are_indian(&self, first: &str) -> bool {
        self.count > 1 && self.count < MOST_GROUPS && self.two_then_three && self.last == 3 && first.len() < 3
    }

    /// A comma for a point, as most of Europe writes it: `3,5`. Three digits behind it are taken for
    /// thousands, and more commas for a list.
    fn is_decimal_comma(&self, first: &str) -> bool {
        self.count == 1 && (self.last < 3 || first == "0")
    }
}

/// Whether four groups could be an IPv4 address rather than a number with points for thousands.
fn is_ip(reader: Reader<'_>, at: usize, groups: &Groups) -> bool {
    let is_byte = |token| reader.word(token).parse::<u8>().is_ok();
    groups.count == 3 && (at..groups.end).step_by(2).all(is_byte)
}

/// Where a number ends whose thousands stand behind spaces: `1 234 567`.
///
/// A common space separates numbers of a table or a list as well, so no further number may stand
/// on either side.
fn spaced_groups(reader: Reader<'_>, first: &str, at: usize) -> Option<usize> {
    if first.len() > 3 || first.starts_with('0') {
        return None;
    }
    let is_group =
        |token| reader.gap(token) == Gap::Space && reader.is_digits(token) && reader.word(token).len() == 3;
    let mut end = at + 1;
    while end - at <= MOST_GROUPS && is_group(end) {
        end += 1;
    }
    let follows_number =
        |token| reader.kind(token) == Some(TokenKind::Number) && reader.gap(token) < Gap::Line;
    let stands_behind_number =
        reader.gap(at) < Gap::Line && reader.kind(at.wrapping_sub(1)) == Some(TokenKind::Number);
    if follows_number(end) || stands_behind_number || super::vocabulary::is_month(reader.before(at, 1)) {
        return None;
    }
    (end > at + 1 && end - at <= MOST_GROUPS).then_some(end)
}

enum Fraction {
    Read(Figure),
    Code,
    None,
}

/// Whole number and fraction, or a fraction alone: `3 1/2`, `3½`, `3-1/2`, `1/2`.
fn with_fraction(reader: Reader<'_>, whole: Decimal, end: usize) -> Fraction {
    let Some(whole) = whole.to_integer() else { return Fraction::None };
    if let Some(denominator) = joined_digits(reader, end, "/") {
        let ends = joined_digits(reader, end + 2, "/").is_none() && !reader.is_hyphened(end + 3);
        let denominator = denominator.parse().ok().filter(|&d| ends && is_fraction(whole, d));
        let figure = denominator.and_then(|denominator| fraction(0, whole, denominator, end + 2));
        return figure.map_or(Fraction::Code, Fraction::Read);
    }
    let at = if reader.is_hyphened(end + 1) { end + 1 } else { end };
    if reader.gap(at) >= Gap::Line || reader.kind(at) != Some(TokenKind::Number) {
        return Fraction::None;
    }
    let figure = match vulgar(reader.word(at)) {
        Some((numerator, denominator)) => fraction(whole, numerator, denominator, at + 1),
        None => joined_digits(reader, at + 1, "/").and_then(|denominator| {
            let (numerator, denominator) = (reader.word(at).parse().ok()?, denominator.parse().ok()?);
            is_fraction(numerator, denominator).then(|| fraction(whole, numerator, denominator, at + 3))?
        }),
    };
    figure.map_or(Fraction::None, Fraction::Read)
}

/// Denominators that people write; `9/11` and `24/7` are none, nor is `1/6`, a day more often.
fn is_fraction(numerator: i128, denominator: i128) -> bool {
    let is_fraction = matches!(denominator, 2 | 3 | 4 | 5 | 8 | 10 | 16 | 32 | 64 | 50 | 100 | 1000)
        || matches!(denominator, 20 | 25) && numerator > 12;
    0 < numerator && numerator < denominator && is_fraction
}

fn fraction(whole: i128, numerator: i128, denominator: i128, end: usize) -> Option<Figure> {
    let numerator = whole.checked_mul(denominator)?.checked_add(numerator)?;
    Some(Figure { end, value: Decimal::quotient(numerator, denominator)?, form: Form::Fraction })
}

/// Numerator and denominator of a vulgar fraction (Unicode, Number Forms).
fn vulgar(character: &str) -> Option<(i128, i128)> {
    Some(match character.chars().next()? {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    })
}

/// Digits on their way to a decimal; `None` inside once there are more than fit.
struct Digits {
    digits: Option<i128>,
    scale: u32,
}

impl Default for Digits {
    fn default() -> Digits {
        Digits { digits: Some(0), scale: 0 }
    }
}

impl Digits {
    fn push(&mut self, run: &str) {
        /// So many digits always fit 64 bits, where sums are much faster.
        const FIT: usize = 18;
        if self.digits == Some(0) && run.len() <= FIT {
            let digits = run.bytes().fold(0, |sum, byte| sum * 10 + u64::from(byte.wrapping_sub(b'0')));
            self.digits = Some(digits.into());
            return;
        }
        for byte in run.bytes() {
            let digit = i128::from(byte.wrapping_sub(b'0'));
            self.digits = self
                .digits
                .and_then(|digits| digits.checked_mul(10))
                .and_then(|digits| digits.checked_add(digit));
        }
    }

    fn push_groups(&mut self, reader: Reader<'_>, at: usize, end: usize) {
        for group in (at + 2..end).step_by(2) {
            self.push(reader.word(group));
        }
    }

    fn push_decimals(&mut self, run: &str) {
        self.push(run);
        self.scale = self.scale.saturating_add(u32::try_from(run.len()).unwrap_or(u32::MAX));
    }

    fn value(&self) -> Option<Decimal> {
        Some(Decimal::new(self.digits?, self.scale))
    }
}
