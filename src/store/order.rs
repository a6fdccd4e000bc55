//! The order in which a list of articles stands, and which of them are listed.

use std::cmp::Ordering;

use super::Summary;
use crate::text::{Folded, sort_by};

/// What articles are sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SortBy {
    /// The title.
    Title,
    /// Who published it.
    Outlet,
    /// When it was published.
    Published,
    /// When it was last changed.
    #[default]
    Changed,
    /// How many of its marks nobody has reviewed.
    Left,
}

impl SortBy {
    /// All of them, as they stand side by side.
    pub const ALL: [SortBy; 5] =
        [SortBy::Title, SortBy::Outlet, SortBy::Published, SortBy::Changed, SortBy::Left];

    /// The name that settings give it.
    pub fn code(self) -> &'static str {
        match self {
            SortBy::Title => "title",
            SortBy::Outlet => "outlet",
            SortBy::Published => "published",
            SortBy::Changed => "changed",
            SortBy::Left => "left",
        }
    }
}

/// The order of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Order {
    /// What it goes by.
    pub by: SortBy,
    /// Whether the last comes first.
    pub descends: bool,
}

/// What was changed last stands first.
impl Default for Order {
    fn default() -> Order {
        Order::first_of(SortBy::Changed)
    }
}

impl Order {
    /// The order that people expect first: titles from A to Z, days and figures from the highest.
    pub fn first_of(by: SortBy) -> Order {
        Order { by, descends: !matches!(by, SortBy::Title | SortBy::Outlet) }
    }

    /// The order after `by` has been chosen: turned around where it is the one already.
    pub fn choosing(self, by: SortBy) -> Order {
        if self.by == by { Order { descends: !self.descends, ..self } } else { Order::first_of(by) }
    }

    /// As settings keep it: `published`, or `-published` where the last comes first.
    pub fn code(self) -> String {
        format!("{}{}", if self.descends { "-" } else { "" }, self.by.code())
    }

    /// Reads the same; `None` where it is no order.
    pub fn from_code(code: &str) -> Option<Order> {
        let by = code.trim_start_matches('-');
        let by = SortBy::ALL.into_iter().find(|it| it.code() == by)?;
        Some(Order { by, descends: code.starts_with('-') })
    }
}

/// Which articles are listed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// Words that all stand in title, outlet or tags; case and accents do not count.
    pub words: String,
    /// A tag.
    pub tag: Option<String>,
}

/// The places of the articles that are wanted, in this order. What an article does not have stands last,
/// whichever way the order goes; articles that are alike in it stand by their titles.
///
/// ```
/// # use newsmark::document::{Document, DocumentId};
/// # use newsmark::store::{Order, SortBy, Summary, Wanted, arrange};
/// let article = |text: &str| Summary::of(&Document::new(DocumentId(Default::default()), text, Default::default()));
/// let all = [article("Storm in Lima"), article("Élections in Rome"), article("Talks in Rome")];
/// let wanted = Wanted { words: "ROME".into(), tag: None };
/// assert_eq!(arrange(&all, &wanted, Order::first_of(SortBy::Title)), [1, 2]);
/// ```
pub fn arrange(articles: &[Summary], wanted: &Wanted, order: Order) -> Vec<usize> {
    let terms: Vec<Folded> = wanted.words.split_whitespace().map(Folded::new).collect();
    let has_words = |article: &Summary| {
        if terms.is_empty() {
            return true;
        }
        let mut all = format!("{}\n{}", article.title, article.outlet);
        article.tags.iter().for_each(|tag| all = format!("{all}\n{tag}"));
        let all = Folded::new(&all);
        terms.iter().all(|term| all.contains(term))
    };
    let is_wanted = |article: &Summary| {
        wanted.tag.as_ref().is_none_or(|tag| article.tags.contains(tag)) && has_words(article)
    };
    // What is compared is made once an article.
    let titles: Vec<Folded> = articles.iter().map(|article| Folded::new(&article.title)).collect();
    let outlets: Vec<Folded> = match order.by {
        SortBy::Outlet => articles.iter().map(|article| Folded::new(&article.outlet)).collect(),
        _ => Vec::new(),
    };
    let compare = |&a: &usize, &b: &usize| {
        let (one, other) = (&articles[a], &articles[b]);
        let by = match order.by {
            SortBy::Title => Ordering::Equal,
            SortBy::Outlet => last(outlets[a].is_blank(), outlets[b].is_blank())
                .unwrap_or_else(|| order.turn(outlets[a].as_str().cmp(outlets[b].as_str()))),
            SortBy::Published => last(one.published.is_none(), other.published.is_none())
                .unwrap_or_else(|| order.turn(one.published.cmp(&other.published))),
            SortBy::Changed => order.turn(one.modified.cmp(&other.modified)),
            SortBy::Left => order.turn(one.left().cmp(&other.left())),
        };
        let by_title = titles[a].as_str().cmp(titles[b].as_str());
        let by_title = if order.by == SortBy::Title { order.turn(by_title) } else { by_title };
        by.then(by_title).then_with(|| one.id.cmp(&other.id))
    };
    let mut places: Vec<usize> = (0..articles.len()).filter(|&at| is_wanted(&articles[at])).collect();
    sort_by(&mut places, compare);
    places
}

impl Order {
    fn turn(self, ordering: Ordering) -> Ordering {
        if self.descends { ordering.reverse() } else { ordering }
    }
}

/// Puts what is absent last; `None` where both are there.
fn last(one_is_absent: bool, other_is_absent: bool) -> Option<Ordering> {
    (one_is_absent || other_is_absent).then(|| one_is_absent.cmp(&other_is_absent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, DocumentId};
    use jiff::Timestamp;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn article(id: u128, title: &str, outlet: &str, published: &str, left: usize) -> Summary {
        let document = Document::new(DocumentId(Uuid::from_u128(id)), title, Timestamp::UNIX_EPOCH);
        Summary {
            outlet: outlet.into(),
            published: published.parse().ok(),
            modified: Timestamp::from_second(id as i64).expect("a time"),
            annotations: left,
            ..Summary::of(&document)
        }
    }

    fn shelf() -> Vec<Summary> {
        vec![
            Summary { tags: vec!["Harbour".into()], ..article(1, "Talks in Rome", "", "2024-07-02", 3) },
            article(2, "a storm in Łódź", "The Coast Courier", "", 0),
            Summary {
                tags: vec!["Peru".into(), "harbour".into()],
                ..article(3, "Storm in Lima", "baltic Wire", "2023-01-05", 9)
            },
        ]
    }

    #[track_caller]
    fn check(wanted: Wanted, code: &str, expected: &[u128]) {
        let all = shelf();
        let order = Order::from_code(code).expect("an order");
        let ids: Vec<_> = arrange(&all, &wanted, order).iter().map(|&at| all[at].id.0.as_u128()).collect();
        assert_eq!(ids, expected, "{wanted:?} {code}");
        assert_eq!(order.code(), code);
    }

    #[test]
    fn sorts_by_each_both_ways() {
        for (code, expected) in [
            ("title", [2, 3, 1]),
            ("-title", [1, 3, 2]),
            ("outlet", [3, 2, 1]),
            ("-outlet", [2, 3, 1]),
            ("published", [3, 1, 2]),
            ("-published", [1, 3, 2]),
            ("changed", [1, 2, 3]),
            ("-changed", [3, 2, 1]),
            ("left", [2, 1, 3]),
            ("-left", [3, 1, 2]),
        ] {
            check(Wanted::default(), code, &expected);
        }
    }

    #[test]
    fn finds_words_of_title_outlet_and_tags() {
        let words = |words: &str| Wanted { words: words.into(), tag: None };
        check(words("STORM"), "title", &[2, 3]);
        check(words("  lodz courier "), "title", &[2]);
        check(words("harbour"), "title", &[3, 1]);
        check(words("harbour rome"), "title", &[1]);
        check(words("rome lima"), "title", &[]);
        check(Wanted { words: String::new(), tag: Some("harbour".into()) }, "title", &[3]);
    }

    proptest! {
        #[test]
        fn every_article_stands_once_in_any_order(
            left in prop::collection::vec(0..4usize, 0..12), by in 0..5usize, descends: bool,
        ) {
            let all: Vec<_> = left.iter().enumerate()
                .map(|(at, &left)| article(at as u128, ["Rome", "Lima"][left % 2], ["", "Wire"][left % 2], ["", "2024-07-02"][left % 2], left))
                .collect();
            let mut places = arrange(&all, &Wanted::default(), Order { by: SortBy::ALL[by], descends });
            places.sort_unstable();
            prop_assert_eq!(places, (0..all.len()).collect::<Vec<_>>());
        }
    }
}
