use crate::annotation::{AnnotationId, CheckState};
use crate::facts::{Family, Sheet, SheetRow};
use crate::ui::views::filters::Choice;
use crate::words;

/// What of the sheet is looked at.
#[derive(Clone, Copy, PartialEq, Default)]
pub(super) struct Filter {
    pub(super) shown: Shown,
    pub(super) page: usize,
}

/// Which facts show.
#[derive(Clone, Copy, PartialEq, Default)]
pub(super) enum Shown {
    #[default]
    All,
    Of(Family),
    Open,
}

impl Shown {
    /// Whether a row shows. The chosen fact stays where it is when it has just been settled.
    pub(super) fn has(self, row: &SheetRow, chosen: Option<AnnotationId>) -> bool {
        match self {
            Shown::All => true,
            Shown::Of(family) => Family::of(&row.label) == family,
            Shown::Open => row.state == CheckState::Open || chosen == Some(row.id),
        }
    }

    /// The next open fact that shows, behind this one or from the beginning.
    pub(super) fn next_open(self, sheet: &Sheet, id: AnnotationId) -> Option<AnnotationId> {
        let here = sheet.rows.iter().position(|row| row.id == id)?;
        let behind = sheet.rows.iter().skip(here + 1).chain(sheet.rows.iter().take(here));
        let mut open = behind.filter(|row| row.state == CheckState::Open && self.has(row, None));
        open.next().map(|row| row.id)
    }
}

/// What the sheet can be narrowed to.
pub(super) fn choices(sheet: &Sheet) -> Vec<Choice<Shown>> {
    let name = |family: Family| match family {
        Family::Figures => words::FAMILY_FIGURES,
        Family::Quotes => words::FAMILY_QUOTES,
        Family::Dates => words::FAMILY_DATES,
        Family::Names => words::FAMILY_NAMES,
        Family::Other => words::FAMILY_OTHER,
    };
    let all = Choice { key: Shown::All, name: words::ALL, count: sheet.rows.len() };
    let families = Family::ALL.into_iter().map(|family| Choice {
        key: Shown::Of(family),
        name: name(family),
        count: sheet.count(family),
    });
    let open = Choice { key: Shown::Open, name: words::STATE_OPEN, count: sheet.progress.open };
    [all].into_iter().chain(families).chain([open]).collect()
}
