//! Links that hold an article: made here, and opened here.

use std::sync::Arc;

use super::Desk;
use crate::document::Document;
use crate::formats;
use crate::ui::browser::{fragment, page_address, show_place};
use crate::words;
use crate::workspace::{Action, Arrived, Notice};

/// How the messages call the link.
const NAME: &str = words::LINK_NAME;

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
        show_place(&self.workspace().place().to_string(), false);
        let read = content.and_then(|file| formats::read(&file, None));
        let arrived = match read {
            Ok(mut import) if !import.redacted.is_empty() => {
                Arrived::Redacted(Arc::new(import.redacted.swap_remove(0)))
            }
            Ok(import) if !import.documents.is_empty() => Arrived::Article(Arc::new(import)),
            Ok(_) => return self.notify(Notice::problem(words::LINK_WITHOUT_ARTICLE)),
            Err(error) => {
                return self.notify(Notice::problem(words::link_not_opened(&error)));
            }
        };
        self.send(Action::Arrived(Some(arrived)));
    }

    /// Takes in what the link held; for marks without words, on this copy of the article.
    pub(in crate::ui) fn accept_arrived(&self, text: &str) {
        let Some(arrived) = self.workspace().arrived().cloned() else { return };
        self.send(Action::Arrived(None));
        let (workspace, stamp) = (self.workspace(), self.stamp());
        self.send_all(match arrived {
            Arrived::Article(import) => self.session.take(&workspace, NAME, (*import).clone(), stamp),
            Arrived::Redacted(redacted) => {
                self.session.put_redacted(&workspace, NAME, &redacted, text, stamp)
            }
        });
    }

    /// Takes back what the link held, unread.
    pub(in crate::ui) fn refuse_arrived(&self) {
        if self.workspace().arrived().is_some() {
            self.send(Action::Arrived(None));
            self.say(words::LINK_FORGOTTEN);
        }
    }

    /// The open article as a file without its words.
    pub(in crate::ui) fn offer_redacted(&self, document: &Arc<Document>) {
        let name = format!("redacted-{}.newsmark.json", document.id.0);
        self.offer(&name, "application/json", formats::redacted(document).as_bytes());
    }
}
