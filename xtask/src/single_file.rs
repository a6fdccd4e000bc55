//! `cargo xtask single-file`: the page with all that belongs to it in one HTML file, which needs no
//! server.
//!
//! Made of `index.html`, where each line for Trunk names a part, and of the parts as they were built.
//! Its Content Security Policy allows these very scripts and styles, and no connection at all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::{assemble, cmd};

/// The file in `dist/`.
const NAME: &str = "newsmark.html";

/// Starts the program: what `static/start.js` does on a server.
const START: &str = r#"
const loading = window.newsmarkLoading;
const fail = (error) => loading.fail("The program stopped while it was starting.", null, String(error));
try {
  const encoded = document.getElementById("program").textContent;
  const bytes = Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0));
  await __wbg_init({ module_or_path: bytes });
  window.wasmBindings = { extract, ready };
  loading.done();
} catch (error) {
  fail(error);
}
"#;

/// Builds the page, then puts it into one file.
pub(crate) fn single_file() -> Result<()> {
    assemble::build()?;
    let file = write(&assemble::dist())?;
    let bytes = fs::metadata(&file)?.len();
    println!("{} ({:.1} MB) opens in a browser as it is.", file.display(), bytes as f64 / 1e6);
    Ok(())
}

/// Puts the page built in `dist` into one file there.
pub(crate) fn write(dist: &Path) -> Result<PathBuf> {
    let template = fs::read_to_string(cmd::root().join("index.html")).context("cannot read index.html")?;
    let page = page(&template, &Parts::read(dist)?)?;
    let file = dist.join(NAME);
    fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// What goes into the page.
struct Parts {
    styles: Vec<(String, String)>,
    scripts: Vec<(String, String)>,
    icon: Vec<u8>,
    module: String,
    program: Vec<u8>,
    model: Vec<u8>,
}

/// The style sheets of `static`.
const STYLES: [&str; 8] = ["style", "frame", "reading", "library", "start", "facts", "print", "loading"];

impl Parts {
    fn read(dist: &Path) -> Result<Parts> {
        let bytes = |begin: &str, end: &str| {
            let mut found = None;
            for entry in fs::read_dir(dist).with_context(|| format!("cannot read {}", dist.display()))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
                if name.starts_with(begin) && name.ends_with(end) {
                    ensure!(found.is_none(), "dist/ has several files {begin}*{end}");
                    found = Some(dist.join(name));
                }
            }
            let path = found.with_context(|| format!("dist/ has no {begin}*{end}"))?;
            fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let text = |begin: &str, end: &str| {
            String::from_utf8(bytes(begin, end)?).with_context(|| format!("{begin}*{end} is no UTF-8"))
        };
        Ok(Parts {
            styles: STYLES
                .iter()
                .map(|name| Ok((format!("static/{name}.css"), text(&format!("{name}-"), ".css")?)))
                .collect::<Result<_>>()?,
            scripts: vec![
                ("static/loading.js".into(), text("loading-", ".js")?),
                ("static/reading.js".into(), text("reading-", ".js")?),
            ],
            icon: bytes("favicon-", ".svg")?,
            module: text("newsmark-web-", ".js")?,
            program: bytes("newsmark-web-", "_bg.wasm")?,
            model: bytes("names", ".model")?,
        })
    }
}

/// The page: each line for Trunk gives way to the part that it names.
fn page(template: &str, parts: &Parts) -> Result<String> {
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    let mut head = String::new();
    for line in template.lines() {
        let named = |list: &[(String, String)]| {
            list.iter().find(|(name, _)| line.contains(&format!("\"{name}\""))).map(|(_, text)| text.clone())
        };
        let part = if !line.contains("data-trunk") {
            // Another page may have files beside it; this one stands alone.
            let is_file =
                line.contains("<link rel=\"manifest\"") || line.contains("<link rel=\"apple-touch-icon\"");
            let is_policy = line.contains("Content-Security-Policy");
            if is_file || is_policy { String::new() } else { format!("{line}\n") }
        } else if line.contains("rel=\"rust\"") {
            let module = format!("{}{START}", parts.module);
            scripts.push(module.clone());
            let program = BASE64.encode(&parts.program);
            format!(
                "<script type=\"application/octet-stream\" id=\"program\">{program}</script>\n<script type=\"module\">{module}</script>\n"
            )
        } else if line.contains("rel=\"icon\"") {
            format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n", BASE64.encode(&parts.icon))
        } else if line.contains("\"static/names.model\"") {
            let model = BASE64.encode(&parts.model);
            format!("<script type=\"application/octet-stream\" id=\"names-model\">{model}</script>\n")
        } else if ["rel=\"copy-file\"", "static/offline.js", "static/arrivals.js", "static/start.js"]
            .iter()
            .any(|part| line.contains(part))
        {
            String::new()
        } else if let Some(style) = named(&parts.styles) {
            styles.push(style.clone());
            format!("<style>{style}</style>\n")
        } else if let Some(script) = named(&parts.scripts) {
            scripts.push(script.clone());
            format!("<script>{script}</script>\n")
        } else {
            bail!("index.html has a line for Trunk that has no place in the one file: {}", line.trim());
        };
        head.push_str(&part);
    }
    for text in scripts.iter().chain(&styles) {
        ensure!(
            !text.contains("</script") && !text.contains("</style"),
            "a part holds the end of its own element"
        );
    }
    let policy = policy(&scripts, &styles);
    let meta = format!(
        "<meta charset=\"utf-8\">\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
    );
    ensure!(head.matches("<meta charset=\"utf-8\">").count() == 1, "index.html does not say its encoding");
    Ok(head.replacen("<meta charset=\"utf-8\">", &meta, 1))
}

/// Allows what is in the file, the browser's own storage and downloads, and nothing else.
fn policy(scripts: &[String], styles: &[String]) -> String {
    let sources = |texts: &[String]| {
        let digests = texts.iter().map(|text| format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(text))));
        digests.collect::<String>()
    };
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{}; style-src{}; img-src data:; base-uri 'none'; form-action 'none'",
        sources(scripts),
        sources(styles)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            styles: STYLES
                .iter()
                .map(|name| {
                    (format!("static/{name}.css"), if *name == "style" { "p{}".into() } else { "b{}".into() })
                })
                .collect(),
            scripts: vec![
                ("static/loading.js".into(), "loading()".into()),
                ("static/reading.js".into(), "reading()".into()),
            ],
            icon: b"<svg/>".to_vec(),
            module: "export {};".into(),
            program: b"\0asm".to_vec(),
            model: b"names".to_vec(),
        }
    }

    #[test]
    fn every_part_of_the_page_is_in_the_file() {
        let template = fs::read_to_string(cmd::root().join("index.html")).unwrap();
        let page = page(&template, &parts()).unwrap();
        for part in [
            "<style>p{}</style>",
            "<script>loading()</script>",
            "AGFzbQ==",
            "bmFtZXM=",
            "data:image/svg+xml;base64,",
        ] {
            assert!(page.contains(part), "{part}");
        }
        for foreign in ["data-trunk", "src=", "href=\"static", "manifest"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        assert!(page.contains(&BASE64.encode(Sha256::digest("loading()"))));
    }

    #[test]
    fn a_part_that_is_not_known_is_named() {
        let error = page("<link data-trunk rel=\"css\" href=\"static/new.css\">", &parts()).unwrap_err();
        assert!(error.to_string().contains("new.css"), "{error}");
    }
}
