//! The library on a store that fails: nothing that was saved is lost, whatever fails.

mod bin;
mod capacity;
mod faults;
mod faulty;
mod script;
