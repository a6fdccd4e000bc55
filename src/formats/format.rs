//! The names of the formats.

macro_rules! formats {
    ($($name:ident $code:literal $shown:literal $extension:literal $media:literal $doc:literal;)*) => {
        /// A format that documents are exported to, and most of which are imported.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Format {
            $(#[doc = $doc] $name,)*
        }

        impl Format {
            /// All formats, in the order in which they are offered.
            pub const ALL: [Format; 19] = [$(Format::$name),*];

            /// The name that people read.
            pub fn name(self) -> &'static str {
                match self { $(Format::$name => $shown,)* }
            }

            /// The name on the command line.
            pub fn code(self) -> &'static str {
                match self { $(Format::$name => $code,)* }
            }

            /// What a file's name ends in, without the leading full stop.
            pub fn extension(self) -> &'static str {
                match self { $(Format::$name => $extension,)* }
            }

            /// The media type.
            pub fn media_type(self) -> &'static str {
                match self { $(Format::$name => $media,)* }
            }
        }
    };
}

formats! {
    Newsmark "newsmark" "Newsmark JSON" "newsmark.json" "application/json" "All there is of a document.";
    // Web Annotation Protocol, section 4.2.
    WebAnnotation "w3c" "W3C Web Annotation" "jsonld" "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"" "Annotations for other annotation programs.";
    Csv "csv" "CSV" "csv" "text/csv; charset=utf-8" "Annotations for spreadsheets.";
    Jsonl "jsonl" "JSON Lines" "jsonl" "application/jsonl" "Annotations for pipelines, one document a line, see [`super::jsonl`].";
    Tsv "tsv" "TSV" "tsv" "text/tab-separated-values; charset=utf-8" "The same as CSV, with tabs.";
    Hypothesis "hypothesis" "Hypothesis" "hypothesis.json" "application/json" "Hypothesis' export.";
    Recogito "recogito" "Recogito" "recogito.json" "application/json" "Annotations of Recogito's text annotator.";
    LabelStudio "label-studio" "Label Studio" "label-studio.json" "application/json" "Label Studio's tasks.";
    Doccano "doccano" "doccano" "doccano.jsonl" "application/jsonl" "doccano's lines.";
    Spacy "spacy" "spaCy" "spacy.jsonl" "application/jsonl" "spaCy's training examples.";
    Prodigy "prodigy" "Prodigy" "prodigy.jsonl" "application/jsonl" "Prodigy's lines.";
    Brat "brat" "brat" "brat.zip" "application/zip" "brat's standoff files, in an archive.";
    WebAnno "webanno" "WebAnno TSV" "webanno.tsv" "text/tab-separated-values; charset=utf-8" "WebAnno TSV 3.3.";
    Cas "cas" "UIMA CAS JSON" "cas.json" "application/json" "UIMA CAS JSON 0.4, INCEpTION's.";
    PubAnnotation "pubannotation" "PubAnnotation" "pubannotation.json" "application/json" "PubAnnotation's JSON.";
    ConllU "conllu" "CoNLL-U" "conllu" "text/plain; charset=utf-8" "CoNLL-U with names in IOB2.";
    Conll "conll" "CoNLL-2003" "conll" "text/plain; charset=utf-8" "CoNLL-2003's columns.";
    Markdown "markdown" "Markdown" "md" "text/markdown; charset=utf-8" "The article with its marks, for reading.";
    Html "html" "HTML" "html" "text/html; charset=utf-8" "The same as one file for a browser.";
}

impl Format {
    /// The format with this [`Format::code`].
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }
}
