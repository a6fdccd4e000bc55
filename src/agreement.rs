//! How far annotators agree: precision, recall and F1 by label, Cohen's kappa, Krippendorff's alpha.
//!
//! Decisions count: a rejected mark is as one that was not made, and so is what nobody has decided in a
//! document in which somebody has. Only suggestions that nobody has reviewed at all count as they are:
//! an extractor is an annotator, too, and its score card against what people accepted is the same table.
//!
//! - *Decided*: the marks that both accepted or rejected, and how many of them alike.
//! - *Exact*: same place and label. *Overlapping*: same label, and the places have a character in common; each mark
//!   counts once (MUC's and SemEval-2013's partial matching, without half points).
//! - *Kappa* (J. Cohen, "A coefficient of agreement for nominal scales", 1960) and *alpha* (K. Krippendorff, "Computing
//!   Krippendorff's alpha-reliability", 2011; nominal data) are of words: what label each annotator gave to each word of the
//!   text, none being one of them. Where marks overlap, the longer one is the word's.

mod coefficients;
mod counts;

pub use coefficients::{alpha, kappa};
pub use counts::{Agreement, Decided, LabelAgreement, Scores, agreement};
