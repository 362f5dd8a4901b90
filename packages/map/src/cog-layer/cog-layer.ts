import type { PropertyValues } from 'lit';
import { asYztError, type YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { onResume } from '@yizhangtu/data/request';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { RampName } from '@yizhangtu/standards/ramps';
import { newCanvasLayer } from '../data-layer/canvas-door.js';
import type { CanvasLayer } from '../data-layer/canvas-layer.js';
import type { Identified, IdentifyOptions } from '../layer/identified.js';
import { Loading } from '../shared/loading.js';
import { showState } from '../shared/show-state.js';
import type { Bounds, LonLat } from '../shared/values.js';
import type * as code from './cog-picture.js';
import type { Drawn, Raster } from './raster.js';
import { RasterLayerElement } from './raster-attributes.js';
import type { ColorWish } from './scale.js';

const NO_NAMES: ReadonlyMap<number, Text> = new Map();

/**
 * A cloud-optimised GeoTIFF on any server that knows HTTP ranges, or a GeoTIFF of the reader's: heights, a satellite image, classes of land. Of the file
 * its head and the blocks in view are read, in the size that fits the map, and turned into the projection of the map. One band, an expression over several
 * (NDVI), three as red, green and blue, or the file's own palette; heights as a shaded relief. Nothing is drawn where the file has no number.
 * @tag yzt-cog-layer
 * @summary Cloud-optimised GeoTIFF, read in parts: bands, band maths, palettes, images, hillshade, with legend and identify.
 * @fires yzt-error - The file cannot be reached or read, the server knows no ranges, its coordinate system is not known, it has no overviews for the view, or an attribute cannot be read.
 */
export class YztCogLayer extends RasterLayerElement {
  #code?: typeof code | undefined;
  #raster?: { readonly key: string; readonly raster: Raster } | undefined;
  #drawn?: Drawn | undefined;
  #picture?: code.CogPicture | undefined;
  #model?: Symbology | undefined;
  #trouble?: YztError | undefined;
  #unlisten?: (() => void) | undefined;
  readonly #loading = new Loading<Drawn>({
    loaded: (drawn) => this.#show(drawn),
    failed: (reason) => this.#failed(reason),
    state: () => this.#showState(),
  });

  /** True while the head of the file or blocks in view are on their way. Reflected as an attribute. */
  get loading(): boolean {
    return this.#loading.isUnderWay || (this.#picture?.isLoading ?? false);
  }

  /** The box around the raster, west south east north in degrees; undefined before it is known. */
  get rasterBounds(): Bounds | undefined {
    return this.#drawn?.raster.bounds;
  }

  override get layerBounds(): Bounds | undefined {
    return this.rasterBounds;
  }

  override get symbologyModel(): Symbology | undefined {
    return this.#model;
  }

  /** Opens the file again, for example because there is a newer one under the same address. What is shown stays until it is there. */
  reload(): void {
    this.#raster = undefined;
    this.#loading.again();
  }

  /**
   * The number at a place: of the band, of the expression, of the palette, in full resolution; the block it lies in is read. Undefined outside, where there is none, and for images.
   * @throws YztError why it could not be read; DOMException `AbortError` when stopped.
   */
  async valueAt(lonLat: LonLat, { signal = new AbortController().signal }: Partial<IdentifyOptions> = {}): Promise<number | undefined> {
    const value = this.#drawn && this.#code ? await this.#code.numberAt(this.#drawn, lonLat, signal) : NaN;
    return Number.isNaN(value) ? undefined : value;
  }

  /**
   * The numbers at many places, in full resolution, each between the middles of the four pixels around it (bilinear); NaN outside, where one of these is missing,
   * for images, and before the head of the file is read. Heights along a line, for example.
   * @param lonLats Longitude and latitude in degrees, two numbers a place.
   * @throws YztError why they could not be read; DOMException `AbortError` when stopped.
   */
  async valuesAt(lonLats: ArrayLike<number>, { signal = new AbortController().signal }: Partial<IdentifyOptions> = {}): Promise<Float64Array> {
    return this.#drawn && this.#code ? this.#code.numbersAt(this.#drawn, lonLats, signal) : new Float64Array(lonLats.length >> 1).fill(NaN);
  }

  override identifyAt(place: LonLat, { signal }: IdentifyOptions): Promise<readonly Identified[]> | undefined {
    const drawn = this.#drawn;
    if (!drawn || !this.#code) return undefined;
    return this.#code.identified(drawn, place, { ...this.#words(drawn), names: this.valueLabels ?? NO_NAMES, locale: this.locale, say: (text) => this.say(text) }, signal);
  }

  protected override createOlLayer(): CanvasLayer {
    return newCanvasLayer((target) => this.#picture?.draw(target));
  }

  protected override disposeOlLayer(layer: CanvasLayer): void {
    this.#loading.end();
    super.disposeOlLayer(layer);
    this.#forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#want();
    this.#refresh();
    this.#showState();
  }

  protected override mapChanged(): void {
    this.requestUpdate();
  }

  protected override themeChanged(): void {
    this.#refresh();
  }

  /** Nothing is asked for before the layer is on a map, or while it is switched off. */
  #want(): void {
    if (!this.mapElement || (this.invisible && !this.#picture)) return;
    const file = this.fileKey;
    if (file === '') this.#forget();
    const { expression, rgbBands, range, nodata } = this;
    const numbers = this.hasLook;
    this.#loading.want(file === '' ? '' : JSON.stringify([file, expression, rgbBands, rgbBands && range, nodata, numbers]), async (signal) => {
      const from = (this.#code = await import('./cog-picture.js'));
      const raster = this.#raster?.key === file ? this.#raster.raster : await from.openRaster(this.rasterOptions);
      this.#raster = { key: file, raster };
      return from.drawnOf(raster, { expression, rgbBands, range, nodata, numbers }, signal);
    });
  }

  #show(drawn: Drawn): void {
    const from = this.#code;
    if (!from) return;
    const before = this.#drawn?.raster;
    this.#drawn = drawn;
    this.#picture ??= new from.CogPicture(this.localName, { repaint: () => this.repaint(), state: () => this.#pictureState(), failed: (reason) => this.#failed(reason) });
    this.clearError();
    this.#refresh();
    if (before && before !== drawn.raster) before.store.dispose();
    this.layerChanged();
  }

  /** Puts properties and theme to use, and draws in the next frame. */
  #refresh(): void {
    const [picture, drawn, from] = [this.#picture, this.#drawn, this.#code];
    if (picture && drawn && from) {
      const { dark } = from.surfaceTheme(this);
      const isPalette = drawn.wish.kind === 'palette';
      picture.prepare({ drawn, color: this.#color(drawn, from), sun: this.sun, smooth: !this.pixelated && !isPalette, dark, words: { ...this.#words(drawn), sun: this.sun } });
    }
    const model = picture?.model;
    if (model !== this.#model) {
      this.#model = model;
      this.layerChanged();
    }
    this.repaint();
  }

  #color({ wish, raster }: Drawn, from: typeof code): ColorWish {
    if (wish.kind === 'palette') return { kind: 'palette', colors: raster.facts.palette, names: this.valueLabels ?? NO_NAMES };
    if (wish.kind === 'rgb' || this.form === 'shade') return { kind: 'none' };
    if (this.breaks !== '') return { kind: 'breaks', spec: this.reading(this.breaks, '5', from.breaksSpec) };
    return { kind: 'ramp', ramp: this.ramp as RampName, range: this.range };
  }

  #words({ wish, raster }: Drawn): { readonly label: Text; readonly unit: string | undefined } {
    const expression = this.expression || 'b1';
    const band = raster.facts.bands[Number(/^b(\d+)$/.exec(expression)?.[1] ?? 0) - 1];
    const own = wish.kind === 'numbers' ? (band ? band.name : expression) : band?.name;
    const label = this.valueLabel || own;
    return { label: label ? { zh: label, en: label } : { zh: '数值', en: 'Value' }, unit: this.unit || band?.unit || undefined };
  }

  #pictureState(): void {
    const trouble = this.#picture?.trouble;
    if (trouble && !this.#trouble) this.fail(trouble);
    else if (!trouble && this.#trouble && this.error === this.#trouble) this.clearError();
    this.#trouble = trouble && (this.#trouble ?? trouble);
    this.#showState();
  }

  #showState(): void {
    if (showState(this, { loading: this.loading, error: this.error })) this.layerChanged();
  }

  #forget(): void {
    this.#unlisten?.();
    this.#picture?.dispose();
    this.#unlisten = this.#picture = this.#drawn = this.#raster = this.#trouble = undefined;
  }

  #failed(reason: unknown): void {
    const tag = this.localName;
    this.#unlisten ??= onResume(() => this.#picture?.again());
    this.fail(asYztError(reason, 'network', {
      zh: `<${tag}>：图层的代码加载失败。请检查网络，以及脚本旁的文件是否齐全。`,
      en: `<${tag}>: the code of the layer did not load. Check the network, and that all files beside the script are there.`,
    }));
  }
}
