// Reads HTML that was copied from another page into a document that belongs to no window: nothing in it runs, nothing is
// fetched, and only its text is looked at. Browsers that have Trusted Types let this script alone parse.
(() => {
  "use strict";
  const policy = window.trustedTypes?.createPolicy("newsmark-reading", { createHTML: (html) => html });
  Object.defineProperty(window, "newsmarkParse", {
    value: (html) => new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html"),
  });
})();
