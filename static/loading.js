// What the page shows while the program loads, and when it cannot start.
//
// This is a classic script, so that it runs even where modules or WebAssembly do not. It ends its
// work as soon as the program runs.

(function () {
  "use strict";

  var running = false;
  var failed = false;

  window.newsmarkLoading = { progress: progress, done: done, fail: fail };

  if (typeof WebAssembly !== "object" || !("noModule" in HTMLScriptElement.prototype)) {
    whenReady(function () {
      fail(
        "This browser has no WebAssembly, or it is switched off.",
        "Use a current version of Firefox, Chrome, Edge or Safari, and allow WebAssembly."
      );
    });
  }

  // A script that does not arrive reports here, and so does an error while it starts.
  window.addEventListener("error", onError, true);
  window.addEventListener("unhandledrejection", onRejection);

  function onError(event) {
    if (event.target instanceof HTMLScriptElement && location.protocol === "file:") {
      fail(
        "Browsers do not run programs of this kind straight from a folder.",
        "Serve the folder with any web server and open its address, or open newsmark.html, the page in one file."
      );
    } else if (event.target instanceof HTMLScriptElement) {
      fail("A part of the program did not arrive.", null, event.target.src);
    } else if (event.message) {
      fail("The program stopped while it was starting.", null, event.message);
    }
  }

  function onRejection(event) {
    fail("The program did not arrive whole.", null, String(event.reason));
  }

  /** Shows how much of the program has arrived. */
  function progress(current, total) {
    var bar = document.querySelector("#loading progress");
    if (bar && total > 0) {
      bar.max = total;
      bar.value = Math.min(current, total);
    }
  }

  /** The program runs, and draws itself over what is here. */
  function done() {
    running = true;
    window.removeEventListener("error", onError, true);
    window.removeEventListener("unhandledrejection", onRejection);
  }

  /** Says that the program cannot start, why, what to do, and the browser's own words. */
  function fail(why, advice, detail) {
    if (running || failed) {
      return;
    }
    failed = true;
    removeLoading();
    var box = document.createElement("div");
    box.id = "failure";
    box.setAttribute("role", "alert");
    box.append(
      element("h1", "Newsmark could not start"),
      element("p", why),
      element("p", advice || "Check the connection and load the page again."),
      element("p", "Articles that this browser has saved stay saved.")
    );
    if (detail) {
      box.append(element("pre", detail));
    }
    document.body.append(box);
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function removeLoading() {
    var loading = document.getElementById("loading");
    if (loading) {
      loading.remove();
    }
  }

  function whenReady(then) {
    if (document.body) {
      then();
    } else {
      document.addEventListener("DOMContentLoaded", then);
    }
  }
})();
