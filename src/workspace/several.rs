//! What is done to articles of the library, one or several at once, without opening them.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Entry, Notice, Offer, View, Workspace};
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
        self.tell_changed(&changed, words::ArticleRenamed { before: &before, after: &after }.text(), step)
    }

    /// Gives articles a tag, or takes it from them.
    pub(super) fn tag(
        &mut self,
        documents: &[Arc<Document>],
        tag: &str,
        gives: bool,
        now: Timestamp,
    ) -> bool {
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
            true => words::ArticlesTagged { count: changed.len(), tag: &tag }.text(),
            false => words::ArticlesUntagged { count: changed.len(), tag: &tag }.text(),
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
                self.notice = Some(Notice::problem(words::undo_impossible(&step)));
                true
            }
            _ => self.tell(words::undone(&step)),
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

    /// Takes a notice away that is not true any more, and what it offers where that cannot be done.
    pub(super) fn drop_stale_notice(&mut self) {
        if self.undo_title().is_none() {
            self.withdraw_undo();
        }
        let is_stale = match self.notice.as_ref().and_then(|notice| notice.offer.as_ref()) {
            Some(Offer::PutBack(id)) => !self.is_binned(*id),
            Some(Offer::PutBackAll(ids)) => !ids.iter().any(|id| self.is_binned(*id)),
            Some(Offer::TakeBack { articles, step }) => !articles.iter().any(|id| {
                self.contains(*id) && self.history.next_undo(*id).is_some_and(|entry| *entry.title == **step)
            }),
            Some(Offer::NextSteps) => {
                let (reviewed, all) = self.reviewed();
                self.open.is_none() || self.view() != View::Read || reviewed < all
            }
            Some(Offer::Undo) | None => false,
        };
        if is_stale {
            self.notice = None;
        }
    }

    /// What a notice offers to undo was done to an article that is left.
    pub(super) fn withdraw_undo(&mut self) {
        if let Some(notice) = self.notice.as_mut().filter(|notice| notice.offer == Some(Offer::Undo)) {
            notice.offer = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Place};
    use super::*;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn id(n: u128) -> DocumentId {
        DocumentId(Uuid::from_u128(n))
    }

    fn shelf() -> Workspace {
        let article = |n| Arc::new(Document::new(id(n), &format!("Article {n}"), NOW));
        run(Workspace::default(), (1..4).rev().map(|n| Action::Add(vec![article(n)])))
    }

    fn run(workspace: Workspace, actions: impl IntoIterator<Item = Action>) -> Workspace {
        actions.into_iter().fold(workspace, |workspace, action| workspace.update(action).unwrap_or(workspace))
    }

    /// The article as it waits to be stored.
    fn article(workspace: &Workspace, n: u128) -> Arc<Document> {
        workspace.unsaved().get(&id(n)).and_then(super::super::Write::document).expect("unsaved").clone()
    }

    fn told(workspace: &Workspace) -> &str {
        workspace.notice().map_or("", |notice| &notice.text)
    }

    fn rename(workspace: &Workspace, n: u128, title: &str) -> Action {
        Action::RenameArticle { document: article(workspace, n), title: title.into(), now: NOW }
    }

    fn take_back(workspace: &Workspace) -> Action {
        let offer = workspace.notice().and_then(|notice| notice.offer.clone());
        let Some(Offer::TakeBack { articles, step }) = offer else { panic!("nothing to take back") };
        let documents = articles.iter().map(|id| article(workspace, id.0.as_u128())).collect();
        Action::TakeBack { documents, step, now: NOW }
    }

    #[test]
    fn an_article_that_is_not_open_is_renamed_and_that_can_be_undone() {
        let shelf = shelf();
        let renamed = run(shelf.clone(), [rename(&shelf, 1, " The  vote ")]);
        assert_eq!(
            renamed.articles().iter().map(|it| it.title.as_str()).collect::<Vec<_>>(),
            ["The vote", "Article 2", "Article 3"]
        );
        assert_eq!(told(&renamed), "“Article 1” is now called “The vote”.");
        assert!(shelf.update(rename(&shelf, 1, "Article 1")).is_none(), "it is called that already");
        let back = run(renamed.clone(), [take_back(&renamed)]);
        assert_eq!(back.articles()[0].title, "Article 1");
        // What has been done since is not undone.
        let again = run(renamed.clone(), [rename(&renamed, 1, "The ballot"), take_back(&renamed)]);
        assert_eq!(again.articles()[0].title, "The ballot");
        assert!(told(&again).contains("cannot be undone any more"));
    }

    #[test]
    fn several_get_a_tag_and_lose_it() {
        let shelf = shelf();
        let tag = |workspace: &Workspace, tag: &str, gives| {
            let documents = (1..3).map(|n| article(workspace, n)).collect();
            Action::Tag { documents, tag: tag.into(), gives, now: NOW }
        };
        let tags = |workspace: &Workspace| -> Vec<String> {
            workspace.articles().iter().map(|it| it.tags.join(" ")).collect()
        };
        let tagged = run(shelf.clone(), [tag(&shelf, "storm", true)]);
        assert_eq!(tags(&tagged), ["storm", "storm", ""]);
        assert_eq!(told(&tagged), "2 articles now have the tag “storm”.");
        assert!(
            tagged.update(tag(&tagged, "storm", true)).is_none()
                && tagged.update(tag(&tagged, " ", true)).is_none()
        );
        let more = run(tagged.clone(), [tag(&tagged, "Lima", true)]);
        assert_eq!(tags(&more), ["Lima storm", "Lima storm", ""]);
        let back = run(more.clone(), [take_back(&more)]);
        assert_eq!(tags(&back), ["storm", "storm", ""]);
        assert_eq!(tags(&run(back.clone(), [tag(&back, "storm", false)])), ["", "", ""]);
    }

    #[test]
    fn several_go_into_the_bin_and_come_back() {
        let gone = run(shelf(), [Action::DeleteAll { ids: vec![id(1), id(3), id(9)], now: NOW }]);
        assert_eq!((gone.articles().len(), gone.bin().len()), (1, 2));
        assert_eq!(told(&gone), "2 articles are in the bin.");
        let back = run(gone, [Action::PutBackAll(vec![id(1), id(3)])]);
        assert_eq!((back.articles().len(), back.bin().len()), (3, 0));
        assert_eq!(told(&back), "2 articles are back in the library.");
    }

    #[test]
    fn what_a_notice_offers_goes_when_it_cannot_be_done() {
        let gone = run(shelf(), [Action::Delete { id: id(1), now: NOW }]);
        assert!(gone.notice().is_some());
        let emptied = run(gone.clone(), [Action::EmptyBin]);
        assert_eq!(emptied.notice().and_then(|notice| notice.offer.clone()), None);
        // Another tab has put it back.
        let summary = gone.bin()[0].summary.clone();
        let stored = run(gone.clone(), [Action::Stored(gone.unsaved().clone())]);
        let elsewhere = Action::Elsewhere { id: id(1), standing: crate::store::Standing::Listed(summary) };
        assert_eq!(run(stored, [elsewhere]).notice(), None);
        // To undo is offered of the article that is open, and of no other one.
        let offer = Action::Notify(Notice::info("3 suggestions were added.").undoable());
        let shelf = shelf();
        let edited = run(shelf.clone(), [rename(&shelf, 1, "Open"), offer]);
        assert_eq!(edited.notice().and_then(|notice| notice.offer.clone()), Some(Offer::Undo));
        let left = run(edited, [Action::Go(Place::Library)]);
        assert_eq!(
            (told(&left), left.notice().and_then(|notice| notice.offer.clone())),
            ("3 suggestions were added.", None)
        );
    }
}
