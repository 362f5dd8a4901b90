/** What keeps the dataset of a live layer filled: connection, rows, ageing. A chunk of its own. */
import type { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { liveMessage, LiveLink, LiveRows, type LiveNames, type LiveState } from '@yizhangtu/data/live';
import { onResume } from '@yizhangtu/data/request';
import { namesFrom } from '../services/info-rows.js';
import { Beat } from './beat.js';
import type { YztLiveLayer } from './live-layer.js';

/** Milliseconds between two looks at what has become old. */
const AGE_MS = 1000;

/** Who is told. */
export interface FeedHost {
  readonly layer: YztLiveLayer;
  /** The layer can be seen and names a stream. */
  isWanted(): boolean;
  state(state: LiveState): void;
  failed(error: YztError): void;
  /** Rows were put in place. */
  shown(): void;
  /** Rows have become old without a message. */
  aged(): void;
}

export class LiveFeed {
  readonly #host: FeedHost;
  readonly #rows = new LiveRows();
  readonly #beat = new Beat(() => this.#show());
  #link?: LiveLink | undefined;
  #key = '';
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopListening: (() => void) | undefined;
  #stale = '';
  #saidUnread = false;
  /** Positions without a key or a place. */
  dropped = 0;

  constructor(host: FeedHost) {
    this.#host = host;
  }

  /** Connects, or ends the connection, by what the layer says now. */
  tune(): void {
    const { layer } = this.#host;
    const key = `${layer.src ?? ''} ${layer.eventName}`;
    if (key !== this.#key) {
      this.#link?.stop();
      this.#link = undefined;
      this.#key = key;
      this.dropped = 0;
      this.#saidUnread = false;
    }
    const wanted = this.#host.isWanted();
    if (wanted) {
      this.#link ??= this.#newLink(layer.src ?? '');
      // After a refusal only `resume()` or another address tries again.
      if (this.#link.state !== 'stopped' && this.#link.state !== 'reconnecting') this.#link.start();
      this.#stopListening ??= onResume(() => this.#host.isWanted() && this.#link?.start());
    } else this.#link?.stop();
    this.#age();
  }

  /** Ends everything; the rows stay. */
  rest(): void {
    this.#link?.stop();
    this.#beat.stop();
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Takes a message in, whoever brought it. */
  take(message: unknown): void {
    const { layer } = this.#host;
    const names: LiveNames = { key: layer.keyField, lon: layer.lonField, lat: layer.latField, time: layer.timeField, items: layer.items, fields: namesFrom(layer.fields) };
    try {
      const { positions, dropped } = liveMessage(message, names);
      this.dropped += dropped;
      const now = Date.now();
      for (const position of positions) this.#rows.take(position, now);
      if (positions.length > 0) this.#beat.ask();
    } catch (reason) {
      if (!(reason instanceof SyntaxError)) throw reason;
      this.#sayUnread();
    }
  }

  clear(): void {
    this.#rows.clear();
    this.#beat.ask();
  }

  /** Rows that have been silent for too long, 1 a row. */
  staleRows(): Uint8Array {
    return this.#rows.staleRows(Date.now(), { stale: this.#ages.stale });
  }

  get #ages(): { readonly stale: number; readonly remove: number } {
    const { staleAfter = Infinity, removeAfter = Infinity } = this.#host.layer;
    return { stale: 1000 * staleAfter, remove: 1000 * removeAfter };
  }

  #newLink(url: string): LiveLink {
    const { layer } = this.#host;
    return new LiveLink({
      url,
      subject: layer,
      event: layer.eventName,
      message: (data) => this.take(data),
      state: (state) => this.#host.state(state),
      failed: (error) => this.#host.failed(error),
    });
  }

  #show(): void {
    const { layer } = this.#host;
    this.#rows.expire(Date.now(), this.#ages, layer.limit);
    const { table, moved } = this.#rows.table(layer.timeField || 'time', layer.keyField);
    layer.dataset.setTable(table, moved);
    this.#age();
    this.#host.shown();
  }

  /** Looks now and then while there is something that can become old. */
  #age(): void {
    const { stale, remove } = this.#ages;
    const ages = this.#host.layer.isConnected && this.#rows.size > 0 && Math.min(stale, remove) < Infinity;
    if (!ages) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= setInterval(() => this.#look(), AGE_MS);
  }

  #look(): void {
    if (this.#rows.expire(Date.now(), this.#ages, Infinity)) {
      this.#beat.ask();
      return;
    }
    const stale = this.staleRows().join('');
    if (stale !== this.#stale) this.#host.aged();
    this.#stale = stale;
  }

  #sayUnread(): void {
    if (this.#saidUnread) return;
    this.#saidUnread = true;
    const { layer } = this.#host;
    hint('bad-json', { zh: `<${layer.localName}>：收到的消息不是 JSON，已跳过（只提示一次）。请检查服务，或 event-name 是否写对。`, en: `<${layer.localName}>: a message is no JSON and was left out (said once). Check the service, and that event-name is right.` }, layer);
  }
}
