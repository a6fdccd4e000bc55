//! Calibration: from the model's probabilities to how often names of such a probability are right.

use newsmark::extract::names::tagger::NameClass;

use crate::evaluate::Judged;

/// How many names make one step at least: fewer would learn noise.
const STEP: usize = 150;

/// Fits ascending steps by isotonic regression (pool adjacent violators; Zadrozny and Elkan 2002).
pub(crate) fn fit(judged: &[Judged]) -> Vec<(f32, f32)> {
    let mut names: Vec<(f32, bool)> = judged
        .iter()
        .filter(|name| name.class != NameClass::Other)
        .map(|name| (name.probability, name.is_right))
        .collect();
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Mean probability, share that is right, and how many.
    let mut steps: Vec<(f32, f32, f32)> = Vec::new();
    for chunk in names.chunks(STEP) {
        let count = chunk.len() as f32;
        let mean = chunk.iter().map(|name| name.0).sum::<f32>() / count;
        let right = chunk.iter().filter(|name| name.1).count() as f32 / count;
        steps.push((mean, right, count));
        while let [.., before, last] = steps[..]
            && before.1 >= last.1
        {
            let count = before.2 + last.2;
            let pooled = |a: f32, b: f32| (a * before.2 + b * last.2) / count;
            steps.truncate(steps.len() - 2);
            steps.push((pooled(before.0, last.0), pooled(before.1, last.1), count));
        }
    }
    steps.into_iter().map(|(mean, right, _)| (mean, right)).collect()
}

/// A table of how often names are right, by the score that they carry.
pub(crate) fn reliability(judged: &[(f32, bool)]) -> String {
    let mut table = String::from("  score        names  right\n");
    let bounds = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
    for pair in bounds.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let names: Vec<_> = judged.iter().filter(|name| name.0 >= from && name.0 < to).collect();
        let right = names.iter().filter(|name| name.1).count();
        let share = 100.0 * right as f64 / names.len().max(1) as f64;
        table += &format!("  {from:.2} to {:.2} {:>5} {share:>5.1} %\n", to.min(1.0), names.len());
    }
    table
}
