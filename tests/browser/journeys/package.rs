//! The engine beside the page: in other people's pages, and the same as everywhere.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};
use newsmark::extract::extract;
use newsmark::formats::suggestions_json;
use newsmark::text::normalize;
use serde_json::{Value, json};

use crate::check;
use crate::page::Page;

/// The npm package works in a page, in its worker, and beside its files.
pub(crate) async fn runs_the_npm_package(page: Page) -> Result<()> {
    let npm = Path::new(env!("CARGO_MANIFEST_DIR")).join("bindings/npm");
    for folder in ["dist", "examples"] {
        copy(&npm.join(folder), &page.site.file(&format!("npm/{folder}")))?;
    }
    page.open_path("npm/examples/page.html").await?;
    page.wait_for_text("status", "6 marks").await?;
    let amount: String =
        page.js("return document.querySelector('#found tr:nth-child(3)').innerText", &[]).await?;
    check(amount.contains(r#"{"amount":"2300000000","currency":"USD"}"#), &amount)?;
    for way in ["inside", "beside"] {
        let found: Value = page
            .js(
                "return import(`/npm/dist/${arguments[0]}.mjs`).then(async ({ init, extract }) => {
                    await init();
                    return extract('📉 $5 in Rome.').map((it) => [it.start, it.text]);
                })",
                &[json!(way)],
            )
            .await?;
        check(found == json!([[3, "$5"], [9, "Rome"]]), &format!("{way}: {found}"))?;
    }
    Ok(())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).context("`cargo xtask npm` builds the package")? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a file")?);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

/// The page finds in each text of a corpus what the library finds that the command line is made of.
pub(crate) async fn finds_what_the_library_finds(page: Page) -> Result<()> {
    const PORTION: usize = 100;
    let corpus = env::var_os("NEWSMARK_CORPUS").context("`cargo xtask test` writes the corpus")?;
    let lines = fs::read_to_string(&corpus).with_context(|| format!("cannot read {}", corpus.display()))?;
    page.open().await?;
    let lines: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    check(lines.len() > 20, "there are texts to compare")?;
    for portion in lines.chunks(PORTION) {
        let found: Vec<String> = page
            .js(
                "return arguments[0].map((it) => wasmBindings.extract(it.text, it.published ?? undefined))",
                &[json!(portion)],
            )
            .await?;
        for (line, found) in portion.iter().zip(found) {
            let text = normalize(line["text"].as_str().context("a text")?);
            let published = line["published"].as_str().and_then(|day| day.parse().ok());
            let wanted = suggestions_json(&text, &extract(&text, published));
            check(found == wanted, &format!("{}:\n{found}\n{wanted}", line["id"]))?;
        }
    }
    Ok(())
}
