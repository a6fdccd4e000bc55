// What all ways of loading have in common. `binding` is what wasm-bindgen made; `bytes` gives the program and
// the name model where they are at hand.

let isReady = false;

/** Some of the texts could not be read; the others were. */
class RowError extends Error {
  constructor(rows, results) {
    super(rows.map(({ row, message }) => `text ${row}: ${message}`).join("\n"));
    this.name = "RowError";
    this.rows = rows;
    this.results = results;
  }
}

const install = (model) => {
  binding.install(model instanceof Uint8Array ? model : new Uint8Array(model));
  isReady = true;
};

const start = () => {
  if (isReady) return;
  const { program, model } = bytes();
  binding.initSync({ module: program });
  install(model);
};

const day = (published) => {
  if (published === undefined || published === null) return undefined;
  return published instanceof Date ? published.toISOString().slice(0, 10) : String(published);
};

/** What is marked in one text, in reading order. */
const extract = (text, options = {}) => {
  start();
  if (typeof text !== "string") throw new TypeError(`a text is a string, and this is ${described(text)}`);
  let found;
  try {
    found = JSON.parse(binding.extract(text, day(options.published), options.offsets ?? "utf16"));
  } catch (error) {
    throw error instanceof Error ? error : new RangeError(String(error));
  }
  for (const annotation of found.annotations) annotation.saidBy = [];
  for (const { type, from, to } of found.relations ?? []) {
    if (type === "said_by") found.annotations[from].saidBy.push(to);
  }
  return found.annotations;
};

/** The same of many: strings, or objects with `text` and `published`. */
const extractAll = (texts, options = {}) => {
  start();
  const rows = [];
  const results = Array.from(texts, (item, row) => {
    const isObject = typeof item === "object" && item !== null;
    try {
      return isObject ? extract(item.text, { ...options, published: item.published ?? options.published }) : extract(item, options);
    } catch (error) {
      rows.push({ row, message: error.message });
      return null;
    }
  });
  if (rows.length > 0 && options.errors !== "null") throw new RowError(rows, results);
  return results;
};

const described = (value) => (value === null ? "null" : Array.isArray(value) ? "an array" : typeof value);
