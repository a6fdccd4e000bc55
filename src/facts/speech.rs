use std::collections::HashMap;
use std::sync::Arc;

use super::role::role_of;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::{Document, Subject};
use crate::extract::is_name;
use crate::text::{one_line, sort_by_key};
use crate::value::{Quote, Value};
use crate::words;

/// Whether a source has a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub enum Naming {
    /// By its name.
    Named,
    /// Told without a name: "two officials".
    Unnamed,
    /// Without a name, and the article says why: "on condition of anonymity".
    Anonymous,
    /// The article does not tell who it is, or nobody has found out.
    #[default]
    Open,
}

impl Naming {
    /// What it is called for people.
    pub fn name(self) -> &'static str {
        match self {
            Naming::Named => words::NAMED,
            Naming::Unnamed => words::SOURCE_NOT_NAMED,
            Naming::Anonymous => words::ANONYMOUS_BY_REQUEST,
            Naming::Open => words::SOURCE_OPEN,
        }
    }
}

/// A source with all that it says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Speech {
    /// What the source is called; empty where that is open.
    pub name: String,
    /// Whether it has a name.
    pub naming: Naming,
    /// What it is, in the words of the article: "Defence Minister"; empty where that is not told.
    pub role: String,
    /// Why it has no name; empty where it has one or the article does not say.
    pub reason: String,
    /// Its quotes and its told speech, in reading order.
    pub statements: Vec<AnnotationId>,
    /// How many words these have.
    pub words: usize,
}

impl Speech {
    /// What people read for the source, also where it has no name.
    pub fn shown_name(&self) -> &str {
        match self.naming {
            _ if !self.name.is_empty() => &self.name,
            Naming::Open => words::SOURCE_OPEN,
            _ => words::SOURCE_UNNAMED,
        }
    }
}

/// Who says a statement, by the relations `said_by` that lead from it: nobody, one, or several together.
pub fn sources_of(document: &Document, statement: AnnotationId) -> impl Iterator<Item = &Arc<Annotation>> {
    let said_by = document.relations_of(statement).filter(move |it| it.from == statement && it.is_said_by());
    said_by.filter_map(|relation| document.annotation(relation.to))
}

/// Each source with its quotes and told speech, those who say most first. What was rejected is left out; a
/// name stands once, whatever it is called in the text.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::who_said_what};
/// # use uuid::Uuid;
/// let text = "The road is open, Ama Boateng said. She added that nobody was hurt.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// let speech = who_said_what(&document);
/// assert_eq!((speech[0].name.as_str(), speech[0].statements.len()), ("Ama Boateng", 2));
/// ```
pub fn who_said_what(document: &Document) -> Vec<Speech> {
    let mut sources: HashMap<AnnotationId, Vec<AnnotationId>> = HashMap::new();
    for relation in document.relations().iter().filter(|it| it.is_said_by()) {
        sources.entry(relation.from).or_default().push(relation.to);
    }
    let mut names: Option<HashMap<String, Subject>> = None;
    let mut places = Places::default();
    let mut speech: Vec<Speech> = Vec::new();
    let nothing = Quote::default();
    let statements = document.annotations().iter().filter(|it| it.status != Status::Rejected);
    for statement in statements.filter(|it| it.label.is_speech()) {
        let quote = statement.value.as_ref().and_then(Value::as_quote).unwrap_or(&nothing);
        let told = sources.get(&statement.id).into_iter().flatten();
        let told: Vec<_> = told.filter_map(|source| document.annotation(*source)).collect();
        // The value tells of one source only.
        let quote = if told.len() > 1 { &nothing } else { quote };
        let told = if told.is_empty() { vec![None] } else { told.into_iter().map(Some).collect() };
        for source in told {
            let (subject, name, naming) = source_of(document, quote, source, &mut names);
            let place = places.of(subject, &name, speech.len());
            if place == speech.len() {
                speech.push(Speech { name, naming, ..Speech::default() });
            }
            if let Some(speech) = speech.get_mut(place) {
                // A source that is named once is named.
                speech.naming = speech.naming.min(naming);
                speech.statements.push(statement.id);
                speech.words += document.quote(statement).split_whitespace().count();
                if speech.reason.is_empty() {
                    speech.reason.clone_from(&quote.reason);
                }
            }
        }
    }
    let mentions =
        document.annotations().iter().filter(|it| it.status != Status::Rejected && is_name(&it.label));
    for mention in mentions {
        let place = places.by_subject.get(&document.subject_of(mention)).copied();
        if let Some(speech) = place.and_then(|place| speech.get_mut(place)).filter(|it| it.role.is_empty()) {
            speech.role = role_of(document.text(), mention.span).unwrap_or_default();
        }
    }
    // What is open comes last.
    sort_by_key(&mut speech, |it| (it.naming == Naming::Open, std::cmp::Reverse(it.statements.len())));
    speech
}

/// Where each source stands in the list. A source stands there once, whether the text has it as an entity or by
/// its words alone.
#[derive(Default)]
struct Places {
    by_subject: HashMap<Subject, usize>,
    by_name: HashMap<String, usize>,
}

impl Places {
    /// The place of a source; `next` for one that is new.
    fn of(&mut self, subject: Option<Subject>, name: &str, next: usize) -> usize {
        let name = name.to_lowercase();
        let bare =
            ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(&name);
        let Some(subject) = subject else {
            return *self.by_name.entry(bare.to_owned()).or_insert(next);
        };
        let known = self.by_name.get(bare).copied();
        // Two entities of one name stay two.
        let is_free = |place: &usize| !self.by_subject.values().any(|taken| taken == place);
        let place = self.by_subject.get(&subject).copied().or(known.filter(is_free)).unwrap_or(next);
        self.by_subject.insert(subject, place);
        self.by_name.entry(bare.to_owned()).or_insert(place);
        place
    }
}

/// Who a source is: the entity, if it has a name; what it is called; and whether that is a name.
fn source_of(
    document: &Document,
    quote: &Quote,
    source: Option<&Arc<Annotation>>,
    names: &mut Option<HashMap<String, Subject>>,
) -> (Option<Subject>, String, Naming) {
    let named = source.filter(|source| is_name(&source.label)).map(|source| document.subject_of(source));
    let by_name = || {
        let names = names.get_or_insert_with(|| names_of(document));
        let is_meant = quote.named != Some(false) && !quote.speaker.is_empty();
        is_meant.then(|| names.get(&quote.speaker.to_lowercase()).cloned()).flatten()
    };
    if let Some(subject) = named.or_else(by_name) {
        let name = document.name_of(&subject).to_owned();
        return (Some(subject), name, Naming::Named);
    }
    let name = match source {
        _ if !quote.speaker.is_empty() => quote.speaker.clone(),
        Some(source) => one_line(document.quote(source)),
        None => String::new(),
    };
    let naming = match quote.named {
        _ if !quote.reason.is_empty() => Naming::Anonymous,
        Some(true) => Naming::Named,
        Some(false) => Naming::Unnamed,
        None if source.is_some() => Naming::Unnamed,
        None if name.is_empty() => Naming::Open,
        None => Naming::Named,
    };
    (None, name, naming)
}

/// What is named in a document, by its words in small letters.
fn names_of(document: &Document) -> HashMap<String, Subject> {
    let mut names = HashMap::new();
    let marks =
        document.annotations().iter().filter(|it| it.status != Status::Rejected && is_name(&it.label));
    for mark in marks {
        let words = one_line(document.quote(mark)).to_lowercase();
        names.entry(words).or_insert_with(|| document.subject_of(mark));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, annotate};
    use crate::extract::extract;
    use uuid::Uuid;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Naming, &[&str])]) {
        let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
        annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
        let speech = who_said_what(&document);
        let shown: Vec<(String, Naming, Vec<String>)> = speech
            .into_iter()
            .map(|it| {
                let words =
                    |id: &AnnotationId| document.annotation(*id).map(|it| document.quote(it).to_owned());
                (it.name, it.naming, it.statements.iter().filter_map(words).collect())
            })
            .collect();
        let shown: Vec<(&str, Naming, Vec<&str>)> = shown
            .iter()
            .map(|(name, naming, words)| (name.as_str(), *naming, words.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(name, naming, words)| (*name, *naming, words.to_vec())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_name_stands_once_with_all_it_says() {
        check(
            "“The road is open,” Ama Boateng said. The bridge will follow, Boateng said.",
            &[("Ama Boateng", Naming::Named, &["The road is open", "The bridge will follow"])],
        );
    }

    #[test]
    fn a_source_stands_once_however_it_is_introduced() {
        check(
            "Officials said that the talks had failed. The officials, who spoke on condition of anonymity, said that they would resume.",
            &[("Officials", Naming::Unnamed, &["the talks had failed", "they would resume"])],
        );
    }

    #[test]
    fn sources_without_a_name_are_told_apart() {
        check(
            "Two officials said that the talks had failed. A diplomat, who spoke on condition of anonymity because the talks are secret, said that they would resume.\n\n“Nobody knows yet what it will cost us.”",
            &[
                ("Two officials", Naming::Unnamed, &["the talks had failed"]),
                ("diplomat", Naming::Anonymous, &["they would resume"]),
                ("", Naming::Open, &["Nobody knows yet what it will cost us."]),
            ],
        );
    }
}
