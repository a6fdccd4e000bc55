//! `cargo xtask bench`: the benchmarks.

mod packages;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::assemble;
use crate::cmd::{self, cargo, run};
use crate::tools::{chromium, npm_packages};

/// Runs `cargo bench` with what the caller wrote after `bench`; with `--browser`, what takes the built
/// page and a browser, with `--packages` the command line and the packages, and with `--peers` the same on other
/// programs.
pub(crate) fn bench(args: &[String]) -> Result<()> {
    let asks = |flag: &str| args.iter().any(|arg| arg == flag);
    if asks("--packages") {
        let peers = asks("--peers").then(installed_peers).transpose()?;
        return packages::packages(peers.as_deref());
    }
    if !asks("--browser") {
        return run(cargo(["bench", "--bench", "extract", "--bench", "exchange"]).args(args));
    }
    assemble::build()?;
    let chromium = chromium::chromium()?;
    let driver = chromium.start()?;
    let mut command = cargo(["bench", "--bench", "browser"]);
    command
        .env("NEWSMARK_DIST", assemble::dist())
        .env("NEWSMARK_CHROMIUM", &chromium.browser)
        .env("NEWSMARK_WEBDRIVER", driver.url())
        .env("NO_PROXY", "127.0.0.1");
    if asks("--peers") {
        command.env("NEWSMARK_PEERS", peers()?);
    }
    run(&mut command)
}

/// The programs that Newsmark is measured beside, at the versions that its README tells of.
const PEERS: &[&str] = &[
    "wink-nlp@2.4.0",
    "wink-eng-lite-web-model@1.8.1",
    "compromise@14.17.0",
    "@microsoft/recognizers-text-suite@1.3.1",
    "@recogito/text-annotator@4.1.1",
    // Makes one script of each that a page can load.
    "esbuild@0.28.2",
];

/// A folder with the peers, from npm.
fn installed_peers() -> Result<PathBuf> {
    npm_packages::install("peers-1", PEERS)
}

/// A folder with a script for each peer.
fn peers() -> Result<PathBuf> {
    let folder = installed_peers()?;
    let built = folder.join("built");
    let bundler = folder.join("node_modules/.bin/esbuild");
    let entry = cmd::root().join("benches/browser/peers.js");
    std::fs::copy(&entry, folder.join("peers.js")).context("cannot copy peers.js")?;
    let mut esbuild = Command::new(bundler);
    run(esbuild
        .args(["peers.js", "--bundle", "--format=iife", "--platform=browser", "--log-level=error"])
        // One of them calls a script that defines a global its module for browsers.
        .args(["--main-fields=module,main", "--define:global=window", "--outfile=built/peers.js"])
        .current_dir(&folder))?;
    let style = "node_modules/@recogito/text-annotator/dist/text-annotator.css";
    std::fs::copy(folder.join(style), built.join("text-annotator.css")).context("cannot copy the style")?;
    Ok(built)
}
