//! How a disagreement ends.

use std::sync::Arc;

use super::Command;
use crate::annotation::{Annotation, AnnotationId, Decision, Status};
use crate::document::{
    Disagreement, Document, Question, Settled, Side, derived, new_version, overrule, revised, stale_sources,
};

/// Which side of a disagreement is right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// The one that [`Disagreement::sides`] names first.
    Yours,
    /// The other one.
    Theirs,
    /// Both, where [`Disagreement::can_be_both`]: two labels at one place, or two places.
    Both,
}

/// Settles a disagreement. What is chosen becomes a decision of `who`, and the mark notes which decisions it
/// overrules: so the same file asks nothing when it comes again, and a later decision does. A mark that is
/// rejected for another one is kept, so that it does not come back either.
pub fn settle(
    document: &Document,
    disagreement: &Disagreement,
    choice: Choice,
    who: &Decision,
) -> Option<Command> {
    let [yours, theirs] = disagreement.sides(document, &who.by)?;
    let revised = match choice {
        Choice::Both => {
            let can_be = disagreement.can_be_both();
            can_be.then(|| keep_both(document, disagreement, [&yours, &theirs], who))??
        }
        Choice::Yours => decide(document, disagreement, &yours, &theirs, who)?,
        Choice::Theirs => decide(document, disagreement, &theirs, &yours, who)?,
    };
    let (changed, new): (Vec<_>, Vec<_>) =
        revised.into_iter().partition(|mark| document.annotation(mark.id).is_some());
    let mut commands = vec![Command::Replace(changed)];
    if !new.is_empty() {
        commands.push(Command::Add(new));
    }
    let (after, _) = Command::Batch(commands.clone()).apply(document, who.at)?;
    let stale = stale_sources(&after);
    if !stale.is_empty() {
        commands.push(Command::Unrelate(stale));
    }
    Some(Command::Batch(commands))
}

/// The marks as they are if one side is right.
fn decide(
    document: &Document,
    disagreement: &Disagreement,
    right: &Side,
    wrong: &Side,
    who: &Decision,
) -> Option<Vec<Arc<Annotation>>> {
    if disagreement.other.is_some() {
        let (kept, lost) = (document.annotation(right.mark)?, document.annotation(wrong.mark)?);
        let accepted = new_version(kept, who, |mark| mark.status = Status::Accepted);
        let rejected = new_version(lost, who, |mark| {
            mark.status = Status::Rejected;
            overrule(&mut mark.extra, document.decisions_of(lost, wrong));
        });
        let mut both = revised(document, kept, vec![accepted]);
        both.extend(revised(document, lost, vec![rejected]));
        return Some(both);
    }
    let settled = disagreement.marks(document, right, wrong);
    let decided = |settled: Settled| {
        let version = decided_version(document, disagreement.question, &settled, who);
        revised(document, &settled.mark, vec![version])
    };
    Some(settled.into_iter().flat_map(decided).collect())
}

/// The version of a mark by which a question about it is settled.
fn decided_version(document: &Document, question: Question, settled: &Settled, who: &Decision) -> Annotation {
    let Settled { mark, chosen, overruled } = settled;
    match question {
        Question::Entity => new_version(&document.own_version(mark, &who.by), who, |version| {
            version.entity = chosen.entity.clone();
            version.decided = Some(Decision { names_entity: true, ..who.clone() });
            overrule(&mut version.extra, overruled.iter().cloned());
        }),
        Question::Check => new_version(&document.own_version(mark, &who.by), who, |version| {
            version.check = chosen.check.clone();
            overrule(&mut version.extra, overruled.iter().cloned());
        }),
        _ => new_version(chosen, who, |version| {
            version.id = mark.id;
            overrule(&mut version.extra, overruled.iter().cloned());
        }),
    }
}

/// The marks if both sides are right.
fn keep_both(
    document: &Document,
    disagreement: &Disagreement,
    sides: [&Side; 2],
    who: &Decision,
) -> Option<Vec<Arc<Annotation>>> {
    let accepted = |version: &Annotation, id: AnnotationId| {
        new_version(version, who, |version| (version.id, version.status) = (id, Status::Accepted))
    };
    if disagreement.other.is_some() {
        let marks = sides.map(|side| document.annotation(side.mark));
        let [one, other] = [marks[0]?, marks[1]?];
        let both = [one, other].map(|mark| revised(document, mark, vec![accepted(mark, mark.id)]));
        return Some(both.concat());
    }
    let mark = document.annotation(disagreement.mark)?;
    let [yours, theirs] = sides.map(|side| &side.version);
    let new = vec![accepted(yours, mark.id), accepted(theirs, derived(mark.id, theirs))];
    Some(revised(document, mark, new))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Origin;
    use crate::document::{DocumentId, disagreements, unite};
    use crate::label::LabelCode;
    use crate::text::Span;
    use jiff::Timestamp;
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
        let who = Decision::new("", Timestamp::from_second(9).expect("a time"));
        let mut count = 0;
        while let Some(open) = disagreements(&document).first() {
            let command = settle(&document, open, choice, &who).expect("a command");
            let (after, inverse) = command.apply(&document, who.at).expect("it applies");
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
        check(&ours, &theirs, Choice::Yours, &["Rome"]);
        check(&ours, &theirs, Choice::Theirs, &["Rome Opera"]);
        check(&ours, &theirs, Choice::Both, &["Rome Opera", "Rome"]);
    }

    #[test]
    fn one_mark_that_was_accepted_and_rejected() {
        let ours = by("", &[(1, 0, 4, Status::Accepted)]);
        let theirs = by("Li", &[(2, 0, 4, Status::Rejected)]);
        check(&ours, &theirs, Choice::Yours, &["Rome"]);
        check(&ours, &theirs, Choice::Theirs, &[]);
    }

    #[test]
    fn one_mark_at_two_places() {
        let ours = by("", &[(1, 0, 4, Status::Accepted)]);
        let theirs = by("Li", &[(1, 0, 10, Status::Accepted)]);
        check(&ours, &theirs, Choice::Yours, &["Rome"]);
        check(&ours, &theirs, Choice::Theirs, &["Rome Opera"]);
        check(&ours, &theirs, Choice::Both, &["Rome Opera", "Rome"]);
    }
}
