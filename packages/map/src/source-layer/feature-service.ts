import { property } from 'lit/decorators.js';
import type { FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import { badValue } from '../shared/bad-value.js';
import { SourceLayerElement } from './source-layer.js';

/** How much of a table is fetched: all of it, or what the view shows, asked for again as it moves. */
export type FetchStrategy = 'all' | 'bbox';

const STRATEGIES: readonly FetchStrategy[] = ['all', 'bbox'];

/** Base of the layers of feature services: what a page may say to all kinds. */
export abstract class FeatureServiceLayer extends SourceLayerElement {
  /** Address of the service, relative to the page. Credentials do not belong in it: see `setCredentials` of `@yizhangtu/data/request`. */
  @property() src?: string;

  /** What is drawn: feature type of a WFS (`city:parks`), collection of an OGC API, layer of ArcGIS, `datasource:dataset` of iServer. */
  @property() table?: string;

  /** Property that tells rows apart. Without it the ids of the features do. */
  @property({ attribute: 'id-field' }) idField?: string;

  /** Only rows that meet this condition, in a language of the service. */
  @property() filter?: string;

  #strategy: FetchStrategy = 'all';

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

  protected override get windowed(): boolean {
    return this.#strategy === 'bbox';
  }

  protected override get sourceKey(): string | undefined {
    if (!this.src || !this.isNamed) return undefined;
    const { subject: _subject, ...said } = this.options;
    return JSON.stringify(said);
  }

  /** The table is named. */
  protected get isNamed(): boolean {
    return Boolean(this.table);
  }

  /** The coordinate system rows are asked in; undefined where the service has no choice. */
  protected get system(): string | undefined {
    return undefined;
  }

  /** Everything the rows depend on. */
  protected get options(): FeatureServiceOptions {
    const { src = '', table = '', idField, filter, timeLimit, system } = this;
    return { src, table: table.trim(), idField, timeLimit, subject: this, ...(filter && { filter }), ...(system && { crs: system }) };
  }
}
