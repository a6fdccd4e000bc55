//! Interviews, transcripts and headlines: a paragraph that begins with who speaks and a colon.
//!
//! ```text
//! turn = [mark] speaker ":" words
//! speaker = name | "Q" | "A" | CAPITALS
//! ```

use super::content::one;
use super::cue::Cue;
use super::phrase::Phrase;
use super::reading::Reading;
use super::source::Who;
use super::telling::Telling;
use crate::label::LabelCode;
use crate::text::Gap;

/// No speaker of a turn has more words.
const LONGEST: usize = 6;

impl Reading<'_, '_> {
    /// The turns of an article, in order.
    pub(super) fn turns(&self) -> Vec<Cue> {
        self.article
            .paragraphs
            .iter()
            .filter_map(|paragraph| self.turn(self.article.tokens.within(*paragraph)))
            .collect()
    }

    /// Whose name stands behind a quote and a dash, at the end of the line: `“…” — NAME`.
    pub(super) fn signature(&self, closing: usize) -> Option<Who> {
        let dash = closing + 1;
        if !matches!(self.text(dash), "—" | "–" | "―" | "-") || self.gap(dash) > Gap::Line {
            return None;
        }
        let first = dash + 1 + usize::from(self.text(dash + 1) == "-");
        let name = self.name_of(first, &[LabelCode::PERSON, LabelCode::ORG])?;
        let end = self.tokens(name).end;
        let closes = self.gap(end) >= Gap::Line || matches!(self.text(end), "," | "." | "(");
        closes.then_some(Who::Name(name, Phrase { first, end }))
    }

    fn turn(&self, paragraph: std::ops::Range<usize>) -> Option<Cue> {
        let first = paragraph.start + usize::from(self.is_mark(paragraph.start));
        let colon = (first + 1..paragraph.end.min(first + LONGEST)).find(|&at| self.text(at) == ":")?;
        let phrase = Phrase { first, end: colon };
        let words = (colon + 1..paragraph.end).filter(|&at| self.is_word(at)).count();
        // A quote of its own stands for itself.
        if words < 3 || self.is_mark(colon + 1) && !self.is_mark(paragraph.start) {
            return None;
        }
        // "KUWAIT: The assembly met": a dateline. "Q1: Why?": nobody in particular.
        let is_dateline = self.name_of(first, &[LabelCode::LOC]).is_some_and(|name| {
            self.tokens(name).end == colon && !self.text(first).contains(char::is_lowercase)
        });
        let mut letters = self.text(first).chars();
        let is_number =
            matches!(letters.next(), Some('Q' | 'A')) && letters.all(|digit| digit.is_ascii_digit());
        if is_dateline || is_number && colon > first + 1 || is_number && self.text(first).len() > 1 {
            return None;
        }
        let capitals =
            (first..colon).all(|at| !self.text(at).contains(char::is_lowercase)) && self.is_word(first);
        let name = self
            .name_of(colon - 1, &[LabelCode::PERSON, LabelCode::ORG])
            .filter(|&name| self.tokens(name).start == first || capitals);
        let who = match name {
            Some(name) => Some(Who::Name(name, phrase)),
            None if capitals && self.text(first).chars().nth(1).is_some() => Some(Who::Unnamed(phrase)),
            None if colon == first + 1 && matches!(self.text(first), "Q" | "A") => None,
            None => return None,
        };
        let mut end = paragraph.end;
        while end > colon + 1 && (self.is_mark(end - 1) || self.text(end - 1) == ".") {
            end -= 1;
        }
        let content = one(colon + 1..end);
        Some(Cue {
            at: colon,
            first,
            end: colon + 1,
            who,
            content,
            takes_quote: true,
            is_joined: false,
            telling: Telling::Said,
        })
    }
}
