// A program or a model that is blocked, cut or another file: an `Error` that names it and says what to do, after which
// the right one is taken.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";

import { installed, serve } from "./support/project.mjs";

const dist = join(installed, "dist");
const program = readFileSync(join(dist, "newsmark.wasm"));
const model = readFileSync(join(dist, "names.model"));
const PAGE = Buffer.from("<!doctype html><title>Not found</title>");
// `(module)`
const OTHER = Buffer.from("0061736d01000000", "hex");

let copy = 0;
/** The script anew, with nothing loaded. */
const beside = () => import(`${join(dist, "beside.mjs")}?${copy++}`);

const BROKEN = [
  ["newsmark.wasm", "a page instead of the file", () => PAGE, /is no WebAssembly: it begins with "<!doctype html>/],
  ["newsmark.wasm", "nothing", () => Buffer.alloc(0), /is empty/],
  ["newsmark.wasm", "half of the file", (bytes) => bytes.subarray(0, bytes.length / 2), /is cut or damaged/],
  ["newsmark.wasm", "another program", () => OTHER, /is another program or of another version/],
  ["names.model", "a page instead of the file", () => PAGE, /cannot be read: .*of another version/],
  ["names.model", "half of the file", (bytes) => bytes.subarray(0, bytes.length / 2), /cannot be read: .*damaged/],
];

for (const [name, what, becomes, says] of BROKEN) {
  test(`${name}: ${what}`, async () => {
    const at = await serve(dist, (path, bytes) => (path === name ? becomes(bytes) : bytes));
    const { extract, init } = await beside();
    await assert.rejects(init({ program: `${at}newsmark.wasm`, model: `${at}names.model` }), (error) => {
      assert(error instanceof Error);
      assert.match(error.message, says);
      assert(error.message.includes(`${at}${name}`), error.message);
      assert.match(error.message, new RegExp(`Copy ${name} anew`));
      return true;
    });
    await init({ program, model });
    assert.equal(extract("Ada Obi was in Rome.")[0].label, "PERSON");
  });
}

test("a file that is blocked, or not there", async () => {
  const { init } = await beside();
  const at = await serve(dist);
  for (const [part, file] of [["program", "newsmark.wasm"], ["model", "names.model"]]) {
    const both = { program, model };
    await assert.rejects(init({ ...both, [part]: "http://127.0.0.1:9/blocked" }), (error) => {
      assert(error instanceof Error && error.cause instanceof Error);
      assert.match(error.message, /http:\/\/127\.0\.0\.1:9\/blocked\) cannot be loaded: .*Serve .*, or tell init where it is/);
      assert(error.message.includes(file) && error.message.includes("connect-src"), error.message);
      return true;
    });
    await assert.rejects(init({ ...both, [part]: `${at}gone` }), { name: "Error", message: /gone was answered with status 404\. Serve / });
    await assert.rejects(init({ ...both, [part]: 5 }), { name: "TypeError", message: /is an address, a response or bytes, and this is a number/ });
  }
});

test("addresses, responses and bytes of every kind are taken", async () => {
  const at = await serve(dist);
  const buffer = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  for (const of of [(name) => `${at}${name}`, (name) => new URL(name, at), (name) => fetch(at + name), (name) => buffer(readFileSync(join(dist, name)))]) {
    const { extract, init } = await beside();
    await init({ program: await of("newsmark.wasm"), model: await of("names.model") });
    assert.equal(extract("In Rome.")[0].text, "Rome");
  }
});

test("what belongs to the package may be replaced in every way of loading", async () => {
  for (const name of ["node", "inside"]) {
    const { extract, init } = await import(`${join(dist, name)}.mjs?${copy++}`);
    await assert.rejects(init({ program: PAGE }), /newsmark\.wasm.* is no WebAssembly/);
    await init({ program, model });
    assert.equal(extract("In Rome.")[0].text, "Rome");
  }
});

test("a page that forbids WebAssembly is told which words allow it", async () => {
  const strict = vm.createContext({ atob, URL }, { codeGeneration: { strings: true, wasm: false } });
  vm.runInContext(readFileSync(join(dist, "classic/newsmark.js"), "utf8"), strict);
  const says = (error) => {
    assert.match(error.message, /newsmark\.wasm.*Content-Security-Policy: add 'wasm-unsafe-eval' to its script-src/);
    return true;
  };
  assert.throws(() => strict.newsmark.extract("In Rome."), says);
  await assert.rejects(strict.newsmark.init(), says);
  delete strict.WebAssembly;
  vm.runInContext("delete globalThis.WebAssembly", strict);
  assert.throws(() => strict.newsmark.extract("In Rome."), /WebAssembly is turned off here/);
});
