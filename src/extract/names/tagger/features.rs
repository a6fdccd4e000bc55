//! Features: what the model sees of a token, as hashed keys.
//!
//! Those of a word by itself are the same wherever it stands (`lexical`), so that the decoder can
//! remember their sum; those of a place (`local`) are not. Which groups pay is in `docs/names.md`.

use super::reading::Reading;
use super::word_table::short;
use crate::extract::names::words::Shape;
use crate::text::Gap;

/// How many bits the keys of features have: among forty thousand, a stranger is taken for one of
/// them once in six thousand times.
pub(super) const KEY_BITS: u32 = 28;

/// Where a word stands, seen from the token in question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Before,
    Here,
    Behind,
}

impl Side {
    pub(super) const ALL: [Side; 3] = [Side::Before, Side::Here, Side::Behind];
}

/// The groups of features, for training without one of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
enum Group {
    Word = 1,
    Shape,
    Lists,
    Gazetteer,
    Cluster,
    Affixes,
    Rules,
    Run,
    Document,
    Place,
}

/// Which groups of features are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Features(u32);

impl Default for Features {
    fn default() -> Features {
        Features(u32::MAX)
    }
}

impl Features {
    /// The names of the groups.
    pub const GROUPS: [&'static str; 10] =
        ["word", "shape", "lists", "gazetteer", "cluster", "affixes", "rules", "run", "document", "place"];

    /// All groups but the one of this name; `None` for a name that is none of [`Features::GROUPS`].
    pub fn without(name: &str) -> Option<Features> {
        let group = Features::GROUPS.iter().position(|group| *group == name)?;
        Some(Features(!(1 << (group + 1))))
    }

    fn has(self, group: Group) -> bool {
        self.0 >> group as u32 & 1 == 1
    }
}

/// Takes features and makes their keys.
struct Keys<'o, F: FnMut(u32)> {
    groups: Features,
    out: &'o mut F,
}

impl<F: FnMut(u32)> Keys<'_, F> {
    fn add(&mut self, group: Group, template: u32, value: u64) {
        if self.groups.has(group) {
            let template = u64::from(group as u32 * 64 + template);
            (self.out)(short(value ^ template.wrapping_mul(0xD6E8_FEB8_6659_FD93)) >> (u32::BITS - KEY_BITS));
        }
    }
}

impl Reading<'_, '_> {
    /// The keys of all features of token `at`.
    pub fn features(&self, at: usize, groups: Features, out: &mut impl FnMut(u32)) {
        for side in Side::ALL {
            self.lexical(self.neighbour(at, side), side, groups, out);
        }
        self.local(at, groups, out);
    }

    /// The token at a side, where it is of the same sentence.
    pub(super) fn neighbour(&self, at: usize, side: Side) -> Option<usize> {
        match side {
            Side::Here => Some(at),
            Side::Before => (!self.word(at).sentence).then(|| at.checked_sub(1)).flatten(),
            Side::Behind => (at + 1 < self.words.len() && !self.word(at + 1).sentence).then_some(at + 1),
        }
    }

    /// What a word is by itself, seen from the side where the token in question stands.
    /// `None` is the edge of a sentence.
    pub(super) fn lexical(&self, at: Option<usize>, side: Side, groups: Features, out: &mut impl FnMut(u32)) {
        let mut keys = Keys { groups, out };
        let Some(at) = at else { return keys.add(Group::Place, 0, side as u64) };
        let word = self.word(at);
        let side_bits = (side as u64) << 56;
        let view = self.view(at);
        keys.add(Group::Word, 0, u64::from(view.id) | side_bits);
        let shape = view.shape;
        keys.add(Group::Shape, 0, shape | side_bits);
        let mut kinds = word.kinds.bits();
        if kinds == 0 {
            keys.add(Group::Lists, 0, side_bits);
        } else {
            keys.add(Group::Lists, 1, u64::from(kinds) | side_bits);
        }
        while kinds != 0 {
            keys.add(Group::Lists, 2, u64::from(kinds.trailing_zeros()) | side_bits);
            kinds &= kinds - 1;
        }
        if word.hash == 0 {
            return;
        }
        let entry = view.entry;
        keys.add(Group::Gazetteer, 0, entry.names() | side_bits);
        if entry.cluster != 0 {
            keys.add(Group::Cluster, 0, u64::from(entry.cluster) | side_bits);
            keys.add(Group::Cluster, 1, u64::from(entry.coarse) | side_bits);
        }
        if side == Side::Here {
            keys.add(Group::Shape, 1, shape << 1 | u64::from(word.seen_lower));
            affixes(self.text(at), &mut keys);
        }
    }

    /// What a token is where it stands.
    pub(super) fn local(&self, at: usize, groups: Features, out: &mut impl FnMut(u32)) {
        let mut keys = Keys { groups, out };
        let word = self.word(at);
        let rule = self.rule(at);
        let (before, behind) = (self.rule(at.wrapping_sub(1)), self.rule(at + 1));
        keys.add(Group::Rules, 0, rule);
        keys.add(Group::Rules, 1, rule >> 4);
        keys.add(Group::Rules, 2, before >> 4);
        keys.add(Group::Rules, 3, behind >> 4);
        keys.add(Group::Rules, 4, (before >> 4) << 32 | (rule >> 4) << 16 | behind >> 4);
        keys.add(Group::Rules, 5, (rule >> 4) << 32 | shape_class(word.shape));
        if let Some(decision) = self.decision(at) {
            let length = (decision.end - decision.first).min(6) as u64;
            keys.add(Group::Rules, 6, (rule >> 4) << 8 | length);
        }
        let (kinds, begins) = self.view(at).phrase;
        if kinds != 0 {
            keys.add(Group::Gazetteer, 1, u64::from(kinds) << 1 | u64::from(begins));
        }

        let line = word.line as u64;
        let begins = u64::from(word.begins) << 1 | u64::from(word.sentence);
        keys.add(Group::Place, 1, begins << 8 | line);
        keys.add(
            Group::Place,
            2,
            begins << 16 | line << 12 | shape_class(word.shape) << 1 | u64::from(word.seen_lower),
        );
        let gap = |at: usize| self.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap) as u64;
        keys.add(Group::Place, 3, gap(at) << 2 | gap(at + 1));
        for (template, other) in [(4, at.checked_sub(2)), (5, Some(at + 2))] {
            let Some(other) = other.filter(|other| *other < self.words.len()) else { continue };
            let coarse = self.view(other).entry.coarse;
            if coarse != 0 {
                keys.add(Group::Place, template, u64::from(coarse));
            }
        }
        self.pair_features(at, &mut keys);
        self.run_features(at, &mut keys);
        self.document_features(at, &mut keys);
    }

    /// What two neighbours are together.
    fn pair_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        let (before, behind) = (self.neighbour(at, Side::Before), self.neighbour(at, Side::Behind));
        let id = |at: Option<usize>| at.map_or(0, |at| u64::from(self.id(at)));
        let names = |at: Option<usize>| at.map_or(0, |at| self.view(at).entry.names());
        let coarse = u64::from(self.view(at).entry.coarse);
        let here = Some(at);
        keys.add(Group::Rules, 7, id(before) << 16 | self.rule(at) >> 4);
        keys.add(Group::Rules, 8, id(behind) << 16 | self.rule(at) >> 4);
        keys.add(Group::Gazetteer, 2, names(here) << 32 | names(behind));
        keys.add(Group::Gazetteer, 3, names(before) << 32 | names(here));
        keys.add(Group::Word, 1, id(before) << 32 | id(behind));
        keys.add(Group::Cluster, 2, coarse << 32 | names(here));
        keys.add(Group::Lists, 3, u64::from(self.word(at).kinds.bits()) << 16 | names(here));
    }

    /// The run of capitals around a token: how long it is, how it begins and ends.
    fn run_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        if !self.word(at).is_capital() {
            return;
        }
        let (front, back) = self.view(at).run;
        let (first, end) = (at - usize::from(front), at + usize::from(back) + 1);
        let (front, back) = (u64::from(front.min(3)), u64::from(back.min(3)));
        keys.add(Group::Run, 0, front << 2 | back);
        if end - first > 1 {
            keys.add(Group::Run, 1, u64::from(self.id(first)) << 2 | front.min(1));
            keys.add(Group::Run, 2, u64::from(self.id(end - 1)) << 2 | back.min(1));
            let kinds = u64::from(self.word(end - 1).kinds.bits());
            keys.add(Group::Run, 3, kinds << 2 | back.min(1));
            let kinds = u64::from(self.word(first).kinds.bits());
            keys.add(Group::Run, 4, kinds << 2 | front.min(1));
        }
        keys.add(Group::Run, 5, u64::from(self.id(end)) << 2 | back.min(1));
        if first > 0 {
            keys.add(Group::Run, 6, u64::from(self.id(first - 1)) << 2 | front.min(1));
        }
    }

    /// What the rest of the article says about the word.
    fn document_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        let word = self.word(at);
        let Some(mentions) = self.mentions.get(&word.hash).filter(|_| word.hash != 0) else { return };
        let places = mentions.at.iter().take(mentions.count as usize);
        let others = places.map(|place| *place as usize).filter(|place| *place != at);
        for other in others.take(super::reading::OTHER_MENTIONS) {
            let before = if self.word(other).sentence { 0 } else { self.id(other.wrapping_sub(1)) };
            keys.add(Group::Document, 0, u64::from(before));
            keys.add(Group::Document, 1, u64::from(self.id(other + 1)));
            keys.add(Group::Document, 2, self.rule(other) >> 4);
        }
        keys.add(Group::Document, 3, u64::from(mentions.count.min(4)));
    }

    fn rule(&self, at: usize) -> u64 {
        u64::from(self.view(at).rule)
    }
}

fn shape_class(shape: Shape) -> u64 {
    shape as u64
}

fn affixes<F: FnMut(u32)>(text: &str, keys: &mut Keys<'_, F>) {
    let letters = text.chars().count();
    let hash = |slice: &str| crate::extract::names::fold::hash(slice);
    let mut ends = text.char_indices().rev();
    for length in 1..=4_u32 {
        let Some((from, _)) = ends.next() else { break };
        if length >= 2 && letters > length as usize {
            keys.add(Group::Affixes, length, hash(text.get(from..).unwrap_or_default()));
        }
    }
    for length in 2..=3_usize {
        let end = text.char_indices().nth(length).map(|(at, _)| at);
        if let Some(end) = end {
            keys.add(Group::Affixes, 8 + length as u32, hash(text.get(..end).unwrap_or_default()));
        }
    }
}
