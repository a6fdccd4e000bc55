// What happens when the button is pressed: the page of the tab is read, and opened in a tab of Newsmark beside it.
//
// Nothing is kept here, since browsers end this script whenever it has nothing to do. What was taken waits in the
// session's storage, which no page can read, until the tab of Newsmark takes it (bridge.js); so does which tab of Newsmark
// belongs to which page:
//
//   "taken ID" = { html, page: the tab with the page }        "page TAB of Newsmark" = the tab with the page

"use strict";

const api = globalThis.browser ?? globalThis.chrome;

/** Read into the page one after the other, in a world of scripts of their own. */
const READERS = ["readability.js", "page.js", "blocks.js", "article.js", "take.js"];
/** How long frames may take that have not loaded, in milliseconds. */
const PATIENCE = 3_000;
/** How long to wait before a tab that could not be read is read again, in milliseconds. */
const MOMENT = 60;

api.action.onClicked.addListener((tab) => annotate(tab));

api.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== api.runtime.id || !sender.tab) return undefined;
  if (message.open) openNewsmark(sender.tab.id);
  if ("doubts" in message) setBadge(sender.tab.id, message.doubts);
  if (!message.show) return undefined;
  showOnPage(sender.tab.id).then(answer);
  return true;
});

/** Takes what is to be read in a tab and opens it. */
async function annotate(tab) {
  if (tab.url?.startsWith(api.runtime.getURL(""))) return;
  const id = crypto.randomUUID();
  await api.storage.session.set({ [`taken ${id}`]: { html: await take(tab), page: tab.id } });
  const beside = await newsmarkOf(tab.id);
  if (beside !== null) {
    await api.tabs.update(beside, { active: true });
    // A tab that is just being loaded asks for it itself.
    await api.runtime.sendMessage({ take: id, to: beside }).catch(() => {});
    return;
  }
  await api.tabs.create({ url: api.runtime.getURL(`index.html?taken=${id}`), index: tab.index + 1, openerTabId: tab.id });
}

/** The HTML of what there is to be read in a tab. */
async function take(tab) {
  let own;
  try {
    own = await run({ tabId: tab.id });
  } catch {
    return closed(tab);
  }
  const isFound = (it) => Boolean(it?.kind) && it.kind !== "text" && it.kind !== "closed";
  if (isFound(own[0])) return own[0].html;
  // The article may stand in a frame of the page.
  const framed = await Promise.race([
    run({ tabId: tab.id, allFrames: true }).catch(() => []),
    new Promise((resolve) => setTimeout(resolve, PATIENCE, [])),
  ]);
  const found = framed.filter(isFound).sort((a, b) => b.html.length - a.html.length)[0];
  return (found ?? own[0])?.html ?? closed(tab);
}

/** Reads a tab. The leave that a press gives may reach the page's own process a moment later than this script. */
async function run(target, tries = 5) {
  try {
    const results = await api.scripting.executeScript({ target, files: READERS });
    return results.map(({ result }) => result);
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    return run(target, tries - 1);
  }
}

function closed(tab) {
  const kind = tab.url?.startsWith("file:") ? "closed-file" : "closed";
  return `<!doctype html><meta name="newsmark:taken" content="${kind}">`;
}

/** The tab of Newsmark that belongs to a page, if it is still there. */
async function newsmarkOf(page) {
  for (const [key, value] of Object.entries(await api.storage.session.get(null))) {
    const id = Number(key.match(/^page (\d+)$/)?.[1]);
    if (value !== page || !Number.isInteger(id)) continue;
    try {
      await api.tabs.get(id);
      return id;
    } catch {
      await api.storage.session.remove(key);
    }
  }
  return null;
}

const pageOf = async (newsmark) => (await api.storage.session.get(`page ${newsmark}`))[`page ${newsmark}`] ?? null;

/** Has the page show the marks; says whether it is there. The script asks the tab of Newsmark for them itself (show.js). */
async function showOnPage(newsmark) {
  const page = await pageOf(newsmark);
  try {
    await api.scripting.insertCSS({ target: { tabId: page }, files: ["show.css"] });
    await api.scripting.executeScript({ target: { tabId: page }, files: ["page.js", "show.js"] });
    await api.tabs.update(page, { active: true });
    return true;
  } catch {
    return false;
  }
}

async function openNewsmark(page) {
  const newsmark = await newsmarkOf(page);
  if (newsmark !== null) await api.tabs.update(newsmark, { active: true });
}

async function setBadge(newsmark, doubts) {
  const page = await pageOf(newsmark);
  if (page === null) return;
  try {
    await api.action.setBadgeBackgroundColor({ tabId: page, color: "#9a3412" });
    await api.action.setBadgeText({ tabId: page, text: doubts > 0 ? String(doubts) : "" });
  } catch {
    // The tab has gone.
  }
}
