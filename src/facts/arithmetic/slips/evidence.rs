//! What speaks for a case, or against it: cues by name, and the words right before and behind each of its figures.

use super::beside::{BEFORE, BEHIND};

macro_rules! evidence {
    ($($name:ident)*) => {
        #[allow(clippy::enum_variant_names)]
        enum Cue { $($name),* }

        #[allow(non_upper_case_globals)]
        impl Evidence {
            $(pub(in crate::facts) const $name: Evidence = Evidence(Cue::$name as u16);)*
        }

        /// The names of the cues, in their order.
        const CUES: &[&str] = &[$(stringify!($name)),*];
    };
}

/// One thing that speaks for a case of figures that do not come out, or against it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::facts) struct Evidence(u16);

/// The figures of a case of which the words beside them are evidence: the first is what is stated.
const PLACES: &[&str] = &["stated", "first", "second", "last"];

impl Evidence {
    /// Its number among all evidence.
    pub(in crate::facts) fn number(self) -> u16 {
        self.0
    }

    /// The word of a class right before the figure at a place; the places are those of [`PLACES`].
    #[inline(never)]
    pub(super) fn before(place: usize, class: usize) -> Evidence {
        Evidence((CUES.len() + place * BEFORE.len() + class) as u16)
    }

    /// The word of a class right behind the figure at a place.
    #[inline(never)]
    pub(super) fn behind(place: usize, class: usize) -> Evidence {
        Evidence((CUES.len() + PLACES.len() * BEFORE.len() + place * BEHIND.len() + class) as u16)
    }

    /// The names of all evidence, by its numbers.
    pub(in crate::facts) fn names() -> Vec<String> {
        let cues = CUES.iter().map(|name| (*name).to_owned());
        let words = |side: &'static str, classes: &'static [&'static str]| {
            PLACES
                .iter()
                .flat_map(move |place| classes.iter().map(move |class| format!("{side} {place}: {class}")))
        };
        cues.chain(words("before", BEFORE)).chain(words("behind", BEHIND)).collect()
    }
}

/// What was found to speak for a case or against it.
#[derive(Default)]
pub(super) struct Pieces(Vec<Evidence>);

impl Pieces {
    // Called from hundreds of places: small code goes before speed.
    #[inline(never)]
    pub(super) fn add(&mut self, is_so: bool, it: Evidence) {
        if is_so {
            self.0.push(it);
        }
    }

    #[inline(never)]
    pub(super) fn push(&mut self, it: Evidence) {
        self.0.push(it);
    }

    #[inline(never)]
    pub(super) fn extend(&mut self, others: Pieces) {
        self.0.extend(others.0);
    }

    pub(super) fn all(self) -> Vec<Evidence> {
        self.0
    }
}

evidence! {
    OneSentence
    TwoSentences
    ManySentences
    Within8
    Within16
    Within30
    Beyond30
    NoneBetween
    OneBetween
    MoreBetween
    NoneBeside
    OneBeside
    FewBeside
    ManyBeside
    NoName
    OneName
    Names
    NoTime
    OneTime
    ManyTimes
    HasSemicolon
    HasQuote
    HasContrast
    HasAnd
    HasClause
    HasPronoun
    HasAnother
    HasVerb
    StatedFirst
    StatedLast
    OfTime
    OfMoney
    OfPercent
    OfUnit
    OfRank
    OfCount
    OneDigit
    TwoDigits
    ThreeDigits
    MoreDigits
    UpTo12
    UpTo100
    UpTo1000
    Above1000
    NoneSettled
    AllSettled
    SomeSettled
    StatedSettled
    InHeadline
    IsBound
    AllSmall
    Off5
    Off15
    Off35
    Off70
    OffMore
    NoSlip
    SlipSwap
    SlipScale
    SlipDigit
    SlipFew
    KindChange
    KindDifference
    ChangeBy
    ChangeFrom
    ChangeTo
    ChangeVerb
    ChangeCompares
    ChangeMargin
    ChangeThen
    ChangeTime
    ChangeNear
    ChangeAnd
    ChangeScore
    ChangeOther
    ChangeSame
    ChangeMany
    ChangePercents
    ChangeFraction
    ChangePoints
    DirectionBeside
    DirectionUp
    DirectionRank
    DirectionFar
    DirectionMixed
    DirectionLed
    DirectionThen
    KindDirection
    FactorNear
    FactorBetween
    FactorAbout
    FactorMany
    KindFactor
    FractionOf
    FractionChange
    FractionMany
    FractionAlone
    FractionNear
    FractionOther
    FractionAbout
    KindFraction
    LengthSpan
    LengthSince
    LengthAnniversary
    LengthNow
    LengthAbout
    LengthAge
    LengthDays
    LengthPublished
    LengthClock
    LengthBegins
    LengthEnds
    LengthEvery
    LengthNth
    LengthBorn
    LengthAgeUnborn
    LengthNotNow
    LengthNear
    LengthNearBoth
    LengthMorePoints
    LengthMore
    LengthTens
    KindLength
    OrderAfter
    OrderEarlier
    OrderEndsBegins
    OrderMixed
    OrderBefore
    OrderLater
    OrderBegins
    OrderEnds
    OrderBoth
    OrderIn
    OrderMore
    OrderOther
    OrderWeekdays
    KindOrder
    AgesNow
    AgesWhen
    AgesWas
    AgesMany
    AgesFar
    AgesYearFirst
    KindAges
    ListBefore
    ListOtherSentence
    ListColon
    ListDash
    ListComma
    ListNear
    ListFar
    ListNamed
    ListSome
    ListVerb
    ListMembersVerb
    ListNames
    ListAllNames
    ListAllTimes
    ListFigures
    ListCounted
    ListShort
    ListLong
    ListClosed
    ListBegins
    ListNounless
    ListPeople
    ListPersons
    ListOtherKind
    ListDefinite
    List2
    ListByOne
    ListLonger
    ListMore
    KindList
    PhraseSum
    PhraseShare
    PhraseGrowth
    PhraseConversion
    PhraseWeekday
    PhraseAge
    PhraseLength
    PhraseToldTwice
    PhraseRate
    PhraseMargin
    PhraseList
    PhraseOrder
    PhraseUnsure
    RateEach
    RateAverage
    RateHead
    RatePer
    RateTimes
    RateSame
    RateOther
    RateOpen
    RateUnits
    RateMoney
    RateTime
    RateNamed
    RateNearCount
    RateNearTotal
    RateTotal
    RateFew
    KindRate
    RanksBest
    RanksStep
    RanksSteps
    Ranks2
    Ranks4
    RanksFew
    RanksChange
    RanksSame
    RanksEach
    KindRanks
    TimesDefinite
    TimesOwner
    TimesHyphen
    TimesLength
    TimesYear
    TimesDay
    TimesMany
    TimesNoWord
    TimesMoreWords
    TimesHeadlineWord
    KindTimes
    RetoldNoun
    RetoldUnit
    RetoldOpen
    RetoldDefinite
    RetoldOtherNoun
    RetoldNearest
    RetoldHyphen
    RetoldOther
    RetoldOtherBefore
    RetoldRole
    RetoldRoleBefore
    RetoldChanges
    RetoldAge
    RetoldApposed
    RetoldMoney
    RetoldPercent
    RetoldOneSentence
    RetoldMany
    RetoldNoWord
    RetoldOneWord
    RetoldTwoWords
    RetoldMoreWords
    RetoldWordBeside
    RetoldWordsBeside
    RetoldHeadlineWord
    RetoldOtherTime
    KindRetold
    ScoreKind
    ScoreMargin
    ScoreBoth
    ScoreHalf
    ScoreMany
    ScoreDefinite
    KindScore
    KindShare
    ShareOr
    ShareBracket
    ShareComma
    ShareNearPart
    ShareNearWhole
    ShareOf
    SharePartOf
    ShareWhom
    ShareWholeOf
    ShareAll
    ShareRate
    ShareChange
    ShareChanges
    ShareRoles
    ShareOthers
    ShareSame
    ShareOther
    ShareOpen
    ShareFraction
    ShareFirst
    ShareLast
    ShareAmid
    HundredRest
    HundredRestFirst
    HundredRoles
    HundredMore
    HundredOthers
    HundredAnd
    HundredVotes
    KindHundred
    KindSum
    SumMakes
    SumTotalBefore
    SumTotalBehind
    SumTotalFirst
    SumTotalAmid
    SumConsists
    SumColon
    SumRest
    SumAdded
    SumTotalLeft
    SumAnd
    SumSome
    SumFactor
    SumCompares
    SumChanges
    SumRoles
    SumTo
    SumAllSame
    SumOpen
    SumOther
    SumUnits
    SumMixed
    SumEven
    Sum2
    Sum3
    Sum4
    SumPartsTogether
    SumLopsided
    SumTiny
    SumOne
    SumSmallParts
    UnitsOr
    UnitsBracket
    UnitsComma
    UnitsAbout
    UnitsOther
    UnitsBeside
    UnitsNear
    KindUnits
}
