//! The rows of a CoNLL-U file, and what they make of an article.

use super::builder::{Builder, Tag};
use super::entity::Entities;
use crate::formats::Error;
use crate::formats::exchange::codec::wrong;

/// What the fields with names are called; the first is written. spaCy reads the first and the last.
pub(super) const FIELDS: [&str; 4] = ["NE", "NER", "ner", "name"];

/// Reads the articles of a file, of which `header` may have told the columns of mentions; tells whether one is said to begin.
///
/// # Errors
/// Where a row has no ten columns.
pub(super) fn articles(text: &str, header: Option<&str>) -> Result<(Vec<Article>, bool), Error> {
    let mut header = header.map(str::to_owned);
    let mut articles = vec![Article { header: header.clone(), ..Article::default() }];
    let mut is_begun = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("# newdoc") {
            if articles.last().is_some_and(|article| !article.words.text.is_empty()) {
                articles.push(Article { header: header.clone(), ..Article::default() });
            }
            is_begun = true;
        }
        let Some(article) = articles.last_mut() else { break };
        article.lines.push(line.to_owned());
        if let Some(columns) = line.strip_prefix("# global.Entity") {
            header = Some(columns.trim_start_matches([' ', '=']).to_owned());
            article.header = header.clone();
        }
        if line.starts_with('#') {
            continue;
        }
        if line.trim().is_empty() {
            article.end_sentence();
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, word, _, _, _, _, _, _, _, misc] = columns.as_slice() else {
            return Err(wrong("CoNLL-U", format!("line {}", index + 1), "it has no ten columns"));
        };
        article.row(id, word, misc);
    }
    for article in &mut articles {
        article.end_sentence();
        let told = article.entities.unclosed(&mut article.words);
        article.words.told.extend(told);
    }
    Ok((articles, is_begun))
}

/// An article that is read row by row.
#[derive(Default)]
pub(super) struct Article {
    pub(super) words: Builder,
    pub(super) entities: Entities,
    /// Its lines as they are, and of those that are words the place of each in the text.
    pub(super) lines: Vec<String>,
    pub(super) places: Vec<(usize, (i64, i64))>,
    /// What `# global.Entity` says of the columns of mentions.
    pub(super) header: Option<String>,
    /// A word of the text that is several words of the sentence, such as "isn't".
    surface: Option<Surface>,
}

struct Surface {
    /// The number of its last part.
    last: usize,
    form: String,
    start: i64,
    end: i64,
    /// How much of the form the parts so far make up; `None` once they are not its pieces in order.
    done: Option<usize>,
}

impl Surface {
    /// Where the next part stands: its own piece where the parts are pieces of the form, else the whole.
    fn part(&mut self, word: &str) -> (i64, i64) {
        let rest = self.done.and_then(|done| self.form.get(done..));
        self.done = self
            .done
            .filter(|_| rest.is_some_and(|rest| rest.starts_with(word)))
            .map(|done| done + word.len());
        match self.done {
            Some(done) => (self.start + (done - word.len()) as i64, self.start + done as i64),
            None => (self.start, self.end),
        }
    }
}

impl Article {
    fn row(&mut self, id: &str, word: &str, misc: &str) {
        let fields: Vec<(&str, &str)> = misc.split('|').filter_map(|part| part.split_once('=')).collect();
        let field = |name: &str| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let behind = match (field("SpaceAfter"), field("SpacesAfter")) {
            (Some("No"), _) => String::new(),
            (_, Some(spaces)) => unescape_spaces(spaces),
            _ => " ".to_owned(),
        };
        if let Some((_, last)) = id.split_once('-') {
            let (start, end) = self.words.word(word, &behind);
            let last = last.parse().unwrap_or(0);
            self.surface = Some(Surface { last, form: word.to_owned(), start, end, done: Some(0) });
            return;
        }
        // "3.1" is a word that is not said.
        if id.contains('.') {
            return;
        }
        let number: usize = id.parse().unwrap_or(0);
        let place = match self.surface.as_mut().filter(|surface| number <= surface.last) {
            Some(surface) => surface.part(word),
            None => {
                self.surface = None;
                self.words.word(word, &behind)
            }
        };
        let line = self.lines.len().saturating_sub(1);
        self.entities.line = line;
        self.places.push((line, place));
        // GUM's other fields look like tags to nobody; a tag that cannot be read is none.
        let tag = FIELDS.iter().find_map(|name| Tag::read(field(name)?));
        self.words.tag(tag.unwrap_or(Tag::Outside), place);
        if let Some(entities) = field("Entity") {
            self.entities.read(entities, self.header.as_deref(), place, &mut self.words);
        }
    }

    fn end_sentence(&mut self) {
        self.surface = None;
        self.words.end_sentence("");
    }
}

fn unescape_spaces(spaces: &str) -> String {
    spaces.replace("\\s", " ").replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r")
}
