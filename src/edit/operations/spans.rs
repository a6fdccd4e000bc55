//! What people do to the places of annotations.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Command, read_value, replace, set_status};
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::text::{Span, occurrences};

/// Moves the ends of an annotation, which also accepts it; its value is read anew. Suggestions that it
/// overlaps now, and that nobody has reviewed, are rejected, as [`annotate`](super::annotate) does.
/// `None` where the span is empty or another annotation of the same label has it already.
pub fn resize(document: &Document, id: AnnotationId, span: Span, now: Timestamp) -> Option<Command> {
    span.slice(document.text()).filter(|quote| !quote.trim().is_empty())?;
    let annotation = document.annotation(id)?;
    let is_twin =
        |other: &Arc<Annotation>| other.id != id && other.span == span && other.label == annotation.label;
    if annotation.span == span || document.annotations().iter().any(is_twin) {
        return None;
    }
    let overlapped = document.annotations().iter().filter(|other| {
        other.id != id
            && other.status == Status::Suggested
            && other.span.overlaps(span)
            && !other.span.overlaps(annotation.span)
            && !annotation.label.holds_others()
            && !other.label.holds_others()
    });
    let overlapped: Vec<_> = overlapped.map(|other| other.id).collect();
    let resized = Annotation {
        span,
        value: read_value(document, span, &annotation.label).or_else(|| kept_value(annotation, span)),
        status: Status::Accepted,
        modified: now,
        ..(**annotation).clone()
    };
    let rejected = set_status(document, &overlapped, Status::Rejected, now);
    let resized = Command::Replace(vec![Arc::new(resized)]);
    Some(match rejected {
        Some(rejected) => Command::Batch(vec![rejected, resized]),
        None => resized,
    })
}

/// Who said it stays with speech whose ends move; what an amount or a date means, as long as its words are within:
/// "than $2.3 billion".
fn kept_value(annotation: &Annotation, span: Span) -> Option<crate::value::Value> {
    let stays = annotation.label.is_speech() || span.contains(annotation.span);
    annotation.value.clone().filter(|_| stays)
}

/// Marks every occurrence of the words at `span` with a label, as one entity with the annotation that
/// is there. What is marked as something that overlaps an occurrence, and was accepted, stays; the
/// suggestions become this. `ids` gives a new id at every call. `None` where nothing is left to mark.
pub fn mark_all(
    document: &Document,
    span: Span,
    label: &LabelCode,
    mut ids: impl FnMut() -> AnnotationId,
    now: Timestamp,
) -> Option<Command> {
    let words = span.slice(document.text()).filter(|words| !words.trim().is_empty())?;
    let at = |span: Span| at(document, span);
    let entity = at(span).find(|there| there.label == *label).and_then(|there| there.entity.clone());
    let mut accepted = Vec::new();
    let mut relabelled = Vec::new();
    let mut superseded = Vec::new();
    let mut new = Vec::new();
    let value = read_value(document, span, label);
    for place in occurrences(document.text(), words) {
        let twin = at(place).find(|there| there.label == *label);
        if let Some(twin) = twin {
            accepted.push(twin.id);
            continue;
        }
        let around = || around(document, place).filter(|other| other.span != place);
        if around().any(|other| other.status == Status::Accepted || other.span.contains(place)) {
            continue;
        }
        let is_open =
            |there: &&Arc<Annotation>| there.status == Status::Suggested && !there.label.is_speech();
        if let Some(there) = at(place).find(is_open) {
            relabelled.push(there.id);
            continue;
        }
        if at(place).any(|there| there.status == Status::Accepted) {
            continue;
        }
        superseded.extend(around().filter(|other| other.status == Status::Suggested).map(|other| other.id));
        new.push(Arc::new(Annotation {
            value: value.clone(),
            entity: entity.clone(),
            ..Annotation::by_hand(ids(), place, label.clone(), now)
        }));
    }
    let commands = [
        set_status(document, &accepted, Status::Accepted, now),
        replace(document, &relabelled, |there| {
            Some(Annotation {
                label: label.clone(),
                value: value.clone(),
                entity: entity.clone(),
                status: Status::Accepted,
                modified: now,
                ..there.clone()
            })
        }),
        set_status(document, &superseded, Status::Rejected, now),
        (!new.is_empty()).then_some(Command::Add(new)),
    ];
    let commands: Vec<_> = commands.into_iter().flatten().collect();
    (!commands.is_empty()).then_some(Command::Batch(commands))
}

/// The annotations with this very span.
fn at(document: &Document, span: Span) -> impl Iterator<Item = &Arc<Annotation>> {
    let from = document.annotations().partition_point(|other| other.span.start() < span.start());
    let here = document.annotations()[from..].iter();
    here.take_while(move |other| other.span.start() == span.start()).filter(move |other| other.span == span)
}

/// The annotations that overlap a place, rejected ones and those that hold others left out.
fn around(document: &Document, place: Span) -> impl Iterator<Item = &Arc<Annotation>> {
    let behind = document.annotations().partition_point(|other| other.span.start() < place.end());
    // In reading order the longest may begin anywhere before; marks other than speech are short.
    const FAR: usize = 400;
    let from =
        document.annotations()[..behind].partition_point(|other| other.span.start() + FAR < place.start());
    document.annotations()[from..behind].iter().filter(move |other| {
        other.span.overlaps(place) && other.status != Status::Rejected && !other.label.holds_others()
    })
}
