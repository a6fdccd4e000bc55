//! The Content-Security-Policy of the page, written into it after the build.
//!
//! It allows the page's own files and nothing else: no other address can be asked for anything, no
//! inline style and no inline script is obeyed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Where the policy goes: before anything that it is about.
const PLACE: &str = "<meta charset=\"utf-8\">";

/// Puts the policy into `index.html` in `folder`.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    fs::write(&path, with_policy(&page)?).with_context(|| format!("cannot write {}", path.display()))
}

fn with_policy(page: &str) -> Result<String> {
    if page.matches(PLACE).count() != 1 {
        bail!("index.html does not begin with `{PLACE}`, where the Content-Security-Policy goes");
    }
    if page.split("<script").skip(1).any(|script| !script.contains(" src=\"")) {
        bail!("index.html has a script without a file, which its own policy would not let run");
    }
    let meta = format!("{PLACE}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy());
    Ok(page.replacen(PLACE, &meta, 1))
}

/// The policy itself.
pub(crate) fn policy() -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        // Browsers that have Trusted Types refuse text where it would become script or markup. Of the two policies one, in
        // `static/offline.js`, names the service worker and nothing else; the other, in `static/reading.js`, gives what
        // was copied from a page to the parser, whose document belongs to no window.
        "require-trusted-types-for 'script'",
        "trusted-types newsmark newsmark-reading",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_come_from_files() {
        let page = "<meta charset=\"utf-8\"><script src=\"a.js\"></script>";
        let sealed = with_policy(page).unwrap();
        assert!(sealed.contains("script-src 'self' 'wasm-unsafe-eval'; "), "{sealed}");
        assert!(with_policy(&format!("{page}<script type=\"module\">alert()</script>")).is_err());
        assert!(with_policy("<p>").is_err());
    }
}
