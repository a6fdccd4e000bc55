// Reads texts for page.html. With a bundler, or an import map, `from "newsmark"` does.

import { extract } from "../dist/inside.mjs";

addEventListener("message", ({ data: { text, published } }) => postMessage(extract(text, { published })));
