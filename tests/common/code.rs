//! What of a source file is code, for tests that read it.

/// The code of a file: without comments, and without the unit tests at its end.
pub(crate) fn code(source: &str) -> String {
    let lines = source.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}
