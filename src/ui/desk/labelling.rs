//! Labels, values and the ends of marks.

use std::collections::BTreeMap;

use super::reviewing::short;
use super::{Desk, End};
use crate::annotation::{Annotation, RelationId};
use crate::edit::operations::SourceChoice;
use crate::edit::{operations, read_typed, typed_examples};
use crate::label::{Label, LabelCode, LabelSet, readable};
use crate::store::{keep_label_sets, load_label_sets};
use crate::text::{Span, Stop, one_line, step};
use crate::ui::browser::{ids, now};
use crate::value::Value;
use crate::words;
use crate::workspace::Notice;

/// How many labels are remembered as given last.
const RECENT: usize = 4;

impl Desk {
    /// The labels that were given last, the latest first.
    pub(in crate::ui) fn recent_labels(&self) -> Vec<LabelCode> {
        self.memory.recent.borrow().clone()
    }

    pub(super) fn remember_label(&self, label: &LabelCode) {
        let mut recent = self.memory.recent.borrow_mut();
        recent.retain(|other| other != label);
        recent.insert(0, label.clone());
        recent.truncate(RECENT);
    }

    /// Sets the value of the selected annotation to what was typed; an empty text takes it away.
    ///
    /// # Errors
    /// Why that cannot be, for people; then the value stays.
    pub(in crate::ui) fn set_value(&self, typed: &str) -> Result<(), String> {
        let Some((document, id, quote)) = self.selected() else { return Ok(()) };
        let Some(annotation) = document.annotation(id) else { return Ok(()) };
        let shown = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
        if typed.trim() == shown {
            return Ok(());
        }
        let value = read_typed(&annotation.label, typed, document.published);
        if value.is_none() && !typed.trim().is_empty() {
            return Err(unreadable(annotation, typed));
        }
        let value = value.as_ref();
        self.say(
            value.map_or_else(
                || words::THE_VALUE_IS_GONE.to_owned(),
                |value| words::value_is(&value.describe()),
            ),
        );
        let command = match value {
            Some(Value::Quote(quote)) => {
                operations::set_speaker(&document, id, &quote.speaker, RelationId(ids()()), now())
            }
            _ => operations::set_value(&document, id, value, now()),
        };
        self.edit(words::value_title(&quote), command);
        Ok(())
    }

    /// Tells the selected quote, or told speech, its source.
    pub(in crate::ui) fn set_source(&self, choice: &SourceChoice) {
        let Some((document, id, quote)) = self.selected() else { return };
        let command = operations::set_source(&document, id, choice, RelationId(ids()()), now());
        self.edit(words::source_title(&quote), command);
        let source = match choice {
            SourceChoice::Mark(mark) => {
                document.annotation(*mark).map(|mark| short(document.quote(mark))).unwrap_or_default()
            }
            SourceChoice::Unnamed => words::SOURCE_UNNAMED.to_owned(),
            SourceChoice::Open => words::SOURCE_OPEN.to_owned(),
        };
        self.say(words::source_is(&source));
    }

    /// Moves an end of the selected annotation to a place of the text.
    pub(in crate::ui) fn resize(&self, span: Span) {
        let Some((document, id, quote)) = self.selected() else { return };
        if document.annotation(id).is_some_and(|annotation| annotation.span == span) {
            return;
        }
        match operations::resize(&document, id, span, now()) {
            None => self.say(words::THE_END_CANNOT_GO),
            command => {
                let words = short(span.slice(document.text()).unwrap_or_default());
                self.say(words::the_mark_is_now(&words));
                self.edit(words::resize_title(&quote), command);
            }
        }
    }

    /// Moves an end of the selected annotation by a word or by a character.
    pub(in crate::ui) fn move_end(&self, end: End, forward: bool, by_word: bool) {
        let Some((document, id, _)) = self.selected() else { return };
        let Some(span) = document.annotation(id).map(|annotation| annotation.span) else { return };
        let stop = match (by_word, end) {
            (false, _) => Stop::Character,
            (true, End::Start) => Stop::WordStart,
            (true, End::End) => Stop::WordEnd,
        };
        let step = |at| step(document.text(), at, forward, stop);
        let moved = match end {
            End::Start => Span::new(step(span.start()).min(span.end()), span.end()),
            End::End => Span::new(span.start(), step(span.end()).max(span.start())),
        };
        if moved.is_empty() {
            return self.say(words::A_MARK_HAS_AT);
        }
        self.resize(moved);
    }

    /// Chooses the end that the arrow keys move, or lets go of it.
    pub(in crate::ui) fn choose_end(&self, end: Option<End>) {
        self.handles.end.set(end);
        match end {
            Some(End::Start) => self.say(words::THE_START_MOVES_ARROW),
            Some(End::End) => self.say(words::THE_END_MOVES_ARROW),
            None => {}
        }
    }

    /// Sets the labels of the open article. A colour that cannot be read is corrected, and that is said.
    pub(in crate::ui) fn set_labels(&self, labels: Vec<Label>) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let mut corrected = Vec::new();
        let labels = labels.into_iter().map(|label| match readable(&label.color) {
            Some(color) if color != label.color => {
                corrected.push(label.name.clone());
                Label { color, ..label }
            }
            _ => label,
        });
        let labels = LabelSet::new(labels);
        self.edit(words::CHANGE_LABELS_TITLE.to_owned(), operations::set_labels(&document, labels));
        if !corrected.is_empty() {
            let names = corrected.join(", ");
            self.notify(Notice::info(words::the_colour_of_was(&names)));
        }
    }

    /// Takes a label away; its marks get the label `to`, or go.
    pub(in crate::ui) fn delete_label(&self, code: &LabelCode, to: Option<&LabelCode>) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let title = words::delete_label_title(&self.label_name(code));
        self.edit(title.clone(), operations::delete_label(&document, code, to, now()));
        self.notify(Notice { undoable: true, ..Notice::info(words::done(&title)) });
    }

    /// Makes a label of this name and gives it to a piece of the text, in one step.
    pub(in crate::ui) fn annotate_with_new(&self, span: Span, name: &str) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let Some(label) = new_label(&document.labels, name) else {
            return self.notify(Notice::problem(words::A_LABEL_NEEDS_A));
        };
        if document.labels.get(&label.code).is_none() {
            self.set_labels(document.labels.iter().cloned().chain([label.clone()]).collect());
        }
        self.annotate(span, &label);
    }

    /// The label sets that were kept, by name.
    pub(in crate::ui) fn label_sets(&self) -> BTreeMap<String, LabelSet> {
        load_label_sets(self.library.store())
    }

    /// Keeps the label sets.
    pub(in crate::ui) fn keep_label_sets(&self, sets: &BTreeMap<String, LabelSet>) {
        match keep_label_sets(self.library.store(), sets) {
            Ok(()) => self.say(words::LABEL_SETS_ARE_KEPT),
            Err(error) => self.notify(Notice::problem(words::the_label_set_could(&error))),
        }
    }
}

/// Why what was typed is no value of this annotation.
fn unreadable(annotation: &Annotation, typed: &str) -> String {
    match typed_examples(&annotation.label) {
        "" => words::MARKS_OF_THIS_LABEL.to_owned(),
        examples => words::cannot_be_read_the(&short(typed), &examples),
    }
}

/// A label of this name that is not in the set, with a colour and a free key; the one that is there
/// where the name is taken. `None` without a name.
pub(in crate::ui) fn new_label(labels: &LabelSet, name: &str) -> Option<Label> {
    const COLORS: [&str; 6] = ["#9a3412", "#1d4ed8", "#047857", "#7e22ce", "#be123c", "#0e7490"];
    let name = one_line(name);
    if name.is_empty() {
        return None;
    }
    if let Some(there) = labels.iter().find(|label| label.name.eq_ignore_ascii_case(&name)) {
        return Some(there.clone());
    }
    let upper: String =
        name.to_uppercase().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let codes = std::iter::once(upper.clone()).chain((2..).map(|n| format!("{upper}_{n}")));
    let code = codes.map(LabelCode::new).find(|code| labels.get(code).is_none())?;
    let color = COLORS[labels.iter().count() % COLORS.len()].to_owned();
    Some(Label { code, name, color, key: String::new(), description: String::new() })
}
