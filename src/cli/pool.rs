//! Work on many items by several threads, whose results come in the order of the items.
//!
//! One thread reads, `jobs` work, and the caller's own takes the results, so that a slow reader (a pipe that
//! waits for an answer) holds up nothing that is done. What is on its way is bounded by what it weighs.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How much may be on its way at once, in bytes. An item that weighs more goes by itself.
const ROOM: usize = 32 << 20;

/// How many items may be on their way, for each thread that works.
const ITEMS: usize = 64;

/// Gives each item that `next` brings, with its weight in bytes, to a worker, and what comes of it to `sink`,
/// in the order of the items. `hire` makes a worker for each thread.
///
/// # Errors
///
/// The first of `sink`, after which nothing more is read.
pub(super) fn in_order<T: Send, R: Send, W: FnMut(T) -> R>(
    jobs: usize,
    mut next: impl FnMut() -> Option<(T, usize)> + Send,
    hire: impl Fn() -> W + Sync,
    mut sink: impl FnMut(R, usize) -> io::Result<()>,
) -> io::Result<()> {
    if jobs <= 1 {
        let mut work = hire();
        while let Some((item, weight)) = next() {
            sink(work(item), weight)?;
        }
        return Ok(());
    }
    let room = Room::default();
    // To the caller: who will have the next result. To the threads: what to do, and whom to tell.
    let (expect, expected) = sync_channel::<(Receiver<R>, usize)>(jobs * ITEMS);
    let (give, tasks) = sync_channel::<(T, SyncSender<R>)>(jobs * ITEMS);
    // The threads own it, so that it goes when they do, and nobody waits for dead ones.
    let tasks = Arc::new(Mutex::new(tasks));
    thread::scope(|scope| {
        for tasks in vec![tasks; jobs] {
            let hire = &hire;
            scope.spawn(move || {
                let mut work = hire();
                while let Some((item, tell)) = take(&tasks) {
                    // Nobody waits for it where the output has failed.
                    let _ = tell.send(work(item));
                }
            });
        }
        scope.spawn({
            let room = &room;
            move || {
                while let Some((item, weight)) = next() {
                    room.enter(weight);
                    let (tell, result) = sync_channel(1);
                    if expect.send((result, weight)).is_err() || give.send((item, tell)).is_err() {
                        break;
                    }
                }
            }
        });
        let mut written = Ok(());
        for (result, weight) in expected.iter() {
            // Only a thread that panicked brings none; the scope hands its panic on.
            let Ok(result) = result.recv() else { break };
            written = sink(result, weight);
            room.leave(weight);
            if written.is_err() {
                break;
            }
        }
        drop(expected);
        room.open();
        written
    })
}

fn take<T>(tasks: &Mutex<Receiver<T>>) -> Option<T> {
    tasks.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// The room for what is on its way.
#[derive(Default)]
struct Room {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// In bytes.
    taken: usize,
    /// Whether everybody is let in.
    is_open: bool,
}

impl Room {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room.
    fn enter(&self, weight: usize) {
        let mut state = self.state();
        while !state.is_open && state.taken > 0 && state.taken + weight > ROOM {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.taken += weight;
    }

    fn leave(&self, weight: usize) {
        self.state().taken -= weight;
        self.changed.notify_all();
    }

    /// Lets in whoever waits: nothing will leave any more.
    fn open(&self) {
        self.state().is_open = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn results_come_in_the_order_of_the_items(
            weights in prop::collection::vec(0_usize..3 * ROOM / 2, 0..200),
            jobs in 0_usize..5,
        ) {
            let mut items = weights.iter().copied().enumerate().map(|(i, weight)| ((i, weight), weight));
            let mut got = Vec::new();
            let mut sink = |result, _| { got.push(result); Ok(()) };
            in_order(jobs, || items.next(), || |(i, weight)| (i, weight / 2), &mut sink).expect("no error");
            let wanted: Vec<_> = weights.iter().map(|weight| weight / 2).enumerate().collect();
            prop_assert_eq!(got, wanted);
        }
    }

    #[test]
    fn what_is_on_its_way_is_bounded() {
        let (read, written) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let next = || {
            let number = read.fetch_add(1, Ordering::SeqCst);
            // Two of these weigh all that there is room for.
            (number < 50).then_some((number, ROOM / 2))
        };
        let work = |number| {
            let on_the_way = read.load(Ordering::SeqCst).saturating_sub(written.load(Ordering::SeqCst));
            (number, on_the_way)
        };
        let mut most = 0;
        let sink = |(_, on_the_way): (usize, usize), _| {
            written.fetch_add(1, Ordering::SeqCst);
            most = most.max(on_the_way);
            Ok(())
        };
        in_order(4, next, || work, sink).expect("no error");
        // Two inside, one that waits at the door, one just written whose room is not yet given back.
        assert!(most <= 4, "{most}");
    }

    #[test]
    fn nothing_more_is_read_once_the_output_has_failed() {
        for jobs in [1, 3] {
            let read = AtomicUsize::new(0);
            let next = || Some((read.fetch_add(1, Ordering::SeqCst), ROOM / 4));
            let mut seen = 0;
            let sink = |_, _| {
                seen += 1;
                if seen < 10 { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
            };
            let error = in_order(jobs, next, || |item| item, sink).expect_err("the error of the sink");
            assert_eq!((error.kind(), seen), (io::ErrorKind::BrokenPipe, 10));
        }
    }
}
