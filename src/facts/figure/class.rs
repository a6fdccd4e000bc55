//! Classes of words, as a set.

/// What a word is known for; a word may be known for several things.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::facts) struct Class(u32);

impl Class {
    /// Verbs and adverbs of rising.
    pub(in crate::facts) const RISE: Class = Class(1);
    /// Verbs and adverbs of falling.
    pub(in crate::facts) const FALL: Class = Class(1 << 1);
    /// Nouns of change.
    pub(in crate::facts) const CHANGE: Class = Class(1 << 2);
    /// Comparatives, before or behind which a difference stands.
    pub(in crate::facts) const COMPARE: Class = Class(1 << 3);
    /// What leads to what something was before.
    pub(in crate::facts) const FROM: Class = Class(1 << 4);
    /// Articles, and words that say how exactly a figure is told.
    pub(in crate::facts) const ABOUT: Class = Class(1 << 5);
    /// Forms of "be", "have" and the like.
    pub(in crate::facts) const AUXILIARY: Class = Class(1 << 6);
    /// Prepositions.
    pub(in crate::facts) const PREPOSITION: Class = Class(1 << 7);
    /// What joins phrases or clauses.
    pub(in crate::facts) const JOIN: Class = Class(1 << 8);
    /// What says that only some of a whole follow.
    pub(in crate::facts) const SOME: Class = Class(1 << 9);
    /// What says that all that is left of a whole follows.
    pub(in crate::facts) const REST: Class = Class(1 << 10);
    /// Words of a total.
    pub(in crate::facts) const TOTAL: Class = Class(1 << 11);
    /// Words that deny.
    pub(in crate::facts) const NOT: Class = Class(1 << 12);
    /// Nouns for people.
    pub(in crate::facts) const PEOPLE: Class = Class(1 << 13);
    /// Nouns of which who has more is the better one.
    pub(in crate::facts) const NUMBERS: Class = Class(1 << 14);
    /// Words of an order in which the first is the lowest number.
    pub(in crate::facts) const RANKING: Class = Class(1 << 15);
    /// Words that put one time before another.
    pub(in crate::facts) const LATER: Class = Class(1 << 16);

    /// Both.
    pub(super) fn with(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether any of `other` is among these.
    pub(in crate::facts) fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        self.with(other)
    }
}
