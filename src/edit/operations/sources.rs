//! What people do to the sources of speech.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Command, replace};
use crate::annotation::{Annotation, AnnotationId, Extra, Origin, Relation, RelationId, Status};
use crate::document::Document;
use crate::extract::is_name;
use crate::label::LabelCode;
use crate::text::one_line;
use crate::value::{Quote, Value};

/// Who said something, as a person tells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SourceChoice {
    /// What this mark is about: of its mentions, the last one before the speech.
    Mark(AnnotationId),
    /// Somebody without a name.
    Unnamed,
    /// That is open.
    Open,
}

/// Tells a quote, or told speech, its source, which also accepts it: the relation and the value change
/// together. `relation` is the new relation's id. `None` where that is its source already, or the mark is no
/// speech.
pub fn set_source(
    document: &Document,
    id: AnnotationId,
    choice: &SourceChoice,
    relation: RelationId,
    now: Timestamp,
) -> Option<Command> {
    let speech = document.annotation(id)?;
    if !speech.label.is_speech() {
        return None;
    }
    let source = match choice {
        SourceChoice::Mark(mark) => Some(nearest(document, speech, *mark)?),
        SourceChoice::Unnamed | SourceChoice::Open => None,
    };
    let before = quote_of(speech);
    let speaker = source.map(|source| words(document, source)).unwrap_or_default();
    let named = match (choice, source) {
        (SourceChoice::Open, _) => None,
        (_, source) => Some(source.is_some_and(|source| is_name(&source.label))),
    };
    let reason = if named == Some(false) { before.reason.clone() } else { String::new() };
    let value = Quote { speaker, named, reason, ..before };
    with_relation(document, speech, source.map(|source| source.id), value, relation, now)
}

/// Tells speech its source by what was typed: the mark that has these words or goes by this name, else
/// the words alone.
pub fn set_speaker(
    document: &Document,
    id: AnnotationId,
    typed: &str,
    relation: RelationId,
    now: Timestamp,
) -> Option<Command> {
    let speech = document.annotation(id)?;
    let typed = one_line(typed);
    let is_meant = |mark: &&Arc<Annotation>| {
        mark.status != Status::Rejected
            && (is_name(&mark.label) || mark.label == LabelCode::SOURCE)
            && (words(document, mark).eq_ignore_ascii_case(&typed)
                || document.name_of(&document.subject_of(mark)).eq_ignore_ascii_case(&typed))
    };
    match document.annotations().iter().find(is_meant) {
        Some(mark) => set_source(document, id, &SourceChoice::Mark(mark.id), relation, now),
        None => {
            let value = Quote { speaker: typed, named: None, reason: String::new(), ..quote_of(speech) };
            with_relation(document, speech, None, value, relation, now)
        }
    }
}

/// One step that sets value and relation.
fn with_relation(
    document: &Document,
    speech: &Annotation,
    source: Option<AnnotationId>,
    value: Quote,
    relation: RelationId,
    now: Timestamp,
) -> Option<Command> {
    let there: Vec<_> =
        document.relations_of(speech.id).filter(|it| it.from == speech.id && it.is_said_by()).collect();
    let stays = matches!(*there, [only] if Some(only.to) == source) || there.is_empty() && source.is_none();
    let mut commands = Vec::new();
    if !stays && !there.is_empty() {
        commands.push(Command::Unrelate(there.iter().map(|it| it.id).collect()));
    }
    if let Some(source) = source.filter(|_| !stays) {
        commands.push(Command::Relate(vec![Arc::new(Relation {
            id: relation,
            kind: Relation::SAID_BY.into(),
            from: speech.id,
            to: source,
            origin: Origin::Person { name: "".into() },
            extra: Extra::new(),
        })]));
    }
    let value = Value::Quote(value);
    commands.extend(replace(document, &[speech.id], |speech| {
        let is_new = speech.value.as_ref() != Some(&value) || !stays;
        is_new.then(|| Annotation {
            value: Some(value.clone()),
            status: Status::Accepted,
            modified: now,
            ..speech.clone()
        })
    }));
    (!commands.is_empty()).then_some(Command::Batch(commands))
}

/// Of the mentions of what a mark is about, the last one before the speech, else the first.
fn nearest<'d>(
    document: &'d Document,
    speech: &Annotation,
    mark: AnnotationId,
) -> Option<&'d Arc<Annotation>> {
    let mark = document.annotation(mark)?;
    let subject = document.subject_of(mark);
    let mentions = document.mentions(&subject);
    let stands = mentions.iter().filter(|it| it.status != Status::Rejected && it.id != speech.id);
    let mut before = stands.clone().filter(|it| it.span.end() <= speech.span.start());
    before.next_back().or_else(|| stands.clone().next()).copied()
}

fn words(document: &Document, mark: &Annotation) -> String {
    one_line(document.quote(mark))
}

/// What is known of who said it.
fn quote_of(speech: &Annotation) -> Quote {
    speech.value.as_ref().and_then(Value::as_quote).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocumentId;
    use crate::text::Span;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn id(id: u128) -> AnnotationId {
        AnnotationId(Uuid::from_u128(id))
    }

    fn document() -> Document {
        let text = "Li met Ada. “Yes,” Li said. Ada left, an official said.";
        let mut document = Document::new(DocumentId(Uuid::nil()), text, NOW);
        let mark = |number, words: &str, from: usize, label: LabelCode| {
            let start = text[from..].find(words).expect("it is there") + from;
            Arc::new(Annotation::by_hand(id(number), Span::new(start, start + words.len()), label, NOW))
        };
        document.extend([
            mark(1, "Li", 0, LabelCode::PERSON),
            mark(2, "Ada", 0, LabelCode::PERSON),
            mark(3, "Yes", 0, LabelCode::QUOTE),
            mark(4, "Li", 3, LabelCode::PERSON),
            mark(5, "official", 0, LabelCode::SOURCE),
        ]);
        document
    }

    #[track_caller]
    fn check(
        document: &Document,
        choice: &SourceChoice,
        expected: (&str, Option<bool>, Option<u128>),
    ) -> Document {
        let command = set_source(document, id(3), choice, RelationId(Uuid::from_u128(9)), NOW);
        let (changed, inverse) = command.expect("a change").apply(document, NOW).expect("it applies");
        let quote = quote_of(changed.annotation(id(3)).expect("it is there"));
        let to = changed.relations().first().map(|it| it.to);
        assert_eq!((quote.speaker.as_str(), quote.named, to), (expected.0, expected.1, expected.2.map(id)));
        assert_eq!(inverse.apply(&changed, NOW).expect("the inverse applies").0, *document);
        changed
    }

    #[test]
    fn a_source_is_picked_changed_and_taken_away() {
        let document = document();
        let li = check(&document, &SourceChoice::Mark(id(4)), ("Li", Some(true), Some(1)));
        let again = set_source(&li, id(3), &SourceChoice::Mark(id(1)), RelationId(Uuid::from_u128(9)), NOW);
        assert_eq!(again, None, "it is the source already");
        check(&li, &SourceChoice::Mark(id(5)), ("official", Some(false), Some(5)));
        check(&li, &SourceChoice::Unnamed, ("", Some(false), None));
        check(&li, &SourceChoice::Open, ("", None, None));
        assert_eq!(set_source(&document, id(1), &SourceChoice::Open, RelationId(Uuid::nil()), NOW), None);
    }

    #[test]
    fn what_is_typed_finds_its_mark() {
        let document = document();
        let relation = RelationId(Uuid::from_u128(9));
        let (named, _) =
            set_speaker(&document, id(3), "ada", relation, NOW).unwrap().apply(&document, NOW).unwrap();
        assert_eq!(named.relations()[0].to, id(2));
        let (other, _) =
            set_speaker(&named, id(3), "Noor", relation, NOW).unwrap().apply(&named, NOW).unwrap();
        assert!(other.relations().is_empty());
    }
}
