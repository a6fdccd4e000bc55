//! Files, in and out.

use super::Desk;
use crate::formats::groups;
use crate::session::Taken;
use crate::ui::browser::download;
use crate::words;
use crate::workspace::Notice;

impl Desk {
    /// Offers a file to save; `false` where the browser does not let it.
    pub(in crate::ui) fn offer(&self, name: &str, media_type: &str, content: &[u8]) -> bool {
        let is_offered = download(name, media_type, content).is_some();
        self.notify(match is_offered {
            true => Notice::info(words::exported(&name)),
            false => Notice::problem(words::file_not_saved(&name)),
        });
        is_offered
    }

    /// Takes in files that came at once, those together that belong together.
    pub(in crate::ui) fn import(&self, files: Vec<(String, Vec<u8>)>) {
        let (pages, files): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(name, bytes)| is_page(name, bytes));
        for (_, bytes) in pages {
            self.take_page(&String::from_utf8_lossy(&bytes));
        }
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        for group in groups(&names) {
            let files: Vec<_> = group.into_iter().filter_map(|place| files.get(place).cloned()).collect();
            match self.session.import(&self.workspace(), &files, self.stamp()) {
                Taken::Actions(actions) => self.send_all(actions),
                Taken::Text(text, meta) => self.annotate_text(&text, meta),
            }
        }
    }
}

/// Whether a file is a web page.
fn is_page(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let is_html = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
    is_html && bytes.contains(&b'<')
}
