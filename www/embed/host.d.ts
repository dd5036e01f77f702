import type { Check, Options } from './gouji.js';

/** A Gouji page in a frame. */
export interface Connection {
  /** Kept when the page in the frame has answered for the first time. */
  ready: Promise<void>;
  /** Has a text checked. Rejected with the frame's reason, or when it does not answer. */
  check(text: string, options?: Options): Promise<Check>;
  /** Stops listening. */
  close(): void;
}

/**
 * Connects to the Gouji page in `iframe`, whose address has to name this page:
 * `https://gouji.example/?host=https://portal.example`. `origin` is the frame's, or
 * `"null"` for a frame that is closed off with `sandbox="allow-scripts"`. A check is
 * given up after `patience` milliseconds, 30000 unless told.
 */
export function connectGouji(iframe: HTMLIFrameElement, origin: string, patience?: number): Connection;
