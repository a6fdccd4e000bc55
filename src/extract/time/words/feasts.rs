//! The names of feasts, and how they are read.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::reader::Reader;
use super::year;
use crate::extract::time::calendar::Feast;
use crate::text::sort_by_key;

/// The names, those of one feast with bars between them; the longest that fits is meant.
const FEASTS: &[(&str, Feast)] = {
    use Feast::{Easter, Fixed, Hebrew, Islamic, NoSunday, Nth, Open, Orthodox, Until, Weekday as Work};
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday};
    &[
        ("christmas eve | xmas eve", Fixed(12, 24)),
        ("christmas day | christmas | xmas", Fixed(12, 25)),
        ("boxing day | st stephen day", Fixed(12, 26)),
        ("new year eve", Fixed(12, 31)),
        ("new year day | new year", Fixed(1, 1)),
        ("valentine day", Fixed(2, 14)),
        ("st patrick day | st paddy day", Fixed(3, 17)),
        ("juneteenth", Fixed(6, 19)),
        ("halloween | all hallow eve", Fixed(10, 31)),
        ("veteran day | armistice day | single day | remembrance day", Fixed(11, 11)),
        (
            "martin luther king jr day | martin luther king day | mlk day | civil right day",
            Nth(1, 3, Monday, 0),
        ),
        ("president day", Nth(2, 3, Monday, 0)),
        ("memorial day", Nth(5, -1, Monday, 0)),
        ("labor day", Nth(9, 1, Monday, 0)),
        ("columbus day | indigenous people day | canadian thanksgiving", Nth(10, 2, Monday, 0)),
        ("thanksgiving day | thanksgiving | thanks giving | thanks giving day", Nth(11, 4, Thursday, 0)),
        ("black friday", Nth(11, 4, Thursday, 1)),
        ("cyber monday", Nth(11, 4, Thursday, 4)),
        ("groundhog day | candlemas", Fixed(2, 2)),
        ("international women day", Fixed(3, 8)),
        ("april fool day", Fixed(4, 1)),
        ("earth day", Fixed(4, 22)),
        ("may day | international worker day", Fixed(5, 1)),
        ("cinco de mayo", Fixed(5, 5)),
        ("canada day", Fixed(7, 1)),
        ("bastille day", Fixed(7, 14)),
        ("australia day", Fixed(1, 26)),
        ("anzac day", Fixed(4, 25)),
        ("inauguration day", Fixed(1, 20)),
        ("all saint day", Fixed(11, 1)),
        ("guy fawkes night | bonfire night", Fixed(11, 5)),
        ("mother day", Nth(5, 2, Sunday, 0)),
        ("father day", Nth(6, 3, Sunday, 0)),
        ("remembrance sunday", Nth(11, 2, Sunday, 0)),
        ("election day", Nth(11, 1, Monday, 1)),
        ("mardi gras | shrove tuesday", Easter(-47)),
        ("ash wednesday", Easter(-46)),
        ("maundy thursday | holy thursday", Easter(-3)),
        ("whit monday", Easter(50)),
        ("pentecost | whit sunday | white sunday", Easter(49)),
        ("ascension day", Easter(39)),
        ("eid | diwali | holi | vesak | nowruz | chinese new year | lunar new year", Open),
        ("orthodox christmas", Fixed(1, 7)),
        ("palm sunday", Easter(-7)),
        ("good friday", Easter(-2)),
        ("easter monday", Easter(1)),
        ("easter sunday | easter", Easter(0)),
        ("trinity sunday", Easter(56)),
        ("corpus christi", Easter(60)),
        ("epiphany", Fixed(1, 6)),
        ("all soul day", Fixed(11, 2)),
        ("midsummer day | st john day", Fixed(6, 24)),
        ("walpurgis night", Fixed(4, 30)),
        ("st george day | world book day", Fixed(4, 23)),
        ("st andrew day", Fixed(11, 30)),
        ("st david day", Fixed(3, 1)),
        ("st nicholas day", Fixed(12, 6)),
        ("burns night", Fixed(1, 25)),
        ("waitangi day", Fixed(2, 6)),
        ("ve day", Fixed(5, 8)),
        ("vj day", Fixed(8, 15)),
        ("victory day | europe day", Fixed(5, 9)),
        ("africa day", Fixed(5, 25)),
        ("mandela day", Fixed(7, 18)),
        ("international human right day | human right day", Fixed(12, 10)),
        ("international holocaust remembrance day | holocaust memorial day", Fixed(1, 27)),
        ("international men day", Fixed(11, 19)),
        ("international children day", Fixed(6, 1)),
        ("world aid day", Fixed(12, 1)),
        ("world health day", Fixed(4, 7)),
        ("world environment day", Fixed(6, 5)),
        ("world press freedom day", Fixed(5, 3)),
        ("world refugee day", Fixed(6, 20)),
        ("world water day", Fixed(3, 22)),
        ("world cancer day", Fixed(2, 4)),
        ("world food day", Fixed(10, 16)),
        ("world mental health day", Fixed(10, 10)),
        ("flag day", Fixed(6, 14)),
        ("patriot day", Fixed(9, 11)),
        ("tax day", Fixed(4, 15)),
        ("giving tuesday", Nth(11, 4, Thursday, 5)),
        ("small business saturday", Nth(11, 4, Thursday, 2)),
        ("arbor day", Nth(4, -1, Friday, 0)),
        ("armed force day", Nth(5, 3, Saturday, 0)),
        ("grandparent day", Nth(9, 1, Monday, 6)),
        ("victoria day", Nth(5, -1, Monday, -7)),
        ("boss day", Work(10, 16)),
        ("king day | koningsdag", NoSunday(4, 27)),
        ("lent", Until(&Easter(-46), &Easter(-1))),
        ("holy saturday", Easter(-1)),
        ("orthodox easter | orthodox easter sunday", Orthodox(0)),
        ("orthodox good friday", Orthodox(-2)),
        ("clean monday", Orthodox(-48)),
        ("lazarus saturday", Orthodox(-8)),
        ("eid al fitr | eid ul fitr | id al fitr | id ul fitr", Islamic(10, 1)),
        (
            "eid al adha | eid ul adha | eid ul azha | id al adha | id ul adha | bakr id | bakrid | sacrifice feast | feast of sacrifice | feast of the sacrifice",
            Islamic(12, 10),
        ),
        ("ramadan", Until(&Islamic(9, 1), &Islamic(9, 30))),
        ("ashura", Islamic(1, 10)),
        ("muharram | islamic new year", Islamic(1, 1)),
        ("mawlid | mawlid al nabawi | milad un nabi", Islamic(3, 12)),
        ("laylat al qadr", Islamic(9, 27)),
        ("rosh hashanah | rosh hashana", Until(&Hebrew(7, 1), &Hebrew(7, 2))),
        ("yom kippur", Hebrew(7, 10)),
        (
            "sukkot | succot | sukkos | succos | feast of the tabernacle",
            Until(&Hebrew(7, 15), &Hebrew(7, 22)),
        ),
        ("shemini atzeret", Hebrew(7, 22)),
        ("simchat torah", Hebrew(7, 23)),
        ("hanukkah | hanukah | chanukah", Until(&Hebrew(9, 25), &Hebrew(9, 32))),
        ("tu bishvat", Hebrew(11, 15)),
        ("passover | pesach", Until(&Hebrew(1, 15), &Hebrew(1, 22))),
        ("yom hashoah | holocaust day", Hebrew(1, 27)),
        ("yom haatzmaut", Hebrew(2, 5)),
        ("lag baomer", Hebrew(2, 18)),
        ("shavuot", Until(&Hebrew(3, 6), &Hebrew(3, 7))),
        ("tisha bav", Hebrew(5, 9)),
    ]
};

/// All names and when their feasts are, by the first word.
static NAMES: LazyLock<Vec<(&str, &str, Feast)>> = LazyLock::new(|| {
    let first = |name: &'static str| name.split(' ').next().unwrap_or_default();
    let of_row = |(names, feast): &'static (&str, Feast)| {
        names.split(" | ").map(move |name| (first(name), name, *feast))
    };
    let mut names: Vec<_> = FEASTS.iter().flat_map(of_row).collect();
    sort_by_key(&mut names, |(first, ..): &(&str, &str, Feast)| *first);
    names
});

/// The names that begin with a word, in any case.
fn names(word: &str) -> impl Iterator<Item = &'static (&'static str, &'static str, Feast)> {
    let word = if word.eq_ignore_ascii_case("saint") { "st" } else { word };
    let lower = |text: &str| text.bytes().map(|byte| byte.to_ascii_lowercase()).collect::<Vec<u8>>();
    let (whole, stem) = (lower(word), lower(word.trim_end_matches(['s', 'S'])));
    [whole, stem].into_iter().flat_map(|first| {
        let from = NAMES.partition_point(|(word, ..)| word.as_bytes() < first.as_slice());
        NAMES.iter().skip(from).take_while(move |(word, ..)| word.as_bytes() == first.as_slice())
    })
}

/// Reads a feast's name at token `at`.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<(Feast, usize)> {
    let named = names(reader.word(at)).filter_map(|(first, name, feast)| {
        let end = matches(reader, at, name)?;
        // "a good friday" may be good: words that mean something else need their capitals, or a year.
        let is_word = || COMMON.contains(first) && year::digits(reader, end).is_none();
        (reader.is_capital(at) || !is_word()).then_some((*feast, end))
    });
    named.max_by_key(|(_, end)| *end)
}

/// First words of names that are words by themselves.
const COMMON: &[&str] = &[
    "good", "may", "all", "earth", "election", "inauguration", "holi", "purim", "canada", "australia",
    "king", "flag", "tax", "giving", "victory", "patriot", "burns", "europe", "africa", "ve", "vj", "single",
    "small", "armed", "canadian", "victoria", "bonfire", "clean", "white", "epiphany", "lent", "id",
    "muharram",
];

/// The token behind a name at token `at`. Possessives are written in many ways ("Valentine's Day", "Valentines Day"), and so
/// are saints ("St. Patrick", "Saint Patrick") and hyphens ("Eid al-Fitr").
fn matches(reader: &Reader<'_>, at: usize, name: &str) -> Option<usize> {
    let mut end = at;
    let mut words = name.split(' ').peekable();
    while let Some(wanted) = words.next() {
        let is_last = words.peek().is_none();
        let word = reader.word(end);
        let is_same = word.eq_ignore_ascii_case(wanted)
            || word.len() == wanted.len() + 1
                && word.ends_with(['s', 'S'])
                && word.get(..wanted.len()).is_some_and(|stem| stem.eq_ignore_ascii_case(wanted))
                && !is_last
            || wanted == "st" && word.eq_ignore_ascii_case("saint");
        if !is_same {
            return None;
        }
        end += 1;
        if !is_last {
            let is_link = matches!(reader.word(end), "'s" | "’s" | "'" | "’" | "-") && reader.is_glued(end);
            let is_stop =
                wanted == "st" && reader.word(end) == "." || wanted == "jr" && reader.word(end) == ".";
            end += usize::from(is_link || is_stop);
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::time::words::{Term, lookup};

    #[test]
    fn every_name_can_begin() {
        for (first, name, _) in NAMES.iter() {
            let term = lookup(first);
            assert!(matches!(term, Some(Term::Feast | Term::All | Term::Month(4 | 5))), "{name}");
        }
    }
}
