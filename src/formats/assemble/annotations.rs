//! Puts the annotations of a file where they belong in the text.

use std::sync::Arc;

use super::notes::Notes;
use super::place::{Frame, Places};
use crate::annotation::anchor::Anchored;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, Orphan};
use crate::document::Document;
use crate::formats::{Problem, ProblemKind};
use crate::text::{OffsetMap, Unit};

/// An annotation as it was read: all of it, but for its place, which is only told.
pub(in crate::formats) struct Found {
    pub(in crate::formats) annotation: Annotation,
    pub(in crate::formats) selector: Selector,
    /// Where the versions of its history stand, those that say it.
    pub(in crate::formats) versions: Vec<Option<Selector>>,
    /// What was told while it was read.
    pub(in crate::formats) told: Vec<Problem>,
}

/// Adds annotations to a document: at their places in the text, or as orphans. `original` is the text as the file has it,
/// `hint` what the file says that its offsets count.
pub(in crate::formats) fn put(
    document: &mut Document,
    original: &str,
    hint: Option<Unit>,
    found: Vec<Found>,
    notes: &mut Notes,
) {
    let normal = Arc::clone(document.text());
    let map = OffsetMap::new(&normal);
    let original_map = if *normal == *original { None } else { Some(OffsetMap::new(original)) };
    let places = Places::new((original, original_map.as_ref().unwrap_or(&map)), (&normal, &map));
    let selectors: Vec<&Selector> = found.iter().map(|found| &found.selector).collect();
    let frame = places.recognise(&selectors, hint);
    tell_unit(frame, hint, notes);
    let mut annotations = Vec::with_capacity(found.len());
    for Found { mut annotation, selector, versions, told } in found {
        notes.extend(told);
        let anchored = places.anchor(&selector, frame);
        notes.anchored(&annotation, &selector, anchored);
        match anchored {
            Anchored::Exact(span) | Anchored::Moved { span, .. } => {
                annotation.span = span;
                for (version, own) in annotation.history.iter_mut().zip(&versions) {
                    let placed = own.as_ref().map(|own| places.anchor(own, frame));
                    Arc::make_mut(version).span = placed.and_then(Anchored::span).unwrap_or(span);
                }
                annotations.push(Arc::new(annotation));
            }
            Anchored::Orphaned => document.orphans.push(Orphan { annotation, selector }),
        }
    }
    document.extend(annotations);
}

fn tell_unit(frame: Frame, hint: Option<Unit>, notes: &mut Notes) {
    let said = hint.unwrap_or(Unit::CodePoint);
    if frame.unit != said {
        let message = format!(
            "The offsets in the file count {} where {} were expected; what is marked shows this, and the offsets were converted.",
            frame.unit.name(),
            said.name()
        );
        notes.file(ProblemKind::OffsetUnit, message);
    }
}
