// Reads a corpus with one JavaScript library and prints how fast and what it found, as JSON:
// `node measure.mjs NAME PACKAGE-FOLDER CORPUS PASSES`. Starting and one pass to warm up are not counted.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [name, folder, corpus, passes] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));

/** Each gives spans in UTF-16: `[start, end, kind]`, or without a place where it has none. */
const readers = {
  newsmark: async () => {
    const { extract } = await import(join(folder, "dist/node.mjs"));
    return (text) => extract(text).map((it) => [it.start, it.end, it.label]);
  },
  "wink-nlp": async () => {
    const wink = require("wink-nlp")(require("wink-eng-lite-web-model"));
    return (text) => wink.readDoc(text).entities().out(wink.its.type).map((type) => [0, 0, type]);
  },
  compromise: async () => {
    const nlp = require("compromise");
    const spans = (view, kind) =>
      view.json({ offset: true }).map(({ offset }) => [offset.start, offset.start + offset.length, kind]);
    return (text) => {
      const doc = nlp(text);
      return [
        ...spans(doc.people(), "PERSON"),
        ...spans(doc.organizations(), "ORG"),
        ...spans(doc.places(), "LOC"),
        ...spans(doc.match("#Money"), "MONEY"),
        ...spans(doc.match("#Date"), "DATE"),
        ...spans(doc.quotations(), "QUOTE"),
      ];
    };
  },
};

const texts = readFileSync(corpus, "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const read = await readers[name]();
const found = texts.map(read);
const start = performance.now();
for (let pass = 0; pass < Number(passes); pass++) texts.forEach(read);
const seconds = (performance.now() - start) / 1000;
// Code points, in which gold counts.
const inCodePoints = found.map((spans, row) => {
  const places = [0];
  for (const char of texts[row]) for (let unit = 0; unit < char.length; unit++) places.push(places.at(-1) + (unit === char.length - 1 ? 1 : 0));
  return spans.map(([from, to, kind]) => [places[from], places[to], kind]);
});
console.log(JSON.stringify({ speed: (bytes * passes) / seconds / 1e6, found: inCodePoints }));
