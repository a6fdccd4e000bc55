//! A document's annotations on another text: a later version of the article, or another outlet's copy.

use std::collections::HashSet;
use std::sync::Arc;

use super::Document;
use crate::annotation::anchor::{Anchored, Anchorer, Proposal, describe, surroundings};
use crate::annotation::{Annotation, AnnotationId, Origin, Orphan, Status};
use crate::text::{Alignment, OffsetMap, Span, normalize, sort_by};

impl Document {
    /// The same document with this text, normalised. What stands in both texts with its surroundings goes along; the rest
    /// is among the orphans, with the place that it had. An orphan whose place is back returns to it.
    ///
    /// ```
    /// # use newsmark::annotation::{Annotation, AnnotationId};
    /// # use newsmark::document::{Document, DocumentId};
    /// # use newsmark::label::LabelCode;
    /// # use newsmark::text::Span;
    /// let mut document = Document::new(DocumentId(Default::default()), "It has 31 members in Rome.", Default::default());
    /// let mark = |id, start, end| {
    ///     let id = AnnotationId(uuid::Uuid::from_u128(id));
    ///     Annotation::by_hand(id, Span::new(start, end), LabelCode::CARDINAL, Default::default()).into()
    /// };
    /// document.extend([mark(1, 7, 9), mark(2, 21, 25)]);
    /// let new = document.on_text("Update: It has 32 members in Rome.");
    /// assert_eq!(new.quote(&new.annotations()[0]), "Rome");
    /// assert_eq!(new.orphans[0].selector.quote.exact, "31");
    /// let proposal = new.proposals()[0].1.unwrap();
    /// assert_eq!(proposal.span.slice(new.text()), Some("32"));
    /// ```
    pub fn on_text(&self, text: &str) -> Document {
        let text: Arc<str> = normalize(text).into();
        if text == self.text {
            return self.clone();
        }
        let alignment = Alignment::new(&self.text, &text);
        let (old_map, map) = (OffsetMap::new(&self.text), OffsetMap::new(&text));
        let anchorer = Anchorer::new(&text, &map);
        let mut annotations = Vec::with_capacity(self.annotations.len());
        let mut orphans = Vec::new();
        for orphan in &self.orphans {
            match anchorer.anchor(&orphan.selector) {
                Anchored::Exact(span) | Anchored::Moved { span, .. }
                    if is_the_same_place(&text, span, orphan) =>
                {
                    annotations.push(orphan.annotation.at(span, |_| None).into());
                }
                _ => orphans.push(orphan.clone()),
            }
        }
        for annotation in &self.annotations {
            match alignment.place(annotation.span) {
                Some(span) => annotations.push(annotation.at(span, |old| alignment.place(old)).into()),
                None => orphans.push(Orphan {
                    annotation: annotation.at(annotation.span, |_| None),
                    selector: describe(&self.text, &old_map, annotation.span),
                }),
            }
        }
        drop(anchorer);
        let mut new = Document { text, annotations: Vec::new(), orphans, ..self.clone() };
        let refused = new.extend(annotations);
        debug_assert!(refused.is_empty(), "ids are unique, and places slice the text");
        new
    }

    /// Takes out the suggestions without a place that nobody has looked at: the program reads the new text itself.
    pub fn drop_stale_suggestions(&mut self) {
        let is_stale = |annotation: &Annotation| {
            let is_made = matches!(annotation.origin, Origin::Extractor { .. });
            annotation.status == Status::Suggested
                && is_made
                && annotation.note.is_empty()
                && annotation.check.is_none()
        };
        self.orphans.retain(|orphan| !is_stale(&orphan.annotation));
        self.take_loose_relations();
    }

    /// For each orphan a place in the text that may be meant, where there is one that a person should look at. Of two
    /// orphans with the same label that would come to the same place, the more similar one has it. Depends on the text and
    /// the orphans alone; whether a place is free tells [`Document::is_free_for`].
    pub fn proposals(&self) -> Vec<(AnnotationId, Option<Proposal>)> {
        if self.orphans.is_empty() {
            return Vec::new();
        }
        let map = OffsetMap::new(&self.text);
        let anchorer = Anchorer::new(&self.text, &map);
        let mut found: Vec<_> = self
            .orphans
            .iter()
            .map(|orphan| {
                // What was rejected needs no place.
                let is_open = !orphan.is_declined() && orphan.annotation.status != Status::Rejected;
                let proposal = is_open.then(|| anchorer.propose(&orphan.selector)).flatten();
                (orphan.annotation.id, proposal)
            })
            .collect();
        let mut best: Vec<usize> = (0..found.len()).collect();
        let score = |at: &usize| found[*at].1.map_or(0.0, |proposal| proposal.score);
        sort_by(&mut best, |a, b| score(b).total_cmp(&score(a)));
        let mut taken = HashSet::new();
        for at in best {
            let place =
                found[at].1.map(|proposal| (proposal.span, self.orphans[at].annotation.label.clone()));
            if place.is_some_and(|place| !taken.insert(place)) {
                found[at].1 = None;
            }
        }
        found
    }

    /// Whether no mark that somebody has decided on says the same of this place already.
    pub fn is_free_for(&self, orphan: &Orphan, span: Span) -> bool {
        let is_same = |annotation: &Annotation| {
            annotation.span == span
                && annotation.label == orphan.annotation.label
                && annotation.status != Status::Suggested
        };
        let from = self.annotations.partition_point(|annotation| annotation.span.start() < span.start());
        let mut here = self.annotations[from..].iter().take_while(|it| it.span.start() == span.start());
        !here.any(|annotation| is_same(annotation))
    }
}

/// Whether all that the orphan kept of its surroundings is around `span`.
fn is_the_same_place(text: &str, span: Span, orphan: &Orphan) -> bool {
    let here = surroundings(text, span);
    let there = &orphan.selector.quote;
    here.exact == there.exact && here.prefix == there.prefix && here.suffix == there.suffix
}
