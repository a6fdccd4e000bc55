// The built package, as those who install it get it: `cargo xtask test` builds it first.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

import { project, root, run, serve, tool, without, write } from "./support/project.mjs";

const TEXT = "📉 Kenya raised $2.3 billion on Tuesday, Ada Obi said.";

const load = () => import(join(project, "node_modules/newsmark/dist/node.mjs"));

test("annotations have their places, values, entities and sources", async () => {
  const { extract } = await load();
  const found = extract(TEXT, { published: "2024-07-02" });
  const of = (label) => found.find((it) => it.label === label);
  assert.deepEqual(of("MONEY"), {
    start: 16, end: 28, label: "MONEY", text: "$2.3 billion",
    value: { amount: "2300000000", currency: "USD" }, score: of("MONEY").score, entity: null, saidBy: [],
  });
  assert.deepEqual(of("DATE").value, { timex: "2024-07-02" });
  assert.equal(found[of("REPORTED").saidBy[0]].text, "Ada Obi");
  for (const it of found) assert.equal(TEXT.slice(it.start, it.end), it.text);
});

test("offsets count what is asked for, UTF-16 unless it is", async () => {
  const { extract } = await load();
  const start = (offsets) => extract(TEXT, { offsets }).find((it) => it.label === "MONEY").start;
  assert.deepEqual([undefined, "utf16", "codepoint", "byte"].map(start), [16, 16, 15, 18]);
  assert.throws(() => extract(TEXT, { offsets: "words" }), /offsets are one of byte, codepoint, utf16/);
});

test("a day may be a Date, and what is none is named", async () => {
  const { extract } = await load();
  const day = (published) => extract("On Tuesday.", { published })[0].value.timex;
  assert.equal(day(new Date("2024-07-02T12:00:00Z")), "2024-07-02");
  assert.equal(day(null), "XXXX-WXX-2");
  assert.throws(() => day("soon"), /"soon" is no date such as 2024-07-02/);
});

test("of many texts those that are bad are named, and the rest is done", async () => {
  const { extractAll, RowError } = await load();
  const texts = ["In Rome.", null, 5, { text: "On Tuesday.", published: "2024-07-02" }, { text: "$5", published: "soon" }];
  const results = extractAll(texts, { errors: "null" });
  assert.deepEqual(results.map((result) => result?.[0]?.text ?? null), ["Rome", null, null, "Tuesday", null]);
  assert.throws(() => extractAll(texts), (error) => {
    assert(error instanceof RowError);
    assert.deepEqual(error.rows.map(({ row }) => row), [1, 2, 4]);
    assert.match(error.message, /text 1: a text is a string, and this is null/);
    assert.deepEqual(error.results, results);
    return true;
  });
  assert.deepEqual(extractAll([]), []);
});

test("half characters and long texts do no harm", async () => {
  const { extract } = await load();
  assert.deepEqual(extract(""), []);
  assert.equal(extract("\ud83d Rome").find((it) => it.label === "LOC").start, 2);
  assert.equal(extract("In Rome. ".repeat(20_000)).length, 20_000);
  assert.throws(() => extract("a".repeat(101 * 2 ** 20)), /100 MB/);
});

test("a model of another version is refused, and the next one taken", () => {
  const script = write("model.mjs", `
    import assert from "node:assert/strict";
    import { readFileSync } from "node:fs";
    import { init, extract } from "newsmark";
    await assert.rejects(init({ model: new Uint8Array(100) }), /of another version/);
    await init({ model: readFileSync(${JSON.stringify(join(root, "dist/names.model"))}) });
    assert.equal(extract("Ada Obi left.")[0].label, "PERSON");
  `);
  run(process.execPath, script);
});

const USE = `
  const found = extract(${JSON.stringify(TEXT)});
  if (found.map((it) => it.label).join() !== "REPORTED,LOC,MONEY,DATE,PERSON") throw new Error(JSON.stringify(found));
  console.log("all there");
`;

test("it is a module, and CommonJS", () => {
  run(process.execPath, write("module.mjs", `import { extract } from "newsmark"; ${USE}`));
  run(process.execPath, write("common.cjs", `const { extract } = require("newsmark"); ${USE}`));
});

test("it works in a worker", async () => {
  const worker = new Worker(write("worker.mjs", `
    import { extract } from "newsmark";
    import { parentPort } from "node:worker_threads";
    parentPort.postMessage(extract("In Rome.")[0].text);
  `));
  const [text] = await Promise.race([
    new Promise((done) => worker.once("message", (text) => done([text]))),
    new Promise((_, fail) => worker.once("error", fail)),
  ]);
  assert.equal(text, "Rome");
  await worker.terminate();
});

test("the files may stand beside, and must be loaded first", async () => {
  const { extract, init } = await import(join(project, "node_modules/newsmark/dist/beside.mjs"));
  assert.throws(() => extract("In Rome."), /await init\(\)/);
  const asked = [];
  const at = await serve(join(root, "dist"), (path, bytes) => (asked.push(`/${path}`), bytes));
  await assert.rejects(init({ program: `${at}gone.wasm`, model: `${at}names.model` }), /gone\.wasm was answered with status 404/);
  await init({ program: `${at}newsmark.wasm`, model: new URL("names.model", at) });
  assert.equal(extract("In Rome.")[0].text, "Rome");
  assert.deepEqual(asked.slice(-2).sort(), ["/names.model", "/newsmark.wasm"]);
});

test("bundlers need no configuration", { skip: without("esbuild") }, () => {
  write("entry.mjs", `import { extract } from "newsmark"; ${USE}`);
  write("entry.cjs", `const { extract } = require("newsmark"); ${USE}`);
  for (const entry of ["entry.mjs", "entry.cjs"]) {
    for (const platform of ["node", "browser"]) {
      for (const format of ["esm", "iife", "cjs"]) {
        const out = `bundle-${entry}-${platform}.${format === "esm" ? "mjs" : "cjs"}`;
        run(tool("esbuild"), entry, "--bundle", "--log-level=error", `--platform=${platform}`, `--format=${format}`, `--outfile=${out}`);
        // By itself, without the package.
        const alone = mkdtempSync(join(tmpdir(), "newsmark-bundle-"));
        cpSync(join(project, out), join(alone, out));
        assert.match(execFileSync(process.execPath, [join(alone, out)], { encoding: "utf8" }), /all there/);
        rmSync(alone, { recursive: true });
      }
    }
  }
});

test("the types say what it does", { skip: without("typescript") }, () => {
  write("tsconfig.json", JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, module: "nodenext", target: "es2022", skipLibCheck: false, types: [], lib: ["es2022", "dom"] },
    files: ["typed.mts"],
  }));
  const typed = (line) => write("typed.mts", `
    import { extract, extractAll, init, RowError, type Annotation } from "newsmark";
    import { init as beside } from "newsmark/beside";
    ${line}
  `);
  typed(`
    await init();
    await beside({ program: "newsmark.wasm", model: new URL("names.model", "http://localhost") });
    const found: Annotation[] = extract("", { published: new Date(), offsets: "byte" });
    const sure: number | null = found[0]!.score;
    const all: (Annotation[] | null)[] = extractAll(["", { text: "" }], { errors: "null" });
    const rows = (error: unknown) => error instanceof RowError ? error.rows.map(({ row }) => row + 1) : [];
    export { sure, all, rows };
  `);
  run(tool("tsc"), "-p", ".");
  typed(`extract("", { offsets: "words" });`);
  assert.throws(() => run(tool("tsc"), "-p", "."), (error) => /"words"/.test(error.stdout));
});

test("the examples run", () => {
  const examples = join(project, "examples");
  cpSync(join(root, "examples"), examples, { recursive: true });
  const out = run(process.execPath, join(examples, "amounts.mjs"));
  assert.match(out, /2300000000 USD/);
});

const corpus = process.env.NEWSMARK_CORPUS;
const skip = !(corpus && process.env.NEWSMARK) && "set NEWSMARK and NEWSMARK_CORPUS";
test("it finds what the command line finds", { skip }, async () => {
  const { extractAll } = await load();
  const lines = (text) => text.trim().split("\n").map((line) => JSON.parse(line));
  const args = ["extract", "--input", "jsonl", "--format", "jsonl", "--offsets", "utf16", corpus];
  const theirs = lines(execFileSync(process.env.NEWSMARK, args, { encoding: "utf8", maxBuffer: 2 ** 30 }));
  const ours = extractAll(lines(readFileSync(corpus, "utf8")));
  assert.equal(ours.length, theirs.length);
  for (const [row, found] of ours.entries()) {
    const { annotations, relations = [] } = theirs[row];
    for (const it of annotations) it.saidBy = [];
    for (const { from, to } of relations) annotations[from].saidBy.push(to);
    assert.deepEqual(found, annotations, `row ${row}`);
  }
});
