//! What evidence weighs: trees of yes-or-no questions, learnt by `cargo xtask learn-doubts` and `learn-pairs`.
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

/// What begins a model's file.
const MAGIC: &[u8; 4] = b"NDT1";

/// What stands in a node that is a leaf.
#[cfg(test)]
const LEAF: i16 = -1;

/// A set of evidence, by its numbers.
#[derive(Clone, Copy, Default)]
pub(super) struct Set([u64; 12]);

impl Set {
    pub(super) fn of(evidence: impl Iterator<Item = u16>) -> Set {
        let mut set = Set::default();
        for it in evidence {
            let at = usize::from(it);
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

/// A learnt model.
#[derive(Default)]
pub(super) struct Forest {
    bias: i32,
    nodes: Vec<Node>,
    /// Where each tree begins among the nodes.
    roots: Vec<usize>,
}

impl Forest {
    /// `None` where the bytes are no model.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Forest> {
        let rest = bytes.strip_prefix(MAGIC)?;
        // That the hash fits a test sees: at run time the names need not be there.
        let (_, rest) = rest.split_first_chunk::<4>()?;
        let (bias, mut rest) = rest.split_first_chunk::<4>()?;
        let mut next = || {
            let (number, behind) = rest.split_first_chunk::<2>()?;
            rest = behind;
            Some(i16::from_le_bytes(*number))
        };
        let mut model = Forest { bias: i32::from_le_bytes(*bias), ..Forest::default() };
        for _ in 0..next()? {
            model.roots.push(model.nodes.len());
            for _ in 0..next()? {
                model.nodes.push(Node { evidence: next()?, value: next()? });
            }
        }
        Some(model)
    }

    /// The logarithm of the odds with this evidence.
    pub(super) fn weight(&self, set: &Set) -> f64 {
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
        f64::from(self.bias + self.roots.iter().map(|root| of_tree(*root)).sum::<i32>()) / 1000.0
    }
}

/// The hash of all names of evidence (FNV-1a): a model fits the evidence that it was learnt with.
pub(super) fn hash_of<'n>(names: impl Iterator<Item = &'n str>) -> u32 {
    let bytes = names.flat_map(|name| name.bytes().chain([0]));
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Whether a model was learnt with evidence of this hash, is whole, and is none where it is cut off.
#[cfg(test)]
pub(super) fn is_sound(bytes: &[u8], hash: u32) -> bool {
    let fits = bytes.get(4..8) == Some(&hash.to_le_bytes()[..]);
    let model = Forest::from_bytes(bytes).unwrap_or_default();
    let is_whole =
        !model.roots.is_empty() && model.nodes.iter().all(|node| node.evidence == LEAF || node.evidence >= 0);
    let is_none = |end: usize| Forest::from_bytes(bytes.get(..end).unwrap_or_default()).is_none();
    fits && is_whole && (0..bytes.len().min(400)).all(is_none)
}
