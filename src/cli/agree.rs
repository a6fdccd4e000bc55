use std::fmt::Write as _;
use std::io;

use super::args::{Agree, Table};
use super::open::open_one;
use super::output::{Log, Output};
use crate::agreement::{Agreement, Scores, agreement};
use crate::annotation::AnnotationId;
use crate::document::Document;

/// Tells how far two files of one article agree.
pub(super) fn run(args: &Agree, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let Some(one) = open_one(&args.one, log) else { return Ok(()) };
    let Some(other) = open_one(&args.other, log) else { return Ok(()) };
    let Some(found) = agreement(&one, &other) else {
        log.fail(&args.other, &format!("is of another text than {}.", args.one));
        return Ok(());
    };
    output.write(&match args.format {
        Table::Text => text(&found, [&one, &other]),
        Table::Csv => csv(&found),
    })
}

fn text(found: &Agreement, documents: [&Document; 2]) -> String {
    let mut out = format!(
        "{:12}{:>7}{:>7}   {:>5}{:>7}{:>7}   {:>5}{:>7}{:>7}\n",
        "label", "A", "B", "exact", "P", "F1", "over", "P", "F1"
    );
    let mut row = |name: &str, scores: Scores| {
        let ([precision, _, f1], [near, _, near_f1]) = (scores.exact_f1(), scores.overlapping_f1());
        let _ = writeln!(
            out,
            "{name:12}{:>7}{:>7}   {:>5}{precision:>7.3}{f1:>7.3}   {:>5}{near:>7.3}{near_f1:>7.3}",
            scores.first, scores.second, scores.exact, scores.overlapping
        );
    };
    for label in &found.labels {
        row(label.label.as_str(), label.scores);
    }
    row("all", found.all);
    let shown =
        |figure: Option<f64>| figure.map_or("not defined".to_owned(), |figure| format!("{figure:.3}"));
    let _ = writeln!(
        out,
        "\nCohen's kappa (1960), labels of words: {}\nKrippendorff's alpha (2011), nominal, labels of words: {}",
        shown(found.kappa),
        shown(found.alpha)
    );
    for (name, only, document) in [("A", &found.only[0], documents[0]), ("B", &found.only[1], documents[1])] {
        for id in only {
            let _ = writeln!(out, "only {name}: {}", show(document, *id));
        }
    }
    out
}

fn show(document: &Document, id: AnnotationId) -> String {
    let Some(annotation) = document.annotation(id) else { return String::new() };
    format!("{} “{}”", annotation.label, document.quote(annotation).replace('\n', " "))
}

fn csv(found: &Agreement) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put = |cells: [String; 11]| {
        // Writing to memory does not fail.
        let _ = writer.write_record(cells);
    };
    put([
        "label",
        "a",
        "b",
        "exact",
        "precision",
        "recall",
        "f1",
        "overlapping",
        "overlapping_precision",
        "overlapping_recall",
        "overlapping_f1",
    ]
    .map(str::to_owned));
    let labels = found.labels.iter().map(|label| (label.label.as_str(), label.scores));
    for (name, scores) in labels.chain([("all", found.all)]) {
        let [p, r, f] = scores.exact_f1().map(|score| format!("{score:.4}"));
        let [near_p, near_r, near_f] = scores.overlapping_f1().map(|score| format!("{score:.4}"));
        let [first, second, exact, near] =
            [scores.first, scores.second, scores.exact, scores.overlapping].map(|count| count.to_string());
        put([name.to_owned(), first, second, exact, p, r, f, near, near_p, near_r, near_f]);
    }
    for (name, figure) in [("cohen_kappa", found.kappa), ("krippendorff_alpha_nominal", found.alpha)] {
        let mut cells = [const { String::new() }; 11];
        cells[0] = name.to_owned();
        cells[6] = figure.map(|figure| format!("{figure:.4}")).unwrap_or_default();
        put(cells);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
