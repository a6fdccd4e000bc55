//! Links that hold an article: made here, and opened here.

use std::rc::Rc;
use std::sync::Arc;

use super::{Desk, Dialog};
use crate::document::Document;
use crate::formats::{self, Import, Redacted};
use crate::ui::browser::{forget_fragment, fragment, page_address};
use crate::words;
use crate::workspace::Notice;

/// What a link holds, before anything of it is kept.
#[derive(Clone, PartialEq)]
pub(in crate::ui) enum Arrived {
    /// An article.
    Article(Rc<Import>),
    /// Marks without the words.
    Redacted(Rc<Redacted>),
}

/// How the messages call the link.
const NAME: &str = words::THE_LINK;

impl Desk {
    /// A link to this page that holds the article, or its marks without the words.
    pub(in crate::ui) fn link(&self, document: &Document, is_redacted: bool) -> String {
        let fragment = match is_redacted {
            true => formats::redacted_fragment(document),
            false => formats::fragment(document),
        };
        format!("{}#{fragment}", page_address())
    }

    /// Shows what the page's address holds, if it holds an article; nothing is kept of it yet.
    pub(in crate::ui) fn arrive(&self) {
        let Some(content) = formats::from_fragment(&fragment()) else { return };
        // Whoever loads the page again is not asked again.
        forget_fragment();
        let read = content.and_then(|file| formats::read(&file, None));
        let arrived = match read {
            Ok(mut import) if !import.redacted.is_empty() => {
                Arrived::Redacted(Rc::new(import.redacted.swap_remove(0)))
            }
            Ok(import) if !import.documents.is_empty() => Arrived::Article(Rc::new(import)),
            Ok(_) => return self.notify(Notice::problem(words::THE_LINK_HOLDS_NO)),
            Err(error) => {
                return self.notify(Notice::problem(words::the_link_could_not_be(&error)));
            }
        };
        self.memory.arrived.replace(Some(arrived));
        self.show(Some(Dialog::Arrived));
    }

    /// What the link held that has been followed and not been decided on.
    pub(in crate::ui) fn arrived(&self) -> Option<Arrived> {
        self.memory.arrived.borrow().clone()
    }

    /// Takes in what the link held; for marks without words, on this copy of the article.
    pub(in crate::ui) fn accept_arrived(&self, text: &str) {
        let Some(arrived) = self.memory.arrived.take() else { return };
        match arrived {
            Arrived::Article(import) => self.take_in(NAME, (*import).clone()),
            Arrived::Redacted(redacted) => self.put_redacted(NAME, &redacted, text),
        }
    }

    /// Puts marks without words on a copy of their article: on the one in the library that has this text, where there is one.
    pub(super) fn put_redacted(&self, name: &str, redacted: &Redacted, text: &str) {
        let mut import = match redacted.on(text) {
            Ok(import) => import,
            Err(error) => {
                return self.notify(Notice::problem(words::could_not_be_opened(&name, &error)));
            }
        };
        let twin = self.twin_of(text).and_then(|(id, _)| self.article(id));
        if let (Some(ours), Some(theirs)) = (twin, import.documents.first_mut()) {
            *theirs = theirs.clone().on(&ours);
        }
        self.take_in(name, import);
    }

    /// Takes back what the link held, unread.
    pub(in crate::ui) fn refuse_arrived(&self) {
        if self.memory.arrived.take().is_some() {
            self.say(words::NOTHING_WAS_KEPT_OF);
        }
    }

    /// The open article as a file without its words.
    pub(in crate::ui) fn offer_redacted(&self, document: &Arc<Document>) {
        let name = format!("redacted-{}.newsmark.json", document.id.0);
        self.offer(&name, "application/json", formats::redacted(document).as_bytes());
    }
}
