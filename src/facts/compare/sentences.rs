//! Which sentences of two reports say the same, and how sure that is: what is told in them is the likelier one fact.

use std::collections::HashMap;

use super::report::Report;
use super::statements::{candidates, statements, weight};
use super::topics::Topics;

/// What is known of all reports together: what their words weigh, and which of their sentences are alike.
pub(super) struct Context {
    pub(super) topics: Topics,
    /// By the numbers of two reports, the lesser first, and of a sentence of each.
    said: HashMap<(Sentence, Sentence), f64>,
}

/// The number of a report, and of a sentence of it.
pub(super) type Sentence = (usize, usize);

impl Context {
    pub(super) fn new(reports: &[Report<'_>]) -> Context {
        let topics = Topics::new(reports);
        let statements: Vec<_> = reports.iter().map(|report| statements(report, &[])).collect();
        let mut said = HashMap::new();
        for (of, known) in statements.iter().enumerate() {
            for (with, new) in statements.iter().enumerate().skip(of + 1) {
                let known: Vec<_> = known.iter().map(|it| &it.fact).collect();
                let new: Vec<_> = new.iter().map(|it| &it.fact).collect();
                for it in candidates(&known, &new, &topics) {
                    let (Some(one), Some(other)) = (known.get(it.known), new.get(it.new)) else { continue };
                    said.insert(((of, one.at), (with, other.at)), weight(&it.clues));
                }
            }
        }
        Context { topics, said }
    }

    /// The logarithm of the odds that two sentences say the same; `None` where they have no telling word in common.
    pub(super) fn said(&self, one: Sentence, other: Sentence) -> Option<f64> {
        self.said.get(&(one.min(other), one.max(other))).copied()
    }
}
