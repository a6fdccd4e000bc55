use super::Span;

/// A unit in which offsets into a text are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// UTF-8 bytes: Rust, and everything inside this library.
    Byte,
    /// Unicode code points: Newsmark JSON, W3C selectors, brat, spaCy, Label Studio.
    CodePoint,
    /// UTF-16 code units: JavaScript, the DOM, doccano.
    Utf16,
}

impl Unit {
    /// All units.
    pub const ALL: [Unit; 3] = [Unit::Byte, Unit::CodePoint, Unit::Utf16];

    /// The unit's name in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Unit::Byte => "byte",
            Unit::CodePoint => "codepoint",
            Unit::Utf16 => "utf16",
        }
    }

    /// What people call several of them.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Byte => "UTF-8 bytes",
            Unit::CodePoint => "Unicode code points",
            Unit::Utf16 => "UTF-16 code units",
        }
    }

    /// How many of this unit `text` is long.
    pub fn len_of(self, text: &str) -> usize {
        match self {
            Unit::Byte => text.len(),
            Unit::CodePoint => text.chars().count(),
            Unit::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// Bytes between two checkpoints: a look-up counts at most this many.
const STRIDE: usize = 64;

/// Converts offsets into one text between units; nothing else does arithmetic across them.
///
/// Built in one pass with a checkpoint every 64 bytes, so that a look-up of bytes is one step and a
/// short count, one of another unit a binary search and a short count, and the map takes about a
/// third of the text's size (a fifth in WebAssembly).
///
/// ```
/// use newsmark::text::{OffsetMap, Span, Unit};
///
/// let map = OffsetMap::new("Café 📉 fell €3.5m in Rome.");
/// let span = Span::new(16, 23);
/// assert_eq!(map.range_of(span, Unit::CodePoint), Some(12..17));
/// assert_eq!(map.range_of(span, Unit::Utf16), Some(13..18));
/// ```
#[derive(Clone, Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    checkpoints: Vec<Checkpoint>,
    end: Checkpoint,
}

#[derive(Clone, Copy, Default, Debug)]
struct Checkpoint {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

impl Checkpoint {
    fn in_unit(&self, unit: Unit) -> usize {
        match unit {
            Unit::Byte => self.byte,
            Unit::CodePoint => self.code_point,
            Unit::Utf16 => self.utf16,
        }
    }

    fn pass(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.code_point += 1;
        self.utf16 += c.len_utf16();
    }

    /// Passes many characters at once, without decoding them.
    fn pass_all(&mut self, text: &str) {
        let code_points = text.chars().count();
        // Only characters of four bytes take two units, and only those begin with such a byte.
        let pairs = text.bytes().filter(|&byte| byte >= 0xF0).count();
        self.byte += text.len();
        self.code_point += code_points;
        self.utf16 += code_points + pairs;
    }
}

impl<'t> OffsetMap<'t> {
    /// The map of `text`.
    pub fn new(text: &'t str) -> OffsetMap<'t> {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut here = Checkpoint::default();
        while here.byte < text.len() {
            checkpoints.push(here);
            // The first boundary of characters from the next multiple on, so that places are found by
            // division.
            let mut ends = checkpoints.len() * STRIDE..text.len();
            let next = ends.find(|&end| text.is_char_boundary(end)).unwrap_or(text.len());
            here.pass_all(&text[here.byte..next]);
        }
        OffsetMap { text, checkpoints, end: here }
    }

    /// The length of the text.
    pub fn len(&self, unit: Unit) -> usize {
        self.end.in_unit(unit)
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The place at `offset` counted in `from`, counted in `to`; `None` behind the end of the text
    /// and inside a character.
    pub fn convert(&self, offset: usize, from: Unit, to: Unit) -> Option<usize> {
        if offset == self.end.in_unit(from) {
            return Some(self.end.in_unit(to));
        }
        if from == Unit::Byte {
            return self.convert_byte(offset, to);
        }
        let behind = self.checkpoints.partition_point(|checkpoint| checkpoint.in_unit(from) <= offset);
        let mut here = *self.checkpoints.get(behind.checked_sub(1)?)?;
        let ahead = offset.checked_sub(here.in_unit(from))?;
        if self.is_ascii_to(behind, here) && here.byte + ahead <= self.checkpoint(behind).byte {
            return Some(here.in_unit(to) + ahead);
        }
        for c in self.text.get(here.byte..)?.chars() {
            if here.in_unit(from) >= offset {
                break;
            }
            here.pass(c);
        }
        (here.in_unit(from) == offset).then(|| here.in_unit(to))
    }

    /// [`convert`](OffsetMap::convert) from bytes, which is asked for every mark of an article.
    fn convert_byte(&self, offset: usize, to: Unit) -> Option<usize> {
        let at = offset / STRIDE;
        let mut here = *self.checkpoints.get(at)?;
        if here.byte > offset {
            // The character before the multiple goes on behind it.
            here = *self.checkpoints.get(at.checked_sub(1)?)?;
        } else if self.is_ascii_to(at + 1, here) && offset < self.checkpoint(at + 1).byte {
            return Some(here.in_unit(to) + (offset - here.byte));
        }
        here.pass_all(self.text.get(here.byte..offset)?);
        Some(here.in_unit(to))
    }

    /// Whether all is ASCII from `here` to the checkpoint `next`: there are as many of each unit.
    fn is_ascii_to(&self, next: usize, here: Checkpoint) -> bool {
        let next = self.checkpoint(next);
        next.byte - here.byte == next.code_point - here.code_point
    }

    /// A checkpoint, or the end of the text.
    fn checkpoint(&self, at: usize) -> Checkpoint {
        self.checkpoints.get(at).copied().unwrap_or(self.end)
    }

    /// The byte offset of the place at `offset` counted in `unit`.
    pub fn to_byte(&self, offset: usize, unit: Unit) -> Option<usize> {
        self.convert(offset, unit, Unit::Byte)
    }

    /// The span (bytes) as a range counted in `unit`; `None` where an end lies behind the text or
    /// inside a character.
    pub fn range_of(&self, span: Span, unit: Unit) -> Option<std::ops::Range<usize>> {
        let start = self.convert(span.start(), Unit::Byte, unit)?;
        Some(start..self.convert(span.end(), Unit::Byte, unit)?)
    }

    /// The span (bytes) of `start..end` counted in `unit`; `None` where an end lies behind the
    /// text or inside a character, or `end` lies before `start`.
    pub fn span_of(&self, start: usize, end: usize, unit: Unit) -> Option<Span> {
        if end < start {
            return None;
        }
        Some(Span::new(self.to_byte(start, unit)?, self.to_byte(end, unit)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Café 📉 fell €3.5m in Rome.";

    #[test]
    fn the_three_units_agree_on_the_check_string() {
        let map = OffsetMap::new(TEXT);
        let span = Span::new(16, 23);
        assert_eq!(span.slice(TEXT), Some("€3.5m"));
        for (unit, range) in [(Unit::Byte, 16..23), (Unit::CodePoint, 12..17), (Unit::Utf16, 13..18)] {
            assert_eq!(map.range_of(span, unit), Some(range.clone()));
            assert_eq!(map.span_of(range.start, range.end, unit), Some(span));
        }
    }

    #[test]
    fn places_inside_characters_and_behind_the_end_are_none() {
        let map = OffsetMap::new(TEXT);
        assert_eq!(map.to_byte(6, Unit::Utf16), None, "between the surrogates of the emoji");
        assert_eq!(map.convert(4, Unit::Byte, Unit::Utf16), None, "inside the é");
        for unit in Unit::ALL {
            assert_eq!(map.to_byte(map.len(unit), unit), Some(TEXT.len()));
            assert_eq!(map.to_byte(map.len(unit) + 1, unit), None);
            assert_eq!(map.len(unit), unit.len_of(TEXT));
        }
        assert_eq!(map.span_of(5, 4, Unit::Byte), None);
    }

    proptest! {
        #[test]
        fn every_place_is_where_counting_finds_it(text in "([a-z ]{0,90}|[é€📉a-z]{0,90}){0,6}") {
            let map = OffsetMap::new(&text);
            for byte in 0..text.len() + 200 {
                for unit in Unit::ALL {
                    let counted = text.get(..byte).map(|before| unit.len_of(before));
                    prop_assert_eq!(map.convert(byte, Unit::Byte, unit), counted);
                    if let Some(counted) = counted {
                        prop_assert_eq!(map.to_byte(counted, unit), Some(byte));
                    }
                }
            }
        }
    }

    #[test]
    fn the_empty_text_has_one_place() {
        let map = OffsetMap::new("");
        assert_eq!(map.to_byte(0, Unit::Utf16), Some(0));
        assert_eq!(map.to_byte(1, Unit::Utf16), None);
    }
}
