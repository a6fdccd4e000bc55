//! What a copied piece of a web page says, as text.

use html5gum::{Token, Tokenizer};

/// The text of a piece of HTML: a blank line between paragraphs and headings, a line for each item and
/// each row of a table, tabs between its cells. Programs, styles and what nobody sees are left out, and
/// nothing of the markup stays.
///
/// ```
/// let html = "<h1>Storm</h1><p>It came at <b>night</b>.</p><script>alert(1)</script>";
/// assert_eq!(newsmark::intake::html_to_text(html), "Storm\n\nIt came at night.");
/// ```
pub fn html_to_text(html: &str) -> String {
    let mut writer = Writer::default();
    let mut skipped: Option<Vec<u8>> = None;
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                if skipped.is_none() && SKIPPED.contains(&name) && !tag.self_closing {
                    skipped = Some(name.to_vec());
                } else if skipped.is_none() {
                    writer.open(name);
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                match &skipped {
                    Some(skip) if **skip == *name => skipped = None,
                    Some(_) => {}
                    None => writer.close(name),
                }
            }
            Token::String(text) if skipped.is_none() => writer.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    writer.finish()
}

/// Elements of which nothing is read.
const SKIPPED: &[&[u8]] = &[
    b"head",
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"svg",
    b"math",
    b"iframe",
    b"object",
    b"select",
    b"textarea",
    b"title",
];

/// Elements around which a blank line stands.
const PARAGRAPHS: &[&[u8]] = &[
    b"p",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"blockquote",
    b"pre",
    b"table",
    b"ul",
    b"ol",
    b"dl",
    b"figure",
    b"article",
    b"section",
    b"header",
    b"footer",
    b"main",
    b"aside",
    b"nav",
    b"hr",
    b"form",
];

/// Elements that stand on lines of their own.
const LINES: &[&[u8]] =
    &[b"div", b"li", b"dt", b"dd", b"tr", b"figcaption", b"caption", b"address", b"summary", b"br"];

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
}

impl Writer {
    fn open(&mut self, name: &[u8]) {
        match name {
            b"br" => self.breaks += 1,
            b"tr" => {
                (self.has_cell, self.in_cell) = (false, false);
                self.line(1);
            }
            b"td" | b"th" => {
                self.in_cell = true;
                if std::mem::replace(&mut self.has_cell, true) {
                    self.space = false;
                    self.out.push('\t');
                }
            }
            b"pre" => {
                self.pre += 1;
                self.line(2);
            }
            name if PARAGRAPHS.contains(&name) => self.line(2),
            name if LINES.contains(&name) => self.line(1),
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"br" => {}
            b"pre" => {
                self.pre = self.pre.saturating_sub(1);
                self.line(2);
            }
            b"td" | b"th" => {
                (self.in_cell, self.space) = (false, false);
            }
            b"table" => {
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
            false => self.breaks = self.breaks.max(breaks),
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
        if self.out.is_empty() {
            return;
        }
        if breaks > 0 {
            self.out.extend(std::iter::repeat_n('\n', breaks.min(2)));
        } else if space && !self.out.ends_with(['\n', '\t']) {
            self.out.push(' ');
        }
    }

    fn finish(self) -> String {
        self.out.trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(html_to_text(html), expected, "{html}");
    }

    #[test]
    fn paragraphs_headings_and_tables_stay_apart() {
        check(
            "<h2>One</h2>\n<p>Two\nthree <i>four</i>.</p><p>Five<br>six</p>",
            "One\n\nTwo three four.\n\nFive\nsix",
        );
        check("<ul><li>a</li><li> b </li></ul>c", "a\nb\n\nc");
        check(
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td><p>2019</p></td><td>5 &euro;</td></tr></table>",
            "Year\tCost\n2019\t5 €",
        );
        check("<div>a</div><div>b</div>", "a\nb");
        check("a&nbsp;b &amp;&lt;c&gt;", "a\u{A0}b &<c>");
        check("<pre>a\n  b</pre>", "a\n  b");
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        check("<STYLE>p{}</STYLE>a<script>if (a < b) { alert('</p>') }</script>b<!-- c -->", "ab");
        check("<p>a<svg><text>no</text></svg></p>", "a");
        check("<meta charset='utf-8'><!--StartFragment--><p>a</p><!--EndFragment-->", "a");
        check("", "");
        check("plain text", "plain text");
    }

    proptest! {
        #[test]
        fn anything_may_be_pasted(html in "(<[/a-z]{0,6}[ >]|[a-z ]{0,4}|&[a-z#0-9]{0,4};?|\\PC){0,40}") {
            let _ = html_to_text(&html);
        }
    }
}
