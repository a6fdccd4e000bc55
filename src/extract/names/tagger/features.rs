//! Features: what the model sees of a token, as hashed keys.
//!
//! Those of a word by itself are the same wherever it stands (`lexical`), those of what the rules say
//! and of how a line is written are the same at most places ([`Ruling`], [`Setting`]), so that the
//! decoder can remember their sums; the others are not. Which groups pay is in `docs/names.md`.

use super::reading::Reading;
use super::word_table::short;
use crate::extract::names::shape::Shape;
use crate::extract::names::words::Line;
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
        let look = self.look(at);
        keys.add(Group::Word, 0, u64::from(self.id(at)) | side_bits);
        let shape = look.shape;
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
        let entry = look.entry;
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

    /// What a token is where it stands. (The trainer draws features by chance, in this order.)
    fn local(&self, at: usize, groups: Features, out: &mut impl FnMut(u32)) {
        self.ruling(at).features(groups, out);
        self.phrase_features(at, &mut Keys { groups, out });
        self.setting(at).features(groups, out);
        let mut keys = Keys { groups, out };
        self.far_features(at, &mut keys);
        self.pair_features(at, &mut keys);
        self.own_pair_features(at, &mut keys);
        self.run_features(at, &mut keys);
        self.document_features(at, &mut keys);
    }

    /// What of a token's place is seldom the same as elsewhere: all but its [`Ruling`], its
    /// [`Setting`] and its own pairs.
    pub(super) fn rare(&self, at: usize, groups: Features, out: &mut impl FnMut(u32)) {
        let mut keys = Keys { groups, out };
        self.phrase_features(at, &mut keys);
        self.far_features(at, &mut keys);
        self.pair_features(at, &mut keys);
        self.run_features(at, &mut keys);
        self.document_features(at, &mut keys);
    }

    /// What two facts of a token by itself are together.
    pub(super) fn own_pairs(&self, at: usize, groups: Features, out: &mut impl FnMut(u32)) {
        self.own_pair_features(at, &mut Keys { groups, out });
    }

    /// What the rules say around a token.
    pub(super) fn ruling(&self, at: usize) -> Ruling {
        Ruling {
            rule: self.view(at).rule,
            before: self.view(at.wrapping_sub(1)).rule >> 4,
            behind: self.view(at + 1).rule >> 4,
            shape: self.word(at).shape,
            length: self.decision(at).map_or(0, |decision| (decision.end - decision.first).min(6) as u8),
        }
    }

    /// How a token stands in its line.
    pub(super) fn setting(&self, at: usize) -> Setting {
        let word = self.word(at);
        let gap = |at: usize| self.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap);
        Setting {
            begins: word.begins,
            sentence: word.sentence,
            line: word.line,
            shape: word.shape,
            seen_lower: word.seen_lower,
            gaps: (gap(at), gap(at + 1)),
        }
    }

    /// What two neighbours are together.
    fn pair_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        let (before, behind) = (self.neighbour(at, Side::Before), self.neighbour(at, Side::Behind));
        let id = |at: Option<usize>| at.map_or(0, |at| u64::from(self.id(at)));
        let names = |at: Option<usize>| at.map_or(0, |at| self.look(at).entry.names());
        let here = Some(at);
        keys.add(Group::Rules, 7, id(before) << 16 | self.rule(at) >> 4);
        keys.add(Group::Rules, 8, id(behind) << 16 | self.rule(at) >> 4);
        keys.add(Group::Gazetteer, 2, names(here) << 32 | names(behind));
        keys.add(Group::Gazetteer, 3, names(before) << 32 | names(here));
        keys.add(Group::Word, 1, id(before) << 32 | id(behind));
    }

    fn own_pair_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        let entry = self.look(at).entry;
        keys.add(Group::Cluster, 2, u64::from(entry.coarse) << 32 | entry.names());
        keys.add(Group::Lists, 3, u64::from(self.word(at).kinds.bits()) << 16 | entry.names());
    }

    /// The phrase of the table that the token is in.
    fn phrase_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        let (kinds, begins) = self.view(at).phrase;
        if kinds != 0 {
            keys.add(Group::Gazetteer, 1, u64::from(kinds) << 1 | u64::from(begins));
        }
    }

    /// The words two tokens away.
    fn far_features<F: FnMut(u32)>(&self, at: usize, keys: &mut Keys<'_, F>) {
        for (template, other) in [(4, at.checked_sub(2)), (5, Some(at + 2))] {
            let Some(other) = other.filter(|other| *other < self.words.len()) else { continue };
            let coarse = self.look(other).entry.coarse;
            if coarse != 0 {
                keys.add(Group::Place, template, u64::from(coarse));
            }
        }
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
        let mentions = self.mentions(at);
        if mentions.count == 0 {
            return;
        }
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

/// What the rules say around a token: few articles have more than some hundred of these.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ruling {
    /// What they say of the token, as [`View::rule`](super::reading::View::rule) has it.
    rule: u16,
    /// The same of its neighbours, without how sure they are.
    before: u16,
    behind: u16,
    shape: Shape,
    /// How many tokens the name has that they found, up to 6; 0 where they found none.
    length: u8,
}

impl Ruling {
    /// A number that no other has.
    pub(super) fn number(self) -> u64 {
        let rules = u64::from(self.rule) << 32 | u64::from(self.before) << 16 | u64::from(self.behind);
        rules << 8 | (self.shape as u64) << 4 | u64::from(self.length)
    }

    pub(super) fn features(self, groups: Features, out: &mut impl FnMut(u32)) {
        let mut keys = Keys { groups, out };
        let [rule, before, behind] = [self.rule, self.before, self.behind].map(u64::from);
        keys.add(Group::Rules, 0, rule);
        keys.add(Group::Rules, 1, rule >> 4);
        keys.add(Group::Rules, 2, before);
        keys.add(Group::Rules, 3, behind);
        keys.add(Group::Rules, 4, before << 32 | (rule >> 4) << 16 | behind);
        keys.add(Group::Rules, 5, (rule >> 4) << 32 | self.shape as u64);
        if self.length > 0 {
            keys.add(Group::Rules, 6, (rule >> 4) << 8 | u64::from(self.length));
        }
    }
}

/// How a token stands in its line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Setting {
    begins: bool,
    sentence: bool,
    line: Line,
    shape: Shape,
    seen_lower: bool,
    /// What stands before it and behind it.
    gaps: (Gap, Gap),
}

impl Setting {
    /// A number that no other has.
    pub(super) fn number(self) -> u64 {
        let begins = u64::from(self.begins) << 1 | u64::from(self.sentence);
        let written = (self.line as u64) << 4 | self.shape as u64;
        let gaps = (self.gaps.0 as u64) << 2 | self.gaps.1 as u64;
        begins << 16 | written << 8 | u64::from(self.seen_lower) << 4 | gaps
    }

    pub(super) fn features(self, groups: Features, out: &mut impl FnMut(u32)) {
        let mut keys = Keys { groups, out };
        let line = self.line as u64;
        let begins = u64::from(self.begins) << 1 | u64::from(self.sentence);
        keys.add(Group::Place, 1, begins << 8 | line);
        let word = (self.shape as u64) << 1 | u64::from(self.seen_lower);
        keys.add(Group::Place, 2, begins << 16 | line << 12 | word);
        keys.add(Group::Place, 3, (self.gaps.0 as u64) << 2 | self.gaps.1 as u64);
    }
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
