import type { YztError } from './errors.js';

/**
 * Detail type of every `yzt-…` event. Elements add theirs by declaration merging:
 * `declare module '@yizhangtu/base/events' { interface YztEvents { 'yzt-view-change': MapView } }`.
 * One name has one detail type in the whole library.
 */
export interface YztEvents {
  /** Something outside the page's code failed. Cancelable: `preventDefault()` keeps it off the console. */
  'yzt-error': YztError;
}

type YztEventMap = { [K in keyof YztEvents]: CustomEvent<YztEvents[K]> };

declare global {
  interface HTMLElementEventMap extends YztEventMap {}
  // They bubble: a page may listen once for all.
  interface DocumentEventMap extends YztEventMap {}
  interface WindowEventMap extends YztEventMap {}
}

export interface EmitOptions {
  /** Default true. Per-frame events set it to false. */
  bubbles?: boolean;
  /** Default true. */
  composed?: boolean;
  /** Default false. Events that ask first (`…-request`) and `yzt-error` set it. */
  cancelable?: boolean;
}
