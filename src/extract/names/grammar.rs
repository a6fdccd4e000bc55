//! Cuts runs of capitalised words into mentions: the grammar of names.
//!
//! A run is what could be one name by its spelling alone. Its pieces are phrases that the lists
//! know, and single words; the rules tell titles, places, organisations and people apart by the
//! kinds of the pieces and leave what is open to the evidence around (`context.rs`) and to the rest
//! of the article (`decide.rs`).

mod headline;
mod person;
mod tail;
mod thing;
mod untitled;

use super::fold;
use super::forms::{PARTICLES, SMALL};
use super::lexicon::{Kinds, Lexicon, word_set};
use super::mention::{Class, Mention, Votes};
use super::run::{Cutter, Piece};
use super::shape::Shape;
use super::words::{Line, Word};
use crate::extract::Article;
use crate::text::{Gap, Span, TokenKind};

word_set! {
    /// Particles that begin a name where no given name stands before.
    FIRST_PARTICLES: "bin van von ibn"
}
word_set! {
    /// Prepositions of place.
    LOCATIVES: "in from near around across throughout toward towards visit visiting"
}
word_set! {
    /// What "to" leads to a place from.
    MOTIONS: "go goes going gone went come coming came travel travels traveling travelling traveled travelled move moves moving moved fly flying flew flown drive driving drove return returning returned trip trips way back welcome"
}
word_set! {
    /// Place words that `of` goes on from.
    OF_PLACES: "bay cape gulf isle port republic sea strait straits"
}
word_set! {
    /// Words for several people that share one title.
    PLURAL_TITLES: "presidents ministers secretaries senators sens governors judges justices generals messrs professors ambassadors reps congressmen mayors kings"
}
word_set! {
    /// Titles that no name goes on from, whatever ends the run.
    FIRM_TITLES: "mr mrs ms mx dr prof president presidents senator congressman congresswoman minister"
}
word_set! {
    /// Titles that are surnames too.
    NAMES_TOO: "tun king prince dean earl judge major bishop pope lord duke marshal sheikh shah khan cardinal sultan baron sri guru page knight chancellor"
}

/// Finds all mentions of an article.
pub(super) fn mentions(article: &Article<'_>, words: &[Word]) -> Vec<Mention> {
    let mut cutter = Cutter { article, words, lexicon: Lexicon::get(), mentions: Vec::new(), company: None };
    let mut at = 0;
    while at < words.len() {
        at = cutter.step(at).max(at + 1);
    }
    cutter.mentions
}

impl Cutter<'_, '_> {
    /// Looks for a name at one token; gives the token to go on from.
    fn step(&mut self, at: usize) -> usize {
        let word = self.word(at);
        match word.shape {
            Shape::Mixed => self.glued(at),
            Shape::Lower if self.is_where(at) => self.careless(at),
            Shape::Lower if !word.is_particle && self.text(at) != "sub" => at + 1,
            Shape::Lower if self.text(at) == "al" || self.text(at) == "el" => {
                let joined = self.text(at + 1) == "-" || self.gap(at + 1) == Gap::Space;
                let name = if self.text(at + 1) == "-" { at + 2 } else { at + 1 };
                if joined && self.word(name).shape == Shape::Capital { self.run(at) } else { at + 1 }
            }
            Shape::Lower if self.text(at) == "sub" && self.phrase(at).is_some() => self.run(at),
            Shape::Lower if FIRST_PARTICLES.has(word.hash) && self.goes_on(at + 1) => self.run(at),
            Shape::Lower | Shape::Other => at + 1,
            _ => match self.model(at) {
                Some(end) => end,
                None => self.run(at),
            },
        }
    }

    /// Whether a word behind a preposition of place begins a place, but for its small letter.
    fn is_where(&self, at: usize) -> bool {
        let leads = |before: usize| {
            LOCATIVES.has(self.word(before).hash)
                || self.text(before) == "to" && before > 0 && {
                    let origin = self.word(before - 1);
                    MOTIONS.has(origin.hash) || origin.kinds.any(Kinds::PLACE) && origin.shape == Shape::Lower
                }
        };
        at > 0
            && leads(at - 1)
            && self.gap(at) == Gap::Space
            && (self.word(at).kinds.any(Kinds::PLACE) || self.lexicon.longest(self.word(at).hash) > 0)
    }

    /// A place that somebody wrote in small letters: "from mexico to san francisco".
    fn careless(&mut self, at: usize) -> usize {
        let word = self.word(at);
        let phrase = self.phrase(at).filter(|phrase| phrase.kinds.any(Kinds::PLACE));
        let end = phrase.map_or(at + 1, |phrase| phrase.end);
        let is_word =
            word.kinds.any(Kinds::WORDS.or(Kinds::PERSON).or(Kinds::GROUP).or(Kinds::SITE)) || word.is_small;
        if phrase.is_none() && (is_word || !word.kinds.any(Kinds::PLACE)) || self.text(end) == "-" {
            return at + 1;
        }
        self.push(at, end, Votes::of(Class::Place, 2.0));
        end
    }

    /// A name glued to the word before it, as a page's leftovers are: `photoAmina Diallo`.
    fn glued(&mut self, at: usize) -> usize {
        let Some(token) = self.article.tokens.get(at).copied() else { return at + 1 };
        let text = self.text(at);
        let Some(cut) = text.find(char::is_uppercase).filter(|&cut| cut >= 3) else {
            return if word_is(self.word(at), Kinds::NAME) { self.run(at) } else { at + 1 };
        };
        let name = text.get(cut..).unwrap_or_default();
        let hash = fold::hash(name);
        let kinds = self.lexicon.kinds(hash, false);
        if !name.contains(char::is_lowercase) || !kinds.any(Kinds::GIVEN) || !self.goes_on(at + 1) {
            return if word_is(self.word(at), Kinds::NAME) { self.run(at) } else { at + 1 };
        }
        let (pieces, end) = self.pieces(at + 1);
        let personal = pieces.iter().take_while(|piece| piece.is_personal() && !piece.plain).last();
        let name_end = personal.map_or(at + 1, |piece| piece.end);
        let span = Span::new(token.span.start() + cut, self.span(at, name_end).end());
        self.push_span(span, at, name_end, Votes::of(Class::Person, 3.0));
        end.min(name_end)
    }

    /// A model name of letters, hyphen and number: `F-16`, `Su-35`, `S-400`.
    fn model(&mut self, at: usize) -> Option<usize> {
        let mut end = at + 3;
        let fits = self.word(at).kinds.any(Kinds::PRODUCT_PREFIX)
            && self.gap(at + 1) == Gap::None
            && self.text(at + 1) == "-"
            && self.gap(at + 2) == Gap::None
            && self.kind(at + 2) == TokenKind::Number;
        if !fits || self.text(at + 2).len() > 3 {
            return None;
        }
        // Plurals stay outside ("F-16s"), versions inside ("F-35A").
        if self.gap(end) == Gap::None && self.word(end).shape == Shape::Initial {
            end += 1;
        }
        self.push(at, end, Votes::of(Class::Product, 3.0));
        Some(end)
    }

    /// Cuts the run at `first`; gives the token to go on from.
    fn run(&mut self, first: usize) -> usize {
        let (pieces, end) = self.pieces(first);
        let mut pieces = pieces.as_slice();
        let start = self.word(first);
        // What only a beginning made a capital of.
        if start.begins || start.line != Line::Prose {
            while let [piece, rest @ ..] = pieces {
                if !self.is_mere_beginning(piece, rest, end) {
                    break;
                }
                pieces = rest;
                if start.line == Line::Prose {
                    break;
                }
            }
        }
        let Some((head, rest)) = pieces.split_first() else { return end };
        if start.line != Line::Prose {
            self.headline(pieces);
            return end;
        }
        let before = self.word(first.wrapping_sub(1));
        let role = before.shape == Shape::Lower
            && before.kinds.any(Kinds::TITLE)
            && self.gap(first) == Gap::Space
            && head.first == first;
        let company = self.company.take() == Some(first);
        if (role || company)
            && !head.is_name_only()
            && (!head.any(Kinds::WORDS) || head.any(Kinds::PERSON) && !rest.is_empty())
        {
            self.person(pieces, if role { 2.5 } else { 3.0 });
            return end;
        }
        let Some(last) = pieces.last().copied() else { return end };
        // A title open at the end: "Minister of Trade [and ...] Amina Diallo".
        if last.any(Kinds::TITLE) && !last.any(Kinds::NAME) && matches!(self.text(end), "of" | "for") {
            self.title(pieces, pieces.len() - 1, true);
            return self.portfolio(end);
        }
        if let Some(to) = self.thing(pieces, end) {
            return to;
        }
        if let Some(tail) = self.tail(&last, end, 0) {
            let place = OF_PLACES.has(last.hash) && !last.any(Kinds::ORG_HEAD);
            let class = if place { Class::Place } else { Class::Org };
            // Titles before the head stay outside: "Governor Bank of X" is no name.
            let from = pieces.iter().rposition(|piece| FIRM_TITLES.has(piece.hash)).map_or(0, |at| at + 1);
            let from = pieces.get(from).map_or(last.first, |piece| piece.first);
            self.push(from, tail, Votes::of(class, 3.0));
            return tail;
        }
        self.emit(pieces);
        if pieces.iter().any(|piece| PLURAL_TITLES.has(piece.hash)) && self.text(end) == "and" {
            self.company = Some(end + 1);
        }
        end
    }

    /// Whether a piece has its capital from where it stands only.
    fn is_mere_beginning(&self, piece: &Piece, rest: &[Piece], end: usize) -> bool {
        let keeps =
            Kinds::TITLE.or(Kinds::FIELD).or(Kinds::ORG_HEAD).or(Kinds::PLACE_PREFIX).or(Kinds::EVENT_PREFIX);
        if piece.shape == Shape::Capital && piece.end - piece.first == 1 && SMALL.has(piece.hash) {
            return true;
        }
        if !rest.is_empty() && PARTICLES.has(piece.hash) {
            return false;
        }
        if piece.end - piece.first > 1 || piece.any(Kinds::NAME.or(Kinds::PERSON)) {
            return piece.any(Kinds::COMMON)
                && piece.any(Kinds::PERSON.or(Kinds::GROUP))
                && rest.is_empty()
                && self.word(piece.first).seen_lower;
        }
        if piece.shape == Shape::Capitals && self.word(piece.first).line != Line::Capitals {
            return false;
        }
        let goes_on = !rest.is_empty() || matches!(self.text(end), "of" | "for");
        if piece.plain || piece.any(Kinds::COMMON) {
            return !(goes_on && piece.any(keeps));
        }
        if piece.any(Kinds::WORDS) {
            return !goes_on;
        }
        let text = self.text(piece.first);
        ["ing", "ed", "ly", "tion", "tions", "ness", "ment", "ments", "ism", "ists"]
            .iter()
            .any(|ending| text.len() > ending.len() + 2 && text.ends_with(ending))
    }

    fn push(&mut self, first: usize, end: usize, votes: Votes) {
        self.push_span(self.span(first, end), first, end, votes);
    }

    fn push_quiet(&mut self, first: usize, end: usize) {
        self.push(first, end, Votes::default());
        if let Some(mention) = self.mentions.last_mut() {
            mention.quiet = true;
        }
    }

    fn push_span(&mut self, span: Span, first: usize, end: usize, votes: Votes) {
        let key = fold::hash(span.slice(self.article.text).unwrap_or_default());
        self.mentions.push(Mention { span, first, end, key, votes, quiet: false });
    }
}

fn word_is(word: Word, kinds: Kinds) -> bool {
    word.kinds.any(kinds)
}
