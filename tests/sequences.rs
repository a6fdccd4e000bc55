//! Whatever a person does on the page, in any order, nothing that was typed or decided is lost.
//!
//! Sequences of page actions run on a workspace and a session with a store in memory, as the page runs them
//! with localStorage. A ledger of its own notes what the person has seen of each article. At the end
//! the page is started afresh: every text that was ever annotated and not emptied from the bin is
//! there, with all decisions. `NEWSMARK_SEQUENCES` says how many sequences there are.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use newsmark::annotation::{Annotation, CheckState, Status};
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::edit::Meta;
use newsmark::extract::extract;
use newsmark::formats::{Format, export};
use newsmark::label::LabelCode;
use newsmark::session::{Session, Stamp, Taken};
use newsmark::store::{Draft, MemoryStore, Store as _};
use newsmark::text::Span;
use newsmark::workspace::{Action, ArticlePlace, Deed, Place, Step, Sureness, View, Whom, Workspace, Write};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use uuid::Uuid;

/// The texts that are pasted; their first lines are their titles.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    (0..6)
        .map(|n| {
            format!(
                "Report {n}\nOn Tuesday Ama Boateng of Acme Corp. said it would pay ${n}.5 million to 1,{n}00 people in Accra. \
                 Boateng spoke in Kumasi, {n} years after Acme came to Ghana. “We will pay,” she said."
            )
        })
        .collect()
});

/// What is found in each text; reading takes longer than all else here.
static READ: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let read = |text: &String| {
        let mut document = Document::new(DocumentId(Uuid::nil()), text, Timestamp::UNIX_EPOCH);
        let mut id = 0;
        let ids = || {
            id += 1;
            Uuid::from_u128(id)
        };
        annotate(&mut document, &extract(text, None), ids, Timestamp::UNIX_EPOCH);
        document
    };
    TEXTS.iter().map(read).collect()
});

thread_local! {
    static NEXT_ID: Cell<u128> = const { Cell::new(1_000) };
    static CLOCK: Cell<i64> = const { Cell::new(1) };
}

fn new_id() -> Uuid {
    Uuid::from_u128(NEXT_ID.replace(NEXT_ID.get() + 1))
}

fn now() -> Timestamp {
    Timestamp::from_second(CLOCK.replace(CLOCK.get() + 1)).expect("a time")
}

/// Something that a person does on the page; numbers pick from what is there.
#[derive(Clone, Debug)]
enum Press {
    Paste(usize),
    Type(String),
    Open(usize),
    Address(usize, usize),
    GoNew,
    GoLibrary,
    Look(usize),
    SelectMark(usize),
    StepOn,
    Review(bool, usize),
    Relabel(usize),
    Mark(usize, usize),
    MarkAll,
    Note(String),
    Value(String),
    Entity(String),
    SplitOff,
    DeleteMark,
    Check(usize),
    Evidence(String),
    Title(String),
    Grow,
    ReadAgain,
    Undo,
    Redo,
    Delete(usize),
    PutBack(usize),
    EmptyBin,
    ImportOwnFile(usize),
    Restore,
    Backup,
    Reload,
}

fn presses() -> impl Strategy<Value = Press> {
    let words = || "[a-z]{1,6}( [0-9]{1,3})?";
    prop_oneof![
        4 => (0..6usize).prop_map(Press::Paste),
        1 => words().prop_map(Press::Type),
        3 => (0..9usize).prop_map(Press::Open),
        2 => (0..9usize, 0..5usize).prop_map(|(article, view)| Press::Address(article, view)),
        1 => Just(Press::GoNew),
        1 => Just(Press::GoLibrary),
        2 => (0..5usize).prop_map(Press::Look),
        3 => (0..30usize).prop_map(Press::SelectMark),
        2 => Just(Press::StepOn),
        6 => (any::<bool>(), 0..5usize).prop_map(|(accept, whom)| Press::Review(accept, whom)),
        2 => (0..4usize).prop_map(Press::Relabel),
        2 => (0..30usize, 0..4usize).prop_map(|(place, label)| Press::Mark(place, label)),
        1 => Just(Press::MarkAll),
        1 => words().prop_map(Press::Note),
        1 => Just(Press::Value("$7 million".into())),
        2 => words().prop_map(Press::Entity),
        1 => Just(Press::SplitOff),
        1 => Just(Press::DeleteMark),
        2 => (0..4usize).prop_map(Press::Check),
        1 => words().prop_map(Press::Evidence),
        1 => words().prop_map(Press::Title),
        1 => Just(Press::Grow),
        1 => Just(Press::ReadAgain),
        5 => Just(Press::Undo),
        3 => Just(Press::Redo),
        3 => (0..9usize).prop_map(Press::Delete),
        2 => (0..9usize).prop_map(Press::PutBack),
        1 => Just(Press::EmptyBin),
        1 => (0..9usize).prop_map(Press::ImportOwnFile),
        1 => Just(Press::Restore),
        1 => Just(Press::Backup),
        3 => Just(Press::Reload),
    ]
}

/// The page: what it shows, and the store behind it.
struct Page {
    workspace: Workspace,
    session: Session<Rc<MemoryStore>>,
    store: Rc<MemoryStore>,
    /// How often it has stored; the one with this number is left out, as a page would that forgot to.
    stored: usize,
    forgets: Option<usize>,
    capacity: Option<usize>,
    backup: Option<String>,
    ledger: Ledger,
}

/// What the person has seen of each article, step by step, kept apart from the page's own history.
#[derive(Default)]
struct Ledger {
    seen: BTreeMap<DocumentId, Seen>,
    /// What stands in the box for a new article.
    draft: String,
}

#[derive(Clone, Default)]
struct Seen {
    title: String,
    /// The states before, the present one, and those that were undone.
    before: Vec<Vec<String>>,
    now: Vec<String>,
    undone: Vec<Vec<String>>,
}

/// What a person sees of an article: its text and every mark with all that is known and decided of it.
fn state_of(document: &Document) -> Vec<String> {
    let name = |mark: &Annotation| {
        let entity = document.entities.iter().find(|entity| Some(&entity.id) == mark.entity.as_ref());
        entity.map(|entity| entity.name.clone())
    };
    let mark = |mark: &Arc<Annotation>| {
        let check = mark.check.as_ref().map(|check| (check.state, check.evidence.clone()));
        let by = mark.decided.as_ref().map(|decided| decided.by.clone());
        format!(
            "{:?} {} {:?} {:?} {:?} {:?} {check:?} {by:?}",
            mark.span,
            mark.label,
            mark.status,
            mark.value,
            name(mark),
            mark.note
        )
    };
    let head = [document.text().to_string(), document.title.clone()];
    head.into_iter().chain(document.annotations().iter().map(mark)).collect()
}

impl Page {
    fn new(capacity: Option<usize>, forgets: Option<usize>) -> Page {
        let store = Rc::new(capacity.map_or_else(MemoryStore::default, MemoryStore::with_capacity));
        let mut page = Page::on(store, capacity, forgets);
        page.start(None);
        page.send(Action::Name("Ada".into()));
        page
    }

    fn on(store: Rc<MemoryStore>, capacity: Option<usize>, forgets: Option<usize>) -> Page {
        Page {
            workspace: Workspace::default(),
            session: Session::new(store.clone(), "first"),
            store,
            stored: 0,
            forgets,
            capacity,
            backup: None,
            ledger: Ledger::default(),
        }
    }

    fn start(&mut self, address: Option<Place>) {
        let tab = format!("tab{}", NEXT_ID.get());
        self.session = Session::new(self.store.clone(), &tab);
        self.workspace = Workspace::default();
        let actions = self.session.start(&self.workspace, address);
        self.send_all(actions);
    }

    fn send(&mut self, action: Action) {
        if let Some(next) = self.workspace.update(action) {
            self.workspace = next;
        }
    }

    fn send_all(&mut self, actions: Vec<Action>) {
        actions.into_iter().for_each(|action| self.send(action));
    }

    /// What the page does after each drawing.
    fn settle(&mut self) {
        while !self.workspace.unsaved().is_empty() {
            let before = self.workspace.unsaved().len();
            self.stored += 1;
            if self.forgets == Some(self.stored) {
                // The planted loss: said to be stored, and not.
                let written = self.workspace.unsaved().clone();
                return self.send(Action::Stored(written));
            }
            let actions = self.session.store(&self.workspace, 20);
            for action in &actions {
                // What had to go for room is told by its title, and only then is it no loss.
                if let Action::Notify(notice) = action
                    && notice.text.starts_with("To make room")
                {
                    self.ledger.seen.retain(|_, seen| !notice.text.contains(&format!("“{}”", seen.title)));
                }
            }
            self.send_all(actions);
            if self.workspace.unsaved().len() >= before {
                break;
            }
        }
        self.session.keep_settings(&self.workspace);
        self.session.keep_draft(&self.workspace);
    }

    /// Notes what the open article has become.
    fn note(&mut self) {
        let Some(document) = self.workspace.open() else { return };
        let now = state_of(document);
        let seen = self.ledger.seen.entry(document.id).or_default();
        seen.title = document.display_title().into_owned();
        if seen.now.is_empty() {
            seen.now = now;
        } else if seen.now != now {
            seen.before.push(std::mem::replace(&mut seen.now, now));
            seen.undone.clear();
        }
    }

    fn undo(&mut self) -> Result<(), TestCaseError> {
        let Some(id) = self.workspace.open().map(|document| document.id) else { return Ok(()) };
        let title = self.workspace.undo_title().map(str::to_owned);
        self.send(Action::Undo { now: now() });
        let Some(document) = self.workspace.open().filter(|document| document.id == id).cloned() else {
            return Err(TestCaseError::fail("undo took the article away"));
        };
        let seen = self.ledger.seen.entry(id).or_default();
        seen.title = document.display_title().into_owned();
        if title.is_some() {
            // A step may have changed nothing that shows.
            let state = state_of(&document);
            if state != seen.now {
                let before = seen.before.pop();
                seen.undone.push(std::mem::replace(&mut seen.now, state.clone()));
                prop_assert_eq!(before, Some(state), "undo leads to what was seen before");
            }
        } else {
            prop_assert_eq!(&state_of(&document), &seen.now, "at the end of the steps nothing changes");
        }
        Ok(())
    }

    fn redo(&mut self) -> Result<(), TestCaseError> {
        let Some(id) = self.workspace.open().map(|document| document.id) else { return Ok(()) };
        let title = self.workspace.redo_title().map(str::to_owned);
        self.send(Action::Redo { now: now() });
        let Some(document) = self.workspace.open().cloned() else {
            return Err(TestCaseError::fail("redo took the article away"));
        };
        let seen = self.ledger.seen.entry(id).or_default();
        seen.title = document.display_title().into_owned();
        let state = state_of(&document);
        if title.is_some() && state != seen.now {
            let next = seen.undone.pop();
            seen.before.push(std::mem::replace(&mut seen.now, state.clone()));
            prop_assert_eq!(next, Some(state), "redo leads to what was undone");
        }
        Ok(())
    }

    fn perform(&mut self, deed: Deed) {
        self.send(Action::Do { deed, now: now(), ids: new_id });
        self.note();
    }

    fn article_at(&self, at: usize) -> Option<DocumentId> {
        let articles = self.workspace.articles();
        articles.get(at % articles.len().max(1)).map(|summary| summary.id)
    }

    fn go(&mut self, place: Place) {
        let actions = self.session.go(&self.workspace, place);
        self.send_all(actions);
    }

    fn take(&mut self, name: &str, bytes: &[u8]) {
        let stamp = Stamp { now: now(), ids: new_id };
        if let Taken::Actions(actions) = self.session.import(&self.workspace, name, bytes, stamp) {
            self.send_all(actions);
        }
    }

    fn press(&mut self, press: &Press) -> Result<(), TestCaseError> {
        match press {
            Press::Undo => self.undo()?,
            Press::Redo => self.redo()?,
            Press::Reload => {
                // A page that is left stores what it has.
                self.settle();
                if !self.workspace.unsaved().is_empty() {
                    // It asks first, and says why; the person stays.
                    prop_assert!(self.workspace.store_problem().is_some());
                    return Ok(());
                }
                let place = self.workspace.place().clone();
                self.start(Some(place));
            }
            Press::Paste(_)
            | Press::Type(_)
            | Press::Open(_)
            | Press::Address(..)
            | Press::GoNew
            | Press::GoLibrary
            | Press::Delete(_)
            | Press::PutBack(_)
            | Press::EmptyBin
            | Press::ImportOwnFile(_)
            | Press::Restore
            | Press::Backup => self.press_library(press)?,
            _ => self.press_article(press),
        }
        Ok(())
    }

    fn press_library(&mut self, press: &Press) -> Result<(), TestCaseError> {
        match press {
            Press::Paste(at) => {
                let mut document = READ[*at].clone();
                document.id = DocumentId(new_id());
                (document.created, document.modified) = (now(), now());
                // No two have one title, so that what goes for room can be told by it.
                document.title = format!("Report {}", NEXT_ID.get());
                self.send(Action::Draft(Draft { text: TEXTS[*at].as_str().into(), ..Draft::default() }));
                self.send(Action::Add(vec![Arc::new(document)]));
                self.note();
                prop_assert!(self.workspace.draft().text.is_empty(), "the draft has become an article");
                self.ledger.draft.clear();
            }
            Press::Type(text) => {
                self.send(Action::Draft(Draft { text: text.as_str().into(), ..Draft::default() }));
                self.ledger.draft.clone_from(text);
            }
            Press::Open(at) => {
                if let Some(id) = self.article_at(*at) {
                    self.go(Place::reading(id));
                }
            }
            Press::Address(at, view) => {
                let known: Vec<_> = self.ledger.seen.keys().copied().collect();
                let id = known.get(*at).copied().unwrap_or(DocumentId(Uuid::max()));
                self.go(Place::Article(ArticlePlace::new(id, View::ALL[*view])));
            }
            Press::GoNew => self.go(Place::New),
            Press::GoLibrary => self.go(Place::Library),
            Press::Delete(at) => {
                if let Some(id) = self.article_at(*at) {
                    self.send(Action::Delete { id, now: now() });
                }
            }
            Press::PutBack(at) => {
                let bin = self.workspace.bin();
                if let Some(id) = bin.get(*at % bin.len().max(1)).map(|binned| binned.summary.id) {
                    let actions = self.session.put_back(&self.workspace, id);
                    self.send_all(actions);
                }
            }
            Press::EmptyBin => {
                for binned in self.workspace.bin() {
                    self.ledger.seen.remove(&binned.summary.id);
                }
                self.send(Action::EmptyBin);
            }
            Press::ImportOwnFile(at) => {
                let known: Vec<_> = self.ledger.seen.keys().copied().collect();
                let Some(id) = known.get(*at) else { return Ok(()) };
                let found = self.session.article(&self.workspace, *id);
                let Some(document) = found.document else { return Ok(()) };
                let file = export(&document.with_name(self.workspace.person()), Format::Newsmark);
                self.take("own.newsmark.json", file.as_bytes());
                prop_assert!(self.workspace.contains(*id), "a file of an article brings it back");
            }
            Press::Backup => self.backup = Some(self.session.back_up(&self.workspace).0),
            Press::Restore => {
                if let Some(backup) = self.backup.clone() {
                    self.restore(&backup);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Restores a backup. What has been done since stays; what was emptied from the bin comes back.
    fn restore(&mut self, backup: &str) {
        self.take("backup.newsmark.json", backup.as_bytes());
        // A restored state is a step of each article; the ledger follows those that it knows.
        let all: Vec<_> = self.workspace.articles().iter().map(|summary| summary.id).collect();
        for id in all {
            let Some(document) = self.session.article(&self.workspace, id).document else { continue };
            let now = state_of(&document);
            let seen = self.ledger.seen.entry(id).or_default();
            seen.title = document.display_title().into_owned();
            if seen.now.is_empty() {
                seen.now = now;
            } else if seen.now != now {
                seen.before.push(std::mem::replace(&mut seen.now, now));
                seen.undone.clear();
            }
        }
        for binned in self.workspace.bin() {
            let id = binned.summary.id;
            if let Some(document) = self.session.article(&self.workspace, id).document {
                let seen = self.ledger.seen.entry(id).or_default();
                seen.title = document.display_title().into_owned();
                if seen.now.is_empty() {
                    seen.now = state_of(&document);
                }
            }
        }
    }

    fn press_article(&mut self, press: &Press) {
        const LABELS: [LabelCode; 4] = [LabelCode::PERSON, LabelCode::ORG, LabelCode::LOC, LabelCode::EVENT];
        let Some(document) = self.workspace.open().cloned() else { return };
        let selected = self.workspace.selected().map(|mark| mark.id);
        match press {
            Press::Look(view) => self.send(Action::LookAt(View::ALL[*view])),
            Press::SelectMark(at) => {
                let marks = document.annotations();
                self.send(Action::Select(marks.get(at % marks.len().max(1)).map(|mark| mark.id)));
            }
            Press::StepOn => self.send(Action::Step(Step::NextSuggestion)),
            Press::Review(accepts, whom) => {
                let status = if *accepts { Status::Accepted } else { Status::Rejected };
                let whom = [
                    Whom::Selected,
                    Whom::Selected,
                    Whom::Entity,
                    Whom::Label,
                    Whom::All(Sureness::AtLeast(90)),
                ][*whom];
                self.perform(Deed::Review { status, whom });
            }
            Press::Relabel(label) => self.perform(Deed::Relabel(LABELS[*label].clone())),
            Press::Mark(place, label) => {
                let words: Vec<_> = document.text().match_indices(' ').map(|(at, _)| at + 1).collect();
                let ends = [place, &(place + 1)].map(|at| words.get(*at).copied());
                if let [Some(start), Some(end)] = ends {
                    let (span, label) = (Span::new(start, end - 1), LABELS[*label].clone());
                    self.perform(Deed::Mark { span, label });
                }
            }
            Press::MarkAll => self.perform(Deed::MarkAll(None)),
            Press::Note(note) => self.perform(Deed::SetNote(note.clone())),
            Press::Value(value) => self.perform(Deed::SetValue(value.clone())),
            Press::Entity(name) => self.perform(Deed::SetEntity(name.clone())),
            Press::SplitOff => self.perform(Deed::SplitOff),
            Press::DeleteMark => self.perform(Deed::Delete),
            Press::Check(state) => self.perform(Deed::Check(CheckState::ALL[*state])),
            Press::Evidence(evidence) => {
                if let Some(id) = selected {
                    self.perform(Deed::SetEvidence(id, evidence.clone()));
                }
            }
            Press::Title(title) => {
                // Titles stay different, so that what goes for room can be told by them.
                let title = format!("{title} {}", NEXT_ID.replace(NEXT_ID.get() + 1));
                self.perform(Deed::SetMeta(Meta { title, ..Meta::of(&document) }));
            }
            Press::Grow => {
                let end = newsmark::workspace::End::End;
                self.perform(Deed::MoveEnd { end, forward: true, by_word: true });
            }
            Press::ReadAgain => self.perform(Deed::ReadAgain { with_leftovers: false }),
            _ => {}
        }
    }

    /// After a fresh start: every article of the ledger is there, as it was seen last.
    fn check(&self) -> Result<(), String> {
        let session = Session::new(self.store.clone(), "fresh");
        let mut workspace = Workspace::default();
        for action in session.start(&workspace, None) {
            workspace = workspace.update(action).unwrap_or(workspace);
        }
        let is_told = self.workspace.store_problem().is_some();
        let draft = &workspace.draft().text;
        // A full store has no room for a draft; its box still has it.
        if self.capacity.is_none() && **draft != *self.ledger.draft {
            return Err(format!("the draft is {draft:?} in place of {:?}", self.ledger.draft));
        }
        for (id, seen) in &self.ledger.seen {
            if is_told
                && self.workspace.unsaved().get(id).is_some_and(|write| !matches!(write, Write::PutBack))
            {
                // The page says that it is not saved, and why.
                continue;
            }
            if !workspace.contains(*id) && !workspace.is_binned(*id) {
                return Err(format!("“{}” is gone", seen.title));
            }
            let found = session.article(&workspace, *id).document;
            let Some(document) = found else { return Err(format!("“{}” cannot be read", seen.title)) };
            let state = state_of(&document);
            if state != seen.now {
                let differs = state.iter().zip(&seen.now).find(|(is, was)| is != was);
                return Err(format!("“{}” is another: {differs:#?}", seen.title));
            }
        }
        Ok(())
    }
}

fn cases() -> u32 {
    std::env::var("NEWSMARK_SEQUENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000)
}

/// A press, and whether the page has the time to store what it changed before the next one.
type Turn = (Press, bool);

fn turns() -> impl Strategy<Value = Turn> {
    (presses(), prop::bool::weighted(0.7))
}

fn run(turns: &[Turn], capacity: Option<usize>, forgets: Option<usize>) -> Result<Page, TestCaseError> {
    let mut page = Page::new(capacity, forgets);
    for (press, stores) in turns {
        page.press(press)?;
        if *stores {
            page.settle();
        }
    }
    page.settle();
    Ok(page)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_typed_or_decided_is_lost(
        turns in prop::collection::vec(turns(), 1..40),
        capacity in prop_oneof![3 => Just(None), 1 => (3_000..14_000usize).prop_map(Some)],
    ) {
        let page = run(&turns, capacity, None)?;
        prop_assert_eq!(page.check(), Ok(()));
    }
}

/// The property finds a page that forgets a single call of the store.
#[test]
fn a_planted_loss_is_found() {
    let (mut planted, mut found) = (0, 0);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let sequences = prop::collection::vec(turns(), 20..40);
    for _ in 0..100 {
        let turns = sequences.new_tree(&mut runner).expect("a sequence").current();
        let stored = run(&turns, None, None).map(|page| page.stored).expect("nothing is planted yet");
        let Some(last) = stored.checked_sub(1) else { continue };
        planted += 1;
        let is_found = match run(&turns, None, Some(last.max(1))) {
            Ok(page) => page.check().is_err(),
            // A state that was not stored shows earlier, where an article is opened again.
            Err(_) => true,
        };
        found += usize::from(is_found);
    }
    // A later store of the same article makes some of them good.
    assert!(found * 4 > planted, "{found} of {planted} planted losses were found");
}

/// What stands in the store, to tell what another tab has written.
fn contents(store: &MemoryStore) -> BTreeMap<String, String> {
    let keys = store.keys().expect("keys");
    keys.into_iter().filter_map(|key| Some((key.clone(), store.get(&key).ok()??))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases() / 4, ..ProptestConfig::default() })]

    /// Two tabs delete, edit, put back and empty as they like: every text is there that neither has
    /// emptied from the bin, and both tabs list the same.
    #[test]
    fn two_tabs_lose_no_text(turns in prop::collection::vec((turns(), any::<bool>()), 1..40)) {
        let store = Rc::new(MemoryStore::default());
        let mut tabs = [0, 1].map(|_| Page::on(store.clone(), None, None));
        tabs.iter_mut().for_each(|tab| tab.start(None));
        let mut emptied = BTreeMap::new();
        for ((press, stores), is_first) in turns.iter().chain([&((Press::GoLibrary, true), true), &((Press::GoLibrary, true), false)]) {
            // Undo and backups are another property's.
            if matches!(press, Press::Undo | Press::Redo | Press::Restore | Press::Reload | Press::ImportOwnFile(_)) {
                continue;
            }
            let tab = &mut tabs[usize::from(!is_first)];
            if matches!(press, Press::EmptyBin) {
                emptied.extend(tab.workspace.bin().iter().map(|it| (it.summary.id, ())));
            }
            tab.press(press)?;
            if *stores {
                let before = contents(&store);
                tab.settle();
                let after = contents(&store);
                let other = &mut tabs[usize::from(*is_first)];
                for key in before.keys().chain(after.keys()).collect::<std::collections::BTreeSet<_>>() {
                    if before.get(key) != after.get(key) {
                        let actions = other.session.hear(&other.workspace, Some(key));
                        other.send_all(actions);
                    }
                }
            }
        }
        let fresh = {
            let mut page = Page::on(store, None, None);
            page.start(None);
            page.workspace
        };
        for tab in &tabs {
            for id in tab.ledger.seen.keys().filter(|id| !emptied.contains_key(id)) {
                prop_assert!(fresh.contains(*id) || fresh.is_binned(*id), "a text is gone");
            }
            let listed = |page: &Workspace| page.articles().iter().map(|it| it.id).collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(listed(&tab.workspace), listed(&fresh));
        }
    }
}
