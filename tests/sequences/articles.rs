//! The articles that are pasted, their ids and the clock.

use std::cell::Cell;
use std::sync::LazyLock;

use jiff::Timestamp;
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use uuid::Uuid;

/// The texts that are pasted; their first lines are their titles.
pub(crate) static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
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
pub(crate) static READ: LazyLock<Vec<Document>> = LazyLock::new(|| {
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

pub(crate) fn new_id() -> Uuid {
    Uuid::from_u128(NEXT_ID.replace(NEXT_ID.get() + 1))
}

pub(crate) fn now() -> Timestamp {
    Timestamp::from_second(CLOCK.replace(CLOCK.get() + 1)).expect("a time")
}
