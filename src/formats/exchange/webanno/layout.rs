//! The units of a file: its tokens and the parts of tokens, with the annotations that stand at each.

use std::collections::HashMap;

use super::sentence::Sentence;

/// A token, or a part of one.
pub(super) struct Line {
    /// Such as "1-2" or "1-2.1".
    pub(super) unit: String,
    pub(super) start: i64,
    pub(super) end: i64,
    /// The annotations, by their numbers, in order.
    pub(super) here: Vec<usize>,
}

/// See the module.
pub(super) struct Layout {
    /// The lines of each sentence.
    pub(super) sentences: Vec<Vec<Line>>,
    /// The unit that each annotation is known by: the first at which it stands.
    pub(super) address: HashMap<usize, String>,
    /// At how many units each annotation stands.
    pub(super) width: HashMap<usize, usize>,
}

/// An annotation on its way to its units: where it begins and ends.
type Place = (i64, i64);

impl Layout {
    /// Lays annotations out over the tokens of sentences.
    pub(super) fn new(sentences: &[Sentence], places: &[Place]) -> Layout {
        let mut layout = Layout { sentences: Vec::new(), address: HashMap::new(), width: HashMap::new() };
        let tokens: Vec<Place> =
            sentences.iter().flat_map(|sentence| sentence.tokens.iter().copied()).collect();
        // What stands between two characters is a part of the token that touches it, of two the first, else of the token before.
        let mut points: HashMap<usize, Vec<(i64, usize)>> = HashMap::new();
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|number| places.get(*number).map(|(start, end)| (*start, -*end)));
        let mut spans = Vec::new();
        for number in order {
            match places.get(number) {
                Some((start, end)) if start == end => {
                    let next = tokens.partition_point(|token| token.0 < *start);
                    let touches =
                        |nth: usize| tokens.get(nth).is_some_and(|it| it.0 <= *start && *start <= it.1);
                    let before = next.saturating_sub(1);
                    let token = if !touches(before) && touches(next) { next } else { before };
                    points.entry(token).or_default().push((*start, number));
                }
                Some((start, end)) => spans.push((*start, *end, number)),
                None => {}
            }
        }
        let (mut nth, mut next) = (0, 0);
        let mut open: Vec<(i64, i64, usize)> = Vec::new();
        for (index, sentence) in sentences.iter().enumerate() {
            let mut lines = Vec::new();
            for (place, (start, end)) in sentence.tokens.iter().copied().enumerate() {
                while let Some(span) = spans.get(next).filter(|span| span.0 < end) {
                    open.push(*span);
                    next += 1;
                }
                open.retain(|span| span.1 > start);
                let unit = format!("{}-{}", index + 1, place + 1);
                let mut parts: Vec<(i64, i64, Vec<usize>)> = Vec::new();
                let mut whole = Vec::new();
                let mut put = |start: i64, end: i64, number: usize| match parts
                    .iter_mut()
                    .find(|part| (part.0, part.1) == (start, end))
                {
                    Some(part) => part.2.push(number),
                    None => parts.push((start, end, vec![number])),
                };
                for (from, to, number) in &open {
                    match *from <= start && end <= *to {
                        true => whole.push(*number),
                        false => put((*from).max(start), (*to).min(end), *number),
                    }
                }
                for (at, number) in points.get(&nth).into_iter().flatten() {
                    let at = (*at).clamp(start, end);
                    put(at, at, *number);
                }
                parts.sort_by_key(|part| (part.0, part.1));
                lines.push(layout.line(unit.clone(), (start, end), whole));
                for (part, (start, end, here)) in parts.into_iter().enumerate() {
                    lines.push(layout.line(format!("{unit}.{}", part + 1), (start, end), here));
                }
                nth += 1;
            }
            layout.sentences.push(lines);
        }
        layout
    }

    fn line(&mut self, unit: String, (start, end): Place, mut here: Vec<usize>) -> Line {
        here.sort_unstable();
        for number in &here {
            self.address.entry(*number).or_insert_with(|| unit.clone());
            *self.width.entry(*number).or_default() += 1;
        }
        Line { unit, start, end, here }
    }
}
