//! What goes on behind the head of a name, or behind an office: `of`, `for`, `on`.

use super::{OF_PLACES, thing};
use crate::extract::names::lexicon::{Kinds, word_set};
use crate::extract::names::run::{Cutter, Piece};
use crate::text::Gap;

/// How often `of` may follow `of` in a name: "University of the Chamber of Commerce of X".
const LONGEST_TAIL: usize = 4;

word_set! {
    /// Heads that `for` goes on from.
    FOR_HEADS: "agency alliance association authority board campaign center centre coalition commission committee council court department directorate federation forum foundation fund initiative institute league ministry movement network office organisation organization party program programme project school secretariat service society trust union group"
}
word_set! {
    /// Heads that `on` and `against` go on from.
    ON_HEADS: "alliance authority campaign center centre coalition commission committee conference council forum initiative institute movement network office panel taskforce"
}

word_set! {
    /// Heads whose campus stands behind a comma.
    UNIVERSITIES: "university"
}

impl Cutter<'_, '_> {
    /// The end of a name that goes on with `of`, `for`, `on` behind its head.
    pub(super) fn tail(&self, head: &Piece, end: usize, depth: usize) -> Option<usize> {
        if depth == LONGEST_TAIL || self.word(end).sentence || self.gap(end) > Gap::Line {
            return None;
        }
        let is_thing = thing::is_thing(head);
        let is_head = head.any(Kinds::ORG_HEAD) && !head.any(Kinds::NAME) || depth > 0;
        let fits = match self.text(end) {
            "of" => is_head || is_thing || OF_PLACES.has(head.hash),
            "for" => is_head && FOR_HEADS.has(head.hash),
            "on" | "against" => is_thing || is_head && ON_HEADS.has(head.hash),
            "to" => is_thing,
            _ => false,
        };
        if !fits {
            return None;
        }
        let mut at = end + 1;
        if matches!(self.text(at), "the" | "The") {
            at += 1;
        }
        if !self.goes_on(at) {
            return None;
        }
        let (pieces, run_end) = self.pieces(at);
        let taken = pieces.iter().enumerate().take_while(|(index, piece)| {
            let title = piece.any(Kinds::TITLE) && !piece.any(Kinds::FIELD.or(Kinds::ORG_HEAD))
                || piece.any(Kinds::CALENDAR);
            let stranger =
                *index > 0 && (piece.any(Kinds::GIVEN) && !piece.any(Kinds::NAME.or(Kinds::WORDS)));
            let behind_place = *index > 0
                && pieces.get(index - 1).is_some_and(|before| before.any(Kinds::PLACE))
                && !piece.any(Kinds::WORDS);
            !title && !stranger && !behind_place
        });
        let (count, last) = taken.map(|(index, piece)| (index + 1, *piece)).last()?;
        if count < pieces.len() {
            return Some(last.end);
        }
        // "Labour and Employment", "Health, Welfare and Sport".
        let mut last = last;
        let mut last_end = run_end;
        while last.any(Kinds::FIELD) || !last.any(Kinds::NAME) && (last.plain || last.any(Kinds::WORDS)) {
            let join = match (self.text(last_end), self.text(last_end + 1)) {
                (",", "and") => 2,
                ("and" | "&", _) => 1,
                (",", _) if head.any(Kinds::ORG_HEAD) => 1,
                _ => break,
            };
            if !self.goes_on(last_end + join) {
                break;
            }
            let (more, more_end) = self.pieces(last_end + join);
            let fits = more.iter().all(|piece| {
                piece.any(Kinds::FIELD.or(Kinds::ORG_HEAD)) || piece.plain && !piece.any(Kinds::TITLE)
            });
            // A list needs its `and`: ", Finance Minister" is none.
            if !fits || more.is_empty() {
                break;
            }
            let Some(end) = more.last() else { break };
            (last, last_end) = (*end, more_end);
            // A list has one "and", before its last.
            if join == 2 || self.text(more.first().map_or(0, |first| first.first.wrapping_sub(1))) != "," {
                break;
            }
        }
        // "University of California, Berkeley"
        if last.any(Kinds::REGION)
            && UNIVERSITIES.has(head.hash)
            && self.text(last_end) == ","
            && self.goes_on(last_end + 1)
        {
            let (campus, campus_end) = self.pieces(last_end + 1);
            if let [campus] = campus.as_slice()
                && !campus.any(Kinds::WORDS)
                && self.text(campus_end) != ","
            {
                return Some(campus.end);
            }
        }
        Some(
            self.tail(&last, last_end, depth + 1)
                .filter(|_| last.any(Kinds::WORDS) || last.plain)
                .unwrap_or(last.end),
        )
    }

    /// Passes what an office is about, at "of", and takes the person behind it.
    pub(super) fn portfolio(&mut self, of: usize) -> usize {
        let mut at = of + 1;
        for _ in 0..LONGEST_TAIL {
            if self.text(at) == "the" {
                at += 1;
            }
            if !self.goes_on(at) {
                return at;
            }
            let (pieces, end) = self.pieces(at);
            let subject = |piece: &Piece| {
                (piece.any(Kinds::FIELD) || piece.plain || piece.any(Kinds::WORDS)) && !piece.any(Kinds::NAME)
            };
            // "Women and Equalities Ama Boateng": what no list knows, before a name.
            let unknown = match pieces.as_slice() {
                [matter, name, more @ ..] => {
                    let is_name = name.any(Kinds::GIVEN) && !name.any(Kinds::NAME) || !more.is_empty();
                    at > of + 1 && matter.is_unknown() && is_name
                }
                _ => false,
            };
            let role = pieces.iter().take_while(|piece| subject(piece)).count().max(usize::from(unknown));
            let rest = pieces.get(role..).unwrap_or_default();
            if role == 0 {
                return at;
            }
            if let Some(first) = rest.first() {
                if first.is_personal() {
                    self.person(rest, 3.0);
                } else {
                    self.emit(rest);
                }
                return end;
            }
            at = match (self.text(end), self.text(end + 1)) {
                (",", "and") => end + 2,
                ("and" | "of" | "for" | ",", _) => end + 1,
                _ => return end,
            };
            let next = self.pieces_kinds(at);
            let is_person = next.any(Kinds::PERSON.or(Kinds::NAME).or(Kinds::TITLE)) || !self.goes_on(at);
            if !next.any(Kinds::FIELD) && (is_person || !matches!(self.text(end), "and" | ",")) {
                return end;
            }
        }
        at
    }

    pub(super) fn pieces_kinds(&self, at: usize) -> Kinds {
        if self.goes_on(at) { self.word(at).kinds } else { Kinds::NONE }
    }
}
