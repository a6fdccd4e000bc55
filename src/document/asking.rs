//! What people read of a disagreement.

use super::{Disagreement, Document, Question, Side};
use crate::annotation::Status;
use crate::words;

impl Question {
    /// The question in words.
    pub fn words(self) -> &'static str {
        match self {
            Question::Status => words::QUESTION_STATUS,
            Question::Label => words::QUESTION_LABEL,
            Question::Span => words::QUESTION_SPAN,
            Question::Value => words::QUESTION_VALUE,
            Question::Source => words::QUESTION_SOURCE,
            Question::Entity => words::QUESTION_ENTITY,
            Question::Check => words::QUESTION_CHECK,
        }
    }
}

impl Side {
    /// The people of this side, separated by commas; `unnamed` for one without a name.
    pub fn names(&self, unnamed: &str) -> String {
        let name =
            |name: &std::sync::Arc<str>| if name.is_empty() { unnamed.to_owned() } else { name.to_string() };
        self.people.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

impl Disagreement {
    /// What a side answers, in words: “Event” to which label it is.
    pub fn answer(&self, document: &Document, side: &Side) -> String {
        let version = &side.version;
        let label = || {
            let known = document.labels.get(&version.label);
            known.map_or(version.label.to_string(), |label| label.name.clone())
        };
        match self.question {
            Question::Status if version.status == Status::Rejected => words::ANSWER_NO_MARK.to_owned(),
            Question::Status | Question::Label => label(),
            Question::Span if self.other.is_some() => document.describe_mark(version),
            Question::Span => format!("“{}”", document.quote(version).replace('\n', " ")),
            Question::Value => version
                .value
                .as_ref()
                .map_or(words::ANSWER_NO_VALUE.to_owned(), |value| value.describe_in_full()),
            Question::Source => {
                let speaker = super::sources::speaker(version);
                if speaker.is_empty() { words::ANSWER_UNNAMED_SOURCE.to_owned() } else { speaker.to_owned() }
            }
            Question::Entity => {
                let named = version.entity.is_some().then(|| document.subject_of(version));
                named.map_or(words::ANSWER_NO_ENTITY.to_owned(), |named| document.name_of(&named).to_owned())
            }
            Question::Check => {
                let check = version.check.as_ref();
                let state = check.map_or("", |check| check.state.name());
                match check.map(|check| check.evidence.as_str()).filter(|evidence| !evidence.is_empty()) {
                    Some(evidence) => format!("{state} ({evidence})"),
                    None => state.to_owned(),
                }
            }
        }
    }
}
