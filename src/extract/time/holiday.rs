//! Holidays by name: of the civil year, of the Christian ones, and of the calendars of the moon that can be reckoned.

use jiff::civil::{Date, Weekday};

use super::calendar::{Shift, Term, Unit};
use super::period::Period;
use super::reader::Reader;
use super::reference::{Bias, Reference, add};
use super::relative::{self, Meaning};
use super::{moon, year};

/// When a holiday is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holiday {
    /// On a day of a month.
    Fixed(i8, i8),
    /// On the nth such weekday of a month, so many days later; from the end, where n is negative.
    Nth(i8, i8, Weekday, i64),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// So many days after the Easter Sunday of the Orthodox churches.
    Orthodox(i64),
    /// On a day of a month of the Hebrew year, months counted from Nisan.
    Hebrew(i32, i32),
    /// On a day of a month of the Islamic year.
    Islamic(i32, i32),
    /// On a day of a month, or the nearest weekday.
    Weekday(i8, i8),
    /// On a day of a month, or the Saturday before where that is a Sunday.
    NoSunday(i8, i8),
    /// From one feast to another, which counts in.
    Until(&'static Holiday, &'static Holiday),
    /// By a calendar of the true moon, or by decree: the name alone does not tell the day.
    Open,
}

/// The names; the longest that fits is meant.
const HOLIDAYS: &[(&[&str], Holiday)] = {
    use Holiday::{Easter, Fixed, Hebrew, Islamic, NoSunday, Nth, Open, Orthodox, Until, Weekday as Work};
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday};
    &[
        (&["christmas", "eve"], Fixed(12, 24)),
        (&["christmas", "day"], Fixed(12, 25)),
        (&["christmas"], Fixed(12, 25)),
        (&["boxing", "day"], Fixed(12, 26)),
        (&["new", "year", "eve"], Fixed(12, 31)),
        (&["new", "year", "day"], Fixed(1, 1)),
        (&["new", "year"], Fixed(1, 1)),
        (&["valentine", "day"], Fixed(2, 14)),
        (&["st", "patrick", "day"], Fixed(3, 17)),
        (&["juneteenth"], Fixed(6, 19)),
        (&["halloween"], Fixed(10, 31)),
        (&["veteran", "day"], Fixed(11, 11)),
        (&["martin", "luther", "king", "jr", "day"], Nth(1, 3, Monday, 0)),
        (&["martin", "luther", "king", "day"], Nth(1, 3, Monday, 0)),
        (&["president", "day"], Nth(2, 3, Monday, 0)),
        (&["memorial", "day"], Nth(5, -1, Monday, 0)),
        (&["labor", "day"], Nth(9, 1, Monday, 0)),
        (&["columbus", "day"], Nth(10, 2, Monday, 0)),
        (&["thanksgiving", "day"], Nth(11, 4, Thursday, 0)),
        (&["thanksgiving"], Nth(11, 4, Thursday, 0)),
        (&["black", "friday"], Nth(11, 4, Thursday, 1)),
        (&["cyber", "monday"], Nth(11, 4, Thursday, 4)),
        (&["groundhog", "day"], Fixed(2, 2)),
        (&["international", "women", "day"], Fixed(3, 8)),
        (&["april", "fool", "day"], Fixed(4, 1)),
        (&["earth", "day"], Fixed(4, 22)),
        (&["may", "day"], Fixed(5, 1)),
        (&["cinco", "de", "mayo"], Fixed(5, 5)),
        (&["canada", "day"], Fixed(7, 1)),
        (&["bastille", "day"], Fixed(7, 14)),
        (&["australia", "day"], Fixed(1, 26)),
        (&["anzac", "day"], Fixed(4, 25)),
        (&["inauguration", "day"], Fixed(1, 20)),
        (&["all", "saint", "day"], Fixed(11, 1)),
        (&["guy", "fawkes", "night"], Fixed(11, 5)),
        (&["armistice", "day"], Fixed(11, 11)),
        (&["mlk", "day"], Nth(1, 3, Monday, 0)),
        (&["mother", "day"], Nth(5, 2, Sunday, 0)),
        (&["father", "day"], Nth(6, 3, Sunday, 0)),
        (&["remembrance", "sunday"], Nth(11, 2, Sunday, 0)),
        (&["election", "day"], Nth(11, 1, Monday, 1)),
        (&["indigenous", "people", "day"], Nth(10, 2, Monday, 0)),
        (&["thanks", "giving"], Nth(11, 4, Thursday, 0)),
        (&["thanks", "giving", "day"], Nth(11, 4, Thursday, 0)),
        (&["mardi", "gras"], Easter(-47)),
        (&["ash", "wednesday"], Easter(-46)),
        (&["maundy", "thursday"], Easter(-3)),
        (&["whit", "monday"], Easter(50)),
        (&["pentecost"], Easter(49)),
        (&["ascension", "day"], Easter(39)),
        (&["eid"], Open),
        (&["diwali"], Open),
        (&["holi"], Open),
        (&["vesak"], Open),
        (&["nowruz"], Open),
        (&["chinese", "new", "year"], Open),
        (&["lunar", "new", "year"], Open),
        (&["orthodox", "christmas"], Fixed(1, 7)),
        (&["palm", "sunday"], Easter(-7)),
        (&["good", "friday"], Easter(-2)),
        (&["easter", "monday"], Easter(1)),
        (&["easter", "sunday"], Easter(0)),
        (&["easter"], Easter(0)),
        (&["xmas"], Fixed(12, 25)),
        (&["xmas", "eve"], Fixed(12, 24)),
        (&["trinity", "sunday"], Easter(56)),
        (&["corpus", "christi"], Easter(60)),
        (&["shrove", "tuesday"], Easter(-47)),
        (&["whit", "sunday"], Easter(49)),
        (&["epiphany"], Fixed(1, 6)),
        (&["candlemas"], Fixed(2, 2)),
        (&["all", "soul", "day"], Fixed(11, 2)),
        (&["all", "hallow", "eve"], Fixed(10, 31)),
        (&["midsummer", "day"], Fixed(6, 24)),
        (&["walpurgis", "night"], Fixed(4, 30)),
        (&["st", "stephen", "day"], Fixed(12, 26)),
        (&["st", "george", "day"], Fixed(4, 23)),
        (&["st", "andrew", "day"], Fixed(11, 30)),
        (&["st", "david", "day"], Fixed(3, 1)),
        (&["st", "nicholas", "day"], Fixed(12, 6)),
        (&["st", "john", "day"], Fixed(6, 24)),
        (&["st", "paddy", "day"], Fixed(3, 17)),
        (&["burns", "night"], Fixed(1, 25)),
        (&["bonfire", "night"], Fixed(11, 5)),
        (&["waitangi", "day"], Fixed(2, 6)),
        (&["ve", "day"], Fixed(5, 8)),
        (&["vj", "day"], Fixed(8, 15)),
        (&["victory", "day"], Fixed(5, 9)),
        (&["europe", "day"], Fixed(5, 9)),
        (&["africa", "day"], Fixed(5, 25)),
        (&["mandela", "day"], Fixed(7, 18)),
        (&["international", "worker", "day"], Fixed(5, 1)),
        (&["international", "human", "right", "day"], Fixed(12, 10)),
        (&["human", "right", "day"], Fixed(12, 10)),
        (&["international", "holocaust", "remembrance", "day"], Fixed(1, 27)),
        (&["holocaust", "memorial", "day"], Fixed(1, 27)),
        (&["international", "men", "day"], Fixed(11, 19)),
        (&["international", "children", "day"], Fixed(6, 1)),
        (&["world", "aid", "day"], Fixed(12, 1)),
        (&["world", "health", "day"], Fixed(4, 7)),
        (&["world", "environment", "day"], Fixed(6, 5)),
        (&["world", "press", "freedom", "day"], Fixed(5, 3)),
        (&["world", "refugee", "day"], Fixed(6, 20)),
        (&["world", "water", "day"], Fixed(3, 22)),
        (&["world", "cancer", "day"], Fixed(2, 4)),
        (&["world", "book", "day"], Fixed(4, 23)),
        (&["world", "food", "day"], Fixed(10, 16)),
        (&["world", "mental", "health", "day"], Fixed(10, 10)),
        (&["flag", "day"], Fixed(6, 14)),
        (&["patriot", "day"], Fixed(9, 11)),
        (&["tax", "day"], Fixed(4, 15)),
        (&["single", "day"], Fixed(11, 11)),
        (&["giving", "tuesday"], Nth(11, 4, Thursday, 5)),
        (&["small", "business", "saturday"], Nth(11, 4, Thursday, 2)),
        (&["arbor", "day"], Nth(4, -1, Friday, 0)),
        (&["armed", "force", "day"], Nth(5, 3, Saturday, 0)),
        (&["grandparent", "day"], Nth(9, 1, Monday, 6)),
        (&["canadian", "thanksgiving"], Nth(10, 2, Monday, 0)),
        (&["victoria", "day"], Nth(5, -1, Monday, -7)),
        (&["remembrance", "day"], Fixed(11, 11)),
        (&["boss", "day"], Work(10, 16)),
        (&["king", "day"], NoSunday(4, 27)),
        (&["koningsdag"], NoSunday(4, 27)),
        (&["civil", "right", "day"], Nth(1, 3, Monday, 0)),
        (&["white", "sunday"], Easter(49)),
        (&["lent"], Until(&Easter(-46), &Easter(-1))),
        (&["holy", "thursday"], Easter(-3)),
        (&["holy", "saturday"], Easter(-1)),
        (&["orthodox", "easter"], Orthodox(0)),
        (&["orthodox", "easter", "sunday"], Orthodox(0)),
        (&["orthodox", "good", "friday"], Orthodox(-2)),
        (&["clean", "monday"], Orthodox(-48)),
        (&["lazarus", "saturday"], Orthodox(-8)),
        (&["eid", "al", "fitr"], Islamic(10, 1)),
        (&["eid", "ul", "fitr"], Islamic(10, 1)),
        (&["id", "al", "fitr"], Islamic(10, 1)),
        (&["id", "ul", "fitr"], Islamic(10, 1)),
        (&["eid", "al", "adha"], Islamic(12, 10)),
        (&["eid", "ul", "adha"], Islamic(12, 10)),
        (&["eid", "ul", "azha"], Islamic(12, 10)),
        (&["id", "al", "adha"], Islamic(12, 10)),
        (&["id", "ul", "adha"], Islamic(12, 10)),
        (&["bakr", "id"], Islamic(12, 10)),
        (&["bakrid"], Islamic(12, 10)),
        (&["sacrifice", "feast"], Islamic(12, 10)),
        (&["feast", "of", "sacrifice"], Islamic(12, 10)),
        (&["feast", "of", "the", "sacrifice"], Islamic(12, 10)),
        (&["ramadan"], Until(&Islamic(9, 1), &Islamic(9, 30))),
        (&["ashura"], Islamic(1, 10)),
        (&["muharram"], Islamic(1, 1)),
        (&["islamic", "new", "year"], Islamic(1, 1)),
        (&["mawlid"], Islamic(3, 12)),
        (&["mawlid", "al", "nabawi"], Islamic(3, 12)),
        (&["milad", "un", "nabi"], Islamic(3, 12)),
        (&["laylat", "al", "qadr"], Islamic(9, 27)),
        (&["rosh", "hashanah"], Until(&Hebrew(7, 1), &Hebrew(7, 2))),
        (&["rosh", "hashana"], Until(&Hebrew(7, 1), &Hebrew(7, 2))),
        (&["yom", "kippur"], Hebrew(7, 10)),
        (&["sukkot"], Until(&Hebrew(7, 15), &Hebrew(7, 22))),
        (&["succot"], Until(&Hebrew(7, 15), &Hebrew(7, 22))),
        (&["sukkos"], Until(&Hebrew(7, 15), &Hebrew(7, 22))),
        (&["succos"], Until(&Hebrew(7, 15), &Hebrew(7, 22))),
        (&["feast", "of", "the", "tabernacle"], Until(&Hebrew(7, 15), &Hebrew(7, 22))),
        (&["shemini", "atzeret"], Hebrew(7, 22)),
        (&["simchat", "torah"], Hebrew(7, 23)),
        (&["hanukkah"], Until(&Hebrew(9, 25), &Hebrew(9, 32))),
        (&["hanukah"], Until(&Hebrew(9, 25), &Hebrew(9, 32))),
        (&["chanukah"], Until(&Hebrew(9, 25), &Hebrew(9, 32))),
        (&["tu", "bishvat"], Hebrew(11, 15)),
        (&["passover"], Until(&Hebrew(1, 15), &Hebrew(1, 22))),
        (&["pesach"], Until(&Hebrew(1, 15), &Hebrew(1, 22))),
        (&["yom", "hashoah"], Hebrew(1, 27)),
        (&["holocaust", "day"], Hebrew(1, 27)),
        (&["yom", "haatzmaut"], Hebrew(2, 5)),
        (&["lag", "baomer"], Hebrew(2, 18)),
        (&["shavuot"], Until(&Hebrew(3, 6), &Hebrew(3, 7))),
        (&["tisha", "bav"], Hebrew(5, 9)),
    ]
};

/// Reads a holiday's name at token `at`.
pub(super) fn name(reader: &Reader<'_>, at: usize) -> Option<(Holiday, usize)> {
    let named = HOLIDAYS.iter().filter_map(|(words, holiday)| {
        let end = matches(reader, at, words)?;
        // "Good friday" may be good: words that mean something else need their capitals.
        let is_word = words.first().is_some_and(|first| COMMON.contains(first));
        (reader.is_capital(at) || !is_word).then_some((*holiday, end))
    });
    named.max_by_key(|(_, end)| *end)
}

/// First words of names that are words by themselves.
const COMMON: &[&str] = &[
    "good",
    "may",
    "all",
    "earth",
    "election",
    "inauguration",
    "holi",
    "purim",
    "canada",
    "australia",
    "world",
    "human",
    "king",
    "flag",
    "tax",
    "giving",
    "victory",
    "patriot",
    "trinity",
    "corpus",
    "burns",
    "europe",
    "africa",
    "ve",
    "vj",
    "single",
    "small",
    "armed",
    "canadian",
    "victoria",
    "international",
    "bonfire",
    "epiphany",
    "lent",
    "clean",
    "white",
    "civil",
    "id",
    "muharram",
];

/// The token behind a name at token `at`. Possessives are written in many ways ("Valentine's Day", "Valentines Day"), and so
/// are saints ("St. Patrick", "Saint Patrick") and hyphens ("Eid al-Fitr").
fn matches(reader: &Reader<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let mut end = at;
    for (index, wanted) in words.iter().enumerate() {
        let word = reader.word(end);
        let is_same = word.eq_ignore_ascii_case(wanted)
            || word.len() == wanted.len() + 1
                && word.ends_with(['s', 'S'])
                && word.get(..wanted.len()).is_some_and(|stem| stem.eq_ignore_ascii_case(wanted))
                && index + 1 < words.len()
            || *wanted == "st" && word.eq_ignore_ascii_case("saint");
        if !is_same {
            return None;
        }
        end += 1;
        if index + 1 < words.len() {
            let is_link = matches!(reader.word(end), "'s" | "’s" | "'" | "’" | "-") && reader.is_glued(end);
            let is_stop =
                *wanted == "st" && reader.word(end) == "." || *wanted == "jr" && reader.word(end) == ".";
            end += usize::from(is_link || is_stop);
        }
    }
    Some(end)
}

/// Reads a holiday at token `at`, with the year behind it; the nearest one to publication
/// otherwise.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (holiday, end) = name(reader, at)?;
    let is_part_of_name =
        reader.is_capital(end) && !reader.is_any(end, &["day", "eve"]) && reader.is(at, "christmas")
            || reader.is_any(end, &["island", "islands", "carol"]);
    if is_part_of_name {
        return None;
    }
    let year_at = end + usize::from(matches!(reader.word(end), "," | "of" | "in"));
    if let Some((year, end)) = year::digits(reader, year_at).or_else(|| year::in_words(reader, year_at)) {
        return Some(with_weekend(reader, holiday.days_in(year), end));
    }
    if let Some((year, end)) = relative::shifted_unit(reader, end, Unit::Year)
        && let Some(year) = year.year()
    {
        return Some((holiday.days_in(year), end));
    }
    Some(with_weekend(reader, holiday.near(reader.context.reference, Bias::Open), end))
}

/// "Labor Day weekend", "Thanksgiving 2023 weekend": the weekend next to the day.
fn with_weekend(reader: &Reader<'_>, days: Meaning, end: usize) -> (Meaning, usize) {
    match days {
        Meaning::Period(day) if reader.term(end) == Some(Term::Unit(Unit::Weekend)) => {
            (Meaning::Period(weekend_of(day)), end + 1)
        }
        days => (days, end),
    }
}

/// The weekend next to a day: that of its week from Thursday on, and the one before otherwise.
pub(super) fn weekend_of(day: Period) -> Period {
    let saturday = day.first_day().and_then(|day| {
        let is_late = day.weekday().to_monday_one_offset() > 3;
        if is_late { Some(day) } else { add(day, Unit::Week, -1) }
    });
    Period::Weekend(saturday.map(Date::iso_week_date))
}

impl Holiday {
    /// Whether it goes by the moon, so that the name alone tells nothing of its season to most.
    pub(super) fn is_movable(self) -> bool {
        matches!(self, Holiday::Open | Holiday::Islamic(..) | Holiday::Hebrew(..) | Holiday::Until(..))
    }

    /// The holiday that `shift` picks: "last Christmas", "next Easter".
    pub(super) fn shifted(self, reference: Reference, shift: Shift) -> Meaning {
        let bias = match shift {
            Shift::This => {
                return reference
                    .published
                    .map_or_else(|| Meaning::Period(self.open()), |day| self.days_in(day.year()));
            }
            Shift::Next | Shift::Coming => Bias::Future,
            Shift::Last | Shift::Past | Shift::Recent => Bias::Past,
        };
        self.near(reference, bias)
    }

    /// The days of the holiday in a year.
    fn days_in(self, year: i16) -> Meaning {
        if let Holiday::Until(first, last) = self
            && let (Some(first), Some(last)) = (first.in_year(year), last.in_year(year))
        {
            return Meaning::Range(Period::Date(Some(first)), Period::Date(Some(last)));
        }
        Meaning::Period(Period::Date(self.in_year(year)))
    }

    fn near(self, reference: Reference, bias: Bias) -> Meaning {
        let Some(published) = reference.published else { return Meaning::Period(self.open()) };
        let years = (-1..=1).filter_map(|by| published.year().checked_add(by));
        let dates = years.filter_map(|year| Some((year, self.in_year(year)?)));
        let nearest = dates.min_by_key(|&(_, date)| {
            let is_off = match bias {
                Bias::Open => false,
                Bias::Past => date >= published,
                Bias::Future => date <= published,
            };
            (is_off, super::reference::distance(published, date))
        });
        nearest.map_or_else(|| Meaning::Period(Period::Date(None)), |(year, _)| self.days_in(year))
    }

    fn open(self) -> Period {
        match self {
            Holiday::Fixed(month, day) => Period::Day { year: None, month: Some(month), day, weekday: None },
            _ => Period::Date(None),
        }
    }

    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
            Holiday::Nth(month, nth, weekday, later) => {
                let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
                add(day, Unit::Day, later)
            }
            Holiday::Open => None,
            Holiday::Easter(later) => add(easter(year)?, Unit::Day, later),
            Holiday::Orthodox(later) => add(moon::orthodox_easter(year)?, Unit::Day, later),
            Holiday::Hebrew(month, day) => moon::hebrew(year, month, day),
            Holiday::Islamic(month, day) => moon::islamic(year, month, day),
            Holiday::Weekday(month, day) => {
                let date = Date::new(year, month, day).ok()?;
                let by = match date.weekday() {
                    Weekday::Saturday => -1,
                    Weekday::Sunday => 1,
                    _ => 0,
                };
                add(date, Unit::Day, by)
            }
            Holiday::NoSunday(month, day) => {
                let date = Date::new(year, month, day).ok()?;
                add(date, Unit::Day, -i64::from(date.weekday() == Weekday::Sunday))
            }
            Holiday::Until(first, _) => first.in_year(year),
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus,
/// *Astronomical Algorithms*, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let sum = h + l - 7 * m + 90;
    let month = sum / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_moves() {
        let known = [(1961, 4, 2), (2000, 4, 23), (2018, 4, 1), (2024, 3, 31), (2038, 4, 25), (2285, 3, 22)];
        for (year, month, day) in known {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        assert_eq!(easter(1500), None);
    }

    #[test]
    fn every_name_can_begin() {
        for (words, _) in HOLIDAYS {
            let term = super::super::calendar::lookup(words[0]);
            assert!(matches!(term, Some(Term::Holiday | Term::All | Term::Month(4 | 5))), "{words:?}");
        }
    }

    #[test]
    fn weekdays_of_a_month() {
        let thanksgiving = Holiday::Nth(11, 4, Weekday::Thursday, 0);
        assert_eq!(thanksgiving.in_year(2024), Some(date(2024, 11, 28)));
        assert_eq!(Holiday::Nth(5, -1, Weekday::Monday, 0).in_year(2024), Some(date(2024, 5, 27)));
        assert_eq!(Holiday::Fixed(12, 31).in_year(9999), Some(date(9999, 12, 31)));
    }
}
