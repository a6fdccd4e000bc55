use uuid::{Builder, Uuid};

/// Random ids (RFC 9562, version 4), of which a batch needs many: one is asked of the system, the others are
/// drawn from it by a generator (Blackman and Vigna's xoroshiro128++, 2019).
pub(super) struct Ids(u64, u64);

impl Ids {
    /// Begins anew with what the system gives.
    pub(super) fn new() -> Ids {
        // Six bits of each are always the same; mixed, no state is all zero.
        let (high, low) = Uuid::new_v4().as_u64_pair();
        let (other, _) = Uuid::new_v4().as_u64_pair();
        Ids(high ^ other.rotate_left(32), low.rotate_left(8) | 1)
    }

    /// The next one.
    pub(super) fn next(&mut self) -> Uuid {
        let bytes = [self.draw(), self.draw()].map(u64::to_le_bytes).concat();
        let bytes = <[u8; 16]>::try_from(bytes.as_slice()).unwrap_or_default();
        Builder::from_random_bytes(bytes).into_uuid()
    }

    fn draw(&mut self) -> u64 {
        let (a, b) = (self.0, self.1);
        let drawn = a.wrapping_add(b).rotate_left(17).wrapping_add(a);
        let mixed = a ^ b;
        self.0 = a.rotate_left(49) ^ mixed ^ (mixed << 21);
        self.1 = mixed.rotate_left(28);
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_random_and_differ() {
        let mut ids = Ids::new();
        let drawn: std::collections::HashSet<Uuid> = (0..10_000).map(|_| ids.next()).collect();
        assert_eq!(drawn.len(), 10_000);
        assert!(drawn.iter().all(|id| id.get_version_num() == 4));
        assert_ne!(Ids::new().next(), ids.next());
    }
}
