//! What the calendar is divided into.

/// A season of the northern hemisphere, where it is counted by meteorologists: summer is June to
/// August.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The code in TIMEX3.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// The month in which it begins.
    pub(crate) fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// How a duration writes the unit, and how many of what is written make one: TIMEX3, which
    /// adds `DE`, `CE`, `ML` and `WE` to the designators of ISO 8601.
    pub(crate) fn designator(self) -> (&'static str, i64) {
        match self {
            Unit::Second => ("S", 1),
            Unit::Hour => ("H", 1),
            Unit::Day | Unit::Night => ("D", 1),
            Unit::Week => ("W", 1),
            Unit::Weekend => ("WE", 1),
            Unit::Fortnight => ("W", 2),
            Unit::Minute | Unit::Month => ("M", 1),
            Unit::Quarter => ("M", 3),
            Unit::Year => ("Y", 1),
            Unit::Decade => ("DE", 1),
            Unit::Century => ("CE", 1),
            Unit::Millennium => ("ML", 1),
        }
    }

    /// The same for a fraction of it: those of decades and longer units are told in years.
    pub(crate) fn divided(self) -> (&'static str, i64) {
        match self {
            Unit::Decade => ("Y", 10),
            Unit::Century => ("Y", 100),
            Unit::Millennium => ("Y", 1000),
            _ => self.designator(),
        }
    }

    /// Whether it is shorter than a day, so that a duration writes it behind `T`.
    pub(crate) fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

/// Which of several weeks, years or Fridays is meant, seen from the day of publication.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shift {
    /// "this", "current"
    This,
    /// "next", "following"
    Next,
    /// "coming", "upcoming": the first to come.
    Coming,
    /// "last", "previous"
    Last,
    /// "past": the last to have gone.
    Past,
    /// "recent": with plurals only.
    Recent,
}

/// A part of the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}
