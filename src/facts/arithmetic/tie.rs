//! What ties figures together: words that say so, and what comes of reckoning with it.

use super::DoubtKind;
use super::slips::Evidence;
use crate::annotation::AnnotationId;
use crate::facts::figure::Fig;

/// How one figure hangs on another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LinkKind {
    /// A part of a total.
    PartOf,
    /// A share of its base.
    ShareOf,
    /// A difference, of what it has become.
    ChangeOf,
    /// What something was before.
    FromOf,
    /// What it has become.
    ToOf,
    /// The same told again.
    SameAs,
    /// The same in another unit.
    Converts,
    /// A rate, of what it is reckoned on.
    Per,
}

impl LinkKind {
    /// The kind's name in files.
    pub fn code(self) -> &'static str {
        match self {
            LinkKind::PartOf => "part_of",
            LinkKind::ShareOf => "share_of",
            LinkKind::ChangeOf => "change_of",
            LinkKind::FromOf => "from_of",
            LinkKind::ToOf => "to_of",
            LinkKind::SameAs => "same_as",
            LinkKind::Converts => "converts",
            LinkKind::Per => "per",
        }
    }
}

/// Figures that words tie together.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Tie {
    pub(in crate::facts) kind: DoubtKind,
    pub(in crate::facts) links: Vec<(AnnotationId, LinkKind, AnnotationId)>,
    /// What is in question if it does not come out.
    pub(super) stated: AnnotationId,
    pub(super) from: Vec<AnnotationId>,
    /// What was reckoned, where it does not come out.
    pub(super) reckoning: Option<String>,
    /// Whether it may be nothing: words state the tie less surely.
    pub(super) is_unsure: bool,
    /// Of what was weighed: the logarithm of the odds that it is a fault.
    pub(super) weight: f64,
    /// What was weighed.
    pub(super) evidence: Vec<Evidence>,
}

impl Tie {
    #[inline(never)]
    pub(super) fn new(
        kind: DoubtKind,
        stated: &Fig,
        from: &[&Fig],
        links: Vec<(&Fig, LinkKind, &Fig)>,
    ) -> Tie {
        let links = links.into_iter().map(|(one, kind, other)| (one.id, kind, other.id)).collect();
        Tie { links, ..Tie::of(kind, stated.id, from.iter().map(|it| it.id).collect()) }
    }

    /// A tie of what need not be figures.
    #[inline(never)]
    pub(super) fn of(kind: DoubtKind, stated: AnnotationId, from: Vec<AnnotationId>) -> Tie {
        Tie {
            kind,
            links: Vec::new(),
            stated,
            from,
            reckoning: None,
            is_unsure: false,
            weight: 0.0,
            evidence: Vec::new(),
        }
    }

    /// It does not come out.
    #[inline(never)]
    pub(super) fn doubted(self, reckoning: String) -> Tie {
        Tie { reckoning: Some(reckoning), ..self }
    }

    /// It may be nothing.
    pub(super) fn unsure(self) -> Tie {
        Tie { is_unsure: true, ..self }
    }
}
