//! Learns Newsmark's name model from a folder of data, and measures it.

mod attribution;
mod calibrate;
mod choices;
mod data;
mod doubts;
mod evaluate;
mod forest;
#[path = "../../tests/common/gold.rs"]
mod gold;
mod instance;
#[path = "../../tests/common/judged.rs"]
mod judged;
mod learn;
mod lexicon;
mod optimise;
mod pairs;
mod quantise;
mod recipe;
mod report;
mod score;
mod temporal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use newsmark::extract::names::tagger::Features;

const USAGE: &str = "\
Learns and measures Newsmark's name model.

Usage: newsmark-train COMMAND [FOLDER]

  train    learn from FOLDER and write static/names.model
  eval     precision, recall and F1 of what Newsmark marks, on the tuning sets of FOLDER
  ablate   learn without each group of features, and measure that
  errors   every wrong name on the tuning sets, one a line
  doubts   learn what speaks for a doubt, and write src/facts/arithmetic/slips/doubts.model
  pairs    learn which figures of two reports are one fact, and write src/facts/compare/pairs.model
  choices  learn what a figure counts, whose it is and its kind, and write src/facts/figures/*.model
  card     what the committed weights were learned from

FOLDER has train/, tune/ and lexicon/ (default: corpora in $NEWSMARK_SHARED, else in ../shared).
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    let folder = args.get(1).map_or_else(default_folder, PathBuf::from);
    match args.first().map(String::as_str) {
        Some("train") => train(&folder),
        Some("doubts") => doubts::learn(project(), folder.parent().unwrap_or(&folder)),
        Some("pairs") => pairs::learn(project(), folder.parent().unwrap_or(&folder)),
        Some("choices") => choices::learn(project(), folder.parent().unwrap_or(&folder)),
        Some("eval") => report::product(&folder),
        Some("ablate") => report::ablation(&folder),
        Some("errors") => report::errors(&folder),
        Some("card") => report::card(),
        None | Some("help" | "--help") => {
            print!("{USAGE}");
            Ok(())
        }
        Some(other) => bail!("there is no command `{other}`"),
    }
}

/// The project's own folder.
fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn default_folder() -> PathBuf {
    let shared = std::env::var_os("NEWSMARK_SHARED").map(PathBuf::from);
    shared.unwrap_or_else(|| project().join("../shared")).join("corpora")
}

fn train(folder: &Path) -> Result<()> {
    let mut model = learn::model(folder, Features::default(), recipe::RUNS)?;
    let texts = data::read(&folder.join(format!("tune/{}.jsonl", recipe::CALIBRATION)))?;
    let (score, judged) = evaluate::model(&texts, &model, Features::default());
    model.calibration = calibrate::fit(&judged);
    model.recipe = recipe::describe(folder)?;
    let bytes = model.to_bytes();
    let path = project().join("static/names.model");
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}\n{score}\n{} features, {} bytes", recipe::CALIBRATION, model.len(), bytes.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsmark::extract::names::tagger::Model;

    /// The committed weights are what `train` writes from the data at hand; nothing to compare
    /// with where there is none.
    #[test]
    fn the_weights_are_up_to_date() {
        let folder = default_folder();
        let bytes = fs::read(project().join("static/names.model")).expect("the weights are committed");
        let model = Model::from_bytes(&bytes).expect("the weights can be read");
        assert_eq!(model.to_bytes(), bytes, "what is read is what is written");
        if folder.join("train").exists() {
            let recipe = recipe::describe(&folder).expect("the data can be read");
            assert_eq!(model.recipe, recipe, "run `cargo xtask train`");
        } else {
            eprintln!("no data in {}: the recipe was not compared", folder.display());
        }
    }
}
