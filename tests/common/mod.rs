//! Text fixtures: cases of input and expected output in files that people read and edit.
//!
//! A case is a line `== name`, the input, a line of one full stop, and what is expected, up to the
//! next `== `. Lines before the first case are remarks. With `UPDATE_EXPECT=1` the expected parts
//! are rewritten to what the code gives (and the test passes): read the difference before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Runs `actual` over every case of every `.txt` file below `tests/fixtures/<folder>` and compares
/// what it gives, line by line trimmed at the end, with what the case expects.
#[track_caller]
pub(crate) fn check_folder(folder: &str, actual: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut report = String::new();
    let mut cases = 0;
    for file in files {
        let fixture = Fixture::read(&file);
        cases += fixture.cases.len();
        let mut updated = fixture.remarks.clone();
        for case in &fixture.cases {
            let got = actual(&case.input);
            let got = got.trim_end();
            if got != case.expected && !update {
                let _ = write!(
                    report,
                    "\n{}:{}: {}\n--- input\n{}\n--- expected\n{}\n--- got\n{got}\n",
                    file.display(),
                    case.line,
                    case.name,
                    case.input,
                    case.expected
                );
            }
            let _ = write!(updated, "== {}\n{}\n.\n{got}\n\n", case.name, case.input);
        }
        if update {
            fs::write(&file, updated.trim_end().to_owned() + "\n").expect("the fixture can be written");
        }
    }
    assert!(cases > 0, "no cases in {}", folder.display());
    assert!(report.is_empty(), "{report}");
}

struct Fixture {
    remarks: String,
    cases: Vec<Case>,
}

struct Case {
    name: String,
    line: usize,
    input: String,
    expected: String,
}

impl Fixture {
    fn read(file: &Path) -> Fixture {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut fixture = Fixture { remarks: String::new(), cases: Vec::new() };
        let mut in_input = false;
        for (index, line) in text.lines().enumerate() {
            if let Some(name) = line.strip_prefix("== ") {
                let (name, line) = (name.to_owned(), index + 1);
                fixture.cases.push(Case { name, line, input: String::new(), expected: String::new() });
                in_input = true;
                continue;
            }
            match fixture.cases.last_mut() {
                None => fixture.remarks += &format!("{line}\n"),
                Some(_) if in_input && line == "." => in_input = false,
                Some(case) if in_input => case.input += &format!("{line}\n"),
                Some(case) => case.expected += &format!("{line}\n"),
            }
        }
        for case in &mut fixture.cases {
            assert!(!case.input.is_empty(), "{}:{}: no input", file.display(), case.line);
            case.input.pop();
            case.expected.truncate(case.expected.trim_end().len());
        }
        fixture
    }
}
