//! The words that numbers are made of.

use super::lexicon::Lexicon;
use crate::value::MONTHS;

/// What a word contributes to a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::extract) enum Piece {
    /// `zero`
    Zero,
    /// `one` to `nine`
    Unit(i64),
    /// `ten` to `nineteen`
    Teen(i64),
    /// `twenty` to `ninety`
    Ten(i64),
    /// `hundred`
    Hundred,
    /// `thousand`, `million`: a power of ten.
    Scale(u32),
    /// `dozen`
    Dozen,
    /// `half`
    Half,
    /// `quarter`
    Quarter,
    /// `a`, `an`
    Article,
    /// `couple`, as in "a couple of hundred"
    Couple,
    /// `several`, as in "several hundred"
    Several,
    /// `hundreds`, `millions`: a power of ten and no figure, unless one stands before.
    Many(u32),
    /// `dozens`
    Dozens,
    /// `and`
    And,
    /// `point`, as in "two point five"
    Point,
    /// `minus`
    Minus,
    /// `first` to `ninth`
    OrdinalUnit(i64),
    /// `tenth` to `nineteenth`
    OrdinalTeen(i64),
    /// `twentieth` to `ninetieth`
    OrdinalTen(i64),
    /// `hundredth`
    OrdinalHundred,
    /// `thousandth`, `millionth`
    OrdinalScale(u32),
    /// `thirds`, `fifths`: the denominator; `firsts` only behind "twenty" and the like.
    Parts(i64),
}

/// What `word` contributes to a number.
pub(in crate::extract) fn piece(word: &str) -> Option<Piece> {
    WORDS.get(word).copied()
}

/// The power of ten of a letter or abbreviation that stands behind a figure: `5m`, `$3bn`, `10k`.
pub(in crate::extract) fn suffix(word: &str) -> Option<u8> {
    SUFFIXES.get(word).copied()
}

static SUFFIXES: Lexicon<u8, 64> = Lexicon::new(&[
    ("k", 3),
    ("m", 6),
    ("mm", 6),
    ("mn", 6),
    ("mln", 6),
    ("mio", 6),
    ("b", 9),
    ("bn", 9),
    ("bln", 9),
    ("t", 12),
    ("tn", 12),
    ("trn", 12),
    ("tln", 12),
    ("cr", 7),
    ("mil", 6),
    ("bil", 9),
    ("tril", 12),
]);

static WORDS: Lexicon<Piece, 512> = Lexicon::new(&[
    ("zero", Piece::Zero),
    ("nought", Piece::Zero),
    ("naught", Piece::Zero),
    ("one", Piece::Unit(1)),
    ("two", Piece::Unit(2)),
    ("three", Piece::Unit(3)),
    ("four", Piece::Unit(4)),
    ("five", Piece::Unit(5)),
    ("six", Piece::Unit(6)),
    ("seven", Piece::Unit(7)),
    ("eight", Piece::Unit(8)),
    ("nine", Piece::Unit(9)),
    ("ten", Piece::Teen(10)),
    ("eleven", Piece::Teen(11)),
    ("twelve", Piece::Teen(12)),
    ("thirteen", Piece::Teen(13)),
    ("fourteen", Piece::Teen(14)),
    ("fifteen", Piece::Teen(15)),
    ("sixteen", Piece::Teen(16)),
    ("seventeen", Piece::Teen(17)),
    ("eighteen", Piece::Teen(18)),
    ("nineteen", Piece::Teen(19)),
    ("twenty", Piece::Ten(20)),
    ("thirty", Piece::Ten(30)),
    ("forty", Piece::Ten(40)),
    ("fifty", Piece::Ten(50)),
    ("sixty", Piece::Ten(60)),
    ("seventy", Piece::Ten(70)),
    ("eighty", Piece::Ten(80)),
    ("ninety", Piece::Ten(90)),
    ("hundred", Piece::Hundred),
    ("thousand", Piece::Scale(3)),
    ("lakh", Piece::Scale(5)),
    ("lac", Piece::Scale(5)),
    ("million", Piece::Scale(6)),
    ("crore", Piece::Scale(7)),
    ("billion", Piece::Scale(9)),
    ("trillion", Piece::Scale(12)),
    ("quadrillion", Piece::Scale(15)),
    ("quintillion", Piece::Scale(18)),
    ("hundreds", Piece::Many(2)),
    ("tens", Piece::Many(1)),
    ("thousands", Piece::Many(3)),
    ("lakhs", Piece::Many(5)),
    ("millions", Piece::Many(6)),
    ("crores", Piece::Many(7)),
    ("billions", Piece::Many(9)),
    ("trillions", Piece::Many(12)),
    ("dozen", Piece::Dozen),
    ("dozens", Piece::Dozens),
    ("doz", Piece::Dozen),
    ("dz", Piece::Dozen),
    ("dzs", Piece::Dozen),
    ("half", Piece::Half),
    ("quarter", Piece::Quarter),
    ("a", Piece::Article),
    ("an", Piece::Article),
    ("couple", Piece::Couple),
    ("several", Piece::Several),
    ("few", Piece::Several),
    ("many", Piece::Several),
    ("and", Piece::And),
    ("point", Piece::Point),
    ("minus", Piece::Minus),
    ("negative", Piece::Minus),
    ("first", Piece::OrdinalUnit(1)),
    ("second", Piece::OrdinalUnit(2)),
    ("third", Piece::OrdinalUnit(3)),
    ("fourth", Piece::OrdinalUnit(4)),
    ("fifth", Piece::OrdinalUnit(5)),
    ("sixth", Piece::OrdinalUnit(6)),
    ("seventh", Piece::OrdinalUnit(7)),
    ("eighth", Piece::OrdinalUnit(8)),
    ("ninth", Piece::OrdinalUnit(9)),
    // Common slips of the pen.
    ("nineth", Piece::OrdinalUnit(9)),
    ("fourty", Piece::Ten(40)),
    ("ninty", Piece::Ten(90)),
    ("twelveth", Piece::OrdinalTeen(12)),
    ("tenth", Piece::OrdinalTeen(10)),
    ("eleventh", Piece::OrdinalTeen(11)),
    ("twelfth", Piece::OrdinalTeen(12)),
    ("thirteenth", Piece::OrdinalTeen(13)),
    ("fourteenth", Piece::OrdinalTeen(14)),
    ("fifteenth", Piece::OrdinalTeen(15)),
    ("sixteenth", Piece::OrdinalTeen(16)),
    ("seventeenth", Piece::OrdinalTeen(17)),
    ("eighteenth", Piece::OrdinalTeen(18)),
    ("nineteenth", Piece::OrdinalTeen(19)),
    ("twentieth", Piece::OrdinalTen(20)),
    ("thirtieth", Piece::OrdinalTen(30)),
    ("fortieth", Piece::OrdinalTen(40)),
    ("fiftieth", Piece::OrdinalTen(50)),
    ("sixtieth", Piece::OrdinalTen(60)),
    ("seventieth", Piece::OrdinalTen(70)),
    ("eightieth", Piece::OrdinalTen(80)),
    ("ninetieth", Piece::OrdinalTen(90)),
    ("hundredth", Piece::OrdinalHundred),
    ("thousandth", Piece::OrdinalScale(3)),
    ("millionth", Piece::OrdinalScale(6)),
    ("billionth", Piece::OrdinalScale(9)),
    ("trillionth", Piece::OrdinalScale(12)),
    ("firsts", Piece::Parts(1)),
    ("halves", Piece::Parts(2)),
    ("thirds", Piece::Parts(3)),
    ("quarters", Piece::Parts(4)),
    ("fourths", Piece::Parts(4)),
    ("fifths", Piece::Parts(5)),
    ("sixths", Piece::Parts(6)),
    ("sevenths", Piece::Parts(7)),
    ("eighths", Piece::Parts(8)),
    ("ninths", Piece::Parts(9)),
    ("tenths", Piece::Parts(10)),
    ("twelfths", Piece::Parts(12)),
    ("sixteenths", Piece::Parts(16)),
    ("twentieths", Piece::Parts(20)),
    ("hundredths", Piece::Parts(100)),
    ("thousandths", Piece::Parts(1000)),
]);

/// Whether a word is the name of a month, short or long.
pub(in crate::extract) fn is_month(word: &str) -> bool {
    let is_short = |month: &str| word == "Sept" || word.len() == 3 && month.starts_with(word);
    MONTHS.iter().any(|month| *month == word || is_short(month))
}
