use super::*;
use crate::edit::operations;
use crate::store::Standing;
use crate::text::Span;
use crate::words;
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
    Action::Add(vec![article(id)])
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
        .map(|document| format!("{}:{}", document.id.0.as_u128(), Summary::of(document).reviewed));
    let bin = workspace.bin().iter().map(|it| format!(" bin {}", it.summary.id.0.as_u128()));
    format!("[{}] {}{}", ids.join(" "), open.unwrap_or_default(), bin.collect::<String>())
}

const UNDO: Action = Action::Undo { now: NOW };
const REDO: Action = Action::Redo { now: NOW };

fn delete(id: u128) -> Action {
    Action::Delete { id: DocumentId(Uuid::from_u128(id)), now: NOW }
}

fn put_back(id: u128) -> Action {
    Action::PutBack(DocumentId(Uuid::from_u128(id)))
}

fn open(document: &Arc<Document>) -> Action {
    let place = ArticlePlace::new(document.id, View::Read);
    Action::Open { document: document.clone(), place }
}

#[test]
fn undo_goes_back_to_the_article_as_it_came_in_and_stops_there() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    for index in [0, 1] {
        let action = edit(&workspace, accept(index)).expect("an edit");
        workspace = run(workspace, [action]);
    }
    workspace = run(workspace, vec![UNDO; 6]);
    assert_eq!(shown(&workspace), "[1] 1:0");
    assert_eq!(workspace.notice().map(|it| it.text.as_str()), Some(words::NOTHING_MORE_TO_UNDO));
    workspace = run(workspace, vec![REDO; 6]);
    assert_eq!(shown(&workspace), "[1] 1:2");
    assert_eq!(workspace.notice().map(|it| it.text.as_str()), Some(words::NOTHING_TO_REDO));
    let closed = run(workspace, [Action::Go(Place::New), UNDO]);
    assert_eq!(closed.notice().map(|it| it.text.as_str()), Some(words::NOTHING_OPEN_TO_UNDO));
}

#[test]
fn a_deleted_article_waits_in_the_bin_with_its_edits_and_its_steps() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action]);
    let document = workspace.open().expect("open").clone();
    workspace = run(workspace, [delete(1)]);
    assert_eq!(shown(&workspace), "[]  bin 1");
    assert_eq!(workspace.place(), &Place::Library);
    let offer = workspace.notice().and_then(|notice| notice.offer.clone());
    assert_eq!(offer, Some(Offer::PutBack(document.id)));
    // What was not stored yet goes along.
    let pending = workspace.unsaved().values().next().and_then(Write::document);
    assert!(pending.is_some_and(|pending| Arc::ptr_eq(pending, &document)));
    workspace = run(workspace, [UNDO, put_back(1), open(&document), UNDO]);
    assert_eq!(shown(&workspace), "[1] 1:0", "undo takes back the edit, not the deletion");
}

/// What the notice says, and whether it offers to undo.
fn told(workspace: &Workspace) -> (String, bool) {
    let notice = workspace.notice();
    (
        notice.map(|notice| notice.text.clone()).unwrap_or_default(),
        notice.is_some_and(|notice| notice.offer == Some(Offer::Undo)),
    )
}

#[test]
fn after_a_deleted_mark_none_is_chosen_and_it_can_be_had_back() {
    let workspace = run(Workspace::default(), [add(1)]);
    let first = workspace.open().and_then(|document| Some(document.annotations().first()?.id));
    let ids: Ids = Uuid::nil;
    let delete = Action::Do { deed: Deed::Delete, now: NOW, ids };
    let workspace = run(workspace, [Action::Select(first), delete]);
    assert_eq!(workspace.selected(), None, "a second press deletes nothing");
    let (text, offers) = told(&workspace);
    assert!(text.contains("Rome") && offers, "{text}");
    // The next change has the last word: its step is what undo takes back.
    let action = edit(&workspace, accept(0)).expect("an edit");
    let workspace = run(workspace, [action]);
    assert_eq!(told(&workspace), (String::new(), false));
}

#[test]
fn the_bin_is_emptied_for_good() {
    let mut workspace = run(Workspace::default(), [add(1), add(2), delete(1), Action::EmptyBin]);
    assert_eq!(shown(&workspace), "[2] 2:0");
    let id = DocumentId(Uuid::from_u128(1));
    assert!(matches!(workspace.unsaved().get(&id), Some(Write::Erase { unstored: Some(_) })));
    workspace = run(workspace, [put_back(1)]);
    assert_eq!(shown(&workspace), "[2] 2:0", "it is gone");
}

#[test]
fn an_address_that_leads_nowhere_says_so() {
    let place = |id: u128| Place::reading(DocumentId(Uuid::from_u128(id)));
    let workspace = run(Workspace::default(), [Action::Started, add(1), delete(1)]);
    assert_eq!(workspace.lost(), None, "the library shows");
    let binned = run(workspace.clone(), [Action::Go(place(1))]);
    assert!(matches!(binned.lost(), Some(Lost::Binned(_))));
    assert_eq!(run(workspace, [Action::Go(place(7))]).lost(), Some(Lost::Missing));
    let early = run(Workspace::default(), [Action::Go(place(7))]);
    assert_eq!(early.lost(), None, "nothing is known before the library is listed");
}

#[test]
fn undo_leaves_articles_alone_that_are_not_open() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    let action = edit(&workspace, accept(0)).expect("an edit");
    workspace = run(workspace, [action]);
    let first = workspace.open().expect("open").clone();
    workspace = run(workspace, [add(2), UNDO, UNDO]);
    assert_eq!(shown(&workspace), "[2 1] 2:0", "nothing was done to the second");
    workspace = run(workspace, [open(&first), UNDO]);
    assert_eq!(shown(&workspace), "[2 1] 1:0");
}

#[test]
fn one_press_reviews_and_goes_on_and_the_last_one_ends_the_review() {
    let press =
        |status| Action::Do { deed: Deed::Review { status, whom: Whom::Selected }, now: NOW, ids: Uuid::nil };
    let mut workspace = run(Workspace::default(), [Action::Name("Ada".into()), add(1), Action::Review(true)]);
    let quote = |workspace: &Workspace| {
        workspace.selected().and_then(|it| Some(workspace.open()?.quote(it).to_owned()))
    };
    assert_eq!(quote(&workspace).as_deref(), Some("Rome"));
    workspace = run(workspace, [press(Status::Accepted)]);
    assert_eq!(quote(&workspace).as_deref(), Some("Lima"));
    assert!(workspace.is_reviewing() && workspace.said().contains("Rome"));
    workspace = run(workspace, [press(Status::Rejected)]);
    assert!(!workspace.is_reviewing());
    assert!(workspace.notice().is_some_and(|notice| notice.text.contains("reviewed")));
    let document = workspace.open().expect("open");
    let decided: Vec<_> =
        document.annotations().iter().filter_map(|it| it.decided.as_ref()).map(|it| &*it.by).collect();
    assert_eq!(decided, ["Ada", "Ada"], "each decision carries who");
}

#[test]
fn the_label_set_the_value_and_the_place_stay_when_what_was_typed_is_none() {
    let typed = |text: &str| Action::Do { deed: Deed::SetValue(text.into()), now: NOW, ids: Uuid::nil };
    let workspace = run(Workspace::default(), [add(1), Action::Step(Step::Next)]);
    assert!(workspace.read_value("5 million").is_err(), "a place has no value");
    assert!(workspace.update(typed("5 million")).is_none());
}

#[test]
fn another_article_has_its_own_search_and_no_chosen_end() {
    let end = Action::ChooseEnd(Some(End::Start));
    let workspace =
        run(Workspace::default(), [add(1), Action::Step(Step::Next), end, Action::Find("Rome".into())]);
    assert_eq!((workspace.end(), workspace.words()), (Some(End::Start), "Rome"));
    let other = run(workspace.clone(), [add(2)]);
    assert_eq!((other.end(), other.words()), (None, ""));
    let mark = run(workspace, [Action::Step(Step::Next)]);
    assert_eq!(mark.end(), None, "another mark");
}

#[test]
fn a_new_edit_ends_redo() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    for index in [0, 1] {
        let action = edit(&workspace, accept(index)).expect("an edit");
        workspace = run(workspace, [action, UNDO]);
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
    assert_eq!((open.annotations().len(), Summary::of(open).reviewed), (3, 2));
    assert_eq!(workspace.unsaved().len(), 1, "ours is not stored yet");
    workspace = run(workspace, [Action::Undo { now: NOW }]);
    let open = workspace.open().expect("open");
    assert_eq!((open.annotations().len(), Summary::of(open).reviewed), (3, 1), "undo leaves theirs alone");
}

#[test]
fn an_article_that_another_tab_deletes_can_be_put_back() {
    let mut workspace = run(Workspace::default(), [add(1)]);
    workspace = run(workspace.clone(), [Action::Stored(workspace.unsaved().clone())]);
    let document = workspace.open().expect("open").clone();
    let binned = Binned { summary: Summary::of(&document), deleted: NOW };
    let gone = Action::Elsewhere { id: document.id, standing: Standing::Binned(binned) };
    let told = run(workspace.clone(), [gone.clone()]);
    assert_eq!(shown(&told), "[]  bin 1");
    assert_eq!(told.notice().and_then(|notice| notice.offer.clone()), Some(Offer::PutBack(document.id)));
    assert_eq!(shown(&run(told, [put_back(1), open(&document)])), "[1] 1:0");

    let action = edit(&workspace, accept(0)).expect("an edit");
    let busy = run(workspace, [action, gone]);
    assert_eq!(shown(&busy), "[1] 1:1", "what is being edited stays, and is stored again");
    assert_eq!(busy.unsaved().len(), 1);
}

#[test]
fn each_article_of_a_restored_backup_can_be_undone_and_none_goes() {
    let workspace = run(Workspace::default(), [add(1)]);
    let first = workspace.open().expect("open").clone();
    let second = article(2);
    let articles = vec![(Some(first.clone()), with_mark(&first, 50)), (None, second.clone())];
    let workspace = run(workspace, [Action::Replace { title: "restore".into(), articles }]);
    assert_eq!(shown(&workspace), "[2 1] 1:1");
    assert_eq!(workspace.undo_title(), Some("restore"));
    let back = run(workspace, [UNDO]);
    assert_eq!(shown(&back), "[2 1] 1:0");
    assert_eq!(shown(&run(back.clone(), [REDO])), "[2 1] 1:1");
    assert_eq!(shown(&run(back, [open(&second), UNDO])), "[2 1] 2:0", "undo takes no article away");
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
    assert_eq!(workspace.undo_title(), None, "and stands in nobody's way");
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

#[test]
fn the_check_sheet_offers_its_first_fact_and_goes_to_what_is_chosen() {
    let sheet = run(Workspace::default(), [add(1), Action::LookAt(View::CheckSheet)]);
    let first = sheet.selected().map(|fact| fact.id);
    assert!(first.is_some() && sheet.is_offered(), "keys have a fact, and the sheet stays at its top");
    let next = run(sheet, [Action::NextOpenFact]);
    assert!(next.selected().is_some_and(|fact| Some(fact.id) != first) && !next.is_offered());
    let chosen = run(Workspace::default(), [add(1), Action::Select(first), Action::LookAt(View::CheckSheet)]);
    assert!(chosen.selected().is_some() && !chosen.is_offered(), "what was chosen in the text is shown");
}
