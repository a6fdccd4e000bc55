//! Opening the page.

use anyhow::Result;

use crate::check;
use crate::page::Page;

/// The page opens, asks only its own server, and has nothing to complain of.
pub(crate) async fn opens_with_its_title(page: Page) -> Result<()> {
    page.open().await?;
    check(page.driver.title().await? == "Newsmark", "the title is Newsmark")?;
    check(page.js("return document.getElementById('loading') === null", &[]).await?, "the load bar is gone")?;

    let failed: Vec<_> = page.site.requests().into_iter().filter(|request| request.status != 200).collect();
    check(failed.is_empty(), &format!("all requests are answered: {failed:?}"))?;
    let errors = page.console_errors().await?;
    check(errors.is_empty(), &format!("the console has no errors: {errors:?}"))?;
    page.screenshots("opening").await
}
