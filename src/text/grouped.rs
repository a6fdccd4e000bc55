/// The digits before the point in groups of three: 1,234.5678.
pub fn grouped(number: &str) -> String {
    let whole_end = number.find('.').unwrap_or(number.len());
    let mut out = String::with_capacity(number.len() + number.len() / 3);
    for (index, c) in number.char_indices() {
        let left = whole_end.saturating_sub(index);
        if left > 0 && left.is_multiple_of(3) && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn long_numbers_are_in_groups_of_three() {
        let shown = ["0", "7", "999", "1000", "-12345.6789", "1234567"].map(grouped);
        assert_eq!(shown, ["0", "7", "999", "1,000", "-12,345.6789", "1,234,567"]);
    }
}
