// The program and the name model are files that the page fetches, from beside this one or from where you say.

const atHand = false;
const own = () => {
  const here = typeof __filename === "string" ? require("node:url").pathToFileURL(__filename).href : document.baseURI;
  return { program: new URL("newsmark.wasm", here), model: new URL("names.model", here) };
};
