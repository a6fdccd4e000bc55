//! The labels of the sequence: what a name names, and where in the name a token stands.

/// What the model tells apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum NameClass {
    /// People.
    Person,
    /// Organisations.
    Org,
    /// Places.
    Place,
    /// Nationalities, religions, political and ethnic groups.
    Group,
    /// Events, works, products and other names.
    Other,
}

impl NameClass {
    /// All classes, in the order of their tags.
    pub const ALL: [NameClass; 5] =
        [NameClass::Person, NameClass::Org, NameClass::Place, NameClass::Group, NameClass::Other];

    /// The code in the data: `PER`, `ORG`, `LOC`, `NORP` or `MISC`.
    pub fn code(self) -> &'static str {
        match self {
            NameClass::Person => "PER",
            NameClass::Org => "ORG",
            NameClass::Place => "LOC",
            NameClass::Group => "NORP",
            NameClass::Other => "MISC",
        }
    }
}

/// How many tags there are.
pub const TAGS: usize = 11;

/// One label of the sequence in the scheme BIO (Ramshaw and Marcus 1995): outside of all names,
/// first token of a name, or a further one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Debug)]
pub struct Tag(u8);

impl Tag {
    /// Outside of all names.
    pub const OUTSIDE: Tag = Tag(0);

    /// The first token of a name.
    pub fn begin(class: NameClass) -> Tag {
        Tag(1 + 2 * class as u8)
    }

    /// A further token of a name.
    pub fn inside(class: NameClass) -> Tag {
        Tag(2 + 2 * class as u8)
    }

    /// The tag with this number, which is below [`TAGS`]; others are outside.
    pub fn from_index(index: usize) -> Tag {
        u8::try_from(index).ok().filter(|index| usize::from(*index) < TAGS).map_or(Tag::OUTSIDE, Tag)
    }

    /// Its number, below [`TAGS`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// What the name names; `None` outside.
    pub fn class(self) -> Option<NameClass> {
        let index = usize::from(self.0).checked_sub(1)? / 2;
        NameClass::ALL.get(index).copied()
    }

    /// Whether a name begins here.
    pub fn begins(self) -> bool {
        self.0 % 2 == 1
    }

    /// Whether this tag may follow `before`: no name goes on that has not begun.
    pub fn may_follow(self, before: Tag) -> bool {
        self == Tag::OUTSIDE || self.begins() || before.class() == self.class()
    }
}

/// A set of tags: what a token may be, where the data leaves it open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TagSet(u16);

impl TagSet {
    /// Every tag.
    pub const ALL: TagSet = TagSet((1 << TAGS) - 1);

    /// One tag alone.
    pub fn only(tag: Tag) -> TagSet {
        TagSet(1 << tag.0)
    }

    /// The set with one more tag.
    pub fn with(self, tag: Tag) -> TagSet {
        TagSet(self.0 | 1 << tag.0)
    }

    /// Whether the tag with this number is in it.
    pub fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_before_they_go_on() {
        let person = Tag::inside(NameClass::Person);
        assert!(person.may_follow(Tag::begin(NameClass::Person)));
        assert!(person.may_follow(person));
        assert!(!person.may_follow(Tag::begin(NameClass::Org)));
        assert!(!person.may_follow(Tag::OUTSIDE));
        assert!(Tag::begin(NameClass::Other).may_follow(person));
    }

    #[test]
    fn numbers_and_tags_correspond() {
        for index in 0..TAGS {
            assert_eq!(Tag::from_index(index).index(), index);
            assert!(TagSet::only(Tag::from_index(index)).has(index));
        }
        assert_eq!(Tag::begin(NameClass::Other).class(), Some(NameClass::Other));
        assert_eq!(Tag::OUTSIDE.class(), None);
    }
}
