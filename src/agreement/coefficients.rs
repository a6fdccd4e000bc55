//! Agreement beyond chance.

use std::collections::BTreeMap;

/// Cohen's kappa of two annotators' labels for the same units; `None` where there is no unit, or chance alone would give
/// full agreement.
///
/// ```
/// # use newsmark::agreement::kappa;
/// // Cohen 1960: 50 units, 20 + 15 in agreement, expected by chance 0.5.
/// let pairs = [("y", "y"); 20].into_iter().chain([("y", "n"); 5]).chain([("n", "y"); 10]).chain([("n", "n"); 15]);
/// assert!((kappa(pairs).unwrap() - 0.4).abs() < 1e-9);
/// ```
pub fn kappa<L: Ord>(pairs: impl IntoIterator<Item = (L, L)>) -> Option<f64> {
    let (mut first, mut second) = (BTreeMap::<L, f64>::new(), BTreeMap::<L, f64>::new());
    let (mut same, mut all) = (0.0, 0.0);
    for (one, other) in pairs {
        all += 1.0;
        same += if one == other { 1.0 } else { 0.0 };
        *first.entry(one).or_default() += 1.0;
        *second.entry(other).or_default() += 1.0;
    }
    let chance: f64 = first.iter().map(|(label, count)| count * second.get(label).unwrap_or(&0.0)).sum();
    let (observed, expected) = (same / all, chance / (all * all));
    (all > 0.0 && expected < 1.0).then(|| (observed - expected) / (1.0 - expected))
}

/// Krippendorff's alpha for nominal data: the labels that each unit got, from any number of annotators; units with fewer than two
/// are left out. `None` where nothing is left, or all got one label.
///
/// ```
/// # use newsmark::agreement::alpha;
/// // Krippendorff 2011, example B: two observers, binary data.
/// let one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
/// let other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
/// let units = one.into_iter().zip(other).map(|(one, other)| vec![one, other]);
/// assert!((alpha(units).unwrap() - 0.095).abs() < 1e-3);
/// ```
pub fn alpha<L: Ord + Clone>(units: impl IntoIterator<Item = Vec<L>>) -> Option<f64> {
    let mut totals = BTreeMap::<L, f64>::new();
    let (mut all, mut same) = (0.0, 0.0);
    for unit in units.into_iter().filter(|unit| unit.len() > 1) {
        let mut counts = BTreeMap::<L, f64>::new();
        for label in &unit {
            *counts.entry(label.clone()).or_default() += 1.0;
            *totals.entry(label.clone()).or_default() += 1.0;
        }
        let pairable = unit.len() as f64;
        all += pairable;
        same += counts.values().map(|count| count * (count - 1.0)).sum::<f64>() / (pairable - 1.0);
    }
    let chance: f64 = totals.values().map(|total| total * (total - 1.0)).sum();
    let pairs = all * (all - 1.0);
    (all > 1.0 && chance < pairs).then(|| 1.0 - (all - same) * (all - 1.0) / (pairs - chance))
}
