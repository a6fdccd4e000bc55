//! The words of the calendar, found without allocating.

use jiff::civil::Weekday;

use crate::extract::number::Lexicon;
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
    /// The first word of a feast's name.
    Feast,
}

/// What `word` can be in an expression of time, in any case.
pub(crate) fn lookup(word: &str) -> Option<Term> {
    LEXICON.get(word).copied()
}

static LEXICON: Lexicon<Term, 1024> = Lexicon::new(WORDS);

/// All words, in alphabetical order.
const WORDS: &[(&str, Term)] = {
    use Term::{
        All, Article, Calendar, Day, Decade, Dozen, Edge, Feast, Fiscal, Half, Hour, Hundred, Later,
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
        ("africa", Feast),
        ("afternoon", part(Part::Afternoon)),
        ("all", All),
        ("an", Article),
        ("anzac", Feast),
        ("apr", MonthShort(4)),
        ("april", month(4)),
        ("arbor", Feast),
        ("armed", Feast),
        ("armistice", Feast),
        ("ascension", Feast),
        ("ash", Feast),
        ("ashura", Feast),
        ("aug", MonthShort(8)),
        ("august", month(8)),
        ("australia", Feast),
        ("autumn", season(Season::Autumn)),
        ("bakr", Feast),
        ("bakrid", Feast),
        ("bastille", Feast),
        ("beginning", Stretch),
        ("black", Feast),
        ("bonfire", Feast),
        ("boss", Feast),
        ("bosss", Feast),
        ("boxing", Feast),
        ("burns", Feast),
        ("calendar", Calendar),
        ("canada", Feast),
        ("canadian", Feast),
        ("candlemas", Feast),
        ("centuries", Units(U::Century)),
        ("century", unit(U::Century)),
        ("chanukah", Feast),
        ("chinese", Feast),
        ("christmas", Feast),
        ("cinco", Feast),
        ("civil", Feast),
        ("clean", Feast),
        ("columbus", Feast),
        ("coming", Shift(S::Coming)),
        ("corpus", Feast),
        ("couple", Vague),
        ("current", Shift(S::This)),
        ("cyber", Feast),
        ("day", unit(U::Day)),
        ("days", Units(U::Day)),
        ("dec", MonthShort(12)),
        ("decade", unit(U::Decade)),
        ("decades", Units(U::Decade)),
        ("december", month(12)),
        ("diwali", Feast),
        ("dozen", Dozen),
        ("dozens", Vague),
        ("earlier", Later),
        ("early", Edge),
        ("earth", Feast),
        ("easter", Feast),
        ("eid", Feast),
        ("eight", Number(8)),
        ("eighteen", Number(18)),
        ("eighteenth", Ordinal(18)),
        ("eighth", Ordinal(8)),
        ("eighties", Decade(198)),
        ("eighty", Number(80)),
        ("election", Feast),
        ("eleven", Number(11)),
        ("eleventh", Ordinal(11)),
        ("end", Stretch),
        ("epiphany", Feast),
        ("europe", Feast),
        ("evening", part(Part::Evening)),
        ("fall", season(Season::Autumn)),
        ("father", Feast),
        ("fathers", Feast),
        ("feast", Feast),
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
        ("flag", Feast),
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
        ("giving", Feast),
        ("good", Feast),
        ("grandparent", Feast),
        ("grandparents", Feast),
        ("groundhog", Feast),
        ("guy", Feast),
        ("half", Half),
        ("halloween", Feast),
        ("hanukah", Feast),
        ("hanukkah", Feast),
        ("holi", Feast),
        ("holocaust", Feast),
        ("holy", Feast),
        ("hour", unit(U::Hour)),
        ("hours", Units(U::Hour)),
        ("hr", unit(U::Hour)),
        ("hrs", Units(U::Hour)),
        ("human", Feast),
        ("hundred", Hundred),
        ("id", Feast),
        ("inauguration", Feast),
        ("independence", Feast),
        ("indigenous", Feast),
        ("international", Feast),
        ("islamic", Feast),
        ("isra", Feast),
        ("jan", MonthShort(1)),
        ("january", month(1)),
        ("jul", MonthShort(7)),
        ("july", month(7)),
        ("jun", MonthShort(6)),
        ("june", month(6)),
        ("juneteenth", Feast),
        ("king", Feast),
        ("kings", Feast),
        ("koningsdag", Feast),
        ("labor", Feast),
        ("labour", Feast),
        ("lag", Feast),
        ("last", Shift(S::Last)),
        ("late", Edge),
        ("later", Later),
        ("laylat", Feast),
        ("lazarus", Feast),
        ("lent", Feast),
        ("lunar", Feast),
        ("lunchtime", part(Part::Midday)),
        ("mandela", Feast),
        ("many", Vague),
        ("mar", MonthShort(3)),
        ("march", month(3)),
        ("mardi", Feast),
        ("martin", Feast),
        ("maundy", Feast),
        ("mawlid", Feast),
        ("may", month(5)),
        ("memorial", Feast),
        ("mid", Edge),
        ("midday", Hour(12)),
        ("middle", Stretch),
        ("midnight", Hour(0)),
        ("midsummer", Feast),
        ("milad", Feast),
        ("millennia", Units(U::Millennium)),
        ("millennium", unit(U::Millennium)),
        ("min", unit(U::Minute)),
        ("mins", Units(U::Minute)),
        ("minute", unit(U::Minute)),
        ("minutes", Units(U::Minute)),
        ("mlk", Feast),
        ("mon", WeekdayShort(Monday)),
        ("monday", weekday(Monday)),
        ("month", unit(U::Month)),
        ("months", Units(U::Month)),
        ("morning", part(Part::Morning)),
        ("mother", Feast),
        ("mothers", Feast),
        ("muharram", Feast),
        ("new", Feast),
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
        ("nowruz", Feast),
        ("oct", MonthShort(10)),
        ("october", month(10)),
        ("one", Number(1)),
        ("orthodox", Feast),
        ("palm", Feast),
        ("passover", Feast),
        ("past", Shift(S::Past)),
        ("patriot", Feast),
        ("pentecost", Feast),
        ("pesach", Feast),
        ("president", Feast),
        ("presidents", Feast),
        ("previous", Shift(S::Last)),
        ("prior", Shift(S::Last)),
        ("prophet", Feast),
        ("purim", Feast),
        ("qtr", unit(U::Quarter)),
        ("quarter", unit(U::Quarter)),
        ("quarters", Units(U::Quarter)),
        ("ramadan", Feast),
        ("recent", Shift(S::Recent)),
        ("remainder", Stretch),
        ("remembrance", Feast),
        ("rest", Stretch),
        ("rosh", Feast),
        ("sacrifice", Feast),
        ("saint", Feast),
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
        ("shavuot", Feast),
        ("shemini", Feast),
        ("shrove", Feast),
        ("simchat", Feast),
        ("single", Feast),
        ("singles", Feast),
        ("six", Number(6)),
        ("sixteen", Number(16)),
        ("sixteenth", Ordinal(16)),
        ("sixth", Ordinal(6)),
        ("sixties", Decade(196)),
        ("sixty", Number(60)),
        ("small", Feast),
        ("some", Vague),
        ("spring", season(Season::Spring)),
        ("st", Feast),
        ("start", Stretch),
        ("succos", Feast),
        ("succot", Feast),
        ("sukkos", Feast),
        ("sukkot", Feast),
        ("summer", season(Season::Summer)),
        ("sun", WeekdayShort(Sunday)),
        ("sunday", weekday(Sunday)),
        ("tax", Feast),
        ("ten", Number(10)),
        ("tenth", Ordinal(10)),
        ("thanks", Feast),
        ("thanksgiving", Feast),
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
        ("tisha", Feast),
        ("today", Day(0)),
        ("tomorrow", Day(1)),
        ("tonight", Tonight),
        ("tonite", Tonight),
        ("trinity", Feast),
        ("tu", Feast),
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
        ("valentine", Feast),
        ("valentines", Feast),
        ("ve", Feast),
        ("vesak", Feast),
        ("veteran", Feast),
        ("veterans", Feast),
        ("victoria", Feast),
        ("victory", Feast),
        ("vj", Feast),
        ("waitangi", Feast),
        ("walpurgis", Feast),
        ("wed", WeekdayShort(Wednesday)),
        ("wednesday", weekday(Wednesday)),
        ("week", unit(U::Week)),
        ("weekend", unit(U::Weekend)),
        ("weekends", Units(U::Weekend)),
        ("weeks", Units(U::Week)),
        ("whit", Feast),
        ("white", Feast),
        ("winter", season(Season::Winter)),
        ("workweek", unit(U::Week)),
        ("world", Feast),
        ("xmas", Feast),
        ("year", unit(U::Year)),
        ("years", Units(U::Year)),
        ("yesterday", Day(-1)),
        ("yom", Feast),
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
