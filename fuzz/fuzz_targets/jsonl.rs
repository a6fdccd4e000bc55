//! Reading any bytes as a line of documents, as the command line does. How to run it stands in
//! `extract.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::formats::jsonl::read;
use newsmark::formats::{Format, export, import};

fuzz_target!(|line: &[u8]| {
    let line = match read(line) {
        Ok(line) => line,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    for document in &line.import.documents {
        for annotation in document.annotations() {
            assert!(annotation.span.slice(document.text()).is_some(), "{:?}", annotation.span);
        }
        let written = export(document, Format::Newsmark);
        let again = import(written.as_bytes()).expect("a file that was written here is read here");
        assert_eq!(again.documents.as_slice(), std::slice::from_ref(document));
    }
});
