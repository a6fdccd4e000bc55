//! What the columns of a file are called.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value as Json, json};

/// The columns that hold the text and the labels, where they are called otherwise than usual.
///
/// ```
/// # use newsmark::formats::ColumnNames;
/// let names: ColumnNames = "text=body,label=spans".parse().unwrap();
/// assert_eq!((names.text.as_deref(), names.label.as_deref()), (Some("body"), Some("spans")));
/// assert!("body".parse::<ColumnNames>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ColumnNames {
    /// The column with the text.
    pub text: Option<String>,
    /// The column with the labels.
    pub label: Option<String>,
}

/// Why a list of columns cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnNamesError(String);

impl fmt::Display for ColumnNamesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is neither text=COLUMN nor label=COLUMN", self.0)
    }
}

impl std::error::Error for ColumnNamesError {}

impl FromStr for ColumnNames {
    type Err = ColumnNamesError;

    fn from_str(list: &str) -> Result<ColumnNames, ColumnNamesError> {
        let mut names = ColumnNames::default();
        for part in list.split(',') {
            let given = part.split_once('=').map(|(kind, name)| (kind.trim(), name.trim()));
            let place = match given {
                Some((_, "")) | None => None,
                Some(("text", name)) => Some((&mut names.text, name)),
                Some(("label" | "labels", name)) => Some((&mut names.label, name)),
                Some(_) => None,
            };
            let (place, name) = place.ok_or_else(|| ColumnNamesError(part.to_owned()))?;
            *place = Some(name.to_owned());
        }
        Ok(names)
    }
}

impl ColumnNames {
    /// What they are called, as far as that was said.
    pub(super) fn given(&self) -> impl Iterator<Item = &str> {
        [&self.text, &self.label].into_iter().flatten().map(String::as_str)
    }

    /// As a document keeps them; `None` where none was said.
    pub(super) fn kept(&self) -> Option<Json> {
        self.given().next()?;
        Some(json!({"text": self.text, "label": self.label}))
    }

    /// Reads what a document has kept.
    pub(super) fn of(kept: Option<&Json>) -> ColumnNames {
        let name = |kind: &str| kept.and_then(|kept| kept.get(kind)?.as_str().map(str::to_owned));
        ColumnNames { text: name("text"), label: name("label") }
    }

    /// The first that an object does not have.
    pub(super) fn missing<'n>(&'n self, object: &Json) -> Option<&'n str> {
        let has = |name: &&str| object.get(*name).is_some();
        self.given().find(|name| !has(name))
    }

    /// The columns of an object, for people.
    pub(super) fn listed(object: &Json) -> String {
        let names = object.as_object().map(Map::keys).into_iter().flatten();
        names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
    }
}
