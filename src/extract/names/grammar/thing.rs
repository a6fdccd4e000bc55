//! Events, works and undertakings, by the word that says what they are.
//!
//! ```text
//! thing = capitals head [ number ] [ tail ]       "Expo 2025", "Convention on the Rights of the Child"
//!       | matter joint matter head [ number ]     "Competition and Markets Act 2024"
//!       | leading tail                            "International Year of Water Cooperation", "Call to Action"
//!       | numbered number                         "Vision 2030"
//!       | kind capitals                           the film Blue Harbour, the trawler Nordvik: the kind stays outside
//!       | capitals [ "-" ] "class"                Meridian-class submarines, but no business class
//! matter = words of English with capitals
//! joint = "and" | "&" | "of"
//! tail  = ( "of" | "on" | "against" | "to" ) [ "the" ] capitals
//! ```

use crate::extract::names::lexicon::{Kinds, word_set};
use crate::extract::names::mention::{Class, Votes};
use crate::extract::names::run::{Cutter, Piece};
use crate::extract::names::shape::Shape;
use crate::text::{Gap, TokenKind};

/// What speaks for a thing whose head says what it is.
const BY_HEAD: f32 = 2.5;

word_set! {
    /// What is an event where it says whose or what for: "Year of the Dragon", "Month of the Sea".
    PERIODS: "year month decade"
}
word_set! {
    /// What is a work where it says what for: "Call to Action".
    CALLS: "call appeal"
}
word_set! {
    /// Kinds of works, before a title of several words.
    WORK_KINDS: "film movie drama sitcom series show programme program song single album novel book memoir musical opera documentary romcom thriller comedy miniseries podcast"
}
word_set! {
    /// Kinds of products and vehicles.
    PRODUCT_KINDS: "vessel ship submarine frigate destroyer corvette trawler tanker ferry yacht schooner app software smartphone rocket satellite missile drone vaccine spacecraft telescope chatbot"
}
word_set! {
    /// Kinds of events.
    EVENT_KINDS: "storm hurricane typhoon cyclone operation exercise"
}
word_set! {
    /// Classes of travel and of people, not of ships.
    RANKS: "business economy first second third world working middle upper lower ruling premium master"
}
word_set! {
    /// What is a plan where a number follows.
    NUMBERED: "vision"
}

/// Whether `of` goes on from a head that is a thing.
pub(super) fn is_thing(head: &Piece) -> bool {
    class_of(head).is_some() || leading(head).is_some()
}

/// What a head says of the whole where it goes on with what for.
fn leading(head: &Piece) -> Option<Class> {
    match () {
        () if PERIODS.has(head.hash) => Some(Class::Event),
        () if CALLS.has(head.hash) => Some(Class::Work),
        () => None,
    }
}

/// What a head says by itself that the whole is.
fn class_of(head: &Piece) -> Option<Class> {
    let is_more = Kinds::NAME.or(Kinds::ORG_HEAD).or(Kinds::TITLE).or(Kinds::PERSON);
    match () {
        () if head.any(is_more) => None,
        () if head.any(Kinds::EVENT_HEAD) => Some(Class::Event),
        () if head.any(Kinds::WORK_HEAD) => Some(Class::Work),
        () => None,
    }
}

impl Cutter<'_, '_> {
    /// Takes the thing that the run `pieces`, which ends at `end`, is or begins; gives the token behind it.
    pub(super) fn thing(&mut self, pieces: &[Piece], end: usize) -> Option<usize> {
        let (first, last) = (pieces.first()?, pieces.last()?);
        if NUMBERED.has(last.hash) && !self.word(first.first).begins {
            let to = self.numbered(last.end, Class::Work);
            if to > last.end {
                self.push(first.first, to, Votes::of(Class::Work, BY_HEAD));
                return Some(to);
            }
        }
        if let Some(class) = leading(last).filter(|_| pieces.len() > 1) {
            let to = self.tail(last, end, 0)?;
            self.push(first.first, to, Votes::of(class, BY_HEAD));
            return Some(to);
        }
        if let Some(class) = self.kind_before(pieces) {
            self.push(first.first, last.end, Votes::of(class, BY_HEAD));
            return Some(end);
        }
        if let Some((name, to)) = self.ship_class(pieces) {
            self.emit(pieces.get(..name).unwrap_or_default());
            self.push(pieces.get(name)?.first, to, Votes::of(Class::Product, BY_HEAD));
            return Some(to.max(end));
        }
        if let Some(class) = class_of(last) {
            let is_alone = pieces.len() == 1;
            let to = self.numbered(last.end, class);
            let tail = if to == last.end { self.tail(last, end, 0) } else { None };
            // One word may be no more than a beginning: "Attacks on …", "Report of …".
            if is_alone && (self.word(first.first).begins || tail.is_none() && to == last.end)
                || !is_alone && tail.is_none() && to == last.end && self.is_of_somebody(pieces)
            {
                return None;
            }
            let to = tail.unwrap_or(to);
            self.push(first.first, to, Votes::of(class, BY_HEAD));
            return Some(to.max(end));
        }
        let is_matter = |piece: &Piece| {
            (piece.plain || piece.any(Kinds::WORDS))
                && !piece.any(Kinds::NAME.or(Kinds::PERSON).or(Kinds::TITLE))
        };
        let joins = matches!(self.text(end), "and" | "&" | "of") && self.goes_on(end + 1);
        if !joins || !pieces.iter().all(is_matter) {
            return None;
        }
        let (more, more_end) = self.pieces(end + 1);
        let (head, class) = more.last().and_then(|head| Some((head, class_of(head)?)))?;
        let is_other = |piece: &Piece| piece.any(Kinds::ORG_HEAD.or(Kinds::NAME)) && !piece.any(Kinds::FIELD);
        if more.len() == 1 || more.iter().any(is_other) {
            return None;
        }
        let to = self.numbered(head.end, class);
        self.push(first.first, to, Votes::of(class, BY_HEAD));
        Some(to.max(more_end))
    }

    /// What the word before the run says that it is: "the film", "the trawler".
    fn kind_before(&self, pieces: &[Piece]) -> Option<Class> {
        let first = pieces.first()?;
        let kind = self.word(first.first.checked_sub(1)?);
        let is_name = first.any(Kinds::PERSON.or(Kinds::NAME).or(Kinds::TITLE));
        if kind.shape != Shape::Lower || self.gap(first.first) != Gap::Space || is_name {
            return None;
        }
        let is_named = || !pieces.iter().any(|piece| piece.any(Kinds::ORG_HEAD.or(Kinds::PLACE_HEAD)));
        match () {
            () if WORK_KINDS.has(kind.hash) => (pieces.len() > 1).then_some(Class::Work),
            () if PRODUCT_KINDS.has(kind.hash) => Some(Class::Product),
            () if EVENT_KINDS.has(kind.hash) => is_named().then_some(Class::Event),
            () => None,
        }
    }

    /// The piece that a class of ships or aircraft is called by, and the token behind the class: "Kilo Class",
    /// "Meridian-class".
    fn ship_class(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let (last, before) = pieces.split_last()?;
        let is_class = |at: usize| self.text(at).eq_ignore_ascii_case("class");
        let (place, to) = if is_class(last.first) && last.shape == Shape::Capital {
            (before.len().checked_sub(1)?, last.end)
        } else if self.text(last.end) == "-" && self.gap(last.end) == Gap::None && is_class(last.end + 1) {
            (before.len(), last.end + 2)
        } else {
            return None;
        };
        let name = pieces.get(place)?;
        let fits = name.shape == Shape::Capital
            && !RANKS.has(name.hash)
            && !name.any(Kinds::ORG_HEAD.or(Kinds::GROUP));
        fits.then_some((place, to))
    }

    /// Whether the run is somebody's, and no name as a whole: "World Bank Report", "Ama Boateng Show".
    fn is_of_somebody(&self, pieces: &[Piece]) -> bool {
        let Some((_, before)) = pieces.split_last() else { return false };
        before.iter().any(|piece| piece.any(Kinds::ORG) || piece.any(Kinds::TITLE) && !piece.plain)
            || before
                .first()
                .is_some_and(|piece| piece.any(Kinds::GIVEN) && !piece.any(Kinds::NAME.or(Kinds::WORDS)))
    }

    /// The end of a thing with the number or the year behind it, if there is one.
    fn numbered(&self, end: usize, class: Class) -> usize {
        let is_number = self.kind(end) == TokenKind::Number && self.gap(end) == Gap::Space;
        let text = self.text(end);
        let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        let fits = is_year
            || class == Class::Work && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && fits { end + 1 } else { end }
    }
}
