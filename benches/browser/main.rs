//! The page in a browser: how fast WebAssembly reads beside native code, and how long people wait.
//!
//! `cargo xtask bench --browser` builds the page, starts ChromeDriver and runs this; with `--peers`
//! other programs do what they can of the same in the same browser. A plain `cargo bench` has
//! neither and says so.

#[path = "../../tests/browser/driver.rs"]
#[allow(dead_code, reason = "the journeys start browsers in more ways")]
mod driver;
mod texts;

use std::env;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use newsmark::extract::extract;
use newsmark::formats::suggestions_json;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use xtask::static_server::Server;

use crate::driver::Settings;

/// How often native code and the browser have their turn, and how often each reads in one turn.
const TURNS: usize = 5;
const RUNS: usize = 3;
/// How often an article is opened anew.
const OPENED: usize = 5;

/// Sizes in bytes, each with how many annotations.
const ARTICLES: [(usize, usize); 3] = [(5_000, 60), (100_000, 1_000), (1_000_000, 10_000)];

fn main() -> Result<()> {
    let settings = match Settings::from_environment(driver::Browser::Chromium) {
        Ok(settings) => settings,
        Err(reason) => return say(&format!("no benchmark in the browser: {reason}")),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(run(&settings))
}

async fn run(settings: &Settings) -> Result<()> {
    let (driver, _profile) = driver::start(settings, driver::Profile::Usual).await?;
    // Some peers take their time.
    driver.set_script_timeout(Duration::from_secs(900)).await?;
    let result = match measure(&driver, settings).await {
        Ok(()) => match env::var_os("NEWSMARK_PEERS") {
            Some(folder) => peers(&driver, Path::new(&folder)).await,
            None => Ok(()),
        },
        failed => failed,
    };
    driver.quit().await.context("cannot end the browser session")?;
    result
}

async fn measure(driver: &WebDriver, settings: &Settings) -> Result<()> {
    let script = json!({ "source": include_str!("measure.js") });
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    let server = Server::start(&settings.dist, 0).context("cannot serve the page")?;
    driver.goto(server.url()).await?;
    let first: f64 = js(driver, "newsmarkBench.load()", &[]).await?;
    driver.refresh().await?;
    let again: f64 = js(driver, "newsmarkBench.load()", &[]).await?;
    say(&format!("\nstart to the paste box: {first:.0} ms at the first visit, {again:.0} ms at the next"))?;

    say("\nextraction, text in and JSON out             MB/s   first run")?;
    let text = texts::news(2_000_000);
    // In turn, so that what else the machine does falls on both.
    let (mut native, mut wasm) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        for _ in 0..RUNS {
            let start = Instant::now();
            let published = "2024-07-02".parse().ok();
            black_box(suggestions_json(&text, &extract(black_box(&text), published)));
            native.push(start.elapsed().as_secs_f64() * 1e3);
        }
        let given = [json!(text), json!(RUNS)];
        wasm.extend(js::<Vec<f64>>(driver, "newsmarkBench.extract(...given)", &given).await?);
    }
    let (native_speed, wasm_speed) = (speed(&text, &native), speed(&text, &wasm));
    say(&row("native, 2 MB of news", &text, &native))?;
    say(&row("in the browser", &text, &wasm))?;
    say(&format!("  the browser has {:.0} % of the native speed", 100.0 * wasm_speed / native_speed))?;

    for (bytes, marks) in ARTICLES {
        say(&format!("\n{} kB with about {marks} annotations, in ms unless said", bytes / 1_000))?;
        for (what, time) in article(driver, &texts::article(bytes, marks)).await? {
            say(&format!("  {what:30}{time:>16}"))?;
        }
    }
    Ok(())
}

/// The views of facts: what they are called, and how long a frame takes there.
const VIEWS: [(&str, &str); 3] = [
    ("Check sheet", "  scroll frame there"),
    ("Who said what", "  scroll frame there"),
    ("Timeline", "  scroll frame there"),
];

/// What a person does with one article: what, and how long it takes.
async fn article(driver: &WebDriver, text: &str) -> Result<Vec<(&'static str, String)>> {
    let ms = |value: &Value, name: &str| format!("{:.0}", value[name].as_f64().unwrap_or(f64::NAN));
    let both = |value: &Value| format!("{} / {}", ms(value, "median"), ms(value, "p95"));
    let pasted: Value = js(driver, "newsmarkBench.paste(...given)", &[json!(text)]).await?;
    let added: Value = js(driver, "newsmarkBench.add(60)", &[]).await?;
    let stepped: Value = js(driver, "newsmarkBench.step(30)", &[]).await?;
    let accepted: Value = js(driver, "newsmarkBench.accept(30)", &[]).await?;
    let grown: Value = js(driver, "newsmarkBench.grow(30)", &[]).await?;
    let found: Value = js(driver, "newsmarkBench.find('the minister of the country')", &[]).await?;
    let all: Value = js(driver, "newsmarkBench.markAll(9)", &[]).await?;
    let scrolled: Value = js(driver, "newsmarkBench.scroll(200)", &[]).await?;
    let mut views = Vec::new();
    for (name, scrolled) in VIEWS {
        let opened: Value = js(driver, "newsmarkBench.view(...given)", &[json!(name), json!(5)]).await?;
        let frame: Value = js(driver, "newsmarkBench.scroll(100)", &[]).await?;
        views.extend([(name, both(&opened)), (scrolled, both(&frame))]);
    }
    let _: Value = js(driver, "newsmarkBench.view(...given)", &[json!("Read"), json!(1)]).await?;
    let memory: Value = js(driver, "newsmarkBench.memory()", &[]).await?;
    let mut opened = Vec::new();
    for _ in 0..OPENED {
        let one: Value = js(driver, "newsmarkBench.reopen()", &[]).await?;
        opened.extend(one["first"].as_f64());
    }
    let mut rows = vec![
        ("marks found", ms(&pasted, "marks")),
        ("paste to first marks", ms(&pasted, "first")),
        ("paste to all marks", ms(&pasted, "whole")),
        ("paste to Saved", ms(&pasted, "saved")),
        ("longest task", ms(&pasted, "longest")),
        ("longest after paint", ms(&pasted, "longestAfter")),
        ("open a stored one, median", format!("{:.0}", median(&opened))),
        ("add, median / p95", both(&added)),
        ("add to Saved", both(&added["saved"])),
        ("next, median / p95", both(&stepped)),
        ("accept, median / p95", both(&accepted)),
        ("grow, median / p95", both(&grown)),
        ("find as you type", both(&found)),
        ("mark all, occurrences", ms(&all, "occurrences")),
        ("mark all, median / p95", both(&all)),
        ("scroll frame", both(&scrolled)),
        ("heap + program, MB", format!("{} + {}", ms(&memory, "heap"), ms(&memory, "wasm"))),
    ];
    rows.extend(views);
    Ok(rows)
}

/// The same of other programs.
async fn peers(driver: &WebDriver, built: &Path) -> Result<()> {
    const PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Peers</title>\
        <link rel=stylesheet href=text-annotator.css><main></main><script src=peers.js></script>";
    let site = TempDir::new()?;
    for entry in fs::read_dir(built).with_context(|| format!("cannot read {}", built.display()))? {
        let path = entry?.path();
        let name: PathBuf = path.file_name().context("a file has a name")?.into();
        fs::copy(&path, site.path().join(name))?;
    }
    fs::write(site.path().join("index.html"), PAGE)?;
    let server = Server::start(site.path(), 0).context("cannot serve the peers")?;
    driver.goto(server.url()).await?;
    say("\nother programs in the same browser           MB/s   first run")?;
    // By how much each can read in a few seconds; the last takes minutes for a megabyte.
    for (name, bytes, runs) in
        [("wink-nlp", 2_000_000, TURNS * RUNS), ("compromise", 50_000, 3), ("Recognizers-Text", 10_000, 3)]
    {
        let text = texts::news(bytes);
        let given = [json!(name), json!(text), json!(runs)];
        let times: Vec<f64> = js(driver, "newsmarkPeers.extract(...given)", &given).await?;
        say(&row(&format!("{name}, {} kB", bytes / 1_000), &text, &times))?;
    }
    let text = texts::article(1_000_000, 10_000);
    let shown: Value = js(driver, "newsmarkPeers.annotator(...given)", &[json!(text), json!(10_000)]).await?;
    let ms = |name: &str| shown[name].as_f64().unwrap_or(f64::NAN);
    say(&format!(
        "  Recogito, 1 MB with 10,000 annotations: show {:.0} ms, add {:.0} / {:.0} ms, scroll frame {:.0} ms (p95)",
        ms("show"),
        ms("add"),
        ms("addP95"),
        ms("scroll")
    ))
}

/// Runs JavaScript in the page, an expression with `given`, and waits for what it promises.
async fn js<T: DeserializeOwned>(driver: &WebDriver, expression: &str, given: &[Value]) -> Result<T> {
    let script = format!(
        "const [given, done] = arguments;
        (async () => {expression})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    );
    let answer = driver.execute_async(script, vec![json!(given)]).await?;
    let answer = answer.json();
    anyhow::ensure!(answer.get("error").is_none(), "{expression}: {}", answer["error"]);
    serde_json::from_value(answer["value"].clone()).with_context(|| format!("unexpected: {answer}"))
}

fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Megabytes a second, by the median.
fn speed(text: &str, times: &[f64]) -> f64 {
    text.len() as f64 / 1e3 / median(times)
}

fn row(name: &str, text: &str, times: &[f64]) -> String {
    let first = text.len() as f64 / 1e3 / times[0];
    format!("  {name:38}{:>9.3}{first:>12.3}", speed(text, times))
}

fn say(line: &str) -> Result<()> {
    Ok(writeln!(io::stdout().lock(), "{line}")?)
}
