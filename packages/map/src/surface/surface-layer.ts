import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { asYztError, YztError } from '@yizhangtu/base/errors';
import type { DatasetControllerOptions, DatasetLink } from '@yizhangtu/data/link';
import { rowsAreHere, type Dataset, type DatasetChange, type DatasetLike } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { newCanvasLayer } from '../data-layer/canvas-door.js';
import type { CanvasLayer } from '../data-layer/canvas-layer.js';
import { LayerElement } from '../layer/layer.js';
import type { DrawTarget } from '../renderer/types.js';
import type { View } from '../renderer/view.js';
import { showState } from '../shared/show-state.js';
import type { Bounds } from '../shared/values.js';
import { codeMissing } from '../shared/code-missing.js';
import { surfaceEngineNow, whenSurfaceEngine, type SurfaceEngine } from './engine-door.js';
import type { SurfaceTheme } from './surface-theme.js';

/** Changes of a dataset that change what is drawn; hover and selection are looked at by those layers that show them. */
export type SurfaceChanges = ReadonlySet<DatasetChange>;

/**
 * Base of the layers that draw what rows amount to, not the rows: heat, density, cells. They read the typed columns and follow the
 * filters of the dataset; nothing is counted again when only colours change.
 */
export abstract class SurfaceLayerElement<D extends DatasetLike = Dataset> extends LayerElement {
  /** The data to draw: the id of a `<yzt-dataset>`, or a `Dataset`. */
  @property() override dataset: string | DatasetLike | undefined;

  /** Address of GeoJSON or CSV that only this layer shows, relative to the page. Counts only without `dataset`. */
  @property() src?: string;

  /** Format of `src`: `geojson` or `csv`; found out if unset. */
  @property() format?: string;

  /** Encoding of `src`: `utf-8`, `gb18030`; found out if unset. */
  @property() encoding?: string;

  #engine: SurfaceEngine | undefined = surfaceEngineNow();
  #theme?: SurfaceTheme;
  #model?: Symbology;
  #view?: View;
  #failed?: string;
  readonly #data = this.newLink({
    given: () => this.dataset,
    onOwnEnd: (error) => (error ? this.fail(error) : this.clearError()),
    changes: ['data'],
    onChange: (changes) => {
      this.#showStale();
      this.dataChanged(changes);
    },
    onDataset: () => {
      if (!this.layerDataset) this.toggleAttribute('stale', false);
      this.#showStale();
      this.dataChanged(new Set(['data']));
    },
  });

  constructor() {
    super();
    // The drawing code comes while the data does; until then the layer holds its place and draws nothing.
    if (!this.#engine) void whenSurfaceEngine().then((engine) => this.#start(engine), (reason: unknown) => this.fail(codeMissing(this, reason)));
  }

  /** What the legend shows; undefined while there is no dataset, or nothing was counted. */
  override get symbologyModel(): Symbology | undefined {
    return this.#model;
  }

  /** The data that is drawn; undefined while there is none. */
  override get layerDataset(): Dataset | undefined {
    const { dataset } = this.#data;
    return dataset && rowsAreHere(dataset) ? dataset : undefined;
  }

  /** Rows under a box in degrees that pass the filters. */
  override rowsIn(bounds: Bounds): number[] {
    const dataset = this.layerDataset;
    if (!dataset || !this.#engine) return [];
    const passing = Uint16Array.from(dataset.passing());
    return ([1, 2, 3] as const).flatMap((type) => this.#engine?.rowsIn(dataset.geometry, passing, type, bounds) ?? []).sort((a, b) => a - b);
  }

  protected override createOlLayer(): CanvasLayer {
    return newCanvasLayer((target) => this.#paint(target));
  }

  protected override disposeOlLayer(layer: CanvasLayer): void {
    this.clearPicture();
    this.#view = undefined;
    super.disposeOlLayer(layer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    showState(this, this.#data);
    this.redraw();
  }

  /** Also waits for the drawing code, so that `updateComplete` means the legend is known. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const early = this.#engine === undefined;
    await whenSurfaceEngine();
    const done = await super.getUpdateComplete();
    while (this.counting) await this.counting;
    return early ? super.getUpdateComplete() : done;
  }

  protected override themeChanged(): void {
    this.#theme = undefined;
  }

  /** How the layer finds its dataset, and which ones it can work with. Called once, while the element is made. */
  protected abstract newLink(options: DatasetControllerOptions<D>): DatasetLink<D>;

  /** The dataset changed. */
  protected dataChanged(changes: SurfaceChanges): void {
    if (changes.has('data') || changes.has('filter')) this.redraw();
  }

  /** Draws again in the next frame; any number of calls make one frame. The legend is renewed where it does not wait for a frame. */
  protected redraw(): void {
    this.#renew();
    this.repaint();
  }

  /** What the layer looks like where it is. */
  protected theme(engine: SurfaceEngine): SurfaceTheme {
    // Kept once there is one, see `RowsLayer`.
    return this.#theme ?? (engine.hasTokens(this) ? (this.#theme = engine.surfaceTheme(this)) : engine.surfaceTheme(this));
  }

  /**
   * Counts what has to be counted.
   * @param view The view last drawn; undefined before the first frame.
   * @returns What the legend shows; undefined while that is not known.
   */
  protected abstract renew(engine: SurfaceEngine, dataset: D, view: View | undefined): Symbology | undefined;

  /** Draws one frame. Returns what the legend shows. */
  protected abstract draw(engine: SurfaceEngine, dataset: D, target: DrawTarget): Symbology | undefined;

  /** Resolves when what very many rows amount to is there; until then what was there before is shown. Undefined where nothing is being counted. */
  protected get counting(): Promise<void> | undefined {
    return undefined;
  }

  /** Frees what is kept for drawing. */
  protected abstract clearPicture(): void;

  /** Reads words of an attribute; what cannot be used is said once and `fallback` is taken. */
  protected reading<T>(words: string, fallback: string, read: (words: string) => T): T {
    try {
      const value = read(words);
      if (this.#failed !== undefined) this.clearError();
      this.#failed = undefined;
      return value;
    } catch (reason) {
      if (this.#failed !== words) this.#say(reason, words, fallback);
      this.#failed = words;
      return read(fallback);
    }
  }

  #say(reason: unknown, words: string, fallback: string): void {
    const text = { zh: `「${words}」无法使用，已按「${fallback}」显示。`, en: `"${words}" cannot be used; "${fallback}" is taken.` };
    const error = asYztError(reason, 'bad-attribute', text);
    this.fail(new YztError(error.code, { zh: `<${this.localName}> 的 ${error.text.zh}`, en: `<${this.localName}>: ${error.text.en}` }, { cause: reason }));
  }

  #start(engine: SurfaceEngine): void {
    this.#engine = engine;
    this.requestUpdate();
  }

  #renew(): void {
    const { dataset } = this.#data;
    if (!this.#engine || this.#data.loading) return;
    this.#show(dataset && this.renew(this.#engine, dataset, this.#view));
  }

  #paint(target: DrawTarget): void {
    const { dataset } = this.#data;
    this.#view = target.view;
    if (this.#engine && dataset) this.#show(this.draw(this.#engine, dataset, target));
    if (this.counting) target.wait?.();
  }

  /** Of rows that are elsewhere the layer says itself what it waits for. */
  #showStale(): void {
    const dataset = this.layerDataset;
    if (dataset) this.toggleAttribute('stale', dataset.filtering !== undefined || this.counting !== undefined);
  }

  #show(model: Symbology | undefined): void {
    this.#showStale();
    if (model === this.#model) return;
    this.#model = model;
    this.layerChanged();
  }
}
