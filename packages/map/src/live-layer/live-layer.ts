import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { YztError } from '@yizhangtu/base/errors';
import type { LiveState } from '@yizhangtu/data/live';
import { Dataset } from '@yizhangtu/data/model';
import { PLAIN_LOOK, type LayerLook } from '../data-layer/layer-look.js';
import { paleClasses, paled } from '../data-layer/pale.js';
import type { RenderClass } from '../renderer/types.js';
import { readNumber } from '../shared/read-number.js';
import { OwnRowsLayerElement } from '../source-layer/own-rows-layer.js';
import type { LiveFeed } from './live-feed.js';
import { liveWords } from './live-words.js';

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    /** The connection of a live layer came about, broke or ended. */
    'yzt-live-change': { readonly state: LiveState };
  }
}

/** Most keys when nobody says. */
const LIMIT = 20_000;
const MOST = 200_000;

/**
 * Positions as they come – ships, vehicles, sensors – by server-sent events, by a WebSocket, or handed in by the page with `push()`. Each key is a row
 * of a dataset, which is replaced where it stands, so that selection, popup, table, charts and filters follow. Rows become pale and go by the time
 * of their last message. While it cannot be seen the layer is not connected.
 * @tag yzt-live-layer
 * @summary Positions over SSE or WebSocket, updated in place by key, with ageing.
 * @fires yzt-live-change - The connection came about, broke or ended; `detail` is `{ state }`.
 * @fires yzt-load - Positions were taken in, a few times a second at most; `detail` has the number of rows. Does not bubble.
 * @fires yzt-error - The stream cannot be reached, refuses, or says what cannot be read; `detail` is the `YztError`.
 */
export class YztLiveLayer extends OwnRowsLayerElement {
  /** Address of the stream, relative to the page: `http(s)` for server-sent events, `ws(s)` for a WebSocket. Without one only `push()` brings positions. */
  @property() src?: string;

  /** Kind of event that is listened to, of server-sent events. */
  @property({ attribute: 'event-name' }) eventName = 'message';

  /** Name of what tells the moving things apart: `mmsi`, `plate`. Names may lead inwards: `vehicle.id`. */
  @property({ attribute: 'key-field' }) keyField = 'id';

  /** Name of the longitude in degrees. */
  @property({ attribute: 'lon-field' }) lonField = 'lon';

  /** Name of the latitude in degrees. */
  @property({ attribute: 'lat-field' }) latField = 'lat';

  /** Name of the time of a position: milliseconds, seconds, or ISO 8601. Where a message has none, it is that of its coming. */
  @property({ attribute: 'time-field' }) timeField = 'time';

  /** Name of the list of positions in a message. Without it a message is a position, a list of them, or GeoJSON. */
  @property() items = '';

  /** Fields that are kept, parted by spaces; all without. */
  @property() fields?: string;

  /** Is not connected; what is there stays and ages. */
  @property({ type: Boolean, reflect: true }) paused = false;

  #limit?: number;
  #staleAfter?: number;
  #removeAfter?: number;
  #state: LiveState = 'idle';
  #feed?: LiveFeed | undefined;
  #coming?: Promise<LiveFeed | undefined> | undefined;
  readonly #dataset = new Dataset();

  constructor() {
    super('point');
  }

  /** Most keys at a time, 1 to 200 000; of more, those that were silent longest go. Default 20 000. */
  @property({ type: Number })
  get limit(): number {
    return this.#limit ?? LIMIT;
  }
  set limit(value: number | null | undefined) {
    this.#limit = readNumber(this, { name: 'limit', min: 1, max: MOST, example: '5000' }, value, this.#limit);
  }

  /** Seconds after its last message from which a row is pale. Never without. */
  @property({ type: Number, attribute: 'stale-after' })
  get staleAfter(): number | undefined {
    return this.#staleAfter;
  }
  set staleAfter(value: number | null | undefined) {
    this.#staleAfter = value == null ? undefined : readNumber(this, { name: 'stale-after', min: 1, max: 1e7, example: '300' }, value, this.#staleAfter);
  }

  /** Seconds after its last message at which a row goes. Never without. */
  @property({ type: Number, attribute: 'remove-after' })
  get removeAfter(): number | undefined {
    return this.#removeAfter;
  }
  set removeAfter(value: number | null | undefined) {
    this.#removeAfter = value == null ? undefined : readNumber(this, { name: 'remove-after', min: 1, max: 1e7, example: '1800' }, value, this.#removeAfter);
  }

  /** The rows that are here, with filters and selection. Always there, empty before the first message. */
  get dataset(): Dataset {
    return this.#dataset;
  }

  /** How the connection is: `idle` (none wanted), `connecting`, `live`, `reconnecting`, `stopped` (refused; `resume()` tries again). */
  get state(): LiveState {
    return this.#state;
  }

  /** Positions without a key or a place on Earth since the source was set: longitude 181 and latitude 91 say that it is not known. */
  get dropped(): number {
    return this.#feed?.dropped ?? 0;
  }

  /** True while the first connection is on its way. Reflected as an attribute. */
  get loading(): boolean {
    return this.#state === 'connecting';
  }

  /** Takes positions in, as a message of the stream would bring them: one, a list, GeoJSON, or the JSON text of these. */
  push(message: unknown): void {
    void this.#withFeed().then((feed) => feed?.take(message));
  }

  /** Takes all rows away. */
  clear(): void {
    this.#feed?.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.see();
  }

  protected override listen(): (() => void)[] {
    const seen = (): void => this.see();
    document.addEventListener('visibilitychange', seen);
    return [() => document.removeEventListener('visibilitychange', seen)];
  }

  protected override rest(): void {
    this.#feed?.rest();
  }

  protected override look(): LayerLook {
    return { ...PLAIN_LOOK, size: this.size };
  }

  protected override paleClasses(classOf: Uint8Array, count: number): Uint8Array {
    return this.staleAfter === undefined || !this.#feed ? classOf : paleClasses(classOf, this.#feed.staleRows(), count);
  }

  protected override paleLook(one: RenderClass, surface: string): RenderClass {
    return paled(one, surface);
  }

  /** A stream is wanted while the layer can be seen. */
  get #isWanted(): boolean {
    return Boolean(this.src) && !this.paused && this.isConnected && this.isShown && document.visibilityState === 'visible';
  }

  protected override see(): void {
    if (this.#isWanted) void this.#withFeed().then((feed) => feed?.tune());
    else this.#feed?.tune();
  }

  #withFeed(): Promise<LiveFeed | undefined> {
    this.#coming ??= import('./live-feed.js').then(
      ({ LiveFeed: Feed }) => (this.#feed = new Feed(this.#host())),
      () => {
        this.#coming = undefined;
        return undefined;
      },
    );
    return this.#coming;
  }

  #host(): ConstructorParameters<typeof LiveFeed>[0] {
    return {
      layer: this,
      isWanted: () => this.#isWanted,
      state: (state) => this.#become(state),
      failed: (error) => this.#failed(error),
      shown: () => this.#shown(),
      aged: () => this.redraw(),
    };
  }

  #become(state: LiveState): void {
    const words = liveWords(state, this.#state, this.label);
    this.#state = state;
    if (state === 'live') this.clearError();
    this.tellState();
    this.emit('yzt-live-change', { state });
    if (words) this.mapElement?.announce(this.say(words));
  }

  #failed(error: YztError): void {
    this.fail(error);
    this.tellState();
  }

  #shown(): void {
    this.emit('yzt-load', { rows: this.#dataset.rowCount, report: this.#dataset.report }, { bubbles: false, composed: false });
  }
}
