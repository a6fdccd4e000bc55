//! The program's size, written into the page after the build: a compressed download does not say how large it
//! will be, and people want to see how much has come.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Where the size goes, in `Trunk.toml` and so in the page.
const PLACE: &str = "data-bytes=\"\"";

/// Puts the size of the program, one of the files in `folder`, into `index.html` there.
pub(crate) fn write(folder: &Path, names: &[String]) -> Result<()> {
    let program = names.iter().find(|name| name.ends_with("_bg.wasm")).context("the page has no program")?;
    let bytes = fs::metadata(folder.join(program)).with_context(|| format!("cannot read {program}"))?.len();
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).context("cannot read index.html")?;
    ensure!(text.matches(PLACE).count() == 1, "index.html has no {PLACE}, or several");
    fs::write(&page, text.replace(PLACE, &format!("data-bytes=\"{bytes}\"")))
        .context("cannot write index.html")
}
