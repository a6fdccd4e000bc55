use std::hash::{Hash, Hasher};

/// A number that is the same for the same content, in every build and on every machine: to put things that
/// nothing else tells apart in an order that is always the same. Not for hash tables, and no protection
/// against somebody who looks for two of one number.
///
/// ```
/// # use newsmark::text::fingerprint;
/// assert_eq!(fingerprint(&("Rome", 7)), fingerprint(&("Rome", 7)));
/// assert_ne!(fingerprint(&("Rome", 7)), fingerprint(&("Rome", 8)));
/// ```
pub fn fingerprint(content: &impl Hash) -> u64 {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    content.hash(&mut hasher);
    hasher.finish()
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo 1991), with lengths of one width on all machines.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, number: usize) {
        self.write(&(number as u64).to_le_bytes());
    }

    fn write_isize(&mut self, number: isize) {
        self.write(&(number as i64).to_le_bytes());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
