//! Whatever a person does on the page, in any order, nothing that was typed or decided is lost.
//!
//! Sequences of page actions run on a workspace and a session with a store in memory, as the page runs them
//! with localStorage. A ledger of its own notes what the person has seen of each article. At the end
//! the page is started afresh: every text that was ever annotated and not emptied from the bin is
//! there, with all decisions. `NEWSMARK_SEQUENCES` says how many sequences there are.

mod articles;
mod ledger;
mod page;
mod presses;
mod pressing;

use crate::page::Page;
use crate::presses::{Press, presses};
use std::collections::BTreeMap;
use std::rc::Rc;

use newsmark::store::{MemoryStore, Store as _};
use newsmark::workspace::Workspace;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

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
            if matches!(press, Press::Undo | Press::Redo | Press::TakeBack | Press::Restore | Press::Reload | Press::ImportOwnFile(_)) {
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
