//! Reading any bytes as a file of any format; the first byte chooses it. How to run it stands in `extract.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::formats::{Format, place, read};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, file)) = bytes.split_first() else { return };
    // One more than there are formats: that one is found by what stands in the file.
    let format = Format::ALL.get(usize::from(*first) % (Format::ALL.len() + 1)).copied();
    let Ok(import) = read(file, format) else { return };
    let placed = import.loose.into_iter().filter_map(|draft| place(draft, "Café 📉 fell €3.5m in Rome.").ok());
    let placed: Vec<_> = placed.flat_map(|import| import.documents).collect();
    for document in import.documents.iter().chain(&placed) {
        for annotation in document.annotations() {
            assert!(annotation.span.slice(document.text()).is_some(), "{:?}", annotation.span);
        }
    }
});
