//! What a copied piece of a web page says, as text.

/// A part of a piece of HTML, in reading order: the parser is the browser's, which knows HTML best.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HtmlPart {
    /// An element begins; its name in lower case.
    Open(String),
    /// It ends.
    Close(String),
    /// Text, with its entities resolved.
    Text(String),
}

/// The text of a piece of HTML: a blank line between paragraphs and headings, a line with a bullet or a number for each
/// item of a list, a line for each row of a table, tabs between its cells. Nothing of the markup stays. What nobody sees ([`is_unseen`]) is to be
/// left out before.
///
/// ```
/// use newsmark::intake::{HtmlPart::{Close, Open, Text}, html_to_text};
/// let [h1, p] = ["h1", "p"].map(str::to_owned);
/// let parts = [Open(h1.clone()), Text("Storm".into()), Close(h1), Open(p.clone()), Text("It  came.".into()), Close(p)];
/// assert_eq!(html_to_text(parts), "Storm\n\nIt came.");
/// ```
pub fn html_to_text(parts: impl IntoIterator<Item = HtmlPart>) -> String {
    let mut writer = Writer::default();
    for part in parts {
        match part {
            HtmlPart::Open(name) => writer.open(&name),
            HtmlPart::Close(name) => writer.close(&name),
            HtmlPart::Text(text) => writer.text(&text),
        }
    }
    writer.finish()
}

/// Whether nothing is read of elements with this name: programs, styles, pictures, what is for machines.
pub fn is_unseen(name: &str) -> bool {
    UNSEEN.contains(&name)
}

const UNSEEN: &[&str] = &[
    "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select",
    "textarea", "title",
];

/// Elements around which a blank line stands.
const PARAGRAPHS: &[&str] = &[
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol", "dl", "figure",
    "article", "section", "header", "footer", "main", "aside", "nav", "hr", "form",
];

/// Elements that stand on lines of their own.
const LINES: &[&str] = &["div", "li", "dt", "dd", "tr", "figcaption", "caption", "address", "summary", "br"];

#[derive(Default)]
struct Writer {
    out: String,
    /// How many line breaks stand before what comes next.
    breaks: usize,
    /// Whether a space stands before what comes next.
    space: bool,
    /// Whether a cell of the row has been written.
    has_cell: bool,
    /// Whether what comes stands in a cell, which is one line whatever is in it.
    in_cell: bool,
    /// How many `pre` are open.
    pre: usize,
    /// The lists that are open, each with the number of its last item where it counts them.
    lists: Vec<Option<usize>>,
    /// What stands before the first word of the item that has begun.
    marker: String,
}

impl Writer {
    fn open(&mut self, name: &str) {
        match name {
            "br" => self.breaks += 1,
            "tr" => {
                (self.has_cell, self.in_cell) = (false, false);
                self.line(1);
            }
            "td" | "th" => {
                self.in_cell = true;
                if std::mem::replace(&mut self.has_cell, true) {
                    self.space = false;
                    self.out.push('\t');
                }
            }
            "pre" => {
                self.pre += 1;
                self.line(2);
            }
            "ul" | "ol" => {
                self.line(2);
                self.lists.push((name == "ol").then_some(0));
            }
            "li" => {
                self.line(1);
                self.begin_item();
            }
            name if PARAGRAPHS.contains(&name) => self.line(2),
            name if LINES.contains(&name) => self.line(1),
            _ => {}
        }
    }

    /// Sets the bullet or the number of the item that begins.
    fn begin_item(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        self.marker = "  ".repeat(depth);
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                self.marker.push_str(&format!("{number}. "));
            }
            _ => self.marker.push_str("• "),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "br" => {}
            "pre" => {
                self.pre = self.pre.saturating_sub(1);
                self.line(2);
            }
            "td" | "th" => {
                (self.in_cell, self.space) = (false, false);
            }
            "ul" | "ol" => {
                self.lists.pop();
                self.line(2);
            }
            "li" => {
                self.marker.clear();
                self.line(1);
            }
            "table" => {
                self.in_cell = false;
                self.line(2);
            }
            name if PARAGRAPHS.contains(&name) => self.line(2),
            name if LINES.contains(&name) => self.line(1),
            _ => {}
        }
    }

    fn line(&mut self, breaks: usize) {
        match self.in_cell {
            true => self.space = true,
            // The items of a list stand close together.
            false => self.breaks = self.breaks.max(if self.lists.is_empty() { breaks } else { 1 }),
        }
    }

    fn text(&mut self, text: &str) {
        if self.pre > 0 {
            self.flush();
            self.out.push_str(text);
            return;
        }
        for (index, word) in text.split([' ', '\t', '\n', '\r', '\u{C}']).enumerate() {
            self.space |= index > 0;
            if !word.is_empty() {
                self.flush();
                self.out.push_str(word);
            }
        }
    }

    /// Writes what is due before a word.
    fn flush(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        let space = std::mem::take(&mut self.space);
        let marker = std::mem::take(&mut self.marker);
        if self.in_cell && !marker.is_empty() {
            // A cell is one line.
            if space && !self.out.ends_with(['\n', '\t']) {
                self.out.push(' ');
            }
            return;
        }
        if self.out.is_empty() {
            return self.out.push_str(&marker);
        }
        if breaks > 0 {
            self.out.extend(std::iter::repeat_n('\n', breaks.min(2)));
        } else if space && !self.out.ends_with(['\n', '\t']) {
            self.out.push(' ');
        }
        self.out.push_str(&marker);
    }

    fn finish(self) -> String {
        self.out.trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `<p>`, `</p>` and text, as parts: enough of HTML for these tests.
    fn parts(html: &str) -> Vec<HtmlPart> {
        let mut parts = Vec::new();
        for piece in html.split_inclusive('>') {
            let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
            if !text.is_empty() {
                parts.push(HtmlPart::Text(text.to_owned()));
            }
            let tag = tag.trim_end_matches('>');
            match tag.strip_prefix('/') {
                Some(name) => parts.push(HtmlPart::Close(name.to_owned())),
                None if !tag.is_empty() => parts.push(HtmlPart::Open(tag.to_owned())),
                None => {}
            }
        }
        parts
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(html_to_text(parts(html)), expected, "{html}");
    }

    #[test]
    fn paragraphs_headings_and_tables_stay_apart() {
        check(
            "<h2>One</h2>\n<p>Two\nthree <i>four</i>.</p><p>Five<br></br>six</p>",
            "One\n\nTwo three four.\n\nFive\nsix",
        );
        check("x<ul><li>a</li><li> b </li><li> </li></ul>c", "x\n\n• a\n• b\n\nc");
        check(
            "<ol><li><p>a</p></li><li>b<ul><li>c</li><li>d</li></ul></li><li>e</li></ol>",
            "1. a\n2. b\n  • c\n  • d\n3. e",
        );
        check("<table><tr><td>x</td><td><ul><li>a</li><li>b</li></ul></td></tr></table>", "x\ta b");
        check(
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td><p>2019</p></td><td>5 €</td></tr></table>",
            "Year\tCost\n2019\t5 €",
        );
        check("<div>a</div><div>b</div>", "a\nb");
        check("a\u{A0}b &<c>", "a\u{A0}b &");
        check("<pre>a\n  b</pre>", "a\n  b");
        check("", "");
        check("plain text", "plain text");
    }

    proptest! {
        #[test]
        fn anything_may_be_pasted(html in "(<[/a-z]{0,6}[ >]|[a-z ]{0,4}|\\PC){0,40}") {
            let _ = html_to_text(parts(&html));
        }
    }
}
