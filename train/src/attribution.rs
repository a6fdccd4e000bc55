//! Who said what, against attributions marked by hand (PolNeAR: E. Newell et al., "An Attribution Relations
//! Corpus for Political News", LREC 2018).
//!
//! A leading "that" or article, quote marks and punctuation at either end of a span do not count. A source is
//! right where the mark that speech is related to overlaps it, or the value's speaker shares a word with it; a
//! pronoun counts as right where somebody is told at all, since the data does not say who it means.

use std::collections::HashSet;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};
use jiff::civil::Date;
use newsmark::extract::{Extraction, Suggestion, extract};
use newsmark::text::{OffsetMap, Span, Unit};
use newsmark::value::{Quote, Value};
use serde::Deserialize;

#[derive(Deserialize)]
struct Article {
    text: String,
    published: Option<Date>,
    attributions: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    source: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// How many of how many.
#[derive(Default, Clone, Copy)]
struct Rate(usize, usize);

impl Rate {
    fn count(&mut self, is_right: bool) {
        self.0 += usize::from(is_right);
        self.1 += 1;
    }

    fn percent(self) -> f64 {
        100.0 * self.0 as f64 / self.1.max(1) as f64
    }
}

/// The harmonic mean of precision and recall.
fn f1(precision: Rate, recall: Rate) -> f64 {
    let (p, r) = (precision.percent(), recall.percent());
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

/// What was counted.
#[derive(Default)]
pub(crate) struct Counts {
    quotes: Rate,
    /// Of quotes whose source has a name: a source is told, and it is right.
    given: Rate,
    right: Rate,
    told: Rate,
    told_exact: Rate,
    told_precision: Rate,
    exact_precision: Rate,
    sources: Rate,
    sources_exact: Rate,
    source_precision: Rate,
    source_exact_precision: Rate,
    attributions: Rate,
    /// Of sources that are found: told to have a name or none as they do.
    naming: Rate,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let precision = Rate(self.right.0, self.given.0);
        writeln!(f, "  quotes found {:.1}", self.quotes.percent())?;
        writeln!(
            f,
            "  sources of quotes where named: right {:.1}, precision {:.1}",
            self.right.percent(),
            precision.percent()
        )?;
        writeln!(
            f,
            "  told speech, F1: overlapping {:.1} (P {:.1}, R {:.1}), exact {:.1}",
            f1(self.told_precision, self.told),
            self.told_precision.percent(),
            self.told.percent(),
            f1(self.exact_precision, self.told_exact)
        )?;
        writeln!(
            f,
            "  sources, F1: overlapping {:.1} (P {:.1}, R {:.1}), exact {:.1}",
            f1(self.source_precision, self.sources),
            self.source_precision.percent(),
            self.sources.percent(),
            f1(self.source_exact_precision, self.sources_exact)
        )?;
        writeln!(f, "  attributions with the right source {:.1}", self.attributions.percent())?;
        write!(f, "  named told from unnamed {:.1}", self.naming.percent())
    }
}

/// Counts over the articles of a file.
pub(crate) fn measure(file: &Path) -> Result<Counts> {
    let lines = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut counts = Counts::default();
    for line in lines.lines() {
        let article: Article = serde_json::from_str(line).context("no article of this form")?;
        Reader::new(&article).count(&mut counts);
    }
    Ok(counts)
}

struct Reader<'a> {
    article: &'a Article,
    map: OffsetMap<'a>,
    found: Extraction,
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article) -> Reader<'a> {
        let found = extract(&article.text, article.published);
        Reader { article, map: OffsetMap::new(&article.text), found }
    }

    fn spans(&self, spans: &[[usize; 2]]) -> Vec<Span> {
        spans.iter().filter_map(|[start, end]| self.map.span_of(*start, *end, Unit::CodePoint)).collect()
    }

    fn words(&self, span: Span) -> &'a str {
        span.slice(&self.article.text).unwrap_or_default()
    }

    fn speech(&self, label: &'static str) -> impl Iterator<Item = (usize, &Suggestion)> {
        self.found.suggestions.iter().enumerate().filter(move |(_, it)| it.label.as_str() == label)
    }

    fn count(&self, counts: &mut Counts) {
        let mut told = Vec::new();
        let mut golden_sources = HashSet::new();
        let mut all_sources = Vec::new();
        let mut contents = Vec::new();
        for gold in self.article.attributions.iter().filter(|gold| !gold.content.is_empty()) {
            let (source, content) = (self.spans(&gold.source), self.spans(&gold.content));
            let words: Vec<&str> = source.iter().map(|span| self.words(*span)).collect();
            let words = words.join(" ");
            let is_pronoun = is_pronoun(&words);
            let is_named = self.found.suggestions.iter().any(|it| {
                ["PERSON", "ORG"].contains(&it.label.as_str()) && source.iter().any(|s| s.overlaps(it.span))
            });
            let quoted: Vec<Span> = content.iter().copied().filter(|it| is_quoted(self.words(*it))).collect();
            for piece in &quoted {
                let hits: Vec<usize> =
                    self.speech("QUOTE").filter(|(_, it)| it.span.overlaps(*piece)).map(|it| it.0).collect();
                counts.quotes.count(!hits.is_empty());
                if is_named && !is_pronoun {
                    let given = hits.iter().copied().find(|&hit| self.has_source(hit));
                    counts.given.count(given.is_some());
                    counts.right.count(given.is_some_and(|hit| self.is_right(hit, &source, &words)));
                }
            }
            let hits = self.speech("QUOTE").chain(self.speech("REPORTED"));
            let hits: Vec<usize> = hits
                .filter(|(_, it)| content.iter().any(|c| c.overlaps(it.span)))
                .map(|(index, _)| index)
                .collect();
            let right =
                hits.iter().copied().find(|&hit| !source.is_empty() && self.is_right(hit, &source, &words));
            counts.attributions.count(right.is_some());
            if let Some(hit) = right.filter(|_| !is_pronoun)
                && let Some(named) = self.quote(hit).and_then(|quote| quote.named)
            {
                counts.naming.count(named == self.is_name(&source));
            }
            let bare = content.iter().map(|span| self.bare(*span));
            contents.extend(bare.clone());
            if quoted.is_empty() {
                told.extend(bare);
            }
            if let (Some(first), Some(last)) = (source.first(), source.last()) {
                all_sources.extend(&source);
                if !is_pronoun {
                    golden_sources.insert(self.bare(first.cover(*last)));
                }
            }
        }
        self.count_told(counts, &told, &contents);
        self.count_sources(counts, &golden_sources, &all_sources);
    }

    fn count_told(&self, counts: &mut Counts, told: &[Span], contents: &[Span]) {
        let found: Vec<Span> = self.speech("REPORTED").map(|(_, it)| self.bare(it.span)).collect();
        for gold in told {
            counts.told.count(found.iter().any(|it| it.overlaps(*gold)));
            counts.told_exact.count(found.contains(gold));
        }
        for it in &found {
            let is_told = told.iter().any(|gold| gold.overlaps(*it));
            // What quotes and tells at once is neither right nor wrong here.
            if is_told || !contents.iter().any(|gold| gold.overlaps(*it)) {
                counts.told_precision.count(is_told);
                counts.exact_precision.count(told.contains(it));
            }
        }
    }

    fn count_sources(&self, counts: &mut Counts, golden: &HashSet<Span>, all: &[Span]) {
        let found: HashSet<Span> = self
            .found
            .said_by
            .iter()
            .filter_map(|link| self.found.suggestions.get(link.to))
            .map(|it| self.bare(it.span))
            .collect();
        for gold in golden {
            counts.sources.count(found.iter().any(|it| it.overlaps(*gold)));
            counts.sources_exact.count(found.contains(gold));
        }
        for it in &found {
            counts.source_precision.count(all.iter().any(|gold| gold.overlaps(*it)));
            counts.source_exact_precision.count(golden.contains(it));
        }
    }

    fn quote(&self, index: usize) -> Option<&Quote> {
        match &self.found.suggestions.get(index)?.value {
            Some(Value::Quote(quote)) => Some(quote),
            _ => None,
        }
    }

    fn has_source(&self, index: usize) -> bool {
        self.found.said_by.iter().any(|link| link.from == index)
            || self.quote(index).is_some_and(|quote| !quote.speaker.is_empty())
    }

    fn is_right(&self, index: usize, source: &[Span], words: &str) -> bool {
        let links = self.found.said_by.iter().filter(|link| link.from == index);
        let meets = links.filter_map(|link| self.found.suggestions.get(link.to));
        if meets.into_iter().any(|it| source.iter().any(|span| span.overlaps(it.span))) {
            return true;
        }
        let Some(speaker) = self.quote(index).map(|quote| quote.speaker.as_str()) else { return false };
        !speaker.is_empty() && (is_pronoun(words) || !key_words(words).is_disjoint(&key_words(speaker)))
    }

    /// Whether the head of a source is a name that Newsmark marks.
    fn is_name(&self, source: &[Span]) -> bool {
        source.iter().any(|span| {
            let bare = self.bare(*span);
            self.found.suggestions.iter().any(|it| {
                ["PERSON", "ORG", "LOC", "NORP"].contains(&it.label.as_str())
                    && bare.overlaps(it.span)
                    && (it.span.end() == bare.end() || it.label.as_str() == "PERSON")
            })
        })
    }

    /// A span without quote marks, punctuation, leading articles and "that".
    fn bare(&self, span: Span) -> Span {
        let is_edge = |c: char| c.is_whitespace() || "\"“”‘’'.,:;!?…—-–".contains(c);
        let (mut start, mut end) = (span.start(), span.end());
        loop {
            let words = self.words(Span::new(start, end));
            let trimmed = words.trim_start_matches(is_edge);
            start = end - trimmed.len();
            let lead = ["that ", "the ", "The ", "a ", "an ", "A ", "An "];
            match lead.into_iter().find(|lead| trimmed.starts_with(lead)) {
                Some(lead) => start += lead.len(),
                None => {
                    end = start + trimmed.trim_end_matches(is_edge).len();
                    return Span::new(start, end);
                }
            }
        }
    }
}

fn is_quoted(words: &str) -> bool {
    let words = words.trim();
    words.chars().count() > 2 && words.starts_with(['"', '“', '«', '‘'])
}

fn is_pronoun(words: &str) -> bool {
    const PRONOUNS: [&str; 14] =
        ["he", "she", "they", "it", "i", "we", "you", "who", "that", "which", "him", "her", "them", "one"];
    PRONOUNS.contains(&words.to_lowercase().as_str())
}

fn key_words(words: &str) -> HashSet<String> {
    let split = words.split(|c: char| !c.is_alphanumeric() && c != '-');
    let small = ["the", "a", "an", "of", "and", "for", "s", ""];
    split.map(str::to_lowercase).filter(|word| !small.contains(&word.as_str())).collect()
}
