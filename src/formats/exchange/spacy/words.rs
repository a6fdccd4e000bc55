//! Where spaCy's English tokenizer cuts a text, as far as it is sure: a mark that ends elsewhere is none to spaCy.
//!
//! ```text
//! chunk   = what stands between white space
//! chunk   = { prefix } core { suffix }                   taken off in turns, from both ends
//! prefix  = "§" | "%" | "=" | dash | punctuation | dots | quote | currency | icon | "+" not before a digit
//! suffix  = punctuation | dots | quote | icon | dash | "'s" | what follows a digit ( "+" | currency | unit )
//!         | "." behind a digit, a small letter, a sign or two capitals, but for abbreviations
//! core    = piece { infix piece }
//! infix   = dots | icon | hyphen in a word | comma between letters | one of ":<>=/" before a letter
//!         | "." from a small letter to a capital | sign between digits
//! ```
//!
//! Contractions ("don't") are cut in spaCy, and addresses are not cut; here neither is, so that no place is called a cut
//! that is none.

use crate::text::Span;

/// The places in a text, in bytes, at which words of spaCy's begin or end, in order.
pub(in crate::formats) struct Cuts<'t> {
    text: &'t str,
    places: Vec<usize>,
}

/// What is white space to Python.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

impl<'t> Cuts<'t> {
    pub(in crate::formats) fn of(text: &'t str) -> Cuts<'t> {
        let mut cuts = Vec::new();
        let mut chunk: Vec<(usize, char)> = Vec::new();
        for (at, c) in text.char_indices() {
            if !is_space(c) {
                chunk.push((at, c));
                continue;
            }
            cut(&chunk, at, &mut cuts);
            chunk.clear();
        }
        cut(&chunk, text.len(), &mut cuts);
        Cuts { text, places: cuts }
    }

    /// Whether a mark begins and ends where words do.
    pub(in crate::formats) fn fit(&self, span: Span) -> bool {
        let is_cut = |at: usize| self.places.binary_search(&at).is_ok();
        !span.is_empty() && self.trimmed(span) == Some(span) && is_cut(span.start()) && is_cut(span.end())
    }

    /// The words that a mark touches; the mark itself where it is nothing but white space.
    pub(in crate::formats) fn around(&self, span: Span) -> Span {
        let Some(inner) = self.trimmed(span).filter(|inner| !inner.is_empty()) else { return span };
        let first = self.places.partition_point(|cut| *cut <= inner.start()).saturating_sub(1);
        let last = self.places.partition_point(|cut| *cut < inner.end());
        let at = |place: usize, or: usize| self.places.get(place).copied().unwrap_or(or);
        Span::new(at(first, inner.start()), at(last, inner.end()))
    }

    /// A span without white space at its ends.
    fn trimmed(&self, span: Span) -> Option<Span> {
        let quote = span.slice(self.text)?;
        let start = span.start() + quote.len() - quote.trim_start_matches(is_space).len();
        Some(Span::new(start, start + quote.trim_matches(is_space).len()))
    }
}

/// Adds the cuts of a chunk that ends at `end`.
fn cut(chunk: &[(usize, char)], end: usize, cuts: &mut Vec<usize>) {
    if chunk.is_empty() {
        return;
    }
    let chars: Vec<char> = chunk.iter().map(|(_, c)| *c).collect();
    let mut places = vec![0, chars.len()];
    places_in(&chars, &mut places);
    places.sort_unstable();
    places.dedup();
    // An abbreviation has its full stop also where it was parted from the rest.
    let pieces: Vec<(usize, usize)> =
        places.windows(2).filter_map(|ends| Some((*ends.first()?, *ends.get(1)?))).collect();
    for (from, to) in pieces {
        if chars.get(to) == Some(&'.') && chars.get(from..=to).is_some_and(is_whole) {
            places.retain(|place| *place != to);
        }
    }
    places.retain(|place| {
        let two = place.checked_sub(1).and_then(|before| chars.get(before..place + 1));
        !two.is_some_and(is_pair)
    });
    cuts.extend(places.into_iter().map(|index| chunk.get(index).map_or(end, |(at, _)| *at)));
}

/// Adds the places in a chunk at which it is cut.
fn places_in(chars: &[char], cuts: &mut Vec<usize>) {
    let (mut from, mut to) = (0, chars.len());
    loop {
        let rest = chars.get(from..to).unwrap_or_default();
        // What is a word of its own is not cut.
        if rest.is_empty() || is_whole(rest) {
            cuts.extend(hour(rest).map(|digits| from + digits));
            return;
        }
        let before = prefix(rest);
        let left = rest.get(before..).unwrap_or_default();
        if before > 0 && is_whole(left) {
            cuts.push(from + before);
            cuts.extend(hour(left).map(|digits| from + before + digits));
            return;
        }
        let behind = suffix(left);
        if before + behind == 0 {
            break;
        }
        from += before;
        to -= behind;
        cuts.extend([from, to]);
    }
    let core = chars.get(from..to).unwrap_or_default();
    if is_address(core) {
        return;
    }
    let mut at = 0;
    while at < core.len() {
        let length = infix(core, at);
        if length > 0 && at > 0 {
            cuts.extend([from + at, from + at + length]);
        }
        at += length.max(1);
    }
}

/// How much of the beginning is a word of its own.
fn prefix(chars: &[char]) -> usize {
    let Some(&first) = chars.first() else { return 0 };
    let next = chars.get(1).copied();
    if let ['U', 'S', '$', ..] = chars {
        return 3;
    }
    if let ['C' | 'A', '$', ..] = chars {
        return 2;
    }
    match first {
        '§' | '%' | '=' | '—' | '–' => 1,
        '+' => usize::from(!next.is_some_and(|c| c.is_ascii_digit())),
        '.' => dots(chars),
        c => usize::from(is_punctuation(c) || is_quote(c) || is_currency(c) || is_icon(c)),
    }
}

/// How much of the end is a word of its own.
fn suffix(chars: &[char]) -> usize {
    let Some((&last, before)) = chars.split_last() else { return 0 };
    let previous = before.last().copied();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match last {
        's' | 'S' if previous.is_some_and(|c| c == '\'' || c == '’') => 2,
        '—' | '–' => 1,
        '…' => 1 + usize::from(previous == Some('…')),
        '.' => {
            let run = chars.iter().rev().take_while(|c| **c == '.').count();
            if run > 1 {
                return run;
            }
            let is_sign = |c: char| is_punctuation(c) || is_quote(c) || "%²-+|".contains(c);
            let is_end = |c: char| c.is_ascii_digit() || is_small(c) || is_sign(c);
            let second = before.len().checked_sub(2).and_then(|at| before.get(at)).copied();
            let are_capitals = previous.is_some_and(is_capital) && second.is_some_and(is_capital);
            let is_degree = previous.is_some_and(|c| "FfCcKk".contains(c)) && second == Some('°');
            usize::from(previous.is_some_and(is_end) || are_capitals || is_degree)
        }
        '+' => usize::from(is_digit(previous)),
        c if is_currency(c) => currency_behind(before),
        c if is_punctuation(c) || is_quote(c) || is_icon(c) => 1,
        _ => unit(chars),
    }
}

/// A sign of currency behind a digit, with the letters that belong to it.
fn currency_behind(before: &[char]) -> usize {
    match before {
        [.., digit, 'U', 'S'] if digit.is_ascii_digit() => 3,
        [.., digit, 'C' | 'A'] if digit.is_ascii_digit() => 2,
        [.., digit] if digit.is_ascii_digit() => 1,
        _ => 0,
    }
}

/// A unit behind a digit: the longest.
fn unit(chars: &[char]) -> usize {
    const UNITS: &[&str] = &[
        "km", "km²", "km³", "m", "m²", "m³", "dm", "dm²", "dm³", "cm", "cm²", "cm³", "mm", "mm²", "mm³",
        "ha", "µm", "nm", "yd", "in", "ft", "kg", "g", "mg", "µg", "t", "lb", "oz", "m/s", "km/h", "kmh",
        "mph", "hPa", "Pa", "mbar", "mb", "MB", "kb", "KB", "gb", "GB", "tb", "TB", "T", "G", "M", "K", "%",
    ];
    let length = chars.iter().rev().take_while(|c| !c.is_ascii_digit()).count();
    let has_digit = length < chars.len();
    let letters: String = chars.iter().skip(chars.len() - length).collect();
    if has_digit && UNITS.contains(&letters.as_str()) { length } else { 0 }
}

/// How much at this place stands between two words.
fn infix(chars: &[char], at: usize) -> usize {
    let Some(&c) = chars.get(at) else { return 0 };
    let behind = chars.get(at..).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
    let next = chars.get(at + 1).copied();
    let is = |c: Option<char>, test: fn(char) -> bool| c.is_some_and(test);
    let is_word = |c: Option<char>| is(c, char::is_alphabetic) || is(c, |c| c.is_ascii_digit());
    let digit = |c: Option<char>| is(c, |c| c.is_ascii_digit());
    match c {
        '…' => 1,
        _ if is_icon(c) => 1,
        '.' if dots(behind) > 0 => dots(behind),
        '.' => {
            let is_start = is(before, is_small) || is(before, is_quote);
            usize::from(is_start && (is(next, is_capital) || is(next, is_quote)))
        }
        '+' | '-' | '*' | '^' if digit(before) && (digit(next) || next == Some('-')) => 1,
        ',' => usize::from(is(before, char::is_alphabetic) && is(next, char::is_alphabetic)),
        '-' | '—' => {
            let most = if c == '-' { 3 } else { 2 };
            let run = behind.iter().take_while(|other| **other == c).count();
            let is_between = is_word(before) && is(chars.get(at + run).copied(), char::is_alphabetic);
            if is_between && run <= most { run } else { 0 }
        }
        '–' | '~' => usize::from(is_word(before) && is(next, char::is_alphabetic)),
        ':' | '<' | '>' | '=' | '/' => usize::from(is_word(before) && is(next, char::is_alphabetic)),
        _ => 0,
    }
}

/// Two full stops or more at the beginning.
fn dots(chars: &[char]) -> usize {
    match chars.iter().take_while(|c| **c == '.').count() {
        1 => 0,
        run => run,
    }
}

/// Whether two signs are one word to spaCy: two apostrophes, and faces such as ":)".
fn is_pair(two: &[char]) -> bool {
    let [first, second] = two else { return false };
    let (is_eye, is_mouth) = (|c| ":;=".contains(c), |c| "()[]*/|<>-'’".contains(c));
    (first == second && "'’".contains(*first))
        || (is_eye(*first) && is_mouth(*second))
        || (is_mouth(*first) && is_eye(*second))
}

/// Abbreviations that spaCy does not part from their full stop, and other words that it takes whole.
fn is_whole(chars: &[char]) -> bool {
    const WHOLE: &[&str] = &[
        "Adm.", "Ak.", "Ala.", "Apr.", "Ariz.", "Ark.", "Aug.", "Bros.", "Calif.", "Co.", "Colo.", "Conn.",
        "Corp.", "D.C.", "Dec.", "Del.", "Dr.", "E.G.", "E.g.", "Feb.", "Fla.", "Ga.", "Gen.", "Gov.",
        "I.E.", "I.e.", "Ia.", "Id.", "Ill.", "Inc.", "Ind.", "Jan.", "Jr.", "Jul.", "Jun.", "Kan.", "Kans.",
        "Ky.", "La.", "Ltd.", "Mar.", "Mass.", "Md.", "Messrs.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.",
        "Mr.", "Mrs.", "Ms.", "Mt.", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "Neb.", "Nebr.", "Nev.",
        "Nov.", "Oct.", "Okla.", "Ore.", "Pa.", "Ph.D.", "Prof.", "Rep.", "Rev.", "S.C.", "Sen.", "Sep.",
        "Sept.", "St.", "Tenn.", "Va.", "Wash.", "Wis.", "a.m.", "p.m.", "co.", "e.g.", "i.e.", "v.s.",
        "vs.", "and/or", "w/o", "o'clock", "o’clock", "O'clock", "O’clock", "ma'am", "ma’am", "Ma'am",
        "Ma’am", "C++",
    ];
    if let [letter, '.'] = chars {
        return letter.is_lowercase();
    }
    chars.len() <= 8 && {
        let word: String = chars.iter().collect();
        WHOLE.contains(&word.as_str()) || hour(chars).is_some() || is_contracted(&word)
    }
}

/// How many digits an hour such as "8pm" has, of which spaCy makes two words.
fn hour(chars: &[char]) -> Option<usize> {
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let hour: String = chars.iter().take(digits).collect();
    let half: String = chars.iter().skip(digits).collect();
    let is_hour = hour.parse().is_ok_and(|hour: u8| (1..=12).contains(&hour)) && !hour.starts_with('0');
    (is_hour && ["am", "pm", "a.m.", "p.m."].contains(&half.as_str())).then_some(digits)
}

/// Whether a word is one that spaCy may know as a contraction.
fn is_contracted(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    let ends = ["n't", "'ll", "'d", "'ve", "'re", "'m", "n't've", "'d've", "'ll've"];
    ends.iter().any(|end| lower.ends_with(end))
        || ["let's", "c'mon", "cannot", "gonna", "gotta"].contains(&lower.as_str())
}

/// Whether a word may be an address, which spaCy does not cut.
fn is_address(chars: &[char]) -> bool {
    let word: String = chars.iter().collect();
    let has_dot = chars
        .windows(3)
        .any(|three| matches!(three, [a, '.', b] if a.is_alphanumeric() && b.is_ascii_lowercase()));
    word.contains("://")
        || word.starts_with("www.")
        || (has_dot && word.contains(|c: char| "/:@-".contains(c)))
}

fn is_small(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase()
}

fn is_capital(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase()
}

fn is_punctuation(c: char) -> bool {
    "…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪".contains(c)
}

fn is_quote(c: char) -> bool {
    "'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉⟦⟧".contains(c)
}

fn is_currency(c: char) -> bool {
    "$£¥฿﷼".contains(c) || ('\u{20A0}'..='\u{20BF}').contains(&c)
}

/// A sign that is no letter, number, mark or punctuation, as far as such signs are sure to be one.
fn is_icon(c: char) -> bool {
    matches!(c, '¦' | '©' | '®' | '°' | '\u{2190}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}' | '\u{1F300}'..='\u{1F64F}' | '\u{1F680}'..='\u{1F6FF}' | '\u{1F900}'..='\u{1F9FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As spaCy 3.8's blank English pipeline cuts them.
    #[test]
    fn words_are_cut_as_spacy_cuts_them() {
        for (text, words) in [
            ("The Kenya-led mission paid $2.3bn in Rome.", "The Kenya - led mission paid $ 2.3bn in Rome ."),
            ("(NATO’s) “U.S. troops”, 5km off…", "( NATO ’s ) “ U.S. troops ” , 5 km off …"),
            (
                "Apple Inc. made US$1.5m, 10%, at 8pm; £3.2-billion",
                "Apple Inc. made US$ 1.5 m , 10 % , at 8 pm ; £ 3.2 - billion",
            ),
            ("Rome. Ask", "Rome . Ask"),
            ("said.'' 29-Aug.", "said . '' 29 - Aug."),
        ] {
            let cuts = Cuts::of(text);
            let pairs = cuts.places.windows(2).filter_map(|ends| text.get(*ends.first()?..*ends.get(1)?));
            let found: Vec<&str> = pairs.filter(|piece| !piece.trim().is_empty()).collect();
            assert_eq!(found.join(" "), words);
        }
    }

    #[test]
    fn marks_grow_to_words() {
        let text = "A spaceship’s crew";
        let cuts = Cuts::of(text);
        let grown = |start, end| cuts.around(Span::new(start, end)).slice(text);
        assert_eq!(grown(4, 7), Some("spaceship"));
        assert_eq!(grown(1, 4), Some("spaceship"));
        assert_eq!(grown(1, 2), Some(" "));
        assert!(cuts.fit(Span::new(2, 11)) && !cuts.fit(Span::new(1, 11)) && !cuts.fit(Span::new(2, 7)));
    }
}
