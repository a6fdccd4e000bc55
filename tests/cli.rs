//! The command-line program, run as people run it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use newsmark::formats::{Format, Loss};

struct Ran {
    out: String,
    err: String,
    code: Option<i32>,
}

/// Runs `newsmark` in the folder of the example files with `input` on its standard input.
fn newsmark(args: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsmark"))
        .args(args)
        .current_dir(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // The program may end without reading it all.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats")
}

/// What is written where everything goes well and one thing is told.
#[track_caller]
fn told(args: &[&str], input: &str, expected: &str) -> String {
    let ran = newsmark(args, input);
    assert_eq!((ran.code, ran.err.trim_end()), (Some(0), expected));
    ran.out
}

#[track_caller]
fn ok(args: &[&str], input: &str) -> String {
    let ran = newsmark(args, input);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn extract_writes_a_document_for_a_text() {
    let out = ok(&["extract", "--published", "2024-07-02"], "Café 📉 fell €3.5m in Rome.");
    let import = newsmark::formats::import(out.as_bytes()).expect("a file of ours");
    assert_eq!(import.problems, []);
    assert_eq!(&**import.documents[0].text(), "Café 📉 fell €3.5m in Rome.");
    assert_eq!(import.documents[0].published.map(|date| date.to_string()).as_deref(), Some("2024-07-02"));
}

#[test]
fn extract_writes_a_library_for_several_texts() {
    let out = ok(&["extract", "article.txt", "-", "article.txt"], "Second.");
    let import = newsmark::formats::import(out.as_bytes()).expect("a file of ours");
    assert!(import.is_library && import.problems.is_empty());
    let titles: Vec<_> = import.documents.iter().map(|document| document.title.as_str()).collect();
    assert_eq!(titles, ["article.txt", "standard input", "article.txt"]);
}

#[test]
fn extract_goes_on_behind_a_bad_line() {
    let input = "{\"id\":\"1\",\"text\":\"A.\"}\n\nnope\n{\"id\":2,\"text\":\"B.\"}\r\n{\"id\":\"3\"}\n{\"id\":\"4\",\"text\":\"C.\"}";
    let ran = newsmark(&["extract", "--input", "jsonl", "--format", "jsonl"], input);
    let ids: Vec<_> = ran.out.lines().map(|line| line.split(',').next().unwrap_or_default()).collect();
    assert_eq!(ids, [r#"{"id":"1""#, r#"{"id":"2""#, r#"{"id":"4""#]);
    let errors: Vec<_> = ran.err.lines().collect();
    assert_eq!(errors.len(), 2, "{}", ran.err);
    assert!(errors[0].starts_with("standard input, line 3: The line is not JSON"), "{}", ran.err);
    assert!(errors[1].starts_with("standard input, line 5: The line has no article text"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn extract_goes_on_behind_a_missing_file() {
    let ran = newsmark(&["extract", "--format", "jsonl", "missing.txt", "article.txt"], "");
    assert!(ran.out.starts_with(r#"{"id":"article.txt","annotations":["#), "{}", ran.out);
    assert!(ran.err.starts_with("missing.txt: cannot be read: "), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn extract_keeps_and_converts_the_annotations_of_a_line() {
    let input =
        r#"{"id":"x","text":"📉 in Rome","annotations":[{"start":5,"end":9,"label":"LOC","text":"Rome"}]}"#;
    let lost = "standard output: JSON Lines does not hold the article’s text, the title and whether a mark was accepted.";
    let out = told(&["convert", "--from", "jsonl", "--to", "jsonl", "--offsets", "utf16"], input, lost);
    assert!(out.contains(r#""start":6,"end":10,"label":"LOC","text":"Rome""#), "{out}");
    let out = told(&["convert", "--from", "jsonl", "--to", "jsonl", "--offsets", "byte"], input, lost);
    assert!(out.contains(r#""start":8,"end":12,"#), "{out}");
}

#[test]
fn convert_gives_every_format() {
    let json = |args: &[&str]| serde_json::from_str::<serde_json::Value>(&ok(args, "")).expect("JSON");
    let out = ok(&["convert", "--from", "newsmark", "--to", "newsmark", "example.newsmark.json"], "");
    let example = std::fs::read(folder().join("example.newsmark.json")).expect("the example");
    let (example, again) = (newsmark::formats::import(&example), newsmark::formats::import(out.as_bytes()));
    assert_eq!(example, again);

    let w3c = json(&["convert", "--from", "newsmark", "--to", "w3c", "example.newsmark.json"]);
    assert_eq!(w3c["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(w3c["total"], 5);
    let target = &w3c["first"]["items"][0]["target"];
    assert_eq!(target["source"], "https://example.org/a");
    assert_eq!(target["selector"][0]["type"], "TextPositionSelector");
    assert_eq!((&target["selector"][0]["start"], &target["selector"][0]["end"]), (&12.into(), &17.into()));
    assert_eq!(target["selector"][1]["exact"], "€3.5m");

    let lost = "standard output: CSV does not hold the article’s text, where the article is from and the published date.";
    let csv = told(&["convert", "--from", "newsmark", "--to", "csv", "example.newsmark.json"], "", lost);
    let rows: Vec<_> = csv.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 6);
    assert!(rows[1].starts_with("Check string,12,17,€3.5m,MONEY,3500000,,,EUR,,suggested,"), "{csv}");

    let library = ok(&["convert", "--from", "newsmark", "--to", "newsmark", "library.newsmark.json"], "");
    assert!(library.starts_with("{\"format\":\"newsmark-library\""));
    assert!(json(&["convert", "--from", "newsmark", "--to", "w3c", "library.newsmark.json"]).is_array());
}

#[test]
fn commands_make_a_pipeline() {
    let extracted = ok(&["extract", "article.txt"], "");
    let again = ok(&["convert", "--from", "newsmark", "--to", "newsmark"], &extracted);
    assert_eq!(again, extracted);
    assert!(ok(&["check", "-"], &again).starts_with("-: well-formed, 1 article, "));
}

#[test]
fn check_reads_other_programs_files() {
    let file = r#"{"text":"Rome won.","label":[[0,4,"LOC"]]}"#;
    assert_eq!(ok(&["check", "-"], file), "-: well-formed, 1 article, 1 annotation\n");
    let ran = newsmark(&["check", "-"], r#"{"text":"Rome won.","label":[[0,99,"LOC"]]}"#);
    assert!(ran.out.contains("not well-formed") && ran.err.contains("at 0-99"), "{} {}", ran.out, ran.err);
    let loose = "start,end,label,text\n0,4,LOC,Rome\n";
    assert!(ok(&["check", "-"], loose).contains("1 annotation without the article"));
}

#[test]
fn check_tells_good_from_bad() {
    let out = ok(&["check", "example.newsmark.json", "library.newsmark.json"], "");
    assert_eq!(
        out,
        "example.newsmark.json: well-formed, 1 article, 5 annotations\n\
         library.newsmark.json: well-formed, 1 article, 5 annotations\n"
    );
    let ran = newsmark(
        &["check", "utf16-offsets.newsmark.json", "changed-text.newsmark.json", "article.txt", "missing"],
        "",
    );
    let verdicts: Vec<_> = ran.out.lines().map(|line| line.split(", ").next().unwrap_or_default()).collect();
    assert_eq!(
        verdicts,
        [
            "utf16-offsets.newsmark.json: not well-formed",
            "changed-text.newsmark.json: not well-formed",
            "article.txt: not well-formed",
            "missing: not checked",
        ]
    );
    for expected in [
        "utf16-offsets.newsmark.json: The offsets in the file count UTF-16 code units",
        "changed-text.newsmark.json: The text is not the one",
        "changed-text.newsmark.json: The annotation “Lloyd Austin” at 48-67 has no clear place",
        "article.txt: The file is not a Newsmark file",
        "missing: cannot be read",
    ] {
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
    assert_eq!(ran.code, Some(1));
}

#[test]
fn check_goes_by_the_schema() {
    let bad = r#"{"format":"newsmark","version":1,"document":{"id":"7a1c0000-0000-4000-8000-00000000d0c0","text":"A\r\nB"},"annotations":[]}"#;
    let ran = newsmark(&["check", "-"], bad);
    assert!(ran.err.contains("-: Against the schema, at /document/text: "), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn wrong_usage_has_a_status_of_its_own() {
    for (args, expected) in [
        (&["extract", "--format", "docx"][..], "possible values: newsmark, w3c, csv, jsonl, tsv, hypothesis"),
        (&["extract", "--published", "soon"], "expected a date such as 2024-07-02"),
        (&["extract", "--offsets", "utf16"], "--offsets utf16 needs the format jsonl"),
        (&["convert", "--from", "docx", "--to", "w3c"], "possible values: newsmark, w3c, csv"),
        (&["check"], "FILE"),
        (&[], "Usage"),
    ] {
        let ran = newsmark(args, "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
    assert!(ok(&["--help"], "").contains("extract"));
    assert!(ok(&["--version"], "").starts_with("newsmark "));
}

#[test]
fn each_format_says_what_its_offsets_count() {
    for (format, unit, expected) in [
        ("newsmark", "utf16", "offsets in Newsmark JSON count Unicode code points"),
        ("hypothesis", "byte", "offsets in Hypothesis count UTF-16 code units"),
        ("conll", "byte", "CoNLL-2003 has no offsets"),
    ] {
        let ran = newsmark(&["extract", "--format", format, "--offsets", unit], "");
        assert!(ran.err.contains(&format!("needs the format jsonl: {expected}")), "{}", ran.err);
        assert_eq!(ran.code, Some(2));
    }
    let file = newsmark(&["extract", "--format", "doccano", "--offsets", "utf16"], "📉 in Rome.");
    assert!(file.out.contains(r#"[6,10,"LOC"]"#), "{} {}", file.out, file.err);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let input: String = (0..20_000).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"A.\"}}\n")).collect();
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsmark"))
        .args(["extract", "--input", "jsonl", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn one_annotator_agrees_with_themselves_and_merges_into_themselves() {
    let example = "example.newsmark.json";
    let text = std::fs::read(folder().join(example)).expect("the example");
    let merged = ok(&["merge", example, example, example], "");
    let (before, after) = (newsmark::formats::import(&text), newsmark::formats::import(merged.as_bytes()));
    assert_eq!(before, after);

    let agreed = ok(&["agree", example, example], "");
    assert!(agreed.lines().any(|line| line.starts_with("all ") && line.contains("1.000")), "{agreed}");
    assert!(agreed.contains("Krippendorff's alpha (2011), nominal, labels of words: 1.000"), "{agreed}");
    assert!(ok(&["agree", "--format", "csv", example, example], "").starts_with("label,a,b,exact,"));

    // Onto another text, which comes from standard input.
    let anchored = newsmark(&["anchor", example, "-"], "Late news.\nCafé 📉 fell €3.5m in Rome.");
    assert!(anchored.err.contains("“Austin” has no place in -; it stays listed."), "{}", anchored.err);
    let import = newsmark::formats::import(anchored.out.as_bytes()).expect("a file of ours");
    let document = &import.documents[0];
    let quotes: Vec<_> = document.annotations().iter().map(|annotation| document.quote(annotation)).collect();
    assert!(quotes.contains(&"€3.5m"), "{quotes:?}");
}

/// Three people who gave no name work on one file; what differs is told with the names of their files, in whatever
/// order those come.
#[test]
fn merge_lists_what_three_people_decided_differently() {
    use newsmark::annotation::Status;
    use newsmark::document::Document;
    use newsmark::edit::{Command, operations, sign};
    use newsmark::label::LabelCode;

    let text = "On Tuesday Peru spent $200m. “We had to,” Maria Orfei said.";
    let extracted = ok(&["extract", "--published", "2024-07-02"], text);
    let import = newsmark::formats::import(extracted.as_bytes()).expect("a file of ours");
    let base = &import.documents[0];
    let mark = |quote: &str| {
        let found = base.annotations().iter().find(|mark| base.quote(mark) == quote);
        found.unwrap_or_else(|| panic!("no mark “{quote}”")).id
    };
    let time = |second| jiff::Timestamp::from_second(second).expect("a time");
    let done = |document: &Document, command: Option<Command>, second| {
        let command = sign(command.expect("something to do"), document, "", time(second));
        command.apply(document, time(second)).expect("it applies").0
    };
    let relabelled = |label: &LabelCode, second| {
        done(base, operations::relabel(base, mark("Peru"), label, time(second)), second)
    };
    let reviewed = |document: &Document, status, second| {
        let status = operations::set_status(document, &[mark("Maria Orfei")], status, time(second));
        done(document, status, second)
    };
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, document: &Document| {
        let path = folder.path().join(format!("{name}.newsmark.json"));
        std::fs::write(&path, newsmark::formats::export(document, newsmark::formats::Format::Newsmark))
            .expect("a file");
        path.to_str().expect("a name").to_owned()
    };
    let base_file = file("base", base);
    let [ada, li, noor] = [
        file("ada", &reviewed(&relabelled(&LabelCode::EVENT, 5), Status::Accepted, 6)),
        file("li", &reviewed(&relabelled(&LabelCode::ORG, 7), Status::Rejected, 8)),
        file("noor", &reviewed(base, Status::Rejected, 4)),
    ];
    assert_eq!(newsmark(&["merge", &base_file, &ada], "").err, "", "a decision beats a suggestion");
    let expected = [
        "disagreement: Which label? “Peru”: ada: Event; li: Organisation (in: On Tuesday Peru spent $200m.)",
        "disagreement: Is it a mark? “Maria Orfei”: ada: Person; li, noor: no mark (in: “We had to,” Maria Orfei said.)",
    ];
    for order in [
        [&ada, &li, &noor],
        [&ada, &noor, &li],
        [&li, &ada, &noor],
        [&li, &noor, &ada],
        [&noor, &ada, &li],
        [&noor, &li, &ada],
    ] {
        let ran = newsmark(&["merge", order[0], order[1], order[2]], "");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(ran.err.lines().collect::<Vec<_>>(), expected);
    }
    let agreed = ok(&["agree", &ada, &li], "");
    assert!(agreed.starts_with("Of 2 marks that both of you decided, 0 are alike.\n"), "{agreed}");
    let agreed = ok(&["agree", &li, &noor], "");
    assert!(agreed.starts_with("The one mark that both of you decided is alike.\n"), "{agreed}");
    let csv = ok(&["agree", "--format", "csv", &ada, &li], "");
    assert_eq!(csv.lines().nth(1), Some("decided by both,2,2,0,,,,,,,"));
}

#[test]
fn files_without_an_article_say_what_to_do() {
    let csv = "start,end,label,text\n12,17,MONEY,€3.5m\n";
    let ran = newsmark(&["convert", "--to", "newsmark", "-"], csv);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("newsmark anchor FILE TEXT"), "{}", ran.err);
    let ran = newsmark(&["merge", "-", "example.newsmark.json"], csv);
    assert!(ran.err.contains("newsmark anchor FILE TEXT"), "{}", ran.err);
}

#[test]
fn compare_sets_reports_side_by_side() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a name").to_owned()
    };
    let one = file("one.txt", "The alliance has 32 members. Maria Orfei spoke in Lima.");
    let other = file("other.txt", "The alliance’s 31 members met in Lima.");
    let text = ok(&["compare", &one, &other], "");
    assert!(text.contains("1 different, 0 reworded, 1 only in some, 1 alike"), "{text}");
    let csv = ok(&["compare", &one, &other, "--format", "csv"], "");
    assert_eq!(csv.lines().next(), Some("verdict,kind,report_1,report_2"));
    assert_eq!(csv.lines().nth(1), Some("Different,Amount,32,31"));
    let json: serde_json::Value =
        serde_json::from_str(&ok(&["compare", &one, &other, "--format", "json"], "")).expect("JSON");
    assert_eq!(json["facts"][0]["verdict"], "different");
    assert_eq!(json["facts"][0]["places"][1][0]["start"], 15);
    let html = ok(&["compare", &one, &other, "--format", "html"], "");
    assert!(html.starts_with("<!doctype html>") && html.contains("<td>Maria Orfei<td>"), "{html}");
    // Annotated files count as plain text does, and a report is no different from itself.
    let annotated = file("one.json", &ok(&["extract", &one], ""));
    let same = ok(&["compare", &annotated, &one, "--format", "csv"], "");
    assert!(same.lines().skip(1).all(|line| line.starts_with("Alike,")), "{same}");
    let ran = newsmark(&["compare", &one, "nowhere.txt"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("nowhere.txt"), "{}", ran.err);
    assert_eq!(newsmark(&["compare", &one], "").code, Some(2));
}

#[test]
fn facts_lists_what_can_be_checked_and_what_does_not_come_out() {
    let text = "Ama Boateng said the harbour grew from 20 to 30 ships, up 60%, on 2 July 2024.";
    let csv = ok(&["facts", "--format", "csv"], text);
    assert_eq!(csv.lines().next(), Some("label,fact,value,sentence,state,evidence,remark,by,at,doubt"));
    assert!(csv.contains("Person,Ama Boateng,,") && csv.contains("20 → 30 is +50 %, not 60%"), "{csv}");
    let doubts = ok(&["facts", "--view", "doubts", "--format", "csv"], text);
    assert_eq!(
        doubts.lines().nth(1),
        Some("The change doesn’t match,60%,\"20, 30\",\"20 → 30 is +50 %, not 60%\"")
    );
    let figures = ok(&["facts", "--view", "figures"], text);
    let figures: serde_json::Value = serde_json::from_str(&figures).expect("JSON");
    let links = figures["figures"].as_array().expect("figures").iter().map(|it| it["links"].to_string());
    let kinds = figures["figures"].as_array().expect("figures").iter().map(|it| it["kind"].to_string());
    assert_eq!(kinds.collect::<Vec<_>>(), [r#""from""#, r#""to""#, r#""change""#]);
    assert_eq!(links.collect::<Vec<_>>(), [r#"[["from_of",2]]"#, r#"[["to_of",2]]"#, r#"[["change_of",1]]"#]);
    let speech = ok(&["facts", "--view", "speech", "--format", "markdown"], text);
    assert!(speech.contains("| Ama Boateng |"), "{speech}");
    let timeline = ok(&["facts", "--view", "timeline", "--format", "csv"], text);
    assert!(timeline.contains("2024-07-02,2024-07-02,,2 July 2024,"), "{timeline}");
    let none = ok(&["facts"], "Nothing happened.");
    assert!(none.contains("0 of 0 facts checked"), "{none}");
    let ran = newsmark(&["facts"], "{\"format\":\"newsmark\",");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
}

#[test]
fn several_threads_give_what_one_gives() {
    let lines: Vec<String> = (0..300)
        .map(|number| match number % 50 {
            // Some are no articles, some long.
            7 => "no article".to_owned(),
            9 => format!(r#"{{"id":"{number}","text":"{}"}}"#, "Kenya raised $2.3 billion. ".repeat(500)),
            _ => format!(r#"{{"id":"{number}","text":"Ada Lovelace paid ${number} on 2 July 2024."}}"#),
        })
        .collect();
    let input = lines.join("\n");
    for arguments in [
        &["extract", "--input", "jsonl", "--format", "jsonl"][..],
        &["extract", "--input", "jsonl", "--format", "csv"],
        &["convert", "--from", "jsonl", "--to", "doccano"],
    ] {
        let ran = |jobs| {
            let ran = newsmark(&[arguments, &["--jobs", jobs]].concat(), &input);
            (ran.out, ran.err, ran.code)
        };
        let (one, many) = (ran("1"), ran("4"));
        // Ids of other formats are drawn anew each time.
        let without_ids = |out: &str| match arguments.contains(&"csv") || arguments.contains(&"doccano") {
            true => out.lines().count().to_string(),
            false => out.to_owned(),
        };
        assert_eq!(without_ids(&one.0), without_ids(&many.0), "{arguments:?}");
        assert_eq!((one.1, one.2), (many.1, many.2), "{arguments:?}");
    }
    let ran = newsmark(&["extract", "--jobs", "0"], "");
    assert!(ran.err.contains("--jobs"), "{}", ran.err);
}

#[test]
fn an_article_is_answered_before_the_next_one_comes() {
    use std::io::{BufRead as _, BufReader, Write as _};
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsmark"))
        .args(["extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for number in 0..3 {
        writeln!(input, r#"{{"id":"{number}","text":"In Rome."}}"#).expect("it reads");
        let line = output.next().expect("an answer").expect("a line");
        assert!(line.starts_with(&format!(r#"{{"id":"{number}""#)), "{line}");
    }
    drop(input);
    assert!(child.wait().expect("an end").success());
}

/// A text with lines of its page between those of the article is read in one way, whoever reads it.
#[test]
fn all_commands_and_the_library_read_a_text_alike() {
    let text = include_str!("fixtures/texts/furniture.txt");
    let marks = |document: &newsmark::document::Document| -> Vec<String> {
        let mark = |it: &std::sync::Arc<newsmark::annotation::Annotation>| {
            format!("{} {} {:?} {:?}", it.label, document.quote(it), it.value, it.entity)
        };
        document.annotations().iter().map(mark).collect()
    };
    let read = newsmark::formats::read_text(text, None).expect("a short text");
    let library = marks(&read);
    assert!(library.iter().any(|mark| mark.contains("Tomas Rask")), "{library:?}");
    assert!(!library.iter().any(|mark| mark.contains("Lind") || mark.contains("2024")), "{library:?}");
    let out = ok(&["extract"], text);
    let extracted = newsmark::formats::import(out.as_bytes()).expect("a file of ours");
    assert_eq!(marks(&extracted.documents[0]), library);

    // `facts` and `compare` read plain text by themselves; of a file of marks they need not read anything.
    let of_text = ok(&["facts", "--format", "csv"], text);
    assert_eq!(of_text, ok(&["facts", "--format", "csv"], &out));
    let speech = ok(&["facts", "--view", "speech", "--format", "csv"], text);
    assert!(speech.contains("Tomas Rask") && !speech.contains("Lind"), "{speech}");
}

#[test]
fn what_a_format_cannot_carry_is_told_or_an_error() {
    let input = r#"{"id":"1","text":"Rome won.","annotations":[{"start":0,"end":4,"label":"LOC","text":"Rome","entity":"Rome"}]}
{"id":"2","text":"Nothing.","annotations":[]}"#;
    let convert = |to: &[&str]| newsmark(&[&["convert", "--from", "jsonl", "--to"], to].concat(), input);
    let ran = convert(&["doccano"]);
    assert_eq!(ran.err, "standard output: doccano does not hold entities and whether a mark was accepted.\n");
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 2));
    let strict = convert(&["doccano", "--strict"]);
    assert_eq!((strict.code, strict.out.lines().count()), (Some(1), 1));
    assert!(strict.out.contains("Nothing."), "{}", strict.out);
    assert_eq!(
        strict.err,
        "standard input, line 1: doccano does not hold entities and whether a mark was accepted. The article is left out, as --strict asks for.\n"
    );
    assert_eq!(convert(&["newsmark", "--strict"]).code, Some(0));
    // Whoever has the text at hand loses nothing by lines without it.
    assert_eq!(newsmark(&["extract", "--format", "jsonl", "--strict"], "Nothing happened.").err, "");
    let ran = newsmark(&["extract", "--format", "spacy"], "Kenya raised $2.3 billion.");
    assert!(ran.err.starts_with("standard output: spaCy does not hold values"), "{}", ran.err);
    let folder = tempfile::tempdir().expect("a folder");
    let (marks, text) = (folder.path().join("a.csv"), folder.path().join("a.txt"));
    std::fs::write(&marks, "start,end,label,text,note\n0,4,LOC,Rome,the city\n").expect("a file");
    std::fs::write(&text, "Rome won.").expect("a file");
    let [marks, text] = [&marks, &text].map(|path| path.to_str().expect("a name"));
    let ran = newsmark(&["anchor", marks, text, "--to", "doccano", "--strict"], "");
    assert!(ran.code == Some(1) && ran.err.contains("doccano does not hold notes."), "{}", ran.err);
}

#[test]
fn convert_writes_something_or_says_why_not() {
    let import =
        newsmark::formats::import(ok(&["extract", "article.txt"], "").as_bytes()).expect("a file of ours");
    let redacted = newsmark::formats::redacted(&import.documents[0]);
    for (from, input) in [
        ("brat", "T1\tLOC 0 4\tRome\n"),
        ("conll", "# nothing but a remark\n"),
        ("conllu", "# nothing but a remark\n"),
        ("webanno", "# nothing but a remark\n"),
        ("csv", "Rome won.\nIt rained.\n"),
        ("cas", "{\"a\":1}"),
        ("doccano", r#"{"id":1,"label":[]}"#),
        ("doccano", r#"{"id":1,"sentence":"Rome","label":[[0,4,"LOC"]]}"#),
        ("spacy", r#"{"id":1}"#),
        ("prodigy", r#"{"id":1}"#),
        ("label-studio", r#"{"id":1}"#),
        ("pubannotation", r#"{"id":1}"#),
        ("w3c", r#"{"id":1}"#),
        ("hypothesis", r#"{"id":1}"#),
        ("recogito", r#"[{"id":1}]"#),
        ("jsonl", r#"{"id":1}"#),
        ("newsmark", r#"{"id":1}"#),
        ("newsmark", redacted.as_str()),
        ("html", "<p>Rome"),
        ("markdown", "Rome"),
    ] {
        let ran = newsmark(&["convert", "--from", from, "--to", "newsmark"], input);
        assert_eq!(ran.code, Some(1), "{from} {input}: {}", ran.out);
        assert!(ran.err.starts_with("standard input"), "{from} {input}: {}", ran.err);
    }
    let library = ok(&["convert", "--from", "doccano", "--to", "newsmark"], "\n");
    assert!(newsmark::formats::import(library.as_bytes()).is_ok_and(|import| import.documents.is_empty()));
}

#[test]
fn marks_that_cut_words_of_spacys_are_left_out_or_widened() {
    let input = r#"{"text":"A spaceship in Rome.","label":[[7,11,"EVENT"],[15,19,"LOC"]]}"#;
    let ran = newsmark(&["convert", "--to", "spacy"], input);
    assert_eq!(ran.err, "standard output: spaCy does not hold marks that cut one of spaCy’s words.\n");
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["entities"].to_string(), r#"[[15,19,"LOC"]]"#);
    assert_eq!(json["spans"]["sc"], json["entities"]);
    let ran = newsmark(&["convert", "--to", "spacy", "--snap"], input);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["entities"].to_string(), r#"[[2,11,"EVENT"],[15,19,"LOC"]]"#);
    assert_eq!(newsmark(&["convert", "--to", "doccano", "--snap"], input).code, Some(2));
}

#[test]
fn folders_of_brat_and_of_mixed_files_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a name").to_owned()
    };
    let ann = file("a.ann", "T1\tLOC 0 4\tRome\n");
    let alone = newsmark(&["convert", "--from", "brat", "--to", "newsmark", &ann], "");
    assert!(alone.code == Some(1) && alone.err.contains("1 annotation stands without"), "{}", alone.err);
    let text = file("a.txt", "Rome won.");
    for from in [&["--from", "brat"][..], &[]] {
        let out = ok(&[&["convert", "--to", "newsmark", &ann], from].concat(), "");
        let import = newsmark::formats::import(out.as_bytes()).expect("a file of ours");
        let document = &import.documents[0];
        assert_eq!(document.quote(&document.annotations()[0]), "Rome");
    }
    let later = file("later.md", "News. Rome won.");
    let anchored = ok(&["anchor", &ann, &text], "");
    assert!(anchored.contains("\"quote\":\"Rome\""), "{anchored}");
    assert!(ok(&["anchor", &ann, &later], "").contains("\"start\":6"));
    std::fs::remove_file(&later).expect("it is there");

    file("b.jsonl", r#"{"text":"Lima won.","label":[[0,4,"LOC"]]}"#);
    file("c.conllu", "1\tOslo\t_\t_\t_\t_\t_\t_\t_\tNE=B-LOC\n");
    file("annotation.conf", "[entities]\nLOC\n");
    file("d.json", "{}");
    file("e.txt", "Li left.");
    file("e.ann", "T1\tPERSON 0 2\tLi\nT2\tPERSON 0 x\tLi\n");
    let ran = newsmark(&["convert", "--to", "newsmark", folder.path().to_str().expect("a name")], "");
    let import = newsmark::formats::import(ran.out.as_bytes()).expect("a library of ours");
    let texts: Vec<&str> = import.documents.iter().map(|document| &**document.text()).collect();
    assert_eq!(texts, ["Rome won.", "Lima won.", "Oslo"]);
    assert!(ran.code == Some(1) && ran.err.lines().count() == 2 && ran.err.contains("d.json"), "{}", ran.err);
    assert!(ran.err.contains("e.ann, line 2: an offset is no number"), "{}", ran.err);
    let empty = tempfile::tempdir().expect("a folder");
    let ran = newsmark(&["convert", "--to", "newsmark", empty.path().to_str().expect("a name")], "");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
}

/// The example, as it is read where nobody sees colours.
const READ: &str = "\
Check string
2 July 2024 · https://example.org/a

Café 📉 fell [€3.5m]M in [Rome]L.
Secretary of Defense [Lloyd J. Austin III]P said on July 2 that [Austin]P would visit Rome.

[Person]P  [Place]L  [Money]M
";

#[test]
fn read_prints_an_article_with_its_marks() {
    assert_eq!(ok(&["read", "example.newsmark.json"], ""), READ);
    let out = ok(&["read", "--values", "--width", "40", "example.newsmark.json"], "");
    let text = "\
Café 📉 fell [€3.5m]M(€3.5 million) in
[Rome]L.
Secretary of Defense [Lloyd J. Austin
III]P said on July 2 that
[Austin]P(Lloyd J. Austin III) would
visit Rome.
";
    assert!(out.contains(text), "{out}");
    let two = ok(&["read", "example.newsmark.json", "library.newsmark.json"], "");
    assert!(two.starts_with(&format!("{READ}\n* * *\n\n")), "{two}");
}

#[test]
fn read_annotates_plain_text_and_prints_its_headline_once() {
    let out = ok(&["read", "--published", "2024-07-02", "--values", "article.txt"], "");
    assert!(
        out.starts_with("Storm hits coast\n2 July 2024\n\n[The storm cost [€3.5m]M(€3.5 million)]R"),
        "{out}"
    );
    assert!(out.contains("[Tuesday]D(2 July 2024)"), "{out}");
    // What the words say already is not said again.
    let out = ok(&["read", "--values", "-"], "Sales rose 5% to $2 million on 2 July 2024, the company said.");
    for words in ["[5%]%", "[$2 million]M", "[2 July 2024]D"] {
        assert!(out.contains(words) && !out.contains(&format!("{words}(")), "{words}: {out}");
    }
}

#[test]
fn read_takes_every_format_that_holds_an_article() {
    let holds_articles = |format: &Format| {
        let lost = format.losses();
        let needed = [Loss::Reading, Loss::Text, Loss::Spaces];
        !format.is_binary() && !needed.iter().any(|loss| lost.contains(loss))
    };
    for format in Format::ALL.into_iter().filter(holds_articles) {
        let file = newsmark(&["convert", "--to", format.code(), "example.newsmark.json"], "").out;
        let out = newsmark(&["read", "-"], &file).out;
        assert!(out.contains("[€3.5m]M in [Rome]L"), "{}: {out}", format.name());
    }
    let ran = newsmark(&["read", "-"], "start,end,label,text\n0,4,LOC,Rome\n");
    assert!(ran.err.contains("newsmark anchor FILE TEXT"), "{}", ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
}

#[test]
fn read_has_colours_where_they_are_asked_for() {
    let out = ok(&["read", "--color", "always", "example.newsmark.json"], "");
    assert!(out.starts_with("\u{1b}[1mCheck string\u{1b}[0m\n"), "{out:?}");
    assert!(out.contains("fell \u{1b}[32m€3.5m\u{1b}[0m\u{1b}[2m·M\u{1b}[0m in "), "{out:?}");
    // Without the sequences nothing is left but the words and the letters.
    let bare = out.split('\u{1b}').map(|part| part.split_once('m').map_or(part, |(_, text)| text));
    let bare: String = out.split('\u{1b}').next().into_iter().chain(bare.skip(1)).collect();
    assert!(bare.contains("Lloyd J. Austin III·P said on July 2 that"), "{bare:?}");
    assert_eq!(ok(&["read", "--color", "never", "example.newsmark.json"], ""), READ);
    assert_eq!(ok(&["read", "--color", "auto", "example.newsmark.json"], ""), READ);
}

/// What `newsmark` writes to a terminal; `None` where there is no program that makes one.
#[cfg(target_os = "linux")]
fn on_terminal(args: &str, environment: &[(&str, &str)]) -> Option<String> {
    shell_on_terminal(&format!("\"$NEWSMARK\" {args}"), environment)
}

/// The same of a line of the shell that runs it.
#[cfg(target_os = "linux")]
fn shell_on_terminal(line: &str, environment: &[(&str, &str)]) -> Option<String> {
    let command = format!("stty cols 30 rows 24; {line}");
    let mut script = Command::new("script");
    script.args(["-qec", &command, "/dev/null"]).current_dir(folder()).stdin(Stdio::null());
    script.env("NEWSMARK", env!("CARGO_BIN_EXE_newsmark"));
    script.env("TERM", "xterm").env_remove("NO_COLOR").envs(environment.iter().copied());
    let output = script.output().ok()?;
    assert!(output.status.success(), "{output:?}");
    Some(String::from_utf8(output.stdout).expect("UTF-8").replace("\r\n", "\n"))
}

#[cfg(target_os = "linux")]
#[test]
fn read_has_colours_on_a_terminal_and_is_as_wide() {
    let Some(out) = on_terminal("read example.newsmark.json", &[]) else { return };
    assert!(out.contains("\u{1b}[32m€3.5m\u{1b}[0m\u{1b}[2m·M\u{1b}[0m in\n"), "{out:?}");
    let out = on_terminal("read example.newsmark.json", &[("NO_COLOR", "1")]).unwrap_or_default();
    assert!(
        out.contains("\nSecretary of Defense [Lloyd J.\nAustin III]P said on July 2\nthat [Austin]P"),
        "{out:?}"
    );
    assert!(!out.contains('\u{1b}'), "{out:?}");
    let out = on_terminal("read example.newsmark.json", &[("TERM", "dumb")]).unwrap_or_default();
    assert!(!out.contains('\u{1b}'), "{out:?}");
}

#[test]
fn nothing_of_a_file_is_a_command_to_the_terminal() {
    let file = std::fs::read_to_string(folder().join("example.newsmark.json")).expect("the example");
    let attack = r"\u001b]0;x\u0007\u009b31m\u202e";
    let mut json: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    json["document"].as_object_mut().expect("an object").remove("sha256");
    let mut file = json.to_string();
    for (place, at) in [
        ("Check string", "title"),
        ("https://example.org/a", "source"),
        ("Café", "text"),
        (r#""name":"Money"#, "label"),
        (r#""key":"8"#, "letter"),
        (r#""name":"Lloyd J. Austin III"#, "entity"),
        (r#""published":"#, "outlet"),
    ] {
        assert!(file.contains(place), "{at}: {place} in {file}");
        let with = match at {
            "letter" => r#""key":"\u001b"#.to_owned(),
            "outlet" => format!(r#""outlet":"{attack}",{place}"#),
            _ => format!("{place}{attack}"),
        };
        file = file.replacen(place, &with, 1);
    }
    for args in
        [&["read", "--values", "-"][..], &["read", "--color", "always", "--values", "--width", "30", "-"]]
    {
        let ran = newsmark(args, &file);
        let ours =
            ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[4m", "\u{1b}[0m", "\u{1b}[32m", "\u{1b}[33m", "\u{1b}[35m"];
        let left = ours.iter().fold(ran.out.clone(), |text, sequence| text.replace(sequence, ""));
        for text in [&left, &ran.err] {
            assert!(!text.contains(|c: char| c != '\n' && newsmark::text::is_hidden(c)), "{text:?}");
        }
        assert!(left.contains("⟨U+001B⟩]0;x⟨U+0007⟩"), "{left}");
    }
    let ran = newsmark(&["read", "no\u{1b}[31mfile"], "");
    assert!(ran.err.starts_with("no⟨U+001B⟩[31mfile: cannot be read"), "{:?}", ran.err);
}

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = ok(&["--help"], "");
    let (_, list) = help.split_once("\nCommands:\n").expect("a list of commands");
    let (list, _) = list.split_once("\n\n").expect("what follows");
    let names = list
        .lines()
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    let names: Vec<_> = names.filter(|name| *name != "help").map(str::to_owned).collect();
    assert!(names.len() >= 11, "{names:?}");
    names
}

/// The help of the program, and of each command, short or long.
fn helps(option: &str) -> Vec<(String, String)> {
    let of_command = |name: String| (name.clone(), ok(&[&name, option], ""));
    let whole = [(String::from("newsmark"), ok(&[option], ""))];
    whole.into_iter().chain(commands().into_iter().map(of_command)).collect()
}

#[test]
fn short_help_fits_a_screen() {
    for (name, help) in helps("-h") {
        let lines: Vec<&str> = help.lines().collect();
        assert!(lines.len() <= 24, "{name} has {} lines:\n{help}", lines.len());
        let wide = lines.iter().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn examples_of_the_help_run() {
    let place = tempfile::tempdir().expect("a folder");
    let example = std::fs::read(folder().join("example.newsmark.json")).expect("the example");
    let text = newsmark::formats::import(&example).expect("a file of ours").documents[0].text().to_string();
    for name in ["article", "ada", "li"] {
        std::fs::write(place.path().join(format!("{name}.newsmark.json")), &example).expect("a file");
    }
    for name in ["article", "one", "other"] {
        std::fs::write(place.path().join(format!("{name}.txt")), &text).expect("a file");
    }
    let program = PathBuf::from(env!("CARGO_BIN_EXE_newsmark"));
    let mut path = vec![program.parent().expect("a folder").to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    for (name, help) in helps("--help") {
        let (_, examples) =
            help.split_once("\nExample:\n").unwrap_or_else(|| panic!("{name} has no example"));
        for line in examples.lines() {
            assert!(line.starts_with("  "), "{name}: {line}");
            let ran = Command::new("bash")
                .args(["-c", &format!("set -e -o pipefail; {line}")])
                .current_dir(&place)
                .env("PATH", std::env::join_paths(&path).expect("a path"))
                .stdin(Stdio::null())
                .output()
                .expect("bash");
            assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
            let files = std::fs::read_dir(place.path()).expect("a folder");
            let sizes: Vec<u64> =
                files.map(|file| file.and_then(|file| file.metadata()).expect("a file").len()).collect();
            // What goes to a file, or into the shell, does not come here.
            let gave_something =
                !ran.stdout.is_empty() || [" > ", " -o ", "<("].iter().any(|to| line.contains(to));
            assert!(gave_something && !sizes.contains(&0), "{line} gave nothing");
        }
    }
}

#[test]
fn long_help_says_what_offsets_count() {
    let help = ok(&["convert", "--help"], "").split_whitespace().collect::<Vec<_>>().join(" ");
    for format in Format::ALL {
        let list = match format.unit() {
            Some(unit) => format!("- {} in ", unit.name()),
            None => "- no offsets in ".to_owned(),
        };
        let (_, list) = help.split_once(&list).unwrap_or_else(|| panic!("{list}: {help}"));
        let list = list.split(" -").next().unwrap_or_default().split(" [").next().unwrap_or_default();
        assert!(list.split(", ").any(|code| code == format.code()), "{}: {list}", format.name());
    }
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let commands = commands();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = ok(&["completions", shell], "");
        for name in commands.iter().map(String::as_str).chain(["published", "values"]) {
            assert!(script.contains(name), "{shell}: {name}");
        }
    }
    let page = ok(&["man"], "").replace("\\-", "-");
    assert!(page.contains(".TH newsmark 1"), "{page}");
    for name in &commands {
        assert!(page.contains(&format!("newsmark-{name}(1)")), "{name}: {page}");
        let of_command = ok(&["man", name], "").replace("\\-", "-");
        assert!(of_command.contains(&format!(".TH newsmark-{name} 1")), "{of_command}");
        assert!(of_command.contains("Example:"), "{of_command}");
    }
    let ran = newsmark(&["man", "flight"], "");
    assert!(ran.err.starts_with("man: there is no such command; the commands are extract, "), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
}

/// Whatever reads several files says on a terminal how far it is, once that has taken a second, and nowhere else.
#[cfg(target_os = "linux")]
#[test]
fn a_bar_tells_how_far_every_command_is() {
    if shell_on_terminal("true", &[]).is_none() {
        return;
    }
    let place = tempfile::tempdir().expect("a folder");
    let place = place.path().to_string_lossy();
    let slow = "(sleep 2.5; cat example.newsmark.json)";
    let lines = [
        format!("{slow} | \"$NEWSMARK\" check - example.newsmark.json"),
        format!("{slow} | \"$NEWSMARK\" read - example.newsmark.json"),
        format!("{slow} | \"$NEWSMARK\" merge - example.newsmark.json -o /dev/null"),
        format!("{slow} | \"$NEWSMARK\" agree - example.newsmark.json"),
        format!("{slow} | \"$NEWSMARK\" anchor - article.txt"),
        format!("{slow} | \"$NEWSMARK\" compare - article.txt"),
        format!("{slow} | \"$NEWSMARK\" extract - article.txt"),
        format!("mkfifo {place}/a.json; {slow} > {place}/a.json & \"$NEWSMARK\" convert --to csv {place}"),
    ];
    std::thread::scope(|scope| {
        for line in &lines {
            scope.spawn(move || {
                let out = shell_on_terminal(line, &[]).expect("a terminal");
                let what = if line.contains("extract") { "2 articles, " } else { "1 file, " };
                assert!(out.contains(what), "{line}: {out:?}");
            });
        }
        let line = format!("{slow} | \"$NEWSMARK\" check - example.newsmark.json 2>&1 | cat");
        let out = shell_on_terminal(&line, &[]).expect("a terminal");
        assert_eq!(out.lines().filter(|line| line.ends_with("5 annotations")).count(), 2, "{out:?}");
        assert_eq!(out.lines().count(), 2, "{out:?}");
    });
}

#[test]
fn columns_of_doccano_are_chosen_and_those_that_are_missing_told() {
    let input = "{\"text\":\"A headline\",\"body\":\"📉 Rome won.\",\"spans\":[[3,7,\"LOC\"]]}\n\n{\"text\":\"Rome.\",\"label\":[]}\n\
        {\"body\":\"Li left.\",\"spans\":[]}\n";
    let columns = ["convert", "--from", "doccano", "--columns", "text=body,label=spans", "--to"];
    let ran = newsmark(&[&columns[..], &["csv"]].concat(), input);
    assert!(ran.out.contains("LOC") && ran.out.contains("Rome"), "{}", ran.out);
    assert_eq!(
        ran.err.lines().find(|line| line.contains("column")),
        Some(
            "standard input, line 3: The file looks like doccano, but it cannot be read: the columns: there is no “body”; there are “text”, “label”. Export it again, or correct that place."
        )
    );
    assert_eq!(ran.code, Some(1));
    // Written again, they are called as they were, and what else is there stays.
    let again = newsmark(&[&columns[..], &["doccano"]].concat(), input);
    let lines: Vec<serde_json::Value> =
        again.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2, "{}", again.out);
    assert_eq!(
        (&lines[0]["text"], &lines[0]["body"], &lines[0]["spans"]),
        (&"A headline".into(), &"📉 Rome won.".into(), &serde_json::json!([[3, 7, "LOC"]]))
    );
    let wrong = newsmark(&["convert", "--from", "doccano", "--columns", "body", "--to", "csv"], input);
    assert!(wrong.err.contains("neither text=COLUMN nor label=COLUMN"), "{}", wrong.err);
    let other = newsmark(&["convert", "--from", "csv", "--columns", "text=body", "--to", "csv"], input);
    assert_eq!((other.code, other.err.contains("--from doccano")), (Some(1), true), "{}", other.err);
}
