//! Accessibility, as axe-core tells it.

use std::env;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use thirtyfour::By;

use crate::page::Page;

/// A rule that does not hold.
#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

/// All rules, best practices too, and the one of names that do not hold what can be seen.
const RUN: &str = r"
    const done = arguments[0];
    axe.run(document, {
        rules: { 'label-content-name-mismatch': { enabled: true } },
        resultTypes: ['violations'],
    }).then(
        result => done(result.violations.map(({ id, help, nodes }) => ({
            id, help, nodes: nodes.slice(0, 5).map(node => node.html.slice(0, 200) + ' | ' + node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)),
        }))),
        error => done([{ id: 'axe', help: String(error), nodes: [] }]));";

impl Page {
    /// Fails where axe-core finds a fault in what the page shows now; `state` names it. Does nothing where
    /// there is no axe-core.
    pub(crate) async fn is_accessible(&self, state: &str) -> Result<()> {
        let Some(script) = env::var_os("NEWSMARK_AXE") else { return Ok(()) };
        let is_there: bool = self.js("return 'axe' in window", &[]).await?;
        if !is_there {
            let source = fs::read_to_string(&script).context("cannot read axe-core")?;
            let () = self.js(&format!("{source}; window.axe = axe; return null"), &[]).await?;
        }
        self.driver.find(By::Css("body")).await?;
        let found: Vec<Violation> = self.driver.execute_async(RUN, Vec::new()).await?.convert()?;
        if found.is_empty() {
            return Ok(());
        }
        let picture = self.screenshot(&format!("axe-{}", state.replace(' ', "-"))).await?;
        let told: Vec<_> = found
            .iter()
            .map(|it| format!("{}: {}\n    {}", it.id, it.help, it.nodes.join("\n    ")))
            .collect();
        bail!("{state} ({}):\n  {}", picture.display(), told.join("\n  "))
    }
}
