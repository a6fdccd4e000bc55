//! What stands between quote marks, and whether it is speech.

use super::inflection::Form;
use super::lexicon::{Frames, Lexicon};
use crate::extract::marks::mark;
use crate::extract::names::fold;
use crate::extract::names::lexicon::word_set;
use crate::extract::names::works::WORKS;
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::{Gap, Span, Token, TokenKind};
use crate::value::{Quote, Value};

/// Finds quoted speech between quote marks of any kind.
///
/// A span lies inside the marks and leaves out the comma that leads over to who said it. Quotes of
/// one or two words count only where somebody says them; titles of works are none. Speakers are
/// told afterwards, by [`attribute`], from the people and organisations that were found.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Quotes;

impl Extractor for Quotes {
    fn name(&self) -> &'static str {
        "quote"
    }

    fn description(&self) -> &'static str {
        "Quoted speech, with its speaker."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Marks { article };
        for quoted in reader.quoted() {
            let Some((span, score)) = reader.judge(&quoted) else { continue };
            out.push(Candidate {
                span,
                label: LabelCode::QUOTE,
                value: Some(Value::Quote(Quote::default())),
                score,
                extractor: 0,
            });
        }
    }
}

word_set! {
    /// Verbs that lead from speech to speaker.
    SAYING: "said says say saying told tells tell added adds adding asked asks explained explains argued argues asserted asserts stated states noted notes replied replies answered insisted insists warned warns claimed claims declared declares announced announces wrote writes tweeted posted stressed stressing emphasised emphasized remarked commented recalled recalls continued concluded observed admitted acknowledged complained lamented quipped joked shouted whispered cried confirmed responded urged pledged promised vowed predicted suggested testified read reads read called calls described describes dubbed termed quoted agreed quoting denied maintained reiterated repeated revealed opined affirmed exclaimed alleged reported cautioned thinks thought believes"
}
/// How far from a quote, in tokens, the speaker may stand.
const REACH: usize = 30;

/// What stands between two marks, in tokens without them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    pub(super) first: usize,
    pub(super) end: usize,
    /// Whether it goes on from the paragraph before or into the next.
    pub(super) goes_on: bool,
}

pub(super) struct Marks<'a, 't> {
    pub(super) article: &'a Article<'t>,
}

impl<'t> Marks<'_, 't> {
    fn text(&self, at: usize) -> &'t str {
        let token = self.article.tokens.get(at);
        token.and_then(|token| token.span.slice(self.article.text)).unwrap_or_default()
    }

    fn gap(&self, at: usize) -> Gap {
        self.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap)
    }

    fn is_word(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Acronym | TokenKind::Number)
        })
    }

    fn hash(&self, at: usize) -> u64 {
        if self.is_word(at) { fold::hash(self.text(at)) } else { 0 }
    }

    /// All pieces of text between quote marks, paragraph by paragraph.
    pub(super) fn quoted(&self) -> Vec<Quoted> {
        let mut quoted = Vec::new();
        let mut carried = false;
        for (index, paragraph) in self.article.paragraphs.iter().enumerate() {
            let range = self.article.tokens.within(*paragraph);
            let mut open: Option<(usize, char)> = None;
            for at in range.clone() {
                let is_sign = |token: &Token| token.kind == TokenKind::Punctuation;
                if !self.article.tokens.get(at).is_some_and(is_sign) {
                    continue;
                }
                let Some(mark) = mark(self.text(at)) else { continue };
                match open {
                    None if self.opens(at, mark, range.start) => open = Some((at, mark)),
                    Some((from, opened)) if self.closes(at, mark, opened, range.end) => {
                        let goes_on = carried && from == range.start;
                        quoted.push(Quoted { first: from + 1, end: at, goes_on });
                        carried = false;
                        open = None;
                    }
                    // Opened anew: the first one was never closed.
                    Some((_, opened))
                        if double(mark) && double(opened) && self.opens(at, mark, range.start) =>
                    {
                        open = Some((at, mark));
                    }
                    _ => {}
                }
            }
            // Speech of several paragraphs: each opens, only the last one closes.
            let next = self.article.paragraphs.get(index + 1);
            let reopens = next.is_some_and(|next| {
                let first = self.article.tokens.within(*next).start;
                mark(self.text(first)).is_some_and(double)
            });
            match open {
                Some((from, opened)) if double(opened) && reopens => {
                    quoted.push(Quoted { first: from + 1, end: range.end, goes_on: true });
                    carried = true;
                }
                _ => carried = false,
            }
        }
        quoted
    }

    fn opens(&self, at: usize, mark: char, start: usize) -> bool {
        let before = at == start
            || self.gap(at) > Gap::None
            || matches!(self.text(at - 1), "(" | "[" | "-" | "–" | "—" | ":" | "/" | ",");
        let behind = self.gap(at + 1) == Gap::None;
        match mark {
            '«' | '„' | '“' => before || mark != '“',
            '»' => false,
            '‘' => before && behind,
            // A year cut short ("'90s") or a word ("'em") opens nothing.
            '\'' | '’' => before && behind && self.is_word(at + 1) && mark != '’' && self.closing_ahead(at),
            _ => before && behind,
        }
    }

    /// Whether a single mark closes within the paragraph, behind punctuation.
    fn closing_ahead(&self, at: usize) -> bool {
        const LONGEST: usize = 120;
        let mut ahead = at + 1..at + LONGEST;
        ahead.any(|at| {
            matches!(self.text(at), "'" | "’")
                && self.gap(at) == Gap::None
                && matches!(self.text(at - 1), "." | "," | "!" | "?" | "…")
        })
    }

    fn closes(&self, at: usize, mark: char, opened: char, end: usize) -> bool {
        let before = self.gap(at) == Gap::None;
        let behind = at + 1 >= end || self.gap(at + 1) > Gap::None || !self.is_word(at + 1);
        match opened {
            '«' => mark == '»',
            '‘' | '\'' | '’' => matches!(mark, '\'' | '’') && before && behind,
            '„' => double(mark),
            _ => double(mark) && mark != '«' && (before || behind && mark != '“'),
        }
    }

    /// The span of what is quoted and how sure it is speech; `None` where it is something else.
    fn judge(&self, quoted: &Quoted) -> Option<(Span, f64)> {
        let Quoted { first, mut end, .. } = *quoted;
        let ends_sentence = matches!(self.text(end.wrapping_sub(1)), "." | "," | "!" | "?" | "…" | "—" | "-");
        while end > first && self.text(end - 1) == "," {
            end -= 1;
        }
        let (from, to) = (self.article.tokens.get(first)?, self.article.tokens.get(end.checked_sub(1)?)?);
        let span = (first < end).then(|| from.span.cover(to.span))?;
        let words = (first..end).filter(|&at| self.is_word(at)).count();
        let said = self.said(quoted);
        // "Terrace & Garden," is what something is called, not what somebody says.
        let called = (2..4).contains(&words) && self.text(end) == "," && self.is_title(first, end);
        if called || words == 0 || words <= 2 && !(ends_sentence && said || self.is_put(first)) {
            return None;
        }
        let noun = first.saturating_sub(2);
        let noun = if self.text(noun) == "," { noun.saturating_sub(1) } else { noun };
        let titled = WORKS.has(self.hash(noun));
        if !ends_sentence && (titled || self.is_title(first, end)) {
            return None;
        }
        let score = match (said, ends_sentence) {
            _ if quoted.goes_on => 0.9,
            (true, true) => 0.95,
            (true, false) | (false, true) => 0.85,
            (false, false) if words < 4 => 0.6,
            (false, false) => 0.7,
        };
        Some((span, score))
    }

    /// Whether a verb of saying puts the words directly: `called them "lone wolves"`, `said "maybe"`; not
    /// `the so-called "dark web"`.
    fn is_put(&self, first: usize) -> bool {
        const REACH: usize = 5;
        let mark = first.saturating_sub(1);
        let lexicon = Lexicon::get();
        let mut before = (mark.saturating_sub(REACH)..mark).rev().take_while(|&at| {
            let joined = self.text(at) == "called" && self.text(at.wrapping_sub(1)) == "-";
            self.gap(at + 1) <= Gap::Space && (self.is_word(at) || self.text(at) == ",") && !joined
        });
        before.any(|at| {
            lexicon.entry(self.hash(at)).verb.is_some_and(|(number, form)| {
                let frames = lexicon.verb(number).frames;
                (frames.has(Frames::CLAUSE) || frames.has(Frames::OBJECT))
                    && (form == Form::Past
                        || !frames.has(Frames::NOUN)
                        || matches!(self.text(at + 1), "him" | "her" | "them" | "it"))
            })
        })
    }

    /// Whether all words of weight have a capital: "Gone With the Wind".
    fn is_title(&self, first: usize, end: usize) -> bool {
        let mut words = (first..end).filter(|&at| self.is_word(at) && self.text(at).len() > 3);
        words.all(|at| self.text(at).starts_with(char::is_uppercase))
    }

    /// Whether a verb of saying stands near: before the quote or behind it, in the same sentence.
    fn said(&self, quoted: &Quoted) -> bool {
        self.behind(quoted).any(|at| SAYING.has(self.hash(at)))
            || self.before(quoted).any(|at| SAYING.has(self.hash(at)) || self.text(at) == "according")
    }

    /// The tokens behind the quote, up to the end of the clause.
    pub(super) fn behind(&self, quoted: &Quoted) -> impl Iterator<Item = usize> {
        let from = quoted.end + 1;
        (from..from + REACH).take_while(move |&at| {
            self.gap(at) <= Gap::Space
                && !(matches!(self.text(at), ";" | "!" | "?")
                    || self.text(at) == "." && !self.is_abbreviated(at))
                && mark(self.text(at)).is_none_or(|mark| !double(mark))
        })
    }

    /// The tokens before the quote, from the nearest back to the beginning of the sentence.
    pub(super) fn before(&self, quoted: &Quoted) -> impl Iterator<Item = usize> {
        let to = quoted.first.saturating_sub(1);
        (to.saturating_sub(REACH)..to).rev().take_while(move |&at| {
            self.gap(at + 1) <= Gap::Space
                && !(matches!(self.text(at), ";" | "!" | "?")
                    || self.text(at) == "." && self.gap(at + 1) > Gap::None && !self.is_abbreviated(at))
                && mark(self.text(at)).is_none_or(|mark| !double(mark))
        })
    }

    fn is_abbreviated(&self, stop: usize) -> bool {
        let before = self.text(stop.wrapping_sub(1));
        before.len() <= 3 && before.starts_with(char::is_uppercase)
    }
}

fn double(mark: char) -> bool {
    !matches!(mark, '‘' | '’' | '\'')
}
