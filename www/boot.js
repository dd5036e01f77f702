// Starts the modules that lie in this page, and keeps the page in one clean file.
/* global goujiBytes, goujiCore, goujiFilesModule, goujiFrame, goujiPageModule */
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
    ['data-offline', 'data-ready', 'data-checks', 'data-failed', 'data-filled', 'data-theme', 'data-pane', 'data-drop',
      'data-typing', 'data-previous'].forEach(function (name) {
      copy.removeAttribute(name);
    });
    copy.setAttribute('lang', 'zh');
    copy.querySelectorAll('link[rel=manifest]').forEach(function (link) { link.remove(); });
    copy.querySelector('#update').hidden = true;
    copy.querySelector('#source').removeAttribute('readonly');
    copy.querySelectorAll('canvas').forEach(function (element) { element.removeAttribute('width'); element.removeAttribute('height'); });
    return '<!doctype html>\n' + copy.outerHTML + '\n';
  };

  window.goujiSave = function () {
    window.goujiDownload('gouji.html', 'text/html', window.goujiPage());
  };
  // What the page hands out as a text file.
  window.goujiSaveText = function (name, text) {
    window.goujiDownload(name, 'text/plain', text);
  };

  // What was asked for since the page was opened, as the browser has it.
  window.goujiRequests = function () {
    var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType('resource') : [];
    return entries.map(function (entry) { return entry.name; }).filter(function (name) {
      return !/^data:/.test(name);
    }).join('\n');
  };

  // The browser would save what is shown, the user's figures with it; this saves the page alone.
  document.addEventListener('keydown', function (event) {
    var key = (event.key || '').toLowerCase();
    if (key === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      window.goujiSave();
    }
  });

  // A module that lies in this page, compiled.
  function compiled(id) {
    var data = document.getElementById(id);
    return WebAssembly.compile(goujiBytes(data.textContent, Number(data.getAttribute('data-size'))));
  }

  // The core, and the page that calls it. The core can fail and the page go on: then
  // the same compiled module is started afresh, with nothing left of the failed one.
  var core;
  function startCore() {
    var fresh = goujiCore();
    return core.then(function (module) {
      return fresh({ module_or_path: module });
    }).then(function () {
      fresh.read_prose(document.getElementById('prose').textContent);
      window.gouji = fresh;
    });
  }
  window.goujiRestart = function () { startCore().catch(window.goujiFail); };

  // What reads files, started when the first one comes; after a failure the next file has
  // a fresh one.
  var files;
  window.goujiFiles = function () {
    files = files || compiled('files').then(function (module) {
      var fresh = goujiFilesModule();
      return fresh({ module_or_path: module }).then(function () { return fresh; });
    });
    return files;
  };
  // What a file or the clipboard's HTML holds is told to `then`; null when the reader
  // failed on it.
  function ask(question, then) {
    window.goujiFiles().then(question).catch(function () { files = undefined; return null; }).then(then);
  }
  // The reader that has an archive open, and the archive.
  var opener, archive;
  function opened(reader, bytes) {
    opener = reader;
    archive = bytes;
    return reader.open(bytes);
  }
  window.goujiOpen = function (bytes, then) {
    ask(function (reader) { return opened(reader, bytes); }, then);
  };
  // A file of an archive; a reader that has not got it open, as after a failure, opens it.
  window.goujiReadAt = function (bytes, index, then) {
    ask(function (reader) {
      if (opener !== reader || archive !== bytes) { opened(reader, bytes); }
      return reader.read_at(index);
    }, then);
  };
  // The last file of an archive was read.
  window.goujiShut = function () { opener = archive = undefined; };
  window.goujiClipboard = function (markup, then) {
    ask(function (reader) { return reader.clipboard(markup) || null; }, then);
  };

  // Served as a page of its own, it is kept for the time without a network (`sw.js`) and
  // can be installed. A copy of it has no such file beside it and does not ask for one.
  function keep() {
    var worker = root.getAttribute('data-offline');
    if (!worker || !/^https?:$/.test(location.protocol) || window.parent !== window) { return; }
    try {
      var trusted = window.trustedTypes && window.trustedTypes.createPolicy('gouji', {
        createScriptURL: function (url) {
          if (url !== worker) { throw new TypeError('Only the worker of this page.'); }
          return url;
        }
      });
      navigator.serviceWorker.register(trusted ? trusted.createScriptURL(worker) : worker).then(function (registration) {
        var link = document.createElement('link');
        link.rel = 'manifest';
        link.href = 'manifest.webmanifest';
        document.head.appendChild(link);
        function tell() {
          if (!registration.waiting || !navigator.serviceWorker.controller) { return; }
          document.getElementById('update').hidden = false;
        }
        tell();
        registration.addEventListener('updatefound', function () {
          registration.installing.addEventListener('statechange', tell);
        });
        document.getElementById('update-now').addEventListener('click', function () {
          navigator.serviceWorker.addEventListener('controllerchange', function () { location.reload(); });
          registration.waiting.postMessage('take over');
        });
      }).catch(function () { /* It is not offered there; the page works all the same. */ });
    } catch (error) { /* The browser has no such thing, or not here. */ }
  }

  try {
    core = compiled('core');
    Promise.all([compiled('page'), startCore()]).then(function (parts) {
      return goujiPageModule()({ module_or_path: parts[0] });
    }).then(function () {
      goujiFrame();
      keep();
    }).catch(window.goujiFail);
  } catch (error) {
    window.goujiFail(error);
  }
}());
