//! Label Studio's tasks as JSON (Label Studio 1.x, "JSON" export and import).
//!
//! A list of tasks. What people made or accepted are `annotations`, what is only suggested `predictions`
//! with scores; a relation leads from one region to another; notes are a region's `meta.text`. Offsets of
//! text regions count code points; their `text` settles it where a file counts otherwise. The labelling
//! config that goes with the tasks stands in each task's `meta`, for a new project's settings.
//!
//! A task of Label Studio's has an id, and so have its annotations and predictions; they are kept with all else that it says
//! of them, and each region goes back to where it stood, under its own id.

mod read;
mod write;

use serde_json::Value as Json;

use super::codec::{Codec, Frame, Sample};
use super::draft::Draft;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{Loss, Losses, MEANING, OURS};
use crate::label::LabelSet;
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct LabelStudio;

const NAME: &str = "label_studio";
/// Where a document keeps what its task says beside its data.
const TASK: &str = "label_studio_task";
/// The kinds of regions that are marks; each has its labels in a field of that name.
const KINDS: [&str; 3] = ["labels", "hypertextlabels", "paragraphlabels"];

/// What a region says that is made in the labelling config of ours.
const USUAL: [(&str, &str); 3] = [("from_name", "label"), ("to_name", "text"), ("type", "labels")];

impl Codec for LabelStudio {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[OURS, MEANING, &[Loss::MixedRelations, Loss::Rejected]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        write::write(document)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|task| {
            let data = task.get("data").and_then(Json::as_object);
            let has_text = data.is_some_and(|data| data.values().any(Json::is_string));
            let parts = ["annotations", "predictions", "completions", "file_upload", "project"];
            has_text && parts.iter().any(|part| task.get(*part).is_some())
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        read::read(sample)
    }
}

/// The labelling config of a project for these labels, as Label Studio's settings take it.
pub fn labeling_config(labels: &LabelSet) -> String {
    let mut config = String::from("<View>\n  <Labels name=\"label\" toName=\"text\">\n");
    for label in labels.iter() {
        let hotkey =
            if label.key.is_empty() { String::new() } else { format!(" hotkey=\"{}\"", escaped(&label.key)) };
        config += &format!(
            "    <Label value=\"{}\" background=\"{}\"{hotkey}/>\n",
            escaped(label.code.as_str()),
            escaped(&label.color)
        );
    }
    config
        + "  </Labels>\n  <Relations>\n    <Relation value=\"said_by\"/>\n  </Relations>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n"
}

/// Text as it stands in XML and HTML.
pub(in crate::formats) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
