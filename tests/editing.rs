//! Everything that people do to a document can be taken back and done again.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::annotation::{
    Annotation, AnnotationId, Check, CheckState, Extra, Origin, Relation, RelationId, Status,
};
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::edit::{Command, Meta, operations};
use newsmark::extract::extract;
use newsmark::label::{Label, LabelCode, LabelSet};
use newsmark::text::Span;
use proptest::prelude::*;
use uuid::Uuid;

const TEXT: &str = "Lloyd Austin said Austin would send €3.5m to Rome on Monday.\nMr Zelensky thanked Austin: \
    “Rome and Kyiv, Kyiv and Rome,” Zelenskyy said.";

fn start() -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), TEXT, Timestamp::UNIX_EPOCH);
    let mut next = 0;
    let ids = || {
        next += 1;
        Uuid::from_u128(next)
    };
    annotate(&mut document, &extract(TEXT, None), ids, Timestamp::UNIX_EPOCH);
    document
}

/// Something that a person does; the numbers choose what it is done to.
#[derive(Clone, Debug)]
struct Deed(u8, prop::sample::Index, prop::sample::Index, prop::sample::Index);

fn command(document: &Document, deed: &Deed, step: usize) -> Option<Command> {
    let now = Timestamp::from_second(step as i64 + 1).expect("a time");
    let new_id = |n: usize| Uuid::from_u128((step as u128 + 1) << 64 | n as u128);
    let Deed(kind, one, other, third) = deed;
    let text = document.text();
    let starts: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (from, to) = (*one.get(&starts), *other.get(&starts));
    let span = Span::new(from.min(to), from.max(to));
    let labels: Vec<_> = document.labels.iter().map(|label| label.code.clone()).collect();
    let label = if labels.is_empty() { LabelCode::ORG } else { third.get(&labels).clone() };
    if *kind == 0 {
        return operations::annotate(document, span, &label, AnnotationId(new_id(0)), now);
    }
    if *kind == 1 {
        let words = *other.get(&["Austin", "Rome", "€3.5m", "said", ""]);
        let mut new = document.on_text(&TEXT.replace(*third.get(&["Austin", "Zelensk", "Kyiv"]), words));
        if step.is_multiple_of(2) {
            new.drop_stale_suggestions();
        }
        return Some(Command::SetContent(Arc::new(new)));
    }
    if *kind == 2 && !document.orphans.is_empty() {
        let id = one.get(&document.orphans).annotation.id;
        return match third.get(&[0, 1, 2]) {
            0 => operations::place_orphan(document, id, span, now),
            1 => operations::decline_orphan(document, id),
            _ => operations::delete_orphan(document, id),
        };
    }
    let marks = document.annotations();
    if marks.is_empty() {
        return None;
    }
    let (mark, second) = (one.get(marks), other.get(marks));
    let (subject, into) = (document.subject_of(mark), document.subject_of(second));
    let status = *third.get(&Status::ALL);
    match kind {
        3 => operations::delete(document, &[mark.id]),
        4 => operations::resize(document, mark.id, span, now),
        5 => {
            let mut n = 0;
            let ids = || {
                n += 1;
                AnnotationId(new_id(n))
            };
            operations::mark_all(document, mark.span, &label, ids, now)
        }
        6 => operations::review_subject(document, &subject, status, now),
        7 => operations::rename(document, &subject, &format!("Name {step}"), now),
        8 => operations::merge(document, &subject, &into, now),
        9 => operations::split_off(document, mark.id, now),
        10 => operations::name_mention(document, mark.id, document.name_of(&into), now),
        11 => operations::relabel_subject(document, &subject, &label, now),
        12 => operations::set_value(document, mark.id, second.value.as_ref(), now),
        13 => {
            let state = *third.get(&CheckState::ALL);
            let (evidence, note) = (format!("p. {step}"), String::new());
            let check = Check { state, evidence, note, by: "".into(), at: Some(now), extra: Extra::new() };
            operations::set_check(document, mark.id, Some(&Arc::new(check)), now)
        }
        14 => Some(Command::Relate(vec![Arc::new(Relation {
            id: RelationId(new_id(0)),
            kind: Relation::SAID_BY.into(),
            from: mark.id,
            to: second.id,
            origin: Origin::Person { name: "".into() },
            extra: Extra::new(),
        })])),
        15 => {
            let relation = document.relations().first()?;
            Some(Command::Unrelate(vec![relation.id]))
        }
        16 => {
            operations::delete_label(document, &mark.label, Some(&label).filter(|to| **to != mark.label), now)
        }
        17 => {
            let mut labels: Vec<Label> = document.labels.iter().cloned().collect();
            labels.rotate_left(1);
            labels.first_mut()?.name = format!("Label {step}");
            operations::set_labels(document, LabelSet::new(labels))
        }
        18 => operations::review_all(document, status, |annotation| annotation.label == label, now),
        19 => operations::join(document, mark.id, second.id, now),
        20 => {
            let title = format!("Title {step}");
            let outlet = format!("Outlet {}", step % 2);
            Some(Command::SetMeta(Meta { title, outlet, ..Meta::of(document) }))
        }
        21 => operations::set_status(document, &[mark.id, second.id], status, now),
        22 => operations::relabel(document, mark.id, &label, now),
        _ => operations::return_to(document, &start()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    /// Any sequence of commands, undone from the last to the first, restores the document; done again,
    /// it leads to the end.
    #[test]
    fn undoing_all_restores_the_document_and_redoing_all_the_end(
        deeds in prop::collection::vec(
            (0u8..24, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>())
                .prop_map(|(kind, one, other, third)| Deed(kind, one, other, third)),
            1..10,
        ),
    ) {
        thread_local! {
            static START: Document = start();
        }
        let first = START.with(Clone::clone);
        let now = Timestamp::UNIX_EPOCH;
        let mut document = first.clone();
        let mut back = Vec::new();
        for (step, deed) in deeds.iter().enumerate() {
            let Some(command) = command(&document, deed, step) else { continue };
            let Some((changed, inverse)) = command.apply(&document, now) else {
                prop_assert!(false, "{deed:?} gives a command that does not apply: {command:?}");
                unreachable!();
            };
            back.push(inverse);
            document = changed;
            holds_what_it_promises(&document)?;
        }
        let last = document.clone();
        let mut forth = Vec::new();
        for inverse in back.into_iter().rev() {
            let (earlier, again) = inverse.apply(&document, now).expect("undo applies");
            document = earlier;
            forth.push(again);
        }
        prop_assert_eq!(&document, &first);
        for again in forth.into_iter().rev() {
            document = again.apply(&document, now).expect("redo applies").0;
        }
        prop_assert_eq!(document, last);
    }
}

fn holds_what_it_promises(document: &Document) -> Result<(), TestCaseError> {
    let is_orphan = |id: AnnotationId| document.orphans.iter().any(|orphan| orphan.annotation.id == id);
    let is_there = |id: AnnotationId| document.annotation(id).is_some() || is_orphan(id);
    prop_assert!(!document.annotations().iter().any(|annotation| is_orphan(annotation.id)));
    prop_assert!(
        document.relations().iter().all(|relation| is_there(relation.from) && is_there(relation.to))
    );
    let slices = |annotation: &Arc<Annotation>| !document.quote(annotation).is_empty();
    prop_assert!(document.annotations().iter().all(slices));
    let places: Vec<_> =
        document.annotations().iter().map(|a| (a.span.start(), usize::MAX - a.span.end())).collect();
    prop_assert!(places.is_sorted());
    Ok(())
}
