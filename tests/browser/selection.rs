//! Selecting text in the article, with the keyboard or with the mouse.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::common::keys::Key;

use crate::page::Page;

/// Where a selection begins and ends on the screen, in CSS pixels of the viewport.
#[derive(Deserialize)]
struct Ends {
    from: (i64, i64),
    to: (i64, i64),
}

impl Page {
    /// The text of the article as the browser has it, without what cannot be selected.
    pub(crate) async fn article_text(&self) -> Result<String> {
        self.js(&format!("{NODES} return nodes().map(node => node.data).join('')"), &[]).await
    }

    /// Selects characters `start..end` of the article's text (Unicode code points), as somebody
    /// does who uses the keyboard: the selection is there, then a key is let go.
    pub(crate) async fn select(&self, start: usize, end: usize) -> Result<()> {
        let script = format!("{NODES} {RANGE} select(arguments[0], arguments[1]); return null");
        let () = self.js(&script, &[json!(start), json!(end)]).await?;
        let keys = self.driver.action_chain().key_down(Key::Shift).key_up(Key::Shift);
        Ok(keys.perform().await?)
    }

    /// Selects the first occurrence of a text in the article, like [`Page::select`].
    pub(crate) async fn select_text(&self, text: &str) -> Result<()> {
        let (start, end) = self.position_of(text).await?;
        self.select(start, end).await
    }

    /// Selects characters `start..end` of the article's text by dragging the mouse over them.
    pub(crate) async fn drag_over(&self, start: usize, end: usize) -> Result<()> {
        let script = format!("{NODES} {RANGE} return ends(arguments[0], arguments[1])");
        let Ends { from, to } = self.js(&script, &[json!(start), json!(end)]).await?;
        let drag = self.driver.action_chain().move_to(from.0, from.1).click_and_hold();
        Ok(drag.move_to(to.0, to.1).release().perform().await?)
    }

    /// Drags the mouse over the first occurrence of a text in the article.
    pub(crate) async fn drag_over_text(&self, text: &str) -> Result<()> {
        let (start, end) = self.position_of(text).await?;
        self.drag_over(start, end).await
    }

    /// The text that is selected now.
    pub(crate) async fn selected_text(&self) -> Result<String> {
        self.js("return getSelection().toString()", &[]).await
    }

    /// Where the text first occurs in the article, in code points.
    async fn position_of(&self, text: &str) -> Result<(usize, usize)> {
        let article = self.article_text().await?;
        let at =
            article.find(text).with_context(|| format!("the article does not have the text \"{text}\""))?;
        let start = article[..at].chars().count();
        Ok((start, start + text.chars().count()))
    }
}

/// `nodes()`: the text nodes of the article that can be selected, in order.
const NODES: &str = r#"
    const nodes = () => {
        const article = document.querySelector("[role=article]");
        if (!article) throw new Error("there is no element with role=article");
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, node =>
            getComputedStyle(node.parentElement).userSelect === "none" || node.parentElement.closest("[aria-hidden=true]")
                ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
        const found = [];
        while (walker.nextNode()) found.push(walker.currentNode);
        return found;
    };
"#;

/// `select(start, end)` and `ends(start, end)`, in code points of the article's text.
const RANGE: &str = r#"
    // The node and the UTF-16 offset of a code point; of two places at a node's border, the one
    // before it for an end and the one after it for a start.
    const place = (offset, isEnd) => {
        let rest = offset;
        for (const node of nodes()) {
            const length = [...node.data].length;
            if (rest < length || (isEnd && rest === length)) {
                return [node, [...node.data].slice(0, rest).join("").length];
            }
            rest -= length;
        }
        throw new RangeError(`the article's text ends before character ${offset}`);
    };
    const select = (start, end) =>
        getSelection().setBaseAndExtent(...place(start, false), ...place(end, true));
    const ends = (start, end) => {
        const range = document.createRange();
        range.setStart(...place(start, false));
        range.setEnd(...place(end, true));
        const parent = range.startContainer.parentElement;
        parent.scrollIntoView({ block: "center", behavior: "instant" });
        const boxes = [...range.getClientRects()].filter(box => box.width > 0);
        const [first, last] = [boxes[0], boxes[boxes.length - 1]];
        return {
            from: [Math.round(first.left), Math.round(first.top + first.height / 2)],
            to: [Math.round(last.right), Math.round(last.top + last.height / 2)],
        };
    };
"#;
