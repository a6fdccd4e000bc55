// What the benchmark does with the page, from inside it. Loaded before the page's own scripts.

window.newsmarkBench = (() => {
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
  }).observe({ entryTypes: ["longtask"] });

  // When the page could first be typed into.
  let interactive = null;
  new MutationObserver((_, observer) => {
    if (document.querySelector("textarea")) {
      interactive = performance.now();
      observer.disconnect();
    }
  }).observe(document, { childList: true, subtree: true });

  // The WebAssembly's memory, however it is loaded.
  let memory = null;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      memory = (result.instance ?? result).exports?.memory ?? memory;
      return result;
    };
  }

  const frame = () => new Promise(requestAnimationFrame);
  // A message comes after the frame in which it was sent has been painted.
  const afterThisFrame = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const painted = async () => {
    await frame();
    await afterThisFrame();
  };
  const until = async (holds) => {
    for (;;) {
      const found = holds();
      if (found) return found;
      await frame();
    }
  };
  // How often the article, its lists or its figures have changed. To look a state up in a document of ten
  // thousand marks takes milliseconds itself: it is looked up once something has changed.
  let changes = 0;
  new MutationObserver(() => changes++).observe(document, {
    attributes: true,
    attributeFilter: ["data-selected", "data-status", "aria-valuenow", "aria-current", "data-letters"],
    childList: true,
    characterData: true,
    subtree: true,
  });
  /** Milliseconds from an act until the frame is painted that first shows what it leads to. */
  const timed = async (act, holds) => {
    let seen = changes;
    const start = performance.now();
    act();
    for (;;) {
      await frame();
      if (changes === seen) continue;
      seen = changes;
      if (holds()) break;
    }
    await afterThisFrame();
    return performance.now() - start;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const button = (name) => all("button").find((one) => (one.ariaLabel ?? one.textContent).trim() === name);
  // Saved, or known not to fit into the browser's storage.
  const isSaved = () => all("[role=status]").some((one) => /^(Saved|Not saved)/.test(one.textContent));
  const isWhole = () =>
    document.querySelector("mark") && !document.querySelector("section.plain") &&
    document.querySelectorAll(".entry").length >= marked();
  const marked = () =>
    all(".legend .count").reduce((sum, count) => sum + Number(count.dataset.letters), 0);
  const reviewed = () => Number(document.querySelector("[role=progressbar]").getAttribute("aria-valuenow"));
  const current = () => document.querySelector(".entry[aria-current]")?.dataset.annotationId;
  const press = (key) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const sorted = (times) => [...times].sort((a, b) => a - b);
  const quantile = (times, part) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * part))];
  const spread = (times) => ({ median: quantile(times, 0.5), p95: quantile(times, 0.95) });
  const longest = (from) => Math.max(0, ...longTasks.filter((t) => t.startTime >= from).map((t) => t.duration));

  return {
    load: async () => {
      await until(() => interactive !== null);
      return interactive;
    },

    /** Milliseconds of each of `runs` calls of `extract`. */
    extract: async (text, runs) => {
      await window.wasmBindings.ready();
      const times = [];
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        window.wasmBindings.extract(text, "2024-07-02");
        times.push(performance.now() - start);
      }
      return times;
    },

    /** From a text to its marks: the first on screen, and all with their entries. */
    paste: async (text) => {
      button("New article").click();
      const box = await until(() => document.querySelector("textarea[aria-label='Article text']"));
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await painted();
      const start = performance.now();
      button("Annotate").click();
      await until(() => document.querySelector("mark"));
      await painted();
      const first = performance.now();
      await until(isWhole);
      await painted();
      const whole = performance.now() - start;
      await until(isSaved);
      const saved = performance.now() - start;
      await painted();
      return { first: first - start, whole, saved, marks: marked(), longest: longest(start), longestAfter: longest(first) };
    },

    /** Puts the article away and opens it from the store: until its first marks are on screen. */
    reopen: async () => {
      button("New article").click();
      await until(() => document.querySelector("textarea[aria-label='Article text']"));
      await painted();
      const start = performance.now();
      document.querySelector(".articles .open").click();
      await until(() => document.querySelector("mark"));
      await painted();
      const first = performance.now() - start;
      await until(isWhole);
      await painted();
      return { first, whole: performance.now() - start, longest: longest(start) };
    },

    /** Marks one plain word after another, all over the text, with a label's key. */
    add: async (times) => {
      const article = document.querySelector("[role=article]");
      const paragraphs = [...article.querySelectorAll("p")].filter((p) => p.textContent.trim());
      const taken = [];
      const saves = [];
      for (let round = 0; round < times; round++) {
        const place = paragraphs[Math.floor(((round + 0.5) / times) * paragraphs.length)];
        place.scrollIntoView({ block: "center" });
        await painted();
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        let node = walker.nextNode();
        while (node && (node.parentElement.closest("mark") || !/[a-z]{4,}/.test(node.data))) node = walker.nextNode();
        if (!node) continue;
        const word = /[a-z]{4,}/.exec(node.data);
        getSelection().setBaseAndExtent(node, word.index, node, word.index + word[0].length);
        await painted();
        const before = marked();
        const start = performance.now();
        taken.push(await timed(() => press("7"), () => marked() > before));
        await until(isSaved);
        saves.push(performance.now() - start);
      }
      return { ...spread(taken), saved: spread(saves), rounds: taken.length };
    },

    /** Goes from mark to mark. */
    step: async (times) => {
      const taken = [];
      for (let round = 0; round < times; round++) {
        const before = current();
        taken.push(await timed(() => press("j"), () => current() !== before));
        await painted();
      }
      return spread(taken);
    },

    /** Accepts mark after mark, and goes on to the next. */
    accept: async (times) => {
      press("Escape");
      press("w");
      await painted();
      const taken = [];
      for (let round = 0; round < times; round++) {
        const before = reviewed();
        // A short article has no more.
        if (!document.querySelector("mark[data-selected][data-status=suggested]")) break;
        taken.push(await timed(() => press("a"), () => reviewed() > before));
        await until(isSaved);
      }
      press("Escape");
      return spread(taken);
    },

    /** Lets the end of the selected mark grow by a word, and shrink again. */
    grow: async (times) => {
      press("Escape");
      press("j");
      await painted();
      press("]");
      await painted();
      const selected = () => all("mark[data-selected]").map((one) => one.textContent).join("");
      const taken = [];
      for (let round = 0; round < times; round++) {
        const before = selected();
        const key = round % 2 === 0 ? "ArrowRight" : "ArrowLeft";
        taken.push(await timed(() => press(key), () => selected() !== before));
        await until(isSaved);
      }
      press("Escape");
      return spread(taken);
    },

    /** Marks all occurrences of a plain word that stands about 200 times, and undoes it. */
    markAll: async (times) => {
      const article = document.querySelector("[role=article]");
      const counts = new Map();
      for (const [word] of article.textContent.matchAll(/(?<![\p{L}\p{N}])\p{Ll}{4,}(?![\p{L}\p{N}])/gu)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      const fit = [...counts].sort((a, b) => Math.abs(a[1] - 200) - Math.abs(b[1] - 200))[0];
      if (!fit) return { ...spread([]), occurrences: 0 };
      const [word, occurrences] = fit;
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const at = (node) => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u").exec(node.data)?.index;
      let node = walker.nextNode();
      while (node && (node.parentElement.closest("mark") || at(node) === undefined)) node = walker.nextNode();
      if (!node) return { ...spread([]), occurrences: 0 };
      const taken = [];
      for (let round = 0; round < times; round++) {
        const place = round === 0 ? node : null;
        if (place) getSelection().setBaseAndExtent(place, at(place), place, at(place) + word.length);
        await painted();
        const before = marked();
        const again = place ? null : button(round % 2 === 1 ? "Undo" : "Redo");
        taken.push(await timed(() => (place ? press("m") : again.click()), () => marked() !== before));
        await until(isSaved);
      }
      return { ...spread(taken), occurrences };
    },

    /** Types words into Find, letter by letter. */
    find: async (words) => {
      const box = document.querySelector("[aria-label=Find]");
      box.focus();
      await painted();
      const taken = [];
      for (let end = 1; end <= words.length; end++) {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, words.slice(0, end));
        const start = performance.now();
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await until(() => box.value === words.slice(0, end) && document.querySelector(".find .count"));
        await painted();
        taken.push(performance.now() - start);
      }
      box.value = "";
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await painted();
      return spread(taken);
    },

    /** Opens a view of facts by its tab, a few times: until it is painted. */
    view: async (name, times) => {
      const tab = (name) => [...document.querySelectorAll("[role=tab]")].find((tab) => tab.textContent === name);
      const taken = [];
      for (let time = 0; time < times; time++) {
        tab("Read").click();
        await painted();
        const start = performance.now();
        tab(name).click();
        await painted();
        taken.push(performance.now() - start);
      }
      return spread(taken);
    },

    /** Scrolls through the article, a good part of a screen a frame. */
    scroll: async (frames) => {
      const main = document.querySelector("main");
      main.scrollTop = 0;
      await painted();
      const taken = [];
      let last = await frame();
      for (let count = 0; count < frames; count++) {
        main.scrollTop += 400;
        const now = await frame();
        taken.push(now - last);
        last = now;
      }
      return spread(taken);
    },

    /** Megabytes of the JavaScript heap and of the WebAssembly's memory. */
    memory: () => ({
      heap: (performance.memory?.usedJSHeapSize ?? 0) / 1e6,
      wasm: (memory?.buffer.byteLength ?? 0) / 1e6,
    }),
  };
})();
