//! Coming in: what is done with a text before it becomes an article.
//!
//! [`join_lines`] mends text that was copied with hard line breaks, [`find_published`] finds the date that
//! a text gives for itself, [`opening`] its headline, byline and dateline, [`html_to_text`] keeps what matters of a copied
//! web page. [`Details::proposed`] puts together what page and text say of the article, [`Taken`] is a page that came in whole.

mod html;
mod join_lines;
mod opening;
mod page;
mod published;
mod taken;

pub use html::{HtmlPart, html_to_text, is_unseen};
pub use join_lines::{Break, Joined, join_lines};
pub use opening::{Opening, is_stamp, opening, outlet, title};
pub use page::{Detail, Details, PageData, PagePart, clipboard_html};
pub use published::{FoundDate, find_published};
pub use taken::{Taken, TakenAs};
