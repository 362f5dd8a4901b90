import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import ImageLayer from 'ol/layer/Image.js';
import type ImageSource from 'ol/source/Image.js';
import { LayerElement } from '../layer/layer.js';
import { codeMissing } from '../shared/code-missing.js';
import { badValue } from '../shared/bad-value.js';
import { Loading } from '../shared/loading.js';
import { readNumber } from '../shared/read-number.js';
import { showState } from '../shared/show-state.js';
import type { Bounds } from '../shared/values.js';
import type * as placed from './placed-picture.js';

/** Min x, min y, max x, max y in the coordinate system of a picture. */
export type PictureExtent = readonly [west: number, south: number, east: number, north: number];

const TIME_LIMIT = 30;
const EXAMPLE = '119.9 35.6 120.7 36.4';

function extentFrom(value: unknown): PictureExtent | undefined {
  const parts = typeof value === 'string' ? value.trim().split(/[\s,，]+/).map(Number) : value;
  if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => Number.isFinite(part))) return undefined;
  const [west, south, east, north] = parts as [number, number, number, number];
  return west < east && south < north ? [west, south, east, north] : undefined;
}

/**
 * One picture on the ground: a scanned plan, a drone photograph, a radar picture. It lies where `extent` or a world file says, in degrees or in
 * `crs`, and is turned into the projection of the map.
 * @tag yzt-image-layer
 * @summary A georeferenced picture: an extent or a world file, in any known coordinate system.
 * @fires yzt-error - There is no picture: not there, refused, another origin that allows no reading, no picture at all, or its place is not known.
 */
export class YztImageLayer extends LayerElement {
  /** Address of the picture, relative to the page or absolute. */
  @property() url = '';

  /** Address of a world file (.pgw, .jgw, .tfw, .wld). Wins over `extent`; a picture that it turns is turned. */
  @property({ attribute: 'world-file' }) worldFile = '';

  /** Coordinate system of `extent` or of the world file: `EPSG:4549`, `EPSG:3857`, … Without it degrees. */
  @property() crs = '';

  /** Asks for the picture with CORS, so that a map picture can be exported: `anonymous` or `use-credentials`. */
  @property({ attribute: 'cross-origin' }) crossOrigin: '' | 'anonymous' | 'use-credentials' = '';

  /** Shows the pixels of an enlarged picture as squares, for classified pictures. */
  @property({ type: Boolean }) pixelated = false;

  #extent?: PictureExtent | undefined;
  #timeLimit: number | undefined;
  #picture?: placed.PlacedPicture | undefined;
  #code?: typeof placed;
  readonly #loading = new Loading<placed.PlacedPicture>({
    loaded: (picture) => this.#show(picture),
    failed: (reason) => this.#failed(reason),
    state: () => this.#showState(),
  });

  /** West, south, east and north edge of the picture in `crs`: `119.9 35.6 120.7 36.4`. */
  @property()
  get extent(): PictureExtent | undefined {
    return this.#extent;
  }
  set extent(value: PictureExtent | string | null | undefined) {
    const extent = value == null ? undefined : extentFrom(value);
    if (value != null && !extent) badValue(this, 'extent', value, EXAMPLE);
    else this.#extent = extent;
  }

  /** Seconds until the picture must be there. Default 30. */
  @property({ attribute: 'time-limit' })
  get timeLimit(): number {
    return this.#timeLimit ?? TIME_LIMIT;
  }
  set timeLimit(value: number | string | null | undefined) {
    this.#timeLimit = readNumber(this, { name: 'time-limit', min: 1, max: 3600, example: String(TIME_LIMIT) }, value, this.#timeLimit);
  }

  /** True while the picture is on its way. Reflected as an attribute. */
  get loading(): boolean {
    return this.#loading.isUnderWay;
  }

  /** The box around the picture, west south east north in degrees; undefined before it is there. */
  get pictureBounds(): Bounds | undefined {
    return this.#picture?.bounds;
  }

  override get layerBounds(): Bounds | undefined {
    return this.pictureBounds;
  }

  /** Asks for the picture again, for example because there is a newer one under the same address. What is shown stays until it is there. */
  reload(): void {
    this.#loading.again();
  }

  protected override createOlLayer(): ImageLayer<ImageSource> {
    return new ImageLayer();
  }

  protected override disposeOlLayer(layer: ImageLayer<ImageSource>): void {
    this.#loading.end();
    super.disposeOlLayer(layer);
    this.#forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#want();
    if (changed.has('pixelated')) this.#place();
    this.#showState();
  }

  protected override mapChanged(): void {
    this.requestUpdate();
  }

  /** Nothing is asked for before the layer is on a map, or while it is switched off. */
  #want(): void {
    const { url, worldFile, extent, crs, crossOrigin } = this;
    if (!this.mapElement || (this.invisible && !this.#picture)) return;
    const key = url === '' ? '' : JSON.stringify([url, worldFile, extent, crs, crossOrigin]);
    if (key === '') this.#clear();
    this.#loading.want(key, async (signal) => {
      const { placedPicture } = (this.#code = await import('./placed-picture.js'));
      return placedPicture({ element: this, url, worldFile, extent, crs, crossOrigin, timeLimit: this.timeLimit, signal });
    });
  }

  #show(picture: placed.PlacedPicture): void {
    const before = this.#picture;
    this.#picture = picture;
    this.clearError();
    this.#place();
    if (before) this.#code?.release(before);
    this.layerChanged();
  }

  #place(): void {
    const layer = this.olLayer as ImageLayer<ImageSource>;
    if (!this.#picture || !this.#code) return;
    layer.getSource()?.dispose();
    layer.setSource(this.#code.pictureSource(this.#picture, !this.pixelated));
  }

  #clear(): void {
    const layer = this.olLayer as ImageLayer<ImageSource>;
    layer.getSource()?.dispose();
    layer.setSource(null);
    this.#forget();
  }

  #showState(): void {
    if (showState(this, { loading: this.loading, error: this.error })) this.layerChanged();
  }

  #forget(): void {
    if (this.#picture) this.#code?.release(this.#picture);
    this.#picture = undefined;
  }

  #failed(reason: unknown): void {
    this.fail(codeMissing(this, reason));
  }
}
