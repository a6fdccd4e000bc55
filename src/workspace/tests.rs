use super::*;
use crate::edit::operations;
use crate::text::Span;
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn article(id: u128) -> Arc<Document> {
    let text = format!("Article {id} of Rome and Lima.");
    let mut document = Document::new(DocumentId(Uuid::from_u128(id)), &text, NOW);
    let spans = [text.find("Rome"), text.find("Lima")].into_iter().flatten();
    let suggestions = spans.enumerate().map(|(index, start)| {
        Arc::new(Annotation {
            status: Status::Suggested,
            ..Annotation::by_hand(
                AnnotationId(Uuid::from_u128(index as u128 + 1)),
                Span::new(start, start + 4),
                LabelCode::LOC,
                NOW,
            )
        })
    });
    document.extend(suggestions);
    Arc::new(document)
}

fn add(id: u128) -> Action {
    Action::Add { documents: vec![article(id)], title: format!("add {id}") }
}

fn edit(workspace: &Workspace, command: impl Fn(&Document) -> Option<Command>) -> Option<Action> {
    let command = command(workspace.open()?)?;
    Some(Action::Edit { title: "edit".into(), command, now: NOW })
}

use crate::edit::Command;

fn accept(index: usize) -> impl Fn(&Document) -> Option<Command> {
    move |document| {
        let id = document.annotations().get(index)?.id;
        operations::set_status(document, &[id], Status::Accepted, NOW)
    }
}

/// Runs the actions; those that change nothing are passed over.
fn run(workspace: Workspace, actions: impl IntoIterator<Item = Action>) -> Workspace {
    actions.into_iter().fold(workspace, |workspace, action| workspace.update(action).unwrap_or(workspace))
}

/// Who is in the library, which is open, and how many of its marks are accepted.
fn shown(workspace: &Workspace) -> String {
    let ids: Vec<_> = workspace.articles().iter().map(|article| article.id.0.as_u128().to_string()).collect();
    let open = workspace
        .open()
        .map(|document| format!("{}:{}", document.id.0.as_u128(), Summary::of(document).accepted));
    format!("[{}] {}", ids.join(" "), open.unwrap_or_default())
}

#[test]
fn a_deleted_article_comes_back_with_its_edits_and_its_history() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action]);
    let document = workspace.open().expect("open").clone();
    workspace = run(workspace, [Action::Delete(document)]);
    assert_eq!(shown(&workspace), "[] ");
    workspace = run(workspace, [Action::Undo { now: NOW }]);
    assert_eq!(shown(&workspace), "[1] 1:1");
    workspace = run(workspace, [Action::Undo { now: NOW }]);
    assert_eq!(shown(&workspace), "[1] 1:0");
    workspace = run(workspace, [Action::Undo { now: NOW }]);
    assert_eq!(shown(&workspace), "[] ");
    workspace =
        run(workspace, [Action::Redo { now: NOW }, Action::Redo { now: NOW }, Action::Redo { now: NOW }]);
    assert_eq!(shown(&workspace), "[] ", "added, accepted and deleted again");
}

#[test]
fn undo_leaves_articles_alone_that_are_not_open() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action]);
    let first = workspace.open().expect("open").clone();
    workspace = run(workspace, [add(2), Action::Undo { now: NOW }, Action::Undo { now: NOW }]);
    assert_eq!(shown(&workspace), "[1] ", "only the second was taken back");
    workspace = run(workspace, [Action::Open(first), Action::Undo { now: NOW }]);
    assert_eq!(shown(&workspace), "[1] 1:0");
}

#[test]
fn a_new_edit_ends_redo() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    for index in [0, 1] {
        let action = edit(&workspace, accept(index)).expect("an edit");
        workspace = run(workspace, [action, Action::Undo { now: NOW }]);
    }
    assert!(workspace.redo_title().is_some());
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action]);
    assert_eq!(workspace.redo_title(), None);
}

#[test]
fn what_changed_while_it_was_written_stays_unsaved() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let writing = workspace.unsaved().clone();
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action, Action::Stored(writing)]);
    assert_eq!(workspace.unsaved().len(), 1);
    let writing = workspace.unsaved().clone();
    workspace = run(workspace, [Action::StoreFailed("full".into()), Action::Stored(writing)]);
    assert!(workspace.unsaved().is_empty() && workspace.store_problem().is_none());
}

#[test]
fn the_selection_steps_around_and_past_what_is_hidden_or_rejected() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let selected = |workspace: &Workspace| {
        workspace.selected().map(|annotation| workspace.open().map(|d| d.quote(annotation).to_owned()))
    };
    let rome = Some(Some("Rome".to_owned()));
    workspace = run(workspace, [Action::Step(Step::Next)]);
    assert_eq!(selected(&workspace), rome);
    workspace = run(workspace, [Action::Step(Step::Previous)]);
    assert_eq!(selected(&workspace), Some(Some("Lima".to_owned())));
    let action = edit(&workspace, accept(1)).expect("an edit");
    workspace = run(workspace, [action, Action::Step(Step::NextSuggestion)]);
    assert_eq!(selected(&workspace), rome);
    assert!(workspace.update(Action::Step(Step::NextSuggestion)).is_none(), "no other is left");
    workspace = run(workspace, [Action::ToggleLabel(LabelCode::LOC)]);
    assert!(workspace.update(Action::Step(Step::Next)).is_none());
}

#[test]
fn the_selection_goes_with_its_annotation() {
    let mut workspace = run(Workspace::default(), [add(1), Action::Step(Step::Next)]);
    let id = workspace.selected().expect("selected").id;
    let action = edit(&workspace, |document| operations::delete(document, &[id])).expect("an edit");
    workspace = run(workspace, [action]);
    assert!(workspace.selected().is_none());
    assert!(workspace.update(Action::Select(Some(id))).is_some_and(|next| next.selected().is_none()));
}

/// The document with one more mark, as another tab makes it.
fn with_mark(document: &Document, id: u128) -> Arc<Document> {
    let mut document = document.clone();
    let mark = Annotation::by_hand(AnnotationId(Uuid::from_u128(id)), Span::new(0, 7), LabelCode::EVENT, NOW);
    document.extend([Arc::new(mark)]);
    Arc::new(document)
}

#[test]
fn another_tab_s_changes_come_in_beside_our_own() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    workspace = run(workspace.clone(), [Action::Stored(workspace.unsaved().clone())]);
    let was = workspace.open().expect("open").clone();
    let theirs = with_mark(&was, 50);

    let merged = Action::Merged { was: was.clone(), document: theirs.clone(), must_save: false };
    let idle = run(workspace.clone(), [merged.clone()]);
    assert_eq!(idle.open(), Some(&theirs));
    assert!(idle.unsaved().is_empty(), "it is stored already");

    // An edit was made while the other tab's change was on its way.
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action, merged]);
    let open = workspace.open().expect("open");
    assert_eq!((open.annotations().len(), Summary::of(open).accepted), (3, 2));
    assert_eq!(workspace.unsaved().len(), 1, "ours is not stored yet");
    workspace = run(workspace, [Action::Undo { now: NOW }]);
    let open = workspace.open().expect("open");
    assert_eq!((open.annotations().len(), Summary::of(open).accepted), (3, 1), "undo leaves theirs alone");
}

#[test]
fn an_article_that_another_tab_deletes_can_be_brought_back() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    workspace = run(workspace.clone(), [Action::Stored(workspace.unsaved().clone())]);
    let document = workspace.open().expect("open").clone();
    let gone = Action::Elsewhere { id: document.id, summary: None };
    let told = run(workspace.clone(), [gone.clone()]);
    assert_eq!(shown(&told), "[] ");
    assert!(told.notice().is_some_and(|notice| notice.undoable));
    assert_eq!(shown(&run(told, [Action::Undo { now: NOW }])), "[1] 1:0");

    let action = edit(&workspace, accept(0)).expect("an edit");
    let busy = run(workspace, [action, gone]);
    assert_eq!(shown(&busy), "[1] 1:1", "what is being edited stays, and is stored again");
    assert_eq!(busy.unsaved().len(), 1);
}

#[test]
fn what_was_not_deleted_after_all_is_in_the_list_again() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let document = workspace.open().expect("open").clone();
    workspace = run(workspace, [Action::Delete(document.clone()), Action::NotRemoved(document)]);
    assert_eq!(shown(&workspace), "[1] ");
    assert!(workspace.unsaved().is_empty());
}

#[test]
fn a_restored_backup_is_one_change() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let first = workspace.open().expect("open").clone();
    let articles = vec![(Some(first.clone()), with_mark(&first, 50)), (None, article(2))];
    workspace = run(workspace, [Action::Swap { title: "restore".into(), articles }]);
    assert_eq!(shown(&workspace), "[2 1] 1:1");
    let back = run(workspace.clone(), [Action::Undo { now: NOW }]);
    assert_eq!(shown(&back), "[1] 1:0");
    assert_eq!(shown(&run(back, [Action::Redo { now: NOW }])), "[2 1] 1:1");

    // What was done to one of the articles since is taken back first.
    let action = edit(&workspace, accept(1)).expect("an edit");
    workspace = run(workspace, [action, Action::Close]);
    assert_eq!(workspace.undo_title(), None);
    workspace = run(workspace, [Action::Open(first), Action::Undo { now: NOW }]);
    assert_eq!(workspace.undo_title(), Some("restore"));
}

#[test]
fn what_cannot_be_undone_any_more_is_told() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let was = workspace.open().expect("open").clone();
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action]);
    workspace = run(workspace.clone(), [Action::Stored(workspace.unsaved().clone())]);
    let (was, mut less) =
        (workspace.open().cloned().unwrap_or(was), (**workspace.open().expect("open")).clone());
    less.remove_all(&[less.annotations()[0].id]).expect("a mark");
    workspace = run(workspace, [Action::Merged { was, document: Arc::new(less), must_save: false }]);
    workspace = run(workspace, [Action::Undo { now: NOW }]);
    assert!(workspace.notice().is_some_and(|notice| notice.tone == Tone::Problem));
    assert_eq!(workspace.undo_title(), Some("add 1"), "and stands in nobody's way");
}

proptest! {
    /// Any edits, undone one by one and done again, lead back and forth through the same states.
    #[test]
    fn undo_and_redo_travel_through_the_same_states(edits in prop::collection::vec((0usize..2, 0usize..4), 0..20)) {
        let mut workspace = run(Workspace::default(), [add(1)]);
        let mut states = vec![workspace.open().cloned()];
        for (index, kind) in edits {
            let action = edit(&workspace, |document| {
                let id = document.annotations().get(index)?.id;
                match kind {
                    0 => operations::set_status(document, &[id], Status::Accepted, NOW),
                    1 => operations::set_status(document, &[id], Status::Rejected, NOW),
                    2 => operations::relabel(document, id, &LabelCode::ORG, NOW),
                    _ => operations::delete(document, &[id]),
                }
            });
            let Some(action) = action else { continue };
            workspace = run(workspace, [action]);
            states.push(workspace.open().cloned());
        }
        for state in states.iter().rev().skip(1) {
            workspace = run(workspace, [Action::Undo { now: NOW }]);
            prop_assert_eq!(&workspace.open().cloned(), state);
        }
        for state in states.iter().skip(1) {
            workspace = run(workspace, [Action::Redo { now: NOW }]);
            prop_assert_eq!(&workspace.open().cloned(), state);
        }
    }
}
