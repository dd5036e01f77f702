// Undoes deflate (RFC 1951). Browsers have a way of their own only since Chromium 80
// and Firefox 113, and one way that is the same in all of them is the better tested.
function goujiInflate(from, size) {
  'use strict';
  var to = new Uint8Array(size), at = 0, put = 0, hold = 0, held = 0;
  function bits(count) {
    while (held < count) { hold |= from[at] << held; at += 1; held += 8; }
    var value = hold & ((1 << count) - 1);
    hold >>>= count;
    held -= count;
    return value;
  }
  // A canonical code as a table: for each run of as many bits as the longest word has, the
  // symbol whose word it begins with, and above it the length of that word.
  function code(lengths) {
    var most = 1, counts = new Uint16Array(16), words = new Uint16Array(16), i;
    for (i = 0; i < lengths.length; i += 1) {
      counts[lengths[i]] += 1;
      if (lengths[i] > most) { most = lengths[i]; }
    }
    counts[0] = 0;
    for (i = 1; i < 16; i += 1) { words[i] = words[i - 1] + counts[i - 1] << 1; }
    var table = new Uint16Array(1 << most);
    for (i = 0; i < lengths.length; i += 1) {
      var length = lengths[i];
      if (length > 0) {
        // Words come with their first bit first.
        var word = words[length], turned = 0;
        words[length] += 1;
        for (var k = 0; k < length; k += 1) { turned = turned << 1 | word >> k & 1; }
        for (; turned < table.length; turned += 1 << length) { table[turned] = length << 9 | i; }
      }
    }
    return { table: table, most: most };
  }
  function symbol(codes) {
    while (held < codes.most) { hold |= from[at] << held; at += 1; held += 8; }
    var found = codes.table[hold & (1 << codes.most) - 1];
    if (found === 0) { throw new Error('The module in this page is damaged.'); }
    hold >>>= found >> 9;
    held -= found >> 9;
    return found & 511;
  }
  // Lengths and distances: a base and some more bits.
  var lengthBase = [], lengthMore = [], distanceBase = [], distanceMore = [], next = 3, i;
  for (i = 0; i < 28; i += 1) {
    lengthMore[i] = i < 8 ? 0 : (i >> 2) - 1;
    lengthBase[i] = next;
    next += 1 << lengthMore[i];
  }
  lengthBase[28] = 258;
  lengthMore[28] = 0;
  for (next = 1, i = 0; i < 30; i += 1) {
    distanceMore[i] = i < 4 ? 0 : (i >> 1) - 1;
    distanceBase[i] = next;
    next += 1 << distanceMore[i];
  }
  function block(literals, distances) {
    for (;;) {
      var value = symbol(literals);
      if (value === 256) { return; }
      if (value < 256) {
        to[put] = value;
        put += 1;
      } else {
        var length = lengthBase[value - 257] + bits(lengthMore[value - 257]);
        var far = symbol(distances);
        var back = put - distanceBase[far] - bits(distanceMore[far]);
        for (; length > 0; length -= 1) { to[put] = to[back]; put += 1; back += 1; }
      }
    }
  }
  function coded() {
    var literals = bits(5) + 257, distances = bits(5) + 1, count = bits(4) + 4, lengths = new Uint8Array(19), all = [];
    var order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    for (var k = 0; k < count; k += 1) { lengths[order[k]] = bits(3); }
    var codes = code(lengths);
    while (all.length < literals + distances) {
      var value = symbol(codes), what = value, times = 1;
      if (value === 16) { what = all[all.length - 1]; times = 3 + bits(2); }
      if (value === 17) { what = 0; times = 3 + bits(3); }
      if (value === 18) { what = 0; times = 11 + bits(7); }
      for (; times > 0; times -= 1) { all.push(what); }
    }
    block(code(all.slice(0, literals)), code(all.slice(literals)));
  }
  function plain() {
    // What was read ahead is given back.
    at -= held >> 3;
    hold = held = 0;
    var length = from[at] | from[at + 1] << 8;
    to.set(from.subarray(at + 4, at + 4 + length), put);
    at += 4 + length;
    put += length;
  }
  function fixed() {
    var literals = [], distances = [], k;
    for (k = 0; k < 288; k += 1) { literals.push(k < 144 ? 8 : k < 256 ? 9 : k < 280 ? 7 : 8); }
    for (k = 0; k < 30; k += 1) { distances.push(5); }
    block(code(literals), code(distances));
  }
  var last;
  do {
    last = bits(1);
    [plain, fixed, coded][bits(2)]();
  } while (!last);
  return to;
}

// The bytes that were deflated and written in base64.
function goujiBytes(base64, size) {
  'use strict';
  var text = atob(base64.trim());
  var bytes = new Uint8Array(text.length);
  for (var i = 0; i < bytes.length; i += 1) { bytes[i] = text.charCodeAt(i); }
  return goujiInflate(bytes, size);
}
