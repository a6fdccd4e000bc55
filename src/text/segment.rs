use super::Span;
use super::token::{Gap, Token, TokenKind, Tokens};
use super::tokenize::is_space;

/// The paragraphs of a text: its lines that are not blank, without surrounding white space, in
/// bytes.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let trimmed = line.trim_start_matches(is_space);
        let from = start + line.len() - trimmed.len();
        let span = Span::new(from, from + trimmed.trim_end_matches(is_space).len());
        if !span.is_empty() {
            paragraphs.push(span);
        }
        start += line.len() + 1;
    }
    paragraphs
}

/// The sentences of a text, in bytes, without the white space between them.
///
/// A sentence ends behind `.`, `!`, `?` or `…` (with the quotes and brackets that close there)
/// before white space; at the end of a line, unless the next line goes on in lower case (text
/// that was wrapped by hand); and behind a dateline. Full stops of abbreviations, initials and
/// acronyms end a sentence only where the next word looks like the beginning of one.
pub fn sentences(text: &str, tokens: &Tokens) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut first = 0;
    let mut dateline_end = None;
    for next in 1..=tokens.len() {
        let at_line = tokens[next - 1].gap >= Gap::Line && next - 1 == first;
        if at_line {
            dateline_end = dateline(text, tokens, first);
        }
        let ends = match tokens.get(next) {
            None => true,
            Some(_) if dateline_end == Some(next) => true,
            Some(token) => ends_before(text, tokens, first, next, token),
        };
        if ends {
            sentences.push(tokens[first].span.cover(tokens[next - 1].span));
            first = next;
        }
    }
    sentences
}

/// Whether the sentence that began at token `first` ends before token `next`.
fn ends_before(text: &str, tokens: &Tokens, first: usize, next: usize, token: &Token) -> bool {
    // Most tokens are words behind words.
    let may_end = matches!(tokens[next - 1].kind, TokenKind::Punctuation | TokenKind::Acronym);
    match token.gap {
        Gap::Blank => return true,
        Gap::None => return false,
        Gap::Space if !may_end => return false,
        Gap::Line | Gap::Space => {}
    }
    let starts_low = starts_with(text, token, char::is_lowercase);
    if token.gap == Gap::Line && !starts_low {
        return true;
    }
    // Step back over what closes behind the full stop: `."`, `.)`, `.’`.
    let mut last = next - 1;
    while last > first && tokens[last].gap == Gap::None && is_closing(word(text, &tokens[last])) {
        last -= 1;
    }
    let closed = last + 1 < next;
    let end = &tokens[last];
    match word(text, end) {
        "!" | "?" | "…" | "。" | "！" | "？" | "।" | "؟" => !starts_low,
        "." if starts_low => false,
        "." if closed || last == first => true,
        "." => {
            let before = &tokens[last - 1];
            end.gap > Gap::None
                || !is_abbreviated(text, before)
                || begins_sentence(text, tokens, next, before)
        }
        acronym if end.kind == TokenKind::Acronym && acronym.ends_with('.') => {
            !starts_low && begins_sentence(text, tokens, next, end)
        }
        _ => false,
    }
}

/// Whether a full stop behind this token marks an abbreviation or an initial.
fn is_abbreviated(text: &str, token: &Token) -> bool {
    /// Abbreviations that stand before a capital or a figure without ending the sentence.
    const ABBREVIATIONS: &[&str] =
        &["bros", "co", "corp", "dept", "fig", "inc", "ltd", "no", "nos", "op", "pp", "vol", "vs"];
    /// Those of months, titles and places, which are written with a capital: "Min-jun." ends a sentence.
    const NAMES: &[&str] = &[
        "adm", "apr", "aug", "ave", "brig", "capt", "cmdr", "col", "dec", "dr", "feb", "fr", "gen", "gov",
        "hon", "jan", "jr", "jul", "jun", "lt", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "nov",
        "oct", "pres", "prof", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt",
    ];
    let word = word(text, token);
    if token.kind != TokenKind::Word {
        return false;
    }
    if word.chars().nth(1).is_none() {
        return word.chars().all(char::is_uppercase);
    }
    let is_in = |list: &[&str]| list.iter().any(|abbreviation| abbreviation.eq_ignore_ascii_case(word));
    word.len() <= 6 && (is_in(ABBREVIATIONS) || word.starts_with(char::is_uppercase) && is_in(NAMES))
}

/// Whether a sentence begins at token `next`, behind an abbreviation that may have ended the one
/// before: words that are capitalised only at a beginning say so.
fn begins_sentence(text: &str, tokens: &Tokens, next: usize, before: &Token) -> bool {
    const BEGINNINGS: &[&str] = &[
        "A", "After", "All", "Also", "Although", "An", "And", "Another", "As", "At", "Both", "But", "By",
        "Despite", "During", "For", "From", "He", "Her", "His", "However", "I", "If", "In", "Instead", "It",
        "Its", "Last", "Many", "Meanwhile", "More", "Most", "My", "No", "Nor", "Not", "Now", "On", "One",
        "Only", "Or", "Other", "Our", "Over", "She", "Since", "So", "Some", "Such", "That", "The", "Their",
        "Then", "There", "These", "They", "This", "Those", "Though", "Through", "To", "Under", "Until", "We",
        "What", "When", "Where", "Which", "While", "Who", "Why", "With", "Yet", "You",
    ];
    // Single letters before a stop are initials wherever a name goes on behind them.
    let is_initial = before.kind == TokenKind::Word && before.span.len() == 1;
    let mut token = &tokens[next];
    if is_opening(word(text, token)) {
        match tokens.get(next + 1) {
            Some(inner) => token = inner,
            None => return true,
        }
    }
    !is_initial && BEGINNINGS.binary_search(&word(text, token)).is_ok()
}

/// The token behind a dateline that begins at token `first`: `WASHINGTON (Reuters) -`,
/// `GENEVA, July 2 (AFP) —`, `LAGOS —`. The place stands in capitals, the dash within the line.
fn dateline(text: &str, tokens: &Tokens, first: usize) -> Option<usize> {
    /// Longer datelines name several places; no agency goes beyond this.
    const LONGEST: usize = 24;
    let place = word(text, tokens.get(first)?);
    if place.chars().count() < 2 || !place.chars().all(|c| c.is_uppercase() || c == '.' || c == '\'') {
        return None;
    }
    let mut in_brackets = false;
    for (index, token) in tokens.iter().enumerate().skip(first + 1).take(LONGEST) {
        if token.gap >= Gap::Line {
            return None;
        }
        match word(text, token) {
            "(" => in_brackets = true,
            ")" => in_brackets = false,
            // One short word in capitals is an acronym more often than a place.
            "-" | "–" | "—" if index == first + 1 && place.len() < 4 => return None,
            "-" | "–" | "—" if !in_brackets && token.gap == Gap::Space => {
                // `--` is a dash of two tokens.
                let doubled =
                    tokens.get(index + 1).filter(|next| next.gap == Gap::None && word(text, next) == "-");
                return Some(index + 1 + usize::from(doubled.is_some()));
            }
            "—" if !in_brackets => return Some(index + 1),
            "," | "." | "/" | "-" => {}
            piece => {
                let fits = in_brackets
                    || token.kind == TokenKind::Number
                    || piece.starts_with(char::is_uppercase)
                    || token.kind == TokenKind::Acronym;
                if !fits {
                    return None;
                }
            }
        }
    }
    None
}

fn word<'t>(text: &'t str, token: &Token) -> &'t str {
    token.span.slice(text).unwrap_or_default()
}

fn starts_with(text: &str, token: &Token, test: impl Fn(char) -> bool) -> bool {
    word(text, token).chars().next().is_some_and(test)
}

fn is_closing(piece: &str) -> bool {
    matches!(piece, "\"" | "'" | "”" | "’" | "»" | ")" | "]")
}

fn is_opening(piece: &str) -> bool {
    matches!(piece, "\"" | "'" | "“" | "‘" | "«" | "(" | "[")
}
