//! Pictures of the page, for people to look at: `target/screenshots/NAME.png`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::page::Page;

/// The colours that the person has asked their system for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Page {
    /// Sets the size of the viewport, in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Sets what `prefers-color-scheme` says.
    pub(crate) async fn prefer(&self, scheme: Scheme) -> Result<()> {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        // Without transitions, so that nothing is looked at halfway.
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": value },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// Takes a picture of what the viewport shows now, and returns its path.
    pub(crate) async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        fs::create_dir_all(&folder).context("cannot make the folder for screenshots")?;
        let path = folder.join(format!("{name}.png"));
        self.painted().await?;
        self.driver.screenshot(&path).await.with_context(|| format!("no picture {}", path.display()))?;
        Ok(path)
    }

    /// Takes pictures at desktop and telephone size, light and dark: `NAME-1280-light.png` ...
    pub(crate) async fn screenshots(&self, name: &str) -> Result<()> {
        if !self.pictures.is_empty() {
            return self.screenshot(&format!("{}-{name}", self.pictures)).await.map(drop);
        }
        for (width, height) in [(1280, 900), (390, 844)] {
            self.resize(width, height).await?;
            for (scheme, word) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
                self.prefer(scheme).await?;
                self.screenshot(&format!("{name}-{width}-{word}")).await?;
            }
        }
        self.prefer(Scheme::Light).await?;
        self.resize(1280, 900).await
    }

    /// Waits until the browser has painted what the page is now.
    async fn painted(&self) -> Result<()> {
        let script =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.driver.execute_async(script, Vec::new()).await?;
        Ok(())
    }
}
