//! A part of the page with hooks of its own, without the weight of a component.
//!
//! For each type of component Yew compiles a scope of its own, some 6 kB of the same code. Here all parts share one: what
//! is drawn, and when it is drawn anew, goes by a pointer. Parts of which there are thousands, and those with children,
//! stay components.

use std::any::Any;
use std::rc::Rc;

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::HtmlResult;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// How a part is drawn, from its properties.
type Run = fn(&mut HookContext, &dyn Any) -> HtmlResult;

/// A part with its properties, whatever their type.
#[derive(Clone)]
struct Part {
    run: Run,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
    props: Rc<dyn Any>,
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        std::ptr::fn_addr_eq(self.run, other.run) && (self.is_same)(&*self.props, &*other.props)
    }
}

#[derive(Properties, PartialEq)]
struct PieceProps {
    part: Part,
}

/// The one component of all parts.
#[component]
fn Piece(props: &PieceProps) -> HtmlResult {
    use_part(&props.part)
}

struct UsePart<'p>(&'p Part);

impl Hook for UsePart<'_> {
    type Output = HtmlResult;

    fn run(self, ctx: &mut HookContext) -> HtmlResult {
        (self.0.run)(ctx, &*self.0.props)
    }
}

fn use_part(part: &Part) -> UsePart<'_> {
    UsePart(part)
}

/// The properties of a part, for `yew::props!`.
pub(super) type Of<F> = <F as FunctionProvider>::Properties;

/// Draws the component `F` as a part: like `<F .. />`, and told from other parts at its place by its kind and its key.
pub(super) fn piece<F: FunctionProvider + 'static>(key: Option<String>, props: F::Properties) -> Html
where
    F::Properties: 'static,
{
    draw(Part { run: run::<F>, is_same: is_same::<F::Properties>, props: Rc::new(props) }, key)
}

fn draw(part: Part, key: Option<String>) -> Html {
    // Yew must not take one kind of part for another, whose hooks are others.
    let kind = part.run as usize;
    let key = Key::from(format!("{kind} {}", key.unwrap_or_default()));
    html! { <Piece {key} {part} /> }
}

fn run<F: FunctionProvider + 'static>(ctx: &mut HookContext, props: &dyn Any) -> HtmlResult
where
    F::Properties: 'static,
{
    match props.downcast_ref::<F::Properties>() {
        Some(props) => F::run(ctx, props),
        None => Ok(Html::default()),
    }
}

fn is_same<P: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<P>().is_some_and(|one| other.downcast_ref::<P>() == Some(one))
}
