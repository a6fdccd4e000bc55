use std::fmt;

use crate::words;

/// Why a file cannot be read at all: what happened, and what to do about it, in sentences for
/// people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    kind: Kind,
    file: Option<String>,
}

/// The kinds of [`Error`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Empty,
    TooLarge {
        bytes: usize,
        limit: usize,
    },
    NotUtf8 {
        byte: usize,
        is_utf16: bool,
    },
    NotJson,
    Damaged {
        line: usize,
        column: usize,
        reason: String,
    },
    Truncated {
        line: usize,
    },
    DuplicateKey {
        key: String,
        line: usize,
    },
    TooDeep {
        line: usize,
    },
    OtherFormat {
        looks_like: Option<&'static str>,
    },
    NewerVersion {
        version: String,
        supported: u64,
        generator: String,
    },
    UnknownVersion,
    NoText,
    NoDocuments,
    LineNotJson {
        reason: String,
    },
    NoLineText,
    /// A file that holds nothing of what it is said to be.
    NothingFound {
        format: &'static str,
    },
    /// A file of another program that cannot be read as what it looks like.
    Exchange {
        format: &'static str,
        place: String,
        reason: String,
    },
}

impl Error {
    pub(super) fn new(kind: Kind) -> Error {
        Error { kind, file: None }
    }

    /// The same error, said of one line in place of a whole file.
    pub(super) fn of_line(self) -> Error {
        let reason = match self.kind {
            Kind::Empty | Kind::NotJson => words::WHY_NOT_JSON.to_owned(),
            Kind::Truncated { .. } => words::WHY_CUT_SHORT.to_owned(),
            Kind::Damaged { column, reason, .. } => format!("{reason}, column {column}"),
            kind => return Error { kind, ..self },
        };
        Error { kind: Kind::LineNotJson { reason }, ..self }
    }

    /// The same error, said of the file with this name.
    #[must_use]
    pub fn with_file(self, name: impl Into<String>) -> Error {
        Error { file: Some(name.into()), ..self }
    }

    /// Whether the file is no Newsmark file at all: plain text, another program's JSON, or binary.
    pub fn is_other_format(&self) -> bool {
        matches!(self.kind, Kind::NotJson | Kind::OtherFormat { .. } | Kind::NotUtf8 { .. })
    }

    /// Whether the file is cut off or damaged, so that another copy of it may be good.
    pub fn is_damaged(&self) -> bool {
        use Kind::*;
        matches!(
            self.kind,
            Empty
                | Damaged { .. }
                | Truncated { .. }
                | DuplicateKey { .. }
                | TooDeep { .. }
                | UnknownVersion
                | NoText
                | NoDocuments
                | LineNotJson { .. }
                | NoLineText
                | NothingFound { .. }
                | Exchange { .. }
        )
    }

    /// Whether the file is from a newer version of Newsmark.
    pub fn is_newer_version(&self) -> bool {
        matches!(self.kind, Kind::NewerVersion { .. })
    }

    /// Whether the file is larger than what is read.
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge { .. })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        f.write_str(&match &self.kind {
            Kind::Empty => words::FILE_EMPTY.to_owned(),
            Kind::TooLarge { bytes, limit } => {
                words::FileTooLarge { size: &bytes.div_ceil(1 << 20), limit: &(limit >> 20) }.text()
            }
            Kind::NotUtf8 { is_utf16: true, .. } => words::FILE_UTF_16.to_owned(),
            Kind::NotUtf8 { byte, .. } => words::file_not_utf_8(byte),
            Kind::NotJson => words::FILE_NOT_JSON.to_owned(),
            Kind::Damaged { line, column, reason } => words::FileDamaged { line, column, reason }.text(),
            Kind::Truncated { line } => words::file_cut_short(line),
            Kind::DuplicateKey { key, line } => words::FileWithDuplicateField { key, line }.text(),
            Kind::TooDeep { line } => words::file_too_deep(line),
            Kind::OtherFormat { looks_like: Some(format) } => words::file_without_text(format),
            Kind::OtherFormat { looks_like: None } => words::FILE_OF_OTHER_JSON.to_owned(),
            Kind::NewerVersion { version, supported, generator } if generator.is_empty() => {
                words::FileNewer { version, supported }.text()
            }
            Kind::NewerVersion { version, supported, generator } => {
                words::FileNewerWithGenerator { version, generator, supported }.text()
            }
            Kind::UnknownVersion => words::FILE_VERSION_UNKNOWN.to_owned(),
            Kind::NoDocuments => words::FILE_DOCUMENTS_MISSING.to_owned(),
            Kind::LineNotJson { reason } => words::line_not_json(reason),
            Kind::NoLineText => words::LINE_TEXT_MISSING.to_owned(),
            Kind::Exchange { format, place, reason } => {
                words::ExchangeFileUnreadable { format, place, reason }.text()
            }
            Kind::NothingFound { format } => words::exchange_file_empty(format),
            Kind::NoText => words::FILE_TEXT_MISSING.to_owned(),
        })
    }
}

impl std::error::Error for Error {}
