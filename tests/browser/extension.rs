//! The browser extension, loaded as people load it unpacked; its button is pressed by the browser itself, so that it has
//! no more rights than a person gives it by that press.

use std::cell::RefCell;
use std::fs;
use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{RequestData, SessionId, WindowHandle};
use tungstenite::Message;
use tungstenite::stream::MaybeTlsStream;

use crate::driver::{Browser, extension};
use crate::page::Page;

type Socket = tungstenite::WebSocket<MaybeTlsStream<TcpStream>>;

/// The id in the manifest, by which Firefox knows it.
const ID: &str = "newsmark@newsmark.example";

/// The extension in a running browser.
pub(crate) struct Extension {
    page: Page,
    /// What Firefox asks for is told here; Chromium's log is the driver's (`watch`).
    requests: Option<RefCell<Events>>,
    /// Its address there: `chrome-extension://ID/`.
    pub(crate) home: String,
    id: String,
}

impl Extension {
    /// Installs it where the browser was not started with it.
    pub(crate) async fn install(page: &Page) -> Result<Extension> {
        if page.browser == Browser::Firefox {
            let requests = Some(RefCell::new(Events::listen(page)?));
            let path = extension().context("NEWSMARK_EXTENSION is not set")?;
            let tools = FirefoxTools::new(page.driver.handle().clone());
            tools.install_addon(path.to_str().context("the folder is no UTF-8")?, Some(true)).await?;
            let script = format!("return WebExtensionPolicy.getByID('{ID}').mozExtensionHostname");
            let host = chrome(page, "sync", &script).await?;
            let home = format!("moz-extension://{}/", host.as_str().context("no host")?);
            return Ok(Extension { page: page.clone(), requests, home, id: ID.to_owned() });
        }
        let mut devtools = Devtools::connect(page)?;
        let all = devtools.ask("Extensions.getExtensions", json!({}))?;
        let own = all["extensions"].as_array().into_iter().flatten().find(|it| it["name"] == "Newsmark");
        let id = own.and_then(|it| it["id"].as_str()).context("the extension is not loaded")?.to_owned();
        Ok(Extension { page: page.clone(), requests: None, home: format!("chrome-extension://{id}/"), id })
    }

    /// Presses its button on the tab that is in front.
    pub(crate) async fn press(&self) -> Result<()> {
        if self.page.browser == Browser::Firefox {
            let script = format!(
                "const done = arguments[0];
                const {{ ExtensionParent }} = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
                const {{ extension }} = WebExtensionPolicy.getByID('{ID}');
                const action = ExtensionParent.apiManager.global.browserActionFor(extension);
                Promise.resolve(action.triggerAction(window)).then(() => done(true), (error) => done(String(error)));"
            );
            let done = chrome(&self.page, "async", &script).await?;
            if done != json!(true) {
                bail!("the button was not pressed: {done}");
            }
            return Ok(());
        }
        // A page may be such that the driver cannot ask it where it is: then it is the one tab that is not ours.
        let url = self.page.driver.current_url().await.ok();
        let is_it = |it: &Value| match (&url, it["url"].as_str()) {
            (Some(url), Some(own)) => own == url.as_str(),
            (None, Some(own)) => !own.starts_with(&self.home),
            _ => false,
        };
        let mut devtools = Devtools::connect(&self.page)?;
        let all = devtools.ask("Target.getTargets", json!({ "filter": [{ "type": "tab" }] }))?;
        let tab = all["targetInfos"].as_array().into_iter().flatten().rfind(|it| is_it(it));
        let target = tab
            .and_then(|it| it["targetId"].as_str())
            .with_context(|| format!("no tab with {url:?}: {all}"))?;
        devtools.ask("Extensions.triggerAction", json!({ "id": self.id, "targetId": target })).map(drop)
    }

    /// Fails where Firefox has asked for anything that is neither the site's nor the extension's. What Chromium asks for is
    /// looked at after every journey.
    pub(crate) fn asks_nobody_else(&self) -> Result<()> {
        let Some(requests) = &self.requests else { return Ok(()) };
        let asked = requests.borrow_mut().requests()?;
        ensure!(!asked.is_empty(), "the log of requests is empty, though pages were opened");
        let site = self.page.site.url();
        let is_ours = |url: &String| {
            let schemes = ["about:", "blob:", "chrome:", "data:", "resource:"];
            url.starts_with(&site)
                || url.starts_with(&self.home)
                || schemes.iter().any(|scheme| url.starts_with(scheme))
        };
        let strangers: Vec<_> = asked.into_iter().filter(|url| !is_ours(url)).collect();
        ensure!(strangers.is_empty(), "requests that leave the page: {strangers:#?}");
        Ok(())
    }

    /// Presses the button and goes to the tab that opens.
    pub(crate) async fn press_and_follow(&self) -> Result<WindowHandle> {
        let before = self.page.driver.windows().await?;
        self.press().await?;
        let opened = self
            .page
            .wait_for("a tab of Newsmark", async || {
                let now = self.page.driver.windows().await?;
                Ok(now.into_iter().find(|window| !before.contains(window)))
            })
            .await?;
        self.page.driver.switch_to_window(opened.clone()).await?;
        Ok(opened)
    }
}

/// The requests of all of Firefox's tabs, as they happen.
struct Events {
    socket: Socket,
    urls: Vec<String>,
}

impl Events {
    fn listen(page: &Page) -> Result<Events> {
        let capabilities = page.driver.handle().capabilities();
        let address = capabilities.get("webSocketUrl").and_then(Value::as_str);
        let (mut socket, _) = tungstenite::connect(address.context("Firefox names no address")?)?;
        let params = json!({ "events": ["network.beforeRequestSent"] });
        let command = json!({ "id": 1, "method": "session.subscribe", "params": params });
        socket.send(Message::text(command.to_string()))?;
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(Duration::from_millis(300)))?;
        }
        Ok(Events { socket, urls: Vec::new() })
    }

    /// All addresses so far.
    fn requests(&mut self) -> Result<Vec<String>> {
        loop {
            let text = match self.socket.read() {
                Ok(Message::Text(text)) => text,
                Ok(_) => continue,
                // Nothing more has happened.
                Err(tungstenite::Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    return Ok(self.urls.clone());
                }
                Err(error) => return Err(error.into()),
            };
            let event: Value = serde_json::from_str(&text)?;
            if let Some(error) = event.get("error") {
                bail!("Firefox tells no requests: {error}");
            }
            self.urls.extend(event.pointer("/params/request/url").and_then(Value::as_str).map(str::to_owned));
        }
    }
}

/// Runs a script in Firefox's own window.
async fn chrome(page: &Page, kind: &'static str, script: &str) -> Result<Value> {
    let handle = page.driver.handle();
    handle.cmd(Raw { path: "moz/context".into(), body: json!({ "context": "chrome" }) }).await?;
    let body = json!({ "script": script, "args": [] });
    let done = handle.cmd(Raw { path: format!("execute/{kind}"), body }).await;
    handle.cmd(Raw { path: "moz/context".into(), body: json!({ "context": "content" }) }).await?;
    Ok(done?.value()?)
}

/// A command of WebDriver as it is.
#[derive(Debug)]
struct Raw {
    path: String,
    body: Value,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let method = "POST".parse().expect("POST is a method");
        RequestData::new(method, format!("session/{session}/{}", self.path)).add_body(self.body.clone())
    }
}

/// Chromium's own protocol at the level of the whole browser, which ChromeDriver does not pass on.
struct Devtools {
    socket: Socket,
    count: u64,
}

impl Devtools {
    fn connect(page: &Page) -> Result<Devtools> {
        let profile = page.downloads.parent().context("no profile")?.join("profile");
        let written =
            fs::read_to_string(profile.join("DevToolsActivePort")).context("Chromium names no port")?;
        let (port, path) = written.split_once('\n').context("Chromium names no path")?;
        let (socket, _) = tungstenite::connect(format!("ws://127.0.0.1:{}{}", port.trim(), path.trim()))
            .context("cannot connect to Chromium")?;
        Ok(Devtools { socket, count: 0 })
    }

    fn ask(&mut self, method: &str, params: Value) -> Result<Value> {
        self.count += 1;
        let command = json!({ "id": self.count, "method": method, "params": params });
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            let Message::Text(text) = self.socket.read()? else { continue };
            let answer: Value = serde_json::from_str(&text)?;
            if answer["id"] != self.count {
                continue;
            }
            if let Some(error) = answer.get("error") {
                bail!("{method}: {error}");
            }
            return Ok(answer["result"].clone());
        }
    }
}
