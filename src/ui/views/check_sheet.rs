mod fact;
mod fields;
mod filter;
mod sentence;

use std::rc::Rc;

use yew::prelude::*;

use filter::{Filter, Shown, choices};
use sentence::Sentence;

use super::doubts::Doubts;
use super::empty::view_empty;
use super::filters::view_filters;
use super::head::ViewHead;
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Counted, Doubt, Sentences, Sheet, SheetSentence, sheet_of};
use crate::formats::{file_stem, sheet_table};
use crate::ui::components::{PAGE, Pages, SaveAs, Shared, shown, use_printing};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Action, PageCommand, show_key};

#[derive(Properties, PartialEq)]
pub(crate) struct CheckSheetProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
    /// Whether somebody has gone to the selected fact.
    pub(crate) follows: bool,
    /// What does not add up in it.
    pub(crate) doubts: Rc<Vec<Doubt>>,
    pub(crate) possible: Rc<Vec<Doubt>>,
}

/// Each sentence once with its facts marked in it, and beside it what came of checking them; what does not add up comes first.
#[component]
pub(crate) fn CheckSheet(props: &CheckSheetProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let is_printing = use_printing();
    let filter = use_state_eq(Filter::default);
    let sentences = use_memo(Shared(document.text().clone()), |text| Sentences::of(text));
    let sheet = use_memo(document.clone(), |document| sheet_of(document, &sentences));
    let doubts = &props.doubts;
    // Who prints gets all of it.
    let showing = if is_printing { Shown::All } else { filter.shown };
    let groups = sheet.sentences(|row| showing.has(row, props.selected));
    use_selected(&desk, props.selected, &sheet, &groups, &filter);
    let table = {
        let document = document.clone();
        Callback::from(move |()| sheet_table(&document))
    };
    let stem = format!("check-sheet-{}", file_stem(&document.display_title()));
    let figures = words::SheetProgress {
        settled: &words::grouped(sheet.progress.settled()),
        all: &words::grouped(sheet.progress.all()),
    }
    .text();
    let choose = {
        let filter = filter.setter();
        Callback::from(move |shown| filter.set(Filter { shown, page: 0 }))
    };
    let has_facts = !sheet.rows.is_empty();
    html! {
        <section class="facts-view sheet" aria-labelledby="sheet-title">
            <ViewHead id="sheet-title" title={words::CHECK_SHEET} document={document.clone()} can_print={has_facts}>
                if has_facts {
                    <span class="count checked">{ figures.clone() }</span>
                    <progress
                        max={sheet.progress.all().max(1).to_string()} value={sheet.progress.settled().to_string()} aria-label={words::CHECKED_BAR}
                    >{ figures }</progress>
                    { piece::<SaveAs>(None, yew::props!(Of<SaveAs> { stem, table })) }
                }
            </ViewHead>
            if has_facts {
                { piece::<Doubts>(None, yew::props!(Of<Doubts> { document: document.clone(), sentences: sentences.clone(), doubts: doubts.clone(), possible: props.possible.clone() })) }
                <div class="list-head">
                    <h3 id="facts-title">{ words::FACTS }</h3>
                    { view_filters(&choices(&sheet), filter.shown, &choose) }
                </div>
                if let Some(counted) = says_counted(Counted::of(document)) {
                    <p class="hint counted">{ counted }</p>
                }
                <p class="hint keys-hint">{ key_hint(&desk) }</p>
                { view_list(props, &sheet, &groups, doubts, &filter, is_printing) }
            } else {
                { view_empty(&desk, words::NO_FACTS) }
            }
        </section>
    }
}

/// Keeps the chosen fact in what is shown: its page, and where the keys have gone on to a fact that the filter leaves out,
/// the next open one that it has.
#[hook]
fn use_selected(
    desk: &Desk,
    selected: Option<AnnotationId>,
    sheet: &Rc<Sheet>,
    groups: &[SheetSentence],
    filter: &UseStateHandle<Filter>,
) {
    let is_it = |at: &usize| sheet.rows.get(*at).map(|row| row.id) == selected;
    let place = groups.iter().position(|group| group.rows.iter().any(is_it));
    let (desk, sheet, filter) = (desk.clone(), sheet.clone(), filter.clone());
    use_effect_with(selected, move |selected| match (selected, place) {
        (Some(_), Some(place)) => {
            if place / PAGE != filter.page {
                filter.set(Filter { page: place / PAGE, ..*filter });
            }
        }
        (Some(id), None) => {
            if let Some(next) = filter.shown.next_open(&sheet, *id) {
                desk.send(Action::Select(Some(next)));
            }
        }
        (None, _) => {}
    });
}

fn view_list(
    props: &CheckSheetProps,
    sheet: &Sheet,
    groups: &[SheetSentence],
    doubts: &[Doubt],
    filter: &UseStateHandle<Filter>,
    is_printing: bool,
) -> Html {
    if groups.is_empty() {
        return html! { <p class="hint">{ words::NO_SUCH_FACTS }</p> };
    }
    let document = &props.document;
    let page = filter.page.min(groups.len().saturating_sub(1) / PAGE);
    let onpage = {
        let filter = filter.clone();
        Callback::from(move |page| filter.set(Filter { page, ..*filter }))
    };
    // On paper no fact has its fields open.
    let selected = props.selected.filter(|_| !is_printing);
    let labels = Rc::new(document.labels.clone());
    let text = Shared(document.text().clone());
    let view = |group: &SheetSentence| {
        let rows = group.rows.iter().filter_map(|at| sheet.rows.get(*at)).cloned();
        let facts: Vec<_> = rows
            .filter_map(|row| Some((document.annotations().get(row.place)?.clone(), row)))
            .map(|(fact, row)| (Shared(fact), row))
            .collect();
        let is_here = |id: &AnnotationId| facts.iter().any(|(fact, _)| fact.id == *id);
        let in_doubt = doubts.iter().flat_map(|doubt| doubt.from.iter().chain([&doubt.stated]));
        let doubted: Vec<AnnotationId> = in_doubt.filter(|id| is_here(id)).copied().collect();
        html! {
            <Sentence
                key={group.span.start()} text={text.clone()} labels={labels.clone()} span={group.span} {doubted}
                selected={selected.filter(&is_here)} follows={props.follows} {facts}
            />
        }
    };
    html! {
        <>
            <ol class="sentences" role="list" aria-labelledby="facts-title">
                for group in shown(groups, page, PAGE, is_printing) {
                    { view(group) }
                }
            </ol>
            { piece::<Pages>(None, yew::props!(Of<Pages> { count: groups.len(), page, onpage })) }
        </>
    }
}

/// Why there are more or fewer facts than marks in the text; `None` where there are as many.
fn says_counted(counted: Counted) -> Option<String> {
    let small = (counted.small > 0).then(|| words::small_among_facts(counted.small));
    let others = (counted.others > 0).then(|| words::marks_no_facts(counted.others));
    let told: Vec<String> = [small, others].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// The keys that check the chosen fact.
fn key_hint(desk: &Desk) -> String {
    let commands = [PageCommand::Confirmed, PageCommand::Wrong, PageCommand::Unclear, PageCommand::OpenAgain];
    let key = |command: PageCommand| show_key(desk.workspace().keys().key_of(command));
    let [confirmed, wrong, unclear, open] = commands.map(key);
    words::CheckKeys { confirmed: &confirmed, wrong: &wrong, unclear: &unclear, open: &open }.text()
}
