use yew::prelude::*;

use super::Shared;
use crate::document::Document;
use crate::text::language;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct LanguageNoteProps {
    pub(crate) document: Shared<Document>,
}

/// Says of an article in another language that Newsmark reads English, and what it marked all the same. Of one in English,
/// or in no language that can be told, there is nothing to say.
#[component]
pub(crate) fn LanguageNote(props: &LanguageNoteProps) -> Html {
    let document = &props.document;
    let told = use_memo(document.text().clone(), |text| language(text).unwrap_or_default());
    let given = document.language.split('-').next().unwrap_or_default();
    // What somebody has written into the file counts before what the text looks like.
    let language = if given.is_empty() { *told } else { given };
    if language.is_empty() || language == "en" {
        return Html::default();
    }
    html! { <p class="hint language" role="note">{ words::newsmark_reads_english(document.annotations().len()) }</p> }
}
