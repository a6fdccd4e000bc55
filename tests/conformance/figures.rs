//! Passages of real news with every figure judged by hand: what each counts, what kind it is, how it hangs on the others.
//!
//! `figures.jsonl` is no part of the package. The passages whose name has a hash that three divides are counted apart: they were
//! not read while the rules were written, and nothing is learnt from them. The others teach what clues weigh (`cargo xtask
//! learn-figures`, which also measures by parts left out), as do those of `tests/fixtures/figures`, judged by other hands:
//! `written.jsonl` is invented, `news.jsonl` has places in articles of the shared folder.

use std::collections::HashSet;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use newsmark::facts::figures;
use newsmark::text::Span;
use sha2::{Digest as _, Sha256};

use crate::cases;
use crate::judged::{Passage, read};

#[derive(Default)]
struct Score {
    figures: usize,
    found: usize,
    of: usize,
    who: usize,
    when: usize,
    kind: usize,
    links: usize,
    told: usize,
    right: usize,
}

impl Score {
    fn add(&mut self, passage: &Passage) {
        let document = &passage.document;
        let span = |points| passage.span(points);
        let overlap = |one: Span, other: Span| one.start() < other.end() && other.start() < one.end();
        let ours = figures(document);
        let place = |it: &newsmark::facts::Figure| document.annotation(it.id).map(|mark| mark.span);
        let gold_of = |id| {
            let ours = ours.iter().find(|it| it.id == id).and_then(place)?;
            passage.figures.iter().position(|gold| overlap(span(gold.span), ours))
        };
        let mut told: HashSet<(usize, &str, usize)> = HashSet::new();
        for (at, gold) in passage.figures.iter().enumerate() {
            self.figures += 1;
            self.links += gold.links.len();
            let Some(found) =
                ours.iter().find(|it| place(it).is_some_and(|ours| overlap(ours, span(gold.span))))
            else {
                continue;
            };
            self.found += 1;
            self.kind += usize::from(found.kind.code() == gold.kind);
            let is_same = |gold: Option<[usize; 2]>, ours: Option<Span>| match (gold, ours) {
                (None, None) => true,
                (Some(gold), Some(ours)) => overlap(span(gold), ours),
                _ => false,
            };
            self.of += usize::from(is_same(gold.of, found.of));
            self.who += usize::from(is_same(gold.who, found.who));
            self.when += usize::from(is_same(gold.when, found.when));
            let links =
                found.links.iter().filter_map(|(kind, other)| Some((at, kind.code(), gold_of(*other)?)));
            told.extend(links);
        }
        self.told += told.len();
        let is_right = |(at, kind, other): &&(usize, &str, usize)| {
            passage.figures[*at].links.iter().any(|(gold, of)| gold == kind && of == other)
        };
        self.right += told.iter().filter(is_right).count();
    }

    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.links + self.told).max(1) as f64
    }

    fn print(&self, name: &str) {
        let part = |count: usize| 100.0 * count as f64 / self.figures.max(1) as f64;
        eprintln!(
            "{name}: of {} figures {:.0} % are found, what they count {:.0} %, whose {:.0} %, when {:.0} %, kind \
             {:.0} %, links F1 {:.0}",
            self.figures,
            part(self.found),
            part(self.of),
            part(self.who),
            part(self.when),
            part(self.kind),
            self.f1()
        );
    }
}

fn run() -> Result<(), Failed> {
    let shared = cases::folder().join("..");
    let own = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/figures").join(name);
    let (mut seen, mut held) = (Score::default(), Score::default());
    for passage in read(&cases::folder().join("figures.jsonl"), &shared) {
        let is_held_out = Sha256::digest(&passage.id).first().is_some_and(|byte| byte % 3 == 0);
        if is_held_out { held.add(&passage) } else { seen.add(&passage) }
    }
    for name in ["written", "news"] {
        let mut score = Score::default();
        read(&own(&format!("{name}.jsonl")), &shared).iter().for_each(|passage| score.add(passage));
        score.print(&format!("figures, {name}"));
    }
    seen.print("figures, read");
    held.print("figures, held out");
    for (what, right, least) in
        [("what they count", held.of, OF), ("whose", held.who, WHO), ("kind", held.kind, KIND)]
    {
        if 100 * right < least * held.figures {
            return Err(format!("of the figures held out fewer than {least} % are right in {what}").into());
        }
    }
    Ok(())
}

/// Of a hundred figures held out, how many are right at least.
const OF: usize = 76;
const WHO: usize = 48;
const KIND: usize = 67;

pub(crate) fn trials() -> Vec<Trial> {
    let missing = !cases::folder().join("figures.jsonl").exists();
    vec![Trial::test("figures", run).with_ignored_flag(missing)]
}
