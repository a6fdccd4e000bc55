// In Node, Deno and Bun: the program and the name model are files beside this one.

const bytes = () => ({
  program: readFileSync(new URL("newsmark.wasm", here)),
  model: readFileSync(new URL("names.model", here)),
});

/** Gets ready before the first text does it; a model of your own in `model`. */
const init = async ({ model } = {}) => {
  if (isReady) return;
  if (!model) return start();
  binding.initSync({ module: bytes().program });
  install(model);
};
