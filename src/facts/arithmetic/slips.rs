//! Slips: figures that words tie loosely, and that would come out but for one of them.
//!
//! ```text
//! case     = figures of up to a few sentences that an equation may hold for, and it does not
//! equation = sum | difference | share | change | product | length | list | direction | order | told twice
//! evidence = cue words, how near the figures stand, how alike they are, and how near it comes out
//! ```
//!
//! Where the other files of [`arithmetic`](super) read a phrase, these weigh: a case is told if what speaks for it
//! outweighs what speaks against it, by weights that were learnt from passages with and without a fault
//! ([`model`]). No case is made of figures that come out in any other way that the words allow.

mod beside;
mod case;
mod changes;
mod equation;
mod evidence;
mod lengths;
mod lists;
mod model;
mod phrases;
mod products;
mod ranks;
mod retold;
mod scope;
mod scores;
mod shares;
mod sums;
mod units;

use super::tie::Tie;
use crate::facts::figure::Passage;
use case::Cases;
pub(in crate::facts) use evidence::Evidence;
pub(super) use model::hash_of_names;
use scope::Scope;

/// What speaks for each case of a text that does not come out, and the tie that would be told. What a phrase ties is one
/// of them, with the phrase as evidence.
pub(super) fn find(passage: &Passage<'_>, phrases: Vec<Tie>, least: f64) -> Vec<Tie> {
    let mut cases = Cases::new(least);
    phrases::find(passage, phrases, &mut cases);
    for sentence in 0..passage.sentences.len() {
        let Some(scope) = Scope::of(passage, sentence) else { continue };
        sums::find(&scope, &mut cases);
        sums::hundreds(&scope, &mut cases);
        changes::find(&scope, &mut cases);
        shares::find(&scope, &mut cases);
        products::find(&scope, &mut cases);
        lengths::find(&scope, &mut cases);
        lists::find(&scope, &mut cases);
        retold::find(&scope, &mut cases);
        ranks::find(&scope, &mut cases);
        units::find(&scope, &mut cases);
        scores::find(&scope, &mut cases);
    }
    cases.found
}
