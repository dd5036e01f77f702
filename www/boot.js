// Starts the module that lies in this page, and keeps the page in one clean file.
(function () {
  'use strict';
  var root = document.documentElement;

  // What the page drew for its user. A saved copy carries it; it goes before anything is shown.
  var HOSTS = '.host, #live, #failure-detail';
  function empty(tree) {
    tree.querySelectorAll(HOSTS).forEach(function (host) { host.textContent = ''; });
    tree.querySelectorAll('#failure, #failure p[id], #failure-copy').forEach(function (part) {
      if (part.id !== 'failure-detail') { part.hidden = true; }
    });
  }
  empty(document);

  // The page as it was delivered: this document without what was drawn into it.
  window.goujiPage = function () {
    var copy = root.cloneNode(true);
    empty(copy);
    ['data-ready', 'data-checks', 'data-failed', 'data-filled', 'data-theme', 'data-pane'].forEach(function (name) {
      copy.removeAttribute(name);
    });
    copy.setAttribute('lang', 'zh');
    copy.querySelector('#source').removeAttribute('readonly');
    copy.querySelectorAll('[style]').forEach(function (element) { element.removeAttribute('style'); });
    return '<!doctype html>\n' + copy.outerHTML + '\n';
  };

  window.goujiSave = function () {
    var url = URL.createObjectURL(new Blob([window.goujiPage()], { type: 'text/html' }));
    var link = document.createElement('a');
    link.href = url;
    link.download = 'gouji.html';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  };

  // The browser would save what is shown, the user's figures with it; this saves the page alone.
  document.addEventListener('keydown', function (event) {
    var key = (event.key || '').toLowerCase();
    if (key === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      window.goujiSave();
    }
  });

  try {
    var text = atob(document.getElementById('wasm').textContent.trim());
    var bytes = new Uint8Array(text.length);
    for (var i = 0; i < bytes.length; i += 1) { bytes[i] = text.charCodeAt(i); }
    wasm_bindgen({ module_or_path: bytes }).catch(function (error) { window.goujiFail(error); });
  } catch (error) {
    window.goujiFail(error);
  }
}());
