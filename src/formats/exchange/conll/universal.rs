//! CoNLL-U, with names in the last column as spaCy, Stanza, GUM and others write them. All other columns and lines are kept,
//! see [`kept`].

use std::fmt::Write as _;

use super::builder::finished;
use super::rows::{FIELDS, articles};
use super::tagged::tagged;
use super::{OF_WORDS, kept};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::exchange::codec::{Codec, Frame, Sample};
use crate::formats::exchange::draft::Draft;
use crate::formats::loss::{ABOUT, JUDGED, Loss, Losses, MEANING, OURS};
use crate::text::Unit;

/// CoNLL-U.
pub(in crate::formats) struct ConllU;

impl Codec for ConllU {
    fn unit(&self) -> Option<Unit> {
        None
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, MEANING, OF_WORDS, &[Loss::OtherText]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        if let Some(again) = kept::written(document) {
            return again;
        }
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
        let (mut articles, is_begun) = articles(sample.text, None)?;
        for article in &mut articles {
            article.words.kept = kept::fields(article);
        }
        Ok(finished(articles.into_iter().map(|article| article.words).collect(), is_begun))
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
