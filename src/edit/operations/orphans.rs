//! What people say of annotations that have no place.

use jiff::Timestamp;

use super::{Command, read_value};
use crate::annotation::{Annotation, AnnotationId, Orphan, Status};
use crate::document::Document;
use crate::text::Span;

/// Puts an orphan at a place. Where other words stand there, its value is read anew; a suggestion that says the same goes.
pub fn place_orphan(document: &Document, id: AnnotationId, span: Span, now: Timestamp) -> Option<Command> {
    let (orphan, others) = without(document, id)?;
    let quote = span.slice(document.text()).filter(|quote| !quote.is_empty())?;
    let twins: Vec<AnnotationId> = (document.annotations().iter())
        .filter(|other| other.span == span && other.label == orphan.annotation.label)
        .filter(|other| other.status == Status::Suggested)
        .map(|other| other.id)
        .collect();
    let mut annotation = orphan.annotation.at(span, |_| None);
    if quote != orphan.selector.quote.exact {
        annotation.value = read_value(document, span, &annotation.label).or(annotation.value);
    }
    let annotation = Annotation { modified: now, ..annotation };
    let mut commands = vec![Command::Add(vec![annotation.into()]), Command::SetOrphans(others)];
    if !twins.is_empty() {
        commands.insert(0, Command::Remove(twins));
    }
    Some(Command::Batch(commands))
}

/// Says that an orphan has no place in this text: it stays listed, and none is proposed any more.
pub fn decline_orphan(document: &Document, id: AnnotationId) -> Option<Command> {
    let mut orphans = document.orphans.clone();
    let orphan = orphans.iter_mut().find(|orphan| orphan.annotation.id == id)?;
    *orphan = orphan.clone().declined();
    Some(Command::SetOrphans(orphans))
}

/// Deletes an orphan, and the relations of which it is an end.
pub fn delete_orphan(document: &Document, id: AnnotationId) -> Option<Command> {
    let (_, others) = without(document, id)?;
    let relations: Vec<_> = document.relations_of(id).map(|relation| relation.id).collect();
    let mut commands = vec![Command::SetOrphans(others)];
    if !relations.is_empty() {
        commands.insert(0, Command::Unrelate(relations));
    }
    Some(Command::Batch(commands))
}

/// An orphan, and the others.
fn without(document: &Document, id: AnnotationId) -> Option<(&Orphan, Vec<Orphan>)> {
    let orphan = document.orphans.iter().find(|orphan| orphan.annotation.id == id)?;
    let others = document.orphans.iter().filter(|other| other.annotation.id != id).cloned().collect();
    Some((orphan, others))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Relation;
    use crate::document::DocumentId;
    use crate::label::LabelCode;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn id(number: u128) -> AnnotationId {
        AnnotationId(Uuid::from_u128(number))
    }

    /// “3 dogs” marked in a text that has become one of “4 dogs”, with a relation to what is still there.
    fn with_an_orphan() -> Document {
        let mut old = Document::new(DocumentId(Uuid::nil()), "She has 3 dogs, they say.", NOW);
        let mark = |number, start, end| {
            Annotation::by_hand(id(number), Span::new(start, end), LabelCode::CARDINAL, NOW).into()
        };
        old.extend([mark(1, 8, 9), mark(2, 0, 3)]);
        old.relate([std::sync::Arc::new(Relation {
            id: crate::annotation::RelationId(Uuid::from_u128(9)),
            kind: "counts".into(),
            from: id(1),
            to: id(2),
            origin: crate::annotation::Origin::Person { name: "".into() },
            extra: Default::default(),
        })]);
        old.on_text("She has 4 dogs, they say.")
    }

    #[test]
    fn an_orphan_takes_its_place_and_the_value_there_and_comes_back() {
        let document = with_an_orphan();
        let span = document.proposals()[0].1.expect("a proposal").span;
        let command = place_orphan(&document, id(1), span, NOW).expect("an orphan");
        let (placed, inverse) = command.apply(&document, NOW).expect("it applies");
        let mark = placed.annotation(id(1)).expect("it is placed");
        assert_eq!((placed.quote(mark), placed.orphans.len(), placed.relations().len()), ("4", 0, 1));
        assert_eq!(mark.value.as_ref().map(|value| value.describe_in_full()), Some("4".to_owned()));
        let (back, _) = inverse.apply(&placed, NOW).expect("it applies");
        assert_eq!(back, document);
    }

    #[test]
    fn what_was_declined_is_not_proposed_and_what_was_deleted_takes_its_relations() {
        let document = with_an_orphan();
        let declined = decline_orphan(&document, id(1)).and_then(|command| command.apply(&document, NOW));
        let (declined, _) = declined.expect("it applies");
        assert_eq!((declined.orphans.len(), declined.proposals()[0].1), (1, None));
        let (deleted, inverse) =
            delete_orphan(&document, id(1)).and_then(|it| it.apply(&document, NOW)).expect("it applies");
        assert_eq!((deleted.orphans.len(), deleted.relations().len()), (0, 0));
        assert_eq!(inverse.apply(&deleted, NOW).map(|back| back.0), Some(document));
    }
}
