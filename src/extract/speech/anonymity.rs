//! Why a source is not named, in the article's own words.
//!
//! ```text
//! reason = ("anonymity" | "anonymously") [ … because clause]
//!        | ["because" …] "not" allowed "to" verb …
//!        | asked … "be" ("named" | "identified") [ … because clause]
//! ```

use std::ops::Range;

use super::inflection::Form;
use super::lexicon::Frames;
use super::reading::Reading;
use crate::extract::names::fold;
use crate::extract::names::lexicon::word_set;

word_set! {
    /// Leads from anonymity to its reason.
    REASON: "because citing since for as due to given"
}
word_set! {
    /// What people are not, who may not speak.
    ALLOWED: "authorised authorized allowed permitted cleared"
}

word_set! {
    /// What people did who are not named.
    ASKED: "asked declined refused wished requested not"
}

impl Reading<'_, '_> {
    /// The words of `range` that say why a source is not named: the reason where one is given, else how
    /// anonymity was asked for.
    pub(super) fn anonymity(&self, range: Range<usize>) -> Option<Range<usize>> {
        let end = self.end_of_sentence(&range);
        for at in range.start..end {
            if self.says(at, "anonymity") || self.says(at, "anonymously") {
                let reason = (at + 1..end.min(at + 6)).find(|&at| REASON.has(fold::hash(self.text(at))));
                let start = match reason {
                    Some(reason) => reason,
                    None => (range.start..at).rev().take(4).find(|&at| self.says(at, "on")).unwrap_or(at),
                };
                return Some(start..self.clause_end(at + 1, end));
            }
            let allowed = ALLOWED.has(fold::hash(self.text(at))) && self.says(at + 1, "to");
            let not = at.checked_sub(1).is_some_and(|before| {
                self.says(before, "not")
                    || self.text(before).ends_with("n't")
                    || self.text(before).ends_with("n’t")
            });
            if allowed && not {
                let start =
                    (range.start..at).rev().take(4).find(|&at| self.says(at, "because")).unwrap_or(at - 1);
                return Some(start..self.clause_end(at + 1, end));
            }
            let named =
                (self.says(at, "named") || self.says(at, "identified")) && at >= 2 && self.says(at - 1, "be");
            if named {
                let start = (range.start..at).rev().take(6).find(|&at| ASKED.has(fold::hash(self.text(at))));
                let reason = (at + 1..end.min(at + 4)).find(|&at| REASON.has(fold::hash(self.text(at))));
                let start = reason.or(start)?;
                return Some(start..self.clause_end(at + 1, end));
            }
        }
        None
    }

    fn clause_end(&self, from: usize, end: usize) -> usize {
        (from..end)
            .find(|&at| {
                let says = self
                    .verb(at)
                    .is_some_and(|(verb, form)| form == Form::Past && verb.frames.has(Frames::CLAUSE));
                self.text(at) == "," || self.is_mark(at) || says
            })
            .unwrap_or(end)
    }
}
