//! What a figure is in the change that its sentence tells.
//!
//! ```text
//! from  = ( "from" | "against" | "compared with" | comparative "than" ) figure
//! to    = verb of change … "to" figure | "from" … "to" figure
//! by    = ( "by" | verb of change | noun of change "of" ) figure | figure ( noun of change | comparative )
//! level = figure
//! ```

use super::class::Class;
use super::passage::{Fig, Passage, What};

/// What a figure is in a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::facts) enum Role {
    /// What it was.
    From,
    /// What it has become.
    To,
    /// How much it has changed.
    By,
    /// None of these, by its own words.
    Level,
}

/// How far before a figure the verb may stand that makes "to" the end of a change.
const REACH: usize = 14;

/// The role of a figure by the words beside it.
#[inline(never)]
pub(in crate::facts) fn role(passage: &Passage<'_>, figure: &Fig) -> Role {
    let start = passage.sentence(figure.sentence).start;
    let end = passage.sentence(figure.sentence).end;
    if let Some(lead) = passage.lead(figure.item, figure.sentence) {
        let word = passage.word(lead);
        let before = lead.checked_sub(1).filter(|at| *at >= start);
        let previous = before.map_or("", |at| passage.word(at));
        match word {
            "from" | "against" | "versus" | "vs" => return Role::From,
            "with" | "to" if matches!(previous, "compared" | "comparing" | "compares") => return Role::From,
            "than" => return Role::From,
            "on" if is_by_before(passage, lead, start) => return Role::From,
            "above" | "below" if is_by_before(passage, lead, start) => return Role::From,
            "by" => return Role::By,
            "to" if tells_change(passage, lead, start) => return Role::To,
            // "a rise of 5 %", "an annual increase of some 12"
            "of" if before.is_some_and(|at| passage.class(at).has(Class::CHANGE))
                && !follows_compared(passage, lead, start) =>
            {
                return Role::By;
            }
            // "from its close of 5993.06", "to a record of 12"
            "of" => {
                let led = led_by(passage, lead, start);
                let is_compared = |at: usize| {
                    passage.word(at) == "with"
                        && at.checked_sub(1).is_some_and(|at| {
                            matches!(passage.word(at), "compared" | "compares" | "comparing")
                        })
                };
                if led.is_some_and(|at| passage.class(at).has(Class::FROM) || is_compared(at)) {
                    return Role::From;
                }
                if led.is_some_and(|at| passage.word(at) == "to" && tells_change(passage, at, start)) {
                    return Role::To;
                }
            }
            // "fell 40.75 points, or 2.3 %": told in another way.
            "or" if figure_before(passage, figure, lead).is_some_and(|it| role(passage, it) == Role::By) => {
                return Role::By;
            }
            // "make up", "take up"
            "up" if matches!(
                previous,
                "make" | "makes" | "made" | "making" | "take" | "takes" | "took" | "taken" | "taking"
            ) => {}
            _ if passage.class(lead).has(Class::RISE | Class::FALL) => return Role::By,
            _ => {}
        }
    }
    // "a 5 % annual rise", "12 seats fewer", "3 percentage points below"
    for at in figure.item + 1..figure.item + 5 {
        if at >= end || passage.is_sign(at, &[',', ';', ':', '.', '(', ')']) {
            break;
        }
        let class = passage.class(at);
        let is_compared = class.has(Class::COMPARE) && compares(passage, at, end);
        if is_compared || class.has(Class::CHANGE) && !class.has(Class::AUXILIARY) {
            return Role::By;
        }
        if class.has(Class::PREPOSITION | Class::AUXILIARY | Class::JOIN)
            || matches!(passage.item(at).map(|item| item.what), Some(What::Figure(_) | What::Time(_)))
        {
            break;
        }
    }
    Role::Level
}

/// Whether a verb or a noun of change stands before "to", so that it leads to the end of one.
fn tells_change(passage: &Passage<'_>, to: usize, start: usize) -> bool {
    let near = to.saturating_sub(REACH).max(start)..to;
    let changes = Class::RISE | Class::FALL | Class::CHANGE;
    let items = passage.items.get(near.clone()).unwrap_or_default();
    passage.has_word(near.clone(), &["from"])
        || passage.has_class(near, changes)
        || items.iter().any(|item| super::lexicon::factor_of(&item.word).is_some())
}

/// "Compared with a loss of $23 million": what was, though a loss is a change as well.
fn follows_compared(passage: &Passage<'_>, of: usize, start: usize) -> bool {
    let led = led_by(passage, of, start);
    led.is_some_and(|at| {
        passage.word(at) == "with"
            && passage.has_word(at.saturating_sub(1)..at, &["compared", "compares", "comparing"])
    })
}

/// The preposition that leads to the noun before "of".
fn led_by(passage: &Passage<'_>, of: usize, start: usize) -> Option<usize> {
    let near = of.saturating_sub(5).max(start)..of;
    let words = near
        .rev()
        .take_while(|at| matches!(passage.item(*at).map(|it| it.what), Some(What::Word | What::Name(_))));
    words.into_iter().find(|at| passage.class(*at).has(Class::PREPOSITION | Class::AUXILIARY | Class::JOIN))
}

/// The figure right before a word, with a noun and a comma between at most.
fn figure_before<'p>(passage: &'p Passage<'_>, figure: &Fig, word: usize) -> Option<&'p Fig> {
    let earlier = passage.figures_of(figure.sentence).iter().rev().find(|it| it.item < word)?;
    (word - earlier.item <= 4).then_some(earlier)
}

/// Whether a comparative says of what: "12 fewer than", "3 points below the".
fn compares(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let word = passage.word(at);
    let near = at + 1..(at + 4).min(end);
    matches!(word, "below" | "above" | "behind" | "ahead")
        || passage.has_word(near, &["than"])
        || passage.is_sign(at + 1, &['.', ','])
}

/// Whether a figure that may be a difference stands right before a word: "up 5 % on", "3 points below".
fn is_by_before(passage: &Passage<'_>, word: usize, start: usize) -> bool {
    let near = word.saturating_sub(4).max(start)..word;
    passage.items.get(near).unwrap_or_default().iter().any(|item| matches!(item.what, What::Figure(_)))
}
