//! CoNLL files with names in IOB2: CoNLL-2003's columns, and CoNLL-U's.
//!
//! ```text
//! file-2003 = { "-DOCSTART-" columns blank | sentence }
//! sentence  = line { line } blank
//! line      = word { sep column } sep tag                sep is a tab, or a space where the line has no tab
//! line-uner = number TAB word TAB tag { TAB column }      Universal NER; "# text = …" before each sentence
//! line-u    = id TAB word { TAB column } TAB misc        ten columns
//! misc      = field { "|" field }
//! field     = ( "NE" | "NER" | "ner" | "name" ) "=" tag
//!           | "Entity=" { "(" entity | entity ")" }      see `entity`
//!           | "SpaceAfter=No" | "SpacesAfter=" spaces
//! tag       = "O" | ( "B-" | "I-" ) label                also BILOU's and IOBES' letters
//! ```
//!
//! No offsets: words in order. CoNLL-2003 does not say which words stand together, so that its text is its
//! words with a space between them; CoNLL-U says it. Of marks that overlap the longer one stands; a mark that ends
//! inside a word is written as the whole word; sentences over whose border a mark goes are written as one.

mod builder;
mod columns;
mod entity;
mod kept;
mod rows;
mod tagged;
mod universal;

pub(in crate::formats) use columns::Conll2003;
pub(in crate::formats) use universal::ConllU;

use crate::formats::Loss;

/// The name under which CoNLL-U's rows are kept.
const UNIVERSAL: &str = "conllu";

/// What neither of them carries, beside what few do.
const OF_WORDS: &[Loss] = &[Loss::Relations, Loss::Notes, Loss::Scores, Loss::Shorter, Loss::WordParts];
