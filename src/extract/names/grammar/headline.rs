//! Names in a headline, where capitals say little.

use crate::extract::names::lexicon::Kinds;
use crate::extract::names::mention::{Class, Votes};
use crate::extract::names::run::{Cutter, Piece};

impl Cutter<'_, '_> {
    /// Names in a headline: what the lists know for sure, and people with a known given name. What
    /// else the article names is found there by `decide.rs`.
    pub(super) fn headline(&mut self, pieces: &[Piece]) {
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let next = pieces.get(at + 1);
            let named = |piece: &Piece| {
                piece.is_personal() && !piece.plain && !piece.any(Kinds::WORDS) && !piece.is_name_only()
            };
            if piece.any(Kinds::GIVEN) && !piece.any(Kinds::NAME.or(Kinds::WORDS)) && next.is_some_and(named)
            {
                let count = self.personal(pieces.get(at..).unwrap_or_default()).clamp(2, 3);
                if let Some(last) = pieces.get(at + count - 1) {
                    self.push(piece.first, last.end, Votes::of(Class::Person, 1.5));
                }
                at += count;
                continue;
            }
            if piece.any(Kinds::NAME)
                && (!piece.any(Kinds::WORDS.or(Kinds::PERSON)) || piece.end - piece.first > 1)
            {
                self.single(piece);
            } else if !piece.plain && !piece.any(Kinds::WORDS) {
                self.push_quiet(piece.first, piece.end);
            }
            at += 1;
        }
    }
}
