// In the extension's own tab of Newsmark: hands over what was taken from a page, and gives that page its marks.
//
// The program knows nothing of extensions. It listens for files that are dropped, for `newsmark-place` with the text of a
// page, to which it answers `newsmark-placed` with the marks, and for `newsmark-page-gone`; and tells `newsmark-doubts` and
// `newsmark-show-on-page`, each with the article's id (src/ui/desk/pages.rs).

(() => {
  "use strict";

  const api = globalThis.browser ?? globalThis.chrome;
  if (!api?.runtime?.id) return;

  let listens = false;
  let waiting = null;
  /** The tab with the page, and the article that was taken from it. */
  let page = null;
  let article = null;
  let isArriving = false;

  const own = api.tabs.getCurrent().then((tab) => tab.id);
  own.then(async (id) => {
    const key = `page ${id}`;
    page ??= (await api.storage.session.get(key))[key] ?? null;
    if (page !== null) document.documentElement.setAttribute("data-on-page", "");
  });

  const taken = new URLSearchParams(location.search).get("taken");
  if (taken) {
    history.replaceState(null, "", location.pathname + location.hash);
    take(taken);
  }

  window.addEventListener("newsmark-listens", () => {
    listens = true;
    if (waiting !== null) give();
  });
  window.addEventListener("newsmark-doubts", ({ detail }) => {
    const [id, doubts] = detail.split(" ");
    if (isArriving) {
      article = id;
      isArriving = false;
      sessionStorage.setItem("newsmark article", id);
    }
    article ??= sessionStorage.getItem("newsmark article");
    if (id === article) api.runtime.sendMessage({ doubts: Number(doubts) }).catch(() => {});
  });
  window.addEventListener("newsmark-show-on-page", async ({ detail }) => {
    const isThere = detail === article && (await api.runtime.sendMessage({ show: true }));
    if (!isThere) window.dispatchEvent(new Event("newsmark-page-gone"));
  });
  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id) return;
    // A second press on the page's button.
    if (message.take) own.then((id) => id === message.to && take(message.take));
    // The page asks where its marks are (show.js).
    if (typeof message.place === "string" && sender.tab?.id === page) answer(placed(message.place));
  });

  /** Takes what waits under that name, once. */
  async function take(id) {
    const key = `taken ${id}`;
    const found = (await api.storage.session.get(key))[key];
    await api.storage.session.remove(key);
    if (!found) return;
    page = found.page;
    document.documentElement.setAttribute("data-on-page", "");
    await api.storage.session.set({ [`page ${await own}`]: page });
    waiting = found.html;
    if (listens) give();
  }

  /** Gives it to the program as if it had been dropped. */
  function give() {
    isArriving = true;
    const data = new DataTransfer();
    data.items.add(new File([waiting], "page.html", { type: "text/html" }));
    waiting = null;
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  }

  function placed(text) {
    let marks = "";
    const hear = ({ detail }) => (marks = detail);
    window.addEventListener("newsmark-placed", hear);
    window.dispatchEvent(new CustomEvent("newsmark-place", { detail: text }));
    window.removeEventListener("newsmark-placed", hear);
    return marks ? JSON.parse(marks) : null;
  }
})();
