//! What people read: figures, ablations, errors, and where the weights come from.

use std::path::Path;

use anyhow::Result;
use newsmark::extract::extract;
use newsmark::extract::names::tagger::{Features, NameClass, installed};
use newsmark::text::{Span, beginning};

use crate::data::{self, Text};
use crate::{attribution, calibrate, evaluate, learn, recipe, temporal};

fn tuning(folder: &Path, set: &str) -> Result<Vec<Text>> {
    data::read(&folder.join(format!("tune/{set}.jsonl")))
}

/// Prints what Newsmark as a whole reaches on each tuning set.
pub(crate) fn product(folder: &Path) -> Result<()> {
    for set in recipe::TUNING {
        let (score, judged) = evaluate::product(&tuning(folder, set)?);
        println!("{set}\n{score}\n{}", calibrate::reliability(&judged));
    }
    let times = folder.join("../conformance/aquaint.jsonl");
    if times.is_file() {
        let [seen, held_out] = temporal::measure(&times)?;
        println!("times on news, F1 (TempEval-3)\n  {seen}\n  held out: {held_out}");
    }
    let attributions = folder.join("attribution/polnear_dev.jsonl");
    if attributions.is_file() {
        println!("\nwho said what, on news (PolNeAR)\n{}", attribution::measure(&attributions)?);
    }
    Ok(())
}

/// Learns without each group of features and prints a table of F1, one run each: differences below
/// 0.3 points are noise.
pub(crate) fn ablation(folder: &Path) -> Result<()> {
    println!("| without | {} | NORP | PER | ORG | LOC |", recipe::TUNING.join(" | "));
    println!("|---|{}---|---|---|---|", "---|".repeat(recipe::TUNING.len()));
    let groups = Features::GROUPS.iter().filter_map(|name| Some((*name, Features::without(name)?)));
    for (name, groups) in [("nothing", Features::default())].into_iter().chain(groups) {
        let model = learn::model(folder, groups, 1)?;
        let mut row = format!("| {name} |");
        let mut classes = String::new();
        for set in recipe::TUNING {
            let (score, _) = evaluate::model(&tuning(folder, set)?, &model, groups);
            row += &format!(" {:.1} |", score.names().f1());
            if *set == recipe::CALIBRATION {
                for class in [NameClass::Group, NameClass::Person, NameClass::Org, NameClass::Place] {
                    classes += &format!(" {:.1} |", score.of(class).f1());
                }
            }
        }
        println!("{row}{classes}");
    }
    Ok(())
}

/// Prints every wrong name of the tuning sets: what was marked, what was found in its place, and
/// the words around.
pub(crate) fn errors(folder: &Path) -> Result<()> {
    for set in recipe::TUNING {
        for text in tuning(folder, set)? {
            let found = evaluate::names(&text.text, &extract(&text.text, None));
            let found: Vec<_> = found.into_iter().map(|(name, _)| name).collect();
            for (what, these, those) in [("missed", &text.names, &found), ("spurious", &found, &text.names)] {
                for name in these.iter().filter(|name| !those.contains(name)) {
                    let others: Vec<String> = those
                        .iter()
                        .filter(|other| other.0.overlaps(name.0))
                        .map(|other| format!("{} {}", other.1.code(), line(&text, other.0)))
                        .collect();
                    let (code, quote) = (name.1.code(), line(&text, name.0));
                    println!(
                        "{set}\t{what}\t{code}\t{quote}\t{}\t{}",
                        others.join("; "),
                        around(&text, name.0)
                    );
                }
            }
        }
    }
    Ok(())
}

/// Prints what the committed weights record of themselves.
pub(crate) fn card() -> Result<()> {
    if let Some(model) = installed() {
        println!("{}{} features", model.recipe, model.len());
        for (from, to) in &model.calibration {
            println!("probability {from:.2}: right {to:.2}");
        }
    }
    Ok(())
}

fn line(text: &Text, span: Span) -> String {
    span.slice(&text.text).unwrap_or_default().replace(['\n', '\t'], " ")
}

fn around(text: &Text, span: Span) -> String {
    const WIDTH: usize = 40;
    let from = beginning(&text.text, span.start().saturating_sub(WIDTH)).len();
    let to = beginning(&text.text, span.end() + WIDTH).len();
    line(text, Span::new(from, to))
}
