//! The Content-Security-Policy of the page, written into it after the build.
//!
//! It allows the page's own files and nothing else: no other address can be asked for anything, no
//! inline style and no inline script is obeyed but the one by which Trunk starts the program, which
//! is known by its hash.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

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
    let meta = format!(
        "{PLACE}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        policy(&inline_scripts(page))
    );
    Ok(page.replacen(PLACE, &meta, 1))
}

fn policy(inline: &[&str]) -> String {
    let hash = |script: &&str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())));
    let hashes: String = inline.iter().map(hash).collect();
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{hashes}"),
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

/// What stands in the scripts of a page that have no file.
fn inline_scripts(page: &str) -> Vec<&str> {
    let scripts = page.split("<script").skip(1).filter_map(|rest| rest.split_once('>'));
    let inline = scripts.filter(|(attributes, _)| !attributes.contains("src="));
    inline.filter_map(|(_, rest)| Some(rest.split_once("</script>")?.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_allowed_by_their_hash() {
        let page = "<meta charset=\"utf-8\"><script src=\"a.js\"></script><script type=\"module\">alert('Hello, world.');</script>";
        let sealed = with_policy(page).unwrap();
        // The example of the CSP specification.
        assert!(sealed.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{sealed}");
        assert_eq!(sealed.matches("sha256-").count(), 1);
        assert!(with_policy("<p>").is_err());
    }
}
