use super::modifier::modifier;
use super::number::{Form, Number};
use super::range::{self, End, Reading};
use super::reader::{Reader, is_dash};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::{Gap, Span, TokenKind, is_apostrophe};
use crate::value::{Cardinal, Decimal, Figure, Modifier, Value};

/// Finds the other numbers, those that count things: "50", "thirty-two", "1.2m people".
pub(crate) struct CardinalExtractor;

impl Extractor for CardinalExtractor {
    fn name(&self) -> &'static str {
        "cardinal"
    }

    fn description(&self) -> &'static str {
        "Numbers that count, in digits or words"
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { text: article.text, tokens: &article.tokens };
        let mut rest = article.numbers.as_slice();
        while let Some(first) = rest.first() {
            let (candidate, n_numbers) = find(reader, rest, first);
            out.extend(candidate);
            rest = rest.get(n_numbers..).unwrap_or_default();
        }
    }
}

/// The candidate that begins with `first` of `numbers`, and how many numbers it has settled.
fn find(reader: Reader<'_>, numbers: &[Number], first: &Number) -> (Option<Candidate>, usize) {
    if let Some((reading, last)) = range(reader, numbers, first) {
        let is_counting = counts(reader, first, first.end, true) && counts(reader, last, reading.end, true);
        let candidate = is_counting.then(|| {
            let span = Span::new(first.span.start(), reader.span(reading.end - 1).end());
            let modifier = modifier(reader, first.lead, reading.end);
            candidate(span, Some(Cardinal { number: reading.figure, modifier }))
        });
        return (candidate, 2);
    }
    if let Some((value, last)) = ratio(reader, numbers, first) {
        let span = first.span.cover(last.span);
        let modifier = modifier(reader, first.lead, last.end);
        return (Some(candidate(span, Some(Cardinal { number: Figure::Exact(value), modifier }))), 2);
    }
    if first.form == Form::Ordinal || is_joined(reader, first) || is_pronoun(reader, first) {
        return (None, 1);
    }
    let (value, end) = match suffixed(reader, first) {
        Some(end) => (Some(end.value), end.end),
        None => (first.value, first.end),
    };
    let modifier = modifier(reader, first.lead, end);
    if !counts(reader, first, end, modifier.is_some()) || !may_be_bare(reader, first, modifier) {
        return (None, 1);
    }
    let span = Span::new(first.span.start(), reader.span(end - 1).end());
    (Some(candidate(span, value.map(|value| Cardinal { number: Figure::Exact(value), modifier }))), 1)
}

fn candidate(span: Span, value: Option<Cardinal>) -> Candidate {
    Candidate {
        span,
        label: LabelCode::CARDINAL,
        value: value.map(Value::Cardinal),
        score: 0.8,
        extractor: 0,
    }
}

/// The range of plain numbers that `numbers` begin with. Two joined by a hyphen are a score or a
/// vote as often: they have to rise within one order of magnitude, and be no years.
fn range<'n>(reader: Reader<'_>, numbers: &'n [Number], first: &Number) -> Option<(Reading, &'n Number)> {
    let last = numbers.get(1)?;
    if first.form == Form::Ordinal || last.form == Form::Ordinal {
        return None;
    }
    let reading = range::shared(reader, numbers, End::plain)?;
    let Figure::Range { low, high } = reading.figure else { return None };
    if is_dash(reader.word(first.end)) {
        let ratio = low.checked_mul(Decimal::from(10)).is_some_and(|tenfold| high <= tenfold);
        // 555-1234 is how telephone numbers are written.
        let is_phone = reader.word(first.first).len() == 3
            && reader.word(last.first).len() == 4
            && (first.form, last.form) == (Form::Integer, Form::Integer);
        let are_years = is_year(first) && (is_year(last) || reader.word(last.first).len() < 3);
        let is_small = high < Decimal::from(10);
        let has_noun =
            reader.word(reading.end).starts_with(char::is_lowercase) && reader.goes_on(reading.end);
        if !ratio || is_phone || are_years || is_small && !has_noun {
            return None;
        }
    } else if is_change(reader, first) {
        // "rose from 20 to 30" has two figures.
        return None;
    }
    Some((reading, last))
}

/// "one in five", "two out of three": the part that it is of the whole. A year or a length of time
/// behind "in" makes none.
fn ratio<'n>(reader: Reader<'_>, numbers: &'n [Number], first: &Number) -> Option<(Decimal, &'n Number)> {
    const MOST: i128 = 1000;
    let last = numbers.get(1)?;
    let at = first.end;
    let (next, is_in) = match () {
        () if reader.is(at, "in") => (at + 1, true),
        () if reader.are(at, &["out", "of"]) => (at + 2, false),
        () if reader.are(at, &["of", "every"]) => (at + 2, false),
        () => return None,
    };
    let next = next + usize::from(is_in && reader.is(next, "every"));
    let is_count = |number: &Number| matches!(number.form, Form::Integer | Form::Words | Form::Grouped);
    if last.lead != next
        || !is_count(first)
        || !is_count(last)
        || !reader.goes_on(at)
        || !reader.goes_on(next)
    {
        return None;
    }
    let (part, whole) = (first.value?.to_integer()?, last.value?.to_integer()?);
    let is_time = ["year", "month", "week", "day", "hour", "minute", "game", "match"].iter().any(|unit| {
        reader.word(last.end).get(..unit.len()).is_some_and(|head| head.eq_ignore_ascii_case(unit))
    });
    let is_part = 0 < part && part < whole && (whole <= MOST || last.form == Form::Grouped);
    if !is_part
        || is_in
            && (is_time
                || range::is_month(reader.word(last.end))
                || reader.is_solid(last.end) && is_dash(reader.word(last.end)))
    {
        return None;
    }
    Some((Decimal::quotient(part, whole)?, last))
}

/// Whether "from" with a verb of change stands before: the figures are a beginning and an end.
fn is_change(reader: Reader<'_>, number: &Number) -> bool {
    const CHANGES: &[&str] = &[
        "rose",
        "rise",
        "rises",
        "risen",
        "fell",
        "fall",
        "falls",
        "fallen",
        "up",
        "down",
        "grew",
        "grow",
        "grown",
        "cut",
        "increased",
        "increase",
        "dropped",
        "drop",
        "raised",
        "raise",
        "reduced",
        "reduce",
        "went",
        "jumped",
        "climbed",
        "slipped",
        "shrank",
        "declined",
    ];
    let verb = reader.before(number.lead, 2);
    reader.before(number.lead, 1).eq_ignore_ascii_case("from")
        && CHANGES.iter().any(|change| change.eq_ignore_ascii_case(verb))
}

/// The number with the suffix behind it. A lone `m` is a metre unless something is counted behind
/// it: "1.2m people", "a 100m race".
fn suffixed(reader: Reader<'_>, number: &Number) -> Option<End> {
    let power = number.suffix?;
    let letter = reader.word(number.end);
    if letter == "t"
        || letter == "T"
        || reader.is(number.end, "mm")
        || letter == "B" && power == 9 && reader.is(number.end + 1, "-")
    {
        return None;
    }
    if letter.eq_ignore_ascii_case("m") && !is_counted(reader, number.end + 1) {
        return None;
    }
    End::suffixed(number)
}

/// Whether the word at `at` names things that are counted: "people", "households".
pub(super) fn is_counted(reader: Reader<'_>, at: usize) -> bool {
    let noun = reader.word(at);
    let is_plural = noun.len() > 3 && noun.ends_with('s') && !noun.ends_with("ss");
    let counted = is_plural || noun == "people" || noun == "men" || noun == "women";
    counted && reader.gap(at) == Gap::Space && noun.starts_with(char::is_lowercase)
}

/// Whether the number is one end of a score, a vote, a name or a code: `3-2`, `COVID-19`, `F-16`.
fn is_joined(reader: Reader<'_>, number: &Number) -> bool {
    let before = number.first.wrapping_sub(1);
    if reader.span(number.first).start() < number.span.start() {
        return true;
    }
    let is_dash_before =
        reader.is_solid(number.first) && is_dash(reader.word(before)) && reader.is_solid(before);
    if is_dash_before && number.is_digits() {
        return true;
    }
    let is_dash_after = is_dash(reader.word(number.end)) && reader.is_hyphened(number.end + 1);
    if is_dash_after && number.is_digits() && reader.is_digits(number.end + 1) {
        return true;
    }
    let is_slashed = |at| reader.word(at) == "/";
    reader.is_solid(number.first) && is_slashed(before)
        || reader.is_solid(number.end) && is_slashed(number.end)
}

/// Whether "one" stands for a thing rather than counting: "no one", "the one who", "one another".
fn is_pronoun(reader: Reader<'_>, number: &Number) -> bool {
    const BEFORE: &[&str] = &[
        "no", "the", "this", "that", "each", "every", "any", "which", "another", "some", "only", "other",
        "last", "next", "first", "good", "bad", "big", "new", "old", "right", "wrong", "loved", "little",
    ];
    const AFTER: &[&str] = &[
        "another", "who", "that", "which", "is", "was", "has", "had", "can", "could", "may", "might", "must",
        "should", "would", "will", "does", "day", "time", "to", "you", "he", "she", "they", "we", "i", "it",
    ];
    if number.end != number.first + 1 || !reader.is(number.first, "one") {
        return false;
    }
    let is = |word: &str, words: &[&str]| words.iter().any(|candidate| candidate.eq_ignore_ascii_case(word));
    let after = reader.word(number.end);
    is(reader.before(number.first, 1), BEFORE)
        || reader.is_hyphened(number.first)
        || is(after, AFTER)
        || reader.kind(number.end) == Some(TokenKind::Clitic)
        || !after.starts_with(char::is_alphanumeric) && after != "-"
}

/// Whether what stands around the number leaves it a count. `end` is the token behind its suffix.
fn counts(reader: Reader<'_>, number: &Number, end: usize, is_qualified: bool) -> bool {
    let next = reader.word(end);
    // Units, times and plurals: `5kg`, `9am`, `747s`; what is known is somebody else's.
    if reader.is_solid(end)
        && (matches!(reader.kind(end), Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Acronym))
            || matches!(next, "°" | "#" | "_" | "@" | "&" | "′" | "″" | "^"))
    {
        return false;
    }
    if matches!(
        next,
        "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "A.M." | "P.M." | "AD" | "BC" | "BCE" | "CE" | "GMT"
    ) || next.eq_ignore_ascii_case("o'clock")
    {
        return false;
    }
    if !number.is_digits() {
        return !(number.form == Form::Words && is_in_title(reader, number));
    }
    let before = number.first.wrapping_sub(1);
    let is_neighbour = |at, gap| reader.kind(at) == Some(TokenKind::Number) && gap < Gap::Line;
    if is_neighbour(before, reader.gap(number.first)) || is_neighbour(end, reader.gap(end)) {
        return false;
    }
    // `(516)733-3989`, `7.am`
    let is_glued = match next {
        ")" | "/" => reader.is_solid(end) && reader.is_solid(end + 1),
        "." => {
            reader.is_solid(end) && reader.is_solid(end + 1) && reader.kind(end + 1) == Some(TokenKind::Word)
        }
        _ => false,
    };
    if is_glued && (next != ")" || reader.is_digits(end + 1)) {
        return false;
    }
    if matches!(reader.word(before), "#" | "№" | "§" | "@" | "_" | "&" | "°" | "^")
        || is_apostrophe(reader.word(before).chars().next().unwrap_or(' ')) && reader.is_solid(number.first)
    {
        return false;
    }
    is_qualified || !is_designated(reader, number)
}

/// Whether a capitalised number word goes with a capitalised word before it: "Ocean's Eleven".
fn is_in_title(reader: Reader<'_>, number: &Number) -> bool {
    let before = number.first.wrapping_sub(1);
    reader.is_capital(number.first)
        && reader.gap(number.first) <= Gap::Space
        && !reader.is_capital(number.end)
        && (reader.is_capital(before) && reader.word(before).len() > 2
            || reader.kind(before) == Some(TokenKind::Clitic))
}

/// Whether a name or a word such as "section" stands before the number: "Boeing 747", "page 12".
fn is_designated(reader: Reader<'_>, number: &Number) -> bool {
    const DESIGNATORS: &[&str] = &[
        "article",
        "category",
        "chapter",
        "channel",
        "clause",
        "figure",
        "flight",
        "gate",
        "grade",
        "highway",
        "item",
        "line",
        "no",
        "nos",
        "nr",
        "nrs",
        "number",
        "page",
        "pages",
        "paragraph",
        "part",
        "phase",
        "platform",
        "pp",
        "room",
        "round",
        "route",
        "rule",
        "section",
        "stage",
        "step",
        "table",
        "type",
        "unit",
        "verse",
        "version",
        "vol",
        "volume",
        "year",
    ];
    /// Words that begin a sentence or stand in a headline with a capital, and are no names.
    const PLAIN: &[&str] = &[
        "a", "about", "after", "all", "almost", "also", "and", "another", "are", "around", "as", "at", "by",
        "but", "dead", "death", "deaths", "another", "every", "exactly", "fires", "for", "from", "had",
        "has", "have", "he", "her", "his", "in", "injured", "injures", "into", "is", "its", "just", "kill",
        "killed", "kills", "leave", "leaves", "like", "more", "most", "my", "nearly", "of", "on", "only",
        "or", "other", "our", "over", "roughly", "she", "since", "some", "than", "that", "the", "their",
        "there", "these", "they", "this", "those", "to", "under", "up", "was", "we", "were", "when", "where",
        "which", "while", "with", "wounded", "wounds", "yet", "you",
    ];
    /// Longer lists are tables.
    const LONGEST_LIST: usize = 8;
    if reader.gap(number.first) > Gap::Line {
        return false;
    }
    let mut before = number.first.wrapping_sub(1);
    // "Rooms 22, 24 and 26"
    for _ in 0..LONGEST_LIST {
        let joins = matches!(reader.word(before), "," | "and" | "&");
        if !joins || !reader.is_digits(before.wrapping_sub(1)) {
            break;
        }
        before = before.wrapping_sub(2);
    }
    if reader.word(before) == "." && reader.is_solid(before) {
        before = before.wrapping_sub(1);
        let word = reader.word(before);
        return DESIGNATORS.iter().any(|designator| designator.eq_ignore_ascii_case(word))
            || range::is_month(word);
    }
    let word = reader.word(before);
    let is = |words: &[&str]| words.iter().any(|candidate| candidate.eq_ignore_ascii_case(word));
    if is(DESIGNATORS) {
        return true;
    }
    let is_name = reader.is_capital(before) && reader.kind(before) == Some(TokenKind::Word) && !is(PLAIN);
    is_name && number.form != Form::Grouped
}

/// Whether an unqualified number may stand by itself: years and numbers at the end of nothing do
/// not count.
fn may_be_bare(reader: Reader<'_>, number: &Number, modifier: Option<Modifier>) -> bool {
    // Account and card numbers; who counts so far writes marks for thousands.
    const LONGEST: usize = 7;
    if number.form == Form::Integer && number.span.len() > LONGEST && modifier.is_none() {
        return false;
    }
    match number.form {
        Form::Integer if is_year(number) => modifier.is_some() || is_counted(reader, number.end),
        Form::Fraction if reader.is(number.first, "half") => {
            let follows = ["of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "that"];
            let before = reader.before(number.first, 1);
            let is_part = ["first", "second", "the", "other", "and", "this"]
                .iter()
                .any(|word| before.eq_ignore_ascii_case(word));
            !is_part && (modifier.is_some() || follows.iter().any(|word| reader.is(number.end, word)))
        }
        _ => true,
    }
}

/// Whether the number is written as a year is: four digits from 1000 to 2199, without marks.
fn is_year(number: &Number) -> bool {
    number.form == Form::Integer
        && number.value.and_then(Decimal::to_integer).is_some_and(|value| (1000..2200).contains(&value))
}
