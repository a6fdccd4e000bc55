//! CoNLL files with names in IOB2: CoNLL-2003's columns, and CoNLL-U's.
//!
//! ```text
//! file-2003 = { "-DOCSTART-" columns blank | sentence }
//! sentence  = line { line } blank
//! line      = word { " " column } " " tag
//! line-u    = id TAB word { TAB column } TAB misc        ten columns
//! misc      = [ "SpaceAfter=No" ] [ "|" ] [ "NER=" tag ]
//! tag       = "O" | ( "B-" | "I-" ) label
//! ```
//!
//! No offsets: words in order. CoNLL-2003 does not say which words stand together, so that its text is its
//! words with a space between them; CoNLL-U says it. Of marks that overlap the longer one stands.

use std::fmt::Write as _;

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{Draft, Mark};
use super::rows::{Row, flat, rows};
use super::tokens::{sentence_spans, tokens};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::Loss;
use crate::text::Unit;

/// CoNLL-2003.
pub(in crate::formats) struct Conll2003;
/// CoNLL-U.
pub(in crate::formats) struct ConllU;

impl Codec for Conll2003 {
    fn unit(&self) -> Unit {
        Unit::Byte
    }

    fn losses(&self) -> &'static [Loss] {
        &[
            Loss::Spaces,
            Loss::Title,
            Loss::Source,
            Loss::Outlet,
            Loss::Published,
            Loss::Labels,
            Loss::Values,
            Loss::Entities,
            Loss::Relations,
            Loss::Notes,
            Loss::Scores,
            Loss::Authors,
            Loss::Checks,
            Loss::Decisions,
            Loss::Status,
            Loss::Rejected,
            Loss::Shorter,
            Loss::Unplaced,
        ]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let mut out = String::from("-DOCSTART- -X- -X- O\n\n");
        for sentence in tagged(document) {
            for word in &sentence.words {
                // A word holds no white space, so that columns cannot slip.
                let _ = writeln!(out, "{} -X- _ {}", word.text, word.tag);
            }
            out.push('\n');
        }
        out
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        let mut lines = sample.text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        if lines.clone().next().is_some_and(|line| line.starts_with("-DOCSTART-")) {
            return true;
        }
        let is_word = |line: &str| {
            let columns: Vec<&str> = columns(line).collect();
            (2..=6).contains(&columns.len()) && columns.last().is_some_and(|tag| Tag::read(tag).is_some())
        };
        let first: Vec<&str> = lines.by_ref().take(20).collect();
        first.len() > 1 && first.into_iter().all(is_word)
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let mut articles = vec![Builder::default()];
        let mut is_begun = false;
        for (index, line) in sample.text.lines().enumerate() {
            let Some(article) = articles.last_mut() else { break };
            if line.starts_with("-DOCSTART-") {
                if !article.text.is_empty() {
                    articles.push(Builder::default());
                }
                is_begun = true;
                continue;
            }
            let mut columns = columns(line);
            let Some(word) = columns.next() else {
                article.end_sentence("\n");
                continue;
            };
            let tag = columns.next_back().unwrap_or("O");
            let tag = Tag::read(tag).ok_or_else(|| {
                wrong("CoNLL", format!("line {}", index + 1), format!("“{tag}” is no tag such as B-PERSON"))
            })?;
            article.word(word, tag, true);
        }
        Ok(finished(articles, is_begun))
    }
}

impl Codec for ConllU {
    fn unit(&self) -> Unit {
        Unit::Byte
    }

    fn losses(&self) -> &'static [Loss] {
        &[
            Loss::Title,
            Loss::Source,
            Loss::Outlet,
            Loss::Published,
            Loss::Labels,
            Loss::Values,
            Loss::Entities,
            Loss::Relations,
            Loss::Notes,
            Loss::Scores,
            Loss::Authors,
            Loss::Checks,
            Loss::Decisions,
            Loss::Status,
            Loss::Rejected,
            Loss::Shorter,
            Loss::Unplaced,
        ]
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
                    misc.push(format!("NER={}", word.tag));
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
        let mut articles = vec![Builder::default()];
        let mut is_begun = false;
        for (index, line) in sample.text.lines().enumerate() {
            let Some(article) = articles.last_mut() else { break };
            if line.starts_with("# newdoc") {
                if !article.text.is_empty() {
                    articles.push(Builder::default());
                }
                is_begun = true;
                continue;
            }
            if line.starts_with('#') {
                continue;
            }
            if line.trim().is_empty() {
                article.end_sentence("");
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, word, .., misc] = columns.as_slice() else {
                return Err(wrong("CoNLL-U", format!("line {}", index + 1), "it has no ten columns"));
            };
            // "3-4" and "3.1" stand beside the words themselves.
            if id.contains(['-', '.']) {
                continue;
            }
            let field =
                |name: &str| misc.split('|').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
            let tag = field("NER").or_else(|| field("name")).and_then(Tag::read).unwrap_or(Tag::Outside);
            let behind = match (field("SpaceAfter"), field("SpacesAfter")) {
                (Some("No"), _) => String::new(),
                (_, Some(spaces)) => unescape_spaces(spaces),
                _ => " ".to_owned(),
            };
            article.word(word, tag, false);
            article.behind = behind;
        }
        Ok(finished(articles, is_begun))
    }
}

/// The articles of a file; none where it neither says that one begins nor has a word.
fn finished(mut articles: Vec<Builder>, is_begun: bool) -> Vec<Draft> {
    if !is_begun {
        articles.retain(|article| !article.text.is_empty());
    }
    articles.into_iter().map(Builder::finish).collect()
}

fn columns(line: &str) -> impl DoubleEndedIterator<Item = &str> {
    line.split([' ', '\t']).filter(|column| !column.is_empty())
}

enum Tag<'l> {
    Outside,
    Begin(&'l str),
    Inside(&'l str),
}

impl<'l> Tag<'l> {
    fn read(tag: &'l str) -> Option<Tag<'l>> {
        match tag.split_once('-') {
            None if tag == "O" || tag == "_" => Some(Tag::Outside),
            Some(("B" | "S" | "U", label)) if !label.is_empty() => Some(Tag::Begin(label)),
            Some(("I" | "E" | "L", label)) if !label.is_empty() => Some(Tag::Inside(label)),
            _ => None,
        }
    }
}

/// An article that is put together word by word.
#[derive(Default)]
struct Builder {
    text: String,
    marks: Vec<Mark>,
    /// Whether the last word belongs to the last mark.
    is_open: bool,
    /// What stands behind the last word.
    behind: String,
}

impl Builder {
    fn word(&mut self, word: &str, tag: Tag<'_>, spaced: bool) {
        let before = std::mem::take(&mut self.behind);
        self.text.push_str(&before);
        let start = self.text.len() as i64;
        self.text.push_str(word);
        let end = self.text.len() as i64;
        if spaced {
            self.behind = " ".to_owned();
        }
        match tag {
            Tag::Outside => self.is_open = false,
            Tag::Inside(label)
                if self.is_open && self.marks.last().is_some_and(|mark| mark.label == label) =>
            {
                if let Some(mark) = self.marks.last_mut() {
                    mark.end = end;
                }
            }
            Tag::Begin(label) | Tag::Inside(label) => {
                let key = format!("mark {}", self.marks.len());
                self.marks.push(Mark { key, start, end, label: label.to_owned(), ..Mark::default() });
                self.is_open = true;
            }
        }
    }

    fn end_sentence(&mut self, behind: &str) {
        self.is_open = false;
        if !self.text.is_empty() && !behind.is_empty() {
            self.behind = behind.to_owned();
        }
    }

    fn finish(mut self) -> Draft {
        if self.behind != " " {
            self.text.push_str(&self.behind);
        }
        Draft { unit: Some(Unit::Byte), text: Some(self.text), marks: self.marks, ..Draft::default() }
    }
}

struct Sentence<'d> {
    text: &'d str,
    words: Vec<Word<'d>>,
}

struct Word<'d> {
    text: &'d str,
    tag: String,
    /// The white space up to the next word.
    behind: &'d str,
}

/// The words of a document by sentence, with their tags.
fn tagged(document: &Document) -> Vec<Sentence<'_>> {
    let text = document.text();
    let rows = rows(document, Unit::Byte, false);
    let marks = flat(&rows);
    let tag = |start: usize, end: usize| {
        let at = marks.partition_point(|mark: &&Row<'_>| mark.end <= start);
        match marks.get(at).filter(|mark| mark.start < end) {
            None => "O".to_owned(),
            Some(mark) => {
                let is_first = mark.start >= start
                    || !text
                        .get(mark.start..start)
                        .is_some_and(|it| it.contains(|c: char| !c.is_whitespace()));
                let label = mark.annotation.label.as_str().replace(char::is_whitespace, "_");
                format!("{}-{label}", if is_first { "B" } else { "I" })
            }
        }
    };
    let words = tokens(document, Unit::Byte);
    let mut next = 0;
    let mut sentences: Vec<Sentence<'_>> = Vec::new();
    for span in sentence_spans(document) {
        let mut found = Vec::new();
        while let Some(word) = words.get(next).filter(|word| word.span.start() < span.end()) {
            let follow = words.get(next + 1).map_or(text.len(), |word| word.span.start());
            let behind = text.get(word.span.end()..follow).unwrap_or_default();
            found.push(Word { text: word.text, tag: tag(word.span.start(), word.span.end()), behind });
            next += 1;
        }
        if !found.is_empty() {
            sentences.push(Sentence { text: span.slice(text).unwrap_or_default(), words: found });
        }
    }
    sentences
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
