//! Labels: the kinds of thing that are marked, and the set of them that a document uses.

mod color;

use std::borrow::Cow;
use std::fmt;

pub use color::readable;

use crate::words;

/// The code of a label, such as `PERSON`. Codes follow OntoNotes; people may define their own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelCode(Cow<'static, str>);

macro_rules! codes {
    ($($name:ident: $doc:literal),* $(,)?) => {
        impl LabelCode {
            $(#[doc = $doc]
            pub const $name: LabelCode = LabelCode(Cow::Borrowed(stringify!($name)));)*
        }
    };
}

codes! {
    PERSON: "Names of people; titles and roles stay outside.",
    ORG: "Companies, agencies, parties, teams, media, alliances.",
    LOC: "Countries, cities, regions, rivers, buildings, sites.",
    NORP: "Nationalities, religions, ethnic and political groups, also as adjectives.",
    PRODUCT: "Products, vehicles, weapons and systems by name.",
    EVENT: "Named events: wars, summits, disasters, tournaments, elections.",
    WORK: "Titles of laws, reports, books, films, songs.",
    MONEY: "Amounts of money, with currency and scale word.",
    PERCENT: "Percentages and percentage points.",
    QUANTITY: "A number with a unit of measure, ages included.",
    CARDINAL: "Other numbers, in digits or words.",
    ORDINAL: "First, 3rd.",
    DATE: "Calendar and relative dates and periods.",
    TIME: "Times of day.",
    DURATION: "Lengths of time.",
    QUOTE: "Quoted speech, with its speaker as an attribute.",
    REPORTED: "Speech told without quotation marks, with its speaker as an attribute.",
    SOURCE: "Who says something, where it is no name.",
}

impl LabelCode {
    /// The label code `code`, as it stands in a file.
    pub fn new(code: impl Into<String>) -> LabelCode {
        LabelCode(Cow::Owned(code.into()))
    }

    /// What the label covers, where it is one of ours; else empty.
    pub fn covers(&self) -> &'static str {
        match self.as_str() {
            "PERSON" => words::COVERS_PERSON,
            "ORG" => words::COVERS_ORG,
            "LOC" => words::COVERS_LOC,
            "NORP" => words::COVERS_NORP,
            "PRODUCT" => words::COVERS_PRODUCT,
            "EVENT" => words::COVERS_EVENT,
            "WORK" => words::COVERS_WORK,
            "MONEY" => words::COVERS_MONEY,
            "PERCENT" => words::COVERS_PERCENT,
            "QUANTITY" => words::COVERS_QUANTITY,
            "CARDINAL" => words::COVERS_CARDINAL,
            "ORDINAL" => words::COVERS_ORDINAL,
            "DATE" => words::COVERS_DATE,
            "TIME" => words::COVERS_TIME,
            "DURATION" => words::COVERS_DURATION,
            "QUOTE" => words::COVERS_QUOTE,
            "REPORTED" => words::COVERS_REPORTED,
            "SOURCE" => words::COVERS_SOURCE,
            _ => "",
        }
    }

    /// The family that the label belongs to; people's own labels belong to none.
    pub fn family(&self) -> Option<Family> {
        Some(match self.as_str() {
            "PERSON" | "ORG" | "LOC" | "NORP" | "PRODUCT" | "EVENT" | "WORK" => Family::Names,
            "MONEY" | "PERCENT" | "QUANTITY" | "CARDINAL" | "ORDINAL" => Family::Amounts,
            "DATE" | "TIME" | "DURATION" => Family::Dates,
            "QUOTE" | "REPORTED" | "SOURCE" => Family::Speech,
            _ => return None,
        })
    }

    /// Whether what has the label is speech, quoted or told.
    pub fn is_speech(&self) -> bool {
        matches!(self.as_str(), "QUOTE" | "REPORTED")
    }

    /// Whether what has the label may hold other marks: names stand within speech, and within phrases for
    /// who speaks ("Ukrainian officials").
    pub fn holds_others(&self) -> bool {
        self.is_speech() || self.as_str() == "SOURCE"
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LabelCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What labels have in common, as people switch them on and off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
    /// People, organisations, places, groups, and what else has a name.
    Names,
    /// Money, percentages, measures, counts.
    Amounts,
    /// Dates, times, lengths of time.
    Dates,
    /// What is said, and by whom.
    Speech,
}

impl Family {
    /// All families, in the order in which they are shown.
    pub const ALL: [Family; 4] = [Family::Names, Family::Amounts, Family::Dates, Family::Speech];
}

impl fmt::Debug for LabelCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A kind of thing that can be marked: how it is called, coloured and reached by keyboard.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Label {
    /// The code that annotations carry.
    pub code: LabelCode,
    /// The name that people read.
    pub name: String,
    /// A CSS hex colour, `#rrggbb`.
    pub color: String,
    /// The shortcut key, one character, or empty for none.
    pub key: String,
    /// What it covers, for people who label; may be empty.
    pub description: String,
}

impl Label {
    /// The letters that stand for the label where its name has no room: its key, so that what is written on
    /// a mark is what sets it, or the beginning of its name where it has none.
    pub fn letters(&self) -> String {
        match self.key.as_str() {
            "" => self.name.chars().take(2).collect(),
            key => key.to_uppercase(),
        }
    }

    /// The label with the colour and the key of today, where it still has those that it had in an earlier
    /// version of Newsmark; what people chose for themselves stays.
    #[must_use]
    pub fn renewed(mut self) -> Label {
        let usual = USUAL.iter().find(|usual| usual.code == self.code);
        if let Some(Usual { color, key, former_color, former_key, .. }) = usual {
            if self.color == *former_color {
                self.color = (*color).to_owned();
            }
            if self.key == *former_key {
                self.key = (*key).to_owned();
            }
        }
        self
    }
}

/// The labels that a document uses, in the order in which they are shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct LabelSet {
    labels: Vec<Label>,
}

impl LabelSet {
    /// A set of these labels; of several with one code the first stays.
    pub fn new(labels: impl IntoIterator<Item = Label>) -> LabelSet {
        let mut set = LabelSet { labels: Vec::new() };
        for label in labels {
            set.insert(label);
        }
        set
    }

    /// The labels, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter()
    }

    /// The place of the label with this code.
    pub fn position(&self, code: &LabelCode) -> Option<usize> {
        self.labels.iter().position(|label| label.code == *code)
    }

    /// The label with this code.
    pub fn get(&self, code: &LabelCode) -> Option<&Label> {
        self.labels.iter().find(|label| label.code == *code)
    }

    /// The label that this shortcut key picks.
    pub fn by_key(&self, key: &str) -> Option<&Label> {
        self.labels.iter().find(|label| !key.is_empty() && label.key.eq_ignore_ascii_case(key))
    }

    /// Adds a label at the end, unless its code is there already.
    pub fn insert(&mut self, label: Label) {
        if self.get(&label.code).is_none() {
            self.labels.push(label);
        }
    }
}

/// A label of ours as it is unless people change it.
struct Usual {
    code: LabelCode,
    name: &'static str,
    color: &'static str,
    key: &'static str,
    /// What they were in earlier versions, as older files say.
    former_color: &'static str,
    former_key: &'static str,
}

const fn usual(
    code: LabelCode,
    name: &'static str,
    color: &'static str,
    key: &'static str,
    (former_color, former_key): (&'static str, &'static str),
) -> Usual {
    Usual { code, name, color, key, former_color, former_key }
}

/// The eighteen labels of Newsmark. The colour tells the family, the key, which is the letter on the mark,
/// tells the kind: initials, or what else the label is known by (L for location, U for unit, B for brand,
/// I for italics, F for first, H for how long).
static USUAL: [Usual; 18] = [
    usual(LabelCode::PERSON, "Person", "#b8336a", "p", ("#b8336a", "1")),
    usual(LabelCode::ORG, "Organisation", "#2b6cb0", "o", ("#2b6cb0", "2")),
    usual(LabelCode::LOC, "Place", "#7050a8", "l", ("#2f855a", "3")),
    usual(LabelCode::NORP, "Group", "#5f6b7a", "g", ("#7b5ea7", "4")),
    usual(LabelCode::PRODUCT, "Product", "#5f6b7a", "b", ("#8a6d1d", "5")),
    usual(LabelCode::EVENT, "Event", "#5f6b7a", "e", ("#c05621", "6")),
    usual(LabelCode::WORK, "Work", "#5f6b7a", "i", ("#6b7280", "7")),
    usual(LabelCode::MONEY, "Money", "#15803d", "m", ("#15803d", "8")),
    usual(LabelCode::PERCENT, "Percent", "#15803d", "%", ("#0f766e", "9")),
    usual(LabelCode::QUANTITY, "Quantity", "#15803d", "u", ("#4d7c0f", "0")),
    usual(LabelCode::CARDINAL, "Number", "#15803d", "n", ("#57534e", "n")),
    usual(LabelCode::ORDINAL, "Ordinal", "#15803d", "f", ("#78716c", "o")),
    usual(LabelCode::DATE, "Date", "#b45309", "d", ("#b45309", "d")),
    usual(LabelCode::TIME, "Time", "#b45309", "t", ("#a16207", "t")),
    usual(LabelCode::DURATION, "Duration", "#b45309", "h", ("#92400e", "l")),
    usual(LabelCode::QUOTE, "Quote", "#475569", "q", ("#475569", "q")),
    usual(LabelCode::REPORTED, "Reported", "#475569", "r", ("#3f6f8f", "r")),
    usual(LabelCode::SOURCE, "Source", "#475569", "s", ("#9d4edd", "s")),
];

impl Default for LabelSet {
    /// The eighteen labels of Newsmark.
    fn default() -> LabelSet {
        LabelSet::new(USUAL.iter().map(|label| Label {
            code: label.code.clone(),
            name: label.name.to_owned(),
            color: label.color.to_owned(),
            key: label.key.to_owned(),
            description: String::new(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_keys_are_unique() {
        let set = LabelSet::default();
        let keys: BTreeSet<_> = set.iter().map(|label| label.key.as_str()).collect();
        assert_eq!(keys.len(), set.iter().count());
        let letters: BTreeSet<_> = set.iter().map(Label::letters).collect();
        assert_eq!(letters.len(), keys.len());
        assert_eq!(set.by_key("p").map(|label| &label.code), Some(&LabelCode::PERSON));
        assert!(set.by_key("").is_none());
    }

    #[test]
    fn labels_of_older_files_get_the_keys_of_today_and_chosen_ones_stay() {
        let label = |color: &str, key: &str| Label {
            code: LabelCode::LOC,
            name: "Place".into(),
            color: color.into(),
            key: key.into(),
            description: String::new(),
        };
        assert_eq!(label("#2f855a", "3").renewed(), label("#7050a8", "l"));
        assert_eq!(label("#123456", "z").renewed(), label("#123456", "z"));
        let today: Vec<_> = LabelSet::default().iter().cloned().collect();
        assert_eq!(today.clone().into_iter().map(Label::renewed).collect::<Vec<_>>(), today);
    }

    #[test]
    fn every_label_of_ours_has_a_family() {
        for label in LabelSet::default().iter() {
            assert!(label.code.family().is_some(), "{:?}", label.code);
        }
        assert_eq!(LabelCode::new("MINE").family(), None);
    }

    #[test]
    fn a_code_is_the_same_borrowed_or_owned() {
        assert_eq!(LabelCode::new("PERSON"), LabelCode::PERSON);
    }
}
