// Keeps the page for the time without a network. The page is one file, so that two
// versions are never mixed: what is shown is all of one cache, and a new version waits
// until the page asks for it or its last window is closed.
'use strict';
const CACHE = 'gouji-<!--gouji:version-->';
const FILES = ['./', 'manifest.webmanifest', 'icon.svg'];

self.addEventListener('install', (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

self.addEventListener('activate', (event) => {
  const others = (names) => names.filter((name) => name.startsWith('gouji-') && name !== CACHE);
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') { self.skipWaiting(); }
});

self.addEventListener('fetch', (event) => {
  const scope = new URL('./', self.location.href);
  const asked = new URL(event.request.url);
  if (event.request.method !== 'GET' || asked.origin !== scope.origin) { return; }
  const path = asked.pathname === scope.pathname + 'index.html' ? scope.pathname : asked.pathname;
  const file = FILES.map((name) => new URL(name, scope)).find((url) => url.pathname === path);
  if (!file) { return; }
  event.respondWith(caches.open(CACHE)
    .then((cache) => cache.match(file.href))
    .then((kept) => kept || fetch(event.request)));
});
