//! CoNLL-2003's columns, and others that begin with the word and end with the tag, or with its number, the word and the tag.

use std::fmt::Write as _;

use super::OF_WORDS;
use super::builder::{Builder, Tag, finished};
use super::tagged::tagged;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::exchange::codec::{Codec, Frame, Sample, wrong};
use crate::formats::exchange::draft::Draft;
use crate::formats::loss::{ABOUT, JUDGED, Loss, Losses, MEANING, OURS};
use crate::text::Unit;

/// CoNLL-2003.
pub(in crate::formats) struct Conll2003;

impl Codec for Conll2003 {
    fn unit(&self) -> Option<Unit> {
        None
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, MEANING, OF_WORDS, &[Loss::Spaces]]
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
        if is_numbered(sample.text) {
            return true;
        }
        let is_word = |line: &str| {
            let columns = columns(line);
            (2..=6).contains(&columns.len()) && columns.last().is_some_and(|tag| Tag::read(tag).is_some())
        };
        let first: Vec<&str> = lines.by_ref().take(20).collect();
        // A row or two may be damaged.
        let words = first.iter().filter(|line| is_word(line)).count();
        words > 1 && words * 5 >= first.len() * 4
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let mut articles = vec![Builder::default()];
        let mut is_begun = false;
        // Whether rows have tags at all, so that one without is odd.
        let mut has_tags = false;
        let is_numbered = is_numbered(sample.text);
        // What is left of the sentence as a comment has it, which says what stands between words.
        let mut told = "";
        for (index, line) in sample.text.lines().enumerate() {
            let Some(article) = articles.last_mut() else { break };
            if line.starts_with("-DOCSTART-") {
                if !article.text.is_empty() {
                    articles.push(Builder::default());
                }
                is_begun = true;
                continue;
            }
            if line.trim().is_empty() {
                article.end_sentence("\n");
                continue;
            }
            if is_numbered && line.starts_with("# ") {
                told = line.strip_prefix("# text =").map_or(told, str::trim);
                continue;
            }
            let (word, tag) = match columns(line).as_slice() {
                [_, word, tag, ..] if is_numbered => {
                    (Some(*word).filter(|word| !word.is_empty()), Some(*tag))
                }
                ["", ..] | [] => (None, None),
                // A tag alone, where all others have a word.
                ["O"] if has_tags => (None, None),
                [word] => (Some(*word), None),
                [word, .., tag] => (Some(*word), Some(*tag)),
            };
            let Some(word) = word else {
                article.told.push(format!(
                    "Line {} has no word and was left out: “{}”.",
                    index + 1,
                    line.trim()
                ));
                continue;
            };
            has_tags |= tag.is_some();
            let tag = tag.unwrap_or("O");
            let tag = Tag::read(tag).ok_or_else(|| {
                wrong("CoNLL", format!("line {}", index + 1), format!("“{tag}” is no tag such as B-PERSON"))
            })?;
            let rest = told.trim_start();
            if let Some(behind) = rest.strip_prefix(word) {
                let space = told.get(..told.len() - rest.len()).unwrap_or_default();
                if !article.behind.contains('\n') {
                    article.behind = space.to_owned();
                }
                told = behind;
            }
            let place = article.word(word, " ");
            article.tag(tag, place);
        }
        Ok(finished(articles, is_begun))
    }
}

/// Whether rows begin with the number of the word in its sentence, as in the files of Universal NER: number, word, tag, more.
fn is_numbered(text: &str) -> bool {
    let mut rows = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# "));
    let mut first = rows.by_ref().take(2).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [number, word, tag, ..] = columns.as_slice() else { return None };
        Tag::read(tag).filter(|_| !word.is_empty())?;
        number.parse::<usize>().ok()
    });
    first.next() == Some(Some(1))
        && first.next().is_none_or(|second| second.is_some_and(|number| number <= 2))
}

/// The columns of a row; the first is empty where there is no word.
fn columns(line: &str) -> Vec<&str> {
    // Where there are tabs a word may hold spaces.
    match line.contains('\t') {
        true => {
            let mut columns: Vec<&str> = line.split('\t').map(str::trim).collect();
            while columns.len() > 1 && columns.last().is_some_and(|last| last.is_empty()) {
                columns.pop();
            }
            columns
        }
        false => line
            .split(' ')
            .enumerate()
            .filter(|(nth, column)| *nth == 0 || !column.is_empty())
            .map(|(_, column)| column)
            .collect(),
    }
}
