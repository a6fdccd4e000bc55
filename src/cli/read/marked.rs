//! An article with its marks, as lines for a terminal.

use std::sync::Arc;

use anstyle::Style;

use super::layout::wrapped;
use super::style::{ASIDE, Piece, of_label, of_marks, over, write};
use crate::annotation::{Annotation, Status};
use crate::document::Document;
use crate::intake::opening;
use crate::label::Label;
use crate::runs::{Line, Run, lines};
use crate::text::{self, Span, reveal};
use crate::value::day;

/// How articles are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Whether marks are told by colours; by brackets where not. Letters tell the label in both.
    pub(super) is_colored: bool,
    /// Whether what marks mean stands behind them.
    pub(super) shows_values: bool,
    /// How many columns there are; as many as a line asks for where this is `None`.
    pub(super) width: Option<usize>,
}

/// The headline, where the article is from, its text with what is marked in it, and what the letters mean. Characters
/// that nobody sees, or that a terminal takes for commands, are written out.
pub(super) fn article(document: &Document, look: Look) -> String {
    let mut page = Page { out: String::new(), look };
    let headline = opening(document.text()).headline;
    let mut head = Some(head(document));
    if headline.is_none() {
        page.line(&[Piece::new(plain(&document.display_title()), Style::new().bold())]);
        head.take().into_iter().for_each(|head| page.head(&head));
    }
    let marks: Vec<Arc<Annotation>> =
        document.annotations().iter().filter(|mark| mark.status != Status::Rejected).cloned().collect();
    let is_blank = |line: &Line| line.span.slice(document.text()).is_none_or(|text| text.trim().is_empty());
    let mut follows_head = headline.is_none();
    for line in lines(document.text(), &marks) {
        // The head has a blank line behind it already.
        if follows_head && is_blank(&line) {
            continue;
        }
        follows_head = false;
        let is_headline = headline.is_some_and(|headline| headline.overlaps(line.span));
        let base = if is_headline { Style::new().bold() } else { Style::new() };
        let pieces: Vec<Piece> =
            line.runs.iter().flat_map(|run| run_pieces(document, run, base, look)).collect();
        page.line(&pieces);
        if headline.is_some_and(|headline| line.span.end() >= headline.end())
            && let Some(head) = head.take()
        {
            page.head(&head);
            follows_head = true;
        }
    }
    page.legend(document, &marks);
    page.out
}

/// What is written.
struct Page {
    out: String,
    look: Look,
}

impl Page {
    fn line(&mut self, pieces: &[Piece]) {
        match self.look.width {
            None => write(pieces, self.look.is_colored, &mut self.out),
            Some(width) => wrapped(pieces, width)
                .iter()
                .for_each(|line| write(line, self.look.is_colored, &mut self.out)),
        }
    }

    /// Where the article is from, below its headline.
    fn head(&mut self, head: &str) {
        if !head.is_empty() {
            self.line(&[Piece::new(head, ASIDE)]);
        }
        self.line(&[]);
    }

    /// What the letters mean that are used: each label's name, marked as what has the label is.
    fn legend(&mut self, document: &Document, marks: &[Arc<Annotation>]) {
        let is_used = |label: &&Label| marks.iter().any(|mark| mark.label == label.code);
        let mut pieces: Vec<Piece> = Vec::new();
        for label in document.labels.iter().filter(is_used) {
            let gap = if pieces.is_empty() { "" } else { "  " };
            let (begin, end) = if self.look.is_colored { ("", "·") } else { ("[", "]") };
            pieces.push(Piece::new(gap, Style::new()));
            pieces.push(Piece::new(format!("{begin}{}", plain(&label.name)), of_label(&label.code)));
            pieces.push(Piece::new(format!("{end}{}", plain(&label.letters())), ASIDE));
        }
        if !pieces.is_empty() {
            self.line(&[]);
            self.line(&pieces);
        }
    }
}

/// Outlet, day of publication and source.
fn head(document: &Document) -> String {
    let day = document.published.map(day).unwrap_or_default();
    let all = [plain(&document.outlet), day, plain(&document.source)];
    all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A run with the signs of the marks that begin and end with it.
fn run_pieces(document: &Document, run: &Run, base: Style, look: Look) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let style = over(base, of_marks(run.annotations.iter().map(AsRef::as_ref)));
    let begin = run.annotations.iter().filter(|mark| mark.span.start() == run.span.start()).count();
    if !look.is_colored && begin > 0 {
        pieces.push(Piece::new("[".repeat(begin), style));
    }
    pieces.push(Piece::new(shown(document, run.span), style));
    // The innermost first, as brackets close.
    for mark in run.annotations.iter().rev().filter(|mark| mark.span.end() == run.span.end()) {
        let sign = if look.is_colored { "·" } else { "]" };
        let meaning = look.shows_values.then(|| meaning(document, mark)).flatten();
        let meaning = meaning.map(|meaning| format!("({meaning})")).unwrap_or_default();
        pieces.push(Piece::new(format!("{sign}{}{meaning}", letters(document, mark)), ASIDE));
    }
    pieces
}

/// A piece of a line, without its end.
fn shown(document: &Document, span: Span) -> String {
    let text = span.slice(document.text()).unwrap_or_default();
    reveal(text.strip_suffix('\n').unwrap_or(text)).replace('\t', "    ")
}

/// The letters of a mark's label; its code, where the article does not list it.
fn letters(document: &Document, mark: &Annotation) -> String {
    match document.labels.get(&mark.label) {
        Some(label) => plain(&label.letters()),
        None => plain(mark.label.as_str()),
    }
}

/// What a mark means: its value, or the name of what it names; nothing where the words say just that.
fn meaning(document: &Document, mark: &Annotation) -> Option<String> {
    let value = mark.value.as_ref().map(|value| value.describe()).unwrap_or_default();
    let entity = mark.entity.as_ref().and_then(|id| document.entities.iter().find(|it| it.id == *id));
    let named = entity.map(|entity| entity.name.as_str()).unwrap_or_default();
    let meaning = if value.is_empty() { named } else { &value };
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let says_more = !meaning.is_empty() && squeezed(meaning) != squeezed(document.quote(mark));
    says_more.then(|| plain(meaning))
}

/// Text of a file on one line, with nothing in it that a terminal takes for a command.
fn plain(text: &str) -> String {
    reveal(&text::one_line(text)).into_owned()
}
