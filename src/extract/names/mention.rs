//! What the rules find: mentions, with evidence of what each names.

use crate::label::LabelCode;
use crate::text::Span;

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Person,
    Org,
    Place,
    Group,
    Product,
    Event,
    Work,
}

impl Class {
    /// All classes; where evidence ties, the first one wins.
    pub(super) const ALL: [Class; 7] =
        [Class::Person, Class::Org, Class::Place, Class::Group, Class::Product, Class::Event, Class::Work];

    /// The label that suggestions of this class carry.
    pub(super) fn label(self) -> LabelCode {
        match self {
            Class::Person => LabelCode::PERSON,
            Class::Org => LabelCode::ORG,
            Class::Place => LabelCode::LOC,
            Class::Group => LabelCode::NORP,
            Class::Product => LabelCode::PRODUCT,
            Class::Event => LabelCode::EVENT,
            Class::Work => LabelCode::WORK,
        }
    }
}

/// Evidence for each class. One point is a hint, three are as good as sure.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(super) struct Votes([f32; Class::ALL.len()]);

impl Votes {
    /// Evidence for one class.
    pub(super) fn of(class: Class, weight: f32) -> Votes {
        let mut votes = Votes::default();
        votes.add(class, weight);
        votes
    }

    /// What speaks for each class where nothing else does.
    pub(super) fn unknown() -> Votes {
        let mut votes = Votes::of(Class::Person, 0.3);
        votes.add(Class::Place, 0.2);
        votes.add(Class::Org, 0.1);
        votes
    }

    /// Adds evidence for a class (against it where negative).
    pub(super) fn add(&mut self, class: Class, weight: f32) {
        if let Some(vote) = self.0.get_mut(class as usize) {
            *vote += weight;
        }
    }

    /// Adds all evidence of `other`, weighted.
    pub(super) fn join(&mut self, other: &Votes, weight: f32) {
        for (vote, more) in self.0.iter_mut().zip(other.0) {
            *vote += more * weight;
        }
    }

    /// The evidence for one class.
    pub(super) fn get(&self, class: Class) -> f32 {
        self.0.get(class as usize).copied().unwrap_or_default()
    }

    /// The best class, with its evidence and the lead over the next.
    pub(super) fn best(&self) -> (Class, f32, f32) {
        let (mut best, mut most, mut second) = (Class::Person, f32::MIN, f32::MIN);
        for (class, vote) in Class::ALL.into_iter().zip(self.0) {
            if vote > most {
                (best, second, most) = (class, most, vote);
            } else {
                second = second.max(vote);
            }
        }
        (best, most, most - second)
    }
}

/// A piece of text that may be a name.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Mention {
    /// Where it stands, in bytes.
    pub(super) span: Span,
    /// Its first token.
    pub(super) first: usize,
    /// The token behind its last.
    pub(super) end: usize,
    /// The hash of its folded text.
    pub(super) key: u64,
    /// What speaks for each class here.
    pub(super) votes: Votes,
    /// Whether it stands where capitals mean little: it counts only with what the rest of the
    /// article says.
    pub(super) quiet: bool,
}
