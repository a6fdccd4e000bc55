use std::fmt;

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
            Kind::Empty | Kind::NotJson => "it does not begin with {".to_owned(),
            Kind::Truncated { .. } => "it breaks off".to_owned(),
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
        match &self.kind {
            Kind::Empty => f.write_str("The file is empty. Choose another copy of it."),
            Kind::TooLarge { bytes, limit } => write!(
                f,
                "The file is too large: {} MB, and at most {} MB are read. Split it into smaller files.",
                bytes.div_ceil(1 << 20),
                limit >> 20
            ),
            Kind::NotUtf8 { is_utf16: true, .. } => {
                f.write_str("The file is UTF-16 text, and Newsmark reads UTF-8. Save it again as UTF-8.")
            }
            Kind::NotUtf8 { byte, .. } => write!(
                f,
                "The file is not UTF-8 text (see byte {byte}): it may be a picture, a word processor \
                 document or text in an older encoding. Choose a Newsmark JSON file, or save the text as UTF-8."
            ),
            Kind::NotJson => f.write_str(
                "The file is not a Newsmark file: it is not JSON. To annotate a plain text, paste it \
                 as a new article.",
            ),
            Kind::Damaged { line, column, reason } => write!(
                f,
                "The file is damaged: its JSON is wrong at line {line}, column {column} ({reason}). \
                 Choose another copy, or correct that line."
            ),
            Kind::Truncated { line } => write!(
                f,
                "The file is incomplete: it breaks off at line {line}. It was probably cut short while \
                 it was saved or sent; get it again."
            ),
            Kind::DuplicateKey { key, line } => write!(
                f,
                "The file is ambiguous: the field \"{key}\" stands twice in one place (see line {line}). \
                 Remove one of the two."
            ),
            Kind::TooDeep { line } => write!(
                f,
                "The file is damaged: its JSON is nested too deeply (see line {line}). Choose another copy."
            ),
            Kind::OtherFormat { looks_like: Some(format) } => write!(
                f,
                "The file is not a Newsmark file: it looks like {format}, which does not hold the \
                 article's text. Choose a file exported as Newsmark JSON."
            ),
            Kind::OtherFormat { looks_like: None } => f.write_str(
                "The file is JSON, but not of Newsmark: there is no \"format\": \"newsmark\" in it. Choose \
                 a file exported as Newsmark JSON.",
            ),
            Kind::NewerVersion { version, supported, generator } => {
                write!(f, "The file is of version {version} of the Newsmark format")?;
                if !generator.is_empty() {
                    write!(f, " (made by {generator})")?;
                }
                write!(
                    f,
                    ", and this program reads version {supported}. Get a newer Newsmark to open it; the \
                     file was not changed."
                )
            }
            Kind::UnknownVersion => f.write_str(
                "The file is damaged: its \"version\" is not a version of the Newsmark format. Choose another copy.",
            ),
            Kind::NoDocuments => f.write_str(
                "The library is damaged: its list of articles (\"documents\") is missing. Choose another copy.",
            ),
            Kind::LineNotJson { reason } => write!(
                f,
                "The line is not JSON ({reason}). Expected: {{\"id\":\"…\",\"text\":\"…\",\"published\":\"2024-07-02\"}}."
            ),
            Kind::NoLineText => f.write_str(
                "The line has no article text. Expected: {\"id\":\"…\",\"text\":\"…\",\"published\":\"2024-07-02\"}.",
            ),
            Kind::Exchange { format, place, reason } => write!(
                f,
                "The file looks like {format}, but it cannot be read: {place}: {reason}. Export it again, or correct that place."
            ),
            Kind::NoText => f.write_str(
                "The file is damaged: the article's text (\"text\" in \"document\") is missing. Choose another copy.",
            ),
        }
    }
}

impl std::error::Error for Error {}
