//! A store in which one call goes wrong.

use std::cell::{Cell, RefCell};

use newsmark::store::{Error, Head, MemoryStore, Store};

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// The call is refused, and does nothing.
    Refused,
    /// There is no room; only for what writes.
    Full,
    /// Half of the value is written, and the call fails.
    Torn,
    /// Half of the value is written, and the call says that all went well.
    TornUnnoticed,
    /// A reading gives a damaged value, once.
    Corrupt,
    /// The process stops before the call.
    StopBefore,
    /// The process stops when half of the value is written.
    StopTorn,
    /// The process stops after the call.
    StopAfter,
}

/// What a call does, which says what can go wrong with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Call {
    Read,
    Write,
    Other,
}

impl Call {
    pub(crate) fn faults(self) -> &'static [Fault] {
        use Fault::{Corrupt, Full, Refused, StopAfter, StopBefore, StopTorn, Torn, TornUnnoticed};
        match self {
            Call::Read => &[Refused, Corrupt, StopBefore, StopAfter],
            Call::Write => &[Refused, Full, Torn, TornUnnoticed, StopBefore, StopTorn, StopAfter],
            Call::Other => &[Refused, StopBefore, StopAfter],
        }
    }
}

/// Strings in memory that survive the process, with the one fault on the way to them.
#[derive(Debug)]
pub(crate) struct Faulty {
    pub(crate) store: MemoryStore,
    plan: Option<(usize, Fault)>,
    calls: RefCell<Vec<Call>>,
    has_stopped: Cell<bool>,
}

impl Faulty {
    /// On `store`, the call with the number of the plan goes wrong; without a plan none does.
    pub(crate) fn new(store: MemoryStore, plan: Option<(usize, Fault)>) -> Faulty {
        Faulty { store, plan, calls: RefCell::default(), has_stopped: Cell::new(false) }
    }

    /// The calls that there have been.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.calls.borrow().clone()
    }

    /// Whether the process has stopped: no call does anything any more.
    pub(crate) fn has_stopped(&self) -> bool {
        self.has_stopped.get()
    }

    /// The fault of this call, if it is the one.
    fn fault(&self, kind: Call) -> Result<Option<Fault>, Error> {
        if self.has_stopped() {
            return Err(Error::blocked("stopped"));
        }
        let call = self.calls.borrow().len();
        self.calls.borrow_mut().push(kind);
        let fault = self.plan.filter(|(planned, _)| *planned == call).map(|(_, fault)| fault);
        match fault {
            Some(Fault::Refused) => Err(Error::blocked("refused")),
            Some(Fault::StopBefore) => Err(self.stop()),
            other => Ok(other),
        }
    }

    fn stop(&self) -> Error {
        self.has_stopped.set(true);
        Error::blocked("stopped")
    }

    /// Ends a call that has done its work.
    fn end<T>(&self, fault: Option<Fault>, value: T) -> Result<T, Error> {
        if fault == Some(Fault::StopAfter) { Err(self.stop()) } else { Ok(value) }
    }
}

/// A value with one character in the middle replaced.
fn corrupt(value: &str) -> String {
    let middle = value.chars().count() / 2;
    let flip = |c: char| if c == 'x' { 'y' } else { 'x' };
    value.chars().enumerate().map(|(at, c)| if at == middle { flip(c) } else { c }).collect()
}

impl Store for Faulty {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        let fault = self.fault(Call::Read)?;
        let value = self.store.get(key)?;
        let value = if fault == Some(Fault::Corrupt) { value.as_deref().map(corrupt) } else { value };
        self.end(fault, value)
    }

    fn head(&self, key: &str) -> Result<Option<Head>, Error> {
        let fault = self.fault(Call::Read)?;
        let mut head = self.store.head(key)?;
        if let (Some(head), Some(Fault::Corrupt)) = (&mut head, fault) {
            head.line = corrupt(&head.line);
        }
        self.end(fault, head)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        let fault = self.fault(Call::Write)?;
        let half: String = value.chars().take(value.chars().count() / 2).collect();
        match fault {
            Some(Fault::Full) => return Err(Error::full()),
            Some(Fault::Torn) => {
                self.store.set(key, &half)?;
                return Err(Error::blocked("torn"));
            }
            Some(Fault::TornUnnoticed) => return self.store.set(key, &half),
            Some(Fault::StopTorn) => {
                self.store.set(key, &half)?;
                return Err(self.stop());
            }
            _ => self.store.set(key, value)?,
        }
        self.end(fault, ())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        let fault = self.fault(Call::Other)?;
        self.store.remove(key)?;
        self.end(fault, ())
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        let fault = self.fault(Call::Other)?;
        let keys = self.store.keys()?;
        self.end(fault, keys)
    }
}
