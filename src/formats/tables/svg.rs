//! The timeline as a picture (SVG 1.1), which needs no style sheet.

use std::fmt::Write as _;

use super::line;
use crate::document::Document;
use crate::facts::timeline;
use crate::formats::exchange::escaped_html;

const WIDTH: f64 = 960.0;
const SIDE: f64 = 40.0;
const LANE: f64 = 16.0;
const TOP: f64 = 20.0;

/// The timeline of an article as a file.
pub fn timeline_svg(document: &Document) -> String {
    let drawing = timeline(document).drawing();
    let across = |place: f64| SIDE + place * (WIDTH - 2.0 * SIDE);
    let bottom = TOP + drawing.lanes as f64 * LANE;
    let height = bottom + 40.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"11\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        escaped_html(&document.display_title())
    );
    let _ = writeln!(out, "<path d=\"M{SIDE} {bottom}H{}\" stroke=\"#888\"/>", WIDTH - SIDE);
    for (place, label) in &drawing.ticks {
        let x = across(*place);
        let _ = writeln!(
            out,
            "<path d=\"M{x:.1} {bottom}v5\" stroke=\"#888\"/><text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}</text>",
            bottom + 18.0
        );
    }
    if let Some(place) = drawing.published {
        let _ = writeln!(
            out,
            "<path d=\"M{0:.1} {TOP}V{bottom}\" stroke=\"#0b5d8a\" stroke-dasharray=\"4 3\"/>",
            across(place)
        );
    }
    for bar in &drawing.bars {
        let (x, y) = (across(bar.from) - 4.0, bottom - (bar.lane + 1) as f64 * LANE + 4.0);
        let width = (across(bar.to) - across(bar.from) + 8.0).max(8.0);
        let words: Vec<String> = bar
            .moments
            .iter()
            .filter_map(|id| Some(line(document, document.annotation(*id)?.span)))
            .collect();
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"8\" rx=\"4\" fill=\"#b45309\"><title>{}</title></rect>",
            escaped_html(&words.join(" · "))
        );
    }
    out.push_str("</svg>\n");
    out
}
