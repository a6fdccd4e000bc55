//! Files of other programs, in the shape in which they write them.

mod common;

use std::fmt::Write as _;
use std::io::Write as _;

use newsmark::document::Document;
use newsmark::formats::newsmark::value_to_json;
use newsmark::formats::{Format, export, export_file, place, read, read_files};

/// What annotations without an article are put on.
const ARTICLE: &str = "Café 📉 fell €3.5m in Rome. The mayor of Rome wept.";

/// One article: its text, its marks with their places in code points, its relations; then what was told.
#[test]
fn exchange_fixtures() {
    common::check_folder("exchange", |file| {
        // A backslash in a column stands twice in a fixture.
        let import = match read(file.replace("\\\\n", "\\n").as_bytes(), None) {
            Ok(import) => import,
            Err(error) => return format!("error: {error}"),
        };
        let mut out = String::new();
        let mut problems = import.problems;
        let mut documents = import.documents;
        for draft in import.loose {
            let _ = writeln!(out, "put on the article: {} marks", draft.len());
            let placed = place(draft, ARTICLE).expect("a draft");
            documents.extend(placed.documents);
            problems.extend(placed.problems);
        }
        for document in &documents {
            show(&mut out, document);
        }
        for problem in problems {
            let _ = writeln!(out, "told: {problem}");
        }
        out
    });
}

/// Files that were made to do harm: each gets a sentence, or harmless documents, soon.
#[test]
fn files_that_mean_harm_do_none() {
    let fails = |file: &[u8], expected: &str| {
        let error = read(file, None).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
    };
    fails(b"PK\x03\x04 and no more", "a zip archive");
    fails(b"#FORMAT=WebAnno TSV 3.3\n#T_SP=x|v\n\n\n#Text=a\n1-1\t99999999999-1\ta\t_\t\n", "line 6");
    fails(b"{\"%FEATURE_STRUCTURES\":7}", "it is no list");
    fails(b"{\"text\":\"a\",\"label\":[]}\n{\"text\":", "line 2");

    // A hundred thousand relations in a circle, from nothing to nothing, and from a mark to itself.
    let mut file = String::from(
        r#"{"text":"Rome","entities":[{"id":0,"label":"LOC","start_offset":0,"end_offset":4}],"relations":["#,
    );
    for n in 0..100_000 {
        let _ = write!(file, r#"{{"id":{n},"from_id":{},"to_id":{},"type":"next"}},"#, n % 7, (n + 1) % 7);
    }
    file.push_str(r#"{"id":100000,"from_id":0,"to_id":0,"type":"self"}]}"#);
    let import = read(file.as_bytes(), None).expect("a file of doccano's form");
    assert_eq!(import.documents[0].relations().len(), 1);
    assert!(import.problems.iter().any(|problem| problem.to_string().contains("100000 of the relations")));

    // Offsets outside the text, across characters, the wrong way round, and as numbers that are none.
    let file = r#"{"text":"📉 Rome","label":[[1,2,"A"],[0,99,"B"],[3,3,"C"],[5,3,"D"],[-1,2,"E"],["x",null,"F"],[3,1e300,"G"],[3,7,"H"]]}"#;
    let import = read(file.as_bytes(), None).expect("a file of doccano's form");
    let document = &import.documents[0];
    assert_eq!(document.annotations().iter().map(|a| document.quote(a)).collect::<Vec<_>>(), ["Rome"]);
    assert_eq!(document.orphans.len(), 7);
}

/// A zip archive of these files.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
    for (name, content) in files {
        let builder = archive.new_file(name).compression_method(rawzip::CompressionMethod::STORE);
        let (mut entry, config) = builder.start().expect("a new entry");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(content.as_bytes()).expect("room");
        let (_, descriptor) = writer.finish().expect("it is whole");
        entry.finish(descriptor).expect("room");
    }
    archive.finish().expect("room");
    out
}

/// brat's archives: offsets outside, relations to nothing and in a circle, pieces the wrong way round, names that lead out of
/// the folder, and files without their other half.
#[test]
fn brat_archives_that_mean_harm_do_none() {
    let ann = |ann: &str| read(&zip(&[("a.txt", "📉 Rome won."), ("a.ann", ann)]), None);
    let quotes = |import: &newsmark::formats::Import| -> Vec<String> {
        let document = &import.documents[0];
        document.annotations().iter().map(|it| document.quote(it).to_owned()).collect()
    };
    let outside =
        ann("T1\tLOC 2 6\tRome\nT2\tLOC 90 99999999\tMilan\nT3\tLOC 9 2\t\n").expect("a file of brat's form");
    assert_eq!((quotes(&outside), outside.documents[0].orphans.len()), (vec!["Rome".to_owned()], 2));
    let circle = ann("T1\tLOC 2 6\tRome\nR1\tsame Arg1:T1 Arg2:T1\nR2\tsame Arg1:T1 Arg2:T9\n")
        .expect("a file of brat's form");
    assert_eq!(circle.documents[0].relations().len(), 1);
    assert!(
        format!("{:?}", circle.documents[0].extra).contains("R2"),
        "kept: {:?}",
        circle.documents[0].extra
    );
    let pieces = ann("T1\tLOC 7 10;2 6\twon Rome\nA1\tNegation T1\nA2\t\n#1\tAnnotatorNotes T9\tlost\n");
    assert!(pieces.is_ok_and(|import| import.documents.len() == 1));
    let error = ann("T1 LOC 2 6 Rome\n").map(|import| quotes(&import));
    assert!(error.is_err() || error.is_ok_and(|quotes| quotes.is_empty()));
    let outward = read(&zip(&[("../../a.txt", "Rome won."), ("../../a.ann", "T1\tLOC 0 4\tRome\n")]), None);
    assert!(
        outward.is_err()
            || outward.is_ok_and(|import| import.documents.iter().all(|it| !it.title.contains("..")))
    );
    let half = read(&zip(&[("a.ann", "T1\tLOC 0 4\tRome\n")]), None);
    assert!(half.is_err() || half.is_ok_and(|import| import.documents.is_empty()));
}

fn show(out: &mut String, document: &Document) {
    let _ = writeln!(out, "text {:?}", &**document.text());
    for annotation in document.annotations() {
        let chars = |byte: usize| document.text()[..byte].chars().count();
        let (start, end) = (chars(annotation.span.start()), chars(annotation.span.end()));
        let _ = write!(
            out,
            "  {start}-{end} {} {:?} {} by {:?}",
            annotation.label,
            document.quote(annotation),
            annotation.status.code(),
            annotation.origin
        );
        if let Some(value) = &annotation.value {
            let _ = write!(out, " = {}", value_to_json(value));
        }
        if let Some(entity) = &annotation.entity {
            let _ = write!(out, " names {:?}", &*entity.0);
        }
        if !annotation.note.is_empty() {
            let _ = write!(out, " note {:?}", annotation.note);
        }
        if !annotation.extra.is_empty() {
            let _ = write!(out, " kept {}", serde_json::Value::Object(annotation.extra.clone()));
        }
        out.push('\n');
    }
    let quote = |id| document.annotation(id).map_or("", |annotation| document.quote(annotation));
    for relation in document.relations() {
        let _ = writeln!(out, "  {:?} {} {:?}", quote(relation.from), relation.kind, quote(relation.to));
    }
    for orphan in &document.orphans {
        let _ = writeln!(out, "  orphan {:?}", orphan.selector.quote.exact);
    }
    if !document.extra.is_empty() {
        let _ = writeln!(out, "  kept {}", serde_json::Value::Object(document.extra.clone()));
    }
}

/// Tags do not go on in the next sentence, so that sentences which a mark holds together are written as one.
#[test]
fn a_mark_over_the_end_of_a_sentence_stays_one() {
    let file = br#"{"text":"Rome won. It rained. All left.","label":[[5,12,"EVENT"]]}"#;
    let document = &read(file, None).expect("a file of doccano's form").documents[0];
    for format in [Format::Conll, Format::ConllU] {
        let written = export(document, format);
        let import = read(written.as_bytes(), Some(format)).expect("a file of ours");
        let back = &import.documents[0];
        let quotes: Vec<String> =
            back.annotations().iter().map(|mark| back.quote(mark).replace(' ', "")).collect();
        assert_eq!(quotes, ["won.It"], "{written}");
        assert_eq!(written.matches("\n\n").count(), if format == Format::Conll { 3 } else { 2 }, "{written}");
    }
}

/// The lines of an `.ann` file, in order of the alphabet.
fn lines(ann: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = ann.lines().collect();
    lines.sort_unstable();
    lines
}

/// Events, attributes of events, notes that speak of ids, lines of two spans: all stand as they stood, each id once, but for
/// what was changed.
#[test]
fn brat_files_are_written_again_as_they_were() {
    let text = "Rome fell on Monday, the old town said.";
    let ann = "T7\tLOC 0 4\tRome\nT3\tFall 5 9\tfell\nT9\tORG 21 24;29 33\tthe town\nE1\tFall:T3 Place:T7 By2:T9\n\
        A1\tNegation E1\nA4\tCapital T7\nA2\tLevel T9 high\n#5\tAnnotatorNotes T7\tsee T3\n\
        #2\tAnnotatorNotes E1\tsee T7\nR6\tNear Arg1:T7 Arg2:T9\n*\tEquiv T7 T9\nN1\tReference T7 Wikipedia:25458\tRome\n";
    let files = |ann: String| {
        [("a.ann".to_owned(), ann.into_bytes()), ("a.txt".to_owned(), text.as_bytes().to_vec())]
    };
    let import = read_files(&files(format!("\u{FEFF}{ann}"))).expect("files of brat's form");
    let document = &import.documents[0];
    assert_eq!(lines(&export(document, Format::Brat)), lines(ann));
    let archive = String::from_utf8_lossy(&export_file(document, Format::Brat)).into_owned();
    assert!(
        archive.contains("Fall\tBy*:<ANY>, Place*:<ANY>") && archive.contains("annotation.conf"),
        "{archive}"
    );

    // A decision about a span is an attribute of its own; about a trigger, a note: brat has no attributes of triggers.
    let mut changed = document.clone();
    let at = |quote: &str| {
        let found = document.annotations().iter().find(|mark| document.quote(mark) == quote);
        std::sync::Arc::clone(found.expect("a mark"))
    };
    let rejected = ["Rome", "fell"].map(|quote| {
        let status = newsmark::annotation::Status::Rejected;
        std::sync::Arc::new(newsmark::annotation::Annotation { status, ..(*at(quote)).clone() })
    });
    changed.replace_all(&rejected).expect("the marks are there");
    let written = export(&changed, Format::Brat);
    let new: Vec<&str> = written.lines().filter(|line| !ann.contains(line)).collect();
    assert_eq!(new, ["A3\tStatus T7 rejected", "#1\tNewsmarkStatus T3\trejected"], "{written}");
    let again = read_files(&files(written)).expect("files of brat's form");
    let statuses =
        |document: &Document| document.annotations().iter().map(|mark| mark.status).collect::<Vec<_>>();
    assert_eq!(statuses(&again.documents[0]), statuses(&changed));

    // What speaks of a mark that is no more goes with it.
    let mut fewer = document.clone();
    fewer.remove_all(&[at("Rome").id]).expect("the mark is there");
    let written = export(&fewer, Format::Brat);
    assert!(written.contains("E1\tFall:T3 By2:T9\n") && written.contains("A1\tNegation E1\n"), "{written}");
    for gone in ["T7\t", "A4", "R6", "*\t", "N1", "#5"] {
        assert!(!written.contains(gone), "{gone}: {written}");
    }
    let mut none = document.clone();
    none.remove_all(&[at("fell").id]).expect("the mark is there");
    let written = export(&none, Format::Brat);
    assert!(!written.contains("E1") && written.contains("R6\tNear Arg1:T7 Arg2:T9"), "{written}");
}

#[test]
fn ids_of_brat_that_stand_twice_are_told() {
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let ann = file("a.ann", "T1\tLOC 0 4\tRome\nT1\tORG 5 8\twon\n");
    let import = read_files(&[ann, file("a.txt", "Rome won.")]).expect("files of brat's form");
    assert!(
        import.problems.iter().any(|it| it.to_string().contains("T1 stands twice in a.ann (see line 2)"))
    );
    let written = export(&import.documents[0], Format::Brat);
    assert_eq!(written, "T1\tLOC 0 4\tRome\nT2\tORG 5 8\twon\n");
}

/// The types that came with brat's files go with them again, as they were; what is new stands in the section where it belongs.
#[test]
fn the_configuration_of_brat_is_kept() {
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let conf = "# Ours\n[entities]\nPlace\n\tTown\n\t!Land\n\n[relations]\nNear\tArg1:Place, Arg2:Place\n\n\
        [events]\n\n[attributes]\nOld\tArg:<ENTITY>\n";
    let files = [
        file("annotation.conf", conf),
        file("b.txt", "Rome won."),
        file("visual.conf", "[labels]\n"),
        file("b.ann", "T1\tTown 0 4\tRome\nA1\tOld T1\n"),
        file("c.txt", "Plain."),
    ];
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let groups = newsmark::formats::groups(&names);
    assert_eq!(groups, [vec![3, 1, 0], vec![4]]);
    let group: Vec<_> = groups[0].iter().map(|place| files[*place].clone()).collect();
    let import = read_files(&group).expect("files of brat's form");
    let mut document = import.documents[0].clone();
    let conf_of = |document: &Document| {
        let archive = export_file(document, Format::Brat);
        let start = archive.windows(6).position(|at| at == b"# Ours").expect("it is not packed");
        let end = archive[start..].windows(2).position(|at| at == b"PK").expect("more follows");
        String::from_utf8_lossy(&archive[start..start + end]).into_owned()
    };
    assert_eq!(conf_of(&document), conf);
    // The archive is read with it, too.
    let again = read(&export_file(&document, Format::Brat), None).expect("an archive of brat's form");
    assert_eq!(conf_of(&again.documents[0]), conf);
    let mark = newsmark::annotation::Annotation::by_hand(
        newsmark::annotation::AnnotationId(uuid::Uuid::from_u128(3)),
        newsmark::text::Span::new(5, 8),
        newsmark::label::LabelCode::new("VICTORY"),
        Default::default(),
    );
    document.extend([std::sync::Arc::new(mark)]);
    assert_eq!(conf_of(&document), conf.replace("\t!Land\n", "\t!Land\nVICTORY\n"));
}

/// On the page, too, files that come at once come together, in whatever order.
#[test]
fn files_of_brat_that_are_dropped_on_the_page_are_an_article() {
    use newsmark::session::{Session, Stamp, Taken};
    use newsmark::workspace::Workspace;
    let session = Session::new(newsmark::store::MemoryStore::default(), "first");
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let files = [
        file("a.txt", "Rome won."),
        file("annotation.conf", "[entities]\nLOC\n"),
        file("a.ann", "T1\tLOC 0 4\tRome\n"),
    ];
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let mut workspace = Workspace::default();
    for group in newsmark::formats::groups(&names) {
        let files: Vec<_> = group.into_iter().map(|place| files[place].clone()).collect();
        let stamp = Stamp { now: Default::default(), ids: uuid::Uuid::new_v4 };
        let Taken::Actions(actions) = session.import(&workspace, &files, stamp) else {
            panic!("a text of its own: {files:?}")
        };
        for action in actions {
            workspace = workspace.update(action.clone()).unwrap_or(workspace);
        }
    }
    let open = workspace.open().expect("an article");
    assert_eq!((&**open.text(), open.quote(&open.annotations()[0])), ("Rome won.", "Rome"));
}

/// A small archive that unpacks to much is refused before it has; many files of the same are, too.
#[test]
fn archives_that_unpack_to_gigabytes_are_refused() {
    let content = vec![b'a'; 80 << 20];
    let packed = miniz_oxide::deflate::compress_to_vec(&content, 9);
    let bomb = |names: &[&str]| {
        let mut out = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
        for name in names {
            let builder = archive.new_file(name).compression_method(rawzip::CompressionMethod::DEFLATE);
            let (mut entry, config) = builder.start().expect("a new entry");
            let mut writer = config.wrap(std::io::sink());
            writer.write_all(&content).expect("it takes all");
            let (_, descriptor) = writer.finish().expect("it is whole");
            entry.write_all(&packed).expect("room");
            entry.finish(descriptor).expect("room");
        }
        archive.finish().expect("room");
        out
    };
    let small = bomb(&["a.ann", "a.txt", "b.txt"]);
    assert!(small.len() < 1 << 20, "{}", small.len());
    let error = read(&small, None).expect_err("too large").to_string();
    assert!(error.contains("unpacks to more than 100 MB"), "{error}");
}

/// brat counts a byte order mark as a character of the text.
#[test]
fn byte_order_marks_of_brat_are_characters_of_the_text_and_none_of_an_id() {
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let files = [
        file("a.ann", "\u{FEFF}T1\tLOC 10 14\tRome\r\nT2\tLOC 1 5\tRome\r\n"),
        file("a.txt", "\u{FEFF}Rome and Rome."),
    ];
    let import = read_files(&files).expect("files of brat's form");
    let document = &import.documents[0];
    let places: Vec<(usize, &str)> =
        document.annotations().iter().map(|mark| (mark.span.start(), document.quote(mark))).collect();
    let second = document.text().rfind("Rome").expect("it stands there");
    assert_eq!(places.iter().map(|place| place.1).collect::<Vec<_>>(), ["Rome", "Rome"]);
    assert_eq!(places[1].0, second);
    assert_eq!(document.orphans.len(), 0);
}

/// Of the files of an archive, one that cannot be read is told by name and line, and the others are read.
#[test]
fn a_bad_file_of_an_archive_does_not_stop_the_others() {
    let good = [("a.txt", "Rome won."), ("a.ann", "T1\tLOC 0 4\tRome\n")];
    let bad = [("b.txt", "Li left."), ("b.ann", "T1\tPERSON 0 2\tLi\nT2\tPERSON x 2\tLi\n")];
    let import = read(&zip(&[bad, good].concat()), None).expect("an archive of brat's form");
    assert_eq!(import.documents.len(), 1);
    let skipped = import.problems.iter().find(|it| it.kind == newsmark::formats::ProblemKind::Skipped);
    let skipped = skipped.expect("it is told").to_string();
    assert!(skipped.contains("b.ann, line 2: an offset is no number"), "{skipped}");
    let error = read(&zip(&bad), None).expect_err("nothing is left").to_string();
    assert!(error.contains("b.ann, line 2"), "{error}");
}

/// Many marks are read and written in time that grows as they do.
#[test]
fn many_marks_take_seconds() {
    use std::time::{Duration, Instant};
    for (format, count) in [
        (Format::PubAnnotation, 100_000),
        (Format::ConllU, 20_000),
        (Format::WebAnno, 20_000),
        (Format::Cas, 20_000),
    ] {
        let file = many(format, count);
        let start = Instant::now();
        let import = read(file.as_bytes(), Some(format)).expect("a file of the format");
        assert_eq!(import.documents[0].annotations().len(), count, "{}", format.name());
        let written = export(&import.documents[0], format);
        assert!(written.len() > count, "{}", format.name());
        // Seconds; quadratic they would be hours.
        assert!(start.elapsed() < Duration::from_secs(60), "{}: {:?}", format.name(), start.elapsed());
    }
}

/// A file with so many marks.
fn many(format: Format, count: usize) -> String {
    let text = "Ada ".repeat(count);
    let (mut denotations, mut rows) = (String::new(), String::from("# newdoc\n# text_en = x\n"));
    let mut tsv = format!("#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n\n\n#Text={text}\n");
    let mut cas = format!(
        r#"{{"%TYPES":{{"custom.Span":{{"%NAME":"custom.Span","%SUPER_TYPE":"uima.tcas.Annotation"}}}},"%VIEWS":{{"_InitialView":{{"%SOFA":1,"%MEMBERS":[]}}}},"%FEATURE_STRUCTURES":[{{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","sofaString":"{text}"}}"#
    );
    for n in 0..count {
        let (start, end) = (4 * n, 4 * n + 3);
        let comma = if n == 0 { "" } else { "," };
        let _ = write!(
            denotations,
            r#"{comma}{{"id":"T{n}","span":{{"begin":{start},"end":{end}}},"obj":"PERSON"}}"#
        );
        let _ = writeln!(rows, "{}\tAda\tAda\tX\t_\t_\t_\t_\t_\tNE=B-PERSON", n + 1);
        let _ = writeln!(tsv, "1-{}\t{start}-{end}\tAda\tPERSON\t", n + 1);
        let _ = write!(
            cas,
            r#",{{"%ID":{},"%TYPE":"custom.Span","@sofa":1,"begin":{start},"end":{end},"value":"x","identifier":"e{n}"}}"#,
            n + 2
        );
    }
    cas.push_str("]}");
    let pubannotation = format!(r#"{{"text":"{text}","denotations":[{denotations}]}}"#);
    match format {
        Format::PubAnnotation => pubannotation,
        Format::ConllU => rows,
        Format::WebAnno => tsv,
        _ => cas,
    }
}
