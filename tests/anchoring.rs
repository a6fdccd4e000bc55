//! Annotations on a text that has been edited since: how many land rightly, and that none lands wrongly.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use newsmark::annotation::{Annotation, AnnotationId};
use newsmark::document::{Document, DocumentId};
use newsmark::extract::extract;
use newsmark::text::Span;
use uuid::Uuid;

/// The article that comes with the page.
const ARTICLE: &str = include_str!("../static/sample.txt");

/// The same three times with other names: most sentences stand there three times.
fn three_alike() -> String {
    let mut text = ARTICLE.to_owned();
    for (from, to) in [("Porto Belmar", "Santa Vela"), ("Duarte", "Okafor"), ("€340 million", "€41 million")]
    {
        text = text.replace(from, to);
    }
    format!("{ARTICLE}\n{text}\n{}", ARTICLE.replace("barrier", "tunnel").replace("Thursday", "Monday"))
}

/// Marks of what the engine finds.
fn marked(text: &str) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, Timestamp::UNIX_EPOCH);
    let found = extract(document.text(), None);
    let marks: Vec<_> = found
        .suggestions
        .iter()
        .enumerate()
        .map(|(n, it)| {
            let id = AnnotationId(Uuid::from_u128(n as u128 + 1));
            Arc::new(Annotation::by_hand(id, it.span, it.label.clone(), Timestamp::UNIX_EPOCH))
        })
        .collect();
    assert!(document.extend(marks).is_empty());
    document
}

/// A small generator of random numbers (Vigna's splitmix64), the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

/// A piece of the text and where it was; one that was put in was nowhere.
#[derive(Clone)]
struct Piece {
    text: String,
    was: Option<usize>,
    /// Whether it is still what it was, to the byte.
    is_same: bool,
    len: usize,
}

/// Where a byte of the old text is now.
#[derive(Clone, Copy)]
struct Place {
    /// Where the piece begins and ends that it is in.
    start: usize,
    end: usize,
    /// Itself, where the piece is what it was.
    at: Option<usize>,
}

/// Edits until so many per cent of the characters are other ones: words changed, sentences moved, paragraphs put in,
/// quotation marks and spaces retyped. Gives the text and where each byte of the old one is now.
fn edited(text: &str, percent: usize, seed: u64) -> (String, Vec<Place>) {
    let mut random = Random(seed);
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, word) in text.split_inclusive([' ', '\n']).scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some((start, word))
    }) {
        pieces.push(Piece { text: word.to_owned(), was: Some(at), is_same: true, len: word.len() });
    }
    let wanted = text.len() * percent / 100;
    let mut changed = 0;
    while changed < wanted {
        let at = random.below(pieces.len());
        match random.below(10) {
            0 => {
                // A sentence goes elsewhere.
                let end =
                    (at..pieces.len()).find(|n| pieces[*n].text.trim_end().ends_with('.')).unwrap_or(at) + 1;
                let start =
                    (0..at).rev().find(|n| pieces[*n].text.trim_end().ends_with('.')).map_or(0, |n| n + 1);
                let moved: Vec<Piece> = pieces.drain(start..end).collect();
                changed += moved.iter().map(|piece| piece.text.len()).sum::<usize>() / 2;
                let to = random.below(pieces.len() + 1);
                let rest = pieces.split_off(to);
                pieces.extend(moved.into_iter().chain(rest));
            }
            1 => {
                let new = "\nMeanwhile the weather stayed calm in the hills, people there said.\n";
                changed += new.len() / 2;
                pieces.insert(at, Piece { text: new.to_owned(), was: None, is_same: false, len: 0 });
            }
            2 => {
                let piece = &mut pieces[at];
                piece.text = piece.text.replace('"', "“").replace('\'', "’").replace(' ', "\u{a0}");
                piece.is_same = false;
                changed += 1;
            }
            _ => {
                let piece = &mut pieces[at];
                changed += piece.text.len();
                let end = if piece.text.ends_with('\n') { '\n' } else { ' ' };
                piece.text =
                    format!("{}{end}", ["several", "later", "other", "new", "some"][random.below(5)]);
                piece.is_same = false;
            }
        }
    }
    let mut now = vec![Place { start: 0, end: 0, at: None }; text.len() + 1];
    let mut out = String::new();
    for piece in &pieces {
        if let Some(was) = piece.was {
            for offset in 0..piece.len {
                let at = piece.is_same.then_some(out.len() + offset);
                now[was + offset] = Place { start: out.len(), end: out.len() + piece.text.len(), at };
            }
        }
        out.push_str(&piece.text);
    }
    (out, now)
}

/// Of the annotations whose text is still there: how many there are, land rightly, and wrongly.
fn landed(text: &str, percent: usize, seed: u64) -> [usize; 3] {
    let document = marked(text);
    let (new, now) = edited(text, percent, seed);
    let placed = document.on_text(&new);
    let mut counts = [0; 3];
    for annotation in document.annotations() {
        let span = annotation.span;
        let home = now[span.start()];
        // The whole of it, in one piece.
        let truth =
            home.at.filter(|start| (0..span.len()).all(|n| now[span.start() + n].at == Some(start + n)));
        let found = placed.annotation(annotation.id).map(|it| it.span);
        let truth = truth.map(|start| Span::new(start, start + span.len()));
        counts[0] += usize::from(truth.is_some());
        counts[1] += usize::from(truth.is_some() && found == truth);
        // With other quotation marks and spaces in it, it is still there.
        counts[2] +=
            usize::from(found.is_some_and(|found| found.start() < home.start || found.start() >= home.end));
    }
    counts
}

/// Checks sums over twenty ways to edit the text: how many of a thousand land rightly at least, and wrongly at most.
#[track_caller]
fn check(text: &str, expected: [(usize, usize, usize); 3]) {
    let mut report = String::new();
    let mut is_good = true;
    for (percent, least, most_wrong) in expected {
        let mut sums = [0; 3];
        for seed in 0..20 {
            let counts = landed(text, percent, seed * 7919 + percent as u64);
            sums = [0, 1, 2].map(|n| sums[n] + counts[n]);
        }
        let [all, right, wrong] = sums;
        is_good &= right * 1000 >= all * least && wrong * 1000 <= all * most_wrong;
        let _ = writeln!(report, "{percent} %: {right} of {all} right, {wrong} wrong");
    }
    assert!(is_good, "{report}");
}

#[test]
fn annotations_land_rightly_on_an_edited_text() {
    check(ARTICLE, [(1, 990, 0), (5, 970, 0), (20, 900, 0)]);
}

/// Where sentences have twins, some that have moved are taken for theirs.
#[test]
fn twins_are_mostly_told_apart() {
    check(&three_alike(), [(1, 990, 1), (5, 970, 2), (20, 780, 25)]);
}
