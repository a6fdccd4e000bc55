// What is handed over by mistake, or in a way of one's own, is read or refused with a sentence.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { installed } from "./support/project.mjs";

const { extract, extractAll, init } = await import(join(installed, "dist/node.mjs"));

test("one text is no list of texts, and neither is what cannot be gone through", () => {
  assert.throws(() => extractAll("Kenya"), { name: "TypeError", message: /^texts is one text .*extract reads one/ });
  for (const [texts, what] of [[null, "null"], [undefined, "undefined"], [{ text: "Kenya" }, "an object"], [5, "a number"]]) {
    assert.throws(() => extractAll(texts), { name: "TypeError", message: `texts is an array of texts, and this is ${what}` });
  }
  assert.equal(extractAll(new Set(["In Rome."]))[0][0].text, "Rome");
});

test("options may be null, and must be options", async () => {
  assert.equal(extract("In Rome.", null)[0].text, "Rome");
  assert.equal(extractAll(["In Rome."], null)[0][0].text, "Rome");
  await init(null);
  for (const [options, what] of [["2024-07-02", "a string"], [new Date().getTime(), "a number"], [["2024-07-02"], "an array"]]) {
    const wanted = { name: "TypeError", message: `options is an object such as { published: "2024-07-02" }, and this is ${what}` };
    assert.throws(() => extract("On Tuesday.", options), wanted);
    assert.throws(() => extractAll(["On Tuesday."], options), { name: "TypeError", message: /^options is an object/ });
  }
  assert.throws(() => extractAll([], { errors: "skip" }), /errors is "throw" or "null", not "skip"/);
  assert.equal(extract("In Rome.", { published: null, offsets: null })[0].text, "Rome");
});

test("a time is its day, and what is none is named with its argument", () => {
  const day = (published) => extract("On Tuesday.", { published })[0].value.timex;
  for (const time of ["2024-07-02T23:30:00Z", "2024-07-02T23:30:00.123Z", "2024-07-02T23:30:00-04:00", "2024-07-02 23:30"]) {
    assert.equal(day(time), "2024-07-02", time);
  }
  assert.throws(() => day("soon"), { name: "RangeError", message: 'published: "soon" is no date such as 2024-07-02' });
  assert.throws(() => day(new Date("soon")), { name: "RangeError", message: /published is a Date without a time/ });
});

test("what is no text is named", () => {
  assert.throws(() => extract(undefined), { name: "TypeError", message: "a text is a string, and this is undefined" });
  assert.throws(() => extract({}), { name: "TypeError", message: "a text is a string, and this is an object" });
  assert.throws(() => extract(5), { name: "TypeError", message: "a text is a string, and this is a number" });
});
