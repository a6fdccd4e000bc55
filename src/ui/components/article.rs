use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::Element;
use yew::prelude::*;

use super::Shared;
use super::section::Section;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::Document;
use crate::extract::leftovers;
use crate::facts::Doubt;
use crate::intake::Opening;
use crate::label::LabelCode;
use crate::runs::{self, outline, sections};
use crate::text::{language, sorted_set};
use crate::ui::browser::{Paint, annotations_at, clear_selection, paint, reveal};
use crate::ui::desk::Desk;
use crate::ui::gradually::{first, use_gradually};
use crate::ui::staged::use_staged;
use crate::workspace::Action;

/// The id of the element that holds the article's text.
pub(crate) const ARTICLE_ID: &str = "article-text";

#[derive(Properties, PartialEq)]
pub(crate) struct ArticleProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
    pub(crate) doubts: Rc<Vec<Doubt>>,
    pub(crate) shows_small: bool,
    /// Where headline, byline and dateline stand.
    pub(crate) opening: Opening,
}

/// The article with its marks.
#[component]
pub(crate) fn Article(props: &ArticleProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let text = Shared(props.document.text().clone());
    let outline = use_memo(text.clone(), |text| outline(text));
    let leftovers = use_memo(text.clone(), |text| leftovers(text));
    let before = use_mut_ref(Vec::new);
    let sections = use_memo((props.document.clone(), props.hidden.clone()), |(document, hidden)| {
        let is_shown = |annotation: &&Arc<Annotation>| !hidden.contains(&annotation.label);
        let now = sections(&outline, document.annotations().iter().filter(is_shown), &before.borrow());
        before.replace(now.clone());
        now
    });
    let lang =
        use_memo((text.clone(), props.document.language.clone()), |(text, told)| match told.as_str() {
            "" => language(text).unwrap_or("en").to_owned(),
            told => told.to_owned(),
        });
    let article = use_node_ref();
    let staged = use_staged(&sections, desk.in_view().sections);
    // A text is always cut into the same sections, so that none is missing.
    let sections: Vec<_> = staged.into_iter().flatten().collect();
    let at_once = first(sections.iter().map(|section| section.annotations.len()));
    let drawn = use_gradually(props.document.id, sections.len(), at_once);
    let selected = props.selected.and_then(|id| props.document.annotation(id));
    let labels = use_memo(props.document.labels.clone(), |labels| labels.clone());
    let doubtful = use_memo(props.doubts.clone(), |doubts| {
        let ids: Vec<_> =
            doubts.iter().flat_map(|doubt| doubt.from.iter().chain([&doubt.stated]).copied()).collect();
        sorted_set(ids)
    });

    {
        let (article, text, dateline) = (article.clone(), text.clone(), props.opening.dateline);
        // Anew whenever the piece that it stands in is drawn anew: the places are those of its elements.
        let first = sections.first().cloned().map(Shared);
        use_effect_with((text, first, props.selected, drawn > 0), move |(text, ..)| {
            if let Some(article) = article.cast::<Element>() {
                paint(Paint::Dateline, &article, text, dateline.as_slice());
            }
        });
    }
    {
        // Where the mark begins: to look for it in the whole of a long article takes milliseconds.
        let first = selected.and_then(|a| sections.iter().position(|it| a.span.overlaps(it.span)));
        let article = article.clone();
        use_effect_with((props.document.id, props.selected), move |(_, selected)| {
            if let Some(mark) = selected.zip(first).and_then(|(id, section)| mark_of(&article, section, id)) {
                reveal(&mark);
            }
        });
    }
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| click(&desk, &event))
    };
    let view_section = |index: usize, section: &Arc<runs::Section>, selected: Option<&Arc<Annotation>>| {
        html! {
            <Section
                key={index}
                text={text.clone()}
                section={Shared(section.clone())}
                labels={labels.clone()}
                leftovers={leftovers.clone()}
                doubtful={doubtful.clone()}
                shows_small={props.shows_small}
                headline={props.opening.headline}
                byline={props.opening.byline}
                selected={selected.map(|annotation| annotation.id)}
                is_drawn={index < drawn || selected.is_some()}
            />
        }
    };
    html! {
        <div
            id={ARTICLE_ID} ref={article} class="article" role="article" tabindex="0" lang={lang.to_string()} {onclick}
            aria-label={props.document.display_title().into_owned()}
        >
            for (index, section) in sections.iter().enumerate() {
                { view_section(index, section, selected.filter(|a| a.span.overlaps(section.span))) }
            }
        </div>
    }
}

/// The first element of the mark of an annotation that begins in a section.
fn mark_of(article: &NodeRef, section: usize, id: AnnotationId) -> Option<Element> {
    let section = article.cast::<Element>()?.children().item(section as u32)?;
    section.query_selector(&format!("mark[data-annotation-id~='{}']", id.0)).ok()?
}

/// A click on a mark selects it; another click where marks lie in each other goes on to the one
/// around it. A click beside all marks lets go.
fn click(desk: &Desk, event: &MouseEvent) {
    let is_selecting = web_sys::window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed());
    if is_selecting {
        return;
    }
    clear_selection();
    let ids = annotations_at(event, "mark");
    let selected = desk.workspace().selected().map(|annotation: &Arc<_>| annotation.id);
    let here = ids.iter().position(|id| Some(*id) == selected);
    let next = here.map_or(0, |here| (here + 1) % ids.len());
    desk.send(Action::Select(ids.get(next).copied()));
}
