// What the page hands out: files, and words for the clipboard. Nothing is sent anywhere.
(function () {
  'use strict';

  // Hands out a file of `content`, words or bytes. False where the browser cannot.
  window.goujiDownload = function (name, type, content) {
    try {
      var url = URL.createObjectURL(new Blob([content], { type: type }));
      var link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
      return true;
    } catch (error) {
      return false;
    }
  };

  // The place of each of some names in the order in which a person looks them up: 2 before
  // 10, Chinese words by their sounds.
  window.goujiRanks = function (names) {
    var places = new Map();
    names.slice().sort(new Intl.Collator('zh', { numeric: true }).compare).forEach(function (name, place) {
      if (!places.has(name)) { places.set(name, place); }
    });
    return Uint32Array.from(names, function (name) { return places.get(name); });
  };

  // Copies words, and the same as HTML for programs that take it. The newer interface
  // needs a page served over HTTPS and a younger browser; this one works everywhere.
  window.goujiCopy = function (html, text) {
    var area = document.createElement('textarea');
    var before = document.activeElement;
    var filled = false;
    function fill(event) {
      event.clipboardData.setData('text/plain', text);
      if (html) { event.clipboardData.setData('text/html', html); }
      event.preventDefault();
      filled = true;
    }
    // Some browsers copy only where something is selected.
    area.className = 'unseen';
    area.readOnly = true;
    area.value = text;
    document.body.appendChild(area);
    document.addEventListener('copy', fill, true);
    try {
      area.select();
      filled = document.execCommand('copy') && filled;
    } catch (error) {
      filled = false;
    }
    document.removeEventListener('copy', fill, true);
    area.parentNode.removeChild(area);
    if (before && before.focus) { before.focus({ preventScroll: true }); }
    return filled;
  };
}());
