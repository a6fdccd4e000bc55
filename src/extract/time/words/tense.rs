//! Which way the words around an incomplete date point.
//!
//! ```text
//! ahead    = "will" | "due" | … | ( "to" | modal ) "be" participle | "is" "to" verb | "let's"
//! arranged = verb in the present, no noun: "polls close", but not "at the close"
//! past     = verb in the past | participle
//! ```

use super::lexicon::Term;
use super::reader::Reader;
use crate::extract::number::{Lexicon, entries};
use crate::extract::time::calendar::Bias;
use crate::text::TokenKind;

/// How many tokens to the left may hold the verb that a date belongs to.
const REACH: usize = 12;

/// Which way a verb, or a word that leads one, points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tense {
    /// Something is still to come; participles with "is" or "was" among them.
    Ahead,
    /// What is arranged is told in the present: "the trial begins Monday", "polls close on Thursday".
    Arranged,
    /// A verb in the past that does not end in "-ed".
    Past,
}

static TENSES: Lexicon<Tense, 512> = Lexicon::new(entries! {
    Tense::Ahead => "will" "shall" "would" "must" "should" "might" "won't" "wouldn't" "due" "scheduled"
        "expected" "set" "slated" "planned" "plans" "plan" "upcoming" "ahead" "deadline" "until" "intends"
        "intend" "hopes" "hope" "expects" "expect" "aims" "aim" "going" "vows" "pledges" "promises"
        "prepares" "preparing" "let's" "let’s" "looming" "awaits";
    Tense::Arranged => "begin" "start" "open" "close" "end" "meet" "arrive" "convene" "resume" "expire"
        "launch" "kick" "host" "return" "face" "head" "travel" "testify" "testifies" "appear" "premiere"
        "reconvene" "go";
    Tense::Past => "said" "was" "were" "had" "did" "told" "ago" "went" "came" "began" "met" "took" "left"
        "fell" "rose" "won" "lost" "held" "gave" "made" "saw" "led" "spoke" "wrote" "broke" "struck" "sent"
        "flew" "found" "shot" "became" "stood" "grew" "drew" "ran" "got" "beat" "paid" "sold" "bought"
        "born" "seen" "taken" "given" "written" "shown" "broken" "chosen" "stolen" "thrown" "caught" "kept"
        "felt" "hurt";
});

/// The bias of a bare weekday at tokens `first..end`.
///
/// The verb right before it counts first ("said on Tuesday"), then one right behind ("on Friday
/// will"), then the nearest further to the left.
pub(crate) fn of_weekday(reader: &Reader<'_>, first: usize, end: usize) -> Bias {
    // "as early as Tuesday"
    let is_earliest = reader.follows_any(first, &["as"])
        && first.checked_sub(2).is_some_and(|at| reader.is_any(at, &["early", "soon", "late"]));

    let left = left(reader, first);
    match left {
        // "Until Thursday, they had not …"
        Some((Bias::Future, 1))
            if first <= 2 && reader.is(end, ",") && right(reader, end, REACH) == Some(Bias::Past) =>
        {
            Bias::Past
        }
        Some((Bias::Past, distance)) if distance <= 3 => Bias::Past,
        _ if is_earliest || is_appointed(reader, first) || is_ahead_behind(reader, end) => Bias::Future,
        Some((bias, _)) => bias,
        None => Bias::Open,
    }
}

/// Whether it is told in the present when something is: "the vote is on Thursday", "the final is Sunday".
fn is_appointed(reader: &Reader<'_>, first: usize) -> bool {
    let at = first - usize::from(reader.follows_any(first, &["on"]));
    reader.follows_any(at, &["is", "are"])
}

/// The bias of a month or a day of a month at tokens `first..end`.
///
/// What is to come is told from afar ("will … in March"), but what is over only by the verb next
/// to it ("was arrested in March"): "said the election in November" must not be drawn to the past.
pub(crate) fn of_month(reader: &Reader<'_>, first: usize, end: usize) -> Bias {
    // "since October", "the Oct. 7 attack", "after the Oct. 23 slaying"
    let is_disaster = reader
        .is_any(end, &["attack", "attacks", "massacre", "bombing", "bombings", "shooting", "earthquake"]);
    let is_over = reader.follows_any(first, &["since"])
        || reader.follows_any(first, &["the"])
            && first.checked_sub(2).is_some_and(|at| reader.is_any(at, &["after", "since", "following"]));
    if is_disaster || is_over {
        return Bias::Past;
    }
    if is_ahead_behind(reader, end) {
        return Bias::Future;
    }
    // "the Aug. 7 blasts killed …"
    let is_told = || left(reader, first).is_none() && right(reader, end, 4) == Some(Bias::Past);
    if reader.follows_any(first, &["the"]) && reader.is_low(end) && is_told() {
        return Bias::Past;
    }
    let is_in = |at: usize| reader.follows_any(at, &["in", "on", "late", "early"]);
    // "on", "on the": how many words lead to it.
    let leads = match () {
        () if is_in(first) => 1,
        () if reader.follows_any(first, &["the"]) && is_in(first.saturating_sub(1)) => 2,
        () => 0,
    };
    let has_preposition = leads > 0;
    match left(reader, first) {
        // "was last seen Nov. 3", "was arrested in March", but not "said the election in November"
        Some((Bias::Past, distance)) if distance <= 2 + leads => {
            let is_spoken =
                first.checked_sub(distance).is_some_and(|at| reader.is_any(at, &["said", "told"]));
            if is_spoken && !has_preposition { Bias::Open } else { Bias::Past }
        }
        // "was shot to death on the night of Oct. 23"
        Some((Bias::Past, _))
            if reader.follows_any(first, &["of"])
                && first.checked_sub(2).is_some_and(|at| matches!(reader.term(at), Some(Term::Part(_)))) =>
        {
            Bias::Past
        }
        Some((Bias::Past, _)) => Bias::Open,
        Some((bias, _)) => bias,
        // "In January, … was"
        None if first <= 2 => right(reader, end, REACH).unwrap_or(Bias::Open),
        None => Bias::Open,
    }
}

/// The bias of a length of time at token `first`, behind "in".
pub(crate) fn of_length(reader: &Reader<'_>, first: usize) -> Bias {
    left(reader, first).map_or(Bias::Open, |(bias, _)| bias)
}

/// The nearest word to the left that points somewhere, and how far it is.
fn left(reader: &Reader<'_>, first: usize) -> Option<(Bias, usize)> {
    (1..=REACH).find_map(|distance| {
        let at = first.checked_sub(distance)?;
        if reader.kind(at) != Some(TokenKind::Word) {
            return None;
        }
        match tense(reader, at)? {
            Tense::Arranged if !reader.is_low(at) || distance > 6 || is_noun(reader, at) => None,
            Tense::Ahead | Tense::Arranged => Some((Bias::Future, distance)),
            Tense::Past => Some((Bias::Past, distance)),
        }
    })
}

/// Whether a word that may be a verb is none by the word before it: "the start", "at close", "is open".
fn is_noun(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "of", "at", "in", "on",
        "from", "for", "by", "with", "since", "until", "before", "after", "no", "'s", "’s",
    ];
    // "is open", "; open Mon-Fri"
    let is_state = reader.is(at, "open")
        && (reader.kind(at.saturating_sub(1)) != Some(TokenKind::Word)
            || reader
                .follows_any(at, &["is", "are", "be", "was", "were", "stay", "stays", "remain", "remains"]));
    is_state || reader.follows_any(at, BEFORE)
}

/// Whether a participle is to come about: "to be presented", "must be filed", "can be seen".
fn is_to_be(reader: &Reader<'_>, at: usize) -> bool {
    const LEADS: &[&str] = &["to", "will", "must", "can", "should", "may", "might", "shall", "would"];
    let be = (1..=2).filter_map(|back| at.checked_sub(back)).find(|at| reader.is(*at, "be"));
    be.is_some_and(|be| reader.follows_any(be, LEADS))
}

/// A verb that the list has for several, of one: "closes", "goes".
fn third_person(word: &str) -> Option<Tense> {
    let bases = ["s", "es"].into_iter().filter_map(|ending| word.strip_suffix(ending));
    bases.filter_map(|base| TENSES.get(base).copied()).find(|tense| *tense == Tense::Arranged)
}

/// Which way the word at `at` points: "died" back, but neither "need" nor "United".
fn tense(reader: &Reader<'_>, at: usize) -> Option<Tense> {
    let word = reader.word(at);
    // "is to appear", but not "is to blame"
    let is_led = reader.is(at, "to") && reader.follows_any(at, &["is", "are", "was", "were"]);
    if is_led
        && reader.is_low(at + 1)
        && !reader.is_any(at + 1, &["blame", "the", "a", "his", "her", "their"])
    {
        return Some(Tense::Ahead);
    }
    if let Some(tense) = TENSES.get(word).copied().or_else(|| third_person(word)) {
        return Some(tense);
    }
    if word.ends_with("'ll") || word.ends_with("’ll") {
        return Some(Tense::Ahead);
    }
    let is_participle =
        word.len() >= 4 && word.ends_with("ed") && !word.ends_with("eed") && reader.is_low(at);
    is_participle.then(|| if is_to_be(reader, at) { Tense::Ahead } else { Tense::Past })
}

/// Which way the first verb behind token `end` points, in the same clause: "In January, a week after the talks, he was …".
fn right(reader: &Reader<'_>, end: usize, reach: usize) -> Option<Bias> {
    (end..end + reach).find_map(|at| match () {
        () if reader.kind(at) != Some(TokenKind::Word) => None,
        () => match tense(reader, at)? {
            Tense::Ahead => Some(Bias::Future),
            Tense::Past => Some(Bias::Past),
            Tense::Arranged => None,
        },
    })
}

/// Whether a "will" stands right behind: "on Friday will", "Friday's vote will".
fn is_ahead_behind(reader: &Reader<'_>, end: usize) -> bool {
    let reach = if reader.kind(end) == Some(TokenKind::Clitic) { 4 } else { 1 };
    (end..end + reach).any(|at| reader.is_any(at, &["will", "would", "shall"]))
}
