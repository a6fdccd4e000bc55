//! The page's entry point, compiled to WebAssembly by Trunk. Natively there is nothing to start.

fn main() {
    #[cfg(target_arch = "wasm32")]
    newsmark::ui::start();
}
