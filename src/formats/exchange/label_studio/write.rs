//! Writes a task.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json, json};

use super::{KINDS, NAME, TASK, USUAL, labeling_config};
use crate::annotation::{Origin, Status};
use crate::document::Document;
use crate::formats::exchange::fields::{kept_of, put_description, put_kept};
use crate::formats::exchange::rows::{Row, links, rows, score};

/// See the module.
pub(super) fn write(document: &Document) -> String {
    let kept = kept_of(&document.extra, TASK);
    let part = |name: &str| kept.and_then(|kept| kept.get(name)?.as_object()).cloned().unwrap_or_default();
    let rows = rows(document, crate::text::Unit::CodePoint, false);
    let links = links(document, &rows);
    let mut groups = Groups::new(part("groups"), &rows);
    groups.join(&links.iter().map(|(_, from, to)| (*from, *to)).collect::<Vec<_>>());
    for row in &rows {
        groups.add(row);
    }
    for (relation, from, to) in links {
        // Regions of different annotations stand apart, and a relation to a region that is not beside it is refused.
        let (Some((place, from)), Some((other, to))) = (groups.region(from), groups.region(to)) else {
            continue;
        };
        if place == other {
            let mut json = Map::from_iter([
                ("type".to_owned(), json!("relation")),
                ("from_id".to_owned(), json!(from)),
                ("to_id".to_owned(), json!(to)),
                ("direction".to_owned(), json!("right")),
                ("labels".to_owned(), json!([&*relation.kind])),
            ]);
            put_kept(&mut json, &relation.extra, NAME);
            groups.push(place, Json::Object(json));
        }
    }
    let mut task = part("task");
    task.insert("data".into(), Json::Object(data(document, task.contains_key("id"))));
    let (people, guesses) = groups.written(&rows);
    task.insert("annotations".into(), Json::Array(people));
    task.insert("predictions".into(), Json::Array(guesses));
    let config = json!(labeling_config(&document.labels));
    match task.get_mut("meta").and_then(Json::as_object_mut) {
        Some(meta) => {
            meta.insert("label_config".into(), config);
        }
        None => {
            task.insert("meta".into(), json!({"label_config": config}));
        }
    }
    Json::Object(task).to_string()
}

/// What a task is about: the text, what is known of it, and an id, unless the task has one (`has_id`).
fn data(document: &Document, has_id: bool) -> Map<String, Json> {
    let mut data = Map::from_iter([("text".to_owned(), json!(**document.text()))]);
    put_description(&mut data, document);
    let own = kept_of(&document.extra, NAME).and_then(|kept| kept.get("id"));
    if own.is_none() && !has_id {
        data.insert("id".into(), json!(document.id.0.to_string()));
    }
    put_kept(&mut data, &document.extra, NAME);
    data
}

/// The annotations and predictions of a task.
struct Groups {
    all: Vec<Group>,
    /// The place of the group of each row.
    of: Vec<usize>,
    /// The ids of the regions of the rows so far.
    ids: Vec<String>,
    /// The ids that regions have in Label Studio.
    given: HashSet<String>,
}

/// An annotation or a prediction.
struct Group {
    scope: String,
    is_people: bool,
    fields: Map<String, Json>,
    result: Vec<Json>,
    /// The ids of its regions, with their places and where they stand in `result`.
    taken: HashMap<String, ((usize, usize), usize)>,
}

/// What Label Studio says of a region.
fn own<'r>(row: &Row<'r>) -> Option<&'r Map<String, Json>> {
    kept_of(&row.annotation.extra, NAME)
}

fn own_text<'r>(row: &Row<'r>, name: &str) -> Option<&'r str> {
    own(row)?.get(name)?.as_str()
}

impl Groups {
    /// The groups that the task has, and those that the rows need beside them.
    fn new(kept: Map<String, Json>, rows: &[Row<'_>]) -> Groups {
        let group = |(scope, fields): (String, Json)| {
            let Json::Object(mut fields) = fields else { return None };
            let result = match fields.shift_remove("result") {
                Some(Json::Array(result)) => result,
                _ => Vec::new(),
            };
            let is_people = scope.starts_with('a');
            Some(Group { scope, is_people, fields, result, taken: HashMap::new() })
        };
        let all = kept.into_iter().filter_map(group).collect();
        let given = rows.iter().filter_map(|row| own_text(row, "id")).map(str::to_owned).collect();
        let mut groups = Groups { all, of: Vec::new(), ids: Vec::new(), given };
        for row in rows {
            let is_people = row.annotation.status == Status::Accepted;
            let scope = own_text(row, "in");
            let place =
                groups.all.iter().position(|it| it.is_people == is_people && Some(&*it.scope) == scope);
            let place = place.or_else(|| {
                groups
                    .all
                    .iter()
                    .position(|it| it.is_people == is_people && (is_people || it.scope.is_empty()))
            });
            let place = place.unwrap_or_else(|| groups.begin(is_people));
            groups.of.push(place);
        }
        groups
    }

    fn begin(&mut self, is_people: bool) -> usize {
        let fields = match is_people {
            true => json!({"was_cancelled": false, "ground_truth": false}),
            false => json!({"model_version": format!("newsmark {}", env!("CARGO_PKG_VERSION"))}),
        };
        let fields = fields.as_object().cloned().unwrap_or_default();
        self.all.push(Group {
            scope: String::new(),
            is_people,
            fields,
            result: Vec::new(),
            taken: HashMap::new(),
        });
        self.all.len() - 1
    }

    /// Puts what relations lead across into one group, the first of its kind.
    fn join(&mut self, links: &[(usize, usize)]) {
        let of = |number: usize| self.of.get(number - 1).copied();
        let is_people = |place: usize| self.all.get(place).is_some_and(|group| group.is_people);
        let ends = links.iter().filter_map(|(from, to)| Some((of(*from)?, of(*to)?)));
        let crossed: HashSet<bool> = ends
            .filter(|(from, to)| from != to && is_people(*from) == is_people(*to))
            .map(|(from, _)| is_people(from))
            .collect();
        let firsts: Vec<(bool, usize)> = crossed
            .iter()
            .filter_map(|kind| Some((*kind, self.all.iter().position(|group| group.is_people == *kind)?)))
            .collect();
        let kinds: Vec<bool> = self.all.iter().map(|group| group.is_people).collect();
        for place in &mut self.of {
            let kind = kinds.get(*place).copied();
            if let Some((_, first)) = firsts.iter().find(|(crossed, _)| Some(*crossed) == kind) {
                *place = *first;
            }
        }
    }

    /// Adds the region of the next row; one that Label Studio has with several labels is one region again.
    fn add(&mut self, row: &Row<'_>) {
        let place = self.of.get(row.number - 1).copied().unwrap_or_default();
        let Some(group) = self.all.get_mut(place) else { return };
        let (given, at) = (own_text(row, "id"), (row.start, row.end));
        let kind = own_text(row, "type").filter(|kind| KINDS.contains(kind)).unwrap_or("labels");
        let known = given.and_then(|id| group.taken.get(id)).copied();
        if let Some((_, nth)) = known.filter(|(place, _)| *place == at)
            && let Some(labels) = group.result.get_mut(nth).and_then(|it| it["value"][kind].as_array_mut())
        {
            labels.push(json!(row.annotation.label.as_str()));
            self.ids.push(given.unwrap_or_default().to_owned());
            return;
        }
        let free = known.is_none().then_some(given).flatten().map(str::to_owned);
        let id = free.unwrap_or_else(|| {
            let mut names = std::iter::once(format!("m{}", row.number))
                .chain((2..).map(|again| format!("m{}-{again}", row.number)));
            names.find(|name| !self.given.contains(name)).unwrap_or_default()
        });
        group.taken.insert(id.clone(), (at, group.result.len()));
        group.result.push(region(row, &id, kind));
        self.ids.push(id);
    }

    /// The group and the id of a row's region.
    fn region(&self, number: usize) -> Option<(usize, String)> {
        Some((*self.of.get(number - 1)?, self.ids.get(number - 1)?.clone()))
    }

    fn push(&mut self, place: usize, json: Json) {
        if let Some(group) = self.all.get_mut(place) {
            group.result.push(json);
        }
    }

    /// The annotations and the predictions.
    fn written(self, rows: &[Row<'_>]) -> (Vec<Json>, Vec<Json>) {
        let (mut people, mut guesses) = (Vec::new(), Vec::new());
        for (place, group) in self.all.into_iter().enumerate() {
            let mut fields = group.fields;
            fields.insert("result".into(), Json::Array(group.result));
            if group.is_people {
                people.push(Json::Object(fields));
                continue;
            }
            let here = rows.iter().zip(&self.of).filter(|(_, of)| **of == place);
            let scores: Vec<f64> = here.filter_map(|(row, _)| score(row.annotation)).collect();
            if group.scope.is_empty() && !scores.is_empty() {
                fields.insert("score".into(), json!(scores.iter().sum::<f64>() / scores.len() as f64));
            }
            guesses.push(Json::Object(fields));
        }
        (people, guesses)
    }
}

fn region(row: &Row<'_>, id: &str, kind: &str) -> Json {
    let mut region = Map::from_iter([("id".to_owned(), json!(id))]);
    for (name, usual) in USUAL {
        region.insert(name.to_owned(), json!(own_text(row, name).unwrap_or(usual)));
    }
    let label = row.annotation.label.as_str();
    region.insert(
        "value".into(),
        json!({"start": row.start, "end": row.end, "text": row.quote, kind: [label]}),
    );
    if let Some(score) = score(row.annotation) {
        region.insert("score".into(), json!(score));
    }
    let origin = match row.annotation.origin {
        Origin::Person { .. } => "manual",
        Origin::Extractor { .. } => "prediction",
    };
    region.insert("origin".into(), json!(origin));
    let meta = own(row).and_then(|own| own.get("meta")?.as_object());
    let mut meta = meta.cloned().unwrap_or_default();
    if !row.annotation.note.is_empty() {
        meta.insert("text".into(), json!([row.annotation.note]));
    }
    if !meta.is_empty() {
        region.insert("meta".into(), Json::Object(meta));
    }
    for (name, value) in own(row).into_iter().flatten().filter(|(name, _)| *name != "in") {
        region.entry(name.clone()).or_insert_with(|| value.clone());
    }
    Json::Object(region)
}
