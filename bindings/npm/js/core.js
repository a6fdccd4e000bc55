// What all ways of loading have in common. `binding` is what wasm-bindgen made.

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

/** Gets ready. `program` and `model` are addresses, responses or bytes. */
const init = async (options) => {
  if (isReady) return;
  const { program, model } = given(options, '{ program: "newsmark.wasm", model: "names.model" }');
  const { program: ownProgram, model: ownModel } = program && model ? {} : own();
  const [code, names] = await Promise.all([loaded(program ?? ownProgram, PARTS.program), loaded(model ?? ownModel, PARTS.model)]);
  refuseOthers(code);
  let module;
  try {
    module = await WebAssembly.compile(code.bytes);
  } catch (error) {
    throw notTaken(error, code.from);
  }
  refuseStrangers(module, code.from);
  try {
    await binding({ module_or_path: module });
  } catch (error) {
    throw notTaken(error, code.from);
  }
  if (!isReady) install(names);
};

/** Gets ready at once, where all is at hand. */
const start = () => {
  if (isReady) return;
  if (!atHand) throw new Error("newsmark/beside: wait for `await init()` before the first text");
  const { program, model } = own();
  try {
    binding.initSync({ module: program });
  } catch (error) {
    throw notTaken(error, "");
  }
  install({ bytes: model, from: "" });
};

const day = (published) => {
  if (published === undefined || published === null) return undefined;
  if (Object.prototype.toString.call(published) !== "[object Date]") return String(published);
  if (Number.isNaN(published.getTime())) throw new RangeError("published is a Date without a time (an Invalid Date)");
  return published.toISOString().slice(0, 10);
};

/** What is marked in one text, in reading order. */
const extract = (text, options) => {
  const { published, offsets } = given(options, '{ published: "2024-07-02" }');
  if (typeof text !== "string") throw new TypeError(`a text is a string, and this is ${described(text)}`);
  start();
  let found;
  try {
    found = JSON.parse(binding.extract(text, day(published), String(offsets ?? "utf16")));
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
const extractAll = (texts, options) => {
  const all = given(options, '{ errors: "null" }');
  if (typeof texts === "string") throw new TypeError("texts is one text where an array of texts is meant: extract reads one text");
  if (typeof texts?.[Symbol.iterator] !== "function") throw new TypeError(`texts is an array of texts, and this is ${described(texts)}`);
  if (!["throw", "null"].includes(all.errors ?? "throw")) throw new RangeError(`errors is "throw" or "null", not ${JSON.stringify(all.errors)}`);
  start();
  const rows = [];
  const results = Array.from(texts, (item, row) => {
    const isObject = typeof item === "object" && item !== null;
    try {
      return isObject ? extract(item.text, { ...all, published: item.published ?? all.published }) : extract(item, all);
    } catch (error) {
      rows.push({ row, message: error.message });
      return null;
    }
  });
  if (rows.length > 0 && all.errors !== "null") throw new RowError(rows, results);
  return results;
};

/** The options, where there are any; `such` is an example of them. */
const given = (options, such) => {
  if (options === undefined || options === null) return {};
  if (typeof options !== "object" || Array.isArray(options)) {
    throw new TypeError(`options is an object such as ${such}, and this is ${described(options)}`);
  }
  return options;
};

const described = (value) => {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return `${/^[aeio]/.test(typeof value) ? "an" : "a"} ${typeof value}`;
};
