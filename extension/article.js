// Which blocks of a page are its article.
//
// Readability (bundled beside this) knows where in a page the article stands; what it keeps of it is too much here and too
// little there: boxes between paragraphs stay, key points, headings, tables and captions go. So it is asked for the place
// alone, and block by block it is decided what there belongs to the article.
//
//   page    = before headline [ lead ] meta* [ caption ] region after
//   region  = the smallest element that holds most of what Readability keeps
//   article = lead, captions and key points between headline and region; the region's blocks but for its furniture

var newsmarkArticle = (() => {
  "use strict";

  const { all, attribute, flat, namesOf } = newsmarkPage;

  /** How much of what Readability keeps the region holds at least. */
  const MOST = 0.8;
  /** What a paragraph weighs from which on it is prose, in letters. */
  const PROSE = 60;
  /** What an article weighs at least. */
  const SHORTEST = 240;

  const word = (names, flags = "i") => new RegExp(`(^|[-_ ])(${names})([-_ ]|$)`, flags);
  /** Boxes that stand in articles and are no part of them, by what they are called. */
  const BOX = word(
    "shar(e|es|ing)|sharedaddy|socials?|newsletters?|sign-?up|subscri(be|ption)|promos?|promo-?box|related|recommend(ed|ations)|recirc|" +
      "read-?(more|next)|more-?on|most-?(read|viewed|popular)|trending|ads?|adverts?|advertisement|advertising|ad-?(slot|wrapper|label)|" +
      "sponsor(ed)?|outbrain|taboola|cookies?|consent|gdpr|comments?|comment-?list|disqus|respond|tags|tag-?list|topics|topic-?list|" +
      "keywords|author-?(box|bio|info)|contributor-?bio|about-?the-?author|bio|breadcrumbs?|pagination|pager|toolbar|action-?bar|" +
      "skip-?link|screen-?reader-?text|visually-?hidden|sr-only|toast|modal|popup|feedback|poll|follow-?us|donat(e|ion)|" +
      "edit-?section|mw-editsection|call-?to-?action|convertkit|mailchimp|jump-?to|table-?of-?contents|toc|print-?note|foot-?notes?|trust|barrier|reg-?wall|offer|key-?events|links-?block|rating|sitemap|masthead|metadata|meta-?data|byline|dateline-?block",
  );
  const BYLINE = word("byline|by-?line|author|authors|contributors?|reporter");
  const CREDIT = word("by|credits?|copyright|source|attribution|photographer|agency|photo-?by");
  const LEAD = word("standfirst|dek|deck|hed-?dek|sub-?head(ing|line)?|sub-?title|lede|lead-?in|article-?lead|teaser-?text|intro|introduction|excerpt|summary|strap-?line|description|entry-?summary|lead|abstract|content-?header-?dek|teaser|vorspann|anrisstext|chapo|chapeau|entradilla|bajada|sommario|ingress");
  const WALL = word("paywall|reg-?wall|piano|subscriber-?only|subscription-?wall|premium-?wall|barrier|meter-?wall|gate");
  const ASKS = /subscri|sign in|log in|register|unlock|continue reading|abonn|suscr|member/i;

  /** Lines of furniture, whatever they are called. */
  const LINES = [
    /^(advertise?ment|skip advertisement|anzeige|publicité|publicidad|sponsored( content)?|share( this)?( article| story)?|save|print|listen( to this (article|story))?|read more|read next|follow us|comments?|menu|close|live|topics?|tags?|yes|no|yes no|vote)[.:…]?$/i,
    /^advertisement\b.{0,40}$/i,
    /^(read (more|also|next)|see also|also read|more on this|related|watch|listen|recommended|lesen sie auch|mehr zum thema|lire aussi|lea también)\s*[:|–-]/i,
    /^(sign up|subscribe|follow us|get in touch|do you (live|have|know)|have you (been|got)|are you (a|an|in)|click here|download (our|the) app|join (our|us|the conversation)|get our|share your|support (our|independent)|thank you for your patience)\b.{0,240}$/i,
    /(©|\(c\)|\bcopyright\b|all rights reserved|alle rechte vorbehalten)/i,
    /^(our standards|corrections?|this article (first|originally) appeared|originally published|a version of this article)\b/i,
    /^share\b.{0,40}$/i,
    /(enable|activate|turn on|requires?) javascript|browser (that )?(supports|does not support)/i,
  ];
  /** A date or a time with what goes with it, and nothing else: word by word. */
  const STAMP = new RegExp(
    "^(" +
      "first|originally|last|published|updated|posted|modified|created|edited|stand|veröffentlicht|aktualisiert|on|at|issue|ago|read|" +
      "(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|" +
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|" +
      "(second|minute|min|hour|hr|day|week|month|year)s?|[ap]?m|[ap]|utc|[a-z]{1,3}t|" +
      "\\d{1,4}(st|nd|rd|th|[smhdw])?|\\d{1,2}:\\d{2}(:\\d{2})?([ap]m)?|\\d{1,4}年|\\d{1,2}月|\\d{1,2}日|\\d{4}年\\d{1,2}月\\d{1,2}日" +
      ")$",
    "i",
  );
  const isDated = (text) => /\d/.test(text) && text.split(/[\s,.·•|–—/-]+/).every((word) => STAMP.test(word.replace(/:$/, "")) || word === "");

  const linkedShare = (block) => block.linkedLength / Math.max(1, block.text.length);
  const isProse = (block) => /^(text|quote|item)$/.test(block.kind) && block.weight >= PROSE && linkedShare(block) < 0.4;
  const isFurniture = (text) => LINES.some((line) => line.test(text));
  const digits = (text) => (text.match(/\d/g)?.length ?? 0) / Math.max(1, text.replace(/\s/g, "").length);
  /** In other languages a line of which much is figures, with a year. */
  const isStamp = (text) => text.length < 110 && (isDated(text) || (/\b(19|20)\d\d|\d{4}年/.test(text) && digits(text) > 0.28 && !/[.!?。]$/.test(text)));
  const isByline = (text) => text.length < 120 && /^(((words |text |story )?by:?|von|par|por)\s+\p{L}|(记者|記者|作者|文)[\s/:：])/iu.test(text);
  const isCredit = (text) => /^(photo|photograph|picture|image|credit|source|foto|illustration|video)s?( credits?)?\s*[:/|]|\b(photo|photograph|picture|image|illustration|foto)s?\s+(by|courtesy|via)\b/i.test(text) && text.length < 90;

  /** The article of a copy of the page. */
  function find(copy) {
    const wall = takeWall(copy);
    const choice = choose(copy);
    const everything = newsmarkBlocks.of(copy.body);
    for (const author of copy.body.querySelectorAll("[rel~=author], [itemprop=author], .byline .author, .author.vcard, .entry-author")) {
      if (!author.closest("aside, [class*=comment], [class*=related], [class*=bio], footer")) keepByline(copy, author);
    }
    unbox(copy);
    const blocks = newsmarkBlocks.of(copy.body);
    const kept = readable(copy, blocks);
    const prose = kept && ownOf(copy, blocks, kept.prose);
    const region = prose && regionOf(prose);
    if (!region) return { kind: "text", blocks: everything, heading: "", byline: "", stamp: "", isFirst: true };
    const inRegion = blocks.filter((block) => region.contains(block.element));
    const first = blocks.indexOf(inRegion.find(isProse));
    const head = headOf(copy, blocks, first, prose);
    const body = bodyOf(blocks, inRegion, first, head);
    const article = [...head.blocks, ...body];
    const weight = article.reduce((sum, block) => sum + block.weight, 0);
    if (weight < SHORTEST || evidence(head, article, blocks) < 2) {
      return { kind: "text", blocks: everything, heading: head.heading, byline: "", stamp: head.stamp, isFirst: true };
    }
    return {
      kind: isStub(article, weight, wall) ? "stub" : "article",
      blocks: article,
      heading: head.heading,
      byline: head.byline || kept.byline,
      stamp: head.stamp,
      isFirst: choice,
    };
  }

  /** Takes out the boxes that stand before the rest of an article and ask to subscribe; says whether there were any. */
  function takeWall(copy) {
    const h1 = copy.querySelector("h1");
    const whole = flat(copy.body.textContent).length;
    const isBox = (element) =>
      WALL.test(namesOf(element)) && !/^(p|span|section|article|main|body|h1)$/.test(element.localName) && !element.contains(h1);
    const boxes = [...copy.body.querySelectorAll("[class], [id]")].filter((it) => isBox(it) && ASKS.test(it.textContent.slice(0, 600)));
    const found = boxes.filter((it) => flat(it.textContent).length < whole * 0.8);
    for (const box of found) box.remove();
    return found.length > 0;
  }

  /** Whether an article is the beginning of one: a wall stands behind it, or the page is not free and its text breaks off. */
  function isStub(article, weight, wall) {
    if (wall) return weight < 2_500;
    const isTold = dataOf().some((text) => /"isAccessibleForFree"\s*:\s*"?false"?/i.test(text));
    const last = article.at(-1)?.text ?? "";
    return isTold && (weight < 800 || /(…|\.\.\.)$/.test(last));
  }

  /** The page's linked data that are short enough to be somebody's. */
  function dataOf() {
    return all("script[type='application/ld+json']").map((it) => it.textContent).filter((text) => text.length < 300_000);
  }

  /** Of several whole articles on one page keeps the one that is being read; says whether that is the first. */
  function choose(copy) {
    const own = (element) => [...element.querySelectorAll("h1")].find((it) => it.closest("article") === element);
    const isWhole = (element) => own(element) && newsmarkBlocks.of(element).filter(isProse).length >= 3;
    let whole = [...copy.querySelectorAll("article")].filter(isWhole);
    if (whole.length < 2) {
      // Each with a headline of the second rank, and none above them all.
      const heads = [...copy.querySelectorAll("article")].filter(
        (it) => it.querySelector("h1, h2") && !it.parentElement.closest("article") && newsmarkBlocks.of(it).filter(isProse).length >= 3,
      );
      const loose = [...copy.querySelectorAll("h1")].some((it) => !it.closest("article"));
      if (heads.length > 1 && !loose) whole = heads;
    }
    if (whole.length < 2) return true;
    const title = (element) => flat(element.querySelector("h1, h2").textContent);
    const live = all("article");
    const tops = whole.map((element) => {
      const it = live.find((one) => {
        const head = Element.prototype.querySelector.call(one, "h1, h2");
        return head && flat(head.textContent) === title(element);
      });
      return it ? it.getBoundingClientRect().top : Infinity;
    });
    const at = Math.max(0, tops.findLastIndex((top) => top < innerHeight / 2));
    whole.forEach((element, place) => place !== at && element.remove());
    return at === 0;
  }

  /** Takes boxes out that are no part of an article; what holds many of the page's words is no box. */
  function unbox(copy) {
    const whole = flat(copy.body.textContent).length;
    const h1 = copy.querySelector("h1");
    for (const element of [...copy.body.querySelectorAll("*")]) {
      if (!element.isConnected || /^(html|body|main|h1|a|em|b|i|strong|font|tr|td|tbody)$/.test(element.localName)) continue;
      const role = attribute(element, "role");
      const is =
        /^(nav|aside|dialog|menu)$/.test(element.localName) ||
        (element.localName === "footer" && !element.closest("blockquote")) ||
        /^(navigation|complementary|search|dialog|banner|contentinfo|alertdialog|toolbar|status)$/.test(role) ||
        element.dataset.nmForm !== undefined ||
        // A large first letter is hidden from those who read aloud, and told them in another way.
        (attribute(element, "aria-hidden") === "true" && element.localName !== "figcaption" && flat(element.textContent).length > 1);
      const named = namesOf(element);
      const isBox = is || (BOX.test(named) && !LEAD.test(named)) || isPointers(element);
      if (!isBox || element.contains(h1)) continue;
      const text = flat(element.textContent);
      // A paragraph that is called after what hides it is one all the same.
      if (!is && /^(p|h[2-6]|li)$/.test(element.localName) && text.length > 40 && !BYLINE.test(named)) continue;
      if (text.length > whole * 0.3) continue;
      if (BYLINE.test(named)) keepByline(copy, element);
      element.remove();
    }
    const captions = [...copy.body.querySelectorAll("figure, figcaption, [class]")].filter(
      (it) => /^fig/.test(it.localName) || newsmarkBlocks.CAPTION.test(namesOf(it)),
    );
    for (const element of captions.flatMap((caption) => [...caption.querySelectorAll("*")])) {
      if (CREDIT.test(namesOf(element)) || (/^(span|small|cite|em|i)$/.test(element.localName) && isCredit(flat(element.textContent)))) element.remove();
    }
    // The number of a footnote is no part of the sentence.
    for (const mark of copy.body.querySelectorAll("sup")) {
      if (/^\[?(\d{1,3}|[*†‡a-z])\]?$/.test(flat(mark.textContent)) && mark.querySelector("a")) mark.remove();
    }
  }

  /** Whether words are names and numbers alone: "Petra Lunn/Coast Radio", "3 / 6". */
  const isName = (text) =>
    /^\p{Script=Han}{2,6}(摄|攝|图|圖)$/u.test(text.trim()) ||
    text.trim().split(/[\s/|,·-]+/).every((it) => /^(\p{Lu}[\p{L}'’]*|for|and|of|the|via|by|de|van|von|\d+|)$/u.test(it));

  const withoutCredit = (block) => {
    const lines = block.text.split("\n").filter((line) => !isCredit(line));
    return { ...block, text: lines.join("\n") };
  };

  /** A caption without who took the picture, and without which of how many it is. */
  function bareCaption(block) {
    // "Women in line. | Photo Credit: S. Kulthe", "Women in line. Petra Lunn/Coast Radio"; the stop of an initial ends nothing.
    const bare = withoutCredit(block).text.replace(/\s*[|—–]\s*(photo|foto|picture|image|credit|source)\b.{0,80}$/iu, "");
    const text = bare.replace(/(?<=(?:\p{Ll}|\d|\p{Lo})[)”"’]?[.!?。！？]["”»]?)\s*([^.!?。！？"”»]{1,60})$/u, (tail, name) => (isName(name) ? "" : tail));
    return text ? { ...block, text } : null;
  }

  /** Whether a box does little else than lead to other places. */
  function isPointers(element) {
    if (!/^(div|section|ul|ol|dl)$/.test(element.localName)) return false;
    const text = flat(element.textContent);
    if (text.length > 1_500 || element.querySelector("table, figcaption")) return false;
    const linked = [...element.querySelectorAll("a")].reduce((sum, link) => sum + flat(link.textContent).length, 0);
    return linked > text.length * 0.6;
  }

  /** Notes who an element says has written the article: the names in it, where they have elements of their own. */
  function keepByline(copy, element) {
    const root = copy.documentElement;
    const text = flat(element.textContent);
    if (text.length > 200 || root.dataset.nmByline) return;
    const isPerson = (name) => name.length > 2 && name.length < 60 && /^\p{Lu}/u.test(name) && !/[\d@|]/.test(name) && !/^by\b/i.test(name);
    const parts = [...element.querySelectorAll("[rel~=author], [itemprop=name], .fn, [class*=name], a")].map((it) => flat(it.textContent));
    const names = [...new Set(parts.filter(isPerson))];
    root.dataset.nmByline = names.length && names.length < 6 ? names.join(" and ") : text;
  }

  /** The paragraphs of prose that Readability keeps, found again in the copy; nothing where it finds no article. */
  function readable(copy, blocks) {
    const prose = blocks.filter(isProse);
    const twin = copy.cloneNode(true);
    let read = null;
    try {
      read = new Readability(twin, { serializer: (element) => element }).parse();
    } catch {
      // What it cannot read is offered whole.
    }
    if (!read?.content) return null;
    const text = dense(read.content.textContent);
    const found = prose.filter((block) => text.includes(dense(block.text)));
    return found.length ? { prose: found, byline: read.byline ?? "" } : null;
  }

  /**
   * The prose under the page's own headline, where that stands in an element made for an article: of a brief among
   * longer teasers the brief.
   */
  function ownOf(copy, blocks, kept) {
    const weight = (some) => some.reduce((sum, block) => sum + block.weight, 0);
    for (const h1 of copy.querySelectorAll("h1")) {
      const own = h1.closest("article, [itemtype*=Article]");
      if (!own || own === copy.body) continue;
      const prose = blocks.filter((block) => isProse(block) && own.contains(block.element) && h1.compareDocumentPosition(block.element) & 4);
      const share = weight(kept.filter((block) => own.contains(block.element))) / weight(kept);
      // Where hardly anything of it stands there, the element is made for the headline alone.
      if (prose.length && (share >= 0.3 || (share === 0 && weight(prose) >= SHORTEST))) return prose;
    }
    return kept;
  }

  const dense = (text) => flat(text).replace(/\s+/g, "");

  /** The smallest element that holds most of these paragraphs. */
  function regionOf(prose) {
    const weights = new Map();
    const whole = prose.reduce((sum, block) => sum + block.weight, 0);
    for (const block of prose) {
      for (let it = block.element; it; it = it.parentElement) weights.set(it, (weights.get(it) ?? 0) + block.weight);
    }
    const rich = [...weights].filter(([, weight]) => weight >= whole * MOST).map(([element]) => element);
    return rich.find((element) => !rich.some((other) => other !== element && element.contains(other))) ?? null;
  }

  /** Headline, lead, and what stands between headline and article that belongs to it. */
  function headOf(copy, blocks, first, prose) {
    const before = blocks.slice(0, first);
    const at = headlineAt(before, prose);
    const heading = at >= 0 ? before[at].text.replace(/\n/g, " ") : "";
    const described = all("meta[name=description]").map((it) => flat(attribute(it, "content")))[0] ?? "";
    const authors = authorsOf();
    const head = { heading, byline: flat(copy.documentElement.dataset.nmByline ?? ""), stamp: "", blocks: [] };
    const since = at < 0 ? Math.max(0, first - 12) : Math.max(0, at - 3);
    before.slice(since).forEach((block, place) => {
      const text = block.text;
      if ((isStamp(text) || (isByline(text) && /\d/.test(text))) && !head.stamp) head.stamp = text;
      if (isByline(text) && !head.byline) head.byline = text.split("\n")[0];
      if (at < 0 || since + place <= at || isStamp(text) || isByline(text) || isFurniture(text)) return;
      const named = [block.element, block.element.parentElement, block.element.parentElement?.parentElement].filter((it) => it && it !== copy.body);
      const isNamed = named.some((it) => LEAD.test(namesOf(it)));
      if (text.length < 120 && authors.some((name) => text.includes(name))) return;
      const isNear = since + place <= at + 3;
      const isAlone = isNear && /^(text|heading)$/.test(block.kind) && block.weight >= 45 && !isCredit(text) && !named.some((it) => BYLINE.test(namesOf(it)));
      const isLead = text === described || (block.weight >= 30 && linkedShare(block) < 0.3 && (isNamed || isAlone));
      const others = before.filter((other) => other.item && other.item !== block.item && other.item.parentElement === block.item?.parentElement);
      const isPoint = block.kind === "item" && block.weight >= 20 && linkedShare(block) < 0.3 && others.length > 0;
      if (block.kind === "caption") head.blocks.push(...[bareCaption(block)].filter((it) => it));
      else if (block.kind === "row" || isLead || isPoint) head.blocks.push(block);
    });
    return head;
  }

  /** Who the page says to machines has written the article. */
  function authorsOf() {
    const names = all("meta[name=author], meta[property='article:author'], meta[name=byl]").map((it) => attribute(it, "content"));
    const walk = (data, depth) => {
      if (!data || typeof data !== "object" || depth > 5) return;
      for (const author of [data.author ?? []].flat()) names.push(String(author?.name ?? author));
      for (const inner of [Array.isArray(data) ? data : (data["@graph"] ?? [])].flat()) walk(inner, depth + 1);
    };
    for (const text of dataOf()) {
      try {
        walk(JSON.parse(text), 0);
      } catch {
        // What is no JSON tells no machine anything.
      }
    }
    return names.flatMap((name) => name.split(/,| and /)).map(flat).filter((name) => name.length > 4);
  }

  /** Where the headline stands: in an `h1`, else in the largest letters before the article. */
  function headlineAt(before, prose) {
    const h1 = before.findLastIndex((block) => block.element.closest("h1"));
    if (h1 >= 0) return h1;
    const sizeOf = (block) => Math.max(0, ...[block.element, ...block.element.querySelectorAll("*")].map((it) => Number(attribute(it, "data-nm-size")) || 0));
    const usual = Math.max(...prose.slice(0, 3).map((block) => Number(attribute(block.element, "data-nm-size")) || 16));
    let best = -1;
    const size = usual * 1.15;
    // The name of the paper may be larger, and stands further above.
    before.forEach((block, at) => {
      const own = block.text.length < 200 && block.text.length > 12 && !isStamp(block.text) ? ownSize(block, sizeOf) : 0;
      if (own >= size) best = at;
    });
    return best;
  }

  /** The size of a block's letters: of what it stands in, where that is its own. */
  function ownSize(block, sizeOf) {
    const inner = [...block.element.querySelectorAll("[data-nm-size]")].filter((it) => block.text.includes(flat(it.textContent)) && flat(it.textContent).length > 8);
    if (inner.length) return Math.max(...inner.map((it) => Number(attribute(it, "data-nm-size"))));
    return flat(block.element.textContent) === flat(block.text) ? sizeOf(block) : 0;
  }

  /** The region's blocks without its furniture. */
  function bodyOf(blocks, inRegion, first, head) {
    const start = inRegion.indexOf(blocks[first]);
    const last = inRegion.findLastIndex(isProse);
    const shapes = new Set(inRegion.filter(isProse).map(shapeOf));
    const texts = inRegion.map((block) => dense(block.text));
    const headTexts = new Set(head.blocks.map((block) => block.text));
    const kept = inRegion.filter((block, at) => {
      const { text, kind } = block;
      if (headTexts.has(text) || isFurniture(text) || isStamp(text) || isCredit(text)) return false;
      if (isByline(text) && (at <= start || (kind === "text" && !/[.!?]$/.test(text)))) return false;
      if (at < start) {
        return head.heading === "" ? false : kind === "heading" && !block.element.closest("h1") && flat(text) !== head.heading;
      }
      if (kind === "row" || kind === "caption") return true;
      if (kind === "heading") return linkedShare(block) < 0.8;
      if (kind === "item") return linkedShare(block) < 0.8;
      if (linkedShare(block) > 0.6 && text.length < 200) return false;
      // What only repeats a sentence of the article was set large to be seen.
      const isPulled = /pull/i.test(namesOf(block.element) + namesOf(block.element.parentElement)) || kind === "quote";
      if (isPulled && texts.some((other, place) => place !== at && other.length > texts[at].length && other.includes(dense(text.replace(/["“”]/g, ""))))) return false;
      const isSentence = /[.!?:;…。！？"”»]$/.test(text) && at < last;
      return isProse(block) || isSentence || /^(p|dt|dd)$/.test(block.element.localName) || kind === "quote" || shapes.has(shapeOf(block));
    });
    const bare = kept.map((block) => (block.kind === "caption" ? bareCaption(block) : withoutCredit(block))).filter((block) => block);
    while (bare.length && isTail(bare.at(-1))) bare.pop();
    // A heading over nothing, and a list of pointers at the end, are what led elsewhere.
    return bare.filter((block, at) => {
      if (block.kind !== "heading") return true;
      const next = bare[at + 1];
      return next !== undefined && next.kind !== "caption";
    });
  }

  /** Whether a block at the end leads to what is no part of the article any more. */
  const isTail = ({ kind, text, weight }) => kind === "heading" || (kind === "text" && weight < 40 && !/[.!?…。！？"”»)]$/.test(text));

  const shapeOf = ({ element }) => `${element.localName}.${attribute(element, "class").split(" ")[0]}`;

  /** How much speaks for an article. */
  function evidence(head, article, blocks) {
    const prose = article.filter(isProse).length;
    const meta = (name) => attribute(all(`meta[property='${name}'], meta[name='${name}']`)[0] ?? newsmarkPage.root(), "content");
    const isArticle = dataOf().some((text) => /"@type"\s*:\s*\[?\s*("[^"\]]*"\s*,\s*)*"[A-Za-z]*(Article|Posting|Report)"/.test(text));
    const weight = (some) => some.reduce((sum, block) => sum + block.weight, 0);
    const teasers = all("article").length;
    // Of teasers each has a headline that leads to it.
    const leads = blocks.filter((block) => block.kind === "heading" && linkedShare(block) > 0.8).length;
    const isIndex = dataOf().some((text) => /"@type"\s*:\s*"(CollectionPage|SearchResultsPage|ProfilePage|ItemList)"/.test(text));
    const asks = all("input[type=password]").some((it) => Element.prototype.checkVisibility.call(it));
    return (
      (isArticle ? 2 : 0) +
      (meta("og:type") === "article" ? 2 : 0) +
      (meta("article:published_time") ? 1 : 0) +
      (head.heading ? 1 : 0) +
      (head.byline || head.stamp ? 1 : 0) +
      (prose >= 3 ? 2 : prose) -
      (meta("og:type") === "website" ? 1 : 0) -
      (/^\/(index\.\w+|home)?$/.test(location.pathname) ? 2 : 0) -
      (weight(article) < weight(blocks) * 0.3 ? 1 : 0) -
      (teasers > 4 && prose < teasers ? 3 : 0) -
      (leads > 2 && leads >= prose ? 3 : 0) -
      (isIndex && !isArticle ? 2 : 0) -
      (asks && weight(article) < 1_500 ? 3 : 0)
    );
  }

  return { dataOf, find };
})();
