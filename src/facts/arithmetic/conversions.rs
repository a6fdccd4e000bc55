//! Conversions: "48.8C (119.8F)".

use super::figures::Sentence;
use super::{Doubt, DoubtKind, doubt};
use crate::facts::stated::Measure;
use crate::facts::units;

/// One measure in two units, side by side.
pub(super) fn find(sentence: &Sentence<'_>, out: &mut Vec<Doubt>) {
    for pair in sentence.figures.windows(2) {
        let [one, other] = pair else { continue };
        let (Measure::Unit(a), Measure::Unit(b)) = (&one.stated.measure, &other.stated.measure) else {
            continue;
        };
        let between = sentence.between(one, other);
        let is_same =
            matches!(between.trim(), "(" | "[" | "or" | ", or" | "/" | "(or" | "(about" | "(some" | "— or");
        if is_same && units::agree((a, &one.stated), (b, &other.stated)) == Some(false) {
            let reckoning = format!("{} ≠ {}", sentence.words(one), sentence.words(other));
            out.push(doubt(DoubtKind::Conversion, other.id, &[one.id], reckoning));
        }
    }
}
