mod heads;
mod places;
mod proposed;
mod rows;

use yew::prelude::*;

use heads::{view_adding, view_heads};
use proposed::Proposed;
use rows::Rows;

use super::empty::view_ways_in;
use super::filters::{Choice, view_filters_by_name};
use super::head::ViewHead;
use super::panes::Panes;
use crate::document::{Document, DocumentId};
use crate::facts::{Comparison, Row, Sentences, Verdict, compare};
use crate::formats::{comparison_json, comparison_table, file_stem};
use crate::store::Summary;
use crate::ui::components::{AnotherFile, PAGE, Pages, SaveAs, Shared, shown, use_printing};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct CompareViewProps {
    pub(crate) document: Shared<Document>,
    pub(crate) articles: Vec<Summary>,
    /// The articles beside it.
    pub(crate) beside: Vec<DocumentId>,
}

/// Which rows show.
#[derive(Clone, Copy, PartialEq, Default)]
struct Filter {
    verdict: Option<Verdict>,
    page: usize,
    /// Whether what only some of the reports tell shows among the others.
    shows_some: bool,
    /// The row whose places are shown in the full texts.
    chosen: Option<usize>,
}

/// Other reports of the library beside the open one: what differs first.
#[component]
pub(crate) fn CompareView(props: &CompareViewProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_printing = use_printing();
    let others = use_state_eq(Vec::<Shared<Document>>::new);
    let filter = use_state_eq(Filter::default);
    {
        let (desk, others, filter) = (desk.clone(), others.setter(), filter.setter());
        use_effect_with(props.beside.clone(), move |beside| {
            others.set(beside.iter().filter_map(|id| desk.article(*id)).map(Shared).collect());
            filter.set(Filter::default());
        });
    }
    let documents: Vec<Shared<Document>> =
        std::iter::once(props.document.clone()).chain((*others).clone()).collect();
    let found = use_memo(documents.clone(), |documents| match documents.len() {
        0 | 1 => Comparison::default(),
        _ => compare(&documents.iter().map(|it| &**it).collect::<Vec<_>>()),
    });
    let texts: Vec<Shared<str>> = documents.iter().map(|it| Shared(it.text().clone())).collect();
    let sentences = use_memo(texts, |texts| texts.iter().map(|it| Sentences::of(it)).collect::<Vec<_>>());
    let has_others = documents.len() > 1;
    html! {
        <section class="facts-view comparison" aria-labelledby="compare-title">
            <ViewHead
                id="compare-title" title={words::COMPARE} document={props.document.clone()} about={words::REPORTS_BESIDE} can_print={has_others}
            >
                { view_adding(&desk, props, &documents) }
                if has_others {
                    { view_saving(&documents, &found) }
                }
            </ViewHead>
            if has_others {
                { view_comparison(&desk, props, &documents, &Read { found: &found, sentences: &sentences }, &filter, is_printing) }
            } else {
                { piece::<Proposed>(None, yew::props!(Of<Proposed> { id: props.document.id, articles: props.articles.clone() })) }
                <div class="view-empty">
                    <p>{ if props.articles.len() > 1 { words::COMPARE_HINT } else { words::COMPARE_NEEDS_ANOTHER } }</p>
                    { view_ways_in(&desk) }
                </div>
            }
        </section>
    }
}

fn view_saving(documents: &[Shared<Document>], found: &std::rc::Rc<Comparison>) -> Html {
    let stem = documents.first().map(|it| file_stem(&it.display_title())).unwrap_or_default();
    let table = {
        let (documents, found) = (documents.to_vec(), found.clone());
        Callback::from(move |()| {
            comparison_table(&documents.iter().map(|it| &**it).collect::<Vec<_>>(), &found)
        })
    };
    let content = {
        let (documents, found) = (documents.to_vec(), found.clone());
        Callback::from(move |()| {
            comparison_json(&documents.iter().map(|it| &**it).collect::<Vec<_>>(), &found)
        })
    };
    let also =
        AnotherFile { name: words::SAVE_AS_JSON, extension: "json", media_type: "application/json", content };
    html! { { piece::<SaveAs>(None, yew::props!(Of<SaveAs> { stem: format!("comparison-{stem}"), table, also })) } }
}

/// What is reckoned of the reports once.
struct Read<'c> {
    found: &'c Comparison,
    sentences: &'c [Sentences],
}

fn view_comparison(
    desk: &Desk,
    props: &CompareViewProps,
    documents: &[Shared<Document>],
    Read { found, sentences }: &Read<'_>,
    filter: &UseStateHandle<Filter>,
    is_printing: bool,
) -> Html {
    let verdict = filter.verdict.filter(|_| !is_printing);
    let some = found.count(Verdict::Some);
    let is_folded = verdict.is_none() && !filter.shows_some && !is_printing && some < found.rows.len();
    let is_meant = |(_, row): &(usize, &Row)| match verdict {
        Some(verdict) => row.verdict == verdict,
        None => !is_folded || row.verdict != Verdict::Some,
    };
    let rows: Vec<(usize, &Row)> = found.rows.iter().enumerate().filter(is_meant).collect();
    let page = filter.page.min(rows.len().saturating_sub(1) / PAGE);
    let change = |change: fn(Filter, usize) -> Filter| {
        let filter = filter.clone();
        Callback::from(move |to: usize| filter.set(change(*filter, to)))
    };
    let choose_verdict = {
        let filter = filter.clone();
        Callback::from(move |verdict| filter.set(Filter { verdict, page: 0, ..*filter }))
    };
    let unfold = {
        let filter = filter.clone();
        move |_: MouseEvent| filter.set(Filter { shows_some: true, ..*filter })
    };
    let close = {
        let filter = filter.clone();
        Callback::from(move |()| filter.set(Filter { chosen: None, ..*filter }))
    };
    let rows_of_page = shown(&rows, page, PAGE, is_printing);
    let chosen = filter.chosen.and_then(|at| found.rows.get(at)).filter(|_| !is_printing);
    let rows_view = Rows {
        documents,
        sentences,
        chosen: filter.chosen,
        choose: &change(|filter, row| Filter {
            chosen: (filter.chosen != Some(row)).then_some(row),
            ..filter
        }),
        found,
    };
    html! {
        <>
            <p class="compared" aria-live="polite">{ says(found, documents.len()) }</p>
            if !found.rows.is_empty() {
                { view_filters_by_name(&choices(found), filter.verdict, &choose_verdict) }
            }
            <div class={classes!("reports-scroll", (documents.len() > 3).then_some("many"))} tabindex="0" role="region" aria-label={words::FACTS_OF_REPORTS}>
                <table class="compare-table" data-reports={documents.len().to_string()}>
                    { view_heads(desk, props, documents) }
                    { rows_view.view(rows_of_page) }
                </table>
            </div>
            if is_folded && some > 0 {
                <button type="button" class="quiet unfold" aria-expanded="false" onclick={unfold}>{ words::SHOW_ONLY_IN_SOME }</button>
            }
            { piece::<Pages>(None, yew::props!(Of<Pages> { count: rows.len(), page, onpage: change(|filter, page| Filter { page, ..filter }) })) }
            if let Some(row) = chosen {
                { piece::<Panes>(None, yew::props!(Of<Panes> { documents: documents.to_vec(), places: places::spans(row), onclose: close })) }
            }
        </>
    }
}

/// What the rows can be narrowed to.
fn choices(found: &Comparison) -> Vec<Choice<Option<Verdict>>> {
    let all = Choice { key: None, name: words::ALL, count: found.rows.len() };
    let verdicts = Verdict::ALL.into_iter().map(|verdict| Choice {
        key: Some(verdict),
        name: verdict.name(),
        count: found.count(verdict),
    });
    [all].into_iter().chain(verdicts).collect()
}

/// How much of the reports was paired, and what came of it, in a sentence.
fn says(found: &Comparison, reports: usize) -> String {
    let some = found.count(Verdict::Some);
    let told_of_some = || words::FactsOnlyInSome { count: some, reports }.text();
    if found.rows.is_empty() {
        return words::NO_FACTS_IN_REPORTS.to_owned();
    }
    let told = [
        (found.count(Verdict::Different), words::FACTS_DIFFERENT),
        (found.count(Verdict::Otherwise), words::FACTS_REWORDED),
        (found.count(Verdict::All), words::FACTS_ALIKE),
    ];
    let mut told = told.into_iter().filter(|(count, _)| *count > 0);
    let Some((first, verdict)) = told.next() else {
        return words::no_common_facts(&told_of_some());
    };
    let first = words::FactsOfVerdict { count: first, verdict: &verdict }.text();
    let paired =
        told.fold(first, |told, (count, verdict)| format!("{told}, {} {verdict}", words::grouped(count)));
    match some {
        0 => words::facts_paired(&paired),
        _ => words::FactsPairedAndOthers { paired: &paired, some: &told_of_some() }.text(),
    }
}
