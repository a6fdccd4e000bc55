//! Reading any bytes as a Newsmark file, and writing what was read. How to run it stands in
//! `extract.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::formats::{Format, export, import};

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = import(bytes) else { return };
    for problem in &read.problems {
        assert!(!problem.to_string().is_empty());
    }
    for document in &read.documents {
        for annotation in document.annotations() {
            assert!(annotation.span.slice(document.text()).is_some(), "{:?}", annotation.span);
        }
        for format in Format::ALL {
            let _ = export(document, format);
        }
        // What was read once is a file of ours: it comes back as it is.
        let written = export(document, Format::Newsmark);
        let again = import(written.as_bytes()).expect("a file that was written here is read here");
        assert_eq!(again.documents.as_slice(), std::slice::from_ref(document));
    }
});
