// The program and the name model are files that the page fetches, from beside this one or from where you say.
// Bundlers take them along where their addresses are written out like this, and only there.

const atHand = false;
const own = () => ({
  program: new URL("newsmark.wasm", import.meta.url),
  model: new URL("names.model", import.meta.url),
});
