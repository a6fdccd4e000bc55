use jiff::Timestamp;

use crate::annotation::anchor::Anchored;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::DocumentId;
use crate::formats::newsmark::wire::Field;
use crate::formats::{Problem, ProblemKind};
use crate::value::read_time;

/// The problems of one document, as they are found.
#[derive(Default)]
pub(super) struct Notes {
    problems: Vec<Problem>,
    /// The annotation that is being read, and its quote.
    subject: Option<(AnnotationId, String)>,
}

impl Notes {
    pub(super) fn into_problems(self, document: DocumentId) -> impl Iterator<Item = Problem> {
        self.problems.into_iter().map(move |problem| Problem { document: Some(document), ..problem })
    }

    /// What follows is about this annotation.
    pub(super) fn about(&mut self, id: AnnotationId, quote: &str) {
        self.subject = Some((id, short(quote)));
    }

    /// What follows is about no annotation.
    pub(super) fn about_nothing(&mut self) {
        self.subject = None;
    }

    /// Notes a whole sentence.
    pub(super) fn file(&mut self, kind: ProblemKind, message: impl Into<String>) {
        let annotation = self.subject.as_ref().map(|(id, _)| *id);
        self.problems.push(Problem { document: None, annotation, kind, message: message.into() });
    }

    /// Notes a sentence that begins with the annotation that is being read.
    pub(super) fn annotation(&mut self, kind: ProblemKind, predicate: impl AsRef<str>) {
        let quote = self.subject.as_ref().map_or("", |(_, quote)| quote);
        let message = format!("The annotation “{quote}” {}.", predicate.as_ref());
        self.file(kind, message);
    }

    /// Notes what became of an annotation's place, where it is not as the file has it.
    pub(super) fn anchored(&mut self, annotation: &Annotation, selector: &Selector, anchored: Anchored) {
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
    pub(super) fn timestamp(&mut self, name: &str, field: Field) -> Option<Timestamp> {
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
}

/// The beginning of a text, on one line.
pub(super) fn short(text: &str) -> String {
    const LEN: usize = 40;
    let mut short: String = text.chars().take(LEN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(LEN).is_some() {
        short.push('…');
    }
    short
}
