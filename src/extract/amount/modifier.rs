//! How the words around a figure qualify it: "more than", "up to", "or so".

use crate::extract::number::{Lexicon, Piece, Reader, entries, is_one_of, piece};
use crate::value::Modifier;

/// The modifier of an amount that begins at token `lead` (its article or sign included) and ends
/// before token `end`.
pub(super) fn modifier(reader: Reader<'_>, lead: usize, end: usize) -> Option<Modifier> {
    let before = || before(reader, lead);
    behind(reader, end).or_else(|| within(reader, lead, end)).or_else(|| {
        // "less than 5000 or equal"
        let is_equal = reader.are(end, &["or", "equal"]) && reader.goes_on(end);
        match before()? {
            Modifier::MoreThan if is_equal => Some(Modifier::AtLeast),
            Modifier::LessThan if is_equal => Some(Modifier::AtMost),
            modifier => Some(modifier),
        }
    })
}

/// "600-plus billion", "20-odd thousand"
fn within(reader: Reader<'_>, lead: usize, end: usize) -> Option<Modifier> {
    // The figure before it has few tokens.
    const NEAR: usize = 8;
    let at = (lead + 2..end.min(lead + NEAR)).find(|&at| is_one_of(reader.word(at), &["plus", "odd"]))?;
    match reader.word(at).len() {
        _ if !reader.is_hyphened(at) => None,
        3 => Some(Modifier::About),
        _ => Some(Modifier::AtLeast),
    }
}

/// Whether the word at `at` belongs to what bounds a figure: "less than or equal to".
pub(super) fn is_bound(reader: Reader<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "than", "or", "equal", "to", "at", "least", "most", "no", "not", "above", "below", "under", "over",
        "exceeding", ">", "<", "=", "≥", "≤",
    ];
    let word = reader.word(at);
    is_one_of(word, WORDS) || is_one_of(word, MORE) || is_one_of(word, LESS)
}

/// What the last word before the figure says, by itself or with the words before it.
#[derive(Clone, Copy)]
enum Cue {
    Says(Modifier),
    Than,
    Of,
    To,
    As,
    Least,
    Most,
    Exceeding,
    Equals,
    Article,
}

static CUES: Lexicon<Cue, 128> = Lexicon::new(entries! {
    Cue::Says(Modifier::MoreThan) => "over" "above" "beyond" "topping" "topped" "surpassing" "surpassed"
        ">";
    Cue::Exceeding => "exceeding" "exceed" "exceeds" "exceeded";
    Cue::Says(Modifier::LessThan) => "under" "below" "nearly" "almost" "approaching" "<";
    Cue::Says(Modifier::AtLeast) => "≥"; Cue::Says(Modifier::AtMost) => "≤";
    Cue::Says(Modifier::About) => "about" "around" "some" "roughly" "approximately" "approx" "circa"
        "estimated" "near" "~" "≈";
    Cue::Equals => "=";
    Cue::Than => "than";
    Cue::Of => "of";
    Cue::To => "to";
    Cue::As => "as";
    Cue::Least => "least" "minimum";
    Cue::Most => "most" "maximum";
    Cue::Article => "a" "an";
});

fn before(reader: Reader<'_>, lead: usize) -> Option<Modifier> {
    let word = |back| reader.before(lead, back);
    let is = |back, expected: &[&str]| is_one_of(word(back), expected);
    match CUES.get(word(1))? {
        Cue::Says(modifier) => Some(*modifier),
        // ">=" and "=<" are two tokens.
        Cue::Equals if is(2, &[">"]) => Some(Modifier::AtLeast),
        Cue::Equals if is(2, &["<"]) => Some(Modifier::AtMost),
        Cue::Than => than(reader, lead),
        Cue::Exceeding if is(2, &["not"]) => Some(Modifier::AtMost),
        Cue::Exceeding => Some(Modifier::MoreThan),
        Cue::Least => is(2, &["at"]).then_some(Modifier::AtLeast),
        Cue::Most => is(2, &["at"]).then_some(Modifier::AtMost),
        Cue::Of if is(2, &["excess", "upward", "upwards", "north"]) => Some(Modifier::MoreThan),
        Cue::Of if is(2, &["short", "south"]) => Some(Modifier::LessThan),
        Cue::Of if is(2, &["minimum"]) => Some(Modifier::AtLeast),
        Cue::Of if is(2, &["maximum"]) => Some(Modifier::AtMost),
        Cue::Of if is(2, &["region", "order", "vicinity", "estimate"]) => Some(Modifier::About),
        Cue::To if is(2, &["up"]) => Some(Modifier::UpTo),
        Cue::To if is(2, &["close"]) => Some(Modifier::About),
        Cue::To if is(2, &["equal"]) && is(3, &["or"]) => or_equal(reader, lead.checked_sub(3)?),
        Cue::As if is(3, &["as"]) && is(2, &["few", "little"]) => Some(Modifier::AtLeast),
        Cue::As if is(2, &["early", "late", "soon", "recently", "such"]) => None,
        Cue::As if is(3, &["as"]) => Some(Modifier::UpTo),
        // "more than a $5m loss", "nearly a dozen"; one article, so this ends.
        Cue::Article if lead > 0 => match CUES.get(word(2))? {
            Cue::Article => None,
            _ => before(reader, lead - 1),
        },
        Cue::Of | Cue::To | Cue::As | Cue::Equals | Cue::Article => None,
    }
}

const MORE: &[&str] =
    &["more", "greater", "higher", "larger", "bigger", "longer", "better", "older", "heavier"];
const LESS: &[&str] = &["less", "fewer", "lower", "smaller", "shorter", "younger", "lighter"];

/// "more than", "no fewer than", "less than or equal to"
fn than(reader: Reader<'_>, lead: usize) -> Option<Modifier> {
    let is_negated = is_one_of(reader.before(lead, 3), &["no", "not"]);
    let is_equal = is_one_of(reader.before(lead, 3), &["or"]) && is_one_of(reader.before(lead, 4), &["to"]);
    // "greater or equal than"
    let is_between =
        is_one_of(reader.before(lead, 2), &["equal"]) && is_one_of(reader.before(lead, 3), &["or"]);
    let comparative = reader.before(lead, if is_between { 4 } else { 2 });
    let is_equal = is_equal || is_between;
    match () {
        () if is_one_of(comparative, MORE) && is_equal => Some(Modifier::AtLeast),
        () if is_one_of(comparative, LESS) && is_equal => Some(Modifier::AtMost),
        () if is_one_of(comparative, MORE) && is_negated => Some(Modifier::AtMost),
        () if is_one_of(comparative, LESS) && is_negated => Some(Modifier::AtLeast),
        () if is_one_of(comparative, MORE) => Some(Modifier::MoreThan),
        () if is_one_of(comparative, LESS) => Some(Modifier::LessThan),
        () => None,
    }
}

/// The comparison before "or equal to".
fn or_equal(reader: Reader<'_>, or: usize) -> Option<Modifier> {
    match reader.before(or, 1) {
        word if is_one_of(word, MORE) => return Some(Modifier::AtLeast),
        word if is_one_of(word, LESS) => return Some(Modifier::AtMost),
        _ => {}
    }
    match than(reader, or)? {
        Modifier::MoreThan => Some(Modifier::AtLeast),
        Modifier::LessThan => Some(Modifier::AtMost),
        _ => None,
    }
}

/// "or more", "or so", "-odd", "+"
fn behind(reader: Reader<'_>, end: usize) -> Option<Modifier> {
    let word = reader.word(end);
    if !reader.goes_on(end) {
        return None;
    }
    let next = reader.word(end + 1);
    match word {
        "+" if reader.is_solid(end) => Some(Modifier::AtLeast),
        "-" if reader.is_hyphened(end + 1) && reader.is(end + 1, "plus") => Some(Modifier::AtLeast),
        "-" if reader.is_hyphened(end + 1) && reader.is(end + 1, "odd") => Some(Modifier::About),
        _ if is_one_of(word, &["or", "and"]) => {
            // "above 1000 and below 1500"
            let is_next = reader.is_digits(end + 2)
                || matches!(
                    piece(reader.word(end + 2)),
                    Some(Piece::Unit(_) | Piece::Teen(_) | Piece::Ten(_))
                );
            if reader.is(end + 2, "than") || is_next {
                None
            } else if is_one_of(next, MORE) || is_one_of(next, &["above", "over", "upward", "upwards", "up"])
            {
                Some(Modifier::AtLeast)
            } else if is_one_of(next, LESS) || is_one_of(next, &["below", "under"]) {
                Some(Modifier::AtMost)
            } else {
                (is_one_of(word, &["or"]) && is_one_of(next, &["so", "thereabouts"]))
                    .then_some(Modifier::About)
            }
        }
        _ => None,
    }
}
