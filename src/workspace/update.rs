//! The one transition of the workspace.

use std::sync::Arc;

use super::{Action, Dialog, End, Place, Workspace};
use crate::label::LabelCode;
use crate::store::Draft;
use crate::words;

impl Workspace {
    /// The workspace after `action`; `None` where it changes nothing.
    pub fn update(&self, action: Action) -> Option<Workspace> {
        let mut next = self.clone();
        let has_changed = next.apply(action);
        next.drop_stale_notice();
        has_changed.then_some(next)
    }

    fn apply(&mut self, action: Action) -> bool {
        match action {
            // The library.
            Action::Listed(listing) => self.list(listing),
            Action::Add(documents) => self.add(&documents),
            Action::Replace { title, articles } => self.replace(&title, articles),
            Action::Delete { id, now } => self.delete(id, now),
            Action::PutBack(id) => self.put_back(id),
            Action::DeleteAll { ids, now } => self.delete_all(&ids, now),
            Action::PutBackAll(ids) => self.put_back_all(&ids),
            Action::RenameArticle { document, title, now } => self.rename_article(&document, &title, now),
            Action::Tag { documents, tag, gives, now } => self.tag(&documents, &tag, gives, now),
            Action::TakeBack { documents, step, now } => self.take_back(&documents, &step, now),
            Action::EmptyBin => self.empty_bin(),
            Action::AddToBin(articles) => self.add_to_bin(articles),
            Action::Merged { was, document, must_save } => self.adopt(&was, document, must_save),
            Action::Elsewhere { id, standing } => self.hear(id, standing),
            Action::Stored(written) => self.stored(&written),
            Action::StoreFailed(problem) => set(&mut self.store_problem, Some(problem)),
            // Where one is.
            Action::Go(place) => self.go(place),
            Action::Open { document, place } => self.show(document, place),
            Action::LookAt(view) => self.look_at(view),
            Action::Compare(beside) => match &mut self.place {
                Place::Article(article) => set(&mut article.beside, beside),
                _ => false,
            },
            // The open article.
            Action::Do { deed, now, ids } => self.perform(deed, now, ids),
            Action::Edit { title, command, now } => self.edit(title, command, now),
            Action::Undo { now } => self.undo(now),
            Action::Redo { now } => self.redo(now),
            Action::Recall { id, steps } => self.history.recall(id, steps),
            Action::Select(id) => self.select(id),
            Action::Step(step) => self.step(step),
            Action::NextOpenFact => self.select_open_fact(),
            Action::Review(is_on) => self.review_mode(is_on),
            other => self.apply_to_page(other),
        }
    }

    /// What changes no article and no place.
    fn apply_to_page(&mut self, action: Action) -> bool {
        match action {
            Action::Started => !std::mem::replace(&mut self.has_started, true),
            Action::ToggleLabel(label) => {
                if !self.hidden.remove(&label) {
                    self.hidden.insert(label);
                }
                true
            }
            Action::ShowLabels(hidden) => set(&mut self.hidden, hidden),
            Action::ToggleFamily(family) => {
                let codes: Vec<LabelCode> = self.labels_of(family).cloned().collect();
                let was_shown = self.shows_family(family);
                for code in codes {
                    if was_shown {
                        self.hidden.insert(code)
                    } else {
                        self.hidden.remove(&code)
                    };
                }
                true
            }
            Action::ShowSmall(shows) => set(&mut self.shows_small, shows),
            Action::OpenMenu(menu) => set(&mut self.menu, menu),
            Action::FoldLibrary(shows) => set(&mut self.shows_library, shows),
            Action::Notify(notice) => {
                self.notice = Some(notice);
                true
            }
            Action::DismissNotice => self.notice.take().is_some(),
            Action::Say(text) => set(&mut self.said, text),
            Action::Show(dialog) => {
                self.menu = None;
                self.offered_text = None;
                set(&mut self.dialog, dialog)
            }
            Action::ShowPanel(panel) => set(&mut self.panel, panel),
            Action::ChooseEnd(end) => self.choose_end(end),
            Action::SetKeys(keys) => set(&mut self.keys, keys),
            Action::Find(words) => set(&mut self.words, words),
            Action::Name(name) => {
                self.asks_name = false;
                set(&mut self.person, Some(name.trim().into()))
            }
            Action::SortLibrary(order) => set(&mut self.order, order),
            Action::BackedUp(backup) => set(&mut self.backup, backup),
            Action::Draft(draft) => set(&mut self.draft, draft),
            Action::TakeDraft(draft) => {
                self.drafts_taken += 1;
                self.draft = draft;
                true
            }
            Action::OfferText(text) => {
                self.dialog = Some(Dialog::UpdateText);
                self.offered_text = Some(text);
                true
            }
            Action::Reading(progress) => set(&mut self.reading, progress),
            Action::Arrived(arrived) => {
                self.dialog = arrived.is_some().then_some(Dialog::Arrived);
                self.arrived = arrived;
                true
            }
            Action::KeepSheet(sheet) => {
                self.sheets.retain(|it| it.article != sheet.article || it.name != sheet.name);
                self.sheets.push(sheet);
                true
            }
            Action::Indexed(index) => {
                self.index = index;
                true
            }
            _ => false,
        }
    }

    fn choose_end(&mut self, end: Option<End>) -> bool {
        match end {
            Some(End::Start) => self.say(words::START_MOVES),
            Some(End::End) => self.say(words::END_MOVES),
            None => {}
        }
        set(&mut self.end, end)
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.said = text.into();
    }

    /// The new article has become one of the library.
    pub(super) fn drop_draft(&mut self, text: &Arc<str>) {
        if crate::text::normalize(&self.draft.text) == **text {
            self.draft = Draft::default();
        }
    }
}

/// Puts a value in its place; `false` where it is there already.
pub(super) fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_new = *place != value;
    *place = value;
    is_new
}
