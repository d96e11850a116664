{% load static %}// Answers in the network's place for the page of the visit, and for nothing else: its scope is that page's address.
// What it keeps holds nothing about anybody: the frame of the page and its files. The cases lie encrypted in the
// page's own store; when their time is up they are erased here before the page is opened.
const FRAME = "{% url 'reviews:visit' %}";
const FILES = "{% get_static_prefix %}";
const KEPT = "kollegium-visit-frame";
const STORE = "kollegium-visit";
const PATIENCE = 4000;

const addressesIn = (text, base) => {
  const named = [...text.matchAll(/(?:href|src)="([^"]+)"/g), ...text.matchAll(/url\("?([^")]+)"?\)/g)];
  const imported = [...text.matchAll(/from\s*"(\.[^"]+)"/g)];
  return [...named, ...imported]
    .map(([, address]) => new URL(address.replaceAll("&amp;", "&"), base))
    .filter((address) => address.origin === location.origin && address.pathname.startsWith(FILES))
    .map((address) => address.pathname);
};

const keepFile = async (cache, address, seen) => {
  if (seen.has(address)) return;
  seen.add(address);
  const response = await fetch(address);
  if (!response.ok) return;
  await cache.put(address, response.clone());
  if (/\.(css|js)$/.test(address)) {
    const text = await response.text();
    await Promise.all(addressesIn(text, response.url).map((next) => keepFile(cache, next, seen)));
  }
};

const keepFrame = async (response) => {
  const cache = await caches.open(KEPT);
  const text = await response.clone().text();
  const seen = new Set();
  await Promise.all(addressesIn(text, response.url).map((address) => keepFile(cache, address, seen)));
  await cache.put(FRAME, response);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== FRAME && !seen.has(pathname)) await cache.delete(request);
  }
};

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const eraseWhatHasEnded = async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === STORE)) return;
  const store = await asked(indexedDB.open(STORE));
  try {
    if (!store.objectStoreNames.contains("keys")) return;
    const copy = await asked(store.transaction("keys").objectStore("keys").get("copy"));
    if (!copy || copy.endsAt > Date.now()) return;
    const change = store.transaction(["keys", "records"], "readwrite");
    change.objectStore("keys").clear();
    change.objectStore("records").clear();
  } finally {
    store.close();
  }
};

const frame = async (event) => {
  await eraseWhatHasEnded().catch(() => {});
  const cached = await caches.match(FRAME);
  const fresh = fetch(event.request).then((response) => {
    if (response.ok && !response.redirected) event.waitUntil(keepFrame(response.clone()));
    return response;
  });
  if (!cached) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, cached));
  return Promise.race([fresh.then((response) => (response.status < 500 ? response : cached)), late]).catch(() => cached);
};

const file = async (request) => (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fetch(FRAME, { cache: "reload" }).then(keepFrame));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (event.request.mode === "navigate" && pathname === FRAME) event.respondWith(frame(event));
  else if (pathname.startsWith(FILES)) event.respondWith(file(event.request));
});
