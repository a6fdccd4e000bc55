//! Which module writes and reads a format.

use super::exchange::{
    Brat, Codec, Doccano, Html, Hypothesis, LabelStudio, Markdown, Recogito, Sample, Spacy, Table,
    WebAnnotation, annotation_conf, pack,
};
use super::exchange::{Cas, Conll2003, ConllU, Prodigy, PubAnnotation, WebAnno};
use super::format::Format;
use crate::document::Document;
use crate::text::Unit;

/// The codec of a format; `None` for Newsmark's own.
pub(super) fn codec(format: Format) -> Option<&'static dyn Codec> {
    Some(match format {
        Format::Newsmark | Format::Jsonl => return None,
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
    })
}

/// The format of a file, by what stands in it.
pub(super) fn recognise(sample: &Sample<'_>) -> Option<Format> {
    let recognises = |format: Format| match format {
        Format::Jsonl => super::jsonl::recognises(sample),
        format => codec(format).is_some_and(|codec| codec.recognises(sample)),
    };
    Format::ALL.into_iter().find(|format| recognises(*format))
}

/// A brat archive of documents, each under a name of its own.
pub(super) fn brat_archive(documents: &[(String, &Document)]) -> Vec<u8> {
    let mut files: Vec<(String, String)> = documents
        .iter()
        .flat_map(|(name, document)| {
            let annotations = Brat.write(document);
            [(format!("{name}.txt"), document.text().to_string()), (format!("{name}.ann"), annotations)]
        })
        .collect();
    let conf = annotation_conf(documents.iter().map(|(_, document)| *document));
    files.push(("annotation.conf".to_owned(), conf));
    pack(&files)
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
        codec(self).map_or(Some(Unit::CodePoint), |codec| codec.unit())
    }

    /// Whether a file of this format is lines, each an article.
    pub fn is_lines(self) -> bool {
        matches!(self, Format::Jsonl | Format::Doccano | Format::Spacy | Format::Prodigy)
    }
}
