//! The types that a file brings.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::{DOCUMENT, ENTITY, META, RELATION, SENTENCE, TOKEN};

const TEXT: &str = "uima.cas.String";

/// The types of what we write ourselves.
pub(super) fn ours() -> Map<String, Json> {
    const ANNOTATION: &str = "uima.tcas.Annotation";
    let layer = |name: &str, features: &[(&str, &str)], above: &str| {
        let mut object = Map::new();
        object.insert("%NAME".into(), json!(name));
        object.insert("%SUPER_TYPE".into(), json!(above));
        object.extend(features.iter().map(|(name, range)| ((*name).to_owned(), feature(name, range))));
        (name.to_owned(), Json::Object(object))
    };
    Map::from_iter([
        layer(
            ENTITY,
            &["value", "identifier", "entityName", "status", "note", "meaning"].map(|name| (name, TEXT)),
            ANNOTATION,
        ),
        layer(TOKEN, &[], ANNOTATION),
        layer(SENTENCE, &[], ANNOTATION),
        layer(META, &["documentTitle", "documentId"].map(|name| (name, TEXT)), DOCUMENT),
        layer(RELATION, &[("label", TEXT), ("Governor", ENTITY), ("Dependent", ENTITY)], ANNOTATION),
    ])
}

fn feature(name: &str, range: &str) -> Json {
    json!({"%NAME": name, "%RANGE": range})
}

/// The types of a file, with those of ours that it lacks and uses, and with features that a type lacks and that its structures
/// have. All of ours are there where the file is ours alone.
pub(super) fn completed(
    kept: Option<&Map<String, Json>>,
    structures: &[Map<String, Json>],
) -> Map<String, Json> {
    let Some(kept) = kept else { return ours() };
    let mut types = kept.clone();
    let kinds = || structures.iter().filter_map(|structure| structure.get("%TYPE")?.as_str());
    let used: BTreeSet<&str> = kinds().collect();
    for (name, ours) in ours() {
        if used.contains(name.as_str()) {
            types.entry(name).or_insert(ours);
        }
    }
    const OWN: [&str; 6] = ["value", "identifier", "entityName", "status", "note", "meaning"];
    for structure in structures {
        let kind = structure.get("%TYPE").and_then(Json::as_str).unwrap_or_default();
        // What a type takes from the one above it may stand there.
        let Some(Json::Object(layer)) = types.get_mut(kind) else { continue };
        for name in OWN.iter().skip(2).chain(OWN.get(..2).filter(|_| kind == ENTITY).into_iter().flatten()) {
            if structure.contains_key(*name) && !layer.contains_key(*name) {
                layer.insert((*name).to_owned(), feature(name, TEXT));
            }
        }
    }
    types
}
