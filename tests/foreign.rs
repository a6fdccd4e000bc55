//! What is marked in texts of other languages: what needs none, and nothing else.

use newsmark::extract::extract;

const LINES: &str = include_str!("fixtures/languages.txt");

/// Of each line that is told to be in another language, nothing is marked but figures with their signs.
#[test]
fn other_languages_get_no_english_marks() {
    let mut looked_at = 0;
    let mut nonsense = Vec::new();
    for (tag, line) in LINES.lines().filter_map(|line| line.split_once('\t')) {
        if tag == "en" || newsmark::text::language(line).is_none() {
            continue;
        }
        looked_at += 1;
        let text = format!("{line} 2026-07-01 €300 4%");
        let found = extract(&text, None).suggestions;
        let quotes: Vec<String> =
            found.iter().filter_map(|it| it.span.slice(&text)).map(str::to_owned).collect();
        for wanted in ["2026-07-01", "€300", "4%"] {
            assert!(quotes.iter().any(|quote| quote == wanted), "{wanted} in {text}: {quotes:?}");
        }
        nonsense.extend(
            quotes
                .into_iter()
                .filter(|it| !it.contains(['%', '€']) && *it != "2026-07-01")
                .map(|it| (tag, it)),
        );
    }
    assert!(looked_at > 75, "{looked_at}");
    assert!(nonsense.is_empty(), "{nonsense:?}");
}
