import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { asYztError } from '@yizhangtu/base/errors';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { GridData, ValueGrid } from '@yizhangtu/data/value-grid';
import { newCanvasLayer } from '../data-layer/canvas-door.js';
import type { CanvasLayer } from '../data-layer/canvas-layer.js';
import { LayerElement } from '../layer/layer.js';
import type { DrawTarget } from '../renderer/types.js';
import { Loading } from '../shared/loading.js';
import { readNumber } from '../shared/read-number.js';
import { WordsReader } from '../shared/read-words.js';
import { showState } from '../shared/show-state.js';
import type { PlacedGrid } from './grid-code.js';

const TIME_LIMIT = 30;

/** What a layer draws a grid with; its code comes with the grid. */
export interface GridPicture {
  /** What the legend shows. */
  readonly model: Symbology | undefined;
  draw(target: DrawTarget): void;
  /** Frees what is kept for drawing; nothing is drawn afterwards. */
  dispose(): void;
}

/**
 * Base of the layers that draw a grid of values: loaded from `url` or given by the page, once, while the layer is on a map. A grid that cannot be
 * used is an error with a name; the one that was shown stays.
 */
export abstract class ValueGridLayerElement<P extends GridPicture> extends LayerElement {
  /** Address of the grid as JSON, relative to the page or absolute. */
  @property() url = '';

  #grid?: GridData | undefined;
  #version = 0;
  #timeLimit: number | undefined;
  #placed?: PlacedGrid | undefined;
  #picture?: P | undefined;
  #model?: Symbology | undefined;
  readonly #words = new WordsReader({ tag: this.localName, fail: (error) => this.fail(error), clearError: () => this.clearError() });
  readonly #loading = new Loading<{ readonly placed: PlacedGrid; readonly picture: () => P }>({
    loaded: ({ placed, picture }) => this.#show(placed, picture),
    failed: (reason) => this.#failed(reason),
    state: () => this.#showState(),
  });

  /** The grid itself, in the same form as the JSON; typed arrays are taken for its numbers. Wins over `url`. Give a new object for new numbers. */
  @property({ attribute: false })
  get grid(): GridData | undefined {
    return this.#grid;
  }
  set grid(value: GridData | null | undefined) {
    this.#grid = value ?? undefined;
    this.#version++;
  }

  /** Seconds until an answer must be there. Default 30. */
  @property({ attribute: 'time-limit' })
  get timeLimit(): number {
    return this.#timeLimit ?? TIME_LIMIT;
  }
  set timeLimit(value: number | string | null | undefined) {
    this.#timeLimit = readNumber(this, { name: 'time-limit', min: 1, max: 3600, example: String(TIME_LIMIT) }, value, this.#timeLimit);
  }

  /** The grid that is shown; undefined before it is there. */
  get valueGrid(): ValueGrid | undefined {
    return this.#placed?.grid;
  }

  /** True while the grid is on its way. Reflected as an attribute. */
  get loading(): boolean {
    return this.#loading.isUnderWay;
  }

  override get symbologyModel(): Symbology | undefined {
    return this.#model;
  }

  /** Asks for the grid again, for example because there is a newer one under the same address. What is shown stays until it is there. */
  reload(): void {
    this.#loading.again();
  }

  /** What draws, once it is there. */
  protected get picture(): P | undefined {
    return this.#picture;
  }

  /** The grid and how its places become degrees. */
  protected get placedGrid(): PlacedGrid | undefined {
    return this.#placed;
  }

  /** Brings the code and the grid. */
  protected abstract load(data: GridData | undefined, signal: AbortSignal): Promise<{ readonly placed: PlacedGrid; readonly picture: () => P }>;

  /** Hands properties, theme and grid to the picture. */
  protected abstract prepare(picture: P, placed: PlacedGrid): void;

  protected override createOlLayer(): CanvasLayer {
    return newCanvasLayer((target) => this.#picture?.draw(target));
  }

  protected override disposeOlLayer(layer: CanvasLayer): void {
    this.#loading.end();
    super.disposeOlLayer(layer);
    this.#picture?.dispose();
    this.#picture = this.#placed = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#want();
    this.refresh();
    this.#showState();
  }

  protected override mapChanged(): void {
    this.requestUpdate();
  }

  /** Puts properties and theme to use, and draws in the next frame. */
  protected refresh(): void {
    if (this.#picture && this.#placed) this.prepare(this.#picture, this.#placed);
    this.renewModel();
    this.repaint();
  }

  /** Tells map and legend where what the legend shows is another. */
  protected renewModel(): void {
    const model = this.#picture?.model;
    if (model === this.#model) return;
    this.#model = model;
    this.layerChanged();
  }

  /** Reads words of an attribute; what cannot be used is said once and `fallback` is taken. */
  protected reading<T>(words: string, fallback: string, read: (words: string) => T): T {
    return this.#words.read(words, fallback, read);
  }

  /** Nothing is asked for before the layer is on a map, or while it is switched off. */
  #want(): void {
    if (!this.mapElement || (this.invisible && !this.#picture)) return;
    const data = this.#grid;
    const key = data ? `grid ${this.#version}` : this.url && `url ${this.url}`;
    if (key === '') this.#forget();
    this.#loading.want(key, (signal) => this.load(data, signal));
  }

  #show(placed: PlacedGrid, picture: () => P): void {
    this.#placed = placed;
    this.#picture ??= picture();
    this.clearError();
    this.refresh();
  }

  #showState(): void {
    if (showState(this, { loading: this.loading, error: this.error })) this.layerChanged();
  }

  #forget(): void {
    this.#picture?.dispose();
    this.#picture = this.#placed = undefined;
  }

  #failed(reason: unknown): void {
    const tag = this.localName;
    this.fail(asYztError(reason, 'network', {
      zh: `<${tag}>：图层的代码加载失败。请检查网络，以及脚本旁的文件是否齐全。`,
      en: `<${tag}>: the code of the layer did not load. Check the network, and that all files beside the script are there.`,
    }));
  }
}
