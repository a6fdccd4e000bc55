//! How pieces of text look.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::annotation::Annotation;
use crate::label::{Family, LabelCode};

/// Text that looks alike from end to end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
}

impl Piece {
    pub(super) fn new(text: impl Into<String>, style: Style) -> Piece {
        Piece { text: text.into(), style }
    }
}

/// What is beside the article: letters, values, where it is from.
pub(super) const ASIDE: Style = Style::new().dimmed();

/// How a mark with this label looks. Speech has a line below and no colour, so that the colours of what is named
/// within it show. The colours are the terminal's own, which can be read on its paper.
pub(super) fn of_label(label: &LabelCode) -> Style {
    let color = match label.family() {
        Some(Family::Names) => AnsiColor::Magenta,
        Some(Family::Amounts) => AnsiColor::Green,
        Some(Family::Dates) => AnsiColor::Yellow,
        None => AnsiColor::Cyan,
        Some(Family::Speech) => return Style::new().underline(),
    };
    Style::new().fg_color(Some(color.into()))
}

/// How text looks that these marks cover, the innermost last.
pub(super) fn of_marks<'a>(marks: impl IntoIterator<Item = &'a Annotation>) -> Style {
    marks.into_iter().map(|mark| of_label(&mark.label)).fold(Style::new(), over)
}

/// One look over another: its colour counts, if it has one.
pub(super) fn over(below: Style, above: Style) -> Style {
    let color = above.get_fg_color().or(below.get_fg_color());
    below.effects(below.get_effects() | above.get_effects()).fg_color(color)
}

/// A line as it goes to the terminal, or to a file.
pub(super) fn write(line: &[Piece], is_colored: bool, out: &mut String) {
    for alike in line.chunk_by(|one, next| one.style == next.style) {
        let style = alike.first().map(|piece| piece.style).filter(|style| is_colored && !style.is_plain());
        if let Some(style) = style {
            let _ = write!(out, "{style}");
        }
        alike.iter().for_each(|piece| out.push_str(&piece.text));
        if let Some(style) = style {
            let _ = write!(out, "{style:#}");
        }
    }
    out.push('\n');
}
