//! Web pages that come in whole: from the browser extension, or as files that a browser saved; and back on the page.

use std::sync::Arc;

use super::Desk;
use crate::edit::Meta;
use crate::formats::marks_on_page;
use crate::intake::{Detail, Details, PagePart, Taken, TakenAs};
use crate::store::{Draft, DraftDetails, Summary};
use crate::ui::browser::{emit_with, read_html};
use crate::words;
use crate::workspace::{Action, Notice, Place};

/// Events between the program and the scripts of the extension (`extension/bridge.js`).
const SHOW: &str = "newsmark-show-on-page";
const PLACED: &str = "newsmark-placed";
const DOUBTS: &str = "newsmark-doubts";

impl Desk {
    /// Takes in a page: an article is read and opened, or opened where it is in the library; what is none waits where a new
    /// article is entered.
    pub(in crate::ui) fn take_page(&self, html: &str) {
        let (parts, page) = read_html(html);
        let taken = Taken::new(parts, &page);
        match taken.taken_as {
            TakenAs::Closed => self.take_nothing(words::PAGE_CLOSED),
            TakenAs::ClosedFile => self.take_nothing(words::FILE_CLOSED),
            TakenAs::Everything => self.take_draft(taken, words::PAGE_NO_ARTICLE),
            TakenAs::File => self.take_draft(taken, words::FILE_OF_PAGE),
            TakenAs::Article | TakenAs::Stub | TakenAs::Selection => self.take_article(taken),
        }
    }

    fn take_nothing(&self, why: &str) {
        self.go(Place::New);
        self.notify(Notice::info(why).with_details(vec![words::COPY_AND_PASTE.to_owned()]));
    }

    /// Puts the text where a new article is entered, for the person to keep of it what they need.
    fn take_draft(&self, taken: Taken, told: &str) {
        let Taken { text, details, .. } = taken;
        let published = details.published.map(|date| date.to_string()).unwrap_or_default();
        let details =
            DraftDetails { title: details.title, source: details.source, outlet: details.outlet, published };
        self.send(Action::TakeDraft(Draft { text: text.into(), details }));
        self.go(Place::New);
        self.notify(Notice::info(told).with_details(vec![words::SELECT_ON_PAGE.to_owned()]));
    }

    fn take_article(&self, taken: Taken) {
        let Taken { taken_as, text, details } = taken;
        let workspace = self.workspace();
        let twin = workspace.twin_of(&text).cloned();
        let earlier =
            workspace.from_source(&details.source).filter(|_| taken_as != TakenAs::Selection).cloned();
        drop(workspace);
        match (twin, earlier) {
            (Some(twin), _) => self.open_again(&twin),
            // What an earlier visit has brought is brought up to date, and not entered twice.
            (None, Some(earlier)) if taken_as == TakenAs::Article => {
                self.open(earlier.id);
                self.send(Action::OfferText(Arc::from(text)));
            }
            (None, Some(earlier)) => self.open_again(&earlier),
            (None, None) => {
                let told = match taken_as {
                    TakenAs::Stub => words::PAGE_STUB.to_owned(),
                    _ => said_where(&details),
                };
                let Details { title, outlet, source, published, .. } = details;
                self.annotate_text(&text, Meta { title, source, outlet, published });
                self.notify(Notice::info(told));
            }
        }
    }

    fn open_again(&self, article: &Summary) {
        self.open(article.id);
        self.notify(Notice::info(words::article_open_already(&article.title)));
    }

    /// Asks the extension to show the open article's marks on the page that it is from.
    pub(in crate::ui) fn show_on_page(&self) {
        if let Some(document) = self.workspace().open() {
            emit_with(SHOW, &document.id.0.to_string());
        }
    }

    /// Says that the page is not there to be shown any more.
    pub(in crate::ui) fn page_is_gone(&self) {
        let source = self.workspace().open().map(|document| document.source.clone()).unwrap_or_default();
        self.notify(Notice::info(words::page_gone(&source)));
    }

    /// Gives the extension the open article's marks on the text that its page has now.
    pub(in crate::ui) fn place_on_page(&self, text: &str) {
        let marks = self.workspace().open().map(|document| marks_on_page(document, text).to_string());
        emit_with(PLACED, &marks.unwrap_or_default());
    }

    /// Tells the extension how many doubts there are about the open article.
    pub(in crate::ui) fn tell_doubts(&self, doubts: usize) {
        if let Some(document) = self.workspace().open() {
            emit_with(DOUBTS, &format!("{} {doubts}", document.id.0));
        }
    }
}

/// Where the page says what is known of the article, and what it does not say.
fn said_where(details: &Details) -> String {
    let name = |detail: Detail| match detail {
        Detail::Title => words::TAKEN_TITLE,
        Detail::Outlet => words::TAKEN_OUTLET,
        Detail::Byline => words::TAKEN_BYLINE,
        Detail::Source => words::TAKEN_ADDRESS,
        Detail::Published => words::TAKEN_DATE,
    };
    let place = |part: PagePart| match part {
        PagePart::Linked => words::PART_LINKED,
        PagePart::Meta => words::PART_META,
        PagePart::Title => words::PART_TITLE,
        PagePart::Time => words::PART_TIME,
        PagePart::Canonical => words::PART_CANONICAL,
        PagePart::Address => words::PART_ADDRESS,
        PagePart::Text => words::PART_TEXT,
    };
    let said = details.found.iter();
    let said: Vec<_> = said
        .map(|(detail, part)| words::DetailFound { detail: &name(*detail), part: &place(*part) }.text())
        .collect();
    let told = words::taken_from_page(&said.join(", "));
    match details.published {
        Some(_) => told,
        None => format!("{told} {}", words::NO_DATE_ON_PAGE),
    }
}
