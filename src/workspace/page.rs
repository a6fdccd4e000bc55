//! What of the page is open, besides an article: types of the workspace's state.

use std::sync::Arc;

use crate::document::{Document, DocumentId};
use crate::formats::{Import, Redacted};

/// The dialogs that can be opened from anywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialog {
    /// All keys.
    Keys,
    /// All commands.
    Palette,
    /// The label set.
    Labels,
    /// What the browser keeps.
    Storage,
    /// Search over all articles.
    Library,
    /// All facts of all articles.
    LibraryFacts,
    /// Another text for the open article.
    UpdateText,
    /// Where colleagues differ.
    Merge,
    /// How far annotators agree.
    Agreement,
    /// A link with the open article.
    Share,
    /// What a link holds that was followed.
    Arrived,
    /// Whether the bin is to be emptied for good.
    EmptyBin,
}

impl Dialog {
    /// Whether it is about the open article.
    pub fn needs_article(self) -> bool {
        use Dialog::{Agreement, Labels, Merge, Share, UpdateText};
        matches!(self, Labels | UpdateText | Merge | Agreement | Share)
    }
}

/// What a narrow window shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Panel {
    /// The library.
    Articles,
    /// The article, or the page for a new one.
    #[default]
    Text,
    /// The lists of marks.
    Marks,
}

impl Panel {
    /// All panels, in the order of their buttons.
    pub const ALL: [Panel; 3] = [Panel::Articles, Panel::Text, Panel::Marks];

    /// The panel's name in the page's markup.
    pub fn code(self) -> &'static str {
        match self {
            Panel::Articles => "articles",
            Panel::Text => "text",
            Panel::Marks => "marks",
        }
    }
}

/// An end of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// What a link holds that was followed, before anything of it is kept.
#[derive(Clone, PartialEq, Debug)]
pub enum Arrived {
    /// An article.
    Article(Arc<Import>),
    /// Marks without the words.
    Redacted(Arc<Redacted>),
}

/// A file's work on an article, to compare; kept while the page is open.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Which article.
    pub article: DocumentId,
    /// What the file is called.
    pub name: String,
    /// What is marked in it.
    pub document: Arc<Document>,
}
