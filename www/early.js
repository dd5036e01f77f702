// Runs before anything is drawn, in any browser: plain ES5.
(function () {
  'use strict';
  var root = document.documentElement;

  // A saved copy carries the marks of the page it was saved from; until the page
  // is ready again, what was drawn for them stays hidden.
  ['data-ready', 'data-checks', 'data-failed', 'data-filled'].forEach(function (name) {
    root.removeAttribute(name);
  });

  function show(id) {
    var element = document.getElementById(id);
    if (element) { element.hidden = false; }
  }

  // The text is in the text area, or, when it is too long for one, kept by the page.
  function copyText() {
    var area = document.getElementById('source');
    if (window.goujiHeld !== undefined && window.goujiHeld !== null) {
      area.readOnly = false;
      area.value = window.goujiHeld;
    }
    area.focus();
    area.select();
    document.execCommand('copy');
  }

  // After a trap the module is dead: all that is left to do is done here, without it.
  function fail(detail) {
    if (root.hasAttribute('data-failed')) { return; }
    var running = root.hasAttribute('data-ready');
    root.setAttribute('data-failed', '');
    show('failure');
    show(running ? 'failure-inside' : 'failure-old');
    var line = document.getElementById('failure-detail');
    if (line) { line.textContent = String(detail || ''); }
    var button = document.getElementById('failure-copy');
    if (button && running) {
      button.hidden = false;
      button.addEventListener('click', copyText);
    }
  }

  window.goujiFail = fail;
  window.addEventListener('error', function (event) {
    var error = event.error;
    var trap = typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
    // Before the page is ready any error is fatal; afterwards only a trap is.
    if (trap || !root.hasAttribute('data-ready')) { fail(event.message); }
  });
  window.addEventListener('unhandledrejection', function (event) {
    var reason = event.reason;
    if (typeof WebAssembly === 'object' && reason instanceof WebAssembly.RuntimeError) {
      fail(reason.message);
    }
  });
}());
