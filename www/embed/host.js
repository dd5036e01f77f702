// The host's side of the message protocol: hands texts to a Gouji page in a frame.
//
//   const gouji = connectGouji(iframe, 'https://gouji.example');
//   const result = await gouji.check(text, { lang: 'zh' });
//
// Answers are taken from that frame and that origin alone. A frame that is closed off
// (sandbox without allow-same-origin) has the origin "null": name it so.
export function connectGouji(iframe, origin, patience) {
  const waiting = new Map();
  const target = origin === 'null' ? '*' : origin;
  let count = 0;
  let greeted;
  const ready = new Promise((resolve) => { greeted = resolve; });
  const own = Math.random().toString(36).slice(2);

  function listen(event) {
    const message = event.data;
    if (event.source !== iframe.contentWindow || event.origin !== origin) { return; }
    if (typeof message !== 'object' || message === null || message.gouji !== 1) { return; }
    if (message.type === 'ready') { greeted(); }
    const asked = waiting.get(message.id);
    if (!asked) { return; }
    waiting.delete(message.id);
    clearTimeout(asked.timer);
    if (message.type === 'result') { asked.resolve(message.result); } else { asked.reject(new Error(message.message)); }
  }
  window.addEventListener('message', listen);

  function hello() {
    if (iframe.contentWindow) { iframe.contentWindow.postMessage({ gouji: 1, id: own, type: 'hello' }, target); }
  }
  iframe.addEventListener('load', hello);
  hello();

  return {
    ready,
    check(text, options) {
      return ready.then(() => new Promise((resolve, reject) => {
        count += 1;
        const id = own + count;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error('no answer from the frame'));
        }, patience || 30000);
        waiting.set(id, { resolve, reject, timer });
        iframe.contentWindow.postMessage({ gouji: 1, id, type: 'check', text, options }, target);
      }));
    },
    close() {
      window.removeEventListener('message', listen);
      iframe.removeEventListener('load', hello);
    }
  };
}
