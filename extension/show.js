// Shows an article's marks on the page that it was taken from. The page's text and elements stay as they are: marks are
// highlights of the browser's own, and the card and the bar stand in a closed shadow.
//
// The page may have changed since, and may change now: its text is read anew each time, and Newsmark says what has its place
// there and what has none (src/formats/on_page.rs). Another address, Escape or Hide end it.

(() => {
  "use strict";

  globalThis.newsmarkHide?.();

  const api = globalThis.browser ?? globalThis.chrome;
  /** How long a page may go on changing before its text is read again, in milliseconds. */
  const QUIET = 400;
  const FAMILIES = ["speech", "names", "amounts", "dates", "doubts"];
  const { EDGES, UNREAD, root } = newsmarkPage;

  if (typeof Highlight !== "function" || !CSS.highlights) return;

  const address = location.href;
  let shown = { marks: [], lost: [] };
  let pieces = [];
  let timer = 0;
  let isOver = false;

  const host = document.createElement("newsmark-marks");
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial !important; position: fixed !important; inset: auto 16px 16px auto !important; z-index: 2147483647 !important; }
    * { box-sizing: border-box; font: 14px/1.4 system-ui, sans-serif; color: CanvasText; }
    .bar, .card { color-scheme: light dark; background: Canvas; border: 1px solid rgb(128 128 128 / 0.5); border-radius: 8px; box-shadow: 0 4px 16px rgb(0 0 0 / 0.25); }
    .bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 8px 12px; max-width: min(36rem, calc(100vw - 32px)); }
    .bar p, .card p { margin: 0; }
    .bar details { flex-basis: 100%; max-height: 30vh; overflow: auto; }
    .bar ul { margin: 4px 0 0; padding-left: 20px; }
    button { min-height: 32px; padding: 4px 12px; border: 1px solid rgb(128 128 128 / 0.6); border-radius: 6px; background: Canvas; cursor: pointer; }
    .card { position: fixed; max-width: 20rem; padding: 8px 12px; pointer-events: none; }
    .card .value { font-weight: 600; overflow-wrap: anywhere; }
    .card .kind, .card .about { opacity: 0.8; }
    .card .doubt { color: light-dark(#b91c1c, #fca5a5); }
    [hidden] { display: none; }
  `);
  shadow.adoptedStyleSheets = [sheet];
  const element = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });
  const bar = element("div", "bar");
  bar.setAttribute("role", "status");
  const card = element("div", "card");
  card.hidden = true;
  shadow.append(bar, card);

  const changes = new MutationObserver(() => {
    if (location.href !== address) return hide();
    clearTimeout(timer);
    timer = setTimeout(place, QUIET);
  });
  const watch = setInterval(() => location.href !== address && hide(), 500);
  const onKey = (event) => event.key === "Escape" && hide();
  const onMove = (event) => point(event.clientX, event.clientY);
  addEventListener("keydown", onKey, true);
  addEventListener("pointermove", onMove, { passive: true, capture: true });
  addEventListener("pointerdown", onMove, { passive: true, capture: true });
  globalThis.newsmarkHide = hide;
  place();

  /** The page's text, white space as it is shown, and where each of its pieces stands in it. */
  function read() {
    pieces = [];
    let text = "";
    let space = "";
    const walk = (node) => {
      if (node.nodeType === 3) {
        const value = node.nodeValue;
        let from = -1;
        let start = 0;
        const end = (at) => {
          if (from < 0) return;
          pieces.push({ node, from, start, length: at - from });
          from = -1;
        };
        for (let at = 0; at < value.length; at++) {
          const sign = value[at];
          if (sign === "\u00ad" || sign === "\u200b" || sign === "\u2060" || sign === "\ufeff") {
            end(at);
          } else if (/\s/.test(sign)) {
            end(at);
            space ||= " ";
          } else {
            if (from < 0) {
              if (text) text += space;
              space = "";
              from = at;
              start = text.length;
            }
            text += sign;
          }
        }
        end(value.length);
        return;
      }
      if (node.nodeType !== 1 || node === host || UNREAD.test(node.localName) || node.localName === "title") return;
      const isEdge = EDGES.has(node.localName) || node.localName === "br" || node.localName.includes("-");
      if (isEdge) space = "\n";
      for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
      if (isEdge) space = "\n";
    };
    walk(root());
    return text;
  }

  async function place() {
    if (isOver) return;
    const text = read();
    let marks = null;
    try {
      marks = await api.runtime.sendMessage({ place: text });
    } catch {
      // The tab of Newsmark has gone, and with it who knows.
    }
    if (isOver) return;
    if (!marks) return hide();
    shown = { ...marks, marks: marks.marks.map((mark) => ({ ...mark, range: rangeOf(mark) })).filter(({ range }) => range) };
    draw();
  }

  /** The piece of the page's text that holds this place. */
  function pieceAt(at) {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].start <= at) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  }

  function rangeOf({ start, end }) {
    const [first, last] = [pieceAt(start), pieceAt(end - 1)];
    if (!first || !last) return null;
    try {
      const range = new Range();
      range.setStart(first.node, first.from + Math.min(start - first.start, first.length));
      range.setEnd(last.node, last.from + Math.min(end - last.start, last.length));
      return range;
    } catch {
      return null;
    }
  }

  function draw() {
    changes.disconnect();
    for (const family of FAMILIES) {
      const of = shown.marks.filter((mark) => (family === "doubts" ? mark.doubt : mark.family === family));
      const highlight = new Highlight(...of.map(({ range }) => range));
      highlight.priority = FAMILIES.indexOf(family);
      CSS.highlights.set(`newsmark-${family}`, highlight);
    }
    bar.replaceChildren(element("p", "", shown.bar));
    const button = (name, act) => {
      const made = element("button", "", name);
      made.addEventListener("click", act);
      return made;
    };
    bar.append(button(shown.open, () => api.runtime.sendMessage({ open: true })), button(shown.hide, hide));
    if (shown.lost.length) {
      const details = element("details", "");
      const list = element("ul", "");
      list.append(...shown.lost.slice(0, 50).map((quote) => element("li", "", quote.slice(0, 200))));
      details.append(element("summary", "", shown.about_lost), list);
      bar.append(details);
    }
    if (!host.isConnected) root().append(host);
    changes.observe(root(), { childList: true, characterData: true, subtree: true });
  }

  /** Shows the card of the smallest mark at this place of the window. */
  function point(x, y) {
    const at = caretAt(x, y);
    const holds = ({ range }) => at && range.isPointInRange(at.node, at.offset);
    const under = at ? shown.marks.filter((mark) => holds(mark) && isUnder(mark.range, x, y)) : [];
    const mark = under.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    card.hidden = !mark;
    if (!mark) return;
    card.replaceChildren(element("p", "kind", mark.title), element("p", "value", mark.value));
    if (mark.about) card.append(element("p", "about", mark.about));
    if (mark.doubt) card.append(element("p", "doubt", mark.doubt));
    const box = [...mark.range.getClientRects()].find((it) => y >= it.top - 2 && y <= it.bottom + 2) ?? mark.range.getBoundingClientRect();
    // Never over its own line.
    const isBelow = box.bottom + card.offsetHeight + 12 < innerHeight;
    card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8))}px`;
    card.style.top = `${isBelow ? box.bottom + 6 : box.top - card.offsetHeight - 6}px`;
  }

  const isUnder = (range, x, y) =>
    [...range.getClientRects()].some((it) => x >= it.left - 1 && x <= it.right + 1 && y >= it.top - 1 && y <= it.bottom + 1);

  function caretAt(x, y) {
    const found = Document.prototype.caretPositionFromPoint?.call(document, x, y);
    return found?.offsetNode?.nodeType === 3 ? { node: found.offsetNode, offset: found.offset } : null;
  }

  function hide() {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    clearInterval(watch);
    changes.disconnect();
    removeEventListener("keydown", onKey, true);
    removeEventListener("pointermove", onMove, true);
    removeEventListener("pointerdown", onMove, true);
    for (const family of FAMILIES) CSS.highlights.delete(`newsmark-${family}`);
    host.remove();
  }
})();
