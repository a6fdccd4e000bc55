// In Node, Deno and Bun: the program and the name model are files beside this one.

import { readFileSync } from "node:fs";

const atHand = true;
const own = () => ({
  program: readFileSync(new URL("newsmark.wasm", import.meta.url)),
  model: readFileSync(new URL("names.model", import.meta.url)),
});
