use yew::prelude::*;

use super::places::view_places;
use crate::annotation::Annotation;
use crate::document::Document;
use crate::facts::{Comparison, Row, Sentences, Verdict, about, about_figure, apart};
use crate::text::reveal;
use crate::ui::components::{Shared, outlet};
use crate::words;

/// The rows of a comparison, by verdict.
pub(super) struct Rows<'c> {
    pub(super) documents: &'c [Shared<Document>],
    pub(super) sentences: &'c [Sentences],
    pub(super) found: &'c Comparison,
    /// The row whose places are shown in the full texts.
    pub(super) chosen: Option<usize>,
    pub(super) choose: &'c Callback<usize>,
}

impl Rows<'_> {
    /// These rows, a part of the table for each verdict.
    pub(super) fn view(&self, rows: &[(usize, &Row)]) -> Html {
        let parts = rows.chunk_by(|(_, one), (_, other)| one.verdict == other.verdict);
        let part = |rows: &[(usize, &Row)]| {
            let Some((_, Row { verdict, .. })) = rows.first() else { return Html::default() };
            html! {
                <tbody key={verdict.code()} data-verdict={verdict.code()}>
                    <tr>
                        <th class="verdict" scope="rowgroup" colspan={(self.documents.len() + 1).to_string()}>
                            <h3>{ verdict.name() }</h3>
                        </th>
                    </tr>
                    { for rows.iter().map(|(at, row)| self.row(*at, row)) }
                </tbody>
            }
        };
        html! { <>{ for parts.map(part) }</> }
    }

    fn row(&self, at: usize, row: &Row) -> Html {
        let is_chosen = self.chosen == Some(at);
        let onclick = self.choose.reform(move |_: MouseEvent| at);
        let (name, more) = self.head(row);
        let cell = |((document, sentences), ids): ((&Shared<Document>, &Sentences), &Vec<_>)| {
            let report = match outlet(document) {
                outlet if outlet.is_empty() => reveal(&document.display_title()).into_owned(),
                outlet => outlet,
            };
            html! { <td data-report={report}>{ view_places(document, sentences, ids) }</td> }
        };
        html! {
            <tr key={at} class="fact-row" aria-current={is_chosen.then_some("true")} {onclick}>
                <th scope="row">
                    <button type="button" class="about" aria-expanded={is_chosen.to_string()} dir="auto">{ name }</button>
                    if let Some(more) = more {
                        <span class="told">{ more }</span>
                    }
                </th>
                { for self.documents.iter().zip(self.sentences).zip(&row.places).map(cell) }
            </tr>
        }
    }

    /// What a row is about, and what else is to be said of it: its kind, or how far its figures are apart.
    fn head(&self, row: &Row) -> (String, Option<String>) {
        let facts: Vec<(usize, &Annotation)> = row
            .places
            .iter()
            .enumerate()
            .filter_map(|(of, places)| Some((of, places.first()?.mark(self.documents.get(of)?)?)))
            .collect();
        let label = facts.first().and_then(|(of, fact)| self.documents.get(*of)?.labels.get(&fact.label));
        let kind = label.map_or(row.kind.name(), |label| label.name.as_str()).to_owned();
        let told = facts.iter().map(|(of, fact)| self.about(*of, fact)).find(|about| !about.is_empty());
        let difference = match facts.as_slice() {
            [(_, one), (_, other)] if row.verdict == Verdict::Different => {
                one.value.as_ref().zip(other.value.as_ref()).and_then(|(one, other)| apart(one, other))
            }
            _ => None,
        };
        let difference = difference.map(|difference| words::apart(&difference.describe()));
        match told {
            Some(told) => (reveal(&told).into_owned(), difference.or(Some(kind))),
            None => (kind, difference),
        }
    }

    /// What a fact of a report is about.
    fn about(&self, of: usize, fact: &Annotation) -> String {
        let Some(document) = self.documents.get(of) else { return String::new() };
        let figure = self.found.figures.get(of).and_then(|it| it.get(&fact.id));
        let told = figure.map(|figure| about_figure(document, figure)).filter(|told| !told.is_empty());
        told.unwrap_or_else(|| about(document, fact))
    }
}
