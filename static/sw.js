// Keeps the page working without a server: all of its files, and only those, are in a cache.
//
// `cargo xtask build` writes the list. A version is the digest of its list, so one file that changes
// makes a new version. It is fetched whole and checked beside the one in use, and waits: pages that
// are open keep the version they were opened with, until the person reloads.

"use strict";

/** Every file of this version: its name, and the SHA-256 of its bytes. */
const FILES = [/* FILES */];

/** Caches of this installation; another folder of the same server has its own. */
const OURS = `newsmark ${new URL("./", location.href).pathname} `;

/** Where files wait that were shared to the app, until the page takes them (arrivals.js). */
const SHARED = `${OURS}shared`;

const digest = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const version = async () => digest(new TextEncoder().encode(JSON.stringify(FILES)));
const cacheName = async () => OURS + (await version());

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const folder = new URL("./", location.href);
  if (url.origin !== folder.origin || !url.pathname.startsWith(folder.pathname)) return;
  const name = url.pathname.slice(folder.pathname.length) || "index.html";
  // What is shared goes to the page and not to the server.
  if (event.request.method === "POST" && name === "share") event.respondWith(keepShared(event.request));
  if (event.request.method !== "GET") return;
  if (FILES.some(([file]) => file === name)) event.respondWith(answer(event.request, name));
});

async function install() {
  const cache = await caches.open(await cacheName());
  await Promise.all(FILES.map(async ([file, sum]) => {
    // Files are named by their bytes, but index.html is not: never from the browser's own cache.
    const response = await fetch(file, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${file}: status ${response.status}`);
    const bytes = await response.clone().arrayBuffer();
    // A server that is being updated may have files of two versions.
    if ((await digest(bytes)) !== sum) throw new Error(`${file} is of another version`);
    await cache.put(file, response);
  }));
}

async function activate() {
  const current = await cacheName();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== current && name !== SHARED).map((name) => caches.delete(name)));
  await clients.claim();
}

/** Puts aside what another app has shared, and opens the page, which takes it. */
async function keepShared(request) {
  const form = await request.formData();
  const text = (name) => (typeof form.get(name) === "string" ? form.get(name).trim() : "");
  const files = form.getAll("files").filter((file) => file instanceof File);
  const written = [text("text"), text("url")].filter((part) => part).join("\n\n");
  if (written) files.push(new File([written], `${text("title") || "Shared"}.txt`));
  const cache = await caches.open(SHARED);
  await Promise.all(files.map((file, at) => {
    const headers = { "x-name": encodeURIComponent(file.name) };
    return cache.put(new URL(`share/${at}`, location.href), new Response(file, { headers }));
  }));
  return Response.redirect("./?shared", 303);
}

async function answer(request, name) {
  const cache = await caches.open(await cacheName());
  // Where the browser has cleared the cache, the server may still be there.
  return (await cache.match(new URL(name, location.href))) ?? fetch(request);
}
