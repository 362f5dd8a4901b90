import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Text } from '@yizhangtu/base/locale';
import { isRampName } from '@yizhangtu/standards/ramps';
import { LayerElement } from '../layer/layer.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import { WordsReader } from '../shared/read-words.js';
import type { Sun } from './hillshade.js';
import type { RasterOptions } from './raster.js';

/** What is drawn of numbers: their colours, their light and shadow as heights, or both. */
export type RasterForm = 'colors' | 'shade' | 'both';

const TIME_LIMIT = 30;
const DEFAULT_RAMP = 'ylgnbu';
const [AZIMUTH, ALTITUDE] = [315, 45];

function numbersFrom(value: unknown, count: number): readonly number[] | undefined {
  const parts = typeof value === 'string' ? value.trim().split(/[\s,，]+/).map(Number) : value;
  if (!Array.isArray(parts) || parts.length !== count || !parts.every((part) => Number.isFinite(part))) return undefined;
  return parts as number[];
}

/** What a page says of a raster. */
export abstract class RasterLayerElement extends LayerElement {
  /** Address of the file, relative to the page or absolute. */
  @property() src = '';

  /** A file of the reader's, over `src`. */
  @property({ attribute: false }) file?: Blob | undefined;

  /** Coordinate system of the file, over what it says itself: `EPSG:4528`. */
  @property() crs = '';

  /** A band, or band maths in the language of expressions: `b1`, `(b8 - b4) / (b8 + b4)`. Bands are `b1`, `b2` …, and what the file calls them. Without it the file decides. */
  @property() expression = '';

  /** Cuts the numbers into classes: `8:pretty:ylgnbu`, `6:quantile:reds`, `0,0.2,0.4,0.6:brbg`. Without it colours run into each other along `ramp`. */
  @property() breaks = '';

  /** What the numbers are, for legend and identify; by itself the name of the band in the file. */
  @property({ attribute: 'value-label' }) valueLabel = '';

  /** Unit of the numbers: `m`, `℃`; by itself that of the band in the file. */
  @property() unit = '';

  /** Shows pixels as squares. Those of a palette always are. */
  @property({ type: Boolean }) pixelated = false;

  /** Words for the numbers of a palette or of classes of land, for legend and identify. Give a new map for new words. */
  @property({ attribute: false }) valueLabels?: ReadonlyMap<number, Text> | undefined;

  #rgbBands?: readonly number[] | undefined;
  #range?: readonly [number, number] | undefined;
  #ramp = '';
  #form: RasterForm | undefined;
  #nodata?: number | undefined;
  #azimuth?: number | undefined;
  #altitude?: number | undefined;
  #exaggeration?: number | undefined;
  #timeLimit?: number | undefined;
  #fileTurn = 0;
  readonly #words = new WordsReader({ tag: this.localName, fail: (error) => this.fail(error), clearError: () => this.clearError() });

  /** Three bands that are shown as red, green and blue, counted from 1: `4 3 2`. */
  @property({ attribute: 'rgb-bands' })
  get rgbBands(): readonly number[] | undefined {
    return this.#rgbBands;
  }
  set rgbBands(value: readonly number[] | string | null | undefined) {
    const bands = value == null ? undefined : numbersFrom(value, 3);
    if (value != null && !bands?.every((band) => Number.isInteger(band) && band > 0)) badValue(this, 'rgb-bands', value, '4 3 2');
    else this.#rgbBands = bands;
  }

  /** Smallest and largest number of the colours: `0 3000`. Without it those of the raster, but for the outermost hundredth. */
  @property()
  get range(): readonly [number, number] | undefined {
    return this.#range;
  }
  set range(value: readonly [number, number] | string | null | undefined) {
    const range = value == null ? undefined : numbersFrom(value, 2);
    if (value != null && !(range && (range[0] as number) < (range[1] as number))) badValue(this, 'range', value, '0 3000');
    else this.#range = range as readonly [number, number] | undefined;
  }

  /** Ramp of the colours: `ylgnbu`, `viridis`, `brbg` …; `-reversed` turns it round. Default `ylgnbu`. */
  @property()
  get ramp(): string {
    return this.#ramp || DEFAULT_RAMP;
  }
  set ramp(value: string | null | undefined) {
    const name = value ?? '';
    if (name === '' || isRampName(name)) this.#ramp = name;
    else badValue(this, 'ramp', value, DEFAULT_RAMP);
  }

  /** `colors` of the numbers, `shade` for light and shadow of heights, over whatever is below, or `both`. Default `colors`. */
  @property()
  get form(): RasterForm {
    return this.#form ?? 'colors';
  }
  set form(value: RasterForm | null | undefined) {
    if (value == null || value === 'colors' || value === 'shade' || value === 'both') this.#form = value ?? undefined;
    else badValue(this, 'form', value, 'shade');
  }

  /** The number that stands for none, over what the file says. */
  @property()
  get nodata(): number | undefined {
    return this.#nodata;
  }
  set nodata(value: number | string | null | undefined) {
    this.#nodata = readNumber(this, { name: 'nodata', min: -Number.MAX_VALUE, max: Number.MAX_VALUE, example: '-9999' }, value, this.#nodata);
  }

  /** Where the light of the relief comes from, degrees clockwise from north. Default 315, the north-west. */
  @property({ attribute: 'sun-azimuth' })
  get sunAzimuth(): number {
    return this.#azimuth ?? AZIMUTH;
  }
  set sunAzimuth(value: number | string | null | undefined) {
    this.#azimuth = readNumber(this, { name: 'sun-azimuth', min: 0, max: 360, example: '315' }, value, this.#azimuth);
  }

  /** How high the light of the relief stands, degrees above the horizon. Default 45. */
  @property({ attribute: 'sun-altitude' })
  get sunAltitude(): number {
    return this.#altitude ?? ALTITUDE;
  }
  set sunAltitude(value: number | string | null | undefined) {
    this.#altitude = readNumber(this, { name: 'sun-altitude', min: 1, max: 90, example: '45' }, value, this.#altitude);
  }

  /** How much heights are raised for the relief, 0.1 to 100: heights in feet, plains, the sea floor. Default 1. */
  @property()
  get exaggeration(): number {
    return this.#exaggeration ?? 1;
  }
  set exaggeration(value: number | string | null | undefined) {
    this.#exaggeration = readNumber(this, { name: 'exaggeration', min: 0.1, max: 100, example: '3' }, value, this.#exaggeration);
  }

  /** Seconds until an answer must be there. Default 30. */
  @property({ attribute: 'time-limit' })
  get timeLimit(): number {
    return this.#timeLimit ?? TIME_LIMIT;
  }
  set timeLimit(value: number | string | null | undefined) {
    this.#timeLimit = readNumber(this, { name: 'time-limit', min: 1, max: 3600, example: String(TIME_LIMIT) }, value, this.#timeLimit);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file')) this.#fileTurn++;
    super.willUpdate(changed);
  }

  /** Stands for the file that is wanted; empty for none. */
  protected get fileKey(): string {
    const { src, file, crs } = this;
    return src || file ? JSON.stringify([file ? this.#fileTurn : src, crs]) : '';
  }

  /** Which file is read, and how. */
  protected get rasterOptions(): RasterOptions {
    const { src, file, crs, timeLimit } = this;
    const name = file instanceof File ? file.name : 'file';
    return { element: this, url: file ? new URL(encodeURIComponent(name), document.baseURI).href : src, file, crs, timeLimit };
  }

  /** Whether the page says how numbers look, so that they are drawn whatever colours the file has. */
  protected get hasLook(): boolean {
    return this.breaks !== '' || this.#ramp !== '' || this.form !== 'colors';
  }

  /** The light, where there is a relief. */
  protected get sun(): Sun | undefined {
    const { sunAzimuth: azimuth, sunAltitude: altitude, exaggeration, form } = this;
    return form === 'colors' ? undefined : { azimuth, altitude, exaggeration };
  }

  /** Reads words of an attribute; what cannot be used is said once and `fallback` is taken. */
  protected reading<T>(words: string, fallback: string, read: (words: string) => T): T {
    return this.#words.read(words, fallback, read);
  }
}
