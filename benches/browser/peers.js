// Other programs in the same browser: how long each takes over one text. Bundled by `cargo xtask bench`.

import winkNLP from "wink-nlp";
import winkModel from "wink-eng-lite-web-model";
import nlp from "compromise";
import * as Recognizers from "@microsoft/recognizers-text-suite";
import { createTextAnnotator } from "@recogito/text-annotator";

const culture = Recognizers.Culture.English;

const readers = {
  "wink-nlp": (() => {
    const wink = winkNLP(winkModel);
    return (text) => wink.readDoc(text).entities().out(wink.its.detail).length;
  })(),
  compromise: (text) => {
    const doc = nlp(text);
    return doc.topics().json().length + doc.match("#Value").json().length;
  },
  "Recognizers-Text": (text) =>
    Recognizers.recognizeNumber(text, culture).length +
    Recognizers.recognizeCurrency(text, culture).length +
    Recognizers.recognizePercentage(text, culture).length +
    Recognizers.recognizeDimension(text, culture).length +
    Recognizers.recognizeDateTime(text, culture).length,
};

const frame = () => new Promise(requestAnimationFrame);
const painted = async () => {
  await frame();
  await new Promise((done) => setTimeout(done));
};
/** Waits until nothing holds the page up any more; gives the time when the last of it had been painted. */
const settled = async () => {
  let done = performance.now();
  let last = done;
  for (let quiet = 0; quiet < 8; quiet++) {
    await painted();
    const now = performance.now();
    const isBusy = now - last > 40;
    if (isBusy) quiet = 0;
    if (isBusy || quiet === 0) done = now;
    last = now;
  }
  return done;
};
/** Waits until an annotation with this id, or any, can be seen. */
const seen = async (id) => {
  const selector = id ? `.r6o-annotation[data-annotation="${id}"]` : ".r6o-annotation";
  while (!document.querySelector(selector)) await frame();
  await painted();
};
const quantile = (times, part) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];

window.newsmarkPeers = {
  names: Object.keys(readers),

  /** Milliseconds of each of `runs` runs of one peer. */
  extract: (name, text, runs) => {
    const times = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      readers[name](text);
      times.push(performance.now() - start);
    }
    return times;
  },

  /** Recogito's annotator on a plain page: show so many annotations, add one, scroll. */
  annotator: async (text, count) => {
    const main = document.querySelector("main");
    main.replaceChildren(...text.split("\n").map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = `${line}\n`;
      return paragraph;
    }));
    await painted();
    const content = main.textContent;
    const annotation = (id, start, end) => ({
      id, bodies: [],
      target: { annotation: id, selector: [{ id, quote: content.slice(start, end), start, end }] },
    });
    const step = Math.floor(content.length / count);
    const annotations = Array.from({ length: count }, (_, at) => annotation(`a${at}`, at * step, at * step + 8));
    let start = performance.now();
    const annotator = createTextAnnotator(main);
    annotator.setAnnotations(annotations);
    await seen();
    const show = (await settled()) - start;
    // Spread over the text, each in view.
    let at = 0;
    const places = [...main.querySelectorAll("p")].map((paragraph) => {
      at += paragraph.textContent.length;
      return { paragraph, start: at - paragraph.textContent.length };
    }).filter(({ paragraph }) => paragraph.textContent.trim().length > 60);
    const adds = [];
    for (let round = 0; round < 60; round++) {
      const { paragraph, start: from } = places[Math.floor(((round + 0.5) / 60) * places.length)];
      paragraph.scrollIntoView({ block: "center" });
      await settled();
      start = performance.now();
      annotator.addAnnotation(annotation(`b${round}`, from + 10, from + 20));
      await seen(`b${round}`);
      adds.push(performance.now() - start);
    }
    window.scrollTo(0, 0);
    await settled();
    const frames = [];
    let last = await frame();
    for (let round = 0; round < 100; round++) {
      window.scrollBy(0, 400);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return {
      show, add: quantile(adds, 0.5), addP95: quantile(adds, 0.95), scroll: quantile(frames, 0.95),
    };
  },
};
