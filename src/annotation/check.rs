use std::sync::Arc;

use jiff::Timestamp;

use super::Extra;
use crate::words;

/// What a fact-checker found out about one annotation.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Check {
    /// What came of it.
    pub state: CheckState,
    /// Where it was checked: a URL or a reference; may be empty.
    pub evidence: String,
    /// A remark; may be empty.
    pub note: String,
    /// Who checked it; may be empty.
    pub by: Arc<str>,
    /// When, if that is known.
    pub at: Option<Timestamp>,
    /// Unknown fields of the file that it came from.
    pub extra: Extra,
}

impl Check {
    /// A check of which nothing is known yet.
    pub fn open() -> Check {
        Check {
            state: CheckState::Open,
            evidence: String::new(),
            note: String::new(),
            by: "".into(),
            at: None,
            extra: Extra::new(),
        }
    }
}

/// What came of checking a fact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CheckState {
    /// Nobody has settled it yet.
    Open,
    /// It is right.
    Confirmed,
    /// It is wrong.
    Wrong,
    /// The evidence does not settle it.
    Unclear,
}

impl CheckState {
    /// All states.
    pub const ALL: [CheckState; 4] =
        [CheckState::Open, CheckState::Confirmed, CheckState::Wrong, CheckState::Unclear];

    /// The state's name for people.
    pub fn name(self) -> &'static str {
        match self {
            CheckState::Open => words::STATE_OPEN,
            CheckState::Confirmed => words::STATE_CONFIRMED,
            CheckState::Wrong => words::STATE_WRONG,
            CheckState::Unclear => words::STATE_UNCLEAR,
        }
    }

    /// The state's name in files.
    pub fn code(self) -> &'static str {
        match self {
            CheckState::Open => "open",
            CheckState::Confirmed => "confirmed",
            CheckState::Wrong => "wrong",
            CheckState::Unclear => "unclear",
        }
    }
}
