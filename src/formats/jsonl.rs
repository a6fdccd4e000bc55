//! JSON Lines for pipelines: one document a line.
//!
//! A line that is written is `{"id":"…","annotations":[{"start","end","label","text","value","score","entity"}],
//! "relations":[{"type","from","to"}]}`, `from` and `to` being indices into `annotations`:
//! what stands in the text, without rejected annotations and orphans, which would be wrong labels to
//! whoever counts on them. A line that is read is `{"id":"…","text":"…","published":"…"}`, with
//! `title`, `source`, `annotations` and `relations` as they may be there; one with annotations and without a
//! text, as they are written, gives annotations to be placed on a text. This is a format of Newsmark's own.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::assemble::derived;
use super::error::{Error, Kind};
use super::exchange::{By, Draft, Link, Mark, Sample, as_offset, field_text, wrong};
use super::newsmark;
use super::record::Record;
use super::{Import, Problem, ProblemKind, json as input};
use crate::annotation::Status;
use crate::document::Document;
use crate::text::Unit;

/// Writes a document under its own id, offsets in code points.
pub fn write(document: &Document) -> String {
    line(&document.id.0.to_string(), document, Unit::CodePoint)
}

/// Writes a document as the line with this `id`, offsets counted in `unit`.
pub fn line(id: &str, document: &Document, unit: Unit) -> String {
    line_in(id, document, document.text(), unit)
}

/// Like [`line()`], with offsets into `given`: the text that the document was made of, as it was
/// before its line ends were put in order.
pub fn line_in(id: &str, document: &Document, given: &str, unit: Unit) -> String {
    #[derive(Serialize)]
    struct Written<'d> {
        id: &'d str,
        #[serde(flatten)]
        record: Record<'d>,
    }
    let written = Written { id, record: Record::new(document, given, unit) };
    // Texts, numbers and JSON always serialise.
    serde_json::to_string(&written).unwrap_or_default() + "\n"
}

/// A line that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The id as the line has it; empty where it has none.
    pub id: String,
    /// The text as the line has it.
    pub text: String,
    /// The one document, and what had to be changed to read it. Its own id is made from the line's.
    pub import: Import,
}

/// Reads one line. Annotations are checked against their `text` like those of a Newsmark file.
///
/// # Errors
///
/// Where the line is no JSON object or has no text.
pub fn read(line: &[u8]) -> Result<Line, Error> {
    let parsed = input::parse(input::text(line)?).map_err(Error::of_line)?;
    let Json::Object(mut fields) = parsed.json else {
        return Err(Error::new(Kind::NoLineText));
    };
    let Some(Json::String(text)) = fields.remove("text") else {
        return Err(Error::new(Kind::NoLineText));
    };
    let id = match fields.remove("id") {
        Some(Json::String(id)) => id,
        None | Some(Json::Null) => String::new(),
        Some(other) => other.to_string(),
    };
    let title = fields.remove("title").unwrap_or_else(|| json!(id));
    let mut document =
        Map::from_iter([("id".into(), json!(id)), ("title".into(), title), ("text".into(), json!(text))]);
    for field in ["source", "published"] {
        document.extend(fields.remove(field).map(|value| (field.to_owned(), value)));
    }
    let related = fields.remove("relations");
    let (mut annotations, entities) = annotations(fields.remove("annotations"));
    let relations = relations(related, &mut annotations, &text);
    let file = json!({
        "format": "newsmark", "document": document, "annotations": annotations, "entities": entities,
        "relations": relations, "offset_unit": fields.remove("offset_unit"),
    });
    let mut import = newsmark::read(file)?;
    if parsed.lone_surrogates > 0 {
        import.problems.insert(0, Problem::lone_surrogates(parsed.lone_surrogates));
    }
    // Lines name their documents and annotations as they like, if at all.
    import.problems.retain(|problem| problem.kind != ProblemKind::Id);
    Ok(Line { id, text, import })
}

/// What a line may hold.
const FIELDS: [&str; 8] =
    ["id", "text", "title", "source", "published", "annotations", "relations", "offset_unit"];

/// Whether a file is lines of this format, with texts or without.
pub(super) fn recognises(sample: &Sample<'_>) -> bool {
    sample.first().is_some_and(|first| {
        let is_one = |entry: &Json| ["start", "end", "label"].iter().all(|name| entry.get(*name).is_some());
        let annotations = first.get("annotations").and_then(Json::as_array);
        // A list without an entry says nothing: other programs have one, too, beside fields of their own.
        let mut fields = first.as_object().into_iter().flatten();
        let is_plain = fields.all(|(name, _)| FIELDS.contains(&name.as_str()));
        first.get("id").is_some()
            && first.get("format").is_none()
            && annotations.is_some_and(|all| all.iter().all(is_one) && (is_plain || !all.is_empty()))
    })
}

/// Reads all lines of a file.
///
/// # Errors
///
/// Of the first line that can be read neither with a text nor without.
pub(super) fn read_all(text: &str) -> Result<Import, Error> {
    let mut import = Import { is_library: true, ..Import::default() };
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match (read(line.as_bytes()), loose(line)) {
            (Ok(mut read), _) => {
                import.documents.append(&mut read.import.documents);
                import.problems.append(&mut read.import.problems);
            }
            (Err(_), Some(draft)) => import.loose.push(draft),
            (Err(error), None) => {
                return Err(wrong("JSON Lines", format!("line {}", index + 1), error.to_string()));
            }
        }
    }
    Ok(import)
}

/// The annotations of a line that has no text.
fn loose(line: &str) -> Option<Draft> {
    let line = input::parse(line).ok()?.json;
    let entries = line.get("annotations").filter(|_| line.get("text").is_none())?.as_array()?;
    let unit = line.get("offset_unit").and_then(Json::as_str);
    let unit = unit.and_then(|code| Unit::ALL.into_iter().find(|unit| unit.code() == code));
    let id = field_text(&line, "id");
    let mut draft =
        Draft { title: id.clone(), id, unit: Some(unit.unwrap_or(Unit::CodePoint)), ..Draft::default() };
    for (index, entry) in entries.iter().enumerate() {
        let score = entry.get("score").and_then(Json::as_f64);
        let entity = field_text(entry, "entity");
        let by = || By::Program { name: String::new(), version: String::new(), score };
        draft.marks.push(Mark {
            key: index.to_string(),
            start: entry.get("start").map_or(-1, as_offset),
            end: entry.get("end").map_or(-1, as_offset),
            quote: field_text(entry, "text"),
            label: field_text(entry, "label"),
            status: Status::Suggested,
            value: entry.get("value").filter(|value| !value.is_null()).cloned(),
            entity: (!entity.is_empty()).then(|| (entity.clone(), entity)),
            by: score.map_or_else(|| By::Person(String::new()), |_| by()),
            ..Mark::default()
        });
    }
    for (index, relation) in line.get("relations").and_then(Json::as_array).into_iter().flatten().enumerate()
    {
        draft.links.push(Link {
            key: format!("relation {index}"),
            kind: field_text(relation, "type"),
            from: field_text(relation, "from"),
            to: field_text(relation, "to"),
            ..Link::default()
        });
    }
    Some(draft)
}

/// The relations of a line, which name annotations by their numbers, in the shape of a Newsmark file; the annotations
/// get the ids that this takes.
fn relations(field: Option<Json>, annotations: &mut Json, text: &str) -> Json {
    let Some(Json::Array(mut entries)) = field else { return field.unwrap_or_default() };
    for (index, entry) in annotations.as_array_mut().into_iter().flatten().enumerate() {
        let id = derived(&[entry.to_string().as_bytes(), text.as_bytes(), &index.to_le_bytes()]);
        if let Some(entry) = entry.as_object_mut() {
            entry.entry("id").or_insert_with(|| json!(id.to_string()));
        }
    }
    for (index, entry) in entries.iter_mut().enumerate() {
        let Some(entry) = entry.as_object_mut() else { continue };
        for end in ["from", "to"] {
            let number =
                entry.get(end).and_then(Json::as_u64).and_then(|number| usize::try_from(number).ok());
            let id = number.and_then(|number| annotations.get(number)?.get("id"));
            entry.extend(id.map(|id| (end.to_owned(), id.clone())));
        }
        let id = derived(&[b"relation", text.as_bytes(), &index.to_le_bytes()]);
        entry.entry("id").or_insert_with(|| json!(id.to_string()));
    }
    Json::Array(entries)
}

/// The annotations of a line in the shape of a Newsmark file, and the entities that they name.
fn annotations(field: Option<Json>) -> (Json, Vec<Json>) {
    let mut names = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let Some(Json::Array(mut entries)) = field else { return (field.unwrap_or_default(), names) };
    for entry in entries.iter_mut().filter_map(Json::as_object_mut) {
        if let Some(text) = entry.remove("text") {
            entry.entry("quote").or_insert(text);
        }
        if let Some(score) = entry.remove("score").filter(|score| !score.is_null()) {
            entry.entry("origin").or_insert_with(|| json!({"by": "extractor", "score": score}));
        }
        if let Some(name) =
            entry.get("entity").and_then(Json::as_str).filter(|&name| seen.insert(name.to_owned()))
        {
            names.push(json!({"id": name, "name": name, "label": entry.get("label")}));
        }
    }
    (Json::Array(entries), names)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"id":"a.txt","annotations":[{"start":5,"end":9,"label":"LOC","text":"Rome","value":null,"score":0.5,"entity":"Rome"}]}"#;

    #[test]
    fn what_is_written_is_read_with_the_text() {
        let with_text = LINE.replacen('{', r#"{"text":"📉 in Rome.","#, 1);
        let read = read(with_text.as_bytes()).expect("a line");
        assert_eq!(read.id, "a.txt");
        assert_eq!(read.import.problems, []);
        assert_eq!(line(&read.id, &read.import.documents[0], Unit::CodePoint).trim_end(), LINE);
        let utf16 = line(&read.id, &read.import.documents[0], Unit::Utf16);
        assert!(utf16.contains(r#""start":6,"end":10,"#), "{utf16}");
    }

    #[test]
    fn offsets_count_in_the_text_that_was_given() {
        let given = r#"{"id":1,"text":"A\r\n\r\n\u0000Rome\r\n","annotations":[{"start":6,"end":10,"label":"LOC","text":"Rome"}]}"#;
        let read = read(given.as_bytes()).expect("a line");
        let line = line_in(&read.id, &read.import.documents[0], &read.text, Unit::Utf16);
        assert!(line.contains(r#""start":6,"end":10,"label":"LOC","text":"Rome""#), "{line}");
    }

    #[test]
    fn relations_come_back() {
        let with = LINE.replacen(
            "]}",
            r#",{"start":2,"end":4,"label":"ORG","text":"in","value":null,"score":null,"entity":null}],"relations":[{"type":"in","from":1,"to":0}]}"#,
            1,
        );
        let text = with.replacen('{', r#"{"text":"📉 in Rome.","#, 1);
        let read = read(text.as_bytes()).expect("a line");
        assert_eq!(read.import.problems, []);
        let document = &read.import.documents[0];
        let quote = |id| document.annotation(id).map(|mark| document.quote(mark));
        let [relation] = document.relations() else { panic!("{:?}", document.relations()) };
        assert_eq!((quote(relation.from), quote(relation.to)), (Some("in"), Some("Rome")));
        // Without the text, onto it.
        let read = read_all(&with).expect("lines");
        let placed = crate::formats::place(read.loose[0].clone(), "📉 in Rome.").expect("a draft");
        assert_eq!((placed.documents[0].annotations().len(), placed.documents[0].relations().len()), (2, 1));
    }

    #[test]
    fn a_line_without_a_text_is_refused() {
        for line in [LINE, "[1]", "{}"] {
            let error = read(line.as_bytes()).expect_err("no text").to_string();
            assert!(error.contains("\"text\""), "{error}");
        }
    }
}
