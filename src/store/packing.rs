//! Bytes as a string that localStorage keeps, and the compression of what is stored.
//!
//! Browsers count UTF-16 code units, so each unit carries fifteen bits. The units lie in one
//! stretch of letters and syllables: no surrogates, no controls, nothing that a line break or a
//! quotation mark could be taken for.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// How many bits a code unit carries.
const BITS: u32 = 15;
/// The code unit for fifteen zeros.
const FIRST: u32 = 0x3400;
/// Articles are short, and a better level would gain two per cent at four times the time.
const LEVEL: u8 = 6;
/// From this many bytes on speed counts for more than room, since every change is written at once.
const LARGE: usize = 1 << 20;
const FAST_LEVEL: u8 = 1;
/// No record unpacks to more: what is larger was made to fill the memory.
const LONGEST: usize = 256 << 20;

/// Compresses `text` into a string of packed bytes.
pub(super) fn pack(text: &str) -> String {
    let level = if text.len() < LARGE { LEVEL } else { FAST_LEVEL };
    to_units(&compress_to_vec(text.as_bytes(), level))
}

/// What [`pack`] was given; `None` where `packed` is not what it gives.
pub(super) fn unpack(packed: &str) -> Option<String> {
    let bytes = decompress_to_vec_with_limit(&from_units(packed)?, LONGEST).ok()?;
    String::from_utf8(bytes).ok()
}

/// The bits of `bytes`, then a one that marks their end, then zeros to fill the last unit.
fn to_units(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 5 + 4);
    let (mut bits, mut len) = (0u32, 0);
    let mut flush = |bits: &mut u32, len: &mut u32| {
        while *len >= BITS {
            *len -= BITS;
            out.extend(char::from_u32(FIRST + (*bits >> *len)));
            *bits &= (1 << *len) - 1;
        }
    };
    for &byte in bytes {
        bits = bits << 8 | u32::from(byte);
        len += 8;
        flush(&mut bits, &mut len);
    }
    bits = bits << 1 | 1;
    len += 1;
    let fill = (BITS - len % BITS) % BITS;
    bits <<= fill;
    len += fill;
    flush(&mut bits, &mut len);
    out
}

fn from_units(packed: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(packed.len() * 5 / 8 + 1);
    let (mut bits, mut len) = (0u32, 0);
    let mut units = packed.chars().peekable();
    while let Some(unit) = units.next() {
        let value = u32::from(unit).checked_sub(FIRST).filter(|value| value >> BITS == 0)?;
        bits = bits << BITS | value;
        len += BITS;
        if units.peek().is_none() {
            // The last one that is set marks the end.
            let end = (bits & ((1 << len) - 1)).trailing_zeros() + 1;
            len = len.checked_sub(end)?;
            bits >>= end;
        }
        while len >= 8 {
            len -= 8;
            bytes.push((bits >> len) as u8);
            bits &= (1 << len) - 1;
        }
    }
    (len == 0 && !packed.is_empty()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn packs_fifteen_bits_a_unit() {
        for len in 0..64 {
            let bytes = vec![0xA5; len];
            let units = to_units(&bytes);
            assert_eq!(units.encode_utf16().count(), (len * 8 + 1).div_ceil(15));
            assert_eq!(from_units(&units), Some(bytes));
        }
        assert_eq!(from_units(""), None);
        assert_eq!(from_units("ascii"), None);
        assert_eq!(unpack("㐀㐀㐀"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_and_any_text_come_back(bytes: Vec<u8>, text: String) {
            let units = to_units(&bytes);
            prop_assert_eq!(from_units(&units), Some(bytes));
            let is_ours = |unit: char| (FIRST..FIRST + (1 << BITS)).contains(&u32::from(unit));
            prop_assert!(units.chars().all(is_ours));
            prop_assert_eq!(unpack(&pack(&text)), Some(text));
        }

        /// Damage is told or changes nothing; it never panics.
        #[test]
        fn damaged_units_are_told(text: String, units in prop::collection::vec(any::<char>(), 0..20), at in 0usize..40) {
            let mut packed: Vec<char> = pack(&text).chars().collect();
            packed.truncate(at);
            packed.extend(units);
            let _ = unpack(&packed.into_iter().collect::<String>());
        }
    }
}
