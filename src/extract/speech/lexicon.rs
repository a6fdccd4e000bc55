//! What single words can do in a sentence that tells who said what: the closed classes of English, and the
//! verbs and nouns that tie speech to its source, each with what it allows behind it.
//!
//! A line of [`VERBS`] is `verb frames particles`. Frames (after Levin 1993 and VerbNet's classes 29 to 37):
//! `t` a clause with or without "that", or speech in quote marks; `q` a clause with "whether", "how" and so on;
//! `n` a noun phrase that is what is said; `i` an infinitive; `o` somebody addressed before any of these;
//! `~` the same letters are a noun, too. Particles are prepositions behind which stands what is said.

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
    ADVERB = 5: "also then later now not never still just even again once ever always often first further already soon recently previously earlier since long thus therefore instead too only simply yesterday today tonight privately once either neither so well",
    /// Prepositions.
    PREPOSITION = 6: "of for from at with in on to by about against under over between among during through into within without across near behind since until via per despite amid towards toward after before like as regarding concerning considering following including given",
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
    /// Finite verbs of other kinds that are frequent: none stands inside of a noun phrase.
    OTHER_VERB = 13: "went came took gave made got became began kept left met ran won lost held led stood sat fell rose sent spent paid bought sold built brought seems seem seemed appears appear appeared continues continued remains remained has makes make take takes goes go comes come gets get gives give keeps leads runs stands includes include included used tried tries try wanted failed moved turned looked started stopped helped let put",
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
                        _ => 0,
                    },
            )
        })
    }
}

/// A verb of [`VERBS`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
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
    /// Whether it is a noun for what is said: "claim", "statement".
    pub(super) noun: bool,
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
        self.verbs.get(usize::from(number)).copied().unwrap_or(Verb { frames: Frames(0), particles: "" })
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
        for line in VERBS.lines() {
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            let (frames, particles) = rest.split_once(' ').unwrap_or((rest, ""));
            let number = u16::try_from(verbs.len()).unwrap_or(u16::MAX);
            verbs.push(Verb { frames: Frames::read(frames), particles });
            forms(verb, |word, form| {
                entries.entry(fold::hash(word)).or_default().verb.get_or_insert((number, form));
            });
        }
        for word in NOUNS.split_whitespace() {
            // Plurals are written like the third person.
            forms(word, |word, form| {
                if matches!(form, Form::Base | Form::Third) {
                    entries.entry(fold::hash(word)).or_default().noun = true;
                }
            });
        }
        Lexicon { entries, verbs }
    }
}

/// Nouns for what is said, thought or wanted.
const NOUNS: &str = "claim statement assertion allegation accusation argument belief view opinion warning promise pledge vow suggestion contention conclusion finding report complaint demand request call criticism denial admission announcement remark comment concern fear hope worry proposal plan decision commitment support opposition assessment prediction estimate insistence declaration testimony explanation question doubt desire";

/// See the top of this file.
const VERBS: &str = "\
say t
tell toqi about of
add t
note tqn
claim tni~
argue t for against over
assert tn
insist t on
maintain tn
contend t with
declare tn
announce tnq
report tnq~ on
write t about of
tweet tn~ about
post tn~ about
explain tqn
acknowledge tqn
admit tqn to
concede tn
confirm tqn
deny tn
reveal tqn
disclose tqn
remark t~ on
comment t~ on
observe tn
recall tqn
reply t~ to
respond t to with by
retort t
answer tn~
continue t
conclude t
warn tno of about against
caution to~ against
stress tqn~
emphasise tqn
emphasize tqn
underline tn
underscore tqn
reiterate tn
repeat tn
suggest tqn
allege tn
predict tqn
forecast tn~
estimate tn~
project tn~
testify t about to
swear ti
vow tin~
pledge tin~
promise tinoq~
joke t~ about
quip t
lament tn
complain t about of
boast t~ about of
brag t about
confess ti to
mention tqn~
indicate tqn
hint t~ at
imply tn
point - out to
find t
show tqn~
rule t~
agree ti with to on
disagree t with
propose tin
recommend tn
speculate tq about
believe tq in
think tq of about
feel t
know tq about
realise tq
realize tq
understand tqn
hope ti~ for
expect tino
fear tn~
worry tq~ about
doubt tqn~
suspect t~
imagine tqn
decide tqi on against
determine tq
learn tq of about
read t
advise toi against
assure to of
inform to of about
notify to of
remind toiq of
convince oti of
persuade oti
wonder tq about
ask tqoin for about
question qn~
inquire q about into
demand tinq~
request tn~
urge oitn~
whisper t~
shout t~
yell t
cry t~
exclaim t
proclaim tn
profess tn
opine t on
muse t~ about on
chant tn~
scream t~
mutter t
snap t~
thunder t~
gush t about over
rail - against about at
vent - about
cite n as
quote n~
criticise n
criticize n
praise n~
condemn n
denounce n as
slam n
blast n~
mock n
ridicule n~
dismiss n as
reject n
defend n
support n~
back n~
endorse n
oppose n
discuss nq
describe nq as
call n~ for on
label n~ as
brand n~
dub n
challenge noi~
dispute nq~
unveil n
outline nq
detail nq~
welcome n~
applaud n
hail n~ as
laud n
commend n
blame n~
accuse no of
fault n~
thank n
congratulate n
apologise - for to
apologize - for to
deplore n
decry n
bemoan n
protest tn~ against
regret tn~
echo n~
highlight nq~
tout n
promote n
advocate tn~ for
offer ni~
threaten tin
rebuke n~
chastise n
scold n
chide n
admonish no
berate n
lambaste n
deride n
disparage n
belittle n
insult n~
compare n
liken n
refute n
rebut n
contradict n
invoke n
express nq
voice n~
pose n
repudiate n
disavow n
renounce n
trumpet n~
justify n
clarify tnq
assess nq
characterise n as
characterize n as
portray n as
depict n as
consider nq
want ino~
plan ni~ on
intend in
seek in
wish ti~ for
aim i~
refuse in~
decline i~
favor n~
favour n~
prefer in
love ni~
hate ni~
dislike n
admire n
respect n~
dread n~
resent n
distrust n~
encourage oin
order oi~
instruct oi
beg oi for
implore oi
invite oi~
press oi~ for
exhort oi
command oi~
prod oi
pressure oi~
lobby oi~ for against
talk -~ about of
speak - of about out
refer - to
allude - to
react -~ to
object t~ to
appeal -~ for to
plead t for with
push -~ for
elaborate - on
weigh - in
lash - out at
dwell - on
dream t~ of
double - down
bristle - at
approve n of
disapprove - of
reference n~
lecture n~
signal tqn~
concur t with
theorize t
theorise t
posit t
assume t
presume t
guess tq~
reckon t
figure t~
envision n
foresee tn
anticipate tn
calculate tq
gather t
remember tqn
forget tq
prove tq
demonstrate tq
publicise n
publicize n
relay tn~
recount qn
narrate n
attest t to
certify t
guarantee tn~
vouch - for
preach n
tease tn~
grumble t about
fume t~ about over
sneer t~ at
scoff t at
laugh -~ about at
sing tn
blog t~ about
opt i~ for
volunteer ti~
agonize - over
stipulate tn
specify tqn
discover tq
deem n
view n~ as
regard n as";
