//! Figures: what each counts or measures, whose it is, when it holds, and how it hangs on the others.
//!
//! ```text
//! passage  = { sentence }
//! sentence = { figure | time | name | word | sign }
//! figure   = lead number [ noun ]
//! lead     = [ "from" | "to" | "by" | verb of change | "of" … ] { article | "about" | "at least" … }
//! noun     = { adjective } plural | { adjective } noun
//! ```
//!
//! Nothing is guessed from values: what a figure is, words and their order say.

mod class;
mod interval;
mod lexicon;
mod passage;
mod role;

pub(super) use class::Class;
pub(super) use interval::{Interval, written};
pub(super) use lexicon::factor_of;
pub(super) use passage::{Fig, NameKind, Passage, Time, What};
pub(super) use role::{Role, role};
