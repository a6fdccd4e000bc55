//! Ids for what a file names by no UUID, the same on every import of it.

use std::collections::HashSet;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::notes::Notes;
use crate::annotation::AnnotationId;
use crate::document::DocumentId;
use crate::formats::ProblemKind;

/// The SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal digits.
pub(in crate::formats) fn sha256_hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A UUID of version 8 (RFC 9562, section 5.8) made from a hash of `parts`.
pub(in crate::formats) fn derived(parts: &[&[u8]]) -> Uuid {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// The ids of the annotations of one document: each is there once.
#[derive(Default)]
pub(in crate::formats) struct Ids(HashSet<AnnotationId>);

impl Ids {
    /// The id of the annotation that stands at `index` in the file: the one that it has there, if it is a UUID (`found`)
    /// and no other annotation has it, else one that is made of what stands there instead (`given`).
    pub(in crate::formats) fn take(
        &mut self,
        document: DocumentId,
        (index, quote): (usize, &str),
        (found, given): (Option<Uuid>, &dyn Fn() -> String),
        notes: &mut Notes,
    ) -> AnnotationId {
        notes.about(AnnotationId(Uuid::nil()), quote);
        let found = found.map(AnnotationId);
        if let Some(id) = found.filter(|&id| self.0.insert(id)) {
            return id;
        }
        let given = given();
        let derive = |again: usize| {
            let (index, again) = (index.to_le_bytes(), again.to_le_bytes());
            AnnotationId(derived(&[b"annotation", document.0.as_bytes(), given.as_bytes(), &index, &again]))
        };
        let mut id = derive(0);
        let mut again = 0;
        while !self.0.insert(id) {
            again += 1;
            id = derive(again);
        }
        notes.about(id, quote);
        notes.annotation(
            ProblemKind::Id,
            match found {
                Some(_) => "has the id of another annotation and got a new one",
                None => "had no id of the right form (a UUID) and got a new one",
            },
        );
        id
    }
}
