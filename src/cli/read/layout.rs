//! Lines of a paragraph, as wide as the terminal.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::style::Piece;

/// Cuts a paragraph into lines of at most `width` columns, between words where that can be. Spaces at the ends of lines
/// are left out. What the lines hold is otherwise what the paragraph holds.
pub(super) fn wrapped(paragraph: &[Piece], width: usize) -> Vec<Vec<Piece>> {
    let mut lines = Lines { lines: vec![Vec::new()], at: 0, width };
    let mut word = Word::default();
    let mut space: Vec<Piece> = Vec::new();
    for piece in paragraph {
        for text in words(&piece.text) {
            let part = Piece::new(text, piece.style);
            if text.starts_with(may_break) {
                lines.word(std::mem::take(&mut word), &mut space);
                space.push(part);
            } else {
                word.width += text.width();
                word.pieces.push(part);
            }
        }
    }
    lines.word(word, &mut space);
    lines.lines
}

/// What stands between two spaces; it may look differently in its parts.
#[derive(Default)]
struct Word {
    pieces: Vec<Piece>,
    width: usize,
}

struct Lines {
    lines: Vec<Vec<Piece>>,
    /// How many columns of the last line are taken.
    at: usize,
    width: usize,
}

impl Lines {
    /// Sets a word behind the space before it.
    fn word(&mut self, word: Word, space: &mut Vec<Piece>) {
        if word.pieces.is_empty() {
            return;
        }
        let gap: usize = space.iter().map(|piece| piece.text.width()).sum();
        // A word that is wider than any line begins here and is cut.
        let least = if word.width > self.width { 1 } else { word.width };
        if self.at > 0 && self.at + gap + least > self.width {
            space.clear();
            self.next();
        }
        for piece in space.drain(..).chain(word.pieces) {
            self.piece(piece);
        }
    }

    /// Sets text, cut between characters where it is wider than the line.
    fn piece(&mut self, piece: Piece) {
        let mut fits = Piece::new("", piece.style);
        for character in piece.text.graphemes(true) {
            let wide = character.width();
            if self.at > 0 && self.at + wide > self.width {
                let full = std::mem::replace(&mut fits, Piece::new("", piece.style));
                self.push(full);
                self.next();
            }
            fits.text.push_str(character);
            self.at += wide;
        }
        self.push(fits);
    }

    fn push(&mut self, piece: Piece) {
        if let Some(line) = self.lines.last_mut().filter(|_| !piece.text.is_empty()) {
            line.push(piece);
        }
    }

    fn next(&mut self) {
        self.lines.push(Vec::new());
        self.at = 0;
    }
}

/// Text in its words and the spaces between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_space = rest.chars().next().map(may_break)?;
        let end = rest.find(|c| may_break(c) != is_space).unwrap_or(rest.len());
        let (part, behind) = rest.split_at(end);
        rest = behind;
        Some(part)
    })
}

/// Whether a line may end at this character: at white space, unless it holds words together.
fn may_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use anstyle::Style;
    use proptest::prelude::*;

    use super::*;

    fn texts(lines: &[Vec<Piece>]) -> Vec<String> {
        lines.iter().map(|line| line.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[track_caller]
    fn check(paragraph: &[&str], width: usize, expected: &[&str]) {
        let pieces: Vec<Piece> = paragraph
            .iter()
            .zip([Style::new(), Style::new().bold()].into_iter().cycle())
            .map(|(text, style)| Piece::new(*text, style))
            .collect();
        assert_eq!(texts(&wrapped(&pieces, width)), expected);
    }

    #[test]
    fn lines_end_between_words() {
        check(&["Kenya raised money."], 20, &["Kenya raised money."]);
        check(&["Kenya raised  money."], 12, &["Kenya raised", "money."]);
        check(&[""], 12, &[""]);
        // A word stays whole where its parts look differently.
        check(&["in ", "Nairobi", "’s streets"], 9, &["in", "Nairobi’s", "streets"]);
        check(&["5\u{A0}km from"], 6, &["5\u{A0}km", "from"]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        check(&["📉 📉 📉"], 5, &["📉 📉", "📉"]);
        check(&["東京で首相が述べた"], 6, &["東京で", "首相が", "述べた"]);
        check(&["Ja", "東京で首相"], 5, &["Ja東", "京で", "首相"]);
        // A family is one character, whatever it is made of.
        check(&["👩\u{200D}👩\u{200D}👧a"], 3, &["👩\u{200D}👩\u{200D}👧a"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(
            parts in prop::collection::vec("[ab東📉é ]{0,12}", 0..8),
            width in 2_usize..20,
        ) {
            let pieces: Vec<Piece> = parts.iter().map(|text| Piece::new(text.as_str(), Style::new())).collect();
            let lines = texts(&wrapped(&pieces, width));
            for line in &lines {
                prop_assert!(line.width() <= width, "{line:?}");
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&parts.concat()));
        }
    }
}
