use std::sync::Arc;

use super::{Line, lines_within};
use crate::annotation::Annotation;
use crate::text::Span;

/// Lines in a section: browsers skip the layout of whole sections that are out of sight, and a
/// section is drawn anew as one.
const LINES: usize = 40;
/// Where lines are long, a section ends with the line that passes so many bytes.
const BYTES: usize = 8_000;

/// A group of lines, and the annotations that reach into it, in reading order.
///
/// The runs are made only when they are asked for, so that sections nobody looks at cost little.
#[derive(Debug)]
pub struct Section {
    /// Where it stands, in bytes, from the beginning of a line to the end of one.
    pub span: Span,
    /// What is marked in it.
    pub annotations: Vec<Arc<Annotation>>,
}

impl Section {
    /// The lines and runs of this section of `text`.
    pub fn lines(&self, text: &str) -> Vec<Line> {
        lines_within(text, self.span, &self.annotations)
    }
}

/// Cuts a text into sections: spans that tile it.
pub fn outline(text: &str) -> Vec<Span> {
    let mut outline = Vec::new();
    let (mut start, mut end, mut lines) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        end += line.len();
        lines += 1;
        if lines == LINES || end - start >= BYTES {
            outline.push(Span::new(start, end));
            (start, lines) = (end, 0);
        }
    }
    if start < end {
        outline.push(Span::new(start, end));
    }
    outline
}

/// The sections of `outline` with those of `annotations` (in reading order) that reach into them.
///
/// A section in which nothing has changed since `before` is the very same as it was, so that who
/// draws it can tell without a look at what is in it.
pub fn sections<'a>(
    outline: &[Span],
    annotations: impl Iterator<Item = &'a Arc<Annotation>>,
    before: &[Arc<Section>],
) -> Vec<Arc<Section>> {
    let mut annotations = annotations.peekable();
    let mut reaching: Vec<Arc<Annotation>> = Vec::new();
    let mut sections = Vec::with_capacity(outline.len());
    for (index, &span) in outline.iter().enumerate() {
        while let Some(next) = annotations.next_if(|next| next.span.start() < span.end()) {
            reaching.push(next.clone());
        }
        let goes_on: Vec<_> = reaching.iter().filter(|one| one.span.end() > span.end()).cloned().collect();
        let now = std::mem::replace(&mut reaching, goes_on);
        let is_same = |old: &&Arc<Section>| {
            old.span == span
                && old.annotations.len() == now.len()
                && old.annotations.iter().zip(&now).all(|(old, now)| Arc::ptr_eq(old, now))
        };
        sections.push(match before.get(index).filter(is_same) {
            Some(old) => old.clone(),
            None => Arc::new(Section { span, annotations: now }),
        });
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::super::tests::document;
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str, spans: &[(usize, usize)]) -> (Vec<Line>, Vec<Line>) {
        let document = document(text, spans);
        // As short as can be, so that many marks go from one to the next.
        let mut end = 0;
        let outline = text.split_inclusive('\n').map(|line| {
            end += line.len();
            Span::new(end - line.len(), end)
        });
        let sections = sections(&outline.collect::<Vec<_>>(), document.annotations().iter(), &[]);
        let cut = sections.iter().flat_map(|section| section.lines(text)).collect();
        (cut, super::super::lines(text, document.annotations()))
    }

    #[test]
    fn outlines_tile_the_text() {
        let text = "line\n".repeat(100) + &"long ".repeat(4_000) + "\nend";
        let outline = outline(&text);
        assert_eq!(outline.len(), 4);
        let ends = outline.iter().map(|span| span.end());
        assert!([0].into_iter().chain(ends).eq(outline.iter().map(|span| span.start()).chain([text.len()])));
        assert!(super::outline("").is_empty());
    }

    #[test]
    fn what_has_not_changed_is_the_very_same() {
        let text = "one two\nthree\nfour\n";
        let outline = [Span::new(0, 8), Span::new(8, 14), Span::new(14, 19)];
        let document = document(text, &[(0, 3), (8, 13), (14, 18)]);
        let before = sections(&outline, document.annotations().iter(), &[]);
        let after = sections(&outline, document.annotations().iter().skip(1), &before);
        let same: Vec<_> = before.iter().zip(&after).map(|(a, b)| Arc::ptr_eq(a, b)).collect();
        assert_eq!(same, [false, true, true]);
    }

    proptest! {
        #[test]
        fn sections_have_the_runs_of_the_whole(
            text in "[ab\n€]{0,40}", spans in prop::collection::vec((0usize..90, 1usize..30), 0..12)
        ) {
            let spans: Vec<_> = spans.into_iter().map(|(start, len)| (start, start + len)).collect();
            let (cut, whole) = cut(&text, &spans);
            prop_assert_eq!(cut, whole);
        }
    }
}
