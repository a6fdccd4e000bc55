//! The clues of figures and dates, and what they weigh.

use std::sync::LazyLock;

use crate::facts::clues::clues;
use crate::facts::forest::Forest;

clues! {
    Same Near Other
    OfMoney OfPercent OfUnit OfCount OfRank OfDay OfClock OfLength
    UnitMissing UnitConverted
    OneDigit TwoDigits ThreeDigits ManyDigits Small
    AlikeModified OtherModified
    Within5 Within20 Within50 Within100 Within300 Swapped OneDigitOff
    DayOff WeekOff MonthOff LongOff Contains
    Whole10 Whole15 Whole20 Whole25 Whole30 Whole40 Whole50 Whole60 Whole70 Whole80
    Near1 Near2 Near3 NearHalf NearMost
    Sentence10 Sentence20 Sentence30 Sentence40 Sentence50 Sentence60 Sentence80
    Common1 Common2 Common3 Common5 Common8
    SaidM4 SaidM3 SaidM2 SaidM1 Said0 Said1 Said2
    SameCounted OtherCounted OneCounted NoneCounted
    SameOf OtherOf OneOf SameWho OtherWho OneWho SameWhen OtherWhen
    SameKind OtherKind FromAndTo ChangeAndLevel
    SameBefore SameBehind
    CommonName CommonNames NoCommonName NoNames SameNearest OtherNearest
    DayLater DaysLater
    BothOpening OneOpening Close
    BestOfEither BestOfBoth OnlyOfEither OnlyOfBoth ClearlyOfEither ClearlyOfBoth
    RivalsOfEither RivalsOfBoth EqualElsewhere EqualElsewhereOfBoth
    OftenInEither OftenInBoth
}

static MODEL: LazyLock<Forest> =
    LazyLock::new(|| Forest::from_bytes(include_bytes!("pairs.model")).unwrap_or_default());

/// The logarithm of the odds that two figures with these clues are one fact.
pub(super) fn weight(clues: &[Clue]) -> f64 {
    MODEL.weight(&Clue::set(clues))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::forest::is_sound;

    #[test]
    fn the_model_fits_the_clues() {
        assert!(
            is_sound(include_bytes!("pairs.model"), Clue::hash()),
            "learn it anew: `cargo xtask learn-pairs`"
        );
    }
}
