// Files that come to the installed app from outside: opened with it, or shared to it. The page takes
// them as if they had been dropped on it, once it listens (event `newsmark-listens`).

(function () {
  "use strict";

  var listens = false;
  var waiting = [];

  window.addEventListener("newsmark-listens", function () {
    listens = true;
    waiting.splice(0).forEach(give);
  });
  if ("launchQueue" in window) {
    window.launchQueue.setConsumer(function (launch) {
      (launch.files || []).forEach(function (handle) {
        // A file that has gone meanwhile is nothing to open.
        handle.getFile().then(take, function () {});
      });
    });
  }
  if (location.search === "?shared" && "caches" in window) {
    receive();
  }

  /** Takes what the service worker has put aside (see `keepShared` in sw.js), which is then done with. */
  async function receive() {
    history.replaceState(null, "", location.pathname);
    var name = "newsmark " + new URL("./", location.href).pathname + " shared";
    var cache = await caches.open(name);
    for (var request of await cache.keys()) {
      var response = await cache.match(request);
      var title = decodeURIComponent(response.headers.get("x-name"));
      take(new File([await response.blob()], title));
    }
    await caches.delete(name);
  }

  function take(file) {
    if (listens) {
      give(file);
    } else {
      waiting.push(file);
    }
  }

  function give(file) {
    var data = new DataTransfer();
    data.items.add(file);
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  }
})();
