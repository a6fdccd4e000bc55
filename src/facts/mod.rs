//! Views of facts: pure functions of documents, for the page, the command line and exporters.

mod about;
mod arithmetic;
mod clues;
mod compare;
mod counted;
mod evidence;
mod figure;
mod figures;
mod forest;
mod meaning;
mod reading;
mod role;
mod sheet;
mod speech;
mod stated;
mod stems;
mod timeline;
mod units;

pub use about::{about, about_figure, apart};
pub use arithmetic::{
    Doubt, DoubtKind, Doubts, LinkKind, Weighed, all_doubts, dismissed, doubts, is_dismissed,
};
pub use compare::{Comparison, FactKind, Learnt, MayBeOne, Place, Row, Verdict, compare};
pub use evidence::{Piece, evidence_lines, pieces};
pub use figures::{Choice, Figure, FigureKind, KindChoice, figures};
pub use meaning::meaning;
pub use reading::is_fact;
pub use sheet::{
    Counted, Excerpt, Family, Progress, Sentences, Sheet, SheetRow, SheetSentence, sheet, sheet_of,
};
pub use speech::{Naming, Speech, sources_of, who_said_what};
pub(crate) use stems::telling_words;
pub use timeline::{Bar, Drawing, Moment, Timeline, timeline};
