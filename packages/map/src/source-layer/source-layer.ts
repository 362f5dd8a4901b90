import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { DatasetLoad } from '@yizhangtu/data/dataset';
import type { Dataset } from '@yizhangtu/data/model';
import { onResume } from '@yizhangtu/data/request';
import { RowsLoader, type RowsFound, type RowSource } from '@yizhangtu/data/row-source';
import { PLAIN_LOOK, type LayerLook } from '../data-layer/layer-look.js';
import { readNumber } from '../shared/read-number.js';
import type { Bounds } from '../shared/values.js';
import { OwnRowsLayerElement } from './own-rows-layer.js';

/** Most rows when nobody says. */
const LIMIT = 20_000;
const MOST = 1_000_000;

/**
 * Base of the layers whose rows come from a service or a file of the network as far as they are wanted.
 */
export abstract class SourceLayerElement extends OwnRowsLayerElement {
  /** Seconds until an answer must be there. Default 30. */
  @property({ type: Number, attribute: 'time-limit' }) timeLimit = 30;

  #limit?: number;
  #width?: number;
  #fillOpacity?: number;
  #key: string | undefined;
  /** Where it looks for a picture. */
  #elsewhere: Bounds | undefined;
  readonly #loader = new RowsLoader({
    state: () => this.tellState(),
    loaded: (found) => this.#loaded(found),
    failed: (reason) => this.#failed(reason),
  });

  constructor() {
    super('mixed');
  }

  /** Most rows in the page at a time, 1 to 1 000 000. Default 20 000. Where there are more, `truncated` is set and a hint says how many. */
  @property({ type: Number })
  get limit(): number {
    return this.#limit ?? LIMIT;
  }
  set limit(value: number | null | undefined) {
    this.#limit = readNumber(this, { name: 'limit', min: 1, max: MOST, example: '20000' }, value, this.#limit);
  }

  /** Width of lines in CSS px, 0.5 to 40. Default 2. */
  @property({ type: Number })
  get width(): number {
    return this.#width ?? PLAIN_LOOK.width;
  }
  set width(value: number | null | undefined) {
    this.#width = readNumber(this, { name: 'width', min: 0.5, max: 40, example: '3' }, value, this.#width);
  }

  /** Opacity of the fill of polygons, from 0 to 1. Default 0.75. */
  @property({ type: Number, attribute: 'fill-opacity' })
  get fillOpacity(): number {
    return this.#fillOpacity ?? PLAIN_LOOK.fillOpacity;
  }
  set fillOpacity(value: number | null | undefined) {
    this.#fillOpacity = readNumber(this, { name: 'fill-opacity', min: 0, max: 1, example: '0.75' }, value, this.#fillOpacity);
  }

  /** The rows that are here, with filters and selection. Always there, empty before the first answer. */
  get dataset(): Dataset {
    return this.#loader.dataset;
  }

  /** True while rows are under way. Reflected as an attribute. */
  get loading(): boolean {
    return this.#loader.loading;
  }

  /** True when there are more rows than `limit`. Reflected as an attribute. */
  get truncated(): boolean {
    return this.hasAttribute('truncated');
  }

  /** Asks the source again for what is shown. */
  reload(): void {
    this.#open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#key === undefined) this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const key = JSON.stringify([this.sourceKey, this.windowed, this.limit]);
    if (key !== this.#key && this.isConnected) {
      this.#key = key;
      this.#open();
    }
    this.see();
  }

  override lookAt(bounds?: Bounds): void {
    this.#elsewhere = bounds;
    this.see();
  }

  protected override listen(): (() => void)[] {
    return [onResume(() => this.error && this.#open())];
  }

  protected override rest(): void {
    this.#loader.close();
    this.#key = undefined;
    this.toggleAttribute('loading', false);
  }

  protected override look(): LayerLook {
    const { size, width, fillOpacity } = this;
    return { ...PLAIN_LOOK, size, width, fillOpacity };
  }

  /** Stands for everything that means another source; undefined while there is none. */
  protected abstract get sourceKey(): string | undefined;

  /** Only what the view shows is asked for, again and again as it moves. */
  protected abstract get windowed(): boolean;

  /** The source by the properties there are now; its code comes with it. @throws YztError for properties that cannot be used. */
  protected abstract newSource(): Promise<RowSource>;

  protected override see(): void {
    // A layer that is hidden or out of its range of scales asks for nothing.
    this.#loader.see(this.isShown ? (this.#elsewhere ?? this.mapElement?.viewBounds) : undefined);
  }

  #open(): void {
    this.clearError();
    this.toggleAttribute('truncated', false);
    const source = this.sourceKey === undefined ? undefined : this.newSource();
    // Said when it is asked for; a layer that asks for nothing says nothing.
    source?.catch(() => undefined);
    this.#loader.open(source, { limit: this.limit, windowed: this.windowed });
    this.see();
  }

  #loaded({ more, matched, table }: RowsFound): void {
    this.clearError();
    this.toggleAttribute('truncated', more);
    if (more) this.#sayTruncated(matched);
    const { report } = table;
    const told = report.notes.filter((note) => note.action !== 'kept');
    if (told.length > 0) hint('features-skipped', { zh: `<${this.localName}>：${told.map((note) => note.text.zh).join('；')}。`, en: `<${this.localName}>: ${told.map((note) => note.text.en).join('; ')}.` }, this);
    const detail: DatasetLoad = { rows: this.dataset.rowCount, report };
    this.emit('yzt-load', detail);
  }

  #sayTruncated(matched: number | undefined): void {
    const { localName, limit } = this;
    const [zh, en] = matched === undefined ? ['更多', 'more'] : [`${matched}`, `${matched}`];
    hint(
      'features-skipped',
      {
        zh: `<${localName}>：符合条件的有 ${zh} 行，只取了前 ${limit} 行（limit）。请放大地图、加 filter，或写大 limit。`,
        en: `<${localName}>: there are ${en} rows, of which the first ${limit} (limit) were fetched. Zoom in, add a filter, or raise limit.`,
      },
      this,
    );
  }

  #failed(reason: unknown): void {
    const { localName } = this;
    const error = asYztError(reason, 'query-failed', { zh: `<${localName}>：无法读取数据。`, en: `<${localName}>: the data cannot be read.` });
    const named = (text: string): string => text.replace(/<yzt-(?:remote-)?dataset\b/, `<${localName}`);
    this.fail(new YztError(error.code, { zh: named(error.text.zh), en: named(error.text.en) }, { cause: error.cause }));
    this.tellState();
  }
}
