//! Names: people, organisations, places, groups, products, events, works.
//!
//! Four parts, apart from each other so that each can be replaced: `lexicon` holds the lists of
//! names, `words` what is known of each token, `grammar` cuts runs of capitals (`run`) into mentions with
//! evidence (with `context`), `decide` settles what each mention is with the article in view.

mod context;
mod decide;
mod edges;
pub(super) mod fold;
mod forms;
mod grammar;
pub(super) mod lexicon;
mod mention;
mod proposals;
mod run;
mod shape;
pub mod tagger;
pub(super) mod variant;
mod words;
pub(super) mod works;

use self::tagger::{Features, Reading};
use super::{Article, Candidate, Extractor};

/// Finds names by lists and rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names;

impl Extractor for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn description(&self) -> &'static str {
        "Names of people, organisations, places, groups, products, events and works."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let Some(model) = tagger::installed() else {
            let words = words::read(article);
            let mentions = grammar::mentions(article, &words);
            out.extend(works::find(article, &words));
            out.extend(decide::decide(article, &words, mentions).iter().map(decide::Decision::candidate));
            return;
        };
        let reading = Reading::new(article, &model.words);
        let found = model.names(&reading, Features::default());
        out.extend(works::find(article, reading.words()));
        out.extend(proposals::candidates(&reading, &found, model));
    }
}
