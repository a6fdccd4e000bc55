use yew::prelude::*;

use crate::formats::{Table, TableFormat};
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct SaveAsProps {
    /// The file's name without what it ends in.
    pub(crate) stem: String,
    /// Makes the table, once it is asked for.
    pub(crate) table: Callback<(), Table>,
    /// Prints the view, where it can be printed as it stands in the page.
    #[prop_or_default]
    pub(crate) prints: Option<Callback<()>>,
}

/// Buttons that save a view's table as a file.
#[component]
pub(crate) fn SaveAs(props: &SaveAsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let save = |format: TableFormat| {
        let (desk, table, stem) = (desk.clone(), props.table.clone(), props.stem.clone());
        Callback::from(move |_: MouseEvent| {
            let content = table.emit(()).write(format);
            desk.offer(&format!("{stem}.{}", format.extension()), format.media_type(), content.as_bytes());
        })
    };
    html! {
        <div class="save-as" role="group" aria-label={words::SAVE}>
            <button type="button" onclick={save(TableFormat::Csv)}>{ words::SAVE_AS_CSV }</button>
            <button type="button" onclick={save(TableFormat::Html)}>{ words::SAVE_AS_HTML }</button>
            <button type="button" onclick={save(TableFormat::Markdown)}>{ words::SAVE_AS_MARKDOWN }</button>
            if let Some(prints) = &props.prints {
                <button type="button" onclick={prints.reform(|_: MouseEvent| ())}>{ words::PRINT }</button>
            }
        </div>
    }
}
