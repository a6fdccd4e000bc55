//! The words of the calendar, found without allocating.

use jiff::civil::Weekday;

use crate::extract::amount::lexicon::Lexicon;

/// What a single word can contribute to an expression of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Term {
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
    Day(i64),
    /// "tonight"
    Tonight,
    /// A part of the day.
    Part(Part),
    /// An hour with a name: noon, midnight.
    Hour(i8),
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
    /// The first word of a holiday's name.
    Holiday,
}

/// A season of the northern hemisphere, where it is counted by meteorologists: summer is June to
/// August.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The code in TIMEX3.
    pub(super) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// The month in which it begins.
    pub(super) fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// How a duration writes the unit, and how many of what is written make one: TIMEX3, which
    /// adds `DE`, `CE`, `ML` and `WE` to the designators of ISO 8601.
    pub(super) fn designator(self) -> (&'static str, i64) {
        match self {
            Unit::Second => ("S", 1),
            Unit::Hour => ("H", 1),
            Unit::Day | Unit::Night => ("D", 1),
            Unit::Week => ("W", 1),
            Unit::Weekend => ("WE", 1),
            Unit::Fortnight => ("W", 2),
            Unit::Minute | Unit::Month => ("M", 1),
            Unit::Quarter => ("M", 3),
            Unit::Year => ("Y", 1),
            Unit::Decade => ("DE", 1),
            Unit::Century => ("CE", 1),
            Unit::Millennium => ("ML", 1),
        }
    }

    /// The same for a fraction of it: those of decades and longer units are told in years.
    pub(super) fn divided(self) -> (&'static str, i64) {
        match self {
            Unit::Decade => ("Y", 10),
            Unit::Century => ("Y", 100),
            Unit::Millennium => ("Y", 1000),
            _ => self.designator(),
        }
    }

    /// Whether it is shorter than a day, so that a duration writes it behind `T`.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

/// Which of several weeks, years or Fridays is meant, seen from the day of publication.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shift {
    /// "this", "current"
    This,
    /// "next", "following"
    Next,
    /// "coming", "upcoming": the first to come.
    Coming,
    /// "last", "previous"
    Last,
    /// "past": the last to have gone.
    Past,
    /// "recent": with plurals only.
    Recent,
}

/// A part of the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// The code in TIMEX3.
    pub(super) fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
        }
    }
}

/// What `word` can be in an expression of time, in any case.
pub(super) fn lookup(word: &str) -> Option<Term> {
    LEXICON.get(word).copied()
}

static LEXICON: Lexicon<Term, 1024> = Lexicon::new(WORDS);

/// All words, in alphabetical order.
const WORDS: &[(&str, Term)] = {
    use Term::{
        All, Article, Calendar, Day, Decade, Dozen, Edge, Fiscal, Half, Holiday, Hour, Hundred, Later,
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
    &[
        ("a", Article),
        ("africa", Holiday),
        ("afternoon", part(Part::Afternoon)),
        ("all", All),
        ("an", Article),
        ("anzac", Holiday),
        ("apr", MonthShort(4)),
        ("april", month(4)),
        ("arbor", Holiday),
        ("armed", Holiday),
        ("armistice", Holiday),
        ("ascension", Holiday),
        ("ash", Holiday),
        ("ashura", Holiday),
        ("aug", MonthShort(8)),
        ("august", month(8)),
        ("australia", Holiday),
        ("autumn", season(Season::Autumn)),
        ("bakr", Holiday),
        ("bakrid", Holiday),
        ("bastille", Holiday),
        ("beginning", Stretch),
        ("black", Holiday),
        ("bonfire", Holiday),
        ("boss", Holiday),
        ("bosss", Holiday),
        ("boxing", Holiday),
        ("burns", Holiday),
        ("calendar", Calendar),
        ("canada", Holiday),
        ("canadian", Holiday),
        ("candlemas", Holiday),
        ("centuries", Units(U::Century)),
        ("century", unit(U::Century)),
        ("chanukah", Holiday),
        ("chinese", Holiday),
        ("christmas", Holiday),
        ("cinco", Holiday),
        ("civil", Holiday),
        ("clean", Holiday),
        ("columbus", Holiday),
        ("coming", Shift(S::Coming)),
        ("corpus", Holiday),
        ("couple", Vague),
        ("current", Shift(S::This)),
        ("cyber", Holiday),
        ("day", unit(U::Day)),
        ("days", Units(U::Day)),
        ("dec", MonthShort(12)),
        ("decade", unit(U::Decade)),
        ("decades", Units(U::Decade)),
        ("december", month(12)),
        ("diwali", Holiday),
        ("dozen", Dozen),
        ("dozens", Vague),
        ("earlier", Later),
        ("early", Edge),
        ("earth", Holiday),
        ("easter", Holiday),
        ("eid", Holiday),
        ("eight", Number(8)),
        ("eighteen", Number(18)),
        ("eighteenth", Ordinal(18)),
        ("eighth", Ordinal(8)),
        ("eighties", Decade(198)),
        ("eighty", Number(80)),
        ("election", Holiday),
        ("eleven", Number(11)),
        ("eleventh", Ordinal(11)),
        ("end", Stretch),
        ("epiphany", Holiday),
        ("europe", Holiday),
        ("evening", part(Part::Evening)),
        ("fall", season(Season::Autumn)),
        ("father", Holiday),
        ("fathers", Holiday),
        ("feast", Holiday),
        ("feb", MonthShort(2)),
        ("february", month(2)),
        ("few", Vague),
        ("fifteen", Number(15)),
        ("fifteenth", Ordinal(15)),
        ("fifth", Ordinal(5)),
        ("fifties", Decade(195)),
        ("fifty", Number(50)),
        ("financial", Fiscal),
        ("first", Ordinal(1)),
        ("fiscal", Fiscal),
        ("five", Number(5)),
        ("flag", Holiday),
        ("following", Shift(S::Next)),
        ("forties", Decade(194)),
        ("fortnight", unit(U::Fortnight)),
        ("fortnights", Units(U::Fortnight)),
        ("forty", Number(40)),
        ("four", Number(4)),
        ("fourteen", Number(14)),
        ("fourteenth", Ordinal(14)),
        ("fourth", Ordinal(4)),
        ("fri", WeekdayShort(Friday)),
        ("friday", weekday(Friday)),
        ("giving", Holiday),
        ("good", Holiday),
        ("grandparent", Holiday),
        ("grandparents", Holiday),
        ("groundhog", Holiday),
        ("guy", Holiday),
        ("half", Half),
        ("halloween", Holiday),
        ("hanukah", Holiday),
        ("hanukkah", Holiday),
        ("holi", Holiday),
        ("holocaust", Holiday),
        ("holy", Holiday),
        ("hour", unit(U::Hour)),
        ("hours", Units(U::Hour)),
        ("hr", unit(U::Hour)),
        ("hrs", Units(U::Hour)),
        ("human", Holiday),
        ("hundred", Hundred),
        ("id", Holiday),
        ("inauguration", Holiday),
        ("independence", Holiday),
        ("indigenous", Holiday),
        ("international", Holiday),
        ("islamic", Holiday),
        ("isra", Holiday),
        ("jan", MonthShort(1)),
        ("january", month(1)),
        ("jul", MonthShort(7)),
        ("july", month(7)),
        ("jun", MonthShort(6)),
        ("june", month(6)),
        ("juneteenth", Holiday),
        ("king", Holiday),
        ("kings", Holiday),
        ("koningsdag", Holiday),
        ("labor", Holiday),
        ("labour", Holiday),
        ("lag", Holiday),
        ("last", Shift(S::Last)),
        ("late", Edge),
        ("later", Later),
        ("laylat", Holiday),
        ("lazarus", Holiday),
        ("lent", Holiday),
        ("lunar", Holiday),
        ("lunchtime", part(Part::Midday)),
        ("mandela", Holiday),
        ("many", Vague),
        ("mar", MonthShort(3)),
        ("march", month(3)),
        ("mardi", Holiday),
        ("martin", Holiday),
        ("maundy", Holiday),
        ("mawlid", Holiday),
        ("may", month(5)),
        ("memorial", Holiday),
        ("mid", Edge),
        ("midday", Hour(12)),
        ("middle", Stretch),
        ("midnight", Hour(0)),
        ("midsummer", Holiday),
        ("milad", Holiday),
        ("millennia", Units(U::Millennium)),
        ("millennium", unit(U::Millennium)),
        ("min", unit(U::Minute)),
        ("mins", Units(U::Minute)),
        ("minute", unit(U::Minute)),
        ("minutes", Units(U::Minute)),
        ("mlk", Holiday),
        ("mon", WeekdayShort(Monday)),
        ("monday", weekday(Monday)),
        ("month", unit(U::Month)),
        ("months", Units(U::Month)),
        ("morning", part(Part::Morning)),
        ("mother", Holiday),
        ("mothers", Holiday),
        ("muharram", Holiday),
        ("new", Holiday),
        ("next", Shift(S::Next)),
        ("night", part(Part::Night)),
        ("nights", Units(U::Night)),
        ("nighttime", part(Part::Night)),
        ("nine", Number(9)),
        ("nineteen", Number(19)),
        ("nineteenth", Ordinal(19)),
        ("nineties", Decade(199)),
        ("ninety", Number(90)),
        ("ninth", Ordinal(9)),
        ("noon", Hour(12)),
        ("noonish", Hour(12)),
        ("nov", MonthShort(11)),
        ("november", month(11)),
        ("nowruz", Holiday),
        ("oct", MonthShort(10)),
        ("october", month(10)),
        ("one", Number(1)),
        ("orthodox", Holiday),
        ("palm", Holiday),
        ("passover", Holiday),
        ("past", Shift(S::Past)),
        ("patriot", Holiday),
        ("pentecost", Holiday),
        ("pesach", Holiday),
        ("president", Holiday),
        ("presidents", Holiday),
        ("previous", Shift(S::Last)),
        ("prior", Shift(S::Last)),
        ("prophet", Holiday),
        ("purim", Holiday),
        ("qtr", unit(U::Quarter)),
        ("quarter", unit(U::Quarter)),
        ("quarters", Units(U::Quarter)),
        ("ramadan", Holiday),
        ("recent", Shift(S::Recent)),
        ("remainder", Stretch),
        ("remembrance", Holiday),
        ("rest", Stretch),
        ("rosh", Holiday),
        ("sacrifice", Holiday),
        ("saint", Holiday),
        ("sat", WeekdayShort(Saturday)),
        ("saturday", weekday(Saturday)),
        ("sec", unit(U::Second)),
        ("second", Second),
        ("seconds", Units(U::Second)),
        ("secs", Units(U::Second)),
        ("sep", MonthShort(9)),
        ("sept", MonthShort(9)),
        ("september", month(9)),
        ("seven", Number(7)),
        ("seventeen", Number(17)),
        ("seventeenth", Ordinal(17)),
        ("seventh", Ordinal(7)),
        ("seventies", Decade(197)),
        ("seventy", Number(70)),
        ("several", Vague),
        ("shavuot", Holiday),
        ("shemini", Holiday),
        ("shrove", Holiday),
        ("simchat", Holiday),
        ("single", Holiday),
        ("singles", Holiday),
        ("six", Number(6)),
        ("sixteen", Number(16)),
        ("sixteenth", Ordinal(16)),
        ("sixth", Ordinal(6)),
        ("sixties", Decade(196)),
        ("sixty", Number(60)),
        ("small", Holiday),
        ("some", Vague),
        ("spring", season(Season::Spring)),
        ("st", Holiday),
        ("start", Stretch),
        ("succos", Holiday),
        ("succot", Holiday),
        ("sukkos", Holiday),
        ("sukkot", Holiday),
        ("summer", season(Season::Summer)),
        ("sun", WeekdayShort(Sunday)),
        ("sunday", weekday(Sunday)),
        ("tax", Holiday),
        ("ten", Number(10)),
        ("tenth", Ordinal(10)),
        ("thanks", Holiday),
        ("thanksgiving", Holiday),
        ("third", Ordinal(3)),
        ("thirteen", Number(13)),
        ("thirteenth", Ordinal(13)),
        ("thirties", Decade(193)),
        ("thirtieth", Ordinal(30)),
        ("thirty", Number(30)),
        ("this", Shift(S::This)),
        ("three", Number(3)),
        ("thu", WeekdayShort(Thursday)),
        ("thur", WeekdayShort(Thursday)),
        ("thurs", WeekdayShort(Thursday)),
        ("thursday", weekday(Thursday)),
        ("tisha", Holiday),
        ("today", Day(0)),
        ("tomorrow", Day(1)),
        ("tonight", Tonight),
        ("tonite", Tonight),
        ("trinity", Holiday),
        ("tu", Holiday),
        ("tue", WeekdayShort(Tuesday)),
        ("tues", WeekdayShort(Tuesday)),
        ("tuesday", weekday(Tuesday)),
        ("twelfth", Ordinal(12)),
        ("twelve", Number(12)),
        ("twenties", Decade(192)),
        ("twentieth", Ordinal(20)),
        ("twenty", Number(20)),
        ("two", Number(2)),
        ("upcoming", Shift(S::Coming)),
        ("valentine", Holiday),
        ("valentines", Holiday),
        ("ve", Holiday),
        ("vesak", Holiday),
        ("veteran", Holiday),
        ("veterans", Holiday),
        ("victoria", Holiday),
        ("victory", Holiday),
        ("vj", Holiday),
        ("waitangi", Holiday),
        ("walpurgis", Holiday),
        ("wed", WeekdayShort(Wednesday)),
        ("wednesday", weekday(Wednesday)),
        ("week", unit(U::Week)),
        ("weekend", unit(U::Weekend)),
        ("weekends", Units(U::Weekend)),
        ("weeks", Units(U::Week)),
        ("whit", Holiday),
        ("white", Holiday),
        ("winter", season(Season::Winter)),
        ("workweek", unit(U::Week)),
        ("world", Holiday),
        ("xmas", Holiday),
        ("year", unit(U::Year)),
        ("years", Units(U::Year)),
        ("yesterday", Day(-1)),
        ("yom", Holiday),
        ("yr", unit(U::Year)),
        ("yrs", Units(U::Year)),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }

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
