//! Where a person is on the page, and how the address tells it.
//!
//! ```text
//! fragment = "#/" place
//! place    = "new" { "/" article } | "library" | article [ "/" view ]
//! view     = "check" | "speech" | "timeline" | "compare" { "/" article }
//! article  = UUID
//! ```

use std::fmt;

use uuid::Uuid;

use crate::document::DocumentId;

/// What the page shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Place {
    /// The page for a new article.
    #[default]
    New,
    /// The page for a new report, which comes to stand beside these in Compare.
    Beside(Vec<DocumentId>),
    /// The library.
    Library,
    /// A view of an article.
    Article(ArticlePlace),
}

/// An article, and how it is looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticlePlace {
    /// Which article.
    pub id: DocumentId,
    /// Which view of it.
    pub view: View,
    /// The articles beside it, in the view Compare.
    pub beside: Vec<DocumentId>,
}

/// How many reports stand side by side at most.
pub const MOST_REPORTS: usize = 8;

/// A view of the open article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum View {
    /// The article with its marks.
    #[default]
    Read,
    /// Each source with what it says.
    WhoSaidWhat,
    /// Every fact with what came of checking it.
    CheckSheet,
    /// What is dated.
    Timeline,
    /// Other reports beside it.
    Compare,
}

impl View {
    /// All views, in the order of their tabs.
    pub const ALL: [View; 5] =
        [View::Read, View::WhoSaidWhat, View::CheckSheet, View::Timeline, View::Compare];

    /// The view's name in the address; empty for the article itself.
    pub fn code(self) -> &'static str {
        match self {
            View::Read => "",
            View::WhoSaidWhat => "speech",
            View::CheckSheet => "check",
            View::Timeline => "timeline",
            View::Compare => "compare",
        }
    }
}

impl Place {
    /// An article as it is read.
    pub fn reading(id: DocumentId) -> Place {
        Place::Article(ArticlePlace { id, view: View::Read, beside: Vec::new() })
    }

    /// The place that a fragment names; `None` where it names none. What a hand has added to it, a view
    /// that does not exist or ids that are none, is left out.
    ///
    /// ```
    /// # use newsmark::workspace::{Place, View};
    /// let place = Place::from_fragment("#/00000000-0000-0000-0000-000000000007/check").unwrap();
    /// let Place::Article(article) = &place else { panic!() };
    /// assert_eq!(article.view, View::CheckSheet);
    /// assert_eq!(place.to_string(), "#/00000000-0000-0000-0000-000000000007/check");
    /// assert_eq!(Place::from_fragment("#section-2"), None);
    /// ```
    pub fn from_fragment(fragment: &str) -> Option<Place> {
        let mut parts = fragment.strip_prefix("#/")?.split('/').filter(|part| !part.is_empty());
        let id = |part: &str| Uuid::parse_str(part).ok().map(DocumentId);
        Some(match parts.next() {
            None => Place::New,
            Some("new") => match different(parts.filter_map(id)) {
                reports if reports.is_empty() => Place::New,
                reports => Place::Beside(reports),
            },
            Some("library") => Place::Library,
            Some(article) => {
                let article = id(article)?;
                let code = parts.next().unwrap_or_default();
                let view = View::ALL.into_iter().find(|view| view.code() == code).unwrap_or_default();
                let others = parts.filter_map(id).filter(|other| view == View::Compare && *other != article);
                let beside = different(others);
                Place::Article(ArticlePlace { id: article, view, beside })
            }
        })
    }

    /// The article that is meant.
    pub fn article(&self) -> Option<&ArticlePlace> {
        match self {
            Place::Article(article) => Some(article),
            _ => None,
        }
    }

    /// Reports side by side in Compare; the page for a new article where there are none.
    pub fn comparing(reports: &[DocumentId]) -> Place {
        match reports {
            [] => Place::New,
            [id, beside @ ..] => {
                Place::Article(ArticlePlace { id: *id, view: View::Compare, beside: beside.to_vec() })
            }
        }
    }

    /// Whether to go from one to the other is a step that Back takes back: another article, or another view.
    pub fn is_step_from(&self, other: &Place) -> bool {
        match (self, other) {
            (Place::Article(one), Place::Article(other)) => one.id != other.id || one.view != other.view,
            (one, other) => one != other,
        }
    }
}

/// Each id once, in order.
fn different(ids: impl Iterator<Item = DocumentId>) -> Vec<DocumentId> {
    let mut different = Vec::new();
    for id in ids {
        if !different.contains(&id) {
            different.push(id);
        }
    }
    different
}

/// As a fragment of the page's address.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::New => f.write_str("#/new"),
            Place::Beside(reports) => {
                f.write_str("#/new")?;
                reports.iter().try_for_each(|report| write!(f, "/{}", report.0))
            }
            Place::Library => f.write_str("#/library"),
            Place::Article(ArticlePlace { id, view, beside }) => {
                write!(f, "#/{}", id.0)?;
                if *view != View::Read {
                    write!(f, "/{}", view.code())?;
                }
                beside.iter().try_for_each(|other| write!(f, "/{}", other.0))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places() -> impl Strategy<Value = Place> {
        let article =
            (1..5u128, prop::sample::select(&View::ALL[..]), prop::collection::btree_set(5..9u128, 0..3));
        prop_oneof![
            Just(Place::New),
            Just(Place::Library),
            prop::collection::btree_set(1..5u128, 1..3).prop_map(|ids| {
                Place::Beside(ids.into_iter().map(|id| DocumentId(Uuid::from_u128(id))).collect())
            }),
            article.prop_map(|(id, view, beside)| {
                let ids = |id: u128| DocumentId(Uuid::from_u128(id));
                let beside = beside.into_iter().filter(|_| view == View::Compare).map(ids).collect();
                Place::Article(ArticlePlace { id: ids(id), view, beside })
            }),
        ]
    }

    proptest! {
        #[test]
        fn an_address_leads_back_to_its_place(place in places()) {
            prop_assert_eq!(Place::from_fragment(&place.to_string()), Some(place));
        }

        #[test]
        fn any_fragment_is_read_or_none(fragment in "#?/?[-a-z0-9/%é]{0,60}") {
            if let Some(place) = Place::from_fragment(&fragment) {
                prop_assert_eq!(Place::from_fragment(&place.to_string()), Some(place));
            }
        }
    }

    #[test]
    fn addresses_made_by_hand() {
        let id = "00000000-0000-0000-0000-000000000007";
        let read = |fragment: &str| Place::from_fragment(fragment).map(|place| place.to_string());
        for (fragment, expected) in [
            ("#/", Some("#/new".to_owned())),
            ("#/library/", Some("#/library".to_owned())),
            (&format!("#/new/{id}/{id}/x"), Some(format!("#/new/{id}"))),
            ("#/new/x", Some("#/new".to_owned())),
            (&format!("#/{}", id.to_uppercase()), Some(format!("#/{id}"))),
            (&format!("#/{id}/sheet"), Some(format!("#/{id}"))),
            (&format!("#/{id}/check/{id}"), Some(format!("#/{id}/check"))),
            (&format!("#/{id}/compare/{id}/x"), Some(format!("#/{id}/compare"))),
            ("#/nothing", None),
            ("#newsmark=1", None),
            ("", None),
        ] {
            assert_eq!(read(fragment), expected, "{fragment}");
        }
    }
}
