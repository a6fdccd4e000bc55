//! Newsmark marks and values the facts in news articles: people, places, organisations, amounts,
//! dates, quotes.
//!
//! The library knows nothing of browsers; the page (`ui`, compiled to WebAssembly only) and the
//! command line (`cli`, native only) are built on it.
//!
//! ```
//! use newsmark::extract::extract;
//! use newsmark::label::LabelCode;
//!
//! let text = "Kenya raised $2.3 billion on Tuesday.";
//! let extraction = extract(text, "2024-07-02".parse().ok());
//! let money = extraction.suggestions.iter().find(|found| found.label == LabelCode::MONEY);
//! assert_eq!(money.and_then(|found| found.span.slice(text)), Some("$2.3 billion"));
//! ```
//!
//! The modules in reading order, from the bottom up: [`text`], [`value`] and [`label`],
//! [`extract`], [`annotation`] and [`document`], [`edit`] and [`runs`], [`formats`] and [`store`],
//! [`workspace`]. Dependencies point one way only, downwards in this list.

pub mod agreement;
pub mod annotation;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
pub mod document;
pub mod edit;
pub mod extract;
pub mod facts;
pub mod formats;
pub mod intake;
pub mod label;
pub mod runs;
pub mod search;
pub mod session;
pub mod store;
pub mod text;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod ui;
pub mod value;
mod words;
pub mod workspace;
