// The package where people use it: bundlers, Jest, classic scripts, TypeScript's modes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import vm from "node:vm";

import { installed, project, root, run, serve, tool, tools, without, write } from "./support/project.mjs";

const TEXT = "📉 Łódź: Kenya raised $2.3 billion on Tuesday, Ada Obi said.";
const CLASSIC = readFileSync(join(installed, "dist/classic/newsmark.js"), "utf8");

const USE = `
  const found = extract(${JSON.stringify(TEXT)});
  if (!found.some((it) => it.label === "MONEY" && it.value.amount === "2300000000")) throw new Error(JSON.stringify(found));
  console.log("all there");
`;
const BESIDE = `import { extract, init } from "newsmark/beside"; init().then(() => { ${USE} });`;

/** A folder that is gone afterwards. */
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), "newsmark-bundle-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

test("it needs no TextDecoder: Jest's jsdom has none", () => {
  const { extract } = createRequire(join(project, "here.cjs"))("newsmark");
  const module = { exports: {} };
  const bare = vm.createContext({ module, atob, URL, document: { currentScript: null, baseURI: "http://localhost/" } });
  assert.equal(vm.runInContext("typeof TextDecoder + typeof TextEncoder", bare), "undefinedundefined");
  vm.runInContext(CLASSIC, bare);
  const plain = (value) => JSON.parse(JSON.stringify(value));
  const every = Array.from({ length: 0x10ff }, (_, at) => String.fromCodePoint(at * 0x100 + 0x41)).join(" ");
  for (const text of [TEXT, "", "\ud83d Rome \udc00", `${"“Straße” 東京 ".repeat(3000)}$5`, `${every} $5`]) {
    assert.deepEqual(plain(module.exports.extract(text)), extract(text));
  }
});

test("it is a classic script, for pages and workers without modules", () => {
  const worker = vm.createContext({ atob, URL, console });
  worker.importScripts = (text) => vm.runInContext(text, worker);
  worker.classic = CLASSIC;
  const names = vm.runInContext("importScripts(classic); Object.keys(newsmark).join()", worker);
  assert.equal(names, "extract,extractAll,init,RowError");
  assert.equal(vm.runInContext('newsmark.extract("In Rome.")[0].text', worker), "Rome");
  // It leaves nothing else behind.
  assert.equal(vm.runInContext("typeof binding + typeof extract + typeof PROGRAM", worker), "undefinedundefinedundefined");
});

test("Jest in jsdom, without configuration", { skip: without("jest") || without("jest-environment-jsdom") }, () => {
  write("jest/it.test.js", `
    /** @jest-environment ${join(tools, "node_modules/jest-environment-jsdom")} */
    const { extract } = require("newsmark");
    test("it reads", () => { expect(extract("In Rome.")[0].text).toBe("Rome"); });
    test("so does beside", async () => {
      const { extract, init } = require("newsmark/beside");
      await init();
      expect(extract("In Rome.")[0].text).toBe("Rome");
    });
  `.trimStart());
  run(tool("jest"), "--config", JSON.stringify({ rootDir: join(project, "jest") }));
});

test("newsmark/beside works in Node", () => {
  assert.match(run(process.execPath, write("beside.mjs", BESIDE)), /all there/);
  const common = BESIDE.replace(/import (.*?) from ("[^"]*")/, "const $1 = require($2)");
  assert.match(run(process.execPath, write("beside.cjs", common)), /all there/);
  for (const file of ["beside.mjs", "beside.cjs"]) {
    const script = `const { extract, init } = await import(${JSON.stringify(join(installed, "dist", file))}); await init(); ${USE}`;
    assert.match(run(process.execPath, write("straight.mjs", script)), /all there/);
  }
});

test("bundlers see the files of newsmark/beside: their addresses are written out", () => {
  for (const name of ["beside.mjs", "node.mjs"]) {
    const script = readFileSync(join(installed, "dist", name), "utf8");
    for (const file of ["newsmark.wasm", "names.model"]) assert(script.includes(`new URL("${file}", import.meta.url)`), name);
  }
});

test("esbuild: newsmark/beside finds its files beside the bundle", { skip: without("esbuild") }, () => {
  write("besides.mjs", BESIDE);
  const alone = folder();
  run(tool("esbuild"), "besides.mjs", "--bundle", "--log-level=error", "--format=esm", `--outfile=${join(alone, "out.mjs")}`);
  for (const file of ["newsmark.wasm", "names.model"]) cpSync(join(installed, "dist", file), join(alone, file));
  assert.match(execFileSync(process.execPath, [join(alone, "out.mjs")], { encoding: "utf8" }), /all there/);
});

test("webpack takes the files along, and nothing of this machine", { skip: without("webpack") }, async () => {
  write("webpacked.mjs", BESIDE);
  const web = folder();
  const at = await serve(web);
  const config = (target, path, publicPath) => write("webpack.cjs", `
    const webpack = require(${JSON.stringify(join(tools ?? "", "node_modules/webpack"))});
    webpack({
      mode: "production", target: ${JSON.stringify(target)}, context: ${JSON.stringify(project)}, entry: "./webpacked.mjs",
      output: { path: ${JSON.stringify(path)}, filename: "out.js", publicPath: ${JSON.stringify(publicPath)} }, performance: false, optimization: { minimize: false },
    }, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString());
    });
  `);
  const built = (path) => {
    const files = readdirSync(path);
    assert.deepEqual(files.map((file) => file.replace(/^.*\./, "")).sort(), ["js", "model", "wasm"]);
    const script = readFileSync(join(path, "out.js"), "utf8");
    assert(!script.includes(project) && !script.includes("file:///"), "the script tells where it was built");
  };
  run(process.execPath, config("web", web, at));
  built(web);
  const page = `globalThis.self = globalThis; self.location = { href: ${JSON.stringify(at)} }; await import(${JSON.stringify(join(web, "out.js"))});`;
  // Not by `run`: this process answers while that one works.
  const { spawn } = await import("node:child_process");
  const said = await new Promise((done) => {
    const child = spawn(process.execPath, [write("page.mjs", page)], { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (data) => (out += data));
    child.on("close", () => done(out));
  });
  assert.match(said, /all there/);
  const node = folder();
  run(process.execPath, config("node", node, ""));
  built(node);
  assert.match(execFileSync(process.execPath, [join(node, "out.js")], { encoding: "utf8" }), /all there/);
});

test("Vite takes the files along", { skip: without("vite") }, async () => {
  write("index.html", `<script type="module" src="main.mjs"></script>`);
  write("main.mjs", BESIDE);
  const { build, createServer } = await import(pathToFileURL(createRequire(join(tools, "x.cjs")).resolve("vite").replace(/index\.cjs$/, "dist/node/index.js")));
  const options = { root: project, logLevel: "error", cacheDir: folder() };
  const out = folder();
  await build({ ...options, build: { outDir: out, emptyOutDir: true } });
  const kinds = readdirSync(join(out, "assets")).map((file) => file.replace(/^.*\./, "")).sort();
  assert.deepEqual(kinds, ["js", "model", "wasm"]);
  const server = await createServer({ ...options, optimizeDeps: { exclude: ["newsmark"] }, server: { port: 0, host: "127.0.0.1" } });
  await server.listen();
  try {
    const at = `http://127.0.0.1:${server.httpServer.address().port}`;
    const main = await (await fetch(`${at}/main.mjs`)).text();
    const script = /from "([^"]+)"/.exec(main)[1];
    const address = new URL(script, at);
    const text = await (await fetch(address)).text();
    for (const name of ["newsmark.wasm", "names.model"]) {
      assert(text.includes(name));
      const file = new URL(name, address);
      const answer = await fetch(file);
      assert.equal((await answer.arrayBuffer()).byteLength, readFileSync(join(installed, "dist", name)).length, String(file));
    }
  } finally {
    await server.close();
  }
});

test("TypeScript finds the types in each of its modes", { skip: without("typescript") }, () => {
  const code = `
    import { extract, type Annotation } from "newsmark";
    import { init } from "newsmark/beside";
    import * as classic from "newsmark/classic";
    export const found: Annotation[] = extract("", { published: new Date() });
    export const ready: Promise<void> = init({ program: "newsmark.wasm" });
    export const other: Annotation[] = classic.extract("");
  `;
  const common = `
    import newsmark = require("newsmark");
    import beside = require("newsmark/beside");
    export const found: newsmark.Annotation[] = newsmark.extract("");
    export const ready: Promise<void> = beside.init();
  `;
  write("types/package.json", "{}");
  for (const name of ["typed.ts", "typed.mts", "typed.cts"]) write(`types/${name}`, code);
  write("types/required.cts", common);
  const modes = [
    ["node16", "node16", ["typed.mts", "typed.cts", "required.cts"]], ["esnext", "bundler", ["typed.ts"]], ["commonjs", "node10", ["typed.ts"]],
  ];
  for (const [module, moduleResolution, files] of modes) {
    write("types/tsconfig.json", JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, module, moduleResolution, target: "es2022", types: [], lib: ["es2022", "dom"], skipDefaultLibCheck: true },
      files,
    }));
    try {
      run(tool("tsc"), "-p", "types");
    } catch (error) {
      assert.fail(`${moduleResolution}: ${error.stdout}`);
    }
  }
});

test("licences and what it is about travel with it", () => {
  const packed = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const files = packed[0].files.map(({ path }) => path);
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) {
    assert(files.includes(name), files.join());
    assert.equal(readFileSync(join(root, name), "utf8"), readFileSync(join(root, "../..", name), "utf8"));
  }
  const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert(about.keywords.includes("named-entity-recognition"));
  assert.equal(about.license, "MIT OR Apache-2.0");
  const addresses = [...JSON.stringify(about).matchAll(/:"\.\/([^"]+)"/g)].map(([, address]) => address);
  for (const address of addresses) assert(files.includes(address), address);
});
