//! The lists of names, and how they are looked up.

use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fold::{self, FoldHasher};

/// What the lists know about a word or a phrase: a set of kinds.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::extract) struct Kinds(u32);

macro_rules! kinds {
    ($($name:ident = $bit:literal),* $(,)?) => {
        impl Kinds {
            $(pub(in crate::extract) const $name: Kinds = Kinds(1 << $bit);)*
        }
    };
}

kinds! {
    COUNTRY = 0, CITY = 1, REGION = 2, SITE = 3, GROUP = 4, TITLE = 5, FIELD = 6, GIVEN = 7, SURNAME = 8,
    ORG = 9, ORG_HEAD = 10, PLACE_HEAD = 11, PLACE_PREFIX = 12, PRODUCT = 13, PRODUCT_PREFIX = 14,
    EVENT = 15, EVENT_HEAD = 16, EVENT_PREFIX = 17, WORK = 18, WORK_HEAD = 19, NO_ORG = 20, COMMON = 21,
    CALENDAR = 22,
}

impl Kinds {
    /// No kind at all.
    pub(in crate::extract) const NONE: Kinds = Kinds(0);
    /// All kinds of place.
    pub(in crate::extract) const PLACE: Kinds =
        Kinds(Kinds::COUNTRY.0 | Kinds::CITY.0 | Kinds::REGION.0 | Kinds::SITE.0);
    /// Names that stand by themselves.
    pub(in crate::extract) const NAME: Kinds = Kinds(
        Kinds::PLACE.0 | Kinds::GROUP.0 | Kinds::ORG.0 | Kinds::PRODUCT.0 | Kinds::EVENT.0 | Kinds::WORK.0,
    );
    /// Given names and surnames.
    pub(in crate::extract) const PERSON: Kinds = Kinds(Kinds::GIVEN.0 | Kinds::SURNAME.0);
    /// Words that carry meaning in English, so that they make no person's name.
    pub(in crate::extract) const WORDS: Kinds = Kinds(
        Kinds::TITLE.0
            | Kinds::FIELD.0
            | Kinds::ORG_HEAD.0
            | Kinds::PLACE_HEAD.0
            | Kinds::EVENT_HEAD.0
            | Kinds::WORK_HEAD.0
            | Kinds::COMMON.0
            | Kinds::CALENDAR.0,
    );

    /// Both sets together.
    pub(in crate::extract) const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// The set as bits.
    pub(in crate::extract) fn bits(self) -> u32 {
        self.0
    }

    /// Whether any of `other` is in this set.
    pub(in crate::extract) fn any(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// A list and what its names are.
struct List {
    text: &'static str,
    kinds: Kinds,
    /// Whether `s` is added for a plural.
    plurals: bool,
}

const fn list(text: &'static str, kinds: Kinds) -> List {
    List { text, kinds, plurals: false }
}

const LISTS: &[List] = &[
    list(include_str!("lists/countries.txt"), Kinds::COUNTRY),
    list(include_str!("lists/cities.txt"), Kinds::CITY),
    list(include_str!("lists/regions.txt"), Kinds::REGION),
    list(include_str!("lists/sites.txt"), Kinds::SITE),
    List { plurals: true, ..list(include_str!("lists/groups.txt"), Kinds::GROUP) },
    list(include_str!("lists/titles.txt"), Kinds::TITLE),
    list(include_str!("lists/fields.txt"), Kinds::FIELD),
    list(include_str!("lists/given.txt"), Kinds::GIVEN),
    list(include_str!("lists/surnames.txt"), Kinds::SURNAME),
    list(include_str!("lists/organisations.txt"), Kinds::ORG),
    list(include_str!("lists/org_heads.txt"), Kinds::ORG_HEAD),
    list(include_str!("lists/place_heads.txt"), Kinds::PLACE_HEAD),
    list(include_str!("lists/place_prefixes.txt"), Kinds::PLACE_PREFIX),
    list(include_str!("lists/products.txt"), Kinds::PRODUCT),
    list(include_str!("lists/product_prefixes.txt"), Kinds::PRODUCT_PREFIX),
    list(include_str!("lists/events.txt"), Kinds::EVENT),
    list(include_str!("lists/event_heads.txt"), Kinds::EVENT_HEAD),
    list(include_str!("lists/event_prefixes.txt"), Kinds::EVENT_PREFIX),
    list(include_str!("lists/works.txt"), Kinds::WORK),
    list(include_str!("lists/work_heads.txt"), Kinds::WORK_HEAD),
    list(include_str!("lists/not_organisations.txt"), Kinds::NO_ORG),
    list(include_str!("lists/common_words.txt"), Kinds::COMMON),
    list(include_str!("lists/calendar.txt"), Kinds::CALENDAR),
];

/// What one folded form is.
#[derive(Clone, Copy, Default, Debug)]
struct Entry {
    /// However it is written.
    always: Kinds,
    /// Only where it stands without lower-case letters: `WHO`, `US`, `AP`.
    in_capitals: Kinds,
    /// How many words the longest phrase has that begins with this word.
    longest: u8,
}

/// All lists in one table, keyed by the hash of a name's folded form: a look-up allocates nothing.
///
/// Sixty-four bits tell some ten thousand names apart; that they do is checked by a test.
pub(in crate::extract) struct Lexicon {
    entries: HashMap<u64, Entry, FoldHasher>,
    /// From the hash of a variant to the hash of the usual name.
    usual: HashMap<u64, u64, FoldHasher>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    /// The lists, built at first use.
    pub(in crate::extract) fn get() -> &'static Lexicon {
        &LEXICON
    }

    fn build() -> Lexicon {
        let mut lexicon = Lexicon { entries: HashMap::default(), usual: HashMap::default() };
        for list in LISTS {
            for line in lines(list.text) {
                let mut usual = None;
                for name in line.split('|') {
                    lexicon.insert(name, list.kinds);
                    if list.plurals && !name.ends_with(['s', 'h']) && !name.ends_with("ese") {
                        lexicon.insert(&format!("{name}s"), list.kinds);
                    }
                    let hash = fold::hash(name);
                    let usual = *usual.get_or_insert(hash);
                    if usual != hash {
                        lexicon.usual.entry(hash).or_insert(usual);
                    }
                }
            }
        }
        lexicon
    }

    fn insert(&mut self, name: &str, kinds: Kinds) {
        let first = name.split([' ', '-']).next().unwrap_or(name);
        let words = name.split([' ', '-', ',', '&', '/', '+', '\'']).count() * 2;
        if first.len() < name.len() {
            let entry = self.entries.entry(fold::hash(first)).or_default();
            entry.longest = entry.longest.max(u8::try_from(words).unwrap_or(u8::MAX));
        }
        let in_capitals = !name.contains(char::is_lowercase);
        let entry = match self.entries.entry(fold::hash(name)) {
            Slot::Occupied(entry) => entry.into_mut(),
            Slot::Vacant(entry) => entry.insert(Entry::default()),
        };
        match in_capitals {
            true => entry.in_capitals = entry.in_capitals.or(kinds),
            false => entry.always = entry.always.or(kinds),
        }
    }

    /// Whether the lists have the text with this folded hash, or a phrase that begins with it.
    pub(in crate::extract) fn knows(&self, hash: u64) -> bool {
        self.entries.contains_key(&hash)
    }

    /// What the text with this folded hash is; `capitals` says that it has no lower-case letters.
    pub(in crate::extract) fn kinds(&self, hash: u64, capitals: bool) -> Kinds {
        match self.entries.get(&hash) {
            // "WHO" in capitals is the organisation, not the word.
            Some(entry) if capitals && entry.in_capitals != Kinds::NONE => entry.in_capitals,
            Some(entry) => entry.always,
            None => Kinds::NONE,
        }
    }

    /// How many tokens at most a phrase takes that begins with this word; 0 where none does.
    pub(super) fn longest(&self, hash: u64) -> usize {
        self.entries.get(&hash).map_or(0, |entry| usize::from(entry.longest))
    }

    /// The hash of the usual name of what has this hash: that of `United States` for `US`.
    pub(in crate::extract) fn usual(&self, hash: u64) -> u64 {
        self.usual.get(&hash).copied().unwrap_or(hash)
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// A small set of words for one rule.
pub(in crate::extract) struct WordSet(LazyLock<HashSet<u64, FoldHasher>>);

impl WordSet {
    /// The set of the words that `init` lists.
    pub(in crate::extract) const fn new(init: fn() -> HashSet<u64, FoldHasher>) -> WordSet {
        WordSet(LazyLock::new(init))
    }

    /// Whether the word with this folded hash is in the set.
    pub(in crate::extract) fn has(&self, hash: u64) -> bool {
        self.0.contains(&hash)
    }
}

macro_rules! word_set {
    ($(#[$doc:meta])* $vis:vis $name:ident: $words:literal) => {
        $(#[$doc])*
        $vis static $name: $crate::extract::names::lexicon::WordSet =
            $crate::extract::names::lexicon::WordSet::new(|| {
                $words.split_whitespace().map($crate::extract::names::fold::hash).collect()
            });
    };
}
pub(in crate::extract) use word_set;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_name_nothing_twice() {
        for list in LISTS {
            let lines: Vec<_> = lines(list.text).collect();
            assert!(list.text.starts_with("# "), "a list begins with what it is");
            for pair in lines.windows(2) {
                assert!(pair[0] < pair[1], "{:?} stands before {:?}", pair[0], pair[1]);
            }
            let mut seen = HashSet::new();
            for name in lines.iter().flat_map(|line| line.split('|')) {
                assert!(seen.insert(name), "{name:?} stands twice");
                assert!(!name.trim().is_empty() && name.trim() == name, "{name:?}");
            }
        }
    }

    #[test]
    fn no_two_forms_share_a_hash() {
        let mut forms: HashMap<u64, String> = HashMap::new();
        for name in LISTS.iter().flat_map(|list| lines(list.text)).flat_map(|line| line.split('|')) {
            let folded: String = fold::folded(name).collect();
            let other = forms.entry(fold::hash(name)).or_insert_with(|| folded.clone());
            assert_eq!(*other, folded);
        }
    }

    #[test]
    fn acronyms_count_only_in_capitals() {
        let lexicon = Lexicon::get();
        let us = fold::hash("us");
        assert!(lexicon.kinds(us, true).any(Kinds::COUNTRY));
        assert!(!lexicon.kinds(us, false).any(Kinds::COUNTRY));
        assert_eq!(lexicon.usual(fold::hash("U.S.")), fold::hash("United States"));
    }
}
