//! How far annotators agree, for spreadsheets.

use crate::agreement::{Agreement, Decided};

/// A table: how many marks both decided and how many of them alike (as `exact`); a row a label; all labels
/// together; the coefficients.
pub fn agreement_csv(found: &Agreement) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put = |cells: [String; 11]| {
        // Writing to memory does not fail.
        let _ = writer.write_record(cells);
    };
    put([
        "label", "a", "b", "exact", "precision", "recall", "f1", "overlapping", "overlapping_precision",
        "overlapping_recall", "overlapping_f1",
    ]
    .map(str::to_owned));
    let Decided { both, alike } = found.decided;
    let mut cells = [const { String::new() }; 11];
    (cells[0], cells[1], cells[2], cells[3]) =
        ("decided by both".to_owned(), both.to_string(), both.to_string(), alike.to_string());
    put(cells);
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
