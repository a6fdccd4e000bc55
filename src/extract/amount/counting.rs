//! Whether a number counts things, or is part of a name, a date, a code or a phrase.

use crate::extract::number::{Form, Number, Piece, Reader, is_dash, is_month, is_one_of, piece};
use crate::text::{Gap, TokenKind, is_apostrophe};
use crate::value::{Decimal, Modifier};

/// Whether the word at `at` names things that are counted: "people", "households".
pub(super) fn is_counted(reader: Reader<'_>, at: usize) -> bool {
    let noun = reader.word(at);
    let is_plural = noun.len() > 3 && noun.ends_with('s') && !noun.ends_with("ss");
    let counted = is_plural || noun == "people" || noun == "men" || noun == "women";
    counted && reader.gap(at) == Gap::Space && noun.starts_with(char::is_lowercase)
}

/// Whether the number is one end of a score, a vote, a name or a code: `3-2`, `COVID-19`, `F-16`.
pub(super) fn is_joined(reader: Reader<'_>, number: &Number) -> bool {
    let before = number.first.wrapping_sub(1);
    if reader.span(number.first).start() < number.span.start() {
        return true;
    }
    let is_dash_before =
        reader.is_solid(number.first) && is_dash(reader.word(before)) && reader.is_solid(before);
    if is_dash_before && number.is_digits() {
        return true;
    }
    if is_dash_before && reader.is_capital(number.first) && reader.is_digits(before.wrapping_sub(1)) {
        return true;
    }
    let is_dash_after = is_dash(reader.word(number.end)) && reader.is_hyphened(number.end + 1);
    if is_dash_after && number.is_digits() && reader.is_digits(number.end + 1) {
        return true;
    }
    // "7-Eleven"
    if is_dash_after
        && number.is_digits()
        && reader.is_capital(number.end + 1)
        && is_figure(reader, number.end + 1)
    {
        return true;
    }
    let is_slashed = |at| reader.word(at) == "/";
    reader.is_solid(number.first) && is_slashed(before)
        || reader.is_solid(number.end) && is_slashed(number.end)
}

/// Whether the word at `at` is a number below 100.
fn is_figure(reader: Reader<'_>, at: usize) -> bool {
    matches!(piece(reader.word(at)), Some(Piece::Unit(_) | Piece::Teen(_) | Piece::Ten(_)))
}

/// Whether "one" stands for a thing rather than counting: "no one", "the one who", "one another".
pub(super) fn is_pronoun(reader: Reader<'_>, number: &Number) -> bool {
    const BEFORE: &[&str] = &[
        "no", "the", "this", "that", "each", "every", "any", "which", "another", "some", "only", "other",
        "last", "next", "first", "good", "bad", "big", "new", "old", "right", "wrong", "loved", "little",
    ];
    const AFTER: &[&str] = &[
        "another", "by", "who", "that", "which", "is", "was", "has", "had", "can", "could", "may", "might",
        "must", "should", "would", "will", "does", "day", "time", "to", "you", "he", "she", "they", "we",
        "i", "it",
    ];
    if number.end != number.first + 1 || !reader.is(number.first, "one") {
        return false;
    }
    let after = reader.word(number.end);
    is_one_of(reader.before(number.first, 1), BEFORE)
        || reader.is_hyphened(number.first)
        || is_one_of(after, AFTER)
        || reader.is_hyphened(number.end + 1)
            && is_one_of(reader.word(number.end + 1), &["off", "on", "way", "sided"])
        || reader.kind(number.end) == Some(TokenKind::Clitic)
        || !after.starts_with(char::is_alphanumeric) && after != "-"
}

/// Whether what stands around the number leaves it a count, save for a name before it. `end` is the token behind its suffix.
pub(super) fn counts(reader: Reader<'_>, number: &Number, end: usize) -> bool {
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
        || is_month(next) && reader.goes_on(end)
    {
        return false;
    }
    if !number.is_digits() {
        let is_named = is_in_title(reader, number) || is_designator(reader.before(number.lead, 1));
        return !(number.form == Form::Words && is_named);
    }
    let before = number.first.wrapping_sub(1);
    // "4000 3 hundred" are two.
    let scales = |at| matches!(piece(reader.word(at + 1)), Some(Piece::Hundred | Piece::Scale(_)));
    let is_neighbour = |at, gap| reader.kind(at) == Some(TokenKind::Number) && gap < Gap::Line;
    if is_neighbour(before, reader.gap(number.first)) || is_neighbour(end, reader.gap(end)) && !scales(end) {
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
    // `(123).456`
    let is_area_code = matches!(reader.word(end + 1), "." | "-" | "/")
        && reader.is_solid(end + 2)
        && reader.is_digits(end + 2);
    if is_glued && (next != ")" || reader.is_digits(end + 1) || is_area_code) {
        return false;
    }
    if matches!(reader.word(before), "#" | "№" | "§" | "@" | "_" | "&" | "°" | "^")
        || is_apostrophe(reader.word(before).chars().next().unwrap_or(' ')) && reader.is_solid(number.first)
    {
        return false;
    }
    !is_telephone(reader, number, end)
}

/// Whether the number is part of a telephone number with its area code in brackets:
/// `+1 (555) 123-4567`, `(555).123.4567`.
fn is_telephone(reader: Reader<'_>, number: &Number, end: usize) -> bool {
    let before = number.first.wrapping_sub(1);
    // An area code in brackets, and digits behind them.
    let is_area = |open: usize| {
        if reader.word(open) != "(" {
            return false;
        }
        let behind = open + 3 + usize::from(matches!(reader.word(open + 3), "." | "-"));
        matches!(reader.word(open + 1).len(), 2..=4)
            && reader.is_digits(open + 1)
            && reader.word(open + 2) == ")"
            && reader.gap(open + 3) <= Gap::Space
            && reader.is_digits(behind)
            && matches!(reader.word(behind).len(), 3 | 4)
    };
    let is_country = reader.word(number.first) == "+" && is_area(end);
    let follows_area = matches!(reader.word(before), "." | "-")
        && reader.is_solid(number.first)
        && reader.is_solid(before)
        && reader.word(before.wrapping_sub(1)) == ")";
    is_country || follows_area || is_area(before)
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

/// Words that a number is the name of something with: "section 12", "season two".
const DESIGNATORS: &[&str] = &[
    "article", "avenue", "calle", "category", "chapter", "channel", "clause", "episode", "figure", "flight",
    "gate", "grade", "highway", "item", "kilometer", "kilometre", "line", "nr", "nrs", "number", "page",
    "pages", "paragraph", "part", "phase", "platform", "pp", "room", "rooms", "round", "route", "rule",
    "season", "section", "stage", "step", "street", "subsection", "table", "type", "verse", "version", "vol",
    "volume",
];

fn is_designator(word: &str) -> bool {
    is_one_of(word, DESIGNATORS)
}

/// Whether a name or a word such as "section" stands before the number in digits: "Boeing 747",
/// "page 12".
pub(super) fn is_designated(reader: Reader<'_>, number: &Number) -> bool {
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
    if !number.is_digits() || reader.gap(number.first) > Gap::Line {
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
        return is_designator(word) || is_one_of(word, &["no", "nos"]) || is_month(word);
    }
    let word = reader.word(before);
    if is_designator(word) || is_one_of(word, &["no", "nos"]) {
        return true;
    }
    // "gave Ukraine 50 tanks"
    if is_counted(reader, number.end) && is_recipient(reader, before) {
        return false;
    }
    // "iPhone 15" too
    let has_capital = word.chars().take(2).any(char::is_uppercase);
    let is_name = has_capital && reader.kind(before) == Some(TokenKind::Word) && !is_one_of(word, PLAIN);
    is_name && number.form != Form::Grouped
}

/// Whether the name that ends at token `at` is who something is given to or taken from.
fn is_recipient(reader: Reader<'_>, at: usize) -> bool {
    const LONGEST_NAME: usize = 4;
    const VERBS: &[&str] = &[
        "gave", "give", "gives", "given", "giving", "send", "sends", "sent", "sending", "offer", "offered",
        "offers", "offering", "hand", "handed", "hands", "sell", "sells", "sold", "lend", "lends", "lent",
        "owe", "owed", "owes", "cost", "costs", "costing", "award", "awarded", "awards", "promised",
        "promise", "promises", "grant", "granted", "grants", "pledged", "bring", "brought", "brings", "earn",
        "earned", "supply", "supplied", "deliver", "delivered", "ship", "shipped", "donate", "donated",
        "build", "built", "buy", "bought", "allocate", "allocated", "provide", "provided", "leave",
        "leaving",
    ];
    let mut verb = at;
    for _ in 0..LONGEST_NAME {
        if !reader.is_capital(verb) && !is_one_of(reader.word(verb), &["of", "the"]) {
            break;
        }
        verb = verb.wrapping_sub(1);
    }
    verb != at && is_one_of(reader.word(verb), VERBS)
}

/// Whether an unqualified number may stand by itself: years and numbers at the end of nothing do
/// not count.
pub(super) fn may_be_bare(reader: Reader<'_>, number: &Number, modifier: Option<Modifier>) -> bool {
    // Account and card numbers; who counts so far writes marks for thousands.
    const LONGEST: usize = 7;
    if number.form == Form::Integer
        && number.span.len() > LONGEST
        && number.value > Some(Decimal::ZERO)
        && modifier.is_none()
    {
        return false;
    }
    match number.form {
        Form::Integer if is_year(number) => modifier.is_some() || is_counted(reader, number.end),
        // "cut by a half."
        Form::Fraction
            if reader.is(number.first, "half")
                && number.lead < number.first
                && (!reader.goes_on(number.end) || matches!(reader.word(number.end), "." | "," | ";")) =>
        {
            true
        }
        Form::Fraction if reader.is(number.first, "half") => {
            const FOLLOWS: &[&str] =
                &["of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "that"];
            const TIMES: &[&str] = &["century", "day", "decade", "hour", "minute", "month", "season", "year"];
            let is_part = is_one_of(
                reader.before(number.first, 1),
                &["first", "second", "the", "other", "and", "this"],
            );
            let is_time = is_one_of(reader.word(number.end + 1), TIMES);
            let is_share = modifier.is_some() || is_one_of(reader.word(number.end), FOLLOWS);
            is_share && !is_part && !is_time
        }
        _ => true,
    }
}

/// Whether the number is written as a year is: four digits from 1000 to 2199, without marks.
pub(super) fn is_year(number: &Number) -> bool {
    number.form == Form::Integer
        && number.value.and_then(Decimal::to_integer).is_some_and(|value| (1000..2200).contains(&value))
}
