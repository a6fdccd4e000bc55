//! Public specification cases for numbers, money and dates, where they are at hand: they are not
//! part of the package.
//!
//! The cases are the English ones of Recognizers-Text (Copyright (c) Microsoft Corporation, MIT
//! licence), and of Duckling, looked for in `../shared/conformance`, or in `conformance` of the folder that
//! `NEWSMARK_SHARED` names. `NEWSMARK_DETAILS=1` prints every case that is not right.

#![allow(clippy::print_stderr, reason = "the trials report what they counted")]

mod amounts;
mod cases;
mod compare;
mod dates;
mod doubts;
mod duckling;
mod figures;
#[path = "../common/gold.rs"]
mod gold;
#[path = "../common/judged.rs"]
mod judged;
mod speakers;
#[path = "../common/timex.rs"]
mod timex;
mod told;
mod words;

use libtest_mimic::Arguments;

fn main() {
    let arguments = Arguments::from_args();
    let trials = amounts::trials()
        .into_iter()
        .chain(dates::trials())
        .chain(duckling::trials())
        .chain(doubts::trials())
        .chain(compare::trials())
        .chain(figures::trials())
        .chain(speakers::trials())
        .chain(told::trials())
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}
