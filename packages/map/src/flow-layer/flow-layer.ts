import { property } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import type { GridData } from '@yizhangtu/data/value-grid';
import type { Identified } from '../layer/identified.js';
import { badValue } from '../shared/bad-value.js';
import type { LonLat } from '../shared/values.js';
import { readNumber } from '../shared/read-number.js';
import type { PlacedGrid } from '../value-grid/grid-code.js';
import { ValueGridLayerElement } from '../value-grid/value-grid-layer.js';
import type * as code from './flow-picture.js';
import type { FlowKind } from './flow-words.js';

export type { FlowKind };

/** What is drawn: particles that move, or arrows that stand. */
export type FlowForm = 'particles' | 'arrows';

/** A movement at a place. */
export interface FlowValue {
  /** In the unit of the grid. */
  readonly speed: number;
  /** Degrees clockwise from true north: where a wind comes from, where a current goes. */
  readonly bearing: number;
}

const DEFAULT_BREAKS = '6:pretty:ylgnbu';

/**
 * Wind or currents from a grid of `u` (to the true east) and `v` (to the true north): particles that follow them, faster where it is faster and
 * true to north and to the scale of the map everywhere. For who asked for less motion, on paper, or with `form="arrows"`, arrows stand in
 * their place. Nothing moves while the map does, or out of sight.
 * @tag yzt-flow-layer
 * @summary Wind and currents as moving particles or arrows, with legend and identify.
 * @fires yzt-error - The grid could not be had or is none (`bad-grid`), or `breaks` cannot be read.
 */
export class YztFlowLayer extends ValueGridLayerElement<code.FlowPicture> {
  /** How speeds are cut into classes, in the unit of the grid: `6:pretty:ylgnbu`, `5,8,11,14,17:reds`. */
  @property() breaks = DEFAULT_BREAKS;

  #kind: FlowKind = 'wind';
  #form: FlowForm = 'particles';
  #count?: number | undefined;
  #haste?: number | undefined;
  #trail?: number | undefined;
  #code?: typeof code;

  /** `wind` is named by where it comes from, with its force; `current` by where it goes. */
  @property()
  get kind(): FlowKind {
    return this.#kind;
  }
  set kind(value: FlowKind | null | undefined) {
    const kind = value ?? 'wind';
    if (kind === 'wind' || kind === 'current') this.#kind = kind;
    else badValue(this, 'kind', value, 'current');
  }

  /** `particles` move, `arrows` stand still. */
  @property()
  get form(): FlowForm {
    return this.#form;
  }
  set form(value: FlowForm | null | undefined) {
    const form = value ?? 'particles';
    if (form === 'particles' || form === 'arrows') this.#form = form;
    else badValue(this, 'form', value, 'arrows');
  }

  /** Particles in view, 10 to 20 000. Without it as many as the part of the map takes where something moves. */
  @property()
  get count(): number | undefined {
    return this.#count;
  }
  set count(value: number | string | null | undefined) {
    this.#count = readNumber(this, { name: 'count', min: 10, max: 20_000, example: '3000' }, value, this.#count);
  }

  /** How fast particles move, 0.1 to 10; with 1 the fastest of the grid crosses 80 px a second. Default 1. */
  @property({ attribute: 'speed-scale' })
  get speedScale(): number {
    return this.#haste ?? 1;
  }
  set speedScale(value: number | string | null | undefined) {
    this.#haste = readNumber(this, { name: 'speed-scale', min: 0.1, max: 10, example: '1.5' }, value, this.#haste);
  }

  /** Seconds until the trail of a particle has faded, 0.1 to 10. Default 1.2. */
  @property()
  get fade(): number {
    return this.#trail ?? 1.2;
  }
  set fade(value: number | string | null | undefined) {
    this.#trail = readNumber(this, { name: 'fade', min: 0.1, max: 10, example: '1.2' }, value, this.#trail);
  }

  /** Whether particles are on the move now. */
  get isMoving(): boolean {
    return this.picture?.isMoving ?? false;
  }

  /** The movement at a place; undefined outside of the grid and where it is missing. */
  flowAt(lonLat: LonLat): FlowValue | undefined {
    const [u, v] = this.#parts(lonLat);
    if (Number.isNaN(u + v) || !this.#code) return undefined;
    return { speed: Math.hypot(u, v), bearing: this.#code.bearingOf(u, v, this.kind) };
  }

  override identifyAt(place: LonLat): Promise<readonly Identified[]> | undefined {
    const grid = this.placedGrid?.grid;
    if (!grid || !this.#code) return undefined;
    const [u, v] = this.#parts(place);
    if (Number.isNaN(u + v)) return Promise.resolve([]);
    return Promise.resolve([{ rows: [...this.#code.flowRows(u, v, grid.unit, this.kind, this.locale), ...this.#code.factsOf(grid, (words) => this.say(words))] }]);
  }

  protected override async load(data: GridData | undefined, signal: AbortSignal): Promise<{ placed: PlacedGrid; picture: () => code.FlowPicture }> {
    const { FlowPicture, placedGrid } = (this.#code = await import('./flow-picture.js'));
    const placed = await placedGrid({ element: this, url: this.url, data, timeLimit: this.timeLimit, signal });
    if (!placed.grid.columns.has('u')) throw this.#noMovement();
    return { placed, picture: () => new FlowPicture(() => this.isShown, () => this.repaint()) };
  }

  protected override prepare(picture: code.FlowPicture, placed: PlacedGrid): void {
    const from = this.#code;
    if (!from) return;
    const { kind, form, count, speedScale, fade } = this;
    const { dark, outline } = from.surfaceTheme(this);
    picture.prepare({ placed, spec: this.reading(this.breaks || DEFAULT_BREAKS, DEFAULT_BREAKS, from.breaksSpec), kind, form, count, haste: speedScale, trail: fade, dark, halo: outline });
  }

  protected override themeChanged(): void {
    this.refresh();
  }

  #parts(place: LonLat): readonly [u: number, v: number] {
    const { placedGrid } = this;
    const { numberAt } = this.#code ?? {};
    return placedGrid && numberAt ? [numberAt(placedGrid, 'u', place), numberAt(placedGrid, 'v', place)] : [NaN, NaN];
  }

  #noMovement(): YztError {
    const tag = this.localName;
    return new YztError('bad-grid', {
      zh: `<${tag}>：格网里没有 u、v（只有 values）。数值用 <yzt-contour-layer>。`,
      en: `<${tag}>: the grid has no u and v (only values). Numbers are for <yzt-contour-layer>.`,
    });
  }
}
