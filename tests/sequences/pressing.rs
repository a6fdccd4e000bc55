//! What each press does.

use crate::articles::{READ, TEXTS, new_id, now};
use crate::ledger::state_of;
use crate::page::Page;
use crate::presses::Press;
use std::sync::Arc;

use newsmark::annotation::{CheckState, Status};
use newsmark::document::DocumentId;
use newsmark::edit::Meta;
use newsmark::formats::{Format, export};
use newsmark::label::LabelCode;
use newsmark::session::{Stamp, Taken};
use newsmark::store::Draft;
use newsmark::text::Span;
use newsmark::workspace::{Action, ArticlePlace, Deed, Place, Step, Sureness, View, Whom};
use proptest::prelude::*;
use uuid::Uuid;

impl Page {
    pub(crate) fn perform(&mut self, deed: Deed) {
        self.send(Action::Do { deed, now: now(), ids: new_id });
        self.note();
    }

    pub(crate) fn article_at(&self, at: usize) -> Option<DocumentId> {
        let articles = self.workspace.articles();
        articles.get(at % articles.len().max(1)).map(|summary| summary.id)
    }

    pub(crate) fn articles_from(&self, from: usize, count: usize) -> Vec<DocumentId> {
        let articles = self.workspace.articles();
        let from = from % articles.len().max(1);
        articles.iter().skip(from).take(count).map(|summary| summary.id).collect()
    }

    pub(crate) fn go(&mut self, place: Place) {
        let actions = self.session.go(&self.workspace, place);
        self.send_all(actions);
    }

    pub(crate) fn take(&mut self, name: &str, bytes: &[u8]) {
        let stamp = Stamp { now: now(), ids: new_id };
        let files = [(name.to_owned(), bytes.to_vec())];
        if let Taken::Actions(actions) = self.session.import(&self.workspace, &files, stamp) {
            self.send_all(actions);
        }
    }

    pub(crate) fn press(&mut self, press: &Press) -> Result<(), TestCaseError> {
        match press {
            Press::Undo => self.undo()?,
            Press::Redo => self.redo()?,
            Press::Reload => {
                // A page that is left stores what it has.
                self.settle();
                if !self.workspace.unsaved().is_empty() {
                    // It asks first, and says why; the person stays.
                    prop_assert!(self.workspace.store_problem().is_some());
                    return Ok(());
                }
                let place = self.workspace.place().clone();
                self.start(Some(place));
            }
            Press::Paste(_)
            | Press::Type(_)
            | Press::Open(_)
            | Press::Address(..)
            | Press::GoNew
            | Press::GoLibrary
            | Press::Delete(_)
            | Press::PutBack(_)
            | Press::EmptyBin
            | Press::Rename(..)
            | Press::Tag(..)
            | Press::DeleteSeveral(..)
            | Press::TakeBack
            | Press::ImportOwnFile(_)
            | Press::Restore
            | Press::Backup => self.press_library(press)?,
            _ => self.press_article(press),
        }
        Ok(())
    }

    pub(crate) fn press_library(&mut self, press: &Press) -> Result<(), TestCaseError> {
        match press {
            Press::Paste(at) => {
                let mut document = READ[*at].clone();
                document.id = DocumentId(new_id());
                (document.created, document.modified) = (now(), now());
                // No two have one title, so that what goes for room can be told by it.
                document.title = format!("Report {}", new_id().as_u128());
                self.send(Action::Draft(Draft { text: TEXTS[*at].as_str().into(), ..Draft::default() }));
                self.send(Action::Add(vec![Arc::new(document)]));
                self.note();
                prop_assert!(self.workspace.draft().text.is_empty(), "the draft has become an article");
                self.ledger.draft.clear();
            }
            Press::Type(text) => {
                self.send(Action::Draft(Draft { text: text.as_str().into(), ..Draft::default() }));
                self.ledger.draft.clone_from(text);
            }
            Press::Open(at) => {
                if let Some(id) = self.article_at(*at) {
                    self.go(Place::reading(id));
                }
            }
            Press::Address(at, view) => {
                let known: Vec<_> = self.ledger.seen.keys().copied().collect();
                let id = known.get(*at).copied().unwrap_or(DocumentId(Uuid::max()));
                self.go(Place::Article(ArticlePlace::new(id, View::ALL[*view])));
            }
            Press::GoNew => self.go(Place::New),
            Press::GoLibrary => self.go(Place::Library),
            Press::Delete(at) => {
                if let Some(id) = self.article_at(*at) {
                    self.send(Action::Delete { id, now: now() });
                }
            }
            Press::PutBack(at) => {
                let bin = self.workspace.bin();
                if let Some(id) = bin.get(*at % bin.len().max(1)).map(|binned| binned.summary.id) {
                    let actions = self.session.put_back(&self.workspace, id);
                    self.send_all(actions);
                }
            }
            Press::Rename(at, title) => {
                if let Some(id) = self.article_at(*at) {
                    // Titles stay different, so that what goes for room can be told by them.
                    let title = format!("{title} {}", new_id().as_u128());
                    let actions = self.session.rename(&self.workspace, id, &title, now());
                    self.send_all(actions);
                    self.note_article(id);
                }
            }
            Press::Tag(from, count, tag, gives) => {
                let ids = self.articles_from(*from, *count);
                let tag = (["Peru", "to check", "harbour"][*tag], *gives);
                let actions = self.session.tag(&self.workspace, &ids, tag, now());
                self.send_all(actions);
                ids.into_iter().for_each(|id| self.note_article(id));
            }
            Press::DeleteSeveral(from, count) => {
                let ids = self.articles_from(*from, *count);
                self.send(Action::DeleteAll { ids, now: now() });
            }
            Press::TakeBack => self.take_offer()?,
            Press::EmptyBin => {
                for binned in self.workspace.bin() {
                    self.ledger.seen.remove(&binned.summary.id);
                }
                self.send(Action::EmptyBin);
            }
            Press::ImportOwnFile(at) => {
                let known: Vec<_> = self.ledger.seen.keys().copied().collect();
                let Some(id) = known.get(*at) else { return Ok(()) };
                let found = self.session.article(&self.workspace, *id);
                let Some(document) = found.document else { return Ok(()) };
                let file = export(&document.with_name(self.workspace.person()), Format::Newsmark);
                self.take("own.newsmark.json", file.as_bytes());
                prop_assert!(self.workspace.contains(*id), "a file of an article brings it back");
            }
            Press::Backup => self.backup = Some(self.session.back_up(&self.workspace).0),
            Press::Restore => {
                if let Some(backup) = self.backup.clone() {
                    self.restore(&backup);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Restores a backup. What has been done since stays; what was emptied from the bin comes back.
    pub(crate) fn restore(&mut self, backup: &str) {
        self.take("backup.newsmark.json", backup.as_bytes());
        // A restored state is a step of each article; the ledger follows those that it knows.
        let all: Vec<_> = self.workspace.articles().iter().map(|summary| summary.id).collect();
        for id in all {
            let Some(document) = self.session.article(&self.workspace, id).document else { continue };
            self.ledger.seen.entry(id).or_default().note(&document);
        }
        for binned in self.workspace.bin() {
            let id = binned.summary.id;
            if let Some(document) = self.session.article(&self.workspace, id).document {
                let seen = self.ledger.seen.entry(id).or_default();
                seen.title = document.display_title().into_owned();
                if seen.now.is_empty() {
                    seen.now = state_of(&document);
                }
            }
        }
    }

    pub(crate) fn press_article(&mut self, press: &Press) {
        const LABELS: [LabelCode; 4] = [LabelCode::PERSON, LabelCode::ORG, LabelCode::LOC, LabelCode::EVENT];
        let Some(document) = self.workspace.open().cloned() else { return };
        let selected = self.workspace.selected().map(|mark| mark.id);
        match press {
            Press::Look(view) => self.send(Action::LookAt(View::ALL[*view])),
            Press::SelectMark(at) => {
                let marks = document.annotations();
                self.send(Action::Select(marks.get(at % marks.len().max(1)).map(|mark| mark.id)));
            }
            Press::StepOn => self.send(Action::Step(Step::NextSuggestion)),
            Press::Review(accepts, whom) => {
                let status = if *accepts { Status::Accepted } else { Status::Rejected };
                let whom = [
                    Whom::Selected,
                    Whom::Selected,
                    Whom::Entity,
                    Whom::Label,
                    Whom::All(Sureness::AtLeast(90)),
                ][*whom];
                self.perform(Deed::Review { status, whom });
            }
            Press::Relabel(label) => self.perform(Deed::Relabel(LABELS[*label].clone())),
            Press::Mark(place, label) => {
                let words: Vec<_> = document.text().match_indices(' ').map(|(at, _)| at + 1).collect();
                let ends = [place, &(place + 1)].map(|at| words.get(*at).copied());
                if let [Some(start), Some(end)] = ends {
                    let (span, label) = (Span::new(start, end - 1), LABELS[*label].clone());
                    self.perform(Deed::Mark { span, label });
                }
            }
            Press::MarkAll => self.perform(Deed::MarkAll(None)),
            Press::Note(note) => self.perform(Deed::SetNote(note.clone())),
            Press::Value(value) => self.perform(Deed::SetValue(value.clone())),
            Press::Entity(name) => self.perform(Deed::SetEntity(name.clone())),
            Press::SplitOff => self.perform(Deed::SplitOff),
            Press::DeleteMark => self.perform(Deed::Delete),
            Press::Check(state) => self.perform(Deed::Check(CheckState::ALL[*state])),
            Press::Evidence(evidence) => {
                if let Some(id) = selected {
                    self.perform(Deed::SetEvidence(id, evidence.clone()));
                }
            }
            Press::Title(title) => {
                // Titles stay different, so that what goes for room can be told by them.
                let title = format!("{title} {}", new_id().as_u128());
                self.perform(Deed::SetMeta(Meta { title, ..Meta::of(&document) }));
            }
            Press::Grow => {
                let end = newsmark::workspace::End::End;
                self.perform(Deed::MoveEnd { end, forward: true, by_word: true });
            }
            Press::ReadAgain => self.perform(Deed::ReadAgain { with_leftovers: false }),
            _ => {}
        }
    }
}
