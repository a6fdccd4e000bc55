use super::Format;

/// Longest stem of a file name, in code points: with every extension, and at four bytes each, it
/// stays under the 255 bytes of common file systems.
const LONGEST: usize = 50;
/// A stem is not cut before, in code points: what has no word's end behind it is cut inside the word.
const SHORTEST: usize = 20;

/// A name for the file of an article with this title, safe on every system: letters and digits of
/// any script, single hyphens between them, and no name that Windows reserves.
pub fn file_name(title: &str, format: Format) -> String {
    format!("{}.{}", file_stem(title), format.extension())
}

/// The same without the ending. A long title is cut at the end of a word.
pub fn file_stem(title: &str) -> String {
    let mut stem = String::new();
    // How long the stem is up to its last whole word.
    let mut whole = 0;
    let mut before = ' ';
    let mut rest = title.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next().unwrap_or(' ');
        let is_in_number = before.is_ascii_digit() && next.is_ascii_digit();
        before = c;
        if c.is_alphanumeric() {
            stem.extend(c.to_lowercase());
        } else if is_in_number && c == '.' {
            // "$2.3 billion" is no 23.
            stem.push('-');
        } else if !stem.is_empty() && !stem.ends_with('-') && !matches!(c, '\'' | '’' | '.' | ',') {
            whole = stem.len();
            stem.push('-');
        }
        if stem.chars().count() > LONGEST {
            stem = shortened(&stem, whole);
            break;
        }
    }
    let stem = match stem.trim_matches('-') {
        "" => "article",
        stem => stem,
    };
    let prefix = if is_reserved(stem) { "article-" } else { "" };
    format!("{prefix}{stem}")
}

/// A stem that has become too long, up to its last whole word.
fn shortened(stem: &str, whole: usize) -> String {
    let words = stem.get(..whole).unwrap_or_default();
    match words.chars().count() {
        SHORTEST..=LONGEST => words.to_owned(),
        _ => stem.chars().take(LONGEST).collect(),
    }
}

/// Device names of Windows, which no file may have there, whatever the extension.
fn is_reserved(stem: &str) -> bool {
    let numbered = |name: &str| {
        stem.strip_prefix(name)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: &str) {
        assert_eq!(file_name(title, Format::Newsmark), expected);
    }

    #[test]
    fn names_are_safe_on_every_system() {
        check("Storm hits the U.S. coast!", "storm-hits-the-us-coast.newsmark.json");
        check("../../etc/passwd", "etc-passwd.newsmark.json");
        check("Bình luận: 3\u{202E}gpj", "bình-luận-3-gpj.newsmark.json");
        check("More than $2.3 billion, 1,200 jobs", "more-than-2-3-billion-1200-jobs.newsmark.json");
        check("CON", "article-con.newsmark.json");
        check("com1", "article-com1.newsmark.json");
        check("  \n", "article.newsmark.json");
        check(
            "The harbour had grown from 20 to 40 ships, Maria Orfey said on Monday",
            "the-harbour-had-grown-from-20-to-40-ships-maria.newsmark.json",
        );
        // What ends right there is whole, and a figure stays one.
        check(&format!("{} 12345", "word ".repeat(9)), &format!("{}12345.newsmark.json", "word-".repeat(9)));
        check(&format!("{} 1.23456", "word ".repeat(9)), &format!("{}word.newsmark.json", "word-".repeat(8)));
        check(&"a".repeat(500), &format!("{}.newsmark.json", "a".repeat(LONGEST)));
    }
}
