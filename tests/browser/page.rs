//! The page as a person has it before them: opened, looked over, waited for, operated.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver, WebElement};

use crate::driver::{self, Browser, NARROW, Profile, Settings};
use crate::server::Site;

/// How long anything may take before a journey gives up on it.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often a condition is looked at.
const INTERVAL: Duration = Duration::from_millis(40);

/// A browser tab and the site that it shows; clones are the same tab.
#[derive(Clone)]
pub(crate) struct Page {
    /// The session, for what the helpers here do not cover.
    pub(crate) driver: WebDriver,
    /// The page's own web server.
    pub(crate) site: Site,
    /// Where the browser puts what it downloads.
    pub(crate) downloads: PathBuf,
    pub(crate) browser: Browser,
    pub(crate) profile: Profile,
    /// The page's address: that of its site, if it is not opened from elsewhere.
    pub(crate) home: String,
    /// What the names of its pictures begin with; where it is not empty, one picture is enough, since
    /// the others are those of another journey.
    pub(crate) pictures: String,
}

impl Page {
    /// Opens the page and waits until the program runs.
    pub(crate) async fn open(&self) -> Result<()> {
        self.driver.goto(&self.home).await.with_context(|| format!("cannot open {}", self.home))?;
        self.wait_for("the program to start", async || {
            Ok(self.js::<bool>("return 'wasmBindings' in window", &[]).await?.then_some(()))
        })
        .await?;
        // So that every journey reads with the name model, however quick it is.
        let is_ready: bool = self.js("return wasmBindings.ready().then(() => true)", &[]).await?;
        ensure!(is_ready, "the name model is not there");
        Ok(())
    }

    /// Opens a path of the site and waits for no more than the document.
    pub(crate) async fn open_path(&self, path: &str) -> Result<()> {
        let url = format!("{}{path}", self.site.url());
        self.driver.goto(&url).await.with_context(|| format!("cannot open {url}"))
    }

    /// Looks again and again until `look` finds something; fails when patience is at its end.
    ///
    /// Errors of `look` count as "not yet", since elements come and go while the page changes.
    pub(crate) async fn wait_for<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let seen = look().await;
            match seen {
                Ok(Some(found)) => return Ok(found),
                Ok(None) if Instant::now() > deadline => bail!("waited {PATIENCE:?} in vain for {what}"),
                Err(error) if Instant::now() > deadline => {
                    return Err(error.context(format!("waited {PATIENCE:?} in vain for {what}")));
                }
                _ => tokio::time::sleep(INTERVAL).await,
            }
        }
    }

    /// Waits for what takes long, several times as patiently.
    pub(crate) async fn wait_long<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        for _ in 0..8 {
            if let Ok(found) = self.wait_for(what, &mut look).await {
                return Ok(found);
            }
        }
        self.wait_for(what, look).await
    }

    /// Makes a new article of this text.
    pub(crate) async fn paste_new(&self, text: &str) -> Result<()> {
        self.click("New article").await?;
        self.paste("Article text", text).await?;
        self.click("Annotate").await
    }

    /// The same page in a browser of somebody else, with a profile of its own; both last as long as what comes with it.
    pub(crate) async fn another_profile(&self) -> Result<(Page, (TempDir, Settings))> {
        let settings = Settings::from_environment(self.browser).map_err(|reason| anyhow!(reason))?;
        let (driver, folder) = driver::start(&settings, self.profile).await?;
        let downloads = folder.path().join("downloads");
        Ok((Page { driver, downloads, ..self.clone() }, (folder, settings)))
    }

    /// Fails where something is wider than the viewport, or the viewport is not as wide as it should be.
    pub(crate) async fn fits(&self) -> Result<()> {
        let widths = "return [innerWidth, document.documentElement.scrollWidth, document.body.scrollWidth]";
        let [width, document, body]: [u32; 3] = self.js(widths, &[]).await?;
        ensure!(self.profile != Profile::Narrow || width == NARROW.0, "the viewport is {width} pixels wide");
        ensure!(document.max(body) <= width, "{document} and {body} pixels in a viewport of {width}");
        let script = "const it = document.querySelector('dialog[open]'); return it ? [it.scrollWidth, it.clientWidth] : [0, 0]";
        let [content, dialog]: [u32; 2] = self.js(script, &[]).await?;
        ensure!(content <= dialog, "{content} pixels in a dialog of {dialog}");
        Ok(())
    }

    /// Runs JavaScript, the body of a function whose `arguments` are these, and returns its value.
    pub(crate) async fn js<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let value = self.driver.execute(script, arguments.to_vec()).await?;
        value.convert().with_context(|| format!("unexpected value {} of: {script}", value.json()))
    }

    /// The one element with that role and accessible name; waits until there is just one.
    ///
    /// `roles` may name several, separated by spaces: any of them will do. Role and name are what
    /// the browser itself tells assistive technology.
    pub(crate) async fn find(&self, roles: &str, name: &str) -> Result<WebElement> {
        self.wait_for(&format!("the {roles} \"{name}\""), async || {
            let mut found = self.find_all(roles, name).await?;
            if found.len() > 1 {
                bail!("there are {} with the role {roles} and the name \"{name}\"", found.len());
            }
            Ok(found.pop())
        })
        .await
    }

    /// All elements that have that role and accessible name now, in document order.
    pub(crate) async fn find_all(&self, roles: &str, name: &str) -> Result<Vec<WebElement>> {
        let arguments = vec![json!(roles), json!(name)];
        let candidates = self.driver.execute(CANDIDATES, arguments).await?.elements()?;
        let mut found = Vec::new();
        for element in candidates {
            let role = self.computed(&element, "computedrole").await?;
            let label = self.computed(&element, "computedlabel").await?;
            // Line breaks and indents in the document are part of the computed name.
            let right_name = label.split_whitespace().eq(name.split_whitespace());
            if right_name && roles.split_whitespace().any(|wanted| wanted == role) {
                found.push(element);
            }
        }
        Ok(found)
    }

    /// The button of that name.
    pub(crate) async fn button(&self, name: &str) -> Result<WebElement> {
        self.find("button", name).await
    }

    /// Opens the menu in which the button of that name lives, if it lives in one and that is not open.
    async fn open_home(&self, name: &str) -> Result<()> {
        let homes: &[&str] = match name {
            "Export" | "Share a link" => &["Share"],
            "New article" | "Commands" | "Keyboard" | "Merge" | "Agreement" | "Update text" | "History"
            | "Labels" | "Show on the page" | "Accept all" | "Reject all" | "Read again" | "Import"
            | "Search" | "Storage" => &["More"],
            // In a narrow window there is no room for it in the bar.
            "Redo" | "Share" if self.js::<bool>("return innerWidth <= 832", &[]).await? => &["More"],
            _ => return Ok(()),
        };
        for home in homes {
            let is_there = !self.find_all("button", name).await?.is_empty();
            if !is_there {
                // In a narrow window the menu Share is opened from the menu More.
                if *home == "Share" && self.find_all("button", home).await?.is_empty() {
                    self.button("More").await?.click().await?;
                }
                self.button(home).await?.click().await?;
            }
        }
        Ok(())
    }

    /// Clicks the button of that name, once it can be clicked; where it lives in a menu, opens that first.
    pub(crate) async fn click(&self, name: &str) -> Result<()> {
        self.open_home(name).await?;
        self.wait_for(&format!("the button \"{name}\" to be clickable"), async || {
            let button = self.button(name).await?;
            if !button.is_enabled().await? {
                return Ok(None);
            }
            if button.click().await.is_ok() {
                return Ok(Some(()));
            }
            // What a notice covers is scrolled out from under it, as a person does.
            let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); return null";
            let () = self.js(script, &[button.to_json()?]).await?;
            Ok(Some(button.click().await?))
        })
        .await
    }

    /// Fills the text box of that name at one go, as pasting does.
    ///
    /// Typing key by key, as WebDriver does it, takes seconds for an article.
    pub(crate) async fn paste(&self, name: &str, text: &str) -> Result<()> {
        let element = self.find("textbox", name).await?;
        element.focus().await?;
        match self.browser {
            Browser::Chromium => {
                self.driver.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
            }
            Browser::Firefox => {
                let script = "document.execCommand('insertText', false, arguments[0])";
                self.driver.execute(script, vec![json!(text)]).await?;
            }
        }
        Ok(())
    }

    /// Waits until the element of that role (like `status` or `alert`) shows the text.
    pub(crate) async fn wait_for_text(&self, role: &str, text: &str) -> Result<()> {
        let script = "return [...document.querySelectorAll(`[role=${arguments[0]}]`)].map(e => e.innerText)";
        let mut last = Vec::new();
        let result = self
            .wait_for(&format!("\"{text}\" in a {role}"), async || {
                last = self.js::<Vec<String>>(script, &[json!(role)]).await?;
                Ok(last.iter().any(|shown| shown.contains(text)).then_some(()))
            })
            .await;
        result.with_context(|| format!("shown with the role {role}: {last:?}"))
    }

    /// Waits until a notice says so.
    pub(crate) async fn notice_says(&self, text: &str) -> Result<()> {
        self.wait_for(&format!("a notice: {text}"), async || {
            let script = "return [...document.querySelectorAll('.notice')].map(it => it.innerText).join(' ')";
            Ok(self.js::<String>(script, &[]).await?.contains(text).then_some(()))
        })
        .await
    }

    /// Waits for a complete download whose name ends so, and returns its path.
    pub(crate) async fn download(&self, ending: &str) -> Result<PathBuf> {
        self.wait_for(&format!("a download *{ending}"), async || {
            // Unfinished ones have the ending .crdownload.
            let paths = fs::read_dir(&self.downloads)?.map(|entry| entry.map(|entry| entry.path()));
            let paths = paths.collect::<std::io::Result<Vec<_>>>()?;
            // Firefox makes the file when it begins.
            let is_whole = !paths.iter().any(|path| path.to_string_lossy().ends_with(".part"));
            let found = paths.into_iter().find(|path| path.to_string_lossy().ends_with(ending));
            Ok(found.filter(|path| is_whole && path.metadata().is_ok_and(|data| data.len() > 0)))
        })
        .await
    }

    /// What the page has said to the console since the last call: `LEVEL message`.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        // geckodriver has no log of the console.
        if self.browser == Browser::Firefox {
            return Ok(Vec::new());
        }
        let entries = self.driver.browser_log().await?;
        Ok(entries.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// The errors among what the page has said to the console since the last call.
    pub(crate) async fn console_errors(&self) -> Result<Vec<String>> {
        let mut said = self.console().await?;
        said.retain(|line| line.starts_with("SEVERE"));
        Ok(said)
    }

    /// Asks the driver for the role or the name that the browser has computed for an element.
    pub(crate) async fn computed(&self, element: &WebElement, what: &'static str) -> Result<String> {
        let request = Computed { element: element.element_id().to_string(), what };
        Ok(self.driver.handle().cmd(request).await?.value()?)
    }
}

/// The WebDriver commands "Get Computed Role" and "Get Computed Label".
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let uri = format!("session/{session}/element/{}/{}", self.element, self.what);
        RequestData::new("GET".parse().expect("GET is a method"), uri)
    }
}

/// Visible elements that may have one of the roles and whose name may be the one asked for: a
/// quick look that leaves the browser few elements to compute the real answers for.
const CANDIDATES: &str = r#"
    const [roles, name] = arguments;
    const native = {
        article: "article", button: "button, summary, input[type=button], input[type=submit]",
        checkbox: "input[type=checkbox]", combobox: "select, input[list]", dialog: "dialog",
        heading: "h1, h2, h3, h4, h5, h6", link: "a[href]", list: "ul, ol, menu", listitem: "li",
        listbox: "select", main: "main", meter: "meter", navigation: "nav", option: "option", radio: "input[type=radio]",
        region: "section", searchbox: "input[type=search]", spinbutton: "input[type=number]",
        status: "output", table: "table", textbox: "textarea, input, [contenteditable]",
    };
    const selector = roles.split(/\s+/)
        .map(role => `[role~="${role}"]` + (native[role] ? ", " + native[role] : "")).join(", ");
    const plain = text => (text ?? "").replace(/\s+/g, "");
    const wanted = plain(name);
    const byId = ids => (ids ?? "").split(/\s+/).map(id => document.getElementById(id)?.textContent ?? "").join("");
    return [...document.querySelectorAll(selector)].filter(element =>
        element.checkVisibility({ visibilityProperty: true }) && [
            element.getAttribute("aria-label"), byId(element.getAttribute("aria-labelledby")),
            element.textContent, element.title, element.placeholder, element.value,
            ...[...(element.labels ?? [])].map(label => label.textContent),
        ].some(text => plain(text).includes(wanted)));
"#;
