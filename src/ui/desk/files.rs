//! Files, in and out.

use super::Desk;
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

    /// Takes in a file: one of ours, or plain text.
    pub(in crate::ui) fn import(&self, name: &str, bytes: &[u8]) {
        match self.session.import(&self.workspace(), name, bytes, self.stamp()) {
            Taken::Actions(actions) => self.send_all(actions),
            Taken::Text(text, meta) => self.annotate_text(&text, meta),
        }
    }
}
