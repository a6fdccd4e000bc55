//! Reading any bytes as a file of any format; the first byte chooses it. How to run it stands in `extract.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::formats::{Format, fragment, from_fragment, place, read, redacted};

/// What files without an article are put on.
const ARTICLE: &str = "Café 📉 fell €3.5m in Rome.";

fuzz_target!(|bytes: &[u8]| {
    let Some((first, file)) = bytes.split_first() else { return };
    // One more than there are formats: that one is found by what stands in the file.
    let format = Format::ALL.get(usize::from(*first) % (Format::ALL.len() + 1)).copied();
    if let Ok(text) = std::str::from_utf8(file) {
        let _ = from_fragment(text);
    }
    let Ok(import) = read(file, format) else { return };
    let hidden = import.redacted.iter().filter_map(|file| file.on(ARTICLE).ok());
    let placed = import.loose.into_iter().filter_map(|draft| place(draft, ARTICLE).ok()).chain(hidden);
    let placed: Vec<_> = placed.flat_map(|import| import.documents).collect();
    for document in import.documents.iter().chain(&placed) {
        for annotation in document.annotations() {
            assert!(annotation.span.slice(document.text()).is_some(), "{:?}", annotation.span);
        }
        for (_, proposal) in document.proposals() {
            assert!(proposal.is_none_or(|it| it.span.slice(document.text()).is_some()), "{proposal:?}");
        }
        let link = from_fragment(&fragment(document)).expect("a link").expect("a whole one");
        assert_eq!(read(&link, None).expect("a file of ours").documents.len(), 1);
        assert!(read(redacted(document).as_bytes(), None).is_ok());
    }
});
