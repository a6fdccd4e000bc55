//! Whether somebody said what a cue ties to its source. Not told is what is thought, wanted, found or done, what
//! was not said, and what is yet to be said.
//!
//! ```text
//! said    = somebody [had] verb-of-saying (clause | question | order)     (said that …, urged them to …)
//! in part = somebody verb noun-phrase, some of it in quote marks           (praised "a great …")
//! nothing = … ("not" | "will" | "want to" | …) verb …                    (did not say whether …, will announce …)
//! ```

use super::content::Kind;
use super::lexicon::{Class, Frames, Sort};
use super::reading::Reading;
use super::source::Who;
use crate::extract::names::fold;
use crate::extract::names::lexicon::word_set;

/// How much of what a cue governs was said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Telling {
    /// All of it.
    Said,
    /// What stands in quote marks.
    InPart,
    /// Nothing.
    Nothing,
}

word_set! {
    /// What is yet to be, or need not be.
    UNSURE: "will would could may might should must can shall cannot ought"
}
word_set! {
    /// With these nothing is said.
    WITHOUT: "without before instead of from"
}
word_set! {
    /// Papers that contain, and do not speak.
    RECORDS: "data figures survey surveys poll polls guideline guidelines rules law laws calculation calculations records record statistics results census plan plans schedule standards constitution act rankings ranking index rates model"
}

impl Reading<'_, '_> {
    /// How much of what a cue at `at` governs was said, nothing of its sentence before `from` being read.
    pub(super) fn telling(
        &self,
        sort: Sort,
        kind: Kind,
        who: Option<&Who>,
        at: usize,
        from: usize,
    ) -> Telling {
        if who.is_some_and(|who| self.is_silent(who)) || !self.is_done(sort, at, kind, from) {
            return Telling::Nothing;
        }
        match (sort, kind) {
            (Sort::Saying, _) | (Sort::Thinking, Kind::Clause) | (Sort::Acting, Kind::Topic) => Telling::Said,
            _ => Telling::InPart,
        }
    }

    /// Whether a source only contains what others found.
    fn is_silent(&self, who: &Who) -> bool {
        let Who::Unnamed(phrase) = who else { return false };
        let head = (phrase.first + 1..phrase.end)
            .find(|&at| self.is(at, Class::PREPOSITION.or(Class::RELATIVE)))
            .unwrap_or(phrase.end);
        RECORDS.has(fold::hash(&self.text(head.wrapping_sub(1)).to_lowercase()))
    }

    /// Whether the words that help a verb leave it done.
    fn is_done(&self, sort: Sort, at: usize, kind: Kind, from: usize) -> bool {
        let mut first = at;
        while first > from {
            let before = first - 1;
            let text = self.text(before);
            if self.says(before, "to") {
                return sort == Sort::Saying && kind == Kind::Clause && self.leads_to_speech(before, from);
            }
            if matches!(text, "not" | "never" | "nor") || text.ends_with("n't") || text.ends_with("n’t") {
                return false;
            }
            if UNSURE.has(fold::hash(&text.to_lowercase())) || text.ends_with("'ll") || text.ends_with("’ll")
            {
                return false;
            }
            if first == at && WITHOUT.has(fold::hash(&text.to_lowercase())) {
                return false;
            }
            if !self.is(before, Class::AUXILIARY) && !self.is_adverb(before) {
                break;
            }
            first = before;
        }
        true
    }

    /// Whether what stands before "to" does not keep from saying it: "went on to say", not "declined to say".
    fn leads_to_speech(&self, to: usize, from: usize) -> bool {
        let Some(before) = to.checked_sub(1).filter(|&before| before >= from) else { return false };
        let keeps = self
            .verb(before)
            .is_some_and(|(verb, _)| verb.sort == Sort::Thinking || verb.frames.has(Frames::INFINITIVE));
        !keeps && !matches!(self.text(before), "failed" | "fails" | "fail" | "unable" | "not")
    }
}
