use super::Format;

/// Longest stem of a file name, in code points: with every extension, and at four bytes each, it
/// stays under the 255 bytes of common file systems.
const LONGEST: usize = 50;

/// A name for the file of an article with this title, safe on every system: letters and digits of
/// any script, single hyphens between them, and no name that Windows reserves.
pub fn file_name(title: &str, format: Format) -> String {
    format!("{}.{}", file_stem(title), format.extension())
}

/// The same without the ending.
pub fn file_stem(title: &str) -> String {
    let mut stem = String::new();
    let mut before = ' ';
    let mut rest = title.chars();
    while let Some(c) = rest.next() {
        if stem.chars().count() >= LONGEST {
            break;
        }
        let next = rest.clone().next().unwrap_or(' ');
        let is_in_number = before.is_ascii_digit() && next.is_ascii_digit();
        before = c;
        if c.is_alphanumeric() {
            stem.extend(c.to_lowercase());
        } else if is_in_number && c == '.' {
            // "$2.3 billion" is no 23.
            stem.push('-');
        } else if !stem.is_empty() && !stem.ends_with('-') && !matches!(c, '\'' | '’' | '.' | ',') {
            stem.push('-');
        }
    }
    let stem = match stem.trim_matches('-') {
        "" => "article",
        stem => stem,
    };
    let prefix = if is_reserved(stem) { "article-" } else { "" };
    format!("{prefix}{stem}")
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
        check(&"a".repeat(500), &format!("{}.newsmark.json", "a".repeat(LONGEST)));
    }
}
