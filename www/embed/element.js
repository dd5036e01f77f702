// The custom element <gouji-check>: a text area and what is wrong with the report in it.
//
//   lang="zh|en"  theme="light|dark|auto"  height="24em"  value="the starting text"
//   slots: head, foot           parts: box, source, verdict, findings, finding
//   events: gouji-ready, gouji-result (detail: the object that check() gives)
//   properties: value, result   custom properties: --gouji-paper and the others in STYLE
//
// `load` gives a promise of { check }; called again, of a fresh one. Plain ES2017, for
// the kernels that portals' readers still have.
function goujiDefineElement(load) {
  'use strict';
  if (typeof customElements === 'undefined' || customElements.get('gouji-check')) { return; }

  // Longer texts freeze a text area for seconds at every key.
  const LONGEST = 1000000;
  const PAUSE = 200;
  const WORDS = {
    zh: {
      source: '年报全文', paste: '把年报全文粘贴到这里', privacy: '内容不离开本机：校核在您的浏览器里进行。',
      pass: '通过：没有错误，没有提醒', unrecognized: '无法识别为年度报告', unread: '没有读取',
      error: '错误', warning: '提醒', hint: '提示', loading: '正在载入……',
      failed: '校核程序内部出错，已重新启动；您的文字没有丢失。', absent: '校核程序没有载入：',
      long: '文字太长（超过一百万字），没有放进文本框。',
      counts: (n, what) => n + ' 处' + what, join: '、', found: '有 ', line: (n) => '第 ' + n + ' 行'
    },
    en: {
      source: 'Text of the report', paste: 'Paste the whole report here', privacy: 'Nothing leaves this machine: the checking is done inside your browser.',
      pass: 'Passed: no error, no warning', unrecognized: 'Not recognised as an annual report', unread: 'Not read',
      error: 'error', warning: 'warning', hint: 'hint', loading: 'Loading…',
      failed: 'The checking failed inside and was started afresh; your text is not lost.', absent: 'The checker was not loaded: ',
      long: 'The text is too long (over a million characters) for the text box.',
      counts: (n, what) => n + ' ' + what + (n === 1 ? '' : 's'), join: ', ', found: '', line: (n) => 'line ' + n
    }
  };
  const ICONS = { error: '✕', warning: '!', hint: 'i' };
  const LIGHT = '--p:var(--gouji-paper,#fdfcf9);--i:var(--gouji-ink,#1c1e21);--s:var(--gouji-ink-soft,#585c63);' +
    '--r:var(--gouji-rule,#b9b4a8);--a:var(--gouji-accent,#1f4e8c);--error:var(--gouji-error,#b3261e);' +
    '--warning:var(--gouji-warning,#8a5300);--hint:var(--gouji-hint,#1b5fa8);--pass:var(--gouji-pass,#1b6e3c)';
  const DARK = '--p:var(--gouji-paper,#1b1d20);--i:var(--gouji-ink,#e6e4df);--s:var(--gouji-ink-soft,#a9abae);' +
    '--r:var(--gouji-rule,#4b4f56);--a:var(--gouji-accent,#8db8ee);--error:var(--gouji-error,#ff9b92);' +
    '--warning:var(--gouji-warning,#f0b95c);--hint:var(--gouji-hint,#8fc0f5);--pass:var(--gouji-pass,#7fd19b)';
  const STYLE = ':host{display:block;color-scheme:light;' + LIGHT + '}' +
    ':host([theme=dark]){color-scheme:dark;' + DARK + '}' +
    '@media (prefers-color-scheme:dark){:host([theme=auto]),:host(:not([theme])){color-scheme:dark;' + DARK + '}}' +
    ':host([hidden]){display:none}' +
    '.box{background:var(--p);color:var(--i);border:1px solid var(--r);border-radius:4px;padding:.75em;' +
    'font:var(--gouji-font,15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif)}' +
    'label{display:block;font-weight:600}' +
    'textarea{box-sizing:border-box;display:block;width:100%;height:var(--height,16em);margin:.25em 0;padding:.5em;' +
    'font:inherit;line-height:1.7;color:inherit;background:transparent;border:1px solid var(--r);border-radius:3px;resize:vertical}' +
    'textarea:focus-visible,button:focus-visible{outline:2px solid var(--a);outline-offset:1px}' +
    '.verdict{margin:.5em 0;font-weight:600}' +
    '.verdict[data-verdict=pass]{color:var(--pass)}.verdict[data-verdict=fail]{color:var(--error)}' +
    '.verdict[data-verdict=attention]{color:var(--warning)}' +
    'ol{list-style:none;margin:0;padding:0;max-height:var(--gouji-findings-height,24em);overflow:auto}' +
    'li{border-top:1px solid var(--r)}' +
    'button{display:block;width:100%;padding:.4em 0;text-align:start;font:inherit;color:inherit;background:none;border:0;cursor:pointer}' +
    '.mark{font-weight:600;margin-inline-end:.5em}.error .mark{color:var(--error)}.warning .mark{color:var(--warning)}.hint .mark{color:var(--hint)}' +
    '.line,.rule,.how,.privacy{color:var(--s);font-size:.87em}.line,.rule{margin-inline-end:.75em}.how,.privacy{margin:.1em 0 .4em}' +
    '@media (forced-colors:active){.box,textarea{border-color:CanvasText}}';

  function styled(root) {
    try {
      // A host's policy may forbid style elements; sheets made by script are not theirs to forbid.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch (error) {
      const style = document.createElement('style');
      style.textContent = STYLE;
      root.appendChild(style);
    }
  }

  function make(name, values, parent) {
    const element = document.createElement(name);
    Object.keys(values).forEach((key) => {
      if (key === 'text') { element.textContent = values[key]; } else { element.setAttribute(key, values[key]); }
    });
    if (parent) { parent.appendChild(element); }
    return element;
  }

  let core;
  function loaded() {
    core = core || load();
    return core;
  }

  class GoujiCheck extends HTMLElement {
    static get observedAttributes() { return ['lang', 'height', 'value']; }

    constructor() {
      super();
      this.result = null;
      const root = this.attachShadow({ mode: 'open' });
      styled(root);
      const box = make('div', { part: 'box', class: 'box' }, root);
      this._box = box;
      make('slot', { name: 'head' }, box);
      this._label = make('label', { for: 'source' }, box);
      this._area = make('textarea', { id: 'source', part: 'source', spellcheck: 'false', autocomplete: 'off' }, box);
      this._verdict = make('p', { part: 'verdict', class: 'verdict', role: 'status' }, box);
      this._list = make('ol', { part: 'findings' }, box);
      this._privacy = make('p', { class: 'privacy' }, box);
      make('slot', { name: 'foot' }, box);
      this._composing = false;
      this._area.addEventListener('compositionstart', () => { this._composing = true; clearTimeout(this._timer); });
      this._area.addEventListener('compositionend', () => { this._composing = false; this._soon(); });
      this._area.addEventListener('input', (event) => {
        if (this._composing || event.isComposing) { return; }
        if (/^insertFrom(Paste|Drop)$/.test(event.inputType)) { this._check(); } else { this._soon(); }
      });
      this._area.addEventListener('paste', (event) => {
        const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
        if (text.length > LONGEST) {
          event.preventDefault();
          this._say(this._words().long);
        }
      });
    }

    connectedCallback() {
      if (!this._begun) {
        this._begun = true;
        this._say(this._words().loading);
      }
      this._name();
      loaded().then(() => {
        if (!this._ready) {
          this._ready = true;
          this._say('');
          this.dispatchEvent(new CustomEvent('gouji-ready', { bubbles: true, composed: true }));
        }
        if (this.value && !this.result) { this._check(); }
      }, (error) => { this._say(this._words().absent + String(error && error.message || error)); });
    }

    disconnectedCallback() { clearTimeout(this._timer); }

    attributeChangedCallback(name, before, now) {
      if (before === now) { return; }
      if (name === 'height') {
        // Only a length: what stands in an attribute is not to reach any other property.
        if (/^[0-9.]+(px|em|rem|vh|%)?$/.test(now || '')) {
          this._area.style.height = /[0-9.]$/.test(now) ? now + 'px' : now;
        }
      } else if (name === 'value') {
        this.value = now || '';
      } else {
        this._name();
        if (this.result) { this._check(true); }
      }
    }

    get value() { return this._area.value; }

    set value(text) {
      text = String(text);
      if (text.length > LONGEST) { this._say(this._words().long); return; }
      this._area.value = text;
      if (this._ready) { this._check(); }
    }

    _lang() { return this.getAttribute('lang') === 'en' ? 'en' : 'zh'; }

    _words() { return WORDS[this._lang()]; }

    _name() {
      const words = this._words();
      this._box.setAttribute('lang', this._lang());
      this._label.textContent = words.source;
      this._area.setAttribute('placeholder', words.paste);
      this._privacy.textContent = words.privacy;
    }

    _say(words) {
      this._verdict.removeAttribute('data-verdict');
      this._verdict.textContent = words;
    }

    _soon() {
      clearTimeout(this._timer);
      this._timer = setTimeout(() => this._check(), PAUSE);
    }

    // `again`: the same text in another language is no new result.
    _check(again) {
      clearTimeout(this._timer);
      loaded().then((module) => {
        const text = this.value;
        if (!text.trim()) {
          this.result = null;
          this._say('');
          this._list.textContent = '';
          return;
        }
        let result;
        try {
          result = module.check(text, { lang: this._lang() });
        } catch (error) {
          // The module is dead; the next check has a fresh one.
          core = load();
          this._list.textContent = '';
          this._say(this._words().failed);
          return;
        }
        this.result = result;
        this._show(result);
        if (!again) {
          this.dispatchEvent(new CustomEvent('gouji-result', { bubbles: true, composed: true, detail: result }));
        }
      }, () => undefined);
    }

    _show(result) {
      const words = this._words();
      const counts = ['error', 'warning', 'hint'].filter((kind) => result.counts[kind] > 0)
        .map((kind) => words.counts(result.counts[kind], words[kind]));
      const said = words[result.verdict] || words.found + counts.join(words.join);
      const why = result.verdict === 'unrecognized' || result.verdict === 'unread' ? result.notes : [];
      this._verdict.setAttribute('data-verdict', result.verdict);
      this._verdict.textContent = [said].concat(why.map((note) => note.message)).join(' ');
      this._list.textContent = '';
      result.findings.forEach((finding) => {
        const item = make('li', { class: finding.severity, part: 'finding' }, this._list);
        const button = make('button', { type: 'button', 'data-rule': finding.rule, 'data-severity': finding.severity }, item);
        if (finding.cell) { button.setAttribute('data-cell', finding.cell); }
        make('span', { class: 'mark', text: ICONS[finding.severity] + ' ' + words[finding.severity] }, button);
        if (finding.line) { make('span', { class: 'line', text: words.line(finding.line) }, button); }
        make('span', { class: 'rule', text: finding.rule }, button);
        make('span', { text: finding.message }, button);
        make('p', { class: 'how', text: finding.how }, item);
        button.addEventListener('click', () => this._go(finding));
      });
    }

    _go(finding) {
      const span = finding.span || finding.related.map((place) => place.span).filter(Boolean)[0];
      if (!span) { return; }
      this._area.focus();
      this._area.setSelectionRange(span[0], span[1]);
      // As far down as the place is into the text, which is near enough to see it.
      const share = this._area.value.slice(0, span[0]).split('\n').length / this._area.value.split('\n').length;
      this._area.scrollTop = share * this._area.scrollHeight - this._area.clientHeight / 2;
    }
  }

  customElements.define('gouji-check', GoujiCheck);
}
