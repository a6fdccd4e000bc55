use std::fmt::Write as _;
use std::io;

use super::args::{Agree, Table};
use super::open::open_one;
use super::output::{Log, Output, Tell as _};
use crate::agreement::{Agreement, Scores, agreement};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::formats::agreement_csv;

/// Tells how far two files of one article agree.
pub(super) fn run(args: &Agree, output: &mut Output, log: &mut Log) -> io::Result<()> {
    log.progress.begin_files(&[&args.one, &args.other]);
    let Some(one) = open_one(&args.one, log) else { return Ok(()) };
    log.progress.file_done(&args.one);
    let Some(other) = open_one(&args.other, log) else { return Ok(()) };
    log.progress.end();
    let Some(found) = agreement(&one, &other) else {
        log.fail(&args.other, &format!("is of another text than {}.", args.one));
        return Ok(());
    };
    output.write(&match args.format {
        Table::Text => text(&found, [&one, &other]),
        Table::Csv => agreement_csv(&found),
    })
}

fn text(found: &Agreement, documents: [&Document; 2]) -> String {
    let mut out = format!(
        "{}\n\n{:12}{:>7}{:>7}   {:>5}{:>7}{:>7}   {:>5}{:>7}{:>7}\n",
        found.decided.describe(),
        "label",
        "A",
        "B",
        "exact",
        "P",
        "F1",
        "over",
        "P",
        "F1"
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
