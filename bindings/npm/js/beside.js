// The program and the name model are files that the page fetches, from beside this one or from where you say.

const bytes = () => {
  throw new Error("newsmark/beside: wait for `await init()` before the first text");
};

const fetched = async (source, what) => {
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (!(source instanceof Response)) return source;
  if (!source.ok) throw new Error(`${what}: ${source.url} was answered with status ${source.status}`);
  return source.arrayBuffer();
};

/** Gets ready. `program` and `model` are addresses, responses or bytes. */
const init = async ({ program = new URL("newsmark.wasm", here), model = new URL("names.model", here) } = {}) => {
  if (isReady) return;
  const [module_or_path, names] = await Promise.all([fetched(program, "the program"), fetched(model, "the name model")]);
  await binding({ module_or_path });
  if (!isReady) install(names);
};
