//! The words that numbers are made of.

use super::lexicon::{Lexicon, entries};
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

static SUFFIXES: Lexicon<u8, 64> = Lexicon::new(entries! {
    3 => "k";
    6 => "m" "mm" "mn" "mln" "mio" "mil";
    9 => "b" "bn" "bln" "bil";
    12 => "t" "tn" "trn" "tln" "tril";
    7 => "cr";
});

static WORDS: Lexicon<Piece, 512> = Lexicon::new(entries! {
    Piece::Zero => "zero" "nought" "naught";
    Piece::Unit(1) => "one"; Piece::Unit(2) => "two"; Piece::Unit(3) => "three"; Piece::Unit(4) => "four";
    Piece::Unit(5) => "five"; Piece::Unit(6) => "six"; Piece::Unit(7) => "seven"; Piece::Unit(8) => "eight";
    Piece::Unit(9) => "nine";
    Piece::Teen(10) => "ten"; Piece::Teen(11) => "eleven"; Piece::Teen(12) => "twelve";
    Piece::Teen(13) => "thirteen"; Piece::Teen(14) => "fourteen"; Piece::Teen(15) => "fifteen";
    Piece::Teen(16) => "sixteen"; Piece::Teen(17) => "seventeen"; Piece::Teen(18) => "eighteen";
    Piece::Teen(19) => "nineteen";
    Piece::Ten(20) => "twenty"; Piece::Ten(30) => "thirty"; Piece::Ten(40) => "forty" "fourty";
    Piece::Ten(50) => "fifty"; Piece::Ten(60) => "sixty"; Piece::Ten(70) => "seventy";
    Piece::Ten(80) => "eighty"; Piece::Ten(90) => "ninety" "ninty";
    Piece::Hundred => "hundred";
    Piece::Scale(3) => "thousand"; Piece::Scale(5) => "lakh" "lac"; Piece::Scale(6) => "million";
    Piece::Scale(7) => "crore"; Piece::Scale(9) => "billion"; Piece::Scale(12) => "trillion";
    Piece::Scale(15) => "quadrillion"; Piece::Scale(18) => "quintillion";
    Piece::Many(2) => "hundreds"; Piece::Many(1) => "tens"; Piece::Many(3) => "thousands";
    Piece::Many(5) => "lakhs"; Piece::Many(6) => "millions"; Piece::Many(7) => "crores";
    Piece::Many(9) => "billions"; Piece::Many(12) => "trillions";
    Piece::Dozen => "dozen" "doz" "dz" "dzs";
    Piece::Dozens => "dozens";
    Piece::Half => "half";
    Piece::Quarter => "quarter";
    Piece::Article => "a" "an";
    Piece::Couple => "couple";
    Piece::Several => "several" "few" "many";
    Piece::And => "and";
    Piece::Point => "point";
    Piece::Minus => "minus" "negative";
    Piece::OrdinalUnit(1) => "first"; Piece::OrdinalUnit(2) => "second"; Piece::OrdinalUnit(3) => "third";
    Piece::OrdinalUnit(4) => "fourth"; Piece::OrdinalUnit(5) => "fifth"; Piece::OrdinalUnit(6) => "sixth";
    Piece::OrdinalUnit(7) => "seventh"; Piece::OrdinalUnit(8) => "eighth";
    Piece::OrdinalUnit(9) => "ninth" "nineth";
    Piece::OrdinalTeen(12) => "twelveth" "twelfth"; Piece::OrdinalTeen(10) => "tenth";
    Piece::OrdinalTeen(11) => "eleventh"; Piece::OrdinalTeen(13) => "thirteenth";
    Piece::OrdinalTeen(14) => "fourteenth"; Piece::OrdinalTeen(15) => "fifteenth";
    Piece::OrdinalTeen(16) => "sixteenth"; Piece::OrdinalTeen(17) => "seventeenth";
    Piece::OrdinalTeen(18) => "eighteenth"; Piece::OrdinalTeen(19) => "nineteenth";
    Piece::OrdinalTen(20) => "twentieth"; Piece::OrdinalTen(30) => "thirtieth";
    Piece::OrdinalTen(40) => "fortieth"; Piece::OrdinalTen(50) => "fiftieth";
    Piece::OrdinalTen(60) => "sixtieth"; Piece::OrdinalTen(70) => "seventieth";
    Piece::OrdinalTen(80) => "eightieth"; Piece::OrdinalTen(90) => "ninetieth";
    Piece::OrdinalHundred => "hundredth";
    Piece::OrdinalScale(3) => "thousandth"; Piece::OrdinalScale(6) => "millionth";
    Piece::OrdinalScale(9) => "billionth"; Piece::OrdinalScale(12) => "trillionth";
    Piece::Parts(1) => "firsts"; Piece::Parts(2) => "halves"; Piece::Parts(3) => "thirds";
    Piece::Parts(4) => "quarters" "fourths"; Piece::Parts(5) => "fifths"; Piece::Parts(6) => "sixths";
    Piece::Parts(7) => "sevenths"; Piece::Parts(8) => "eighths"; Piece::Parts(9) => "ninths";
    Piece::Parts(10) => "tenths"; Piece::Parts(12) => "twelfths"; Piece::Parts(16) => "sixteenths";
    Piece::Parts(20) => "twentieths"; Piece::Parts(100) => "hundredths";
    Piece::Parts(1000) => "thousandths";
});

/// Whether a word is the name of a month, short or long.
pub(in crate::extract) fn is_month(word: &str) -> bool {
    let is_short = |month: &str| word == "Sept" || word.len() == 3 && month.starts_with(word);
    MONTHS.iter().any(|month| *month == word || is_short(month))
}
