//! What the page is on paper: printed to PDF by the browser, and read again.
//!
//! Reads no more of a PDF than Chromium writes: objects in the open, streams packed by Flate, and text in fonts that
//! name their characters (`ToUnicode`).

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::page::Page;

/// A size of paper, in inches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paper {
    pub(crate) name: &'static str,
    width: f64,
    height: f64,
}

/// The paper of most of the world, and that of North America.
pub(crate) const PAPERS: [Paper; 2] =
    [Paper { name: "A4", width: 8.27, height: 11.69 }, Paper { name: "Letter", width: 8.5, height: 11.0 }];

impl Page {
    /// Prints what the page shows, and gives the text of each sheet, without white space: lines are broken anywhere.
    pub(crate) async fn print(&self, paper: Paper) -> Result<Vec<String>> {
        let settings = json!({
            "paperWidth": paper.width, "paperHeight": paper.height, "printBackground": false, "preferCSSPageSize": false,
        });
        let printed = self.driver.cdp().send_raw("Page.printToPDF", settings).await?;
        let data = printed["data"].as_str().context("no PDF")?;
        let pdf = STANDARD.decode(data)?;
        if let Some(folder) = std::env::var_os("NEWSMARK_PAPER") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{}.pdf", paper.name)), &pdf)?;
        }
        let objects = objects(&pdf);
        let pages = objects.values().filter(|it| has(it.head, "/Type /Page"));
        pages.map(|page| text_of(page, &objects)).collect()
    }
}

/// An object of a PDF: its dictionary, and its stream unpacked.
struct Object<'p> {
    head: &'p str,
    stream: Vec<u8>,
}

/// All objects by their numbers, which Chromium gives to pages in order.
fn objects(pdf: &[u8]) -> BTreeMap<usize, Object<'_>> {
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(begin) = position(pdf, at, b" 0 obj") {
        let digits = pdf[..begin].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let number = String::from_utf8_lossy(&pdf[begin - digits..begin]).parse();
        let from = begin + b" 0 obj".len();
        let end = position(pdf, from, b"endobj").unwrap_or(pdf.len());
        let stream = position(pdf, from, b"stream\n").filter(|stream| *stream < end);
        let head = std::str::from_utf8(&pdf[from..stream.unwrap_or(end)]).unwrap_or_default();
        at = end;
        let mut content = Vec::new();
        if let Some(stream) = stream {
            let from = stream + b"stream\n".len();
            let length = number_after(head, "/Length").unwrap_or(0).min(pdf.len() - from);
            let packed = &pdf[from..from + length];
            at = position(pdf, from + length, b"endobj").unwrap_or(pdf.len());
            content = match has(head, "/FlateDecode") {
                true => miniz_oxide::inflate::decompress_to_vec_zlib(packed).unwrap_or_default(),
                false => packed.to_vec(),
            };
        }
        if let Ok(number) = number {
            found.insert(number, Object { head, stream: content });
        }
    }
    found
}

fn position(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted).map(|at| from + at)
}

/// Whether a dictionary has these words, and not only the beginning of longer ones.
fn has(head: &str, words: &str) -> bool {
    head.match_indices(words)
        .any(|(at, _)| !head[at + words.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

fn number_after(head: &str, name: &str) -> Option<usize> {
    let at = head.find(name)? + name.len();
    let digits: String = head[at..].trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The text of a page, in the order in which it is drawn.
fn text_of(page: &Object<'_>, objects: &BTreeMap<usize, Object<'_>>) -> Result<String> {
    let contents = number_after(page.head, "/Contents").and_then(|number| objects.get(&number));
    let contents = String::from_utf8_lossy(&contents.context("a page without content")?.stream).into_owned();
    let resources = number_after(page.head, "/Resources").and_then(|number| objects.get(&number));
    let resources = resources.map_or(page.head, |resources| resources.head);
    let mut fonts = BTreeMap::new();
    let mut text = String::new();
    let mut font = String::new();
    let mut words = contents.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if word.starts_with("/F") && words.peek().is_some_and(|size| size.parse::<f64>().is_ok()) {
            font = word.to_owned();
        }
        for (at, _) in word.match_indices('<') {
            let hex: String = word[at + 1..].chars().take_while(char::is_ascii_hexdigit).collect();
            let known = fonts.entry(font.clone()).or_insert_with(|| characters(&font, resources, objects));
            for code in hex.as_bytes().chunks_exact(4) {
                let code = u32::from_str_radix(&String::from_utf8_lossy(code), 16)?;
                text.extend(known.get(&code).into_iter().flat_map(|it| it.chars()));
            }
        }
    }
    Ok(text.chars().filter(|c| !c.is_whitespace()).collect())
}

/// What the codes of a font stand for.
fn characters(font: &str, resources: &str, objects: &BTreeMap<usize, Object<'_>>) -> BTreeMap<u32, String> {
    let of = |head: &str, name: &str| number_after(head, name).and_then(|number| objects.get(&number));
    let map = of(resources, &format!("{font} ")).and_then(|font| of(font.head, "/ToUnicode"));
    let map = map.map(|map| String::from_utf8_lossy(&map.stream).into_owned()).unwrap_or_default();
    let mut found = BTreeMap::new();
    for line in map.lines() {
        let codes: Vec<&str> = line.split(['<', '>', ' ', '[', ']']).filter(|it| !it.is_empty()).collect();
        let number = |hex: &str| u32::from_str_radix(hex, 16).ok();
        match codes.as_slice() {
            [code, to] if line.starts_with('<') => {
                if let Some(code) = number(code) {
                    found.insert(code, utf16(to, 0));
                }
            }
            [from, until, to] if line.starts_with('<') => {
                for code in number(from).unwrap_or(1)..=number(until).unwrap_or(0) {
                    found.insert(code, utf16(to, code - number(from).unwrap_or(code)));
                }
            }
            _ => {}
        }
    }
    found
}

/// The characters that hexadecimal UTF-16 stands for, the last one moved on by so many.
fn utf16(hex: &str, on: u32) -> String {
    let mut units: Vec<u16> = hex
        .as_bytes()
        .chunks_exact(4)
        .filter_map(|unit| u16::from_str_radix(&String::from_utf8_lossy(unit), 16).ok())
        .collect();
    if let Some(last) = units.last_mut() {
        *last = last.saturating_add(u16::try_from(on).unwrap_or_default());
    }
    String::from_utf16_lossy(&units)
}
