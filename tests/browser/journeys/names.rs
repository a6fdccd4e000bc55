//! Names that may be one.

use anyhow::Result;

use crate::page::Page;

/// Another spelling of a name is proposed, and joined only when a person says so.
pub(crate) async fn joins_other_spellings(page: Page) -> Result<()> {
    const TEXT: &str =
        "Mr Zelensky arrived in Warsaw on Monday.\n\nMr Zelenskyy said that talks would go on.\n";
    const JOIN: &str = "Make “Zelenskyy” and this one entity";
    page.open().await?;
    page.paste("Article text", TEXT).await?;
    page.click("Annotate").await?;
    page.wait_for_text("status", "Saved").await?;
    page.js::<()>(
        "[...document.querySelectorAll('[role=article] mark')].find((m) => m.textContent === 'Zelensky').click()",
        &[],
    )
    .await?;
    page.click(JOIN).await?;
    // One entity, and nothing left to propose.
    let entity =
        || page.js::<Option<String>>("return document.getElementById('field-entity')?.value ?? null", &[]);
    page.wait_for("the entity", async || Ok(entity().await?.filter(|name| name == "Zelenskyy"))).await?;
    page.wait_for("the proposal to go", async || {
        Ok(page.find_all("button", JOIN).await?.is_empty().then_some(()))
    })
    .await?;
    page.wait_for_text("status", "Saved").await?;
    page.click("Undo").await?;
    page.button(JOIN).await?;
    page.wait_for("no entity", async || Ok(entity().await?.is_none_or(|name| name.is_empty()).then_some(())))
        .await?;
    Ok(())
}
