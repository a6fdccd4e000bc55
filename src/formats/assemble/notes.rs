//! What is told of a document while it is read.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::annotation::anchor::Anchored;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, AnnotationId, Extra};
use crate::document::{Document, DocumentId};
use crate::formats::newsmark::value_from_json;
use crate::formats::{Problem, ProblemKind};
use crate::label::LabelCode;
use crate::value::{Value, read_day, read_time};

/// The label of an annotation that has none.
pub(in crate::formats) const UNKNOWN_LABEL: &str = "UNKNOWN";

/// The problems of one document, as they are found.
#[derive(Default)]
pub(in crate::formats) struct Notes {
    problems: Vec<Problem>,
    /// The annotation that is being read, and its quote.
    subject: Option<(AnnotationId, String)>,
}

impl Notes {
    pub(in crate::formats) fn into_problems(self, document: DocumentId) -> impl Iterator<Item = Problem> {
        self.problems.into_iter().map(move |problem| Problem { document: Some(document), ..problem })
    }

    /// How much has been told.
    pub(in crate::formats) fn len(&self) -> usize {
        self.problems.len()
    }

    /// Takes back what has been told since, so that it is told later.
    pub(in crate::formats) fn since(&mut self, len: usize) -> Vec<Problem> {
        self.problems.split_off(len)
    }

    pub(in crate::formats) fn extend(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    /// What follows is about this annotation.
    pub(in crate::formats) fn about(&mut self, id: AnnotationId, quote: &str) {
        self.subject = Some((id, short(quote)));
    }

    /// What follows is about no annotation.
    pub(in crate::formats) fn about_nothing(&mut self) {
        self.subject = None;
    }

    /// Notes a whole sentence.
    pub(in crate::formats) fn file(&mut self, kind: ProblemKind, message: impl Into<String>) {
        let annotation = self.subject.as_ref().map(|(id, _)| *id);
        self.problems.push(Problem { document: None, annotation, kind, message: message.into() });
    }

    /// Notes a sentence that begins with the annotation that is being read.
    pub(in crate::formats) fn annotation(&mut self, kind: ProblemKind, predicate: impl AsRef<str>) {
        let quote = self.subject.as_ref().map_or("", |(_, quote)| quote);
        let message = format!("The annotation “{quote}” {}.", predicate.as_ref());
        self.file(kind, message);
    }

    /// Notes what became of an annotation's place, where it is not as the file has it.
    pub(in crate::formats) fn anchored(
        &mut self,
        annotation: &Annotation,
        selector: &Selector,
        anchored: Anchored,
    ) {
        self.about(annotation.id, &selector.quote.exact);
        let (start, end) = (selector.position.start, selector.position.end);
        match anchored {
            Anchored::Exact(_) if selector.quote.exact.is_empty() => {
                let predicate = format!("at {start}-{end} has no quote, so its place could not be checked");
                self.annotation(ProblemKind::Unchecked, predicate);
            }
            Anchored::Exact(_) => {}
            Anchored::Moved { .. } => self.annotation(
                ProblemKind::Moved,
                format!("does not stand at {start}-{end} in the text; it was found by its quote and moved"),
            ),
            Anchored::Orphaned => self.annotation(
                ProblemKind::Orphaned,
                format!("at {start}-{end} has no clear place in the text; it is listed without one"),
            ),
        }
        self.about_nothing();
    }

    /// Reads a date and time (RFC 3339), noting where it is none.
    pub(in crate::formats) fn timestamp(&mut self, name: &str, field: Option<Json>) -> Option<Timestamp> {
        let field = field?;
        let time = field.as_str().and_then(read_time);
        if time.is_none() {
            let field = short(&field.to_string());
            let message = format!(
                "The time “{name}” is {field}, which could not be read (expected: 2024-07-02T15:30:00Z); it was replaced."
            );
            self.file(ProblemKind::Date, message);
        }
        time
    }

    /// Reads a day of publication. What is none is kept in `extra` as it is.
    pub(in crate::formats) fn published(&mut self, field: Option<Json>, extra: &mut Extra) -> Option<Date> {
        let field = field?;
        let read = || {
            let text = field.as_str()?.trim();
            read_day(text).or_else(|| read_day(text.get(..10)?))
        };
        let date = read();
        if date.is_none() && field != "" {
            let message = format!(
                "The publication date {field} could not be read (expected: 2024-07-02); it is kept in the file, but dates were not resolved against it."
            );
            self.file(ProblemKind::Date, message);
            extra.insert("published".into(), field);
        }
        date
    }

    /// Notes where the text of a document is another one than the file has.
    pub(in crate::formats) fn text(&mut self, document: &Document, original: &str) {
        if **document.text() != *original {
            self.file(
                ProblemKind::Text,
                "The text was put in order: line ends became plain ones, and characters \
                that are not allowed were replaced. The annotations were moved along.",
            );
        }
    }

    /// Reads what an annotation means. What is no value is kept in `extra`.
    pub(in crate::formats) fn value(
        &mut self,
        label: &LabelCode,
        json: Option<Json>,
        extra: &mut Extra,
    ) -> Option<Value> {
        let json = json?;
        let value = value_from_json(label, &json);
        if value.is_none() {
            let shown = short(&json.to_string());
            let told = format!("has the value {shown}, which is none; it is kept in the file only");
            self.annotation(ProblemKind::Field, told);
            extra.insert("value".into(), json);
        }
        value
    }

    /// The label of an annotation; [`UNKNOWN_LABEL`] where it has none.
    pub(in crate::formats) fn label(&mut self, code: String) -> LabelCode {
        if !code.is_empty() {
            return LabelCode::new(code);
        }
        self.annotation(ProblemKind::Field, format!("has no label; it got “{UNKNOWN_LABEL}”"));
        LabelCode::new(UNKNOWN_LABEL.to_owned())
    }
}

/// The beginning of a text, on one line.
pub(in crate::formats) fn short(text: &str) -> String {
    const LEN: usize = 40;
    let mut short: String = text.chars().take(LEN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(LEN).is_some() {
        short.push('…');
    }
    short
}
