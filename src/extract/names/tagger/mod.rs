//! The name model: a linear-chain conditional random field over the words of an article.
//!
//! Lafferty, McCallum and Pereira (2001), *Conditional Random Fields*; Sutton and McCallum (2012),
//! *An Introduction to Conditional Random Fields*, for the formulas. [`Reading`] turns an article
//! into segments and features, [`chain`] does the inference, [`Model`] holds the weights, and the
//! trainer in `train/` learns them with the same code that reads them.

pub mod chain;
mod coder;
mod consistency;
mod decode;
mod error;
mod features;
mod file;
mod found;
mod memo;
mod model;
mod pattern;
mod reading;
mod row;
mod segment;
mod table;
mod tag;
mod word_table;

pub use self::word_table::{WordEntry, WordTable};
pub use decode::spans;
pub use error::ModelError;
pub use features::Features;
pub use file::ModelReader;
pub use found::Found;
pub use model::Model;
pub use reading::Reading;
pub use tag::{NameClass, TAGS, Tag, TagSet};

use std::sync::OnceLock;

static MODEL: OnceLock<Model> = OnceLock::new();

/// The model that extraction uses: natively the one in the program; in a browser the one that was
/// given to [`install`], and before that none.
pub fn installed() -> Option<&'static Model> {
    #[cfg(not(target_arch = "wasm32"))]
    if MODEL.get().is_none()
        && let Ok(model) = Model::from_bytes(include_bytes!("../../../../static/names.model"))
    {
        let _ = MODEL.set(model);
    }
    MODEL.get()
}

/// Makes extraction use a model. The first one stays, so that one article is not read by two.
pub fn install(model: Model) {
    let _ = MODEL.set(model);
}
