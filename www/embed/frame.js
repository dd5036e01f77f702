// The frame's side of the message protocol, when this page is shown inside another one
// that is named in its address: ?host=https://portal.example (more than once for more).
// Without a host nothing listens. What comes from another origin or window is not
// answered; what is answered goes to the origin that asked, and to nobody else.
function goujiFrame() {
  'use strict';
  var CAP = 8 * 1024 * 1024, WAITING = 32, NOTHING = {};
  var hosts = [];
  location.search.slice(1).split('&').forEach(function (pair) {
    if (pair.slice(0, 5) !== 'host=') { return; }
    try {
      var named = decodeURIComponent(pair.slice(5).replace(/\+/g, ' '));
      // Only a whole origin, written as the browser writes it: no wildcard, no path, no "null".
      if (/^https?:/.test(named) && new URL(named).origin === named) { hosts.push(named); }
    } catch (error) { /* It names no origin. */ }
  });
  if (hosts.length === 0 || window.parent === window) { return; }

  var queue = [];

  function post(origin, id, message) {
    message.gouji = 1;
    message.id = id === undefined ? null : id;
    window.parent.postMessage(message, origin);
  }

  function refuse(origin, id, why) { post(origin, id, { type: 'error', message: why }); }

  // What the host may ask for: nothing that is not in the contract, and no objects.
  function options(given) {
    var taken = {};
    if (given === undefined || given === null) { return taken; }
    if (typeof given !== 'object') { return NOTHING; }
    ['lang', 'previous', 'profile', 'name'].forEach(function (name) {
      if (given[name] === undefined || given[name] === null) { return; }
      if (typeof given[name] !== 'string' || given[name].length > CAP) { taken = NOTHING; }
      if (taken !== NOTHING) { taken[name] = given[name]; }
    });
    return taken;
  }

  // One check at a time and the page's own work between them, so that a flood of
  // messages does not freeze the page.
  function next() {
    var asked = queue[0];
    if (!asked) { return; }
    try {
      post(asked.origin, asked.id, { type: 'result', result: window.gouji.check(asked.text, asked.options) });
    } catch (error) {
      refuse(asked.origin, asked.id, String(error && error.message || error));
      if (error instanceof WebAssembly.RuntimeError) { window.goujiRestart(); }
    }
    queue.shift();
    setTimeout(next, 0);
  }

  window.addEventListener('message', function (event) {
    var message = event.data;
    if (event.source !== window.parent || hosts.indexOf(event.origin) < 0) { return; }
    if (typeof message !== 'object' || message === null || typeof message.gouji !== 'number') { return; }
    var id = message.id;
    if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number') { return; }
    if (typeof id === 'string' && id.length > 200) { return; }
    if (message.gouji !== 1) {
      refuse(event.origin, id, 'version ' + message.gouji + ' of the protocol is not known; this page speaks 1');
    } else if (message.type === 'hello') {
      post(event.origin, id, { type: 'ready' });
    } else if (message.type !== 'check') {
      refuse(event.origin, id, 'type must be "hello" or "check"');
    } else if (typeof message.text !== 'string') {
      refuse(event.origin, id, 'text must be a string');
    } else if (new Blob([message.text]).size > CAP) {
      refuse(event.origin, id, 'the text is longer than 8 MiB in UTF-8');
    } else if (options(message.options) === NOTHING) {
      refuse(event.origin, id, 'options must be an object of strings');
    } else if (queue.length >= WAITING) {
      refuse(event.origin, id, 'busy: ' + WAITING + ' checks are waiting');
    } else {
      queue.push({ origin: event.origin, id: id, text: message.text, options: options(message.options) });
      if (queue.length === 1) { setTimeout(next, 0); }
    }
  });

  // The host need not ask again and again: it is told once. Only the host named gets it.
  hosts.forEach(function (origin) { post(origin, null, { type: 'ready' }); });
}
