//! Reading an article: from pasted text to a document with suggestions.

use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;

use super::{Desk, SHORT_TEXT};
use crate::document::{Document, DocumentId, annotate, read};
use crate::edit::Meta;
use crate::extract::{Steps, readable};
use crate::label::LabelSet;
use crate::store::Draft;
use crate::text::language;
use crate::ui::browser::{ids, now};
use crate::ui::model;
use crate::words;
use crate::workspace::{Action, Notice};

/// The longest text that is opened as an article, in bytes. Browsers store about 5 MiB for a page, and
/// packed with its marks a longer one would not fit.
const LONGEST_TEXT: usize = 6_000_000;

impl Desk {
    /// Notes what has been entered of a new article.
    pub(in crate::ui) fn set_draft(&self, draft: Draft) {
        self.send(Action::Draft(draft));
    }

    /// Keeps the new article over a reload.
    pub(in crate::ui) fn keep_draft(&self) {
        self.session.keep_draft(&self.workspace());
    }

    /// The article of the library that has this very text, with its title.
    pub(in crate::ui) fn twin_of(&self, text: &str) -> Option<(DocumentId, String)> {
        let workspace = self.workspace();
        let twin = workspace.twin_of(text)?;
        Some((twin.id, twin.title.clone()))
    }

    /// Makes an article of pasted text and opens it.
    pub(in crate::ui) fn annotate_text(&self, text: &str, meta: Meta) {
        self.annotate_text_with(text, meta, None);
    }

    /// The same with other labels than ours.
    pub(in crate::ui) fn annotate_text_with(&self, text: &str, meta: Meta, labels: Option<LabelSet>) {
        if text.trim().is_empty() {
            let problem = words::ARTICLE_TEXT_MISSING;
            return self.notify(Notice::problem(problem));
        }
        if text.len() > LONGEST_TEXT {
            let size = (text.len() / 100_000) as f64 / 10.0;
            return self.notify(Notice::problem(
                words::TextTooLong { size: &size, most: &(LONGEST_TEXT / 1_000_000) }.text(),
            ));
        }
        let mut document = Document::new(DocumentId(Uuid::new_v4()), text, now());
        document.title = meta.title;
        document.source = meta.source;
        document.outlet = meta.outlet;
        document.language = language(document.text()).unwrap_or_default().to_owned();
        document.published = meta.published;
        if let Some(labels) = labels {
            // What is found has labels of ours, which are there all the same.
            let ours = document.labels.iter().filter(|label| labels.get(&label.code).is_none());
            document.labels = LabelSet::new(labels.iter().chain(ours).cloned());
        }
        if document.text().len() <= SHORT_TEXT && model::is_here() {
            read(&mut document, ids(), now());
            self.take_in(document);
        } else {
            self.read_in_steps(document);
        }
    }

    /// Reads a long text, or one that came before the name model, with time for the browser between the
    /// steps; behind those that are being read, if there are any.
    fn read_in_steps(&self, document: Document) {
        self.pending.borrow_mut().to_read.push_back(document);
        if self.pending.borrow().to_read.len() > 1 {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            let next = || desk.pending.borrow().to_read.front().cloned();
            while let Some(document) = next() {
                // Calling off has emptied the list, and another one may have begun.
                if !desk.read_slowly(document).await {
                    return;
                }
            }
        });
    }

    /// Reads the first of the texts that are to be read; `false` where that was called off.
    async fn read_slowly(&self, mut document: Document) -> bool {
        let text = document.text().clone();
        let count = self.pending.borrow().called_off;
        // Shows how far it is and lets the browser do what waits; `false` once it was called off.
        let pause = async |progress| {
            self.send(Action::Reading(Some(progress)));
            TimeoutFuture::new(0).await;
            self.pending.borrow().called_off == count
        };
        if !pause(0.0).await {
            return false;
        }
        if let Err(problem) = model::ready().await {
            self.notify(Notice::problem(problem));
        }
        let text = readable(&text);
        let mut steps = Steps::new(&text, document.published);
        while pause(steps.progress()).await {
            if steps.step() {
                continue;
            }
            let extraction = steps.finish();
            if !pause(1.0).await {
                return false;
            }
            self.send(Action::Reading(None));
            self.pending.borrow_mut().to_read.pop_front();
            annotate(&mut document, &extraction, ids(), now());
            self.take_in(document);
            return true;
        }
        false
    }

    /// An article that has been read comes into the library.
    fn take_in(&self, document: Document) {
        let actions = self.session.add(&self.workspace(), vec![Arc::new(document)]);
        self.send_all(actions);
    }

    /// Calls off the reading of long texts.
    pub(in crate::ui) fn call_off(&self) {
        self.send(Action::Reading(None));
        let mut pending = self.pending.borrow_mut();
        pending.called_off += 1;
        pending.to_read.clear();
    }
}
