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
    /// What the open article was on earlier days.
    History,
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
        use Dialog::{Agreement, History, Labels, Merge, Share, UpdateText};
        matches!(self, Labels | UpdateText | History | Merge | Agreement | Share)
    }
}

/// The menus of the bar; one is open at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Menu {
    /// What takes the article out of the page.
    Share,
    /// The same with the formats of files.
    Export,
    /// What is not needed at every article.
    More,
}

/// What a narrow window shows of an open article.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Panel {
    /// The article, or another view of it.
    #[default]
    Text,
    /// What is marked in it, and the fields of the selected mark.
    Marks,
}

impl Panel {
    /// The panel's name in the page's markup.
    pub fn code(self) -> &'static str {
        match self {
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
