//! CoNLL-U, with names in the last column as spaCy, Stanza, GUM and others write them.

use std::fmt::Write as _;

use super::OF_WORDS;
use super::builder::{Builder, Tag, finished};
use super::entity::Entities;
use super::tagged::tagged;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::exchange::codec::{Codec, Frame, Sample, wrong};
use crate::formats::exchange::draft::Draft;
use crate::formats::loss::{ABOUT, JUDGED, Losses, MEANING, OURS};
use crate::text::Unit;

/// CoNLL-U.
pub(in crate::formats) struct ConllU;

/// What the fields with names are called; the first is written. spaCy reads the first and the last.
const FIELDS: [&str; 4] = ["NE", "NER", "ner", "name"];

impl Codec for ConllU {
    fn unit(&self) -> Option<Unit> {
        None
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, MEANING, OF_WORDS]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let mut out = format!("# newdoc id = {}\n", document.id.0);
        for (number, sentence) in tagged(document).iter().enumerate() {
            let line = sentence.text.replace('\n', " ");
            let _ = writeln!(out, "# sent_id = {}\n# text = {line}", number + 1);
            for (index, word) in sentence.words.iter().enumerate() {
                let mut misc = Vec::new();
                if word.tag != "O" {
                    misc.push(format!("{}={}", FIELDS[0], word.tag));
                }
                match word.behind {
                    "" => misc.push("SpaceAfter=No".to_owned()),
                    " " => {}
                    // UDPipe's names for other white space.
                    behind => misc.push(format!("SpacesAfter={}", escape_spaces(behind))),
                }
                let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
                let _ = writeln!(out, "{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{misc}", index + 1, word.text);
            }
            out.push('\n');
        }
        out
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        let mut lines = sample.text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        lines.next().is_some_and(|line| {
            line.split('\t').count() == 10 && line.starts_with(|c: char| c.is_ascii_digit())
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let mut articles = vec![Article::default()];
        let mut is_begun = false;
        let mut header = None;
        for (index, line) in sample.text.lines().enumerate() {
            let Some(article) = articles.last_mut() else { break };
            if line.starts_with("# newdoc") {
                if !article.words.text.is_empty() {
                    articles.push(Article::default());
                }
                is_begun = true;
                continue;
            }
            if let Some(columns) = line.strip_prefix("# global.Entity") {
                header = Some(columns.trim_start_matches([' ', '=']));
                continue;
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
            article.row(id, word, misc, header);
        }
        for article in &mut articles {
            article.end_sentence();
            let told = article.entities.unclosed(&mut article.words);
            article.words.told.extend(told);
        }
        Ok(finished(articles.into_iter().map(|article| article.words).collect(), is_begun))
    }
}

/// An article that is read row by row.
#[derive(Default)]
struct Article {
    words: Builder,
    entities: Entities,
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
    fn row(&mut self, id: &str, word: &str, misc: &str, header: Option<&str>) {
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
        // GUM's other fields look like tags to nobody; a tag that cannot be read is none.
        let tag = FIELDS.iter().find_map(|name| Tag::read(field(name)?));
        self.words.tag(tag.unwrap_or(Tag::Outside), place);
        if let Some(entities) = field("Entity") {
            self.entities.read(entities, header, place, &mut self.words);
        }
    }

    fn end_sentence(&mut self) {
        self.surface = None;
        self.words.end_sentence("");
    }
}

/// White space as UDPipe's `SpacesAfter` writes it.
fn escape_spaces(spaces: &str) -> String {
    let mut out = String::new();
    for c in spaces.chars() {
        match c {
            ' ' => out.push_str("\\s"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out
}

fn unescape_spaces(spaces: &str) -> String {
    spaces.replace("\\s", " ").replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r")
}
