//! What each command of the page does.

use super::browser::{caret, clear_selection, focus, is_marked, print};
use super::desk::Desk;
use super::picking::{choose_end, selected_text};
use crate::annotation::{CheckState, Status};
use crate::words;
use crate::workspace::{Action, Dialog, End, Menu, Notice, PageCommand, Scope, Step, Sureness, View};

/// Set by the extension on the page's root, where the page that an article was taken from is open beside.
pub(super) const ON_PAGE: &str = "data-on-page";

/// Whether what a command needs is there.
pub(super) fn is_possible(desk: &Desk, command: PageCommand) -> bool {
    let workspace = desk.workspace();
    if command == PageCommand::ShowOnPage && !is_marked(ON_PAGE) {
        return false;
    }
    match command.scope() {
        Scope::Page => true,
        Scope::Article => workspace.open().is_some(),
        Scope::Mark => workspace.selected().is_some(),
    }
}

/// Carries out a command; `false` where it has nothing to do here.
pub(super) fn run(desk: &Desk, command: PageCommand) -> bool {
    let workspace = desk.workspace();
    if !is_possible(desk, command) {
        return false;
    }
    match command {
        PageCommand::NextMark => desk.send(Action::Step(Step::Next)),
        PageCommand::PreviousMark => desk.send(Action::Step(Step::Previous)),
        PageCommand::Accept => desk.review(Status::Accepted),
        PageCommand::Reject => desk.review(Status::Rejected),
        PageCommand::AcceptEntity => desk.review_entity(Status::Accepted),
        PageCommand::RejectEntity => desk.review_entity(Status::Rejected),
        PageCommand::AcceptLabel => desk.review_label(Status::Accepted),
        PageCommand::NextMention => desk.send(Action::Step(Step::NextMention)),
        PageCommand::PreviousMention => desk.send(Action::Step(Step::PreviousMention)),
        PageCommand::MarkAll => {
            let span = selected_text(desk);
            clear_selection();
            caret::hide();
            desk.mark_all(span);
        }
        PageCommand::InStack => desk.send(Action::Step(Step::InStack)),
        PageCommand::MoveStart => choose_end(desk, End::Start),
        PageCommand::MoveEnd => choose_end(desk, End::End),
        PageCommand::EditValue => focus("field-value"),
        PageCommand::EditEntity => focus("field-entity"),
        PageCommand::EditNote => focus("field-note"),
        PageCommand::SplitOff => desk.split_off(),
        PageCommand::Delete => desk.delete(),
        PageCommand::Review => desk.send(Action::Review(!workspace.is_reviewing())),
        PageCommand::Confirmed => desk.check(CheckState::Confirmed),
        PageCommand::Wrong => desk.check(CheckState::Wrong),
        PageCommand::Unclear => desk.check(CheckState::Unclear),
        PageCommand::OpenAgain => desk.check(CheckState::Open),
        PageCommand::Read => desk.look_at(View::Read),
        PageCommand::WhoSaidWhat => desk.look_at(View::WhoSaidWhat),
        PageCommand::CheckSheet => desk.look_at(View::CheckSheet),
        PageCommand::Timeline => desk.look_at(View::Timeline),
        PageCommand::Compare => desk.look_at(View::Compare),
        PageCommand::LibraryFacts => desk.show(Some(Dialog::LibraryFacts)),
        PageCommand::AcceptAll => desk.accept_all(),
        PageCommand::RejectAll => desk.review_all(Status::Rejected, Sureness::Any),
        PageCommand::ReadAgain => desk.read_again(),
        PageCommand::Find => focus("find"),
        PageCommand::FindInLibrary => desk.show(Some(Dialog::Library)),
        PageCommand::UpdateText => desk.show(Some(Dialog::UpdateText)),
        PageCommand::Merge => desk.show(Some(Dialog::Merge)),
        PageCommand::Agreement => desk.show(Some(Dialog::Agreement)),
        PageCommand::Share => desk.send(Action::OpenMenu(Some(Menu::Share))),
        PageCommand::Export => desk.send(Action::OpenMenu(Some(Menu::Export))),
        PageCommand::History => desk.show(Some(Dialog::History)),
        PageCommand::Labels => desk.show(Some(Dialog::Labels)),
        PageCommand::Palette => desk.show(Some(Dialog::Palette)),
        PageCommand::Keys => desk.show(Some(Dialog::Keys)),
        PageCommand::NewArticle => desk.go_new(),
        PageCommand::Storage => desk.show(Some(Dialog::Storage)),
        PageCommand::ShowOnPage => desk.show_on_page(),
        PageCommand::Print => print(),
    }
    true
}

/// The same for who has chosen it from a list: where it has nothing to do, says why.
pub(super) fn run_or_tell(desk: &Desk, command: PageCommand) {
    if run(desk, command) {
        return;
    }
    desk.notify(Notice::info(match command.scope() {
        Scope::Mark => words::command_needs_mark(&command.title()),
        _ => words::command_needs_article(&command.title()),
    }));
}
