// The text of a page as blocks: paragraphs, headings, items of lists, rows of tables, captions.
//
//   block = kind text linked element            linked: how much of the text leads to other pages
//   kind  = "text" | "heading" | "item" | "row" | "caption" | "quote"
//
// A paragraph is what stands between the edges of block elements, or between two line breaks.

var newsmarkBlocks = (() => {
  "use strict";

  const { EDGES, flat, namesOf } = newsmarkPage;

  /** What captions are called that are no `figcaption`. */
  const CAPTION = /(^|[-_ ])(caption|legend|(pic|picture|img|image|photo)-?(text|desc|description|caption|title))([-_ ]|$)/i;
  /** Of Chinese, Japanese and Korean a sign says as much as three letters. */
  const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
  /** A cell that holds more is no cell but a place on the page, in UTF-16 units. */
  const LONGEST_CELL = 200;

  /** How much a text says, in letters. */
  const weigh = (text) => text.length + 2 * (text.match(DENSE)?.length ?? 0);

  function of(root) {
    const blocks = [];
    let open = null;
    let breaks = 0;
    const end = () => {
      const text = open && open.lines.map(flat).filter((line) => line).join("\n");
      if (text) blocks.push({ ...open, text, weight: weigh(text) });
      open = null;
      breaks = 0;
    };
    const walk = (node, inside) => {
      if (node.nodeType === 3) return read(node.nodeValue, inside);
      if (node.nodeType !== 1) return;
      const name = node.localName;
      if (name === "br") {
        breaks += 1;
        if (breaks > 1) end();
        return;
      }
      // What leads to another place of the same page is no link to elsewhere.
      const linked = inside.linked || (name === "a" && !/^#|^$/.test(node.getAttribute("href") ?? ""));
      if (!EDGES.has(name)) {
        for (const child of node.childNodes) walk(child, { ...inside, linked });
        return;
      }
      end();
      if (name === "table" && isData(node)) {
        for (const row of node.querySelectorAll("tr")) readRow(row);
        for (const caption of node.querySelectorAll("caption")) walk(caption, { ...inside, element: caption, kind: "caption", linked });
        return;
      }
      const kind = kindOf(node, inside.kind);
      const list = name === "ul" || name === "menu" ? "ul" : name === "ol" ? "ol" : inside.list;
      const item = name === "li" ? node : inside.item;
      for (const child of node.childNodes) walk(child, { element: node, kind, list, item, linked });
      end();
    };
    const read = (value, inside) => {
      if (!/\S/.test(value)) {
        if (open) open.lines[open.lines.length - 1] += " ";
        return;
      }
      open ??= { ...inside, lines: [""], linkedLength: 0 };
      if (breaks === 1) open.lines.push("");
      breaks = 0;
      open.lines[open.lines.length - 1] += value;
      if (inside.linked) open.linkedLength += flat(value).length;
    };
    const readRow = (row) => {
      const cells = [...row.querySelectorAll("td, th")].map((cell) => flat(cell.textContent));
      const text = cells.join("\t");
      if (text.trim()) blocks.push({ kind: "row", cells, text, weight: weigh(text), linkedLength: 0, element: row, list: null, item: null });
    };
    walk(root, { element: root, kind: "text", list: null, item: null, linked: false });
    end();
    return blocks;
  }

  /** By the element's name, else by what its page calls it. */
  function kindOf(element, around) {
    const name = element.localName;
    if (/^h[1-6]$/.test(name)) return "heading";
    if (name === "li") return "item";
    if (name === "figcaption" || name === "caption") return "caption";
    if (name === "blockquote") return "quote";
    const named = namesOf(element);
    if (CAPTION.test(named)) return "caption";
    if (/(^|[-_ ])quote([-_ ]|$)/i.test(named)) return "quote";
    return /^(item|caption|quote)$/.test(around) ? around : "text";
  }

  /** Whether a table holds data: rows of several cells, and no paragraphs in them. */
  function isData(table) {
    if (table.querySelector("table, p + p, h1, h2")) return false;
    const rows = [...table.querySelectorAll("tr")];
    const cells = [...table.querySelectorAll("td, th")];
    return rows.length > 1 && cells.length > rows.length && cells.every((cell) => flat(cell.textContent).length <= LONGEST_CELL);
  }

  /** Blocks as plain HTML, of elements and text alone. */
  function build(blocks, made) {
    // The lists that are open, each with the one of the page that it stands for, and its last item.
    let lists = [];
    let table = null;
    for (const block of blocks) {
      if (block.kind !== "item") lists = [];
      if (block.kind !== "row") table = null;
      if (block.kind === "row") {
        if (!table) made.body.append((table = made.createElement("table")));
        const row = made.createElement("tr");
        row.append(...block.cells.map((cell) => Object.assign(made.createElement("td"), { textContent: cell })));
        table.append(row);
        continue;
      }
      const lines = block.text.split("\n").flatMap((line, at) => [...(at ? [made.createElement("br")] : []), line]);
      if (block.kind !== "item") {
        const element = made.createElement(block.kind === "heading" ? "h2" : "p");
        element.append(...lines);
        made.body.append(element);
        continue;
      }
      const own = block.item?.parentElement ?? null;
      while (lists.length && lists.at(-1).own !== own && !lists.at(-1).item?.contains(own)) lists.pop();
      if (lists.at(-1)?.own !== own) {
        const list = made.createElement(block.list ?? "ul");
        (lists.at(-1)?.last ?? made.body).append(list);
        lists.push({ own, list, item: null, last: null });
      }
      const open = lists.at(-1);
      if (open.item === block.item && open.last) {
        // Further paragraphs of an item go on in it.
        open.last.append(made.createElement("br"), ...lines);
        continue;
      }
      open.last = made.createElement("li");
      open.item = block.item;
      open.last.append(...lines);
      open.list.append(open.last);
    }
  }

  return { CAPTION, build, of, weigh };
})();
