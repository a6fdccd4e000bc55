//! The words of the calendar, found without allocating.

use jiff::civil::Weekday;

use crate::extract::number::{Lexicon, entries};
use crate::extract::time::calendar::{Part, Season, Shift, Unit};

/// What a single word can contribute to an expression of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Term {
    /// A month by its full name.
    Month(i8),
    /// A month, abbreviated; a full stop may follow.
    MonthShort(i8),
    /// A day of the week by its full name.
    Weekday(Weekday),
    /// A day of the week, abbreviated; a full stop may follow.
    WeekdayShort(Weekday),
    /// A season.
    Season(Season),
    /// A unit of time in the singular.
    Unit(Unit),
    /// A unit of time in the plural.
    Units(Unit),
    /// "second", which is a unit or a place in an order.
    Second,
    /// A number from zero to ninety, in one word.
    Number(u8),
    /// A place in an order, first to thirtieth, in one word ("second" is [`Term::Second`]).
    Ordinal(i8),
    /// A number word that leaves the number open, such as "several".
    Vague,
    /// "a", "an".
    Article,
    /// "all"
    All,
    /// "half"
    Half,
    /// "dozen"
    Dozen,
    /// "hundred"
    Hundred,
    /// What turns a unit or a name into a relative date: "next week".
    Shift(Shift),
    /// A day counted from today.
    Day(i8),
    /// "tonight"
    Tonight,
    /// A part of the day.
    Part(Part),
    /// An hour with a name: noon, midnight.
    Hour(i8),
    /// "final": the last of its kind.
    Final,
    /// "early", "late", "mid": part of a period.
    Edge,
    /// "earlier", "later"
    Later,
    /// "beginning", "end", "middle": part of a period, with "of".
    Stretch,
    /// A decade by the name of its tens: "nineties".
    Decade(i16),
    /// "fiscal", "financial": a year that need not begin in January.
    Fiscal,
    /// "calendar": a year that is no fiscal one.
    Calendar,
    /// The first word of a feast's name.
    Feast,
}

/// What `word` can be in an expression of time, in any case.
pub(crate) fn lookup(word: &str) -> Option<Term> {
    LEXICON.get(word).copied()
}

static LEXICON: Lexicon<Term, 1024> = Lexicon::new(WORDS);

/// All words, by what they contribute.
const WORDS: &[(&str, Term)] = {
    use Term::{
        All, Article, Calendar, Day, Decade, Dozen, Edge, Feast, Final, Fiscal, Half, Hour, Hundred, Later,
        MonthShort, Number, Ordinal, Second, Shift, Stretch, Tonight, Units, Vague, WeekdayShort,
    };
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    const fn month(month: i8) -> Term {
        Term::Month(month)
    }
    const fn weekday(weekday: Weekday) -> Term {
        Term::Weekday(weekday)
    }
    const fn unit(unit: Unit) -> Term {
        Term::Unit(unit)
    }
    const fn part(part: Part) -> Term {
        Term::Part(part)
    }
    const fn season(season: Season) -> Term {
        Term::Season(season)
    }
    use self::Shift as S;
    use self::Unit as U;
    entries! {
        month(1) => "january"; month(2) => "february"; month(3) => "march"; month(4) => "april";
        month(5) => "may"; month(6) => "june"; month(7) => "july"; month(8) => "august";
        month(9) => "september"; month(10) => "october"; month(11) => "november"; month(12) => "december";
        MonthShort(1) => "jan"; MonthShort(2) => "feb"; MonthShort(3) => "mar"; MonthShort(4) => "apr";
        MonthShort(6) => "jun"; MonthShort(7) => "jul"; MonthShort(8) => "aug";
        MonthShort(9) => "sep" "sept"; MonthShort(10) => "oct"; MonthShort(11) => "nov";
        MonthShort(12) => "dec";
        weekday(Monday) => "monday"; weekday(Tuesday) => "tuesday"; weekday(Wednesday) => "wednesday";
        weekday(Thursday) => "thursday"; weekday(Friday) => "friday"; weekday(Saturday) => "saturday";
        weekday(Sunday) => "sunday";
        WeekdayShort(Monday) => "mon"; WeekdayShort(Tuesday) => "tue" "tues";
        WeekdayShort(Wednesday) => "wed"; WeekdayShort(Thursday) => "thu" "thur" "thurs";
        WeekdayShort(Friday) => "fri"; WeekdayShort(Saturday) => "sat"; WeekdayShort(Sunday) => "sun";
        season(Season::Autumn) => "autumn" "fall"; season(Season::Spring) => "spring";
        season(Season::Summer) => "summer"; season(Season::Winter) => "winter";
        unit(U::Century) => "century"; unit(U::Day) => "day"; unit(U::Decade) => "decade";
        unit(U::Fortnight) => "fortnight"; unit(U::Hour) => "hour" "hr";
        unit(U::Millennium) => "millennium"; unit(U::Minute) => "min" "minute"; unit(U::Month) => "month";
        unit(U::Quarter) => "qtr" "quarter"; unit(U::Second) => "sec"; unit(U::Week) => "week" "workweek";
        unit(U::Weekend) => "weekend"; unit(U::Year) => "year" "yr";
        Units(U::Century) => "centuries"; Units(U::Day) => "days"; Units(U::Decade) => "decades";
        Units(U::Fortnight) => "fortnights"; Units(U::Hour) => "hours" "hrs";
        Units(U::Millennium) => "millennia"; Units(U::Minute) => "mins" "minutes";
        Units(U::Month) => "months"; Units(U::Night) => "nights"; Units(U::Quarter) => "quarters";
        Units(U::Second) => "seconds" "secs"; Units(U::Week) => "weeks"; Units(U::Weekend) => "weekends";
        Units(U::Year) => "years" "yrs";
        Second => "second";
        Number(1) => "one"; Number(2) => "two"; Number(3) => "three"; Number(4) => "four";
        Number(5) => "five"; Number(6) => "six"; Number(7) => "seven"; Number(8) => "eight";
        Number(9) => "nine"; Number(10) => "ten"; Number(11) => "eleven"; Number(12) => "twelve";
        Number(13) => "thirteen"; Number(14) => "fourteen"; Number(15) => "fifteen";
        Number(16) => "sixteen"; Number(17) => "seventeen"; Number(18) => "eighteen";
        Number(19) => "nineteen"; Number(20) => "twenty"; Number(30) => "thirty"; Number(40) => "forty";
        Number(50) => "fifty"; Number(60) => "sixty"; Number(70) => "seventy"; Number(80) => "eighty";
        Number(90) => "ninety";
        Ordinal(1) => "first"; Ordinal(3) => "third"; Ordinal(4) => "fourth"; Ordinal(5) => "fifth";
        Ordinal(6) => "sixth"; Ordinal(7) => "seventh"; Ordinal(8) => "eighth"; Ordinal(9) => "ninth";
        Ordinal(10) => "tenth"; Ordinal(11) => "eleventh"; Ordinal(12) => "twelfth";
        Ordinal(13) => "thirteenth"; Ordinal(14) => "fourteenth"; Ordinal(15) => "fifteenth";
        Ordinal(16) => "sixteenth"; Ordinal(17) => "seventeenth"; Ordinal(18) => "eighteenth";
        Ordinal(19) => "nineteenth"; Ordinal(20) => "twentieth"; Ordinal(30) => "thirtieth";
        Hundred => "hundred";
        Dozen => "dozen";
        Half => "half";
        Vague => "couple" "dozens" "few" "hundreds" "many" "millions" "several" "some" "tens" "thousands";
        Article => "a" "an";
        All => "all";
        Shift(S::Coming) => "coming" "upcoming"; Shift(S::Last) => "last" "previous" "prior";
        Shift(S::Next) => "following" "next"; Shift(S::Past) => "past"; Shift(S::Recent) => "recent";
        Shift(S::This) => "current" "this";
        Day(-1) => "yesterday"; Day(0) => "today"; Day(1) => "tomorrow";
        Tonight => "tonight" "tonite";
        part(Part::Afternoon) => "afternoon"; part(Part::Evening) => "evening";
        part(Part::Midday) => "lunchtime"; part(Part::Morning) => "morning";
        part(Part::Night) => "night" "nighttime";
        Hour(0) => "midnight"; Hour(12) => "midday" "noon" "noonish";
        Final => "final";
        Edge => "early" "late" "mid";
        Later => "earlier" "later";
        Stretch => "beginning" "end" "middle" "remainder" "rest" "start";
        Decade(192) => "twenties"; Decade(193) => "thirties"; Decade(194) => "forties";
        Decade(195) => "fifties"; Decade(196) => "sixties"; Decade(197) => "seventies";
        Decade(198) => "eighties"; Decade(199) => "nineties";
        Fiscal => "financial" "fiscal";
        Calendar => "calendar";
        Feast => "africa" "anzac" "arbor" "armed" "armistice" "ascension" "ash" "ashura" "australia" "bakr"
            "bakrid" "bastille" "black" "bonfire" "boss" "bosss" "boxing" "burns" "canada" "canadian"
            "candlemas" "chanukah" "chinese" "christmas" "cinco" "civil" "clean" "columbus" "corpus" "cyber"
            "diwali" "earth" "easter" "eid" "election" "epiphany" "europe" "father" "fathers" "feast" "flag"
            "giving" "good" "grandparent" "grandparents" "groundhog" "guy" "halloween" "hanukah" "hanukkah"
            "holi" "holocaust" "holy" "human" "id" "inauguration" "independence" "indigenous"
            "international" "islamic" "isra" "juneteenth" "king" "kings" "koningsdag" "labor" "labour" "lag"
            "laylat" "lazarus" "lent" "lunar" "mandela" "mardi" "martin" "maundy" "mawlid" "memorial"
            "midsummer" "milad" "mlk" "mother" "mothers" "muharram" "new" "nowruz" "orthodox" "palm"
            "passover" "patriot" "pentecost" "pesach" "president" "presidents" "prophet" "purim" "ramadan"
            "remembrance" "rosh" "sacrifice" "saint" "shavuot" "shemini" "shrove" "simchat" "single"
            "singles" "small" "st" "succos" "succot" "sukkos" "sukkot" "tax" "thanks" "thanksgiving" "tisha"
            "trinity" "tu" "valentine" "valentines" "ve" "vesak" "veteran" "veterans" "victoria" "victory"
            "vj" "waitangi" "walpurgis" "whit" "white" "world" "xmas" "yom";
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_any_case() {
        for (word, term) in WORDS {
            assert_eq!(lookup(&word.to_uppercase()), Some(*term));
        }
        for word in ["", "zzz", "Überjahr", "yesterdays", "é", "counterproductive", "A€"] {
            assert_eq!(lookup(word), None, "{word}");
        }
    }
}
