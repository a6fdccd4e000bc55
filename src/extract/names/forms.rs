//! The ways in which the tokens of an article are written: what holds for a token by itself is found
//! out once for each, since most tokens of an article come again.

use std::collections::HashMap;

use super::fold::{self, FoldHasher};
use super::lexicon::{Kinds, Lexicon, word_set};
use super::shape::{Shape, shape};
use crate::text::{Span, TokenKind};

word_set! {
    /// Words that keep their small letter in headlines.
    pub(in crate::extract) SMALL: "a an and as at but by for from in into is nor of off on or over per so than that the to up via vs with it its"
}

word_set! {
    /// Lower-case words inside people's names.
    pub(super) PARTICLES: "al el ul ur bin bint ibn abu de da do dos das del della di du des la le los las van von der den ter ten zu zur af av ben wa wan ould mac san e"
}

/// What a token is by itself.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Form {
    /// The hash of its folded form; 0 for what is no word.
    pub(super) hash: u64,
    /// A number, from 1, for all forms that fold to the same; 0 for what is no word.
    pub(super) folded: u32,
    /// What the lists say of it as it is written.
    pub(super) kinds: Kinds,
    /// What they say of it in lower case.
    pub(super) plain_kinds: Kinds,
    /// How it is written.
    pub(super) shape: Shape,
    /// Whether it keeps its small letter in headlines.
    pub(super) is_small: bool,
    /// Whether it may stand in a person's name in lower case.
    pub(super) is_particle: bool,
}

/// The numbers of folded forms are below this.
pub(super) fn n_folded(forms: &[Form]) -> usize {
    forms.iter().map(|form| form.folded as usize + 1).max().unwrap_or_default()
}

/// The forms of one text, each with a number from 0.
pub(super) struct Forms<'t> {
    text: &'t str,
    lexicon: &'static Lexicon,
    forms: Vec<Form>,
    /// Where each form was met first.
    spans: Vec<Span>,
    /// Open addressing with linear probing; at least half of the slots are free.
    slots: Vec<Slot>,
    /// The numbers of folded forms.
    folded: HashMap<u64, u32, FoldHasher>,
}

/// A place for a form.
#[derive(Clone, Copy, Default)]
struct Slot {
    /// The first eight bytes of the form: all there is of most.
    head: u64,
    /// How many bytes it has; 0 where the slot is free.
    len: u32,
    number: u32,
}

/// As many bytes as a number holds.
const HEAD: usize = size_of::<u64>();

impl<'t> Forms<'t> {
    /// None yet of the forms of `text`.
    pub(super) fn new(text: &'t str) -> Forms<'t> {
        /// Enough for a short article.
        const SLOTS: usize = 1 << 9;
        Forms {
            text,
            lexicon: Lexicon::get(),
            forms: Vec::new(),
            spans: Vec::new(),
            slots: vec![Slot::default(); SLOTS],
            folded: HashMap::default(),
        }
    }

    /// The number of the form that stands at `span`, and what it is.
    pub(super) fn number(&mut self, span: Span, kind: TokenKind) -> (u32, Form) {
        let head = self.head(span);
        let mask = self.slots.len() - 1;
        let mut place = self.hash(span, head) & mask;
        while let Some(slot) = self.slots.get(place).filter(|slot| slot.len != 0) {
            if slot.head == head && slot.len as usize == span.len() && self.is_at(slot.number, span) {
                return (slot.number, self.forms.get(slot.number as usize).copied().unwrap_or_default());
            }
            place = (place + 1) & mask;
        }
        let form = self.read(span, kind);
        let number = self.forms.len() as u32;
        self.forms.push(form);
        self.spans.push(span);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = Slot { head, len: span.len() as u32, number };
        }
        if self.forms.len() * 2 > self.slots.len() {
            self.grow();
        }
        (number, form)
    }

    /// All forms, by their numbers.
    pub(super) fn into_forms(self) -> Vec<Form> {
        self.forms
    }

    fn read(&mut self, span: Span, kind: TokenKind) -> Form {
        if !matches!(kind, TokenKind::Word | TokenKind::Acronym) {
            return Form::default();
        }
        let text = span.slice(self.text).unwrap_or_default();
        let (hash, shape) = (fold::hash(text), shape(text));
        let next = self.folded.len() as u32 + 1;
        let capitals = shape != Shape::Lower && !text.contains(char::is_lowercase);
        Form {
            hash,
            folded: *self.folded.entry(hash).or_insert(next),
            kinds: self.lexicon.kinds(hash, capitals),
            plain_kinds: self.lexicon.kinds(hash, false),
            shape,
            is_small: SMALL.has(hash),
            is_particle: PARTICLES.has(hash),
        }
    }

    /// Whether the form with this number is written as what stands at `span`, which begins the same and
    /// is as long.
    fn is_at(&self, number: u32, span: Span) -> bool {
        let known = self.spans.get(number as usize).copied().unwrap_or_default();
        span.len() <= HEAD || known.slice(self.text) == span.slice(self.text)
    }

    /// The first bytes of what stands at `span`.
    fn head(&self, span: Span) -> u64 {
        let bytes = self.text.as_bytes();
        if let Some(head) = bytes.get(span.start()..).and_then(<[u8]>::first_chunk::<HEAD>) {
            let beyond = HEAD.saturating_sub(span.len().max(1)) as u32 * u8::BITS;
            return u64::from_le_bytes(*head) << beyond >> beyond;
        }
        // Near the end of the text.
        let mut head = [0; HEAD];
        head.iter_mut()
            .zip(bytes.get(span.start()..span.end()).unwrap_or_default())
            .for_each(|(to, from)| *to = *from);
        u64::from_le_bytes(head)
    }

    fn hash(&self, span: Span, head: u64) -> usize {
        /// An odd number whose bits look like chance: 2^64 by the golden ratio.
        const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut hash = (head ^ span.len() as u64).wrapping_mul(MIX);
        if span.len() > HEAD {
            let rest = self.text.as_bytes().get(span.start() + HEAD..span.end()).unwrap_or_default();
            for chunk in rest.chunks(HEAD) {
                let chunk = chunk.iter().fold(0, |sum, byte| sum << u8::BITS | u64::from(*byte));
                hash = (hash.rotate_left(29) ^ chunk).wrapping_mul(MIX);
            }
        }
        (hash >> u32::BITS) as usize
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        let mask = slots.len() - 1;
        for slot in self.slots.iter().filter(|slot| slot.len != 0) {
            let span = self.spans.get(slot.number as usize).copied().unwrap_or_default();
            let mut place = self.hash(span, slot.head) & mask;
            while slots.get(place).is_some_and(|slot| slot.len != 0) {
                place = (place + 1) & mask;
            }
            if let Some(free) = slots.get_mut(place) {
                *free = *slot;
            }
        }
        self.slots = slots;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use crate::text::tokenize;

    proptest! {
        #[test]
        fn forms_are_the_same_where_tokens_are_written_the_same(
            words in proptest::collection::vec("[ab]{1,9}|[a-cé]{1,20}|[.,]", 0..3_000),
        ) {
            let text = words.join(" ");
            let mut forms = Forms::new(&text);
            let mut known: HashMap<&str, u32> = HashMap::new();
            for token in tokenize(&text).iter() {
                let (number, form) = forms.number(token.span, token.kind);
                let slice = token.span.slice(&text).unwrap();
                let next = known.len() as u32;
                prop_assert_eq!(number, *known.entry(slice).or_insert(next));
                let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Acronym);
                prop_assert_eq!(form.hash, if is_word { fold::hash(slice) } else { 0 });
            }
            prop_assert_eq!(forms.into_forms().len(), known.len());
        }
    }

    #[test]
    fn forms_that_fold_to_the_same_share_a_number() {
        let text = "Rome ROME rome Paris";
        let mut forms = Forms::new(text);
        let folded: Vec<u32> =
            tokenize(text).iter().map(|token| forms.number(token.span, token.kind).1.folded).collect();
        assert_eq!(folded, [1, 1, 1, 2]);
    }
}
