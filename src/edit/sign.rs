use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::Command;
use crate::annotation::{Annotation, Decision, Entity, EntityId, Origin, Status};
use crate::document::Document;

/// The command with who decided what it changes, and when, recorded in each annotation and entity
/// about which it decides something.
///
/// A change of status, label, place, entity or check is a decision, and so is a change of the value of
/// a mark that somebody has reviewed. What a program reads anew in suggestions is none, nor is a note.
///
/// ```
/// # use newsmark::annotation::{Annotation, AnnotationId, Status};
/// # use newsmark::document::{Document, DocumentId};
/// # use newsmark::edit::{operations, sign};
/// # use newsmark::{label::LabelCode, text::Span};
/// # let now = jiff::Timestamp::UNIX_EPOCH;
/// let mut document = Document::new(DocumentId(Default::default()), "Rome", now);
/// let id = AnnotationId(Default::default());
/// document.extend([Annotation { status: Status::Suggested, ..Annotation::by_hand(id, Span::new(0, 4), LabelCode::ORG, now) }.into()]);
/// let command = operations::set_status(&document, &[id], Status::Accepted, now).unwrap();
/// let (after, _) = sign(command, &document, "Ada", now).apply(&document, now).unwrap();
/// assert_eq!(&*after.annotations()[0].decided.as_ref().unwrap().by, "Ada");
/// ```
pub fn sign(command: Command, document: &Document, by: &str, now: Timestamp) -> Command {
    let mut named = HashSet::new();
    note_named(&command, document, &mut named);
    Pen { document, decision: Decision::new(by, now), named }.sign(command)
}

/// Notes the entities that the command has marks name that did not name them before.
fn note_named(command: &Command, document: &Document, named: &mut HashSet<EntityId>) {
    match command {
        Command::Batch(commands) => commands.iter().for_each(|it| note_named(it, document, named)),
        Command::Replace(annotations) => {
            let news = annotations.iter().filter(|after| {
                document.annotation(after.id).is_some_and(|before| before.entity != after.entity)
            });
            named.extend(news.filter_map(|after| after.entity.clone()));
        }
        Command::Add(annotations) => {
            let by_person = annotations.iter().filter(|it| matches!(it.origin, Origin::Person { .. }));
            named.extend(by_person.filter_map(|it| it.entity.clone()));
        }
        _ => {}
    }
}

struct Pen<'d> {
    document: &'d Document,
    decision: Decision,
    /// The entities that marks name anew.
    named: HashSet<EntityId>,
}

impl Pen<'_> {
    fn sign(&self, command: Command) -> Command {
        match command {
            Command::Batch(commands) => {
                Command::Batch(commands.into_iter().map(|command| self.sign(command)).collect())
            }
            Command::Replace(annotations) => {
                Command::Replace(annotations.into_iter().map(|it| self.changed(it)).collect())
            }
            Command::Add(annotations) => {
                Command::Add(annotations.into_iter().map(|it| self.added(it)).collect())
            }
            Command::SetEntities(entities) => {
                Command::SetEntities(entities.into_iter().map(|it| self.entity(it)).collect())
            }
            other => other,
        }
    }

    fn changed(&self, mut after: Arc<Annotation>) -> Arc<Annotation> {
        let Some(before) = self.document.annotation(after.id) else { return after };
        if after.decided != before.decided {
            // Who settles a disagreement has said so already.
            if let Some(decided) = Arc::make_mut(&mut after).decided.as_mut().filter(|it| it.by.is_empty()) {
                decided.by = self.decision.by.clone();
            }
            return after;
        }
        if after.history != before.history {
            // Settling adds the decision to the versions, and the mark follows from those.
            return after;
        }
        if decides(before, &after) {
            let was_named = before.decided.as_ref().is_some_and(|decided| decided.names_entity);
            // With another label the entity goes, which says nothing of what it names.
            let is_let_go = before.label != after.label && after.entity.is_none();
            let names_entity = (was_named || before.entity != after.entity) && !is_let_go;
            Arc::make_mut(&mut after).decided = Some(Decision { names_entity, ..self.decision.clone() });
        }
        after
    }

    fn added(&self, mut new: Arc<Annotation>) -> Arc<Annotation> {
        let is_placed = self.document.orphans.iter().any(|orphan| orphan.annotation.id == new.id);
        let by_person = matches!(new.origin, Origin::Person { .. });
        if !by_person && !is_placed {
            return new;
        }
        let mark = Arc::make_mut(&mut new);
        mark.decided = Some(Decision { names_entity: mark.entity.is_some(), ..self.decision.clone() });
        if let Origin::Person { name } = &mut mark.origin
            && name.is_empty()
        {
            *name = self.decision.by.clone();
        }
        new
    }

    fn entity(&self, mut after: Entity) -> Entity {
        let before = self.document.entities.iter().find(|it| it.id == after.id);
        let is_decided = match before {
            Some(before) => before.name != after.name || before.label != after.label,
            None => self.named.contains(&after.id),
        };
        if is_decided {
            after.decided = Some(self.decision.clone());
        }
        after
    }
}

fn decides(before: &Annotation, after: &Annotation) -> bool {
    before.status != after.status
        || before.label != after.label
        || before.span != after.span
        || before.entity != after.entity
        || before.check != after.check
        || before.value != after.value && after.status != Status::Suggested
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::AnnotationId;
    use crate::document::{DocumentId, Subject, annotate};
    use crate::edit::operations;
    use crate::extract::extract;
    use crate::label::LabelCode;
    use crate::text::Span;
    use uuid::Uuid;

    const TEXT: &str = "On Tuesday Kenya raised $2.3 billion. Kenya spent it.";

    fn document() -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), TEXT, Timestamp::UNIX_EPOCH);
        let mut id = 0;
        let ids = || {
            id += 1;
            Uuid::from_u128(id)
        };
        annotate(&mut document, &extract(TEXT, None), ids, Timestamp::UNIX_EPOCH);
        document
    }

    fn mark(document: &Document, quote: &str) -> AnnotationId {
        document.annotations().iter().find(|it| document.quote(it) == quote).expect("a mark").id
    }

    /// The marks and entities that are decided after a command, with an `e` where the entity is.
    #[track_caller]
    fn check(command: impl Fn(&Document) -> Option<Command>, expected: &[&str]) {
        let before = document();
        let now = Timestamp::from_second(9).expect("a time");
        let command = sign(command(&before).expect("a command"), &before, "Ada", now);
        let (after, back) = command.apply(&before, now).expect("it applies");
        let decided = |decided: &Option<Decision>| {
            decided.as_ref().map(|it| format!("{}{}", it.by, if it.names_entity { "+e" } else { "" }))
        };
        let marks = after
            .annotations()
            .iter()
            .filter_map(|it| Some(format!("{} {}", after.quote(it), decided(&it.decided)?)));
        let entities = after
            .entities
            .iter()
            .filter_map(|it| Some(format!("entity {} {}", it.name, decided(&it.decided)?)));
        assert_eq!(marks.chain(entities).collect::<Vec<_>>(), expected);
        let mut restored = back.apply(&after, before.modified).expect("the way back applies").0;
        restored.modified = before.modified;
        assert_eq!(restored, before);
    }

    #[test]
    fn decisions_carry_who_and_when() {
        let now = Timestamp::from_second(5).expect("a time");
        check(|it| operations::set_status(it, &[mark(it, "Kenya")], Status::Rejected, now), &["Kenya Ada"]);
        check(|it| operations::relabel(it, mark(it, "Kenya"), &LabelCode::ORG, now), &["Kenya Ada"]);
        check(|it| operations::set_value(it, mark(it, "$2.3 billion"), None, now), &["$2.3 billion Ada"]);
        check(
            |it| operations::rename(it, &it.subject_of(it.annotation(mark(it, "Kenya"))?), "Kenia", now),
            &["entity Kenia Ada"],
        );
        check(
            |it| {
                let it_names = Subject::Words(LabelCode::DATE, "Tuesday".into());
                operations::rename(it, &it_names, "the day", now)
            },
            &["Tuesday Ada+e", "entity the day Ada"],
        );
        let id = AnnotationId(Uuid::from_u128(99));
        check(|it| operations::annotate(it, Span::new(38, 43), &LabelCode::EVENT, id, now), &["Kenya Ada"]);
    }

    #[test]
    fn what_the_program_reads_anew_and_notes_are_no_decisions() {
        let now = Timestamp::from_second(5).expect("a time");
        check(|it| operations::redate(it, "2024-07-02".parse().ok(), now), &[]);
        check(|it| operations::set_note(it, mark(it, "Kenya"), "where?", now), &[]);
        check(
            |it| {
                let mut entities = it.entities.clone();
                let id = EntityId("e77".into());
                let (label, name) = (LabelCode::ORG, "new".to_owned());
                entities.push(Entity { id, label, name, decided: None, extra: Default::default() });
                Some(Command::SetEntities(entities))
            },
            &[],
        );
    }
}
