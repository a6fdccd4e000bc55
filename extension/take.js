// Takes what is to be read of the page: what is selected, else the article, else all of its text; and what the page says of
// it to machines. Gives HTML of elements and text alone, of which nothing is ever run (see src/intake/taken.rs).

(() => {
  "use strict";

  const { all, attribute, copy, emptyDocument, flat, root } = newsmarkPage;

  /** Selections of fewer words are taken for a slip of the hand. */
  const LEAST_WORDS = 3;
  /** What of the page's `<meta>` tells of an article. */
  const NAMES = /^(og:|twitter:title|article:|author$|byl$|date$|dc\.|pubdate|publish|parsely-|sailthru\.|headline|application-name|datepublished)/i;

  const selection = selected();
  if (selection) return finish({ kind: "selection", blocks: selection, heading: "", byline: "", stamp: "", isFirst: true });
  return finish(newsmarkArticle.find(copy()));

  /** The blocks of what is selected, if it is more than a slip. */
  function selected() {
    const selection = Document.prototype.getSelection.call(document);
    if (!selection || selection.isCollapsed || String(selection).trim().split(/\s+/).length < LEAST_WORDS) return null;
    const made = emptyDocument("");
    for (let at = 0; at < selection.rangeCount; at++) {
      const box = made.createElement("div");
      box.append(made.importNode(selection.getRangeAt(at).cloneContents(), true));
      for (const unread of box.querySelectorAll("script, style, noscript, template")) unread.remove();
      made.body.append(box);
    }
    return newsmarkBlocks.of(made.body);
  }

  function finish({ kind, blocks, heading, byline, stamp, isFirst }) {
    const title = isFirst ? (all("head title, title")[0]?.textContent ?? "") : heading;
    const made = emptyDocument(title.slice(0, 1_000));
    const add = (name, attributes, text = "") => {
      const element = made.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      made.head.append(element);
    };
    const meta = (name, content) => content && add("meta", { name, content: content.slice(0, 2_000) });
    const lang = attribute(root(), "lang");
    if (lang) made.documentElement.setAttribute("lang", lang.slice(0, 40));
    // A viewer of PDFs is a page without a word.
    meta("newsmark:taken", blocks.length ? kind : "closed");
    meta("newsmark:address", location.href.split("#")[0]);
    meta("newsmark:heading", heading);
    meta("newsmark:byline", byline);
    meta("newsmark:stamp", stamp);
    meta("newsmark:site", siteName());
    // Of the second article on a page the page's own data do not tell.
    if (isFirst) addData(add, meta);
    newsmarkBlocks.build(blocks, made);
    return { kind: blocks.length ? kind : "closed", html: `<!doctype html>${made.documentElement.outerHTML}` };
  }

  function addData(add, meta) {
    const metas = all("meta[content]").map((it) => {
      const name = ["property", "name", "itemprop"].map((key) => attribute(it, key)).find((name) => name) ?? "";
      return [name, attribute(it, "content")];
    });
    for (const [name, content] of metas.filter(([name]) => NAMES.test(name)).slice(0, 100)) meta(name, content);
    for (const text of newsmarkArticle.dataOf().slice(0, 20)) {
      if (!/<\/script/i.test(text)) add("script", { type: "application/ld+json" }, text);
    }
    const canonical = all("link[rel=canonical]").map((it) => absolute(attribute(it, "href")))[0];
    if (canonical) add("link", { rel: "canonical", href: canonical });
    const times = all("time[datetime]").map((it) => [attribute(it, "datetime"), ...["class", "itemprop", "pubdate"].map((key) => attribute(it, key) || (it.hasAttribute(key) ? key : ""))]);
    const isPublished = (time) => (/publish|created|posted|entry-date|pubdate/i.test(time.slice(1).join(" ")) ? 1 : 0);
    times.sort((one, other) => isPublished(other) - isPublished(one));
    // The parser moves them into the body, where they have no words; so they come last.
    for (const [datetime] of times.slice(0, 20)) add("time", { datetime });
  }

  /** What the site calls itself: on what leads to its front page, else where it claims its rights. */
  function siteName() {
    const isName = (text) => text.length > 2 && text.length < 50 && !/^(home|homepage|menu|logo|skip|back)\b/i.test(text);
    const isFront = (link) => absolute(attribute(link, "href")).replace(/(index\.\w+)?([?#].*)?$/, "") === `${location.origin}/`;
    for (const link of all("header a[href], [class*=logo] a[href], a[class*=logo], [class*=mast] a[href], nav a[href]").filter(isFront)) {
      const image = Element.prototype.querySelector.call(link, "img[alt]");
      const names = [flat(link.textContent), image ? attribute(image, "alt") : "", attribute(link, "aria-label"), attribute(link, "title")];
      const name = names.map((it) => flat(it).replace(/\s*(home( ?page)?|logo)$/i, "")).find(isName);
      if (name) return name;
    }
    for (const element of all("footer, [class*=copyright], [class*=footer], small, p, td").reverse()) {
      const claim = flat(element.textContent).match(/(?:©|\(c\)|\bcopyright\b)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*([^.|·•©\d]{3,48}?)\s*(?:\d{4}|[.,|·•]|\b(?:all rights|inc|ltd|llc|co)\b|$)/i);
      if (claim && isName(claim[1].trim())) return claim[1].trim();
    }
    return "";
  }

  function absolute(address) {
    try {
      return new URL(address, location.href).href;
    } catch {
      return "";
    }
  }
})();
