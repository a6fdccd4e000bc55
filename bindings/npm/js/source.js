// Where the program and the name model come from, and what can be wrong with them. `own` gives what belongs to this
// way of loading, and `atHand` says whether that is bytes.

const PARTS = {
  program: { what: "the program", file: "newsmark.wasm" },
  model: { what: "the name model", file: "names.model" },
};

/** An error that names the file and says what to do. */
const problem = ({ what, file }, from, is, cause) => {
  const error = new Error(`newsmark: ${what} (${file}${from ? ` from ${from}` : ""}) ${is}`);
  if (cause !== undefined) error.cause = cause;
  return error;
};

const again = ({ file }) => `Copy ${file} anew from the folder dist of this version of the package`;

/** What to do where an address brings no file. */
const whereabouts = ({ file }, address) =>
  address.includes("/.vite/")
    ? 'Vite has moved the script away from its files: set optimizeDeps: { exclude: ["newsmark"] } in its configuration'
    : `Serve ${file} there, or tell init where it is`;

/** The bytes of a part, and where they are from. */
const loaded = async (source, part) => {
  let from = "";
  if (typeof source === "string" || typeof source?.href === "string") {
    from = String(source);
    source = await answered(from, part);
  }
  if (typeof source?.arrayBuffer === "function") {
    from ||= source.url || "";
    if (source.ok === false) {
      throw new Error(`newsmark: ${part.what}: ${from || part.file} was answered with status ${source.status}. ${whereabouts(part, from)}`);
    }
    try {
      source = await source.arrayBuffer();
    } catch (error) {
      throw problem(part, from, `broke off while it was loaded (${error.message}). Try again`, error);
    }
  }
  if (ArrayBuffer.isView(source)) return { from, bytes: new Uint8Array(source.buffer, source.byteOffset, source.byteLength) };
  if (Object.prototype.toString.call(source) === "[object ArrayBuffer]") return { from, bytes: new Uint8Array(source) };
  throw new TypeError(`newsmark: ${part.what} is an address, a response or bytes, and this is ${described(source)}`);
};

const answered = async (address, part) => {
  // What stands beside a bundle that Node runs is a file, which fetch does not read there.
  const node = address.startsWith("file:") ? globalThis.process?.getBuiltinModule?.("node:fs") : undefined;
  try {
    return node ? node.readFileSync(globalThis.process.getBuiltinModule("node:url").fileURLToPath(address)) : await fetch(address);
  } catch (error) {
    const help = "A Content-Security-Policy must allow it by connect-src";
    throw problem(part, address, `cannot be loaded: ${error.message}. ${whereabouts(part, address)}. ${help}`, error);
  }
};

/** Refuses bytes that are no program at all. */
const refuseOthers = ({ bytes, from }) => {
  if (String(bytes.subarray(0, 4)) === "0,97,115,109") return;
  const begins = JSON.stringify(String.fromCharCode(...bytes.subarray(0, 15)));
  const is = bytes.length === 0 ? "is empty" : `is no WebAssembly: it begins with ${begins}`;
  throw problem(PARTS.program, from, `${is}. ${from.includes("/.vite/") ? whereabouts(PARTS.program, from) : again(PARTS.program)}`);
};

/** What the browser says about a program that it does not take, with what to do. */
const notTaken = (error, from) => {
  const message = String(error?.message ?? error);
  if (typeof WebAssembly === "undefined") return problem(PARTS.program, from, "cannot run: WebAssembly is turned off here", error);
  if (/content.security.policy|unsafe-eval|blocked by csp|disallowed by embedder/i.test(message)) {
    const help = "add 'wasm-unsafe-eval' to its script-src";
    return problem(PARTS.program, from, `is not allowed to run by the page's Content-Security-Policy: ${help} (${message})`, error);
  }
  return problem(PARTS.program, from, `is cut or damaged: ${message}. ${again(PARTS.program)}`, error);
};

/** Refuses the program of another version, before it is bound to this script. */
const refuseStrangers = (module, from) => {
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (["memory", "extract", "install", "__wbindgen_start"].every((name) => names.includes(name))) return;
  throw problem(PARTS.program, from, `is another program or of another version than this script. ${again(PARTS.program)}`);
};

/** Takes the name model over. */
const install = ({ bytes, from }) => {
  try {
    binding.install(bytes);
  } catch (error) {
    throw problem(PARTS.model, from, `cannot be read: ${error?.message ?? error}. ${again(PARTS.model)}`, error);
  }
  isReady = true;
};
