// In Node, Deno and Bun: the program and the name model are files beside this one.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const atHand = true;
const own = () => ({
  program: readFileSync(join(__dirname, "newsmark.wasm")),
  model: readFileSync(join(__dirname, "names.model")),
});
