//! Redacted files: where the marks of an article stand and what they are, and no word of it.
//!
//! ```text
//! file       = {"format":"newsmark-redacted", "version":1, "offset_unit":"codepoint", "document":about,
//!               "labels":[…], "annotations":[mark…], "relations":[…]}
//! about      = {"id", "sha256": of the text, "published"?}
//! mark       = {"id", "start", "end", "label", "status", "hash"}
//! hash       = the first 16 hexadecimal digits of the SHA-256 of the document's id, a line break, and the quote
//! ```
//!
//! Whoever has the article's text gets the marks back ([`Redacted::on`]); who has not learns how many there are, of which kind
//! and where. A hash tells whether a quote is the one that was guessed: it hides the text from readers, not from somebody who
//! tries names. Values, notes, entities and titles, which say what stands there, are left out; values and entities are read
//! from the text again.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::assemble::{derived, sha256_hex};
use super::error::{Error, Kind};
use super::newsmark;
use super::{Import, Problem, ProblemKind};
use crate::annotation::selector::{Selector, TextPositionSelector, TextQuoteSelector};
use crate::annotation::{AnnotationId, Orphan, Status};
use crate::document::{Document, DocumentId, annotate};
use crate::extract::extract_whole;
use crate::text::{OffsetMap, Span, Unit, normalize};
use crate::value::read_day;

const FORMAT: &str = "newsmark-redacted";
const VERSION: u64 = 1;
/// How many places of a text are tried for one length of quotes, so that a long text takes no longer than a second.
const MOST_PLACES: usize = 400_000;

/// A document without a word of its text.
pub fn redacted(document: &Document) -> String {
    let about = json!({
        "id": document.id.0.to_string(),
        "sha256": sha256_hex(document.text()),
        "published": document.published.map(|date| date.to_string()),
    });
    let map = OffsetMap::new(document.text());
    let marks: Vec<Json> = (document.annotations().iter())
        .map(|annotation| {
            let range = map.range_of(annotation.span, Unit::CodePoint).unwrap_or_default();
            json!({
                "id": annotation.id.0.to_string(),
                "start": range.start,
                "end": range.end,
                "label": annotation.label.as_str(),
                "status": annotation.status.code(),
                "hash": hash(document.id, document.quote(annotation)),
            })
        })
        .collect();
    let relations: Vec<Json> = (document.relations().iter())
        .map(|it| json!({"id": it.id.0.to_string(), "type": *it.kind, "from": it.from.0.to_string(), "to": it.to.0.to_string()}))
        .collect();
    json!({
        "format": FORMAT,
        "version": VERSION,
        "offset_unit": Unit::CodePoint.code(),
        "document": about,
        "labels": newsmark::label_set_to_json(&document.labels),
        "annotations": marks,
        "relations": relations,
    })
    .to_string()
}

fn hash(id: DocumentId, quote: &str) -> String {
    let mut hash = sha256_hex(&format!("{}\n{quote}", id.0));
    hash.truncate(16);
    hash
}

/// A redacted file that has been read.
#[derive(Clone, PartialEq, Debug)]
pub struct Redacted {
    id: DocumentId,
    sha256: String,
    published: Option<Date>,
    labels: Json,
    marks: Vec<Mark>,
    relations: Json,
}

#[derive(Clone, PartialEq, Debug)]
struct Mark {
    id: AnnotationId,
    start: usize,
    end: usize,
    label: String,
    status: Status,
    hash: String,
}

impl Redacted {
    /// The file; `None` where it is another one.
    ///
    /// # Errors
    /// Where it is of a newer version, or not in order.
    pub(super) fn read(json: &Json) -> Option<Result<Redacted, Error>> {
        (json.get("format")? == FORMAT).then(|| {
            newsmark::check_version(json)?;
            let wrong = |place: &str| {
                Error::new(Kind::Exchange {
                    format: "a redacted file",
                    place: place.to_owned(),
                    reason: "it is missing or not in order".to_owned(),
                })
            };
            let about = json.get("document").ok_or_else(|| wrong("“document”"))?;
            let text = |json: &Json, name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
            let id = |json: &Json| text(json, "id").and_then(|id| Uuid::parse_str(&id).ok());
            let marks =
                json.get("annotations").and_then(Json::as_array).ok_or_else(|| wrong("“annotations”"))?;
            let read = |(index, mark): (usize, &Json)| {
                let offset = |name: &str| usize::try_from(mark.get(name)?.as_u64()?).ok();
                let status = text(mark, "status").unwrap_or_default();
                let read = || {
                    Some(Mark {
                        id: AnnotationId(id(mark)?),
                        start: offset("start")?,
                        end: offset("end")?,
                        label: text(mark, "label")?,
                        status: Status::ALL
                            .into_iter()
                            .find(|it| it.code() == status)
                            .unwrap_or(Status::Suggested),
                        hash: text(mark, "hash")?,
                    })
                };
                read().ok_or_else(|| wrong(&format!("annotation {}", index + 1)))
            };
            Ok(Redacted {
                id: DocumentId(id(about).ok_or_else(|| wrong("the document’s id"))?),
                sha256: text(about, "sha256").unwrap_or_default(),
                published: text(about, "published").and_then(|date| read_day(&date)),
                labels: json.get("labels").cloned().unwrap_or_default(),
                marks: marks.iter().enumerate().map(read).collect::<Result<_, _>>()?,
                relations: json.get("relations").cloned().unwrap_or_default(),
            })
        })
    }

    /// How many marks it has.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Whether this is the very text that it was made of.
    pub fn is_of(&self, text: &str) -> bool {
        sha256_hex(&normalize(text)) == self.sha256
    }

    /// The marks on a text. In another copy than the one that it was made of a mark stands where its quote's hash fits, next to
    /// where it stood; what fits nowhere is among the orphans.
    ///
    /// # Errors
    /// Never for a file that was read.
    pub fn on(&self, text: &str) -> Result<Import, Error> {
        let file = json!({
            "format": "newsmark", "version": 1, "labels": self.labels, "annotations": [],
            "document": {"id": self.id.0.to_string(), "text": text, "published": self.published.map(|date| date.to_string())},
        });
        let mut import = newsmark::read(file)?;
        let Some(document) = import.documents.first_mut() else { return Ok(import) };
        // What the engine finds tells values and entities.
        let mut found = document.clone();
        let mut next = 0_u64;
        let ids = || {
            next += 1;
            derived(&[b"redacted", &next.to_le_bytes()])
        };
        let extraction = extract_whole(document.text(), document.published);
        annotate(&mut found, &extraction, ids, document.created);
        let known: HashMap<_, _> =
            found.annotations().iter().map(|it| ((it.span, it.label.as_str()), it)).collect();
        document.entities = found.entities.clone();
        let normal = Arc::clone(document.text());
        let map = OffsetMap::new(&normal);
        let mut places = Places::new(&normal, self.id);
        let mut placed = Vec::new();
        for mark in &self.marks {
            let span = places.place(mark, &map);
            let at = span.unwrap_or_default();
            let made = crate::annotation::Annotation::by_hand(
                mark.id,
                at,
                crate::label::LabelCode::new(mark.label.clone()),
                document.created,
            );
            let known = span.and_then(|span| known.get(&(span, mark.label.as_str())));
            let annotation = crate::annotation::Annotation {
                status: mark.status,
                value: known.and_then(|it| it.value.clone()),
                entity: known.and_then(|it| it.entity.clone()),
                origin: known.map_or(made.origin.clone(), |it| it.origin.clone()),
                ..made
            };
            match span {
                Some(_) => placed.push(Arc::new(annotation)),
                None => {
                    let offset = |offset: usize| i64::try_from(offset).unwrap_or(i64::MAX);
                    let position = TextPositionSelector { start: offset(mark.start), end: offset(mark.end) };
                    let selector = Selector { quote: TextQuoteSelector::default(), position };
                    document.orphans.push(Orphan { annotation, selector });
                }
            }
        }
        let used: std::collections::HashSet<_> = placed.iter().filter_map(|it| it.entity.clone()).collect();
        document.entities.retain(|entity| used.contains(&entity.id));
        let lost = document.orphans.len() + document.extend(placed).len();
        if lost > 0 {
            import.problems.push(Problem {
                document: Some(document.id),
                annotation: None,
                kind: ProblemKind::Orphaned,
                message: format!(
                    "{lost} of {} marks have no place in this copy of the article.",
                    self.marks.len()
                ),
            });
        }
        let mut relations = Vec::new();
        for relation in self.relations.as_array().into_iter().flatten() {
            relations.extend(newsmark::relation(relation).map(Arc::new));
        }
        document.relate(relations);
        Ok(import)
    }
}

/// Where quotes stand in a text, by their hashes.
struct Places<'t> {
    text: &'t str,
    id: DocumentId,
    /// For each length in code points the places of all words' beginnings, by hash, once they were needed.
    by_len: HashMap<usize, HashMap<String, Vec<Span>>>,
    /// How far what was found before has moved, in code points.
    moved: isize,
}

impl<'t> Places<'t> {
    fn new(text: &'t str, id: DocumentId) -> Places<'t> {
        Places { text, id, by_len: HashMap::new(), moved: 0 }
    }

    fn place(&mut self, mark: &Mark, map: &OffsetMap<'_>) -> Option<Span> {
        let fits = |span: &Span| span.slice(self.text).is_some_and(|quote| hash(self.id, quote) == mark.hash);
        if let Some(span) = map.span_of(mark.start, mark.end, Unit::CodePoint).filter(fits) {
            return Some(span);
        }
        let expected = mark.start.checked_add_signed(self.moved)?;
        let len = mark.end.checked_sub(mark.start)?;
        let (text, id) = (self.text, self.id);
        let all = self.by_len.entry(len).or_insert_with(|| all_of(text, id, len));
        let start = |span: &Span| map.range_of(*span, Unit::CodePoint).map_or(0, |range| range.start);
        let nearest = *all.get(&mark.hash)?.iter().min_by_key(|span| start(span).abs_diff(expected))?;
        self.moved = start(&nearest) as isize - mark.start as isize;
        Some(nearest)
    }
}

/// All pieces of a text of that many code points that begin where a word or a sign does, by their hashes.
fn all_of(text: &str, id: DocumentId, len: usize) -> HashMap<String, Vec<Span>> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut found: HashMap<String, Vec<Span>> = HashMap::new();
    let mut is_inside = false;
    let mut tried = 0;
    for (at, c) in text.chars().enumerate() {
        let is_letter = c.is_alphanumeric();
        let begins = !c.is_whitespace() && (!is_inside || !is_letter);
        is_inside = is_letter;
        let (true, Some(&start), Some(&end)) = (begins, ends.get(at), ends.get(at.saturating_add(len)))
        else {
            continue;
        };
        tried += 1;
        if tried > MOST_PLACES {
            break;
        }
        let span = Span::new(start, end);
        found.entry(hash(id, span.slice(text).unwrap_or_default())).or_default().push(span);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read;

    const TEXT: &str = "Lloyd Austin said on Monday that €3.5m would go to Rome 📉.";

    fn document() -> Document {
        let mut document = Document::new(DocumentId(Uuid::from_u128(7)), TEXT, Default::default());
        let mut next = 0;
        let ids = || {
            next += 1;
            Uuid::from_u128(next)
        };
        crate::document::read(&mut document, ids, Default::default());
        document
    }

    #[test]
    fn no_word_of_the_article_is_in_it_and_all_comes_back() {
        let document = document();
        let file = redacted(&document);
        for word in ["Lloyd", "Austin", "Monday", "3.5", "3500000", "Rome"] {
            assert!(!file.contains(word), "{word}");
        }
        let import = read(file.as_bytes(), None).expect("a file");
        assert!(import.redacted[0].is_of(TEXT));
        let back = import.redacted[0].on(TEXT).expect("a document").documents.remove(0);
        assert_eq!(back.annotations(), document.annotations());
    }

    #[test]
    fn marks_go_to_another_copy() {
        let import = read(redacted(&document()).as_bytes(), None).expect("a file");
        let other = TEXT.replace("said on", "told them on").replace("Rome", "Milan");
        let import = import.redacted[0].on(&format!("Late news.\r\n{other}")).expect("a document");
        let found = &import.documents[0];
        let quotes: Vec<_> = found.annotations().iter().map(|it| found.quote(it)).collect();
        assert_eq!(quotes, ["Lloyd Austin", "Monday", "€3.5m"]);
        // Rome, and what was said of it, are in this text no more.
        assert_eq!((found.orphans.len(), import.problems.len()), (2, 2));
    }

    #[test]
    fn what_is_not_in_order_is_told() {
        for (file, expected) in [
            (r#"{"format":"newsmark-redacted"}"#, "document"),
            (r#"{"format":"newsmark-redacted","version":2}"#, "newer"),
            (
                r#"{"format":"newsmark-redacted","document":{"id":"00000000-0000-0000-0000-000000000007"},"annotations":[{"start":-1}]}"#,
                "annotation 1",
            ),
        ] {
            let error = read(file.as_bytes(), None).expect_err("not in order").to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
