//! Which module writes and reads a format.

use super::exchange::{
    Brat, Codec, Doccano, Html, Hypothesis, LabelStudio, Markdown, Recogito, Sample, Spacy, Table,
    WebAnnotation,
};
use super::exchange::{Cas, Conll2003, ConllU, Prodigy, PubAnnotation, WebAnno};
use super::format::Format;
use super::ours::{JsonLines, NewsmarkJson};
use crate::text::Unit;

/// The codec of a format.
pub(super) fn codec(format: Format) -> &'static dyn Codec {
    match format {
        Format::Newsmark => &NewsmarkJson,
        Format::Jsonl => &JsonLines,
        Format::WebAnnotation => &WebAnnotation,
        Format::Hypothesis => &Hypothesis,
        Format::Recogito => &Recogito,
        Format::LabelStudio => &LabelStudio,
        Format::Doccano => &Doccano,
        Format::Spacy => &Spacy,
        Format::Prodigy => &Prodigy,
        Format::Brat => &Brat,
        Format::Conll => &Conll2003,
        Format::ConllU => &ConllU,
        Format::WebAnno => &WebAnno,
        Format::Cas => &Cas,
        Format::PubAnnotation => &PubAnnotation,
        Format::Csv => &Table::CSV,
        Format::Tsv => &Table::TSV,
        Format::Markdown => &Markdown,
        Format::Html => &Html,
    }
}

/// The format of a file, by what stands in it.
pub(super) fn recognise(sample: &Sample<'_>) -> Option<Format> {
    Format::ALL.into_iter().find(|format| codec(*format).recognises(sample))
}

impl Format {
    /// What offsets in files of this format count; `None` where there are none. Only JSON Lines leave the choice, and count
    /// code points unless another unit is asked for.
    ///
    /// ```
    /// # use newsmark::formats::Format;
    /// # use newsmark::text::Unit;
    /// assert_eq!(Format::Doccano.unit(), Some(Unit::Utf16));
    /// assert_eq!(Format::Markdown.unit(), None);
    /// ```
    pub fn unit(self) -> Option<Unit> {
        codec(self).unit()
    }

    /// Whether a file of this format is lines, each an article.
    pub fn is_lines(self) -> bool {
        codec(self).is_lines()
    }

    /// Whether a file of this format is bytes that are no text.
    pub fn is_binary(self) -> bool {
        codec(self).packer().is_some()
    }
}
