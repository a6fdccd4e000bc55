/// Something to tell the person who works.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What happened, in a sentence.
    pub text: String,
    /// The particulars, one a line, where there are any.
    pub details: Vec<String>,
    /// How it is meant.
    pub tone: Tone,
    /// Whether "Undo" takes back what it tells of.
    pub undoable: bool,
}

/// How a [`Notice`] is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// All is well.
    Info,
    /// Something needs a look.
    Problem,
}

impl Notice {
    /// A notice that all is well.
    pub fn info(text: impl Into<String>) -> Notice {
        Notice { text: text.into(), details: Vec::new(), tone: Tone::Info, undoable: false }
    }

    /// A notice of something that needs a look.
    pub fn problem(text: impl Into<String>) -> Notice {
        Notice { tone: Tone::Problem, ..Notice::info(text) }
    }

    /// The notice with particulars.
    pub fn with_details(self, details: Vec<String>) -> Notice {
        Notice { details, ..self }
    }

    /// The notice with an offer to undo.
    pub fn undoable(self) -> Notice {
        Notice { undoable: true, ..self }
    }
}
