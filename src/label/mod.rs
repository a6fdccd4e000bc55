//! Labels: the kinds of thing that are marked, and the set of them that a document uses.

mod color;

use std::borrow::Cow;
use std::fmt;

pub use color::readable;

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
            "PERSON" => "Names of people; titles and roles stay outside",
            "ORG" => "Companies, agencies, parties, teams, media, alliances",
            "LOC" => "Countries, cities, regions, rivers, buildings, sites",
            "NORP" => "Nationalities, religions, ethnic and political groups, also as adjectives",
            "PRODUCT" => "Products, vehicles, weapons and systems by name",
            "EVENT" => "Named events: wars, summits, disasters, tournaments, elections",
            "WORK" => "Titles of laws, reports, books, films, songs",
            "MONEY" => "Amounts of money, with currency and scale word",
            "PERCENT" => "Percentages and percentage points",
            "QUANTITY" => "A number with a unit of measure, ages included",
            "CARDINAL" => "Other numbers, in digits or words",
            "ORDINAL" => "First, 3rd",
            "DATE" => "Calendar and relative dates and periods",
            "TIME" => "Times of day",
            "DURATION" => "Lengths of time",
            "QUOTE" => "Quoted speech, the words between the marks",
            "REPORTED" => "Speech told without quotation marks",
            "SOURCE" => "Who says something, where it is no name",
            _ => "",
        }
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
    /// One or two letters that stand for the label where its name has no room.
    pub fn letters(&self) -> String {
        let letters = match self.code.as_str() {
            "PERSON" => "P",
            "ORG" => "O",
            "LOC" => "L",
            "NORP" => "G",
            "PRODUCT" => "Pr",
            "EVENT" => "E",
            "WORK" => "W",
            "MONEY" => "M",
            "PERCENT" => "%",
            "QUANTITY" => "Q",
            "CARDINAL" => "N",
            "ORDINAL" => "Or",
            "DATE" => "D",
            "TIME" => "T",
            "DURATION" => "Du",
            "QUOTE" => "Qu",
            "REPORTED" => "R",
            "SOURCE" => "S",
            _ => return self.name.chars().take(2).collect(),
        };
        letters.to_owned()
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

impl Default for LabelSet {
    /// The eighteen labels of Newsmark.
    ///
    /// Neighbouring labels differ in lightness as well as in hue; the keys are the digits for the
    /// labels that a reader corrects most, then initials that no command uses.
    fn default() -> LabelSet {
        let labels = [
            (LabelCode::PERSON, "Person", "#b8336a", "1"),
            (LabelCode::ORG, "Organisation", "#2b6cb0", "2"),
            (LabelCode::LOC, "Place", "#2f855a", "3"),
            (LabelCode::NORP, "Group", "#7b5ea7", "4"),
            (LabelCode::PRODUCT, "Product", "#8a6d1d", "5"),
            (LabelCode::EVENT, "Event", "#c05621", "6"),
            (LabelCode::WORK, "Work", "#6b7280", "7"),
            (LabelCode::MONEY, "Money", "#15803d", "8"),
            (LabelCode::PERCENT, "Percent", "#0f766e", "9"),
            (LabelCode::QUANTITY, "Quantity", "#4d7c0f", "0"),
            (LabelCode::CARDINAL, "Number", "#57534e", "n"),
            (LabelCode::ORDINAL, "Ordinal", "#78716c", "o"),
            (LabelCode::DATE, "Date", "#b45309", "d"),
            (LabelCode::TIME, "Time", "#a16207", "t"),
            (LabelCode::DURATION, "Duration", "#92400e", "l"),
            (LabelCode::QUOTE, "Quote", "#475569", "q"),
            (LabelCode::REPORTED, "Reported", "#3f6f8f", "r"),
            (LabelCode::SOURCE, "Source", "#9d4edd", "s"),
        ];
        LabelSet::new(labels.map(|(code, name, color, key)| Label {
            code,
            name: name.to_owned(),
            color: color.to_owned(),
            key: key.to_owned(),
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
        assert_eq!(set.by_key("1").map(|label| &label.code), Some(&LabelCode::PERSON));
        assert!(set.by_key("").is_none());
    }

    #[test]
    fn a_code_is_the_same_borrowed_or_owned() {
        assert_eq!(LabelCode::new("PERSON"), LabelCode::PERSON);
    }
}
