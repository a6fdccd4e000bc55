//! `cargo xtask extension`: the page as a browser extension, unpacked and as one archive for each store.
//!
//! Made of the page as it was built, without what installs it, of the scripts in `extension/`, and of Mozilla's Readability,
//! which comes from npm by its exact version. All is in the folder: nothing is fetched when it runs.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::{Value as Json, json};

use crate::tools::npm_packages;
use crate::{assemble, cmd, policy};

const READABILITY: &str = "0.6.0";
/// The folder in `dist/`.
const FOLDER: &str = "extension";
const BROWSERS: [&str; 2] = ["chromium", "firefox"];

/// What of the page installs it or takes what is shared to it: extensions are installed otherwise.
const LEFT_OUT: [&str; 5] = ["offline-", "arrivals-", "sw.js", "manifest.webmanifest", "newsmark.html"];

/// Builds the page, then the extension.
pub(crate) fn extension() -> Result<()> {
    assemble::build()?;
    let folder = write(&assemble::dist())?;
    println!("{} can be loaded as it is; beside it stands an archive for each store.", folder.display());
    Ok(())
}

/// Puts the extension together of the page built in `dist`; gives its folder there.
pub(crate) fn write(dist: &Path) -> Result<PathBuf> {
    let npm = npm_packages::install(
        &format!("readability-{READABILITY}"),
        &[&format!("@mozilla/readability@{READABILITY}")],
    )
    .context("Readability comes from npm, which is needed to build the extension")?;
    remove(dist)?;
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let put = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).with_context(|| format!("cannot write {FOLDER}/{name}"))
    };
    let read = |path: PathBuf| fs::read(&path).with_context(|| format!("cannot read {}", path.display()));
    for name in files(dist)? {
        if LEFT_OUT.iter().any(|begin| name.starts_with(begin)) || name.starts_with("icon-") {
            continue;
        }
        let bytes = read(dist.join(&name))?;
        match name.as_str() {
            "index.html" => {
                put(&name, page(&String::from_utf8(bytes).context("index.html is no UTF-8")?)?.as_bytes())?
            }
            _ => put(&name, &bytes)?,
        }
    }
    let own = cmd::root().join("extension");
    for name in files(&own)? {
        if name != "manifest.json" {
            put(&name, &read(own.join(&name))?)?;
        }
    }
    let script = npm.join("node_modules/@mozilla/readability/Readability.js");
    put("readability.js", &read(script)?)?;
    let manifest = manifest(&read(own.join("manifest.json"))?)?;
    put("manifest.json", format!("{manifest:#}\n").as_bytes())?;
    let version = env!("CARGO_PKG_VERSION");
    for browser in BROWSERS {
        let archive = archive(&folder, &of_store(&manifest, browser))?;
        let path = dist.join(format!("newsmark-{browser}-{version}.zip"));
        fs::write(&path, archive).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(folder)
}

/// Takes an extension out of `dist` that was built before.
pub(crate) fn remove(dist: &Path) -> Result<()> {
    let folder = dist.join(FOLDER);
    if folder.is_dir() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    for name in files(dist).unwrap_or_default() {
        if name.starts_with("newsmark-") && name.ends_with(".zip") {
            fs::remove_file(dist.join(&name)).with_context(|| format!("cannot remove {name}"))?;
        }
    }
    Ok(())
}

/// The files of a folder itself, in order.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// The page with the extension's script in place of those that install it.
fn page(index: &str) -> Result<String> {
    let is_left_out = |line: &str| {
        LEFT_OUT
            .iter()
            .any(|begin| line.contains(&format!("\"{begin}")) || line.contains(&format!("/{begin}")))
            || line.contains("rel=\"apple-touch-icon\"")
    };
    let page: String =
        index.lines().filter(|line| !is_left_out(line)).map(|line| format!("{line}\n")).collect();
    let end = "</head>";
    ensure!(page.matches(end).count() == 1, "index.html has no end of its head");
    // Before the program, which is a module and so runs later: it must not listen in vain.
    Ok(page.replacen(end, "  <script src=\"bridge.js\"></script>\n  </head>", 1))
}

/// The manifest with the version and the page's own policy.
fn manifest(template: &[u8]) -> Result<Json> {
    let mut manifest: Json =
        serde_json::from_slice(template).context("extension/manifest.json is not in order")?;
    manifest["version"] = json!(env!("CARGO_PKG_VERSION"));
    manifest["content_security_policy"] = json!({ "extension_pages": policy::policy() });
    Ok(manifest)
}

/// The manifest without what is the other browser's.
fn of_store(manifest: &Json, browser: &str) -> Json {
    let mut own = manifest.clone();
    let is_firefox = browser == "firefox";
    if let Some(fields) = own.as_object_mut() {
        fields.retain(|key, _| {
            key != if is_firefox { "minimum_chrome_version" } else { "browser_specific_settings" }
        });
    }
    if let Some(fields) = own["background"].as_object_mut() {
        fields.retain(|key, _| key != if is_firefox { "service_worker" } else { "scripts" });
    }
    own
}

/// The folder as an archive, with another manifest.
fn archive(folder: &Path, manifest: &Json) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut out);
    for name in files(folder)? {
        let bytes = match name.as_str() {
            "manifest.json" => format!("{manifest:#}\n").into_bytes(),
            _ => fs::read(folder.join(&name)).with_context(|| format!("cannot read {name}"))?,
        };
        let packed = miniz_oxide::deflate::compress_to_vec(&bytes, 8);
        let (mut entry, config) =
            archive.new_file(&name).compression_method(CompressionMethod::DEFLATE).start()?;
        // What is counted and summed is what was there before it was packed.
        let mut writer = config.wrap(Packed { out: &mut entry, packed: Some(packed) });
        writer.write_all(&bytes)?;
        let (_, descriptor) = writer.finish()?;
        entry.finish(descriptor)?;
    }
    archive.finish()?;
    Ok(out)
}

/// Writes what was packed beforehand, once, whatever it is given.
struct Packed<W> {
    out: W,
    packed: Option<Vec<u8>>,
}

impl<W: std::io::Write> std::io::Write for Packed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if let Some(packed) = self.packed.take() {
            self.out.write_all(&packed)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own_manifest() -> Json {
        manifest(&fs::read(cmd::root().join("extension/manifest.json")).unwrap()).unwrap()
    }

    #[test]
    fn the_manifest_asks_for_nothing_else() {
        let manifest = own_manifest();
        assert_eq!(manifest["manifest_version"], 3);
        assert_eq!(manifest["permissions"], json!(["activeTab", "scripting", "storage"]));
        for key in [
            "host_permissions",
            "optional_host_permissions",
            "optional_permissions",
            "content_scripts",
            "externally_connectable",
            "web_accessible_resources",
            "sandbox",
        ] {
            assert!(manifest.get(key).is_none(), "{key}");
        }
        let policy = manifest["content_security_policy"]["extension_pages"].as_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
        assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
        assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn each_store_gets_its_own() {
        let manifest = own_manifest();
        let chromium = of_store(&manifest, "chromium");
        assert!(chromium.get("browser_specific_settings").is_none());
        assert_eq!(chromium["background"], json!({"service_worker": "background.js"}));
        let firefox = of_store(&manifest, "firefox");
        assert_eq!(firefox["background"], json!({"scripts": ["background.js"]}));
        assert!(firefox.get("minimum_chrome_version").is_none());
    }

    #[test]
    fn the_page_of_the_extension_installs_nothing() {
        let index = "<head>\n<link rel=\"manifest\" href=\"manifest.webmanifest\">\n<script src=\"./offline-1.js\"></script>\n<script src=\"./start-1.js\"></script>\n</head>";
        let page = page(index).unwrap();
        assert_eq!(
            page,
            "<head>\n<script src=\"./start-1.js\"></script>\n  <script src=\"bridge.js\"></script>\n  </head>\n"
        );
    }

    #[test]
    fn an_archive_is_read_again() {
        let folder = tempfile::TempDir::new().unwrap();
        fs::write(folder.path().join("a.js"), "again and again and again").unwrap();
        fs::write(folder.path().join("manifest.json"), "{}").unwrap();
        let bytes = archive(folder.path(), &json!({"a": 1})).unwrap();
        let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        let entries: Vec<_> = archive.entries().map(|entry| entry.unwrap()).collect();
        assert_eq!(entries.len(), 2);
        let entry = archive.get_entry(entries[0].wayfinder()).unwrap();
        let text = miniz_oxide::inflate::decompress_to_vec(entry.data()).unwrap();
        assert_eq!(text, b"again and again and again");
        assert_eq!(entries[0].uncompressed_size_hint(), 25);
    }
}
