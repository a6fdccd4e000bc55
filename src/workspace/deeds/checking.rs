//! Checking: what people find out about the facts of the open article.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Deed, Selected, short};
use crate::annotation::{AnnotationId, Check, CheckState};
use crate::edit::operations;
use crate::facts::{Doubt, dismissed, is_fact};
use crate::words;
use crate::workspace::{Notice, View, Workspace};

impl Workspace {
    pub(super) fn perform_check(&mut self, deed: Deed, now: Timestamp) -> bool {
        match deed {
            Deed::Check(state) => self.check(state, now),
            Deed::SetCheckState(id, state) => self.change_check(id, |check| check.state = state, now),
            Deed::SetEvidence(id, evidence) => self.change_check(id, |check| check.evidence = evidence, now),
            Deed::SetRemark(id, remark) => self.change_check(id, |check| check.note = remark, now),
            Deed::Dismiss(doubt) => self.dismiss(&doubt, now),
            _ => false,
        }
    }

    /// Sets what came of checking the selected fact; on the check sheet the next open one follows.
    fn check(&mut self, state: CheckState, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        if document.annotation(id).is_none_or(|annotation| !is_fact(annotation)) {
            return false;
        }
        self.say(words::FactChecked { quote: &quote, state: &state.name() }.text());
        self.change_check(id, |check| check.state = state, now);
        if self.view() == View::CheckSheet && state != CheckState::Open {
            self.select_open_fact();
        }
        true
    }

    fn change_check(&mut self, id: AnnotationId, change: impl FnOnce(&mut Check), now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let Some(annotation) = document.annotation(id) else { return false };
        let before = annotation.check.as_deref().cloned().unwrap_or_else(Check::open);
        let mut check = before.clone();
        change(&mut check);
        if check == before {
            return false;
        }
        check.by = self.person().into();
        check.at = Some(now);
        self.asks_name = true;
        let quote = short(document.quote(annotation));
        let command = operations::set_check(&document, id, Some(&Arc::new(check)), now);
        self.edit_by(words::check_title(&quote), command, now)
    }

    /// Puts a doubt aside for good.
    fn dismiss(&mut self, doubt: &Doubt, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let Some(stated) = document.annotation(doubt.stated) else { return false };
        let quote = short(document.quote(stated));
        let check = dismissed(stated.check.as_ref(), doubt.kind);
        let command = operations::set_check(&document, doubt.stated, Some(&check), now);
        self.edit_by(words::dismiss_title(&quote), command, now)
            && self.notify(Notice::info(words::doubt_dismissed(&quote)).undoable())
    }
}
