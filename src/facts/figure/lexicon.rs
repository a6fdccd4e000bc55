//! The small words and the verbs by which a text says how its figures belong together.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::class::Class;

/// Words of each class, in all the forms in which news has them.
const WORDS: &[(Class, &str)] = &[
    (
        Class::RISE,
        "rose rise rises risen rising grew grow grows grown growing increased increase increases increasing \
         climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging gained gain gains \
         gaining up swelled swell expanded expand expands expanding raised raise raises raising soared soar soars \
         soaring leapt leaped leap leaps widened widen improved improve improves improving advanced hiked hike \
         hikes boosted boost boosts lifted lift lifts ticked quickened accelerated rebounded recovered inched \
         crept shot ballooned mounted upped strengthened appreciated added picked higher dearer put went",
    ),
    (
        Class::FALL,
        "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased \
         decrease decreases decreasing slipped slip slips slipping shrank shrunk shrink shrinks shrinking slumped \
         slump slumps slumping down cut cuts cutting reduced reduce reduces reducing reduction plunged plunge \
         plunges sank sink sunk lowered lower lowers dipped dip dips lost lose loses losing shed sheds slid slide \
         slides slashed slash narrowed narrow tumbled tumble tumbles eased ease eases easing slowed slow slows \
         trimmed trim shortened contracted contract contracts weakened depreciated plummeted retreated cheaper \
         dived collapsed crashed thinned dwindled",
    ),
    (
        Class::CHANGE,
        "rise increase gain jump fall drop decline cut growth reduction loss surge hike improvement change \
         difference slump dip climb decrease advance leap swing boost addition slide plunge uptick rises \
         increases falls cuts shift narrowing widening deterioration contraction expansion margin gap lead",
    ),
    (
        Class::COMPARE,
        "more less fewer higher lower greater smaller larger above below bigger longer shorter heavier lighter \
         older younger faster slower cheaper dearer short better worse ahead behind",
    ),
    (Class::FROM, "from against versus vs"),
    (
        Class::ABOUT,
        "about around some nearly almost roughly just only approximately exactly perhaps circa barely under over \
         an a the its their his her our my your this these those all another additional further extra fully as \
         well whole up down even mere scant estimated record whopping full close precisely slightly little",
    ),
    (
        Class::AUXILIARY,
        "is are was were be been being has have had having do does did will would can could may might must shall \
         should remain remains remained became become stands stood",
    ),
    (
        Class::PREPOSITION,
        "of in on at by for from to with within without into onto over under above below between among amid \
         after before during since until till through throughout across near off out against around about per \
         than as like including excluding via despite behind beyond toward towards upon versus vs along",
    ),
    (
        Class::JOIN,
        "and or but nor plus while whereas although though because when where if that which who whom whose",
    ),
    (
        Class::SOME,
        "including among includes include included including besides excluding like especially notably such",
    ),
    (Class::REST, "other others remaining rest remainder balance"),
    (
        Class::TOTAL,
        "total totalling totaling totalled totaled sum combined altogether together overall tally aggregate",
    ),
    (
        Class::NOT,
        "not no never none without yet refused opposed against rejected failed abstained nor neither unable n't declined",
    ),
    (
        Class::PEOPLE,
        "people person persons men women children boys girls adults teenagers pupils students passengers \
         members crew victims workers employees staff soldiers troops civilians police officers survivors \
         patients miners residents voters candidates applicants migrants refugees protesters demonstrators \
         players athletes journalists tourists teachers nurses doctors pensioners guests delegates jurors \
         scientists climbers sailors fishermen villagers inmates prisoners suspects defendants families infants \
         babies seniors graduates recruits volunteers firefighters medics fans spectators hostages judges \
         councillors councilors lawmakers senators deputies mps ministers farmers drivers riders skiers swimmers \
         hikers pilots artists writers actors musicians dancers singers brothers sisters sons daughters",
    ),
    (Class::NUMBERS, "points seats votes goals marks runs medals wickets tries"),
    (
        Class::RANKING,
        "rank ranks ranked ranking rankings index place places placed position positions table standings list \
         league seed seeded th spot spots chart charts",
    ),
    (Class::LATER, "later after earlier before previously afterwards since ago"),
];

/// Words that say how many times as much something is.
const FACTORS: &[(&str, f64)] = &[
    ("doubled", 2.0),
    ("doubling", 2.0),
    ("doubles", 2.0),
    ("double", 2.0),
    ("twice", 2.0),
    ("tripled", 3.0),
    ("tripling", 3.0),
    ("triples", 3.0),
    ("triple", 3.0),
    ("trebled", 3.0),
    ("trebling", 3.0),
    ("treble", 3.0),
    ("thrice", 3.0),
    ("quadrupled", 4.0),
    ("quadrupling", 4.0),
    ("quadruple", 4.0),
    ("quintupled", 5.0),
    ("halved", 0.5),
    ("halving", 0.5),
    ("halves", 0.5),
];

/// The numbers that stand before "-fold".
const FOLDS: &[(&str, f64)] = &[
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("twenty", 20.0),
];

static CLASSES: LazyLock<HashMap<&str, Class>> = LazyLock::new(|| {
    let mut classes: HashMap<&str, Class> = HashMap::new();
    for (class, words) in WORDS {
        for word in words.split_whitespace() {
            let known = classes.entry(word).or_default();
            *known = known.with(*class);
        }
    }
    classes
});

/// What is known of a word in small letters.
pub(super) fn class_of(word: &str) -> Class {
    CLASSES.get(word).copied().unwrap_or_default()
}

/// How many times as much a word says: 2 for "doubled", a half for "halved", 8 for "eightfold".
pub(in crate::facts) fn factor_of(word: &str) -> Option<f64> {
    let known = FACTORS.iter().find(|(factor, _)| *factor == word).map(|(_, times)| *times);
    known.or_else(|| {
        let number = word.strip_suffix("fold")?.trim_end_matches('-');
        let named = FOLDS.iter().find(|(fold, _)| *fold == number).map(|(_, times)| *times);
        named.or_else(|| number.parse().ok().filter(|times| *times > 1.0))
    })
}
