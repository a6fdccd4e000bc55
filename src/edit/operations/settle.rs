//! How a disagreement ends.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Command, use_version};
use crate::annotation::{Annotation, Status};
use crate::document::{Disagreement, Document, settled};

/// Which side of a disagreement is right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// The one that [`Disagreement::sides`] names first.
    Ours,
    /// The other one.
    Theirs,
    /// Both marks stand; of two versions of one mark the present one, and the other stays in its history.
    Both,
}

/// Settles a disagreement. The mark that loses is rejected and kept, so that it does not come back with the next file.
pub fn settle(
    document: &Document,
    disagreement: Disagreement,
    choice: Choice,
    now: Timestamp,
) -> Option<Command> {
    let [ours, theirs] = disagreement.sides(document)?;
    if let Disagreement::Versions { id, .. } = disagreement {
        let present = document.annotation(id)?;
        let chosen = match choice {
            Choice::Ours => ours,
            Choice::Theirs => theirs,
            Choice::Both => present,
        };
        let mark = |annotation: &Annotation| settled(Annotation { modified: now, ..annotation.clone() }, id);
        if Arc::ptr_eq(chosen, present) {
            return Some(Command::Replace(vec![mark(present).into()]));
        }
        let Command::Replace(swapped) = use_version(document, id, chosen, now)? else { return None };
        return Some(Command::Replace(swapped.iter().map(|annotation| mark(annotation).into()).collect()));
    }
    let with = |annotation: &Annotation, other: &Annotation, status: Option<Status>| -> Arc<Annotation> {
        let status = status.unwrap_or(annotation.status);
        let mut changed = settled(Annotation { status, modified: now, ..annotation.clone() }, other.id);
        if status == Status::Rejected {
            // Their file still says otherwise; that is settled, too.
            changed = settled(changed, annotation.id);
        }
        changed.into()
    };
    Some(Command::Replace(match choice {
        Choice::Ours => {
            vec![with(ours, theirs, Some(Status::Accepted)), with(theirs, ours, Some(Status::Rejected))]
        }
        Choice::Theirs => {
            vec![with(ours, theirs, Some(Status::Rejected)), with(theirs, ours, Some(Status::Accepted))]
        }
        Choice::Both => vec![with(ours, theirs, None), with(theirs, ours, None)],
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, Origin};
    use crate::document::{DocumentId, disagreements, unite};
    use crate::label::LabelCode;
    use crate::text::Span;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn by(name: &str, marks: &[(u128, usize, usize, Status)]) -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), "Rome Opera sings", NOW);
        document.extend(marks.iter().map(|&(id, start, end, status)| {
            let id = AnnotationId(Uuid::from_u128(id));
            let mark = Annotation::by_hand(id, Span::new(start, end), LabelCode::ORG, NOW);
            Arc::new(Annotation { status, origin: Origin::Person { name: name.into() }, ..mark })
        }));
        document
    }

    /// Settles all, merges the same file once more, and says which quotes are left.
    #[track_caller]
    fn check(ours: &Document, theirs: &Document, choice: Choice, expected: &[&str]) {
        let mut document = unite(ours, theirs).expect("one text");
        let now = Timestamp::from_second(9).expect("a time");
        let mut count = 0;
        while let Some(open) = disagreements(&document).first() {
            let command = settle(&document, *open, choice, now).expect("a command");
            let (after, inverse) = command.apply(&document, now).expect("it applies");
            assert!(disagreements(&after).len() < disagreements(&document).len());
            let back = inverse.apply(&after, document.modified).expect("it applies").0;
            assert_eq!(back, document);
            document = after;
            count += 1;
        }
        assert_eq!(count, 1);
        for order in [[&document, theirs], [theirs, &document]] {
            let again = unite(order[0], order[1]).expect("one text");
            assert_eq!(disagreements(&again), []);
            let kept = again.annotations().iter().filter(|it| it.status != Status::Rejected);
            assert_eq!(kept.map(|it| again.quote(it)).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn marks_that_overlap() {
        let ours = by("", &[(1, 0, 4, Status::Accepted)]);
        let theirs = by("Li", &[(2, 0, 10, Status::Accepted)]);
        check(&ours, &theirs, Choice::Ours, &["Rome"]);
        check(&ours, &theirs, Choice::Theirs, &["Rome Opera"]);
        check(&ours, &theirs, Choice::Both, &["Rome Opera", "Rome"]);
    }

    #[test]
    fn one_mark_that_was_accepted_and_rejected() {
        let ours = by("", &[(1, 0, 4, Status::Accepted)]);
        let theirs = by("Li", &[(2, 0, 4, Status::Rejected)]);
        check(&ours, &theirs, Choice::Ours, &["Rome"]);
        check(&ours, &theirs, Choice::Theirs, &[]);
    }
}
