import { property } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import { formatQuantity } from '@yizhangtu/base/units';
import type { GridData } from '@yizhangtu/data/value-grid';
import type { Identified } from '../layer/identified.js';
import { badValue } from '../shared/bad-value.js';
import { numberFrom, type LonLat } from '../shared/values.js';
import { readNumber } from '../shared/read-number.js';
import type { PlacedGrid } from '../value-grid/grid-code.js';
import { ValueGridLayerElement } from '../value-grid/value-grid-layer.js';
import type { BandLook } from './band-look.js';
import type { ContourForm } from './contour-painter.js';
import type * as code from './contour-picture.js';

export type { BandLook, ContourForm };

const DEFAULT_BREAKS = '8:pretty:ylgnbu';
const FILL_OPACITY = 0.75;

/**
 * A grid of numbers as bands and isolines: temperature of air or sea, rain, depth, height. Where numbers are missing there is nothing, and lines
 * end; they reach to the edge of the grid. A click says the number there.
 * @tag yzt-contour-layer
 * @summary Isolines and filled bands of a grid of values, with limits, labels, legend and identify.
 * @fires yzt-error - The grid could not be had or is none (`bad-grid`), or `breaks` cannot be read.
 */
export class YztContourLayer extends ValueGridLayerElement<code.ContourPicture> {
  /** How the numbers are cut into classes: `8:pretty:ylgnbu`, `6:quantile:reds`, `10,20,50:blues`. With `interval` only its ramp counts. */
  @property() breaks = DEFAULT_BREAKS;

  /** Writes the numbers on the lines. */
  @property({ type: Boolean }) labels = false;

  #interval?: number | undefined;
  #base?: number | undefined;
  #form: ContourForm = 'bands';
  #fillOpacity?: number | undefined;
  #code?: typeof code;

  /** Numbers between two limits: 2 gives …, 18, 20, 22, …; see `base`. Where there would be more than 60 limits, twice as much, and so on. */
  @property()
  get interval(): number | undefined {
    return this.#interval;
  }
  set interval(value: number | string | null | undefined) {
    const interval = value == null ? undefined : numberFrom(value, Number.MIN_VALUE);
    if (value != null && interval === undefined) badValue(this, 'interval', value, '2');
    else this.#interval = interval;
  }

  /** A number that is a limit, with `interval`. Default 0. */
  @property()
  get base(): number {
    return this.#base ?? 0;
  }
  set base(value: number | string | null | undefined) {
    this.#base = readNumber(this, { name: 'base', min: -Number.MAX_VALUE, max: Number.MAX_VALUE, example: '0' }, value, this.#base);
  }

  /** `bands` fills the areas between limits, `lines` draws lines of equal value in the colours of the ramp, `both` fills and draws thin lines. */
  @property()
  get form(): ContourForm {
    return this.#form;
  }
  set form(value: ContourForm | null | undefined) {
    const form = value ?? 'bands';
    if (form === 'bands' || form === 'lines' || form === 'both') this.#form = form;
    else badValue(this, 'form', value, 'lines');
  }

  /** Opacity of the bands, from 0 to 1. Default 0.75. */
  @property({ attribute: 'fill-opacity' })
  get fillOpacity(): number {
    return this.#fillOpacity ?? FILL_OPACITY;
  }
  set fillOpacity(value: number | string | null | undefined) {
    this.#fillOpacity = readNumber(this, { name: 'fill-opacity', min: 0, max: 1, example: '0.75' }, value, this.#fillOpacity);
  }

  /** The number at a place, between the places of the grid as well; undefined outside of it and where it is missing. */
  valueAt(lonLat: LonLat): number | undefined {
    const { placedGrid } = this;
    const value = placedGrid && this.#code ? this.#code.numberAt(placedGrid, 'values', lonLat) : NaN;
    return Number.isNaN(value) ? undefined : value;
  }

  override identifyAt(place: LonLat): Promise<readonly Identified[]> | undefined {
    const grid = this.placedGrid?.grid;
    if (!grid || !this.#code) return undefined;
    const value = this.valueAt(place);
    if (value === undefined) return Promise.resolve([]);
    const label = this.say(grid.label ?? { zh: '数值', en: 'Value' });
    const text = formatQuantity(value, grid.unit ?? '', { maxDigits: digitsOf(value) }, this.locale).text;
    return Promise.resolve([{ rows: [{ label, value: text }, ...this.#code.factsOf(grid, (words) => this.say(words))] }]);
  }

  protected override async load(data: GridData | undefined, signal: AbortSignal): Promise<{ placed: PlacedGrid; picture: () => code.ContourPicture }> {
    const { ContourPicture, placedGrid } = (this.#code = await import('./contour-picture.js'));
    const placed = await placedGrid({ element: this, url: this.url, data, timeLimit: this.timeLimit, signal });
    if (!placed.grid.columns.has('values')) throw this.#noValues();
    return { placed, picture: () => new ContourPicture(() => this.repaint()) };
  }

  /** Limits, colours and words of a list in place of `breaks` and `interval`; for layers of packs. @param _dark Whether the map is dark. */
  protected bandLook(_dark: boolean): BandLook | undefined {
    return undefined;
  }

  protected override prepare(picture: code.ContourPicture, placed: PlacedGrid): void {
    const from = this.#code;
    if (!from) return;
    const { interval, base, form, labels, fillOpacity } = this;
    const { dark } = from.surfaceTheme(this);
    const spec = this.reading(this.breaks || DEFAULT_BREAKS, DEFAULT_BREAKS, from.breaksSpec);
    picture.prepare({ placed, spec, interval, base, look: this.bandLook(dark), form, labels, fillOpacity, dark, theme: from.layerTheme(this) });
  }

  protected override themeChanged(): void {
    this.refresh();
  }

  #noValues(): YztError {
    const tag = this.localName;
    return new YztError('bad-grid', {
      zh: `<${tag}>：格网里没有 values（只有 u、v）。流场用 <yzt-flow-layer>。`,
      en: `<${tag}>: the grid has no values (only u and v). Movement is for <yzt-flow-layer>.`,
    });
  }
}

/** As many digits as a grid is true to, about four in all. */
function digitsOf(value: number): number {
  return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.max(1e-6, Math.abs(value))))));
}
