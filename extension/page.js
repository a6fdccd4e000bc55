// The page as it is read: asked without being fooled, and copied without what nobody sees.
//
// Extensions have a world of scripts of their own, so no script of the page is in the way. Names in its markup are: of a
// form with a field called "children", `children` is that field. So the page itself is asked through the prototypes, and
// its copy loses such names before anything else looks at it. Nothing in the page is changed.

var newsmarkPage = (() => {
  "use strict";

  /** As many elements are looked at; pages without end have been seen. */
  const MOST_ELEMENTS = 200_000;
  /** What runs, moves, or is worked rather than read. */
  const UNREAD = /^(script|style|noscript|template|iframe|object|embed|svg|canvas|video|audio|button|select|textarea|input|link)$/;

  /** Text in elements of these names stands on lines of its own. */
  const EDGES = new Set(
    ("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
      "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul").split(" "),
  );

  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (of) => get.call(of);
  };
  const rootOf = getter(Document.prototype, "documentElement");
  const implementationOf = getter(Document.prototype, "implementation");

  /** The page's own elements. */
  const all = (selector) => [...Element.prototype.querySelectorAll.call(rootOf(document), selector)];
  const attribute = (element, name) => Element.prototype.getAttribute.call(element, name) ?? "";
  /** Text on one line, without the signs that only tell where a word may break. */
  const flat = (text) => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();

  /** What an element is called, in words: classes, ids, what scripts and stores know it by. */
  function namesOf(element) {
    return ["class", "id", "data-component", "data-testid", "data-block", "itemprop", "data-type", "data-gu-name", "role"]
      .map((name) => attribute(element, name))
      .join(" ")
      .replace(/([a-z])([A-Z])/g, "$1-$2");
  }

  /** A document that belongs to no window: nothing in it runs or is fetched. */
  function emptyDocument(title) {
    return DOMImplementation.prototype.createHTMLDocument.call(implementationOf(document), title);
  }

  /** A copy of the page without what nobody sees. Each element keeps the size of its letters (`data-nm-size`). */
  function copy() {
    const fresh = emptyDocument("");
    fresh.replaceChild(fresh.importNode(rootOf(document), true), fresh.documentElement);
    // The same elements in the same order: nothing has run in between.
    const own = all("*");
    const twins = [...Element.prototype.querySelectorAll.call(rootOf(fresh), "*")];
    const gone = [];
    const blocks = [];
    const folded = new Set(all("[aria-expanded][aria-controls]").map((it) => attribute(it, "aria-controls")));
    const count = Math.min(own.length, MOST_ELEMENTS);
    for (let at = 0; at < count; at++) {
      const [live, twin] = [own[at], twins[at]];
      const name = twin.localName;
      // A heading that folds what stands below it is a heading.
      if (UNREAD.test(name) && !(name === "button" && Element.prototype.closest.call(live, "h1, h2, h3, h4, h5, h6"))) {
        // Who asks for an address or a word has put up a box for it.
        if (name === "select" || (name === "input" && /^(email|text|search|radio|password|)$/.test(attribute(live, "type")))) {
          Element.prototype.closest.call(twin, "form, section, aside, div")?.setAttribute("data-nm-form", "");
        }
        gone.push(twin);
        continue;
      }
      if (/^(head|meta|title|base|body|br|wbr)$/.test(name)) continue;
      if (!isSeen(live, name, folded)) {
        gone.push(twin);
        continue;
      }
      const style = /^(h[1-6]|p|font|b|strong|span|div|a)$/.test(name) || name.includes("-") ? getComputedStyle(live) : null;
      if (!style) continue;
      Element.prototype.setAttribute.call(twin, "data-nm-size", parseFloat(style.fontSize) || 0);
      // Elements of the page's own making, and spans, may stand as paragraphs do. A large first letter floats.
      const isBlock = /^(block|flex|grid|list-item|flow-root|table)$/.test(style.display) && style.float === "none";
      if (isBlock && (name.includes("-") || name === "span" || name === "a")) blocks.push(twin);
    }
    for (const element of gone) Element.prototype.remove.call(element);
    for (const element of Element.prototype.querySelectorAll.call(rootOf(fresh), "*")) {
      if (element.localName === "meta") continue;
      for (const name of ["name", "form"]) Element.prototype.removeAttribute.call(element, name);
      if (/^(form|fieldset|output|img|a|area)$/.test(element.localName)) Element.prototype.removeAttribute.call(element, "id");
    }
    for (const element of fresh.querySelectorAll("form")) element.setAttribute("data-nm-form", "");
    for (const element of [...fresh.querySelectorAll("form"), ...blocks]) if (element.isConnected) rename(element, fresh);
    return fresh;
  }

  /** Whether an element is there to be read. What is folded is; what is there for machines that read aloud is not. */
  function isSeen(live, name, folded) {
    if (Element.prototype.closest.call(live, "details")) return true;
    const own = folded.size ? Element.prototype.closest.call(live, "[id]") : null;
    if (own && folded.has(attribute(own, "id"))) return true;
    if (!Element.prototype.checkVisibility.call(live)) return false;
    if (!/^(span|div|p|a|h[1-6]|label|em|b|strong)$/.test(name)) return true;
    const { width, height } = Element.prototype.getBoundingClientRect.call(live);
    if (width > 1.5 || height > 1.5 || (width === 0 && height === 0)) return true;
    return getComputedStyle(live).overflow === "visible";
  }

  function rename(element, fresh) {
    const made = fresh.createElement("div");
    for (const { name, value } of [...element.attributes]) {
      if (/^(class|id|role|aria-hidden|itemprop|data-[-a-z0-9]+)$/.test(name)) made.setAttribute(name, value);
    }
    made.append(...element.childNodes);
    element.replaceWith(made);
  }

  return { EDGES, UNREAD, all, attribute, copy, emptyDocument, flat, namesOf, root: () => rootOf(document) };
})();
