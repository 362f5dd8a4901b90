import { property } from 'lit/decorators.js';
import type { RowSource } from '@yizhangtu/data/row-source';
import type * as features from '@yizhangtu/data/remote-features';
import type { AxisPolicy, FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import { badValue } from '../shared/bad-value.js';
import { SourceLayerElement } from './source-layer.js';

/** The code of feature services; type only, it comes when a layer asks. */
export type FeatureCode = typeof features;

/** How much of a table is fetched: all of it, or what the view shows, asked for again as it moves. */
export type FetchStrategy = 'all' | 'bbox';

const STRATEGIES: readonly FetchStrategy[] = ['all', 'bbox'];
const AXES: readonly AxisPolicy[] = ['auto', 'xy', 'yx'];

/** Base of the layers of feature services: what a page may say to both kinds. */
export abstract class FeatureServiceLayer extends SourceLayerElement {
  /** Address of the service, relative to the page. Credentials do not belong in it: see `setCredentials` of `@yizhangtu/data/request`. */
  @property() src?: string;

  /** What is drawn: feature type of a WFS (`city:parks`), collection of an OGC API. */
  @property() table?: string;

  /** Property that tells rows apart. Without it the ids of the features do. */
  @property({ attribute: 'id-field' }) idField?: string;

  /** Only rows that meet this condition, in a language of the service. */
  @property() filter?: string;

  #strategy: FetchStrategy = 'all';
  #axis: AxisPolicy = 'auto';

  /** `all` fetches the table once, up to `limit`; `bbox` what the view shows, asked for again as it moves. What lies outside is kept out. */
  @property()
  get strategy(): FetchStrategy {
    return this.#strategy;
  }
  set strategy(value: FetchStrategy | null | undefined) {
    const strategy = value ?? 'all';
    if (STRATEGIES.includes(strategy)) this.#strategy = strategy;
    else badValue(this, 'strategy', value, 'bbox');
  }

  /**
   * Order of coordinates of the service: `xy` longitude or east first, `yx` latitude or north first. `auto` asks as the standard says, and looks
   * whether rows lie within the bounds that the service states.
   */
  @property()
  get axis(): AxisPolicy {
    return this.#axis;
  }
  set axis(value: AxisPolicy | null | undefined) {
    const axis = value ?? 'auto';
    if (AXES.includes(axis)) this.#axis = axis;
    else badValue(this, 'axis', value, 'yx');
  }

  protected override get windowed(): boolean {
    return this.#strategy === 'bbox';
  }

  protected override get sourceKey(): string | undefined {
    if (!this.src || !this.table) return undefined;
    const { src, table, idField, filter, axis, timeLimit } = this;
    return JSON.stringify([src, table, idField, filter, axis, timeLimit, this.system]);
  }

  /** The coordinate system rows are asked in; undefined where the service has no choice. */
  protected get system(): string | undefined {
    return undefined;
  }

  protected override async newSource(): Promise<RowSource> {
    const { src = '', table = '', idField, filter, axis, timeLimit } = this;
    const code = await import('@yizhangtu/data/remote-features');
    return this.rowsBy(code, { src, table, idField, axis, timeLimit, subject: this, ...(filter && { filter }), ...(this.system && { crs: this.system }) });
  }

  /** The rows, by the code of feature services. */
  protected abstract rowsBy(code: FeatureCode, options: FeatureServiceOptions): RowSource;
}
