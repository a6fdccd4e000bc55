//! `cargo xtask test`: everything that can say that Newsmark works.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::cmd::{self, cargo, run};
use crate::packages::{Standard, npm, python};
use crate::tools::{axe, chromium, firefox};
use crate::{assemble, check, corpus, extension, other_programs, single_file};

/// Runs the checks, the native tests, the build and the browser tests, then prints a summary.
///
/// A failing step does not keep the others from running, so that one run tells all; only the
/// browser tests need the build.
pub(crate) fn test() -> Result<()> {
    let mut steps = Steps::default();
    steps.run("check", check::check);
    steps.run("native tests", || run(&mut cargo(["test", "--workspace"])));
    let corpus = corpus::write()?;
    steps.run("npm package", || npm::test(&Standard::new(&corpus)?, false));
    steps.run("Python package", || python::test(&Standard::new(&corpus)?));
    steps.run("other programs", || other_programs::test(&Standard::new(&corpus)?));
    if steps.run("build, with Trunk and without", built) {
        steps.run("browser tests", || browser_tests(&corpus));
    }
    steps.summary()
}

fn built() -> Result<()> {
    assemble::build_both_ways()?;
    single_file::write(&assemble::dist())?;
    // Readability comes from npm.
    match cmd::which("npm") {
        Some(_) => extension::write(&assemble::dist()).map(drop),
        None => {
            eprintln!("Without npm there is no extension: it is not tested.");
            Ok(())
        }
    }
}

/// The tests in a headless browser, on the files in `dist/`.
fn browser_tests(corpus: &Path) -> Result<()> {
    let chromium = chromium::chromium()?;
    let driver = chromium.start()?;
    let mut tests = cargo(["test", "--test", "browser"]);
    tests
        .env("NEWSMARK_DIST", assemble::dist())
        .env("NEWSMARK_CORPUS", corpus)
        .env("NEWSMARK_CHROMIUM", &chromium.browser)
        .env("NEWSMARK_WEBDRIVER", driver.url())
        // A proxy would be asked for the driver otherwise.
        .env("NO_PROXY", "127.0.0.1");
    let extended = assemble::dist().join("extension");
    if extended.is_dir() {
        tests.env("NEWSMARK_EXTENSION", extended);
    }
    if let Some(script) = axe::axe()? {
        tests.env("NEWSMARK_AXE", script);
    }
    if let Some(firefox) = firefox::firefox()? {
        tests.env("NEWSMARK_FIREFOX", &firefox.browser).env("NEWSMARK_GECKODRIVER", &firefox.driver);
    }
    run(&mut tests)
}

/// The steps so far, each with its time and what went wrong.
#[derive(Default)]
struct Steps(Vec<(&'static str, Duration, Option<anyhow::Error>)>);

impl Steps {
    /// Runs a step; says whether it went well.
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        eprintln!("\n=== {name} ===");
        let start = Instant::now();
        let error = step().err();
        if let Some(error) = &error {
            eprintln!("error: {error:#}");
        }
        let passed = error.is_none();
        self.0.push((name, start.elapsed(), error));
        passed
    }

    /// Prints what passed and what failed; an error if anything did.
    fn summary(self) -> Result<()> {
        println!("\n=== summary ===");
        for (name, time, error) in &self.0 {
            let verdict = if error.is_none() { "passed" } else { "FAILED" };
            println!("{verdict}  {name} ({})", cmd::duration(*time));
            if let Some(error) = error {
                println!("        {error:#}");
            }
        }
        let failed = self.0.iter().filter(|(_, _, error)| error.is_some()).count();
        println!("steps: {} passed, {failed} failed", self.0.len() - failed);
        if failed > 0 {
            bail!("not all went well: see the summary above");
        }
        Ok(())
    }
}
