/** One request. */
export interface Ask {
  /** Absolute, or relative to the page. */
  readonly url: string | URL;
  /** The element or tag the sentence of an error begins with: `<yzt-wms-layer>`. */
  readonly subject: Element | string;
  readonly signal?: AbortSignal | undefined;
  /** Seconds for all requests together, without the gaps between them. Default 30. */
  readonly timeLimit?: number | undefined;
  /** Requests in all, 1 to 4. Default 4: whatever may pass (no connection, 429, 500, 502-504) is asked again, with growing gaps. */
  readonly attempts?: number | undefined;
  /** What the type and the first bytes are checked against. `tile` is an image or a vector tile. */
  readonly expects: Expected;
  readonly method?: 'GET' | 'POST' | undefined;
  readonly body?: string | undefined;
  /** Asked before the request is put again: `false` ends it with an `AbortError`. For what may be hidden meanwhile. */
  readonly stillWanted?: (() => boolean) | undefined;
  /** For example `Range`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Kinds of answers. */
export type Expected = 'json' | 'xml' | 'text' | 'bytes' | 'image' | 'tile';

/** An answer that is what was expected. */
export interface Answer {
  /** 200-299; 204 is an answer without bytes. */
  readonly status: number;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: string;
  /** Opened, where they came compressed without saying so. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was asked, for the sentences about the answer. */
  readonly request: Ask;
}

/** An answer before anybody looked at it. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  readonly redirected: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
