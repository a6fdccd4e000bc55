//! Files of other programs, written again in their own format: as they were, but for what a person has changed. The shapes
//! are the programs' own, the texts are ours.

use std::sync::Arc;

use newsmark::annotation::{Annotation, Relation};
use newsmark::document::Document;
use newsmark::formats::{Format, Import, export, import, read};
use newsmark::label::LabelCode;

/// A file as it is read, with what was told.
fn read_as(file: &str, format: Format) -> Import {
    read(file.as_bytes(), Some(format)).expect("a file of the format")
}

/// The only document of a file, kept in a file of ours in between.
fn document(file: &str, format: Format) -> Document {
    let document = read_as(file, format).documents.remove(0);
    let kept = import(export(&document, Format::Newsmark).as_bytes()).expect("a file of ours");
    kept.documents.into_iter().next().expect("an article")
}

/// That a file is written again as it was.
#[track_caller]
fn stays(file: &str, format: Format) -> Document {
    let document = document(file, format);
    assert_eq!(export(&document, format), file);
    document
}

fn mark(document: &Document, quote: &str) -> Arc<Annotation> {
    let found = document.annotations().iter().find(|mark| document.quote(mark) == quote);
    Arc::clone(found.unwrap_or_else(|| panic!("no mark of {quote}")))
}

/// The marks: label and words.
fn marks(document: &Document) -> Vec<(String, String)> {
    let marks = document.annotations().iter();
    marks.map(|mark| (mark.label.as_str().to_owned(), document.quote(mark).to_owned())).collect()
}

/// The relations: kind, and the words of both ends.
fn relations(document: &Document) -> Vec<String> {
    let quote = |id| document.annotation(id).map_or("", |mark| document.quote(mark));
    let show = |it: &Arc<Relation>| format!("{} {} {}", quote(it.from), it.kind, quote(it.to));
    let mut all: Vec<String> = document.relations().iter().map(show).collect();
    all.sort();
    all
}

fn relabelled(document: &Document, quote: &str, label: &str) -> Document {
    let mut changed = document.clone();
    let mark = Annotation { label: LabelCode::new(label.to_owned()), ..(*mark(document, quote)).clone() };
    changed.replace_all(&[Arc::new(mark)]).expect("the mark is there");
    changed
}

fn without(document: &Document, quote: &str) -> Document {
    let mut changed = document.clone();
    changed.remove_all(&[mark(document, quote).id]).expect("the mark is there");
    changed
}

mod tsv {
    use super::*;

    const HEAD: &str = "#FORMAT=WebAnno TSV 3.3\n";

    fn file(rest: &str) -> String {
        [HEAD, rest].concat()
    }

    #[test]
    fn a_layer_with_two_features_stays_a_layer() {
        let file = file(
            "#T_SP=webanno.custom.Claim|certainty|value\n\n\n#Text=Rome fell.\n\
            1-1\t0-4\tRome\thigh[1]\tfact[1]\t\n1-2\t5-9\tfell\thigh[1]\tfact[1]\t\n1-3\t9-10\t.\t*\t*\t\n",
        );
        let document = stays(&file, Format::WebAnno);
        assert_eq!(marks(&document), [("fact".into(), "Rome fell".into()), ("Claim".into(), ".".into())]);
        // Another label is another value of the feature; what else the layer says stays.
        let changed = export(&relabelled(&document, "Rome fell", "rumour"), Format::WebAnno);
        assert_eq!(changed, file.replace("fact", "rumour"));
    }

    #[test]
    fn values_of_signs_are_values() {
        let file = file(
            "#T_SP=webanno.custom.Span|value\n\n\n#Text=One two three four\n1-1\t0-3\tOne\t\\*\t\n1-2\t4-7\ttwo\t*\t\n\
            1-3\t8-13\tthree\t\\_\t\n1-4\t14-18\tfour\ta\\|b\\[c\\]\\;d\\->e\\\\f\t\n",
        );
        let document = stays(&file, Format::WebAnno);
        let labels: Vec<String> = marks(&document).into_iter().map(|(label, _)| label).collect();
        assert_eq!(labels, ["*", "Span", "_", "a|b[c];d->e\\f"]);
    }

    #[test]
    fn what_fills_a_slot_is_a_relation() {
        let file = file(
            "#T_SP=webanno.custom.Who|\n\
            #T_SP=webanno.custom.Deed|ROLE_webanno.custom.Deed:links_webanno.custom.DeedLinksLink|webanno.custom.Who\n\n\n\
            #Text=Ada sold Rome to Li .\n1-1\t0-3\tAda\t*\t_\t_\t\n1-2\t4-8\tsold\t_\tto;by\t1-5;1-1\t\n\
            1-3\t9-13\tRome\t*\t*\t1-1\t\n1-4\t14-16\tto\t_\t_\t*\t\n1-5\t17-19\tLi\t*\t_\t_\t\n1-6\t20-21\t.\t_\t_\t_\t\n",
        );
        let document = stays(&file, Format::WebAnno);
        assert_eq!(relations(&document), ["Rome links Ada", "sold by Ada", "sold to Li"]);
        assert_eq!(marks(&document).len(), 6, "a host of empty slots is one, too");
        // Without Li there is nobody to whom.
        let fewer = export(&without(&document, "Li"), Format::WebAnno);
        assert!(fewer.contains("sold\t_\tby\t1-1\t\n"), "{fewer}");
    }

    #[test]
    fn a_chain_is_an_entity() {
        let file = file(
            "#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType\n\n\n#Text=Ada Byron said she would .\n\
            1-1\t0-3\tAda\tanaphora->1-1\tname[1]\t\n1-2\t4-9\tByron\tanaphora->1-1|*->2-1\tname[1]|*[2]\t\n\
            1-3\t10-14\tsaid\t_\t_\t\n1-4\t15-18\tshe\t*->1-2\tpronoun[1]\t\n1-5\t19-24\twould\t_\t_\t\n1-6\t25-26\t.\t*->2-2\t*[2]\t\n",
        );
        let document = stays(&file, Format::WebAnno);
        let entity = |quote| mark(&document, quote).entity.clone();
        assert!(
            entity("she").is_some() && entity("she") == entity("Ada Byron") && entity("she") != entity(".")
        );
        let fewer = export(&without(&document, "Ada Byron"), Format::WebAnno);
        assert!(fewer.contains("she\t*->1-1\tpronoun[1]\t\n") && fewer.contains("*->2-2"), "{fewer}");
    }

    #[test]
    fn marks_without_a_word_are_kept() {
        let file = file(
            "#T_SP=webanno.custom.Gap|kind\n#T_RL=webanno.custom.Near|BT_webanno.custom.Gap\n\n\n#Text=Rome fell\n\
            1-1\t0-4\tRome\t_\t_\t\n1-1.1\t0-0\t\t\\*\t_\t\n1-2\t5-9\tfell\tword\t*\t_\t\n1-2.1\t9-9\t\tend\t1-2\t\n",
        );
        let file = file.replace("word\t*\t_\t", "word\t1-1.1\t");
        let import = read_as(&file, Format::WebAnno);
        let told: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|it| it.starts_with("2 of the annotations mark a place")), "{told:?}");
        let document = stays(&file, Format::WebAnno);
        assert_eq!(marks(&document), [("Gap".into(), "fell".into())]);
        let other = document.on_text("Rome fell again");
        let written = export(&other, Format::WebAnno);
        assert!(written.contains("fell\tword\t_") && !written.contains("9-9"), "{written}");
        assert!(
            newsmark::formats::lost(&other, Format::WebAnno).contains(&newsmark::formats::Loss::OtherText)
        );
    }

    #[test]
    fn sentences_and_their_line_breaks_stay() {
        let layer = "#T_SP=webanno.custom.Span|value\n\n";
        let file = file(&format!(
            "{layer}\n#Sentence.id=s-1\n#Text=One\n#Text=two .\n1-1\t0-3\tOne\t_\t\n1-2\t4-9\ttwo .\tX\t\n\n\
            #Text=Three\n2-1\t12-17\tThree\tY\t\n\n#Text=\\\\four\\t\n3-1\t17-22\t\\\\four\tZ\t\n"
        ));
        let document = stays(&file, Format::WebAnno);
        assert_eq!(&**document.text(), "One\ntwo .\n  Three\\four\t");
        // What we write ourselves says what stands between sentences.
        for text in ["One. Two.\nThree.\n\nFour.", "One. \t Two.\n"] {
            let document = Document::new(document.id, text, Default::default());
            let import = read_as(&export(&document, Format::WebAnno), Format::WebAnno);
            assert_eq!((&**import.documents[0].text(), import.problems.len()), (text, 0));
        }
    }

    #[test]
    fn relations_stay_in_their_layers() {
        let file = file(
            "#T_SP=webanno.custom.A|value\n#T_SP=webanno.custom.B|value\n\
            #T_RL=webanno.custom.Owns|share|value|BT_webanno.custom.A\n#T_RL=webanno.custom.Bare|BT_webanno.custom.B\n\n\n\
            #Text=Ada Byron runs Acme\n1-1\t0-3\tAda\tx[1]|y[2]\tb[3]\t_\t_\t_\t_\t\n1-2\t4-9\tByron\tx[1]\tb[3]\t_\t_\t_\t_\t\n\
            1-3\t10-14\truns\t_\t_\t_\t_\t_\t_\t\n1-4\t15-19\tAcme\tz\tc\t\\*|*\tsole|*\t1-1[1_0]|1-1[2_0]\t1-1[3_0]\t\n",
        );
        let document = document(&file, Format::WebAnno);
        let again = super::document(&export(&document, Format::WebAnno), Format::WebAnno);
        assert_eq!((marks(&again), relations(&again)), (marks(&document), relations(&document)));
        assert_eq!(
            relations(&document),
            ["Ada Byron Bare Acme", "Ada Byron sole Acme", "Ada Owns Acme"].map(str::to_owned)
        );
        let written = export(&document, Format::WebAnno);
        assert!(written.starts_with(file.split("\n\n").next().unwrap_or_default()), "{written}");
        assert!(written.contains("\t\\*|*\tsole|*\t") || written.contains("\t*|\\*\t*|sole\t"), "{written}");
    }

    #[test]
    fn what_a_person_adds_is_in_the_layer_of_names() {
        let file = file(
            "#T_SP=webanno.custom.Claim|kind\n\n\n#Text=Rome fell\n1-1\t0-4\tRome\tfact\t\n1-2\t5-9\tfell\tfact\t\n",
        );
        let document = stays(&file, Format::WebAnno);
        // The layer has no label of its own, so that another one makes another mark of it.
        let written = export(&relabelled(&document, "Rome", "LOC"), Format::WebAnno);
        let layer = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n";
        assert!(written.contains(&format!("kind\n{layer}")), "{written}");
        assert!(written.contains("Rome\t_\t*\tLOC\t\n1-2\t5-9\tfell\tfact\t_\t_\t\n"), "{written}");
    }
}

/// What WebAnno 1 and 2 wrote.
mod earlier_tsv {
    use super::*;

    /// Marks with their places in UTF-16 code units, as WebAnno counts.
    fn places(document: &Document) -> Vec<(String, usize, usize)> {
        let map = newsmark::text::OffsetMap::new(document.text());
        let marks = document.annotations().iter().map(|mark| {
            let range = map.range_of(mark.span, newsmark::text::Unit::Utf16).expect("it is in the text");
            (mark.label.as_str().to_owned(), range.start, range.end)
        });
        let mut all: Vec<_> = marks.collect();
        all.sort_by_key(|(label, start, end)| (*start, *end, label.clone()));
        all
    }

    /// The file is known by what stands in it, and is told to be written in another version.
    #[track_caller]
    fn read_and_told(file: &str, version: &str) -> Document {
        let import = read(file.as_bytes(), None).expect("a file of WebAnno's");
        let told: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        let expected = format!("This is WebAnno TSV {version}; it is written again as WebAnno TSV 3.3.");
        assert!(told.contains(&expected), "{told:?}");
        let document = import.documents.into_iter().next().expect("an article");
        let written = export(&document, Format::WebAnno);
        let again = super::document(&written, Format::WebAnno);
        assert!(written.starts_with("#FORMAT=WebAnno TSV 3.3\n"), "{written}");
        assert_eq!(
            (again.text(), places(&again), relations(&again)),
            (document.text(), places(&document), relations(&document))
        );
        document
    }

    fn expected(marks: &[(&str, usize, usize)]) -> Vec<(String, usize, usize)> {
        marks.iter().map(|(label, start, end)| ((*label).to_owned(), *start, *end)).collect()
    }

    #[test]
    fn spans_of_the_second_version_are_read() {
        let name = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
        let file = format!(
            " # {name} | value # webanno.custom.Claim | kind | sure # webanno.custom.Owns | share | AttachTo={name}\n\
            #id=1\n#text=📉 Ada Byron's Acme fell.\n\
            1-1\t📉\tO\t_\t_\t_\t_\t\n\
            1-2\tAda\tB-PER\tB-fact\tB-yes\t_\t_\t\n\
            1-3\tByron\tI-PER|B-LOC\tI-fact\tI-yes\t_\t_\t\n\
            1-4\t's\tO\t_\t_\t_\t_\t\n\
            1-5\tAcme\tB-ORG\twebanno.custom.Claim_\tno\tall\t1-2\t\n\
            1-6\tfell\tB-{name}_\t_\t_\t_\t_\t\n\
            1-7\t.\tO\t_\t_\t_\t_\t\n\n\
            #id=2\n#text=Li left.\n\
            2-1\tLi\tB-PER\t_\t_\t_\t_\t\n2-2\tleft\tB-PER\t_\t_\t_\t_\t\n2-3\t.\tO\t_\t_\t_\t_\t\n\n"
        );
        let document = read_and_told(&file, "2");
        assert_eq!(&**document.text(), "📉 Ada Byron's Acme fell.\nLi left.");
        assert_eq!(
            places(&document),
            expected(&[
                ("Claim", 3, 12),
                ("PER", 3, 12),
                ("LOC", 7, 12),
                ("Claim", 15, 19),
                ("ORG", 15, 19),
                ("NamedEntity", 20, 24),
                ("PER", 26, 28),
                ("PER", 29, 33),
            ])
        );
        assert_eq!(relations(&document), ["Ada Byron Owns Acme"]);
        let written = export(&document, Format::WebAnno);
        assert!(written.contains("#T_SP=webanno.custom.Claim|kind|sure\n"), "{written}");
        assert!(written.contains(&format!("#T_RL=webanno.custom.Owns|share|BT_{name}\n")), "{written}");
        assert!(written.contains("\tfact[") && written.contains("\tyes["), "{written}");
    }

    #[test]
    fn names_of_the_first_version_are_read() {
        let file = "#id=1\n#text=Ada  Byron left New Rome.\n\
            1\tAda\t_\tNNP\tB-PER|O\t_\t3\tnsubj\t_\t_\n2\tByron\t_\tNNP\tI-PER|B_LOC\t_\t_\t_\t_\t_\n\
            3\tleft\t_\tVBD\tO\t_\t0\tROOT\t_\t_\n4\tNew\t_\t_\tB_LOC\t_\t_\t_\t_\t_\n\
            5\tRome\t_\t_\tI_LOC\t_\t_\t_\t_\t_\n6\t.\t_\t_\tO\t_\t_\t_\t_\t_\n\n\
            #id=2\n#text=Li\n1\tLi\t_\t_\tPER\t_\t_\t_\t_\t_\n\n";
        let document = read_and_told(file, "1");
        assert_eq!(&**document.text(), "Ada  Byron left New Rome.\nLi");
        let all = [
            ("NNP", 0, 3),
            ("PER", 0, 10),
            ("LOC", 5, 10),
            ("NNP", 5, 10),
            ("VBD", 11, 15),
            ("LOC", 16, 24),
            ("PER", 26, 28),
        ];
        assert_eq!(places(&document), expected(&all));
        assert_eq!(relations(&document), ["left ROOT left", "left nsubj Ada"]);
    }

    #[test]
    fn words_that_are_not_in_the_sentence_are_joined() {
        let file = " # webanno.custom.A | value\n#id=1\n#text=Rome fell\n1-1\tRome\tx\t\n1-2\trose\ty\t\n";
        let import = read(file.as_bytes(), None).expect("a file of WebAnno's");
        assert_eq!(&**import.documents[0].text(), "Rome rose");
        assert!(
            import.problems.iter().any(|it| it.to_string().starts_with("Line 4: the words are not those"))
        );
        let error = read(format!("{file}2-1 no tabs\n").as_bytes(), None).expect_err("no token").to_string();
        assert!(error.contains("line 6"), "{error}");
    }
}

mod cas {
    use serde_json::{Value as Json, json};

    use super::*;

    /// Two views, custom layers, a slot, a chain, a relation, a mark without a word; made by dkpro-cassis 0.12.
    const FILE: &str = include_str!("fixtures/tools/dkpro-cassis.json");

    /// A file as its structures by id, its types and its views.
    fn parts(file: &str) -> (Vec<Json>, Json, Json) {
        let file: Json = serde_json::from_str(file).expect("JSON");
        let mut structures = file["%FEATURE_STRUCTURES"].as_array().cloned().unwrap_or_default();
        structures.sort_by_key(|one| one["%ID"].as_i64());
        (structures, file["%TYPES"].clone(), file["%VIEWS"].clone())
    }

    fn structure(file: &str, id: i64) -> Option<Json> {
        parts(file).0.into_iter().find(|one| one["%ID"] == json!(id))
    }

    #[test]
    fn every_structure_type_and_view_stays() {
        let document = document(FILE, Format::Cas);
        let found = marks(&document);
        let expected = [
            ("*", "Ada Byron"),
            ("name", "Ada Byron"),
            ("Deed", "sold"),
            ("Claim", "Rome"),
            ("LOC", "Rome"),
            ("pro", "She"),
        ];
        for (label, quote) in expected {
            assert!(found.contains(&(label.into(), quote.into())), "{label} {quote}: {found:?}");
        }
        let related = ["Ada Byron Owns Rome", "sold by Ada Byron", "sold what Rome"].map(str::to_owned);
        assert_eq!((found.len(), relations(&document)), (6, related.to_vec()));
        let (written, file) = (export(&document, Format::Cas), FILE);
        let ((structures, types, views), expected) = (parts(&written), parts(file));
        for (one, other) in structures.iter().zip(&expected.0) {
            assert_eq!(one, other);
        }
        assert_eq!((structures.len(), types, views), (expected.0.len(), expected.1, expected.2));
    }

    #[test]
    fn what_a_person_changes_is_changed_and_nothing_else() {
        let document = document(FILE, Format::Cas);
        // A label is the value of its layer; what is said of a mark beside it is a feature that the type then has.
        let mut changed = relabelled(&document, "sold", "sale");
        let note = Annotation { note: "dear".into(), ..(*mark(&changed, "She")).clone() };
        changed.replace_all(&[Arc::new(note)]).expect("the mark is there");
        let written = export(&changed, Format::Cas);
        assert_eq!(structure(&written, 11).map(|one| one["note"].clone()), Some(json!("dear")));
        let (_, types, _) = parts(&written);
        assert_eq!(types["webanno.custom.CorefLink"]["note"]["%RANGE"], json!("uima.cas.String"));
        // A deed has no place for a label: it is one of our names now, under its own id.
        let deed = structure(&written, 8).expect("it is there");
        assert_eq!(
            (&deed["value"], deed["%TYPE"].as_str().map(|it| it.ends_with("NamedEntity"))),
            (&json!("sale"), Some(true))
        );
        assert_eq!(structure(&written, 4), structure(FILE, 4));
    }

    #[test]
    fn what_refers_to_a_mark_goes_with_it() {
        let document = document(FILE, Format::Cas);
        let mut fewer = document.clone();
        let gone = document.annotations().iter().filter(|mark| document.quote(mark) == "Ada Byron");
        let gone: Vec<_> = gone.map(|mark| mark.id).collect();
        fewer.remove_all(&gone).expect("the marks are there");
        let written = export(&fewer, Format::Cas);
        for id in [4, 9, 10, 16] {
            assert_eq!(structure(&written, id), None);
        }
        assert_eq!(structure(&written, 15).map(|array| array["%ELEMENTS"].clone()), Some(json!([17])));
        assert_eq!(
            structure(&written, 12).map(|chain| chain["@first"].clone()),
            Some(json!(11)),
            "the chain goes on"
        );
        assert_eq!(parts(&written).2["_InitialView"]["%MEMBERS"], json!([2, 3, 5, 6, 7, 8, 11, 12]));
        let back = super::document(&written, Format::Cas);
        assert_eq!(marks(&back), marks(&fewer));
    }

    #[test]
    fn what_fills_a_slot_is_a_relation() {
        let document = document(FILE, Format::Cas);
        let relation = |kind: &str| {
            let found = document.relations().iter().find(|it| &*it.kind == kind);
            Arc::clone(found.expect("a relation"))
        };
        // Another kind is another role; without the relation the slot is empty.
        let mut changed = document.clone();
        let (by, what) = (relation("by"), relation("what"));
        changed.unrelate(&[by.id, what.id]).expect("they are there");
        let refused = changed.relate([Arc::new(Relation { kind: "seller".into(), ..(*by).clone() })]);
        assert!(refused.is_empty());
        let written = export(&changed, Format::Cas);
        assert_eq!(structure(&written, 16).map(|link| link["role"].clone()), Some(json!("seller")));
        assert_eq!(structure(&written, 17), None);
        assert_eq!(structure(&written, 15).map(|array| array["%ELEMENTS"].clone()), Some(json!([16])));
        assert_eq!(relations(&super::document(&written, Format::Cas)), relations(&changed));
    }

    #[test]
    fn a_chain_is_an_entity() {
        let document = document(FILE, Format::Cas);
        let link = |label: &str| {
            let found = document.annotations().iter().find(|it| it.label.as_str() == label);
            Arc::clone(found.expect("a mark"))
        };
        let (name, she) = (link("name"), link("pro"));
        assert!(name.entity.is_some() && name.entity == she.entity, "{:?} {:?}", name.entity, she.entity);
        let entity = document.entities.iter().find(|it| Some(&it.id) == name.entity.as_ref());
        assert_eq!(entity.map(|it| it.name.as_str()), Some("Ada Byron"));
        // What names another thing is in the chain no more.
        let mut changed = document.clone();
        changed
            .replace_all(&[Arc::new(Annotation { entity: None, ..(*name).clone() })])
            .expect("it is there");
        let written = export(&changed, Format::Cas);
        assert_eq!(structure(&written, 12).map(|chain| chain["@first"].clone()), Some(json!(11)));
        assert_eq!(structure(&written, 10).map(|link| link.get("@next").cloned()), Some(None));
        let back = super::document(&written, Format::Cas);
        let entities = |document: &Document| -> Vec<_> {
            document.annotations().iter().map(|it| it.entity.clone()).collect()
        };
        assert_eq!(entities(&back), entities(&changed));
    }

    #[test]
    fn places_in_a_text_that_has_changed_are_told_as_lost() {
        let document = document(FILE, Format::Cas).on_text("Ada Byron 📉 sold all Rome. She left.");
        assert!(
            newsmark::formats::lost(&document, Format::Cas).contains(&newsmark::formats::Loss::OtherText)
        );
        let written = export(&document, Format::Cas);
        let back = super::document(&written, Format::Cas);
        assert_eq!((marks(&back), relations(&back)), (marks(&document), relations(&document)));
        assert!(!written.contains("\"gap\""), "{written}");
    }
}

mod conllu {
    use super::*;
    use newsmark::document::DocumentId;
    use newsmark::formats::{Loss, lost};
    use newsmark::text::Span;

    /// A document with one mark more.
    fn marked(document: &Document, quote: &str, label: &str) -> Document {
        let start = document.text().find(quote).expect("it stands there");
        let id = newsmark::annotation::AnnotationId(uuid::Uuid::from_u128(5));
        let label = LabelCode::new(label.to_owned());
        let span = Span::new(start, start + quote.len());
        let mut more = document.clone();
        more.extend([Arc::new(Annotation::by_hand(id, span, label, Default::default()))]);
        more
    }

    /// The lines that are others than those of a file.
    fn changed(document: &Document, file: &str) -> Vec<String> {
        let written = export(document, Format::ConllU);
        assert_eq!(written.lines().count(), file.lines().count());
        let pairs = written.lines().zip(file.lines());
        pairs.filter(|(line, was)| line != was).map(|(line, _)| line.to_owned()).collect()
    }

    const TAGS: &str = "# newdoc id = d1\n# newpar\n# sent_id = d1-1\n# text = Zoë isn't in New Rome.\n# text_en = -\n\
        1\tZoë\tZoë\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t5:nsubj\tner=S-PER|start_char=0\n\
        2-3\tisn't\t_\t_\t_\t_\t_\t_\t_\t_\n\
        2\tis\tbe\tAUX\tVBZ\tMood=Ind|Tense=Pres\t5\tcop\t5:cop\tner=O\n\
        3\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t5:advmod\tner=O\n\
        4\tin\tin\tADP\tIN\t_\t5\tcase\t5:case\tner=O\n\
        5\tNew\tnew\tPROPN\tNNP\t_\t0\troot\t0:root\tner=B-LOC\n\
        6\tRome\tRome\tPROPN\tNNP\t_\t5\tflat\t5:flat\tSpaceAfter=No|ner=E-LOC\n\
        6.1\tis\tbe\tAUX\tVBZ\t_\t_\t_\t5:x\tCopyOf=2\n\
        7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t5:punct\tner=O|Gloss=.\n\n";

    #[test]
    fn columns_and_comments_stay() {
        let document = stays(TAGS, Format::ConllU);
        assert_eq!(marks(&document), [("PER".into(), "Zoë".into()), ("LOC".into(), "New Rome".into())]);
        let fewer = changed(&without(&document, "Zoë"), TAGS);
        assert_eq!(fewer, ["1\tZoë\tZoë\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t5:nsubj\tner=O|start_char=0"]);
        let other = changed(&relabelled(&document, "New Rome", "GPE"), TAGS);
        assert_eq!(
            other,
            [
                "5\tNew\tnew\tPROPN\tNNP\t_\t0\troot\t0:root\tner=B-GPE",
                "6\tRome\tRome\tPROPN\tNNP\t_\t5\tflat\t5:flat\tSpaceAfter=No|ner=I-GPE",
            ]
        );
        let more = changed(&marked(&document, ".", "SIGN"), TAGS);
        assert_eq!(more, ["7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t5:punct\tner=B-SIGN|Gloss=."]);
        let text = document.on_text("Zoë isn't in New Rome. She left.");
        assert!(lost(&text, Format::ConllU).contains(&Loss::OtherText));
    }

    #[test]
    fn mentions_in_brackets_stay() {
        let second = "# newdoc id = b\n1\tShe\tshe\tPRON\t_\t_\t0\troot\t_\tEntity=(1-new-person-2)\n\n";
        let first = "# newdoc id = a\n# global.Entity = GRP-infstat-etype-minspan-identity\n\
            1\tAda\tAda\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(1-new-person-1,2-Ada_Lovelace(2-new-person-1)\n\
            2\tByron\tByron\tPROPN\t_\t_\t1\tflat\t_\tEntity=1)|Bridge=1<2\n\
            3\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n\
            4\tRome\tRome\tPROPN\t_\t_\t3\tobj\t_\tEntity=(3-new-place-1)\n\n";
        let import = read_as(&[first, second].concat(), Format::ConllU);
        let written: Vec<String> = import.documents.iter().map(|it| export(it, Format::ConllU)).collect();
        assert_eq!(written, [first, second]);
        let document = &import.documents[0];
        assert_eq!(
            changed(&relabelled(document, "Ada Byron", "poet"), first),
            ["1\tAda\tAda\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(1-new-poet-1,2-Ada_Lovelace(2-new-person-1)"]
        );
        assert_eq!(
            changed(&without(document, "Ada Byron"), first),
            [
                "1\tAda\tAda\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(2-new-person-1)",
                "2\tByron\tByron\tPROPN\t_\t_\t1\tflat\t_\tBridge=1<2",
            ]
        );
        assert_eq!(
            changed(&marked(document, "left Rome", "event"), first),
            [
                "3\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tEntity=(4-_-event",
                "4\tRome\tRome\tPROPN\t_\t_\t3\tobj\t_\tEntity=4)(3-new-place-1)",
            ]
        );
    }

    #[test]
    fn of_our_own_files_nothing_is_kept() {
        let document =
            Document::new(DocumentId(Default::default()), "Zoë left. Li\n\nstayed.", Default::default());
        let document = marked(&document, "Zoë", "PERSON");
        let back = super::document(&export(&document, Format::ConllU), Format::ConllU);
        assert!(back.extra.is_empty(), "{:?}", back.extra);
    }
}

mod lines {
    use serde_json::{Value as Json, json};

    use super::*;

    fn json_of(line: &str) -> Json {
        serde_json::from_str(line).expect("a line of JSON")
    }

    #[test]
    fn what_a_line_says_of_its_article_stays() {
        for (format, line) in [
            (
                Format::Spacy,
                r#"{"text":"Rome fell.","entities":[[0,4,"LOC"]],"meta":{"desk":"world"},"cats":{"a":1}}"#,
            ),
            (
                Format::Prodigy,
                r#"{"text":"Rome fell.","spans":[],"meta":{"desk":"world"},"answer":"accept","cats":{"a":1}}"#,
            ),
        ] {
            let written = json_of(&export(&document(line, format), format));
            assert_eq!((&written["meta"]["desk"], &written["cats"]), (&json!("world"), &json!({"a": 1})));
        }
    }

    const DOCCANO: &str = r#"{"id":41,"text":"Ada 📉 left Rome.","entities":[{"id":7,"label":"PER","start_offset":0,"end_offset":3},{"id":9,"label":"LOC","start_offset":12,"end_offset":16}],"relations":[{"id":3,"from_id":7,"to_id":9,"type":"left"}],"topic":"travel","Comments":["ok"]}"#;

    #[test]
    fn ids_of_doccano_stay() {
        let ours = document(DOCCANO, Format::Doccano);
        assert_eq!(json_of(&export(&ours, Format::Doccano)), json_of(DOCCANO));
        let again = document(&export(&ours, Format::Doccano), Format::Doccano);
        assert_eq!(again.id, ours.id);
        // Without relations it stays an export of a project that may have some; a new mark gets a number of its own.
        let fewer = without(&ours, "Ada");
        let mut more = fewer.clone();
        let id = newsmark::annotation::AnnotationId(uuid::Uuid::from_u128(5));
        let label = LabelCode::new("PER".to_owned());
        let span = newsmark::text::Span::new(0, 3);
        more.extend([Arc::new(Annotation::by_hand(id, span, label, Default::default()))]);
        let written = json_of(&export(&more, Format::Doccano));
        let ids: Vec<&Json> =
            written["entities"].as_array().expect("a list").iter().map(|it| &it["id"]).collect();
        assert_eq!((ids, &written["relations"]), (vec![&json!(1), &json!(9)], &json!([])));
        let triples = r#"{"id":"x-1","text":"Rome","label":[[0,4,"LOC"]],"Comments":[]}"#;
        assert_eq!(json_of(&export(&document(triples, Format::Doccano), Format::Doccano)), json_of(triples));
    }

    /// A task as Label Studio exports it: two annotators, a region with two labels, a choice, a prediction.
    fn task() -> Json {
        let region = |id: &str, (start, end, text): (usize, usize, &str), labels: &[&str]| {
            json!({"id": id, "from_name": "ner", "to_name": "body", "type": "labels", "origin": "manual",
                "value": {"start": start, "end": end, "text": text, "labels": labels}})
        };
        let mut guess = region("g1", (11, 15, "Rome"), &["LOC"]);
        guess["origin"] = json!("prediction");
        guess["score"] = json!(0.5);
        json!({
            "id": 12, "project": 3, "inner_id": 1, "file_upload": "a.txt", "data": {"text": "Ada 📉 left Rome.", "row": 7},
            "annotations": [
                {"id": 70, "completed_by": 1, "was_cancelled": false, "ground_truth": true, "lead_time": 4.5, "result": [
                    region("r1", (0, 3, "Ada"), &["PER", "POET"]), region("r2", (6, 10, "left"), &["DEED"]),
                    {"type": "relation", "from_id": "r2", "to_id": "r1", "direction": "right", "labels": ["by"]},
                    {"id": "c1", "from_name": "topic", "to_name": "body", "type": "choices", "value": {"choices": ["travel"]}},
                ]},
                {"id": 71, "completed_by": {"id": 2, "email": "li@example.org"}, "was_cancelled": false, "ground_truth": false,
                    "result": [region("r1", (0, 3, "Ada"), &["PER"])]},
            ],
            "predictions": [{"id": 80, "model_version": "m1", "score": 0.4, "result": [guess]}],
        })
    }

    /// A task without the labelling config, which is ours, and with its regions in the order of their ids.
    fn compared(mut task: Json) -> Json {
        task.as_object_mut().expect("a task").remove("meta");
        for list in ["annotations", "predictions"] {
            for one in task[list].as_array_mut().expect("a list") {
                one["result"].as_array_mut().expect("regions").sort_by_key(|it| it["id"].to_string());
            }
        }
        task
    }

    #[test]
    fn ids_of_label_studio_stay() {
        let file = json!([task()]).to_string();
        let ours = document(&file, Format::LabelStudio);
        let written =
            |document: &Document| compared(json_of(&export(document, Format::LabelStudio))[0].clone());
        assert_eq!(written(&ours), compared(task()));
        assert_eq!(document(&export(&ours, Format::LabelStudio), Format::LabelStudio).id, ours.id);
        // What was suggested and is accepted is a region of the first annotator's.
        let mut accepted = ours.clone();
        let rome =
            Annotation { status: newsmark::annotation::Status::Accepted, ..(*mark(&ours, "Rome")).clone() };
        accepted.replace_all(&[Arc::new(rome)]).expect("the mark is there");
        let found = written(&accepted);
        assert_eq!(found["annotations"][0]["result"].as_array().map(Vec::len), Some(5));
        assert_eq!(
            (&found["predictions"][0]["id"], &found["predictions"][0]["result"]),
            (&json!(80), &json!([]))
        );
        // A relation from one annotator's region to another's brings them together.
        let of = |label: &str, nth: usize| {
            let named = ours.annotations().iter().filter(|it| it.label.as_str() == label);
            named.map(|it| it.id).nth(nth).expect("a mark")
        };
        let mut related = ours.clone();
        let relation = (**ours.relations().first().expect("a relation")).clone();
        let id = newsmark::annotation::RelationId(uuid::Uuid::from_u128(6));
        let refused = related.relate([of("PER", 0), of("PER", 1)].map(|to| {
            let id =
                newsmark::annotation::RelationId(uuid::Uuid::from_u128(id.0.as_u128() + to.0.as_u128() % 97));
            Arc::new(Relation { id, from: of("DEED", 0), to, ..relation.clone() })
        }));
        assert!(refused.is_empty());
        let back = document(&export(&related, Format::LabelStudio), Format::LabelStudio);
        assert_eq!(back.relations().len(), 3);
        assert_eq!(back.annotations().len(), ours.annotations().len());
    }
}
