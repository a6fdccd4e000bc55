// All amounts of money in a text: `node amounts.mjs [FILE]`.

import { readFileSync } from "node:fs";
import { extract } from "newsmark";

const [file] = process.argv.slice(2);
const text = file ? readFileSync(file, "utf8") : "Kenya raised $2.3 billion on Tuesday.";
for (const { label, start, text: marked, value } of extract(text)) {
  if (label === "MONEY") console.log(`${start}: ${marked} = ${value.amount} ${value.currency ?? value.unit}`);
}
