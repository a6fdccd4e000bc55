//! Days of calendars that go by the moon, and of the Julian one, as days of the civil calendar. The reckoned calendars of
//! Dershowitz and Reingold, *Calendrical Calculations*: what is observed may begin a day earlier or later where people wait
//! for the new moon to be seen, and Jewish and Muslim days begin on the evening before.
//!
//! Days are counted from the first day of the year 1 (*rata die*).

use jiff::Span;
use jiff::civil::{Date, date};

/// The day of a rata die.
fn civil(fixed: i32) -> Option<Date> {
    date(1, 1, 1).checked_add(Span::new().try_days(fixed - 1).ok()?).ok()
}

/// Those days of the Islamic year, by the tabular calendar, that fall into a civil year: one, or now and then two or none. The
/// first of them.
pub(crate) fn islamic(year: i16, month: i32, day: i32) -> Option<Date> {
    /// The first day of the first year, 16 July 622 in the Julian calendar.
    const EPOCH: i32 = 227_015;
    let fixed = |hijri: i32| {
        let months = 29 * (month - 1) + month / 2;
        EPOCH - 1 + (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30) + months + day
    };
    // 33 Islamic years are about 32 civil ones.
    let near = (i32::from(year) - 622) * 33 / 32;
    (near - 1..=near + 2).filter_map(|hijri| civil(fixed(hijri))).find(|date| date.year() == year)
}

/// The day of a month of the Hebrew calendar, months counted from Nisan, that falls into a civil year.
pub(crate) fn hebrew(year: i16, month: i32, day: i32) -> Option<Date> {
    // Theirs begins in the autumn.
    let years = [3760, 3761].map(|ahead| hebrew_day(i32::from(year) + ahead, month, day));
    years.into_iter().flatten().find(|date| date.year() == year)
}

fn hebrew_day(year: i32, month: i32, day: i32) -> Option<Date> {
    let is_leap = (7 * year + 1).rem_euclid(19) < 7;
    let length = new_year(year + 1) - new_year(year);
    let length_of = |month: i32| match month {
        8 if length % 10 == 5 => 30,
        9 if length % 10 == 3 => 29,
        12 if is_leap => 30,
        2 | 4 | 6 | 8 | 10 | 12 | 13 => 29,
        _ => 30,
    };
    // The year begins with Tishri, the seventh month.
    let last_month = if is_leap { 13 } else { 12 };
    let before: i32 = if month >= 7 {
        (7..month).map(length_of).sum()
    } else {
        (7..=last_month).chain(1..month).map(length_of).sum()
    };
    civil(new_year(year) + before + day - 1)
}

/// The first day of a Hebrew year.
fn new_year(year: i32) -> i32 {
    /// The day before the first one of the first year, by this count.
    const EPOCH: i32 = -1_373_427;
    let elapsed = |year: i32| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * i64::from(months);
        let day = 29 * months + i32::try_from(parts.div_euclid(25_920)).unwrap_or_default();
        if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
    };
    let [before, this, next] = [year - 1, year, year + 1].map(elapsed);
    let delay = match () {
        () if next - this == 356 => 2,
        () if this - before == 382 => 1,
        () => 0,
    };
    EPOCH + this + delay
}

/// Easter Sunday of the Orthodox churches, who reckon it in the Julian calendar (Meeus, *Astronomical Algorithms*, chapter 8).
pub(crate) fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let sum = d + e + 114;
    let julian = Date::new(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()?;
    // Days by which the Julian calendar is behind.
    let behind = y / 100 - y / 400 - 2;
    (y >= 1583).then(|| julian.checked_add(Span::new().try_days(behind).ok()?).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_feasts() {
        // Rosh Hashanah, Yom Kippur, Passover, Hanukkah, Purim, Tu BiShvat.
        for (year, month, day, expected) in [
            (2018, 7, 1, date(2018, 9, 10)),
            (2023, 7, 1, date(2023, 9, 16)),
            (2024, 7, 10, date(2024, 10, 12)),
            (2018, 1, 15, date(2018, 3, 31)),
            (2024, 1, 15, date(2024, 4, 23)),
            (2018, 9, 25, date(2018, 12, 3)),
            (2021, 9, 25, date(2021, 11, 29)),
            (2018, 11, 15, date(2018, 1, 31)),
        ] {
            assert_eq!(hebrew(year, month, day), Some(expected), "{year} {month} {day}");
        }
        // The same days by both calendars (Calendrical Calculations, appendix C).
        let same = [
            ((12, 6), (9, 7), date(1945, 11, 12)),
            ((10, 5), (12, 5), date(1996, 2, 25)),
            ((2, 3), (4, 4), date(1768, 6, 19)),
        ];
        for ((m, d), (hm, hd), expected) in same {
            assert_eq!(islamic(expected.year(), m, d), Some(expected));
            assert_eq!(hebrew(expected.year(), hm, hd), Some(expected));
        }
        // Ramadan, Eid al-Fitr, Eid al-Adha, within a day of what was observed.
        for (year, month, day, expected) in [
            (2018, 9, 1, date(2018, 5, 16)),
            (2023, 9, 1, date(2023, 3, 23)),
            (1950, 10, 1, date(1950, 7, 16)),
            (2024, 12, 10, date(2024, 6, 16)),
        ] {
            let found = islamic(year, month, day).expect("a day");
            assert!((found - expected).get_days().abs() <= 1, "{year} {month} {day}: {found}");
        }
        for (year, expected) in
            [(2018, date(2018, 4, 8)), (2024, date(2024, 5, 5)), (1990, date(1990, 4, 15))]
        {
            assert_eq!(orthodox_easter(year), Some(expected));
        }
    }
}
