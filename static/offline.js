// Installs the service worker (sw.js), which keeps the page working without a server, and tells the
// page when a new version waits: an event `newsmark-update`, and `data-update` for when it comes
// before the program listens. The page answers `newsmark-reload` when
// the person wants it. Nothing is taken from under a page that is open.

(function () {
  "use strict";

  // Not from a folder, nor where the browser has none, as in private windows of some.
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) {
    return;
  }
  var workers = navigator.serviceWorker;
  var waiting = null;
  var asked = false;

  // Where the browser has Trusted Types, the page may load one script: this one.
  var script = "sw.js";
  if (window.trustedTypes) {
    script = window.trustedTypes
      .createPolicy("newsmark", {
        createScriptURL: function () {
          return "sw.js";
        },
      })
      .createScriptURL("");
  }

  window.addEventListener("load", function () {
    workers.register(script, { updateViaCache: "none" }).then(watch, function () {
      // Without it the page works as long as the server does.
    });
  });
  window.addEventListener("newsmark-reload", function () {
    if (waiting) {
      asked = true;
      waiting.postMessage("take over");
    }
  });
  workers.addEventListener("controllerchange", function () {
    if (asked) {
      location.reload();
    }
  });

  function watch(registration) {
    offer(registration.waiting);
    registration.addEventListener("updatefound", function () {
      var worker = registration.installing;
      if (worker) {
        worker.addEventListener("statechange", function () {
          offer(registration.waiting);
        });
      }
    });
  }

  /** A worker that waits while another is in charge is a new version. */
  function offer(worker) {
    if (worker && workers.controller) {
      waiting = worker;
      document.documentElement.setAttribute("data-update", "");
      window.dispatchEvent(new Event("newsmark-update"));
    }
  }
})();
