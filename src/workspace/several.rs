//! What is done to articles of the library, one or several at once, without opening them.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Entry, Notice, Offer, Workspace};
use crate::document::{Document, DocumentId};
use crate::edit::{Command, Meta};
use crate::text::one_line;
use crate::words;

impl Workspace {
    pub(super) fn rename_article(&mut self, document: &Arc<Document>, title: &str, now: Timestamp) -> bool {
        let (title, before) = (one_line(title), document.display_title().into_owned());
        if title == document.title || document.title.is_empty() && title == before {
            return false;
        }
        let command = Command::SetMeta(Meta { title, ..Meta::of(document) });
        let step = words::rename_article_title(&before);
        let changed = self.change([(document, command)], &step, now);
        let after = self.articles.iter().find(|summary| summary.id == document.id);
        let after = after.map(|summary| summary.title.clone()).unwrap_or_default();
        self.tell_changed(&changed, words::article_renamed(&before, &after), step)
    }

    /// Gives articles a tag, or takes it from them.
    pub(super) fn tag(&mut self, documents: &[Arc<Document>], tag: &str, gives: bool, now: Timestamp) -> bool {
        let tag = one_line(tag);
        if tag.is_empty() {
            return false;
        }
        let to_change = documents.iter().filter(|document| document.tags.contains(&tag) != gives);
        let changes = to_change.map(|document| {
            let others = document.tags.iter().filter(|other| **other != tag);
            let tags = others.cloned().chain(gives.then(|| tag.clone())).collect();
            (document, Command::SetTags(tags))
        });
        let step = words::tag_title(&tag);
        let changed = self.change(changes, &step, now);
        let text = match gives {
            true => words::articles_tagged(changed.len(), &tag),
            false => words::articles_untagged(changed.len(), &tag),
        };
        self.tell_changed(&changed, text, step)
    }

    fn change<'d>(
        &mut self,
        changes: impl IntoIterator<Item = (&'d Arc<Document>, Command)>,
        title: &str,
        now: Timestamp,
    ) -> Vec<DocumentId> {
        let mut changed = Vec::new();
        for (document, command) in changes {
            if let Some((after, back)) = command.apply(document, now)
                && self.contains(document.id)
            {
                self.history.record(document.id, Entry { title: title.to_owned(), command: back });
                self.keep(Arc::new(after));
                changed.push(document.id);
            }
        }
        changed
    }

    fn tell_changed(&mut self, changed: &[DocumentId], text: String, step: String) -> bool {
        if changed.is_empty() {
            return false;
        }
        let offer = Offer::TakeBack { articles: changed.into(), step: step.into() };
        self.notice = Some(Notice::info(text).offering(offer));
        true
    }

    /// Undoes the last change of these articles where it is this one.
    pub(super) fn take_back(&mut self, documents: &[Arc<Document>], step: &str, now: Timestamp) -> bool {
        let mut count = 0;
        for document in documents {
            let entry = self.history.next_undo(document.id).filter(|entry| entry.title == step).cloned();
            if let Some((before, forward)) = entry.and_then(|entry| entry.command.apply(document, now)) {
                self.history.undone(document.id, forward);
                self.keep(Arc::new(before));
                count += 1;
            }
        }
        match count {
            0 => {
                self.notice = Some(Notice::problem(words::cannot_be_taken_back(&step)));
                true
            }
            _ => self.tell(format!("{}: {step}.", words::UNDID)),
        }
    }

    pub(super) fn delete_all(&mut self, ids: &[DocumentId], now: Timestamp) -> bool {
        let ids: Vec<DocumentId> = ids.iter().copied().filter(|id| self.delete(*id, now)).collect();
        if ids.len() > 1 {
            let notice = Notice::info(words::several_deleted(ids.len()));
            self.notice = Some(notice.offering(Offer::PutBackAll(ids.as_slice().into())));
        }
        !ids.is_empty()
    }

    pub(super) fn put_back_all(&mut self, ids: &[DocumentId]) -> bool {
        let count = ids.iter().filter(|id| self.put_back(**id)).count();
        if count > 1 {
            self.notice = Some(Notice::info(words::several_put_back(count)));
        }
        count > 0
    }

    /// Takes a notice away that offers what cannot be done any more.
    pub(super) fn drop_stale_notice(&mut self) {
        let is_stale = match self.notice.as_ref().and_then(|notice| notice.offer.as_ref()) {
            Some(Offer::PutBack(id)) => !self.is_binned(*id),
            Some(Offer::PutBackAll(ids)) => !ids.iter().any(|id| self.is_binned(*id)),
            Some(Offer::Undo) => self.undo_title().is_none(),
            Some(Offer::TakeBack { articles, step }) => !articles.iter().any(|id| {
                self.contains(*id) && self.history.next_undo(*id).is_some_and(|entry| *entry.title == **step)
            }),
            None => false,
        };
        if is_stale {
            self.notice = None;
        }
    }
}
