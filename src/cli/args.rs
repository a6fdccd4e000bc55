use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser as _;
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::formats::{ColumnNames, Format};
use crate::text::Unit;

/// Marks and values the facts in news articles, offline: people, places, amounts, dates, quotes.
#[derive(Parser, Debug)]
#[command(name = "newsmark", version, max_term_width = 100)]
#[command(after_help = "Example:\n  newsmark extract article.txt | newsmark convert --to markdown")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Annotate articles
    Extract(Extract),
    /// Rewrite annotated articles in another format
    Convert(Convert),
    /// Print articles with their marks in colour, to be read on a terminal
    Read(Read),
    /// Check files in Newsmark JSON: schema, offsets, quotes, hash
    Check(Check),
    /// Join several annotators' files of one article
    Merge(Merge),
    /// Tell how far two annotators' files of one article agree
    Agree(Agree),
    /// Put annotations on a changed text
    Anchor(Anchor),
    /// Set reports of one event side by side: what is alike, different, or only in some
    Compare(Compare),
    /// List the facts of an article for checking, and what does not add up
    Facts(Facts),
    /// Write what a shell needs to complete commands and options
    Completions(Completions),
    /// Write the manual page of the program, or of one of its commands
    Man(Man),
}

#[derive(clap::Args, Debug)]
#[command(
    after_help = "Example:\n  newsmark extract --published 2024-07-02 article.txt > article.newsmark.json"
)]
pub(super) struct Extract {
    /// The day of publication (2024-07-02), from which relative dates count
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) published: Option<Date>,
    /// What to write
    #[arg(long, default_value = "newsmark", value_name = "FORMAT", value_parser = written())]
    pub(super) format: Written,
    /// What offsets count in JSON Lines; other formats leave no choice
    #[arg(long, default_value = "codepoint", value_name = "UNIT", value_parser = units(), long_help = offsets())]
    pub(super) offsets: Unit,
    /// What to read: a plain text a file, or lines of JSON
    ///
    /// Each line of jsonl is an article: {"id":"…","text":"…","published":"2024-07-02"}. Annotations that it has are kept.
    #[arg(long, default_value = "text", value_name = "KIND")]
    pub(super) input: Input,
    #[cfg(feature = "parquet")]
    #[command(flatten)]
    pub(super) names: Names,
    /// Leave out, as an error, articles that the format does not hold whole
    #[arg(long)]
    pub(super) strict: bool,
    /// For spaCy: widen marks that cut a word, in place of leaving them out
    #[arg(long)]
    pub(super) snap: bool,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    /// The files to read; "-" is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub(super) files: Vec<String>,
}

/// What `extract` writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    File(Format),
    /// A row an annotation.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// The columns of a Parquet file.
#[cfg(feature = "parquet")]
#[derive(clap::Args, Clone, Debug)]
pub(super) struct Names {
    /// The column of a Parquet file that has the articles' names
    #[arg(long, default_value = "id", value_name = "NAME", hide_short_help = true)]
    pub(super) id_column: String,
    /// The one that has their texts
    #[arg(long, default_value = "text", value_name = "NAME", hide_short_help = true)]
    pub(super) text_column: String,
    /// The one that has their days of publication, if it is there
    #[arg(long, default_value = "published", value_name = "NAME", hide_short_help = true)]
    pub(super) published_column: String,
}

#[derive(clap::Args, Debug)]
pub(super) struct Jobs {
    /// How many articles to work on at once; all cores unless it is given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
}

impl Jobs {
    /// How many threads work.
    pub(super) fn count(&self) -> usize {
        let all = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        self.jobs.map_or_else(all, usize::from)
    }
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark convert --to csv article.newsmark.json > article.csv")]
pub(super) struct Convert {
    /// What to read, one of those below; found by what stands in the file unless it is given
    ///
    /// Lines (jsonl, doccano, spacy, prodigy) are read one by one where it is given, however many there are.
    #[arg(long, value_name = "FORMAT", value_parser = formats(), hide_possible_values = true)]
    pub(super) from: Option<Format>,
    /// What to write
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(super) to: Format,
    /// What offsets count in JSON Lines; other formats leave no choice
    #[arg(long, default_value = "codepoint", value_name = "UNIT", value_parser = units(), long_help = offsets())]
    pub(super) offsets: Unit,
    /// Leave out, as an error, articles that the format does not hold whole
    #[arg(long)]
    pub(super) strict: bool,
    /// For spaCy: widen marks that cut a word, in place of leaving them out
    #[arg(long)]
    pub(super) snap: bool,
    /// For doccano: its columns, as text=COLUMN,label=COLUMN
    #[arg(long, value_name = "NAMES", requires = "from")]
    pub(super) columns: Option<ColumnNames>,
    #[command(flatten)]
    pub(super) jobs: Jobs,
    /// The file to read, or a folder of files; "-" is standard input
    ///
    /// brat's NAME.ann is read with NAME.txt beside it.
    #[arg(default_value = "-", value_name = "FILE")]
    pub(super) file: String,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark read --values article.txt")]
pub(super) struct Read {
    /// What to read; found by what stands in the file unless it is given
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(super) from: Option<Format>,
    /// The day on which articles in plain text were published
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) published: Option<Date>,
    /// Write what a mark means behind it: amount, day, speaker, whole name
    #[arg(long)]
    pub(super) values: bool,
    /// When to tell marks by colours in place of brackets; NO_COLOR is respected
    #[arg(long, default_value = "auto", value_name = "WHEN")]
    pub(super) color: Color,
    /// How many columns a line may have; those of the terminal unless it is given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) width: Option<u16>,
    /// The articles: annotated files of any format, folders of them, or plain text; "-" is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub(super) files: Vec<String>,
}

/// When marks have colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Color {
    /// On a terminal
    Auto,
    Always,
    Never,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark check article.newsmark.json")]
pub(super) struct Check {
    /// The files to check; "-" is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark merge ada.newsmark.json li.newsmark.json -o both.newsmark.json")]
pub(super) struct Merge {
    /// The files, in any format that holds the article
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Where to write; standard output unless it is given
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<String>,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark agree ada.newsmark.json li.newsmark.json")]
pub(super) struct Agree {
    /// The annotator that is measured
    #[arg(value_name = "A")]
    pub(super) one: String,
    /// The annotator that it is measured by
    #[arg(value_name = "B")]
    pub(super) other: String,
    /// What to write
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub(super) format: Table,
}

/// How a table is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Table {
    Text,
    Csv,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark anchor ada.newsmark.json article.txt > again.newsmark.json")]
pub(super) struct Anchor {
    /// The annotations, in any format, with an article or without
    #[arg(value_name = "ANNOTATIONS")]
    pub(super) annotations: String,
    /// The text to put them on: plain text, or a file that holds an article
    #[arg(value_name = "TEXT")]
    pub(super) text: String,
    /// What to write
    #[arg(long, default_value = "newsmark", value_name = "FORMAT", value_parser = formats())]
    pub(super) to: Format,
    /// Leave out, as an error, articles that the format does not hold whole
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark compare one.txt other.txt --published 2024-07-02")]
pub(super) struct Compare {
    /// The reports: annotated files of any format, or plain text
    #[arg(required = true, num_args = 2..=8, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// The day on which reports in plain text were published
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) published: Option<Date>,
    /// What to write
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub(super) format: Side,
}

/// How a comparison is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Text,
    Json,
    Html,
    Csv,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark facts article.txt --view doubts")]
pub(super) struct Facts {
    /// The article: an annotated file of any format, or plain text
    #[arg(default_value = "-", value_name = "FILE")]
    pub(super) file: String,
    /// The day on which an article in plain text was published
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) published: Option<Date>,
    /// Which view of its facts
    #[arg(long, default_value = "sheet", value_name = "VIEW")]
    pub(super) view: View,
    /// What to write
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub(super) format: FactsFormat,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  source <(newsmark completions bash)")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(clap::Args, Debug)]
#[command(after_help = "Example:\n  newsmark man extract > newsmark-extract.1")]
pub(super) struct Man {
    /// The command; the program itself unless it is given
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
}

/// A view of an article's facts.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum View {
    /// Every fact, what is open first
    Sheet,
    /// What does not add up
    Doubts,
    /// Who said what
    Speech,
    /// What is dated
    Timeline,
    /// What each figure counts and how it hangs on the others, as JSON whatever the format
    Figures,
}

/// How a view is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FactsFormat {
    Text,
    Csv,
    Html,
    Markdown,
}

/// What `extract` reads.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Input {
    Text,
    Jsonl,
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Args {
    /// Refuses what no single argument shows to be wrong.
    pub(super) fn validated(self) -> Result<Args, clap::Error> {
        let (format, offsets, snaps) = match &self.command {
            Command::Extract(extract) => match extract.format {
                Written::File(format) => (format, extract.offsets, extract.snap),
                #[cfg(feature = "parquet")]
                Written::Parquet => return Ok(self),
            },
            Command::Convert(convert) => (convert.to, convert.offsets, convert.snap),
            _ => return Ok(self),
        };
        if snaps && format != Format::Spacy {
            let message =
                format!("--snap needs the format spacy: marks in {} stay as they are", format.name());
            return Err(Args::command().error(ErrorKind::ArgumentConflict, message));
        }
        let may_be = format == Format::Jsonl || format.unit() == Some(offsets);
        if !may_be && offsets != Unit::CodePoint {
            let why = match format.unit() {
                Some(unit) => format!("offsets in {} count {}", format.name(), unit.name()),
                None => format!("{} has no offsets", format.name()),
            };
            let message = format!("--offsets {} needs the format jsonl: {why}", offsets.code());
            return Err(Args::command().error(ErrorKind::ArgumentConflict, message));
        }
        Ok(self)
    }
}

fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::code))
        .try_map(|code| Format::from_code(&code).ok_or("no such format"))
}

/// What offsets count in each format, as the formats themselves say.
fn offsets() -> String {
    let of = |unit: Option<Unit>| {
        let formats = Format::ALL.into_iter().filter(|format| format.unit() == unit);
        formats.map(Format::code).collect::<Vec<_>>().join(", ")
    };
    let tables = if cfg!(feature = "parquet") { " and Parquet" } else { "" };
    let mut help = format!("What offsets count in JSON Lines{tables}. In other formats there is no choice:");
    for unit in Unit::ALL {
        match of(Some(unit)).as_str() {
            "" => {}
            formats => help.push_str(&format!("\n- {} in {formats}", unit.name())),
        }
    }
    help + &format!("\n- no offsets in {}", of(None))
}

/// What is no format of the library.
const TABLES: &[(&str, Written)] = &[
    #[cfg(feature = "parquet")]
    ("parquet", Written::Parquet),
];

fn written() -> impl clap::builder::TypedValueParser<Value = Written> {
    let files = Format::ALL.map(|format| (format.code(), Written::File(format)));
    let all = [&files, TABLES].concat();
    PossibleValuesParser::new(all.iter().map(|(code, _)| *code)).try_map(move |code| {
        all.iter().find(|(known, _)| *known == code).map(|(_, written)| *written).ok_or("no such format")
    })
}

fn units() -> impl clap::builder::TypedValueParser<Value = Unit> {
    PossibleValuesParser::new(Unit::ALL.map(Unit::code))
        .try_map(|code| Unit::ALL.into_iter().find(|unit| unit.code() == code).ok_or("no such unit"))
}

fn date(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "expected a date such as 2024-07-02")
}
