use std::sync::Arc;

use crate::document::DocumentId;

/// Something to tell the person who works.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What happened, in a sentence.
    pub text: String,
    /// The particulars, one a line, where there are any.
    pub details: Vec<String>,
    /// What the particulars are called where they are folded; `None` where they stand open.
    pub folded: Option<&'static str>,
    /// How it is meant.
    pub tone: Tone,
    /// What can be done about it at once.
    pub offer: Option<Offer>,
}

/// What a [`Notice`] offers to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Offer {
    /// To undo the last change of the open article.
    Undo,
    /// What comes after the last suggestion: the check sheet, or a file.
    NextSteps,
    /// To put an article back out of the bin.
    PutBack(DocumentId),
    /// To put several articles back.
    PutBackAll(Arc<[DocumentId]>),
    /// To undo a change of articles that need not be open.
    TakeBack {
        /// Which ones.
        articles: Arc<[DocumentId]>,
        /// What the change is called in their history.
        step: Arc<str>,
    },
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
        Notice { text: text.into(), details: Vec::new(), folded: None, tone: Tone::Info, offer: None }
    }

    /// A notice of something that needs a look.
    pub fn problem(text: impl Into<String>) -> Notice {
        Notice { tone: Tone::Problem, ..Notice::info(text) }
    }

    /// The notice with particulars.
    pub fn with_details(self, details: Vec<String>) -> Notice {
        Notice { details, ..self }
    }

    /// The notice with particulars that unfold below what they are called.
    pub fn folding(self, name: &'static str, details: Vec<String>) -> Notice {
        Notice { details, folded: Some(name), ..self }
    }

    /// The notice with an offer to undo.
    pub fn undoable(self) -> Notice {
        self.offering(Offer::Undo)
    }

    /// The notice with something that can be done about it.
    pub fn offering(self, offer: Offer) -> Notice {
        Notice { offer: Some(offer), ..self }
    }
}
