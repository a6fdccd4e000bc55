use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::doubts::Doubts;
use crate::annotation::{AnnotationId, CheckState};
use crate::document::Document;
use crate::facts::{SheetRow, doubts, sheet};
use crate::formats::{file_stem, sheet_table};
use crate::label::LabelCode;
use crate::text::one_line;
use crate::ui::browser::{after_paint, print, reveal as scroll_into_view};
use crate::ui::components::{PAGE, Pages, SaveAs, Shared};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Action, PageCommand, show_key};

#[derive(Properties, PartialEq)]
pub(crate) struct CheckSheetProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
    /// What the person is called who checks.
    pub(crate) checker: String,
}

/// So many facts are printed at most.
const MOST_PRINTED: usize = 5_000;

/// Which rows show, and how.
#[derive(Clone, PartialEq, Default)]
struct Filter {
    state: Option<CheckState>,
    label: Option<LabelCode>,
    by_kind: bool,
    page: usize,
}

/// Every fact with its sentence, what it means, what came of checking it, and room for the evidence.
#[component]
pub(crate) fn CheckSheet(props: &CheckSheetProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let filter = use_state_eq(Filter::default);
    let sheet = use_memo(document.clone(), |document| sheet(document));
    let doubts = use_memo(document.clone(), |document| doubts(document));
    let rows = use_memo((document.clone(), (*filter).clone()), |(document, filter)| {
        let rows = if filter.by_kind { sheet.by_kind(document) } else { sheet.rows.iter().collect() };
        let is_meant = |row: &&SheetRow| {
            filter.state.is_none_or(|state| row.state == state)
                && filter.label.as_ref().is_none_or(|label| row.label == *label)
        };
        rows.into_iter().filter(is_meant).cloned().collect::<Vec<_>>()
    });
    {
        // What is selected is on the page that shows.
        let (filter, rows) = (filter.clone(), rows.clone());
        use_effect_with(props.selected, move |selected| {
            let place = selected.and_then(|id| rows.iter().position(|row| row.id == id));
            if let Some(place) = place
                && place / PAGE != filter.page
            {
                filter.set(Filter { page: place / PAGE, ..(*filter).clone() });
            }
        });
    }
    // On paper stands all of it, not the page that shows.
    let is_whole = use_state_eq(|| false);
    {
        let is_whole = is_whole.clone();
        use_effect_with(*is_whole, move |prints| {
            let waiting = prints.then(|| {
                after_paint(move || {
                    print();
                    is_whole.set(false);
                })
            });
            move || drop(waiting)
        });
    }
    let prints = {
        let is_whole = is_whole.clone();
        Callback::from(move |()| is_whole.set(true))
    };
    let labels: Vec<_> =
        document.labels.iter().filter(|label| sheet.rows.iter().any(|row| row.label == label.code)).collect();
    let progress = sheet.progress;
    let figures = words::sheet_progress(&progress.settled(), &progress.all());
    let page = filter.page.min(rows.len().saturating_sub(1) / PAGE);
    let of_page = rows.get(page * PAGE..((page + 1) * PAGE).min(rows.len())).unwrap_or_default();
    let shown =
        if *is_whole { rows.get(..MOST_PRINTED.min(rows.len())).unwrap_or_default() } else { of_page };
    let change = |change: fn(&mut Filter, String)| {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let mut new = Filter { page: 0, ..(*filter).clone() };
            change(&mut new, select.value());
            filter.set(new);
        })
    };
    let name = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                desk.send(Action::Name(field.value()));
            }
        })
    };
    let table = {
        let document = document.clone();
        Callback::from(move |()| sheet_table(&document))
    };
    let stem = format!("check-sheet-{}", file_stem(&document.display_title()));
    let onpage = {
        let filter = filter.clone();
        Callback::from(move |page| filter.set(Filter { page, ..(*filter).clone() }))
    };
    html! {
        <section class="facts-view sheet" aria-labelledby="sheet-title">
            <h2 id="sheet-title">{ words::CHECK_SHEET }<span class="count">{ figures.clone() }</span></h2>
            <progress max={progress.all().max(1).to_string()} value={progress.settled().to_string()} aria-label={words::CHECKED_BAR}>{ figures }</progress>
            <div class="filters">
                <label>{ words::STATE }
                    <select onchange={change(|filter, value| filter.state = CheckState::ALL.into_iter().find(|it| it.code() == value))}>
                        <option value="" selected=true>{ words::ANY }</option>
                        for state in CheckState::ALL {
                            <option value={state.code()}>{ state.name() }</option>
                        }
                    </select>
                </label>
                <label>{ words::LABEL }
                    <select onchange={change(|filter, value| filter.label = Some(value).filter(|it| !it.is_empty()).map(LabelCode::new))}>
                        <option value="" selected=true>{ words::ANY }</option>
                        for label in labels.iter() {
                            <option value={label.code.to_string()}>{ &label.name }</option>
                        }
                    </select>
                </label>
                <label>{ words::ORDER }
                    <select onchange={change(|filter, value| filter.by_kind = value == "kind")}>
                        <option value="" selected=true>{ words::READING_ORDER }</option>
                        <option value="kind">{ words::BY_KIND }</option>
                    </select>
                </label>
                <label>{ words::CHECKED_BY_YOU }
                    <input type="text" value={props.checker.clone()} onchange={name} autocomplete="name" />
                </label>
            </div>
            <SaveAs {stem} {table} {prints} />
            <Doubts document={document.clone()} {doubts} />
            if sheet.rows.is_empty() {
                <p class="hint">{ words::NO_FACTS }</p>
            } else if rows.is_empty() {
                <p class="hint">{ words::NO_SUCH_FACTS }</p>
            } else {
                <p class="hint keys-hint">{ key_hint(&desk) }</p>
                <table class="check-table">
                    <thead>
                        <tr>
                            <th scope="col">{ words::FACT }</th><th scope="col">{ words::SENTENCE }</th><th scope="col">{ words::STATE }</th>
                            <th scope="col">{ words::EVIDENCE }</th><th scope="col">{ words::REMARK }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for row in shown {
                            <Row key={row.id.0.to_string()} document={document.clone()} row={row.clone()} is_selected={props.selected == Some(row.id)} />
                        }
                    </tbody>
                </table>
                <Pages count={rows.len()} {page} {onpage} />
            }
        </section>
    }
}

/// The keys that check the selected fact.
fn key_hint(desk: &Desk) -> String {
    let commands = [PageCommand::Confirmed, PageCommand::Wrong, PageCommand::Unclear, PageCommand::OpenAgain];
    let key = |command: PageCommand| show_key(desk.workspace().keys().key_of(command));
    let [confirmed, wrong, unclear, open] = commands.map(key);
    words::check_keys(&confirmed, &wrong, &unclear, &open)
}

#[derive(Properties, PartialEq)]
struct RowProps {
    document: Shared<Document>,
    row: SheetRow,
    is_selected: bool,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let item = use_node_ref();
    {
        let item = item.clone();
        use_effect_with(props.is_selected, move |is_selected| {
            let element = item.cast::<web_sys::Element>().filter(|_| *is_selected);
            let waiting = element.map(|element| after_paint(move || scroll_into_view(&element)));
            move || drop(waiting)
        });
    }
    let (row, document) = (&props.row, &props.document);
    let Some(fact) = document.annotation(row.id) else { return Html::default() };
    let id = row.id;
    let select = {
        let desk = desk.clone();
        Callback::from(move |_: FocusEvent| desk.send(Action::Select(Some(id))))
    };
    let go = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.go_to(id))
    };
    let is = row.state;
    let set = |state: CheckState| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.send(Action::Select(Some(id)));
            // What is pressed comes loose again.
            desk.set_state(id, if state == is { CheckState::Open } else { state });
        })
    };
    let text = |set: fn(&Desk, AnnotationId, &str)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                set(&desk, id, field.value().trim());
            }
        })
    };
    let check = fact.check.as_deref();
    let evidence = check.map(|check| check.evidence.clone()).unwrap_or_default();
    let remark = check.map(|check| check.note.clone()).unwrap_or_default();
    let label = document.labels.get(&row.label);
    let place = document.labels.position(&row.label).map(|place| format!("label-{place}"));
    let words = one_line(document.quote(fact));
    let sentence = one_line(row.sentence.slice(document.text()).unwrap_or_default());
    let link = is_address(&evidence).then(|| evidence.clone());
    let of = |what: &str| format!("{what}: {words}");
    html! {
        <tr ref={item} onfocusin={select} aria-current={props.is_selected.then_some("true")} data-state={row.state.code()}>
            <th scope="row" class={classes!(place)}>
                <span class="swatch" data-letters={label.map(|label| label.letters())} title={label.map(|label| label.name.clone())} />
                <button type="button" class="fact" onclick={go} dir="auto">{ &words }</button>
                if !row.meaning.is_empty() && row.meaning != words {
                    <span class="value">{ &row.meaning }</span>
                }
            </th>
            <td class="sentence" dir="auto">{ sentence }</td>
            <td class="state">
                <span role="group" class="states" aria-label={of(words::STATE)}>
                    for state in CheckState::ALL.into_iter().filter(|state| *state != CheckState::Open) {
                        <button
                            key={state.code()}
                            type="button"
                            data-check={state.code()}
                            aria-pressed={(state == row.state).to_string()}
                            aria-label={state.name()}
                            title={state.name()}
                            onclick={set(state)}
                        />
                    }
                </span>
                if row.state != CheckState::Open {
                    <span class="is">{ row.state.name() }</span>
                }
                if let Some(check) = check.filter(|check| !check.by.is_empty() || check.at.is_some()) {
                    <span class="by">{ checked_by(check) }</span>
                }
            </td>
            <td class="evidence">
                <input type="text" value={evidence} onchange={text(Desk::set_evidence)} aria-label={of(words::EVIDENCE)} placeholder={words::EVIDENCE_HINT} />
                if let Some(link) = link {
                    <a href={link} target="_blank" rel="noopener noreferrer">{ words::OPEN_EVIDENCE }</a>
                }
            </td>
            <td class="remark"><input type="text" value={remark} onchange={text(Desk::set_remark)} aria-label={of(words::REMARK)} placeholder={words::REMARK} /></td>
        </tr>
    }
}

/// By whom a fact was checked, and on which day.
fn checked_by(check: &crate::annotation::Check) -> String {
    let day = check.at.map(|at| at.to_string().chars().take(10).collect::<String>()).unwrap_or_default();
    [check.by.to_string(), day].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Whether a reference is an address that a browser opens.
fn is_address(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme))
        && !text.contains(char::is_whitespace)
}
