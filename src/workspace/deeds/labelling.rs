//! Labels, values and the ends of marks.

use jiff::Timestamp;

use super::{Moment, Selected, short};
use crate::annotation::{Annotation, RelationId, Status};
use crate::edit::operations::{self, SourceChoice};
use crate::edit::{read_typed_for, typed_examples};
use crate::label::{Label, LabelCode, LabelSet, readable};
use crate::text::{Span, Stop, one_line, step};
use crate::value::Value;
use crate::words;
use crate::workspace::{End, Notice, Workspace};

/// How many labels are remembered as given last.
const RECENT: usize = 4;

impl Workspace {
    pub(super) fn remember_label(&mut self, label: &LabelCode) {
        self.recent.retain(|other| other != label);
        self.recent.insert(0, label.clone());
        self.recent.truncate(RECENT);
    }

    pub(super) fn relabel(&mut self, label: &LabelCode, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        self.remember_label(label);
        let name = self.label_name(label);
        let told = words::MarkMade { quote: &quote, name: &name }.text();
        self.say(told.clone());
        let was_decided = self.selected().is_some_and(|it| it.status != Status::Suggested);
        let command = operations::relabel(&document, id, label, now);
        if was_decided && command.is_some() {
            // A letter that was meant for a field changes what somebody has decided: that is not to go unseen.
            self.notify(Notice::info(told).undoable());
        }
        self.edit_by(words::MarkTitle { quote: &quote, name: &name }.text(), command, now)
    }

    /// Marks a piece of the open article, and selects the mark.
    pub(super) fn mark(&mut self, span: Span, label: &LabelCode, moment: Moment) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let Some(quote) = span.slice(document.text()).map(short) else { return false };
        self.remember_label(label);
        let name = self.label_name(label);
        self.say(words::MarkMade { quote: &quote, name: &name }.text());
        let id = moment.annotation_id();
        let command = operations::annotate(&document, span, label, id, moment.now);
        self.edit_by(words::MarkTitle { quote: &quote, name: &name }.text(), command, moment.now);
        // The mark may have been there already, under another id.
        let is_it = |other: &Annotation| other.span == span && other.label == *label;
        let marked = self.open.as_ref().and_then(|document| {
            document.annotations().iter().find(|it| is_it(it)).map(|annotation| annotation.id)
        });
        self.select(marked.or(Some(id)));
        true
    }

    /// Makes a label of this name and gives it to a piece of the text, in one step.
    pub(super) fn mark_as_new(&mut self, span: Span, name: &str, moment: Moment) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let Some(label) = new_label(&document.labels, name) else {
            return self.notify(Notice::problem(words::LABEL_WITHOUT_NAME));
        };
        if document.labels.get(&label.code).is_none() {
            let labels = document.labels.iter().cloned().chain([label.clone()]).collect();
            self.set_labels(labels, moment.now);
        }
        self.mark(span, &label.code, moment)
    }

    /// What was typed as the value of the selected mark; `None` takes the value away.
    ///
    /// # Errors
    /// Why it is no value of this mark, for people.
    pub fn read_value(&self, typed: &str) -> Result<Option<Value>, String> {
        let (Some(document), Some(annotation)) = (self.open(), self.selected()) else { return Ok(None) };
        let value = read_typed_for(annotation, typed, document.published);
        if value.is_none() && !typed.trim().is_empty() {
            return Err(match typed_examples(&annotation.label) {
                "" => words::LABEL_WITHOUT_VALUES.to_owned(),
                examples => words::ValueUnreadable { short: &short(typed), examples: &examples }.text(),
            });
        }
        Ok(value)
    }

    /// Sets the value of the selected mark to what was typed; what is no value changes nothing.
    pub(super) fn set_value(&mut self, typed: &str, moment: Moment) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        let Some(annotation) = document.annotation(id) else { return false };
        let shown = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
        let Ok(value) = self.read_value(typed) else { return false };
        if typed.trim() == shown {
            return false;
        }
        self.say(value.as_ref().map_or_else(
            || words::VALUE_REMOVED.to_owned(),
            |value| words::value_changed(&value.describe()),
        ));
        let command = match &value {
            Some(Value::Quote(quote)) => {
                let relation = RelationId((moment.ids)());
                operations::set_speaker(&document, id, &quote.speaker, relation, moment.now)
            }
            value => operations::set_value(&document, id, value.as_ref(), moment.now),
        };
        self.edit_by(words::value_title(&quote), command, moment.now)
    }

    /// Tells the selected quote, or told speech, its source.
    pub(super) fn set_source(&mut self, choice: &SourceChoice, moment: Moment) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        let source = match choice {
            SourceChoice::Mark(mark) => {
                document.annotation(*mark).map(|mark| short(document.quote(mark))).unwrap_or_default()
            }
            SourceChoice::Unnamed => words::SOURCE_UNNAMED.to_owned(),
            SourceChoice::Open => words::SOURCE_OPEN.to_owned(),
        };
        self.say(words::source_chosen(&source));
        let relation = RelationId((moment.ids)());
        let command = operations::set_source(&document, id, choice, relation, moment.now);
        self.edit_by(words::source_title(&quote), command, moment.now)
    }

    pub(super) fn set_note(&mut self, note: &str, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        let command = operations::set_note(&document, id, note.trim(), now);
        self.edit_by(words::note_title(&quote), command, now)
    }

    pub(super) fn use_version(&mut self, version: &Annotation, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        let command = operations::use_version(&document, id, version, now);
        self.edit_by(words::use_version_title(&quote), command, now)
    }

    /// Moves the ends of the selected mark.
    pub(super) fn resize(&mut self, span: Span, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        if document.annotation(id).is_some_and(|annotation| annotation.span == span) {
            return false;
        }
        let end = self.end;
        match operations::resize(&document, id, span, now) {
            None => {
                self.say(words::END_CANNOT_MOVE);
                true
            }
            command => {
                let words = short(span.slice(document.text()).unwrap_or_default());
                self.say(words::mark_resized(&words));
                let changed = self.edit_by(words::resize_title(&quote), command, now);
                self.end = end;
                changed
            }
        }
    }

    /// Moves an end of the selected mark by a word or by a character.
    pub(super) fn move_end(&mut self, end: End, forward: bool, by_word: bool, now: Timestamp) -> bool {
        let Some(Selected { document, id, .. }) = self.selection() else { return false };
        let Some(span) = document.annotation(id).map(|annotation| annotation.span) else { return false };
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
            self.say(words::MARK_TOO_SHORT);
            return true;
        }
        self.resize(moved, now)
    }

    /// Sets the labels of the open article. A colour that cannot be read is corrected, and that is said.
    pub(super) fn set_labels(&mut self, labels: Vec<Label>, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let mut corrected = Vec::new();
        let labels = labels.into_iter().map(|label| match readable(&label.color) {
            Some(color) if color != label.color => {
                corrected.push(label.name.clone());
                Label { color, ..label }
            }
            _ => label,
        });
        let labels = LabelSet::new(labels);
        let command = operations::set_labels(&document, labels);
        let changed = self.edit_by(words::CHANGE_LABELS_TITLE.to_owned(), command, now);
        if corrected.is_empty() {
            return changed;
        }
        self.notify(Notice::info(words::label_colours_corrected(&corrected.join(", "))))
    }

    /// Takes a label away; its marks get the label `to`, or go.
    pub(super) fn delete_label(&mut self, code: &LabelCode, to: Option<&LabelCode>, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let title = words::delete_label_title(&self.label_name(code));
        self.edit_by(title.clone(), operations::delete_label(&document, code, to, now), now);
        self.notify(Notice::info(words::done(&title)).undoable())
    }
}

/// A label of this name that is not in the set, with a colour and a free key; the one that is there
/// where the name is taken. `None` without a name.
pub fn new_label(labels: &LabelSet, name: &str) -> Option<Label> {
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
