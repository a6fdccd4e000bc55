use crate::extract::is_name;
use crate::label::LabelCode;

/// The families that facts are looked through by, what matters most first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Family {
    /// Money, percentages, measures, numbers and ranks.
    Figures,
    /// Quotes and told speech.
    Quotes,
    /// Dates, times of day and lengths of time.
    Dates,
    /// Persons, organisations, places and other names.
    Names,
    /// What people mark by labels of their own.
    Other,
}

impl Family {
    /// All families, in the order in which they are offered.
    pub const ALL: [Family; 5] =
        [Family::Figures, Family::Quotes, Family::Dates, Family::Names, Family::Other];

    /// The family of a label.
    ///
    /// ```
    /// # use newsmark::{facts::Family, label::LabelCode};
    /// assert_eq!(Family::of(&LabelCode::ORDINAL), Family::Figures);
    /// assert_eq!(Family::of(&LabelCode::new("RUMOUR")), Family::Other);
    /// ```
    pub fn of(label: &LabelCode) -> Family {
        const FIGURES: [LabelCode; 5] = [
            LabelCode::MONEY,
            LabelCode::PERCENT,
            LabelCode::QUANTITY,
            LabelCode::CARDINAL,
            LabelCode::ORDINAL,
        ];
        const DATES: [LabelCode; 3] = [LabelCode::DATE, LabelCode::TIME, LabelCode::DURATION];
        if FIGURES.contains(label) {
            Family::Figures
        } else if label.is_speech() {
            Family::Quotes
        } else if DATES.contains(label) {
            Family::Dates
        } else if is_name(label) {
            Family::Names
        } else {
            Family::Other
        }
    }
}
