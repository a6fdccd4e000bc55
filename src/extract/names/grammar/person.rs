//! People, and the titles before them.

use super::NAMES_TOO;
use crate::extract::names::context;
use crate::extract::names::forms::PARTICLES;
use crate::extract::names::lexicon::{Kinds, word_set};
use crate::extract::names::mention::{Class, Votes};
use crate::extract::names::run::{Cutter, Piece};
use crate::extract::names::shape::Shape;
use crate::text::TokenKind;

word_set! {
    /// Months that people are called by.
    MONTHS: "january march april may june august"
}

impl Cutter<'_, '_> {
    /// Whether a month's name may be somebody's: no day or year stands beside it.
    pub(super) fn is_month_name(&self, piece: &Piece) -> bool {
        let is_number = |at: usize| self.kind(at) == TokenKind::Number;
        piece.end == piece.first + 1
            && MONTHS.has(piece.hash)
            && !is_number(piece.end)
            && !is_number(piece.first.wrapping_sub(1))
    }

    /// Cuts at a title: what stands before it, and the person behind it.
    pub(super) fn title(&mut self, pieces: &[Piece], title: usize, open: bool) {
        let (before, behind) = pieces.split_at(title.min(pieces.len()));
        let office = |piece: &&Piece| {
            (piece.any(Kinds::FIELD.or(Kinds::TITLE)) || piece.plain) && !piece.any(Kinds::NAME)
        };
        let has_head = before.iter().any(|piece| piece.any(Kinds::ORG_HEAD) && !piece.any(Kinds::FIELD));
        let kept = if has_head {
            before.len()
        } else {
            before.len() - before.iter().rev().take_while(office).count()
        };
        self.emit(before.get(..kept).unwrap_or_default());
        let role = |piece: &&Piece| {
            let surname = piece.any(Kinds::PERSON) && !piece.any(Kinds::TITLE);
            piece.any(Kinds::TITLE.or(Kinds::FIELD)) && !piece.any(Kinds::NAME) && !surname
        };
        let skip = behind.iter().take_while(role).count();
        let behind = behind.get(skip..).unwrap_or_default();
        if !open || !behind.is_empty() {
            self.person(behind, 3.0);
        }
    }

    /// A person at the beginning of `pieces`, behind a title.
    pub(super) fn person(&mut self, pieces: &[Piece], weight: f32) {
        let Some(first) = pieces.first() else { return };
        // "Mrs May"
        if pieces.len() == 1 && self.is_month_name(first) {
            return self.push(first.first, first.end, Votes::of(Class::Person, weight));
        }
        // "Ms June Mori"
        let is_named = |name: &Piece| name.is_personal() && !name.any(Kinds::WORDS);
        if self.is_month_name(first) && pieces.get(1).is_some_and(is_named) {
            let rest = pieces.get(1..).unwrap_or_default();
            let count = self.personal(rest).max(1);
            self.push(first.first, pieces.get(count).unwrap_or(first).end, Votes::of(Class::Person, weight));
            return self.emit(rest.get(count..).unwrap_or_default());
        }
        if !first.is_personal() && !first.any(Kinds::CITY.or(Kinds::COUNTRY).or(Kinds::REGION))
            || first.plain && pieces.len() == 1
        {
            return self.emit(pieces);
        }
        // "President Uganda Law Society": a place, not a person.
        if !first.is_personal() && pieces.len() > 1 {
            return self.emit(pieces);
        }
        let count = self.personal(pieces).max(1);
        let (name, rest) = pieces.split_at(count);
        if let (Some(first), Some(last)) = (name.first(), name.last()) {
            let weight = if first.is_personal() { weight } else { 1.5 };
            self.push(first.first, last.end, Votes::of(Class::Person, weight));
        }
        self.emit(rest);
    }

    /// How many pieces from the first on make up one person's name.
    pub(super) fn personal(&self, pieces: &[Piece]) -> usize {
        let mut count = 0;
        for (index, piece) in pieces.iter().enumerate() {
            let given = index > 0
                && pieces.first().is_some_and(|first| first.any(Kinds::GIVEN) && !first.any(Kinds::COMMON));
            let places = Kinds::CITY.or(Kinds::REGION).or(Kinds::COUNTRY);
            let last = index + 1 == pieces.len();
            let place_as_surname = given
                && (piece.any(places) || last && piece.any(Kinds::GROUP.or(Kinds::ORG).or(Kinds::PRODUCT)))
                && !piece.any(Kinds::WORDS);
            let head_as_surname = index == 1
                && index + 1 == pieces.len()
                && piece.any(Kinds::SURNAME)
                && pieces.first().is_some_and(|first| first.any(Kinds::GIVEN) || first.is_unknown());
            // "Theresa May", "April Jones"
            let month = self.is_month_name(piece)
                && (given && last
                    || index == 0
                        && pieces
                            .get(1)
                            .is_some_and(|next| next.any(Kinds::SURNAME) && !next.any(Kinds::WORDS)));
            let unnamed = piece.any(Kinds::CALENDAR) || !piece.any(Kinds::PERSON);
            let title = index > 0 && last && NAMES_TOO.has(piece.hash);
            let word = piece.any(Kinds::WORDS) && unnamed && !piece.is_initial() && !title;
            let prefix = piece.any(Kinds::PLACE_PREFIX) && index + 1 < pieces.len() && index > 0;
            let particle = PARTICLES.has(piece.hash) && !last;
            let fits = title
                || month
                || particle
                || piece.is_personal() && !word && !piece.plain
                || place_as_surname
                || head_as_surname
                || prefix && !piece.any(Kinds::COMMON);
            if !fits || index > 9 {
                break;
            }
            count = index + 1;
        }
        count
    }

    pub(super) fn ends_in_given(&self, pieces: &[Piece]) -> bool {
        matches!(pieces, [.., before, _] if before.any(Kinds::GIVEN) && pieces.len() == 2 && !before.any(Kinds::NAME))
    }

    /// What several words without a meaning in English name.
    pub(super) fn personal_votes(&self, name: &[Piece]) -> Votes {
        let given = name.first().is_some_and(|piece| piece.any(Kinds::GIVEN) || self.is_month_name(piece));
        let any = name.iter().any(|piece| piece.any(Kinds::PERSON) || piece.is_initial());
        let capitals = name.iter().all(|piece| piece.shape == Shape::Capitals);
        let (first, end) = match (name.first(), name.last()) {
            (Some(first), Some(last)) => (first.first, last.end),
            _ => return Votes::default(),
        };
        // "Marks & Spencer"
        if (first..end).any(|at| self.text(at) == "&") {
            return Votes::of(Class::Org, 2.5);
        }
        if given {
            return Votes::of(Class::Person, 3.0);
        }
        if any {
            return Votes::of(Class::Person, 2.0);
        }
        let mut votes = Votes::of(if capitals { Class::Org } else { Class::Person }, 1.0);
        votes.join(&context::votes(self.article, self.words, first, end), 1.0);
        votes
    }
}
