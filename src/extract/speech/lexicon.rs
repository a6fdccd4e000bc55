//! What single words can do in a sentence that tells who said what: the closed classes of English, and the
//! verbs and nouns that tie speech to its source, each with what it allows behind it.
//!
//! Verbs stand in three lists by what whoever does so does: saying it (`verbs/saying.txt`), thinking or wanting it
//! (`verbs/thinking.txt`), or doing something by words (`verbs/acting.txt`: "praise", "reject"). Only what is said is
//! told speech ([`telling`](super::telling)); words in quote marks can hang on all of them.
//!
//! A line of the lists is `verb frames particles`. Frames (after Levin 1993 and VerbNet's classes 29 to 37):
//! `t` a clause with or without "that", or speech in quote marks; `q` a clause with "whether", "how" and so on;
//! `n` a noun phrase that is what is said; `i` an infinitive; `o` somebody addressed before any of these;
//! `x` something else with a noun phrase, as in "continued the talks"; `~` the same letters are a noun, too. Particles are prepositions behind which stands what is said.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::inflection::{Form, forms};
use crate::extract::names::fold::{self, FoldHasher};

/// What a word can be in a sentence: a set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Class(u32);

macro_rules! classes {
    ($($(#[doc = $doc:literal])* $name:ident = $bit:literal: $words:literal),* $(,)?) => {
        impl Class {
            $($(#[doc = $doc])* pub(super) const $name: Class = Class(1 << $bit);)*
        }
        const CLASSES: &[(Class, &str)] = &[$((Class::$name, $words)),*];
    };
}

classes! {
    /// Begins a noun phrase.
    DETERMINER = 0: "the a an this these those his her its their my our your some any each every no another several many few most all both one two three four five six seven eight nine ten dozens hundreds thousands",
    /// Stands for somebody who was named before, or who speaks.
    PRONOUN = 1: "he she they it i we you",
    /// Forms of "be", behind which a participle is passive or goes on.
    BE = 2: "is are was were be been being am isn't aren't wasn't weren't",
    /// Forms of "have".
    HAVE = 3: "have has had having haven't hasn't hadn't",
    /// Modal verbs and "do".
    MODAL = 4: "will would can could may might shall should must do does did won't wouldn't can't cannot couldn't may mightn't shouldn't mustn't don't doesn't didn't",
    /// May stand between a subject and its verb.
    ADVERB = 5: "also then later now not never still just even again once ever always often first further already soon recently previously earlier since long thus therefore instead too only simply yesterday today tonight privately once either neither so well however meanwhile moreover furthermore sometimes nevertheless nonetheless",
    /// Prepositions.
    PREPOSITION = 6: "of for from at with in on to by about against under over between among during through into within without across near behind since until via per despite amid towards toward after before like as regarding concerning considering following including given inside outside beside besides beyond above below alongside aboard atop onto upon",
    /// Begins a clause that hangs on another.
    SUBORDINATOR = 7: "because while when whenever after before since until although though unless if whereas once where that whether as so than",
    /// Joins equals.
    CONJUNCTION = 8: "and but or nor yet",
    /// Begins a clause about the noun before it.
    RELATIVE = 9: "who which whom whose that",
    /// Begins an indirect question.
    QUESTION = 10: "whether if how why what who when where which whom",
    /// Personal pronouns that are no subjects.
    OBJECT = 11: "him her them me us it you himself herself themselves itself one",
    /// The articles, which no span begins with.
    ARTICLE = 12: "the a an",
    /// Verbs whose past is written like the present, and like nouns: finite behind a noun.
    UNCHANGED = 14: "cost cut hit set put beat cast shut spread quit split hurt burst shed upset felt bit shot read",
    /// Finite verbs of other kinds that are frequent: none stands inside of a noun phrase.
    OTHER_VERB = 13: "went came took gave made got became began kept left met ran won lost held led stood sat fell rose sent spent paid bought sold built brought seems seem seemed appears appear appeared continues continued remains remained has makes make take takes goes go comes come gets get gives give keeps leads runs stands includes include included used tried tries try wanted failed moved turned looked started stopped helped let put arose ate awoke bent blew bled bore bred broke caught chose clung crept dealt did dug drank drew drove fed fled flew forbade forgave froze grew hung hid knelt laid lent meant rang rode sank saw sewed shook shrank shut slept slid spun sprang stole stuck stung struck strove swept swam swung taught tore threw underwent upheld woke wore wept withdrew withstood seen taken given gone done become",
}

impl Class {
    /// Helps a verb.
    pub(super) const AUXILIARY: Class = Class(Class::BE.0 | Class::HAVE.0 | Class::MODAL.0);
    /// Begins another clause.
    pub(super) const LINK: Class = Class(Class::SUBORDINATOR.0 | Class::RELATIVE.0 | Class::CONJUNCTION.0);

    /// Both sets together.
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether any of `other` is in this set.
    pub(super) fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a verb of saying, asking, thinking or wanting allows behind it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Frames(u8);

impl Frames {
    /// A clause, with or without "that", or speech in quote marks.
    pub(super) const CLAUSE: Frames = Frames(1);
    /// An indirect question.
    pub(super) const QUESTION: Frames = Frames(2);
    /// A noun phrase.
    pub(super) const OBJECT: Frames = Frames(4);
    /// An infinitive.
    pub(super) const INFINITIVE: Frames = Frames(8);
    /// Somebody addressed.
    pub(super) const ADDRESSEE: Frames = Frames(16);
    /// The same letters are a noun, too.
    pub(super) const NOUN: Frames = Frames(32);

    /// With a noun phrase it means something else.
    pub(super) const ELSE: Frames = Frames(64);

    /// Whether all of `other` is in this set.
    pub(super) fn has(self, other: Frames) -> bool {
        self.0 & other.0 == other.0
    }

    fn read(letters: &str) -> Frames {
        letters.chars().fold(Frames(0), |frames, letter| {
            Frames(
                frames.0
                    | match letter {
                        't' => Frames::CLAUSE.0,
                        'q' => Frames::QUESTION.0,
                        'n' => Frames::OBJECT.0,
                        'i' => Frames::INFINITIVE.0,
                        'o' => Frames::ADDRESSEE.0,
                        '~' => Frames::NOUN.0,
                        'x' => Frames::ELSE.0,
                        _ => 0,
                    },
            )
        })
    }
}

/// What whoever is the subject of a verb does, or has done whose noun it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// Says something.
    Saying,
    /// Thinks, feels, wants or finds something.
    Thinking,
    /// Does something that takes words: praises, rejects.
    Acting,
}

/// A verb that ties words to who says, thinks or does so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// What it tells of its subject.
    pub(super) sort: Sort,
    /// What it allows.
    pub(super) frames: Frames,
    /// Behind which prepositions what is said may stand.
    pub(super) particles: &'static str,
}

/// One word: its classes, and the verb of saying and so on that it is a form of.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Entry {
    pub(super) class: Class,
    pub(super) verb: Option<(u16, Form)>,
    /// Of what it is a noun: "claim", "statement", "hope".
    pub(super) noun: Option<Sort>,
}

/// All words that this room knows.
pub(super) struct Lexicon {
    entries: HashMap<u64, Entry, FoldHasher>,
    verbs: Vec<Verb>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    /// The words, put in order at first use.
    pub(super) fn get() -> &'static Lexicon {
        &LEXICON
    }

    /// What is known of the word with this folded hash.
    pub(super) fn entry(&self, hash: u64) -> Entry {
        self.entries.get(&hash).copied().unwrap_or_default()
    }

    /// A verb by its number.
    pub(super) fn verb(&self, number: u16) -> Verb {
        self.verbs.get(usize::from(number)).copied().unwrap_or(Verb {
            sort: Sort::Acting,
            frames: Frames(0),
            particles: "",
        })
    }

    fn build() -> Lexicon {
        let mut entries: HashMap<u64, Entry, FoldHasher> = HashMap::default();
        for (class, words) in CLASSES {
            for word in words.split_whitespace() {
                let entry = entries.entry(fold::hash(word)).or_default();
                entry.class = Class(entry.class.0 | class.0);
            }
        }
        for pronoun in ["he", "she", "they", "it", "i", "we", "you"] {
            for ending in ["'ve", "'d", "'ll", "'re", "'m"] {
                let entry = entries.entry(fold::hash(&format!("{pronoun}{ending}"))).or_default();
                entry.class = Class::PRONOUN;
            }
        }
        let mut verbs = Vec::new();
        let lines = VERBS.iter().flat_map(|&(sort, list)| list.lines().map(move |line| (sort, line)));
        for (sort, line) in lines {
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            let (frames, particles) = rest.split_once(' ').unwrap_or((rest, ""));
            let number = u16::try_from(verbs.len()).unwrap_or(u16::MAX);
            verbs.push(Verb { sort, frames: Frames::read(frames), particles });
            forms(verb, |word, form| {
                entries.entry(fold::hash(word)).or_default().verb.get_or_insert((number, form));
            });
        }
        for (sort, list) in NOUNS {
            for word in list.split_whitespace() {
                // Plurals are written like the third person.
                forms(word, |word, form| {
                    if matches!(form, Form::Base | Form::Third) {
                        entries.entry(fold::hash(word)).or_default().noun = Some(sort);
                    }
                });
            }
        }
        Lexicon { entries, verbs }
    }
}

/// Nouns for what is said, and for what is thought or wanted.
const NOUNS: [(Sort, &str); 2] = [
    (
        Sort::Saying,
        "claim statement assertion allegation accusation warning promise pledge vow suggestion contention report complaint demand request call denial admission announcement remark comment insistence declaration testimony explanation proposal criticism",
    ),
    (
        Sort::Thinking,
        "argument belief view opinion conclusion finding concern fear hope worry plan decision commitment support opposition assessment prediction estimate question doubt desire",
    ),
];

/// Verbs by what whoever does so does; see the top of this file.
const VERBS: [(Sort, &str); 3] = [
    (Sort::Saying, include_str!("verbs/saying.txt")),
    (Sort::Thinking, include_str!("verbs/thinking.txt")),
    (Sort::Acting, include_str!("verbs/acting.txt")),
];
