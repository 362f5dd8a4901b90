import { asYztError, isAbort, type YztError } from '@yizhangtu/base/errors';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { SharedDatasetElement } from '../dataset/shared-dataset.js';
import { RemoteDataset } from '../remote/remote-dataset.js';
import { serviceError, serviceUrl } from '../remote/service.js';
import type { Engine } from '../remote/types.js';
import { placeFrom, scopeFrom, twoWords } from './read-words.js';

/** Engines that can be named. */
export type EngineName = 'clickhouse' | 'ogc-api' | 'wfs';

/** Properties that mean another engine. */
const ENGINE: readonly string[] = ['engine', 'src', 'table', 'idField', 'rowLimit', 'lonField', 'latField', 'planeFields', 'planeCenter', 'timeLimit', 'headers'];

/**
 * Data that stay where they are: an engine on a server answers what views want to know. The views are the same as with `yzt-dataset`, and
 * so is the rest of the page; answers come a moment later, and until then the last ones stay. Views that need the rows themselves (points,
 * lines, polygons) say so. Credentials are set with the property `headers`, never with attributes.
 *
 * @tag yzt-remote-dataset
 * @summary Data answered by ClickHouse, an OGC API or a WFS, shared by all views that name it.
 * @fires yzt-load - The engine has said what it has; `detail` has the number of rows.
 * @fires yzt-error - The engine cannot be reached or cannot answer; `detail` is the `YztError`. Fired once, until something works again. Bubbles, cancelable.
 * @fires yzt-filter-change - The filters changed, by whichever view.
 * @fires yzt-selection-change - The selected rows changed, by whichever view.
 */
export class YztRemoteDataset extends SharedDatasetElement {
  /** Who answers: `clickhouse`, `ogc-api` (OGC API – Features, with CQL2 where it has it) or `wfs` (2.0.0 or 1.1.0, with GeoJSON). */
  @property() engine: EngineName = 'clickhouse';
  /** Address of the service, relative to the page: `/clickhouse/`, the landing page of an OGC API, a WFS without its parameters. Without user, password or token. */
  @property() src?: string;
  /** Table that is asked: `city.events`; collection of an OGC API; feature type of a WFS, `city:venues`. */
  @property() table?: string;
  /** Column that tells rows apart. Without it pages of a list may overlap and a selection does not last. */
  @property({ attribute: 'id-field' }) idField?: string;
  /**
   * Most rows that are fetched for one question, by services that filter and do not sum up (`ogc-api`, `wfs`): with more, groups are refused.
   * Default 20000.
   */
  @property({ attribute: 'row-limit', type: Number }) rowLimit?: number;
  /** Column of longitudes in degrees; found by its usual names if unset. */
  @property({ attribute: 'lon-field' }) lonField?: string;
  /** Column of latitudes in degrees; found by its usual names if unset. */
  @property({ attribute: 'lat-field' }) latField?: string;
  /** Two columns with metres on the plane about `plane-center`, as the table of the guide has them: `px py`. They make cells of a grid fast. */
  @property({ attribute: 'plane-fields' }) planeFields?: string;
  /** Middle of that plane, whole degrees: `120 36`. */
  @property({ attribute: 'plane-center' }) planeCenter?: string;
  /** Field of the scope: only rows with one of `scope-values` count for anything. It shapes the page and protects nothing; that the server does. */
  @property({ attribute: 'scope-field' }) scopeField?: string;
  /** Values of the scope, parted by spaces: `370202 370203`. */
  @property({ attribute: 'scope-values' }) scopeValues?: string;
  /** Headers with credentials. They are sent to the origin of `src` and nowhere else, and are not kept when `src` goes to another origin. */
  @property({ attribute: false }) headers?: Readonly<Record<string, string>>;

  readonly #dataset = new RemoteDataset();
  #loading = false;
  #loaded?: Promise<void>;
  /** Where `headers` may go. */
  #origin?: string | undefined;
  #requested = false;
  #turn = 0;

  /** The data with its filters and selection. Always there; it has no rows before the engine has answered. */
  override get dataset(): RemoteDataset {
    return this.#dataset;
  }

  /** True until the engine has said what it has. Reflected as an attribute. */
  get loading(): boolean {
    return this.#loading;
  }

  /** Unknown: an engine does not say how far it is. */
  get progress(): undefined {
    return undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.onLeave(this.#dataset.troubles.onChange((now) => this.#trouble(now)));
    if (!this.#requested && this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the page is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#requested = false;
      this.#turn++;
      this.#dataset.close();
      this.#set(false);
    });
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('scopeField') || changed.has('scopeValues')) this.#dataset.scope = scopeFrom(this.scopeField, this.scopeValues);
    if (changed.has('headers')) this.#origin = undefined;
    if (!ENGINE.some((name) => changed.has(name))) return;
    this.#requested = false;
    if (this.isConnected) this.#start();
  }

  /** Asks the engine again what it has, and forgets its answers. Resolves when it has answered or failed. */
  async reload(): Promise<void> {
    this.#start();
    await this.#loaded;
  }

  #start(): void {
    if (!this.src) return;
    this.#requested = true;
    this.clearError();
    this.#loaded = this.#load(++this.#turn);
  }

  async #load(turn: number): Promise<void> {
    this.#set(true);
    try {
      const engine = await this.#engine();
      if (turn !== this.#turn) return;
      this.#dataset.engine = engine;
      await this.#dataset.load();
      if (turn !== this.#turn) return;
      this.#set(false);
      const rows = this.#dataset.rowCount;
      this.emit('yzt-load', { rows, report: { total: rows, kept: rows, notes: [] } });
    } catch (reason) {
      if (turn !== this.#turn) return;
      // Schema or scope came while the engine was asked, as they do on a page that registers its schemas late: what it said counts no more.
      if (isAbort(reason)) return this.#load(turn);
      this.#set(false);
      const error = asYztError(reason, 'query-failed', { zh: '<yzt-remote-dataset>：无法读取数据。', en: '<yzt-remote-dataset>: the data cannot be read.' });
      // Troubles of the engine have been told already.
      if (this.error !== error) this.report(error);
    }
  }

  async #engine(): Promise<Engine> {
    const { src = '', timeLimit } = this;
    const name: string = this.engine;
    const options = { src, timeLimit, headers: this.#headersFor(src) };
    const { table = '', idField, lonField, latField, rowLimit } = this;
    if (name === 'ogc-api' || name === 'wfs') {
      const { ogcApiEngine, wfsEngine } = await import('../remote-features/index.js');
      return (name === 'wfs' ? wfsEngine : ogcApiEngine)({ ...options, table, idField, rowLimit });
    }
    if (name !== 'clickhouse') throw serviceError('bad-attribute', { zh: `engine="${name.slice(0, 40)}" 无法使用。请写 clickhouse、ogc-api 或 wfs。`, en: `engine="${name.slice(0, 40)}" cannot be used. Write clickhouse, ogc-api or wfs.` });
    const { ClickHouseEngine } = await import('../remote-clickhouse/index.js');
    return new ClickHouseEngine({ ...options, table, idField, lonField, latField, plane: this.#plane() });
  }

  #plane(): { readonly x: string; readonly y: string; readonly about: readonly [number, number] } | undefined {
    const [fields, about] = [twoWords(this.planeFields), placeFrom(this.planeCenter)];
    if (fields && about) return { x: fields[0], y: fields[1], about };
    if (!this.planeFields && !this.planeCenter) return undefined;
    throw serviceError('bad-attribute', { zh: 'plane-fields 和 plane-center 要一起写，例如 plane-fields="px py" plane-center="120 36"。', en: 'plane-fields and plane-center go together, such as plane-fields="px py" plane-center="120 36".' });
  }

  /** The headers, for the origin they were first used with. */
  #headersFor(src: string): Readonly<Record<string, string>> | undefined {
    const { origin } = serviceUrl(src);
    if (!this.headers) return undefined;
    this.#origin ??= origin;
    return origin === this.#origin ? this.headers : undefined;
  }

  #trouble(now: YztError | undefined): void {
    if (now) this.report(now);
    else if (this.error) {
      this.clearError();
      this.stateChanged();
    }
  }

  #set(loading: boolean): void {
    if (loading === this.#loading) return;
    this.#loading = loading;
    this.stateChanged();
  }
}
