//! The browser is killed while somebody works.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;
use tempfile::TempDir;

use super::main_job::open_first;
use crate::check;
use crate::driver::{self, Browser, Profile, Settings};
use crate::page::Page;

const KILLS: usize = 20;
/// How long the work goes on before the browser is killed: longer than it waits to write.
const WORK: Duration = Duration::from_secs(7);
/// What README says: what was stored so long before the kill is there, whatever Chromium had still
/// to write to disk.
const WRITTEN_AFTER: Duration = Duration::from_secs(10);

/// Killed twenty times in the middle of the work, the browser has each time, when it is started
/// again, all that had been saved for longer than it takes to write to disk; the article is whole,
/// and no later state is there without the earlier ones.
pub(crate) async fn survives_a_killed_browser(page: Page) -> Result<()> {
    let settings = Settings::from_environment(Browser::Chromium).map_err(anyhow::Error::msg)?;
    let folder = TempDir::with_prefix("newsmark-killed-")?;
    fs::create_dir(folder.path().join("downloads"))?;
    let start = async || {
        let driver = driver::start_in(&settings, Profile::Usual, folder.path()).await?;
        let page = Page { driver, downloads: folder.path().join("downloads"), ..page.clone() };
        page.open().await.map(|()| page)
    };

    let mut page = start().await?;
    page.paste("Article text", "Storm hits Lima.").await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    let mut states: Vec<(usize, Instant)> = Vec::new();
    let mut state = 0;
    let mut longest = Duration::ZERO;
    for kill in 0..KILLS {
        let begin = Instant::now();
        while begin.elapsed() < WORK {
            state += 1;
            rename(&page, state).await?;
            states.push((state, Instant::now()));
        }
        let killed = Instant::now();
        kill_browser(folder.path())?;
        // It cannot answer any more.
        let _ = page.driver.clone().quit().await;

        page = start().await?;
        open_first(&page).await.with_context(|| format!("after kill {kill}"))?;
        page.open_details().await?;
        page.find("textbox", "Title").await?;
        let title: String =
            page.js("return document.querySelector('.meta-fields .title').value", &[]).await?;
        let found = title.parse::<usize>().unwrap_or(0);
        check(found <= state, "nothing comes out of nowhere")?;
        let lost = states.iter().find(|(state, _)| *state > found);
        if let Some((_, saved)) = lost {
            longest = longest.max(killed - *saved);
            check(
                killed - *saved < WRITTEN_AFTER,
                &format!(
                    "kill {kill}: state {found} is there, {state} had been saved; lost after {:?}",
                    killed - *saved
                ),
            )?;
        }
        let unreadable = page.find_all("list", "Records that cannot be read").await?;
        check(unreadable.is_empty(), &format!("kill {kill}: a record was torn"))?;
        states.retain(|(state, _)| *state <= found);
        state = found;
    }
    // For who wants to know how long it was.
    let measured = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/lost-after-a-kill.txt");
    fs::write(measured, format!("{longest:?}\n"))?;
    page.driver.clone().quit().await.context("cannot end the browser session")
}

/// Gives the open article a title, and waits until the page says that it is saved.
async fn rename(page: &Page, state: usize) -> Result<()> {
    let script = "const title = document.querySelector('.meta-fields .title');
        title.value = arguments[0]; title.dispatchEvent(new Event('change', { bubbles: true })); return null";
    page.open_details().await?;
    page.find("textbox", "Title").await?;
    let () = page.js(script, &[json!(state.to_string())]).await?;
    let saved = "const key = Object.keys(localStorage).find(key => key.startsWith('newsmark:article:'));
        const header = JSON.parse(localStorage.getItem(key).split('\\t')[0]);
        const status = document.querySelector('[role=status]').innerText;
        return header.title === arguments[0] && status === 'Saved'";
    page.wait_for("the title to be saved", async || {
        Ok(page.js::<bool>(saved, &[json!(state.to_string())]).await?.then_some(()))
    })
    .await
}

/// Kills the browser that runs on the profile in `folder`, as a crash of the machine does.
fn kill_browser(folder: &Path) -> Result<()> {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    for entry in fs::read_dir("/proc").context("this journey needs /proc")? {
        let entry = entry?;
        let Ok(line) = fs::read(entry.path().join("cmdline")) else { continue };
        let words: Vec<_> = line.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect();
        // The browser itself: its children say of what type they are, and go with it.
        if words.iter().any(|word| *word == profile) && !words.iter().any(|word| word.starts_with("--type="))
        {
            let status = Command::new("kill").arg("-9").arg(entry.file_name()).status()?;
            return check(status.success(), "the browser could be killed");
        }
    }
    bail!("no browser runs with {profile}")
}
