//! The article itself: what is known of it, reading it again, and what has no place in its text.

use std::sync::Arc;

use jiff::Timestamp;

use super::Moment;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::{annotate, read};
use crate::edit::{Command, Meta, operations};
use crate::extract::extract_whole;
use crate::text::Span;
use crate::words;
use crate::workspace::{Notice, Workspace};

impl Workspace {
    /// Sets title, source and published date. With another date, what dates mean that nobody has
    /// reviewed is read anew.
    pub(super) fn set_meta(&mut self, meta: Meta, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        if Meta::of(&document) == meta {
            return false;
        }
        let redate = (meta.published != document.published)
            .then(|| operations::redate(&document, meta.published, now))
            .flatten();
        let command = Command::Batch([Command::SetMeta(meta)].into_iter().chain(redate).collect());
        self.edit(words::ARTICLE_DETAILS_TITLE.to_owned(), command, now)
    }

    /// Reads the open article again: what is missing is suggested, what was rejected stays so.
    pub(super) fn read_again(&mut self, with_leftovers: bool, moment: Moment) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let mut again = (*document).clone();
        let added = if with_leftovers {
            let extraction = extract_whole(document.text(), document.published);
            annotate(&mut again, &extraction, moment.ids, moment.now)
        } else {
            read(&mut again, moment.ids, moment.now)
        };
        if added == 0 {
            return self.notify(Notice::info(words::NOTHING_NEW_FOUND));
        }
        let is_new = |annotation: &&Arc<Annotation>| document.annotation(annotation.id).is_none();
        let new = again.annotations().iter().filter(is_new).cloned().collect();
        let command = Command::Batch(vec![Command::SetEntities(again.entities.clone()), Command::Add(new)]);
        self.edit(words::READ_AGAIN_TITLE.to_owned(), command, moment.now);
        self.notify(Notice::info(words::suggestions_added(added)).undoable())
    }

    pub(super) fn place_orphan(&mut self, id: AnnotationId, span: Span, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let quote = span.slice(document.text()).unwrap_or_default();
        self.say(words::mark_placed(&quote));
        let command = operations::place_orphan(&document, id, span, now);
        self.edit_by(words::place_title(&quote), command, now)
    }

    pub(super) fn decline_orphan(&mut self, id: AnnotationId, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        self.say(words::MARK_STAYS_UNPLACED);
        self.edit_by(words::NO_PLACE_TITLE.to_owned(), operations::decline_orphan(&document, id), now)
    }

    pub(super) fn delete_orphan(&mut self, id: AnnotationId, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        self.edit_by(words::DELETE_ORPHAN_TITLE.to_owned(), operations::delete_orphan(&document, id), now)
    }
}
