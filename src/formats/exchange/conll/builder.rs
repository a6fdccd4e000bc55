//! An article that is put together word by word, with the tags of its words.

use super::UNIVERSAL;
use crate::annotation::Extra;
use crate::formats::exchange::draft::{Draft, Mark};
use crate::formats::exchange::fields::kept_with_text;
use crate::text::Unit;

/// What a word is to a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag<'l> {
    Outside,
    Begin(&'l str),
    Inside(&'l str),
}

impl<'l> Tag<'l> {
    /// Reads `O`, `B-LABEL`, `I-LABEL`, and the letters of other schemes.
    pub(super) fn read(tag: &'l str) -> Option<Tag<'l>> {
        match tag.split_once('-') {
            None if tag == "O" || tag == "_" => Some(Tag::Outside),
            Some(("B" | "S" | "U", label)) if !label.is_empty() => Some(Tag::Begin(label)),
            Some(("I" | "E" | "L", label)) if !label.is_empty() => Some(Tag::Inside(label)),
            _ => None,
        }
    }
}

/// See the module.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
    /// What is odd about the file, for people.
    pub(super) told: Vec<String>,
    /// What is kept of the file that the article is from.
    pub(super) kept: Extra,
    /// Whether the last tagged word belongs to the last tagged mark, and which that is.
    open: Option<usize>,
    /// What stands behind the last word.
    pub(super) behind: String,
}

impl Builder {
    /// Puts a word behind the last one; gives its place.
    pub(super) fn word(&mut self, word: &str, behind: &str) -> (i64, i64) {
        let before = std::mem::replace(&mut self.behind, behind.to_owned());
        self.text.push_str(&before);
        let start = self.text.len() as i64;
        self.text.push_str(word);
        (start, self.text.len() as i64)
    }

    /// Says what the word at this place is to a mark.
    pub(super) fn tag(&mut self, tag: Tag<'_>, (start, end): (i64, i64)) {
        match tag {
            Tag::Outside => self.open = None,
            Tag::Begin(label) => self.begin(label, (start, end)),
            Tag::Inside(label) => {
                let open = self.open.and_then(|place| self.marks.get_mut(place));
                match open.filter(|mark| mark.label == label) {
                    Some(mark) => mark.end = end,
                    None => self.begin(label, (start, end)),
                }
            }
        }
    }

    fn begin(&mut self, label: &str, place: (i64, i64)) {
        self.open = Some(self.mark(label, place));
    }

    /// Adds a mark; gives its number.
    pub(super) fn mark(&mut self, label: &str, (start, end): (i64, i64)) -> usize {
        let key = format!("mark {}", self.marks.len());
        self.marks.push(Mark { key, start, end, label: label.to_owned(), ..Mark::default() });
        self.marks.len() - 1
    }

    pub(super) fn end_sentence(&mut self, behind: &str) {
        self.open = None;
        if !self.text.is_empty() && !behind.is_empty() {
            self.behind = behind.to_owned();
        }
    }

    fn finish(mut self) -> Draft {
        if self.behind != " " {
            self.text.push_str(&self.behind);
        }
        let extra = match self.kept.is_empty() {
            true => Extra::new(),
            false => kept_with_text(UNIVERSAL, self.kept, &self.text),
        };
        Draft {
            unit: Some(Unit::Byte),
            extra,
            text: Some(self.text),
            marks: self.marks,
            told: self.told,
            ..Draft::default()
        }
    }
}

/// The articles of a file; none where it neither says that one begins nor has a word.
pub(super) fn finished(mut articles: Vec<Builder>, is_begun: bool) -> Vec<Draft> {
    if !is_begun {
        articles.retain(|article| !article.text.is_empty());
    }
    articles.into_iter().map(Builder::finish).collect()
}
