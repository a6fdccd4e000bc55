//! Numbers in as few bits as they tell, for the file of weights: an adaptive binary range coder
//! (Martin 1979, *Range encoding*; Mahoney 2005, *Adaptive weighing of context models*, without the
//! weighing). Compressors for all that there is come no nearer than a twentieth.
//!
//! A number is asked for by yes and no; each question learns how often the answer is yes, and the less
//! an answer surprises, the less room it takes. What writes and what reads share the questions, so
//! that neither knows the form of a number without the other.

/// Takes answers, and says what they are: who writes takes them as they come, who reads knows better.
pub(super) trait Coder {
    /// The answer to a question.
    fn answer(&mut self, question: &mut Question, yes: bool) -> bool;
}

/// How often the answer was yes so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    /// The share, of 65,536.
    yes: u16,
    /// How often it was asked, up to some hundreds.
    asked: u16,
}

impl Default for Question {
    fn default() -> Question {
        Question { yes: 1 << 15, asked: 0 }
    }
}

impl Question {
    /// What of a range stands for yes: neither nothing nor all of it.
    fn share(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.yes)
    }

    /// The first answers count for much, later ones for less and less.
    fn learn(&mut self, yes: bool) {
        let shift = (self.asked + 2).ilog2();
        self.yes =
            if yes { self.yes + ((u16::MAX - self.yes) >> shift) } else { self.yes - (self.yes >> shift) };
        self.asked = (self.asked + 1).min(254);
    }
}

/// A range is made longer when it is below.
const SHORT: u32 = 1 << 24;

/// Writes numbers.
#[derive(Debug)]
pub(super) struct Writer {
    out: Vec<u8>,
    from: u32,
    range: u32,
}

impl Writer {
    /// Writes behind what is there.
    pub(super) fn behind(out: Vec<u8>) -> Writer {
        Writer { out, from: 0, range: u32::MAX }
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.out.extend(self.from.to_be_bytes());
        self.out
    }
}

impl Coder for Writer {
    fn answer(&mut self, question: &mut Question, yes: bool) -> bool {
        let share = question.share(self.range);
        if yes {
            self.range = share;
        } else {
            let (from, carry) = self.from.overflowing_add(share);
            (self.from, self.range) = (from, self.range - share);
            if carry {
                for byte in self.out.iter_mut().rev() {
                    *byte = byte.wrapping_add(1);
                    if *byte != 0 {
                        break;
                    }
                }
            }
        }
        question.learn(yes);
        while self.range < SHORT {
            self.out.push((self.from >> 24) as u8);
            (self.from, self.range) = (self.from << 8, self.range << 8);
        }
        yes
    }
}

/// Reads what [`Writer`] wrote.
#[derive(Debug)]
pub(super) struct Reader<'b> {
    rest: &'b [u8],
    at: u32,
    range: u32,
    /// Whether more was asked for than there is.
    is_over: bool,
}

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Reader<'b> {
        let mut reader = Reader { rest: bytes, at: 0, range: u32::MAX, is_over: false };
        for _ in 0..4 {
            reader.shift();
        }
        reader
    }

    fn shift(&mut self) {
        let (byte, rest) = self.rest.split_first().unwrap_or((&0, &[]));
        self.is_over |= self.rest.is_empty();
        self.rest = rest;
        self.at = self.at << 8 | u32::from(*byte);
    }

    /// Whether more was asked for than was written: what was read last is not to be relied on.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Whether everything was read, and no more.
    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty() && !self.is_over
    }
}

impl Coder for Reader<'_> {
    fn answer(&mut self, question: &mut Question, _: bool) -> bool {
        let share = question.share(self.range);
        let yes = self.at < share;
        if yes {
            self.range = share;
        } else {
            (self.at, self.range) = (self.at - share, self.range - share);
        }
        question.learn(yes);
        while self.range < SHORT {
            self.shift();
            self.range <<= 8;
        }
        yes
    }
}

/// A number of so many bits, the highest asked for first; each bit has a question for all that the
/// higher ones may be.
#[derive(Clone, Debug)]
pub(super) struct Number {
    bits: u32,
    questions: Vec<Question>,
}

impl Number {
    pub(super) fn of_bits(bits: u32) -> Number {
        Number { bits, questions: vec![Question::default(); 1 << bits] }
    }

    pub(super) fn code(&mut self, coder: &mut impl Coder, number: u32) -> u32 {
        let mut known = 1;
        for bit in (0..self.bits).rev() {
            let Some(question) = self.questions.get_mut(known as usize) else { continue };
            known = known << 1 | u32::from(coder.answer(question, number >> bit & 1 == 1));
        }
        known & !(1 << self.bits)
    }
}

/// Numbers of any size, of which small ones are the more frequent: how many bits they have, and those.
#[derive(Clone, Debug)]
pub(super) struct Length {
    bits: Number,
    /// The two bits below the highest, by how many bits there are.
    leading: Vec<Number>,
}

impl Default for Length {
    fn default() -> Length {
        Length { bits: Number::of_bits(5), leading: vec![Number::of_bits(2); 32] }
    }
}

impl Length {
    /// A number below 2³¹.
    pub(super) fn code(&mut self, coder: &mut impl Coder, number: u32) -> u32 {
        let bits = self.bits.code(coder, u32::BITS - number.leading_zeros());
        let Some(mut below) = bits.checked_sub(1) else { return 0 };
        let mut known = 1;
        if let Some(leading) = self.leading.get_mut(bits as usize).filter(|_| below >= 2) {
            below -= 2;
            known = 1 << 2 | leading.code(coder, number >> below & 3);
        }
        for bit in (0..below).rev() {
            let even = &mut Question::default();
            known = known << 1 | u32::from(coder.answer(even, number >> bit & 1 == 1));
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(
            numbers in proptest::collection::vec((0_u32..32, any::<u32>()), 0..3_000),
            likely in 0_u32..8,
        ) {
            // Numbers of all lengths, and some that are nearly always the same.
            let numbers: Vec<(u32, u32)> = numbers
                .into_iter()
                .map(|(bits, number)| (number & ((1 << bits) - 1), if number % 97 == 0 { number >> 29 } else { likely }))
                .collect();
            let mut writer = Writer::behind(vec![7]);
            let (mut length, mut number) = (Length::default(), Number::of_bits(3));
            for (long, short) in &numbers {
                length.code(&mut writer, *long);
                number.code(&mut writer, *short);
            }
            let bytes = writer.finish();
            prop_assert_eq!(bytes[0], 7);
            let (mut length, mut number) = (Length::default(), Number::of_bits(3));
            let mut reader = Reader::new(&bytes[1..]);
            for (long, short) in &numbers {
                prop_assert_eq!(length.code(&mut reader, 0), *long);
                prop_assert_eq!(number.code(&mut reader, 0), *short);
            }
            prop_assert!(reader.is_at_end());
            // A byte less is noticed.
            let mut reader = Reader::new(&bytes[1..bytes.len() - 1]);
            let (mut length, mut number) = (Length::default(), Number::of_bits(3));
            for _ in &numbers {
                length.code(&mut reader, 0);
                number.code(&mut reader, 0);
            }
            prop_assert!(reader.is_over());
        }

        #[test]
        fn damaged_bytes_are_read_as_something(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            let mut reader = Reader::new(&bytes);
            let (mut length, mut number) = (Length::default(), Number::of_bits(3));
            while !reader.is_over() {
                prop_assert!(length.code(&mut reader, 0) < 1 << 31);
                prop_assert!(number.code(&mut reader, 0) < 8);
            }
        }
    }

    #[test]
    fn what_is_always_the_same_takes_next_to_no_room() {
        let mut writer = Writer::behind(Vec::new());
        let mut number = Number::of_bits(3);
        for _ in 0..8_000 {
            number.code(&mut writer, 5);
        }
        assert!(writer.finish().len() < 200);
    }
}
