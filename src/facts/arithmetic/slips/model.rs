//! What evidence weighs: trees of questions, learnt from passages with and without a fault by `cargo xtask learn-doubts`.
//!
//! ```text
//! model = "NDT1" hash bias count { tree }
//! tree  = size { node }                 the root first, then what is to the left of it
//! node  = evidence right | -1 weight    to the right with the evidence; a leaf's weight in thousandths
//! ```
//!
//! All numbers are little-endian: the hash (of the names of all evidence) and the bias of four bytes, the bias in
//! thousandths, the others of two. The method is that of Friedman (2001, *Greedy function approximation: a gradient
//! boosting machine*).

use std::sync::LazyLock;

use super::evidence::Evidence;

/// What begins a model's file.
const MAGIC: &[u8; 4] = b"NDT1";

/// What stands in a node that is a leaf.
#[cfg(test)]
const LEAF: i16 = -1;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::from_bytes(include_bytes!("doubts.model")).unwrap_or_default());

/// A set of evidence.
#[derive(Clone, Copy, Default)]
pub(super) struct Set([u64; 12]);

impl Set {
    pub(super) fn of(evidence: &[Evidence]) -> Set {
        let mut set = Set::default();
        for it in evidence {
            let at = usize::from(it.number());
            if let Some(word) = set.0.get_mut(at / 64) {
                *word |= 1 << (at % 64);
            }
        }
        set
    }

    fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word & (1 << (at % 64)) != 0)
    }
}

#[derive(Clone, Copy)]
struct Node {
    evidence: i16,
    /// The node to the right, in its tree; of a leaf the weight in thousandths.
    value: i16,
}

#[derive(Default)]
struct Model {
    bias: i32,
    nodes: Vec<Node>,
    /// Where each tree begins among the nodes.
    roots: Vec<usize>,
}

impl Model {
    /// `None` where the bytes are no model.
    fn from_bytes(bytes: &[u8]) -> Option<Model> {
        let rest = bytes.strip_prefix(MAGIC)?;
        // That the hash fits a test sees: at run time the names need not be there.
        let (_, rest) = rest.split_first_chunk::<4>()?;
        let (bias, mut rest) = rest.split_first_chunk::<4>()?;
        let mut next = || {
            let (number, behind) = rest.split_first_chunk::<2>()?;
            rest = behind;
            Some(i16::from_le_bytes(*number))
        };
        let mut model = Model { bias: i32::from_le_bytes(*bias), ..Model::default() };
        for _ in 0..next()? {
            model.roots.push(model.nodes.len());
            for _ in 0..next()? {
                model.nodes.push(Node { evidence: next()?, value: next()? });
            }
        }
        Some(model)
    }

    fn weight(&self, set: &Set) -> i32 {
        let of_tree = |root: usize| {
            let mut at = root;
            // A path goes down; no more steps than nodes.
            for _ in 0..self.nodes.len() {
                let Some(node) = self.nodes.get(at) else { return 0 };
                let Ok(evidence) = usize::try_from(node.evidence) else { return i32::from(node.value) };
                at = if set.has(evidence) { root + usize::from(node.value.unsigned_abs()) } else { at + 1 };
            }
            0
        };
        self.bias + self.roots.iter().map(|root| of_tree(*root)).sum::<i32>()
    }
}

/// The hash of all names of evidence (FNV-1a): a model fits the evidence that it was learnt with.
pub(in crate::facts::arithmetic) fn hash_of_names() -> u32 {
    let names = Evidence::names();
    let bytes = names.iter().flat_map(|name| name.bytes().chain([0]));
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The logarithm of the odds that a case with this evidence is a fault.
pub(super) fn weight(evidence: &[Evidence]) -> f64 {
    f64::from(MODEL.weight(&Set::of(evidence))) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_fits_the_evidence() {
        let hash = include_bytes!("doubts.model").get(4..8).map(|hash| hash.to_vec());
        assert_eq!(
            hash,
            Some(hash_of_names().to_le_bytes().to_vec()),
            "learn it anew: `cargo xtask learn-doubts`"
        );
        assert!(!MODEL.roots.is_empty());
        assert!(MODEL.nodes.iter().all(|node| node.evidence == LEAF || node.evidence >= 0));
    }

    #[test]
    fn bytes_that_are_no_model_are_none() {
        let bytes = include_bytes!("doubts.model");
        for end in 0..bytes.len().min(400) {
            let cut = bytes.get(..end).unwrap_or_default();
            assert!(Model::from_bytes(cut).is_none(), "{end} bytes");
        }
    }
}
