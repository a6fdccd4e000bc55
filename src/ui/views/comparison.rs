use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::panes::{MOST, Panes};
use crate::annotation::AnnotationId;
use crate::document::{Document, DocumentId};
use crate::facts::{Comparison, FactKind, Row, Verdict, compare};
use crate::formats::{comparison_json, comparison_table, file_stem, wordings};
use crate::store::Summary;
use crate::text::{Span, reveal};
use crate::ui::components::{PAGE, Pages, SaveAs, Shared};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct CompareViewProps {
    pub(crate) document: Shared<Document>,
    pub(crate) articles: Vec<Summary>,
    /// The articles beside it.
    pub(crate) beside: Vec<DocumentId>,
}

/// Which rows show.
#[derive(Clone, PartialEq, Default)]
struct Filter {
    verdict: Option<Verdict>,
    kind: Option<FactKind>,
    page: usize,
    /// The row whose places are shown.
    chosen: Option<usize>,
}

/// Other reports of the library beside the open one: what differs first.
#[component]
pub(crate) fn CompareView(props: &CompareViewProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let others = use_state_eq(Vec::<Shared<Document>>::new);
    let filter = use_state_eq(Filter::default);
    {
        let (desk, others) = (desk.clone(), others.clone());
        use_effect_with(props.beside.clone(), move |beside| {
            others.set(beside.iter().filter_map(|id| desk.article(*id)).map(Shared).collect());
        });
    }
    let documents: Vec<Shared<Document>> =
        std::iter::once(props.document.clone()).chain((*others).clone()).collect();
    let found = use_memo(documents.clone(), |documents| match documents.len() {
        0 | 1 => Comparison::default(),
        _ => compare(&documents.iter().map(|it| &**it).collect::<Vec<_>>()),
    });
    let add = {
        let (desk, beside) = (desk.clone(), props.beside.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let id = uuid::Uuid::parse_str(&select.value()).ok().map(DocumentId);
            select.set_value("");
            let all = beside.iter().copied().chain(id).collect();
            desk.send(Action::Compare(all));
        })
    };
    let is_beside = |id: DocumentId| documents.iter().any(|document| document.id == id);
    let choices: Vec<&Summary> = props.articles.iter().filter(|article| !is_beside(article.id)).collect();
    let change = |change: fn(&mut Filter, String)| {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let mut new = Filter { page: 0, ..(*filter).clone() };
            change(&mut new, select.value());
            filter.set(new);
        })
    };
    let rows: Vec<(usize, &Row)> = found
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| {
            filter.verdict.is_none_or(|it| row.verdict == it) && filter.kind.is_none_or(|it| row.kind == it)
        })
        .collect();
    let page = filter.page.min(rows.len().saturating_sub(1) / PAGE);
    let shown = rows.get(page * PAGE..((page + 1) * PAGE).min(rows.len())).unwrap_or_default();
    let chosen = filter.chosen.and_then(|at| found.rows.get(at));
    let spans = |document: &Document, ids: &[AnnotationId]| -> Vec<Span> {
        ids.iter().filter_map(|id| document.annotation(*id)).map(|it| it.span).collect()
    };
    let places: Vec<Vec<Span>> = match chosen {
        Some(row) => documents.iter().zip(&row.places).map(|(document, ids)| spans(document, ids)).collect(),
        None => vec![Vec::new(); documents.len()],
    };
    let stem = format!("comparison-{}", file_stem(&props.document.display_title()));
    let table = {
        let (documents, found) = (documents.clone(), found.clone());
        Callback::from(move |()| {
            comparison_table(&documents.iter().map(|it| &**it).collect::<Vec<_>>(), &found)
        })
    };
    let json = {
        let (desk, documents, found, stem) = (desk.clone(), documents.clone(), found.clone(), stem.clone());
        Callback::from(move |_: MouseEvent| {
            let all: Vec<&Document> = documents.iter().map(|it| &**it).collect();
            desk.offer(&format!("{stem}.json"), "application/json", comparison_json(&all, &found).as_bytes());
        })
    };
    let onpage = {
        let filter = filter.clone();
        Callback::from(move |page| filter.set(Filter { page, ..(*filter).clone() }))
    };
    let choose = |at: usize| {
        let filter = filter.clone();
        Callback::from(move |_: MouseEvent| filter.set(Filter { chosen: Some(at), ..(*filter).clone() }))
    };
    html! {
        <section class="facts-view comparison" aria-labelledby="compare-title">
            <h2 id="compare-title">{ words::COMPARISON }</h2>
            <div class="filters">
                if documents.len() < MOST && !choices.is_empty() {
                    <label>{ words::COMPARE_WITH }
                        <select onchange={add}>
                            <option value="" selected=true>{ words::CHOOSE_AN_ARTICLE }</option>
                            for article in choices.iter() {
                                <option key={article.id.0.to_string()} value={article.id.0.to_string()}>{ reveal(&article.title).into_owned() }</option>
                            }
                        </select>
                    </label>
                }
                if documents.len() > 1 {
                    <label>{ words::VERDICT }
                        <select onchange={change(|filter, value| filter.verdict = Verdict::ALL.into_iter().find(|it| it.code() == value))}>
                            <option value="" selected=true>{ words::ANY }</option>
                            for verdict in Verdict::ALL {
                                <option value={verdict.code()}>{ verdict.name() }</option>
                            }
                        </select>
                    </label>
                    <label>{ words::KIND }
                        <select onchange={change(|filter, value| filter.kind = FactKind::ALL.into_iter().find(|it| it.code() == value))}>
                            <option value="" selected=true>{ words::ANY }</option>
                            for kind in FactKind::ALL {
                                <option value={kind.code()}>{ kind.name() }</option>
                            }
                        </select>
                    </label>
                }
            </div>
            if documents.len() < 2 {
                <p class="hint">{ if choices.is_empty() { words::COMPARE_NEEDS_ANOTHER } else { words::COMPARE_HINT } }</p>
            } else {
                <ol class="reports">
                    for (at, document) in documents.iter().enumerate() {
                        <li key={document.id.0.to_string()}>
                            <span>{ reveal(&document.display_title()).into_owned() }</span>
                            if at > 0 {
                                <button type="button" class="quiet" onclick={{
                                    let (desk, id, filter) = (desk.clone(), document.id, filter.clone());
                                    let rest: Vec<_> = props.beside.iter().copied().filter(|it| *it != id).collect();
                                    move |_: MouseEvent| {
                                        desk.send(Action::Compare(rest.clone()));
                                        filter.set(Filter::default());
                                    }
                                }}>{ words::TAKE_AWAY }</button>
                            }
                        </li>
                    }
                </ol>
                <p class="hint" aria-live="polite">{ counted(&found) }</p>
                <SaveAs {stem} {table} />
                <button type="button" onclick={json}>{ words::SAVE_AS_JSON }</button>
                <Panes documents={documents.clone()} {places} />
                if rows.is_empty() {
                    <p class="hint">{ words::NO_SUCH_FACTS }</p>
                } else {
                    <div class="scrolls" tabindex="0" role="region" aria-label={words::TABLE}>
                    <table class="compare-table">
                        <thead>
                            <tr>
                                <th scope="col">{ words::VERDICT }</th><th scope="col">{ words::KIND }</th>
                                for at in 1..=documents.len() {
                                    <th scope="col">{ words::report(&at) }</th>
                                }
                            </tr>
                        </thead>
                        <tbody>
                            for (at, row) in shown {
                                <tr data-verdict={row.verdict.code()} aria-current={(filter.chosen == Some(*at)).then_some("true")} onclick={choose(*at)}>
                                    <th scope="row">
                                        <button type="button" class="quiet">{ row.verdict.name() }</button>
                                    </th>
                                    <td>{ row.kind.name() }</td>
                                    for (document, ids) in documents.iter().zip(&row.places) {
                                        <td dir="auto">{ wordings(document, ids) }</td>
                                    }
                                </tr>
                            }
                        </tbody>
                    </table>
                    </div>
                    <Pages count={rows.len()} {page} {onpage} />
                }
            }
        </section>
    }
}

fn counted(found: &Comparison) -> String {
    let [different, otherwise, some, all] = Verdict::ALL.map(|verdict| found.count(verdict));
    match (different, otherwise, some, all) {
        (0, 0, 0, 0) => words::NO_FACTS_IN_ANY.to_owned(),
        (0, 0, _, 0) => words::NOTHING_IN_COMMON.to_owned(),
        (0, 0, 0, _) => words::NO_DIFFERENCE.to_owned(),
        _ => words::comparison_counted(&different, &otherwise, &some, &all),
    }
}
