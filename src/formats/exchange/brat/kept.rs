//! Lines of the file that a document came from, of which those are written again that speak of what is still there.

use std::collections::HashSet;

/// The lines, without what speaks of ids that are neither in `ids` nor in another line that stays.
pub(super) fn standing<'l>(lines: impl Iterator<Item = &'l str>, ids: &HashSet<String>) -> Vec<String> {
    let mut left: Vec<String> = lines.map(str::to_owned).collect();
    loop {
        let here: HashSet<String> =
            left.iter().map(|line| id_of(line).to_owned()).chain(ids.iter().cloned()).collect();
        let next: Vec<String> = left.iter().filter_map(|line| mended(line, &here)).collect();
        if next == left {
            return left;
        }
        left = next;
    }
}

/// The id that a line defines.
pub(super) fn id_of(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

/// A line without the arguments that are not there; `None` where nothing sensible is left.
fn mended(line: &str, here: &HashSet<String>) -> Option<String> {
    let mut columns = line.splitn(3, '\t');
    let (id, Some(head)) = (columns.next().unwrap_or_default(), columns.next()) else {
        return Some(line.to_owned());
    };
    let mut words = head.split(' ');
    let first = words.next().unwrap_or_default();
    let all: Vec<&str> = words.collect();
    let is_here = |argument: &&str| here.contains(argument.rsplit(':').next().unwrap_or_default());
    let is_whole = match id.chars().next() {
        // A trigger, then any number of arguments.
        Some('E') => {
            is_here(&first).then_some(())?;
            all.iter().all(is_here)
        }
        Some('R') => {
            all.iter().all(is_here).then_some(())?;
            true
        }
        Some('*') => {
            (all.iter().filter(|argument| is_here(argument)).count() >= 2).then_some(())?;
            all.iter().all(is_here)
        }
        // Of what is said, the first word says of whom; what follows is a value.
        Some('A' | 'M' | 'N' | '#') => {
            all.first().is_none_or(|target| is_here(target) || !is_id(target)).then_some(())?;
            true
        }
        _ => true,
    };
    if is_whole {
        return Some(line.to_owned());
    }
    let left: Vec<&str> =
        std::iter::once(first).chain(all.into_iter().filter(|argument| is_here(argument))).collect();
    Some(
        [Some(id), Some(left.join(" ").as_str()), columns.next()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\t"),
    )
}

/// Whether a word is an id of brat's, such as T1.
fn is_id(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| "TERAMN#".contains(c)) && chars.as_str().parse::<u64>().is_ok()
}

/// The spans that are triggers of events.
pub(super) fn triggers(lines: &[String]) -> HashSet<&str> {
    let event = |line: &'_ String| line.starts_with('E');
    let trigger = |line: &'_ String| -> Option<(usize, usize)> {
        let head = line.find('\t')? + 1;
        let colon = line.get(head..)?.find(':')? + head + 1;
        let end = line.get(colon..)?.find([' ', '\t']).map_or(line.len(), |at| at + colon);
        Some((colon, end))
    };
    lines
        .iter()
        .filter(|line| event(line))
        .filter_map(|line| trigger(line).and_then(|(start, end)| line.get(start..end)))
        .collect()
}
