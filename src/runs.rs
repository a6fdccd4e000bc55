//! Runs: a document cut into lines, and lines into pieces covered by the same annotations.
//!
//! The view and the exporters that write marked-up text all read these, so that no other place
//! has to think about overlaps. For views of long documents, [`sections`] cuts the text and [`groups`]
//! the list of annotations into pieces that stay the very same where nothing in them changes.

mod groups;
mod sections;

use std::sync::Arc;

use crate::annotation::Annotation;
use crate::text::Span;

pub use groups::{Block, Group, groups};
pub use sections::{Section, outline, sections};

/// One line of a text with what is marked in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Where it stands, in bytes, its line break included: lines tile the text.
    pub span: Span,
    /// Its runs: they tile the line.
    pub runs: Vec<Run>,
}

/// A piece of text that the same annotations cover from end to end.
#[derive(Clone, PartialEq, Debug)]
pub struct Run {
    /// Where it stands, in bytes; never empty.
    pub span: Span,
    /// The annotations that cover it, the innermost (shortest) last; empty for plain text.
    pub annotations: Vec<Arc<Annotation>>,
}

impl Run {
    /// The innermost annotation that covers the run.
    pub fn innermost(&self) -> Option<&Arc<Annotation>> {
        self.annotations.last()
    }
}

/// Cuts `text` into lines and runs. The annotations must slice it and stand in reading order, as
/// those of a document do.
///
/// Linear in the text, the annotations, and how many of them cover the same piece.
pub fn lines(text: &str, annotations: &[Arc<Annotation>]) -> Vec<Line> {
    lines_within(text, Span::new(0, text.len()), annotations)
}

/// The runs of any piece of the text, for the annotations that reach into it.
pub fn runs_within(text: &str, piece: Span, annotations: &[Arc<Annotation>]) -> Vec<Run> {
    lines_within(text, piece, annotations).into_iter().flat_map(|line| line.runs).collect()
}

/// The same for a piece of the text that begins and ends with lines, and for the annotations that
/// reach into it.
fn lines_within(text: &str, piece: Span, annotations: &[Arc<Annotation>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut next = 0;
    let mut active: Vec<Arc<Annotation>> = Vec::new();
    let mut start = piece.start();
    let text = piece.slice(text).unwrap_or_default();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let mut runs = Vec::new();
        let mut at = start;
        while at < end {
            active.retain(|annotation| annotation.span.end() > at);
            while let Some(annotation) = annotations.get(next).filter(|a| a.span.start() <= at) {
                // The longer stand before the shorter, whichever began first.
                let place = active.partition_point(|other| other.span.len() >= annotation.span.len());
                active.insert(place, annotation.clone());
                next += 1;
            }
            let ends = active.iter().map(|annotation| annotation.span.end());
            let begins = annotations.get(next).map(|annotation| annotation.span.start());
            let until = ends.chain(begins).chain([end]).min().unwrap_or(end);
            runs.push(Run { span: Span::new(at, until), annotations: active.clone() });
            at = until;
        }
        lines.push(Line { span: Span::new(start, end), runs });
        start = end;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::AnnotationId;
    use crate::document::{Document, DocumentId};
    use crate::label::LabelCode;
    use jiff::Timestamp;
    use proptest::prelude::*;
    use uuid::Uuid;

    pub(super) fn document(text: &str, spans: &[(usize, usize)]) -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), text, Timestamp::UNIX_EPOCH);
        document.extend(spans.iter().enumerate().map(|(index, &(start, end))| {
            Arc::new(Annotation::by_hand(
                AnnotationId(Uuid::from_u128(index as u128)),
                Span::new(start, end),
                LabelCode::new(index.to_string()),
                Timestamp::UNIX_EPOCH,
            ))
        }));
        document
    }

    #[track_caller]
    fn check(text: &str, spans: &[(usize, usize)], expected: &str) {
        let document = document(text, spans);
        let mut shown = String::new();
        for line in lines(document.text(), document.annotations()) {
            for run in line.runs {
                let codes: Vec<_> = run.annotations.iter().map(|a| a.label.to_string()).collect();
                shown += &format!("[{}:{}]", run.span.slice(text).expect("a slice"), codes.join(","));
            }
            shown += "|";
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn nested_crossing_and_touching() {
        check("abcdef", &[(0, 4), (1, 2)], "[a:0][b:0,1][cd:0][ef:]|");
        check("abcdef", &[(0, 3), (2, 6)], "[ab:0][c:1,0][def:1]|");
        check("abcdef", &[(0, 3), (3, 6)], "[abc:0][def:1]|");
    }

    #[test]
    fn a_mark_over_a_line_break_goes_on_in_the_next_line() {
        check("ab\n\ncd", &[(1, 5)], "[a:][b\n:0]|[\n:0]|[c:0][d:]|");
        check("", &[], "");
    }

    proptest! {
        #[test]
        fn runs_tile_the_text_and_cover_what_is_annotated(
            text in "[ab\n€]{0,40}", spans in prop::collection::vec((0usize..90, 1usize..30), 0..12)
        ) {
            let spans: Vec<_> = spans.into_iter().map(|(start, len)| (start, start + len)).collect();
            let document = document(&text, &spans);
            let mut at = 0;
            for line in lines(document.text(), document.annotations()) {
                prop_assert_eq!(line.span.start(), at);
                for run in line.runs {
                    prop_assert_eq!(run.span.start(), at);
                    prop_assert!(!run.span.is_empty());
                    at = run.span.end();
                    for annotation in document.annotations() {
                        let covers = annotation.span.contains(run.span);
                        prop_assert_eq!(covers, run.annotations.contains(annotation));
                        prop_assert_eq!(covers, annotation.span.overlaps(run.span));
                    }
                }
                prop_assert_eq!(line.span.end(), at);
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
