/** The check of one report, schema `gouji/1`. */
export interface Check {
  schema: 'gouji/1';
  source: { name: string | null; format: string | null; chars: number | null; lines: number | null };
  report: {
    title: string | null;
    organization: string | null;
    year: number | null;
    edition: '2019' | '2021' | '2019-draft' | 'legacy' | null;
    sections: Array<{ key: string; present: boolean; heading: string | null; line: number | null; span: Span | null }>;
    cells: Array<{ id: string; state: CellState; raw: string | null; value: number | null; line: number | null; span: Span | null }>;
  };
  verdict: 'pass' | 'attention' | 'fail' | 'unrecognized' | 'unread';
  counts: { error: number; warning: number; hint: number };
  findings: Finding[];
  checks: Array<{ rule: string; run: number; passed: number; failed: number; unassessable: number; reason: string | null }>;
  notes: Array<{ code: string; message: string; line: number | null; span: Span | null }>;
}

/** `[start, end)` in UTF-16 code units of the checked text. */
export type Span = [number, number];

export type CellState = 'number' | 'blank' | 'text' | 'inferred' | 'unread' | 'missing';

export interface Finding {
  rule: string;
  severity: 'error' | 'warning' | 'hint';
  line: number | null;
  span: Span | null;
  message: string;
  why: string;
  how: string;
  basis: string;
  cell: string | null;
  related: Array<{ cell: string | null; span: Span | null; role: string }>;
  expected: number | null;
  actual: number | null;
  fix: { applicability: 'safe' | 'review'; edits: Array<{ span: Span; text: string }> } | null;
  fingerprint: string;
}

export interface Options {
  /** The language of the sentences; `zh` unless told. */
  lang?: 'zh' | 'en';
  /** A name for the text, given back in `source.name`. */
  name?: string;
  /** The report of the year before. Why it was not compared is said in notes (`previous-…`). */
  previous?: string;
  /** A settings text. One that is refused is said in a note (`profile-refused`), and the defaults hold. */
  profile?: string;
}

/** Where a module's bytes come from: they themselves, an address, or an answer that has them. */
export type Source = BufferSource | URL | string | Response;

/**
 * Loads the module once: `gouji_bg.wasm` from beside this file unless `source` is given, and
 * with the first file `gouji-files_bg.wasm` unless `filesSource` is. Bundlers that follow
 * `new URL(…, import.meta.url)` need neither.
 */
export default function init(source?: Source, filesSource?: Source): Promise<void>;

/**
 * Checks a file of any kind that is read, told by its bytes: the same object, with the
 * text in which its spans count as `text`. What reads files is loaded with the first.
 */
export function checkFile(bytes: ArrayBuffer | Uint8Array, name?: string, options?: Options): Promise<Check & { text: string }>;

/** Checks one text. Throws a TypeError when `text` is no string. */
export function check(text: string, options?: Options): Check;

/** One rule of the catalogue, its words in the language asked for. */
export interface Rule {
  code: string;
  severity: 'error' | 'warning' | 'hint';
  /** The editions it applies to; null where it does not depend on the edition. */
  editions: Array<'2019' | '2021' | '2019-draft' | 'legacy'> | null;
  /** What a finding says, with `{names}` to fill in. */
  message: string;
  what: string;
  why: string;
  how: string;
  example: string;
  basis: string;
  /** When it stays silent though it might seem to apply. */
  silent: string;
}

/** The rule catalogue. */
export function rules(lang?: 'zh' | 'en'): Rule[];
