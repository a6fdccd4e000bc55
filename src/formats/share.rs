//! Links that hold an article: all of it stands behind the `#`, which browsers send to nobody.
//!
//! ```text
//! link     = page "#newsmark=" version "." content
//! version  = "1"
//! content  = base64url(deflate(file))         RFC 4648, section 5, without padding; RFC 1951
//! file     = Newsmark JSON | redacted file
//! ```

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::error::{Error, Kind};
use super::newsmark;
use crate::document::Document;

/// What stands before the content.
const BEFORE: &str = "newsmark=";
const VERSION: &str = "1";
/// What a link unpacks to at most, in bytes: far more than an article, and far less than fills the memory.
const LONGEST: usize = 20 << 20;
/// The best that there is: it is done once, and every letter counts; what is too long for a link anyway is packed quickly.
const LEVEL: u8 = 10;
const FAST_LEVEL: u8 = 4;
const LARGE: usize = 400_000;
/// Messengers cut longer links, in characters: Discord's messages are the shortest.
pub const SHORT_LINK: usize = 2_000;
/// Hardly anything carries longer ones, in characters.
pub const LONG_LINK: usize = 30_000;

/// The fragment of a link, without the `#`, that holds this document.
///
/// ```
/// # use newsmark::document::{Document, DocumentId};
/// # use newsmark::formats::{fragment, from_fragment, read};
/// let document = Document::new(DocumentId(Default::default()), "Rome.", Default::default());
/// let file = from_fragment(&fragment(&document)).unwrap().unwrap();
/// assert_eq!(read(&file, None).unwrap().documents, [document]);
/// ```
pub fn fragment(document: &Document) -> String {
    pack(&newsmark::write_stored(document))
}

/// The same with no word of the article, see [`redacted`](super::redacted).
pub fn redacted_fragment(document: &Document) -> String {
    pack(&super::redacted(document))
}

fn pack(file: &str) -> String {
    let level = if file.len() < LARGE { LEVEL } else { FAST_LEVEL };
    let content = URL_SAFE_NO_PAD.encode(compress_to_vec(file.as_bytes(), level));
    format!("{BEFORE}{VERSION}.{content}")
}

/// The file in the fragment of a link, with or without its `#`; `None` where the fragment is something else.
///
/// # Errors
/// Where the link is cut off, damaged, of a newer version, or would unpack to more than an article.
pub fn from_fragment(fragment: &str) -> Option<Result<Vec<u8>, Error>> {
    let content = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(BEFORE)?;
    let link = |reason: &str| {
        Err(Error::new(Kind::Exchange {
            format: "a link with an article",
            place: "what stands behind the #".to_owned(),
            reason: reason.to_owned(),
        }))
    };
    let Some((version, content)) = content.split_once('.') else {
        return Some(link("it is cut off; ask for it again, or for the file"));
    };
    if version != VERSION {
        return Some(link(
            "it was made by a newer version of Newsmark; load this page anew, or ask for the file",
        ));
    }
    // What messengers put behind a link.
    let content = content.trim_end_matches(['.', ',', ')', '>', ' ', '=']);
    let Ok(packed) = URL_SAFE_NO_PAD.decode(content) else {
        return Some(link("it is cut off or changed; ask for it again, or for the file"));
    };
    Some(match decompress_to_vec_with_limit(&packed, LONGEST) {
        Ok(file) => Ok(file),
        Err(error) if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput => {
            link("it unpacks to more than an article can be")
        }
        Err(_) => link("it is cut off or changed; ask for it again, or for the file"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_error(fragment: &str, expected: &str) {
        let error = from_fragment(fragment).expect("a link").expect_err("damaged").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn damaged_and_hostile_links_are_told() {
        let link = pack(&"{\"format\":1}".repeat(50));
        assert!(from_fragment(&format!("#{link}")).expect("a link").is_ok());
        check_error(&link[..link.len() / 2], "cut off");
        check_error("#newsmark=1", "cut off");
        check_error("newsmark=1.ä", "changed");
        check_error("newsmark=2.AAAA", "newer");
        check_error(&pack(&"0".repeat(LONGEST + 1)), "more than an article");
        assert!(from_fragment("#top").is_none());
    }

    proptest! {
        #[test]
        fn any_fragment_is_read_or_refused(content in "\\PC{0,60}|[A-Za-z0-9_-]{0,200}") {
            let _ = from_fragment(&format!("newsmark=1.{content}"));
        }
    }
}
