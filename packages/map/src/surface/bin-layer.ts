import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { YztError } from '@yizhangtu/base/errors';
import type { DatasetControllerOptions, DatasetLink } from '@yizhangtu/data/link';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import type { Hit, MapHover } from '../map/map-types.js';
import type { YztMap } from '../map/map.js';
import type { DrawTarget } from '../renderer/types.js';
import type { View } from '../renderer/view.js';
import { badValue } from '../shared/bad-value.js';
import { readNumber } from '../shared/read-number.js';
import type { Bounds } from '../shared/values.js';
import type { AskedCells, CountedCells } from './asked-cells.js';
import type { BinInput, BinMeasure, BinPicture } from './bin-picture.js';
import type { Bin } from './bin-types.js';
import { CELLS_KEY } from './cells-key.js';
import { cellsLink } from './cells-link.js';
import type { SurfaceEngine } from './engine-door.js';
import type { LatticeKind } from '../ground/lattice.js';
import { lengthFrom, type Length } from './length.js';
import { measureFrom } from './measure.js';
import { rowNumbers } from './row-numbers.js';
import { SurfaceLayerElement, type SurfaceChanges } from './surface-layer.js';

const DEFAULT_SIZE = '500m';
const DEFAULT_MEASURE = 'count';
const DEFAULT_BREAKS = '6:jenks:ylgnbu';
const FILL_OPACITY = 0.8;
const LIMITS = { m: [5, 2_000_000], px: [6, 256] } as const;

/**
 * Base of the layers that count rows in equal cells. A size in metres is one on the ground: a cell of 500 m measures 500 m at every
 * latitude. A cell is picked as a whole: its rows are selected together. Where the rows stay with a server, a click filters by the cell.
 */
export abstract class BinLayerElement extends SurfaceLayerElement<DatasetLike> {
  /** How the numbers of the cells are cut into classes: `6:jenks:ylgnbu`, `5:quantile`, `10,20,50:reds`. Limits come from all rows, filtered or not. */
  @property() breaks = DEFAULT_BREAKS;

  /** Cells do not react to the pointer. */
  @property({ type: Boolean, attribute: 'no-hover' }) noHover = false;

  /** Rows are not selected by a click on their cell, or by a box. */
  @property({ type: Boolean, attribute: 'no-select' }) noSelect = false;

  /** Form of the cells. */
  protected abstract readonly lattice: LatticeKind;

  #size = DEFAULT_SIZE;
  #measure = DEFAULT_MEASURE;
  #suppressBelow?: number;
  #fillOpacity?: number;
  #picture?: BinPicture;
  #make?: SurfaceEngine['binOf'];
  #asked?: AskedCells;
  #told?: YztError;
  #shown?: DatasetLike;
  #hovered = -1;
  #listening?: YztMap;

  /** Side of a square, or distance between opposite sides of a hexagon: `500m`, `2km` on the ground, `32px` on the screen. Default `500m`. */
  @property()
  get size(): string {
    return this.#size;
  }
  set size(value: string | null | undefined) {
    const words = value ?? DEFAULT_SIZE;
    if (lengthFrom(words, LIMITS)) this.#size = words;
    else badValue(this, 'size', value, '500m');
  }

  /** The number of a cell: `count`, or `sum`, `mean`, `min`, `max` of a field, as `sum:areaM2`. */
  @property()
  get measure(): string {
    return this.#measure;
  }
  set measure(value: string | null | undefined) {
    const words = value ?? DEFAULT_MEASURE;
    if (measureFrom(words)) this.#measure = words;
    else badValue(this, 'measure', value, 'sum:areaM2');
  }

  /**
   * Cells with fewer rows than this show that there are too few, not how many, and cannot be picked. 0, the default, shows all. It
   * keeps figures off the map; the rows themselves are still in the page that loaded them. Where the schema suppresses more, that counts.
   */
  @property({ type: Number, attribute: 'suppress-below' })
  get suppressBelow(): number {
    return this.#suppressBelow ?? 0;
  }
  set suppressBelow(value: number | null | undefined) {
    this.#suppressBelow = readNumber(this, { name: 'suppress-below', min: 0, max: 1e9, example: '5' }, value, this.#suppressBelow);
  }

  /** Opacity of the cells, from 0 to 1. Default 0.8. */
  @property({ type: Number, attribute: 'fill-opacity' })
  get fillOpacity(): number {
    return this.#fillOpacity ?? FILL_OPACITY;
  }
  set fillOpacity(value: number | null | undefined) {
    this.#fillOpacity = readNumber(this, { name: 'fill-opacity', min: 0, max: 1, example: '0.8' }, value, this.#fillOpacity);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.mapElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  /** The cell at a pixel from the top left of the map, suppressed ones too; undefined where there is none. */
  binAt(pixel: readonly [number, number]): Bin | undefined {
    const place = this.mapElement?.lonLatOf(pixel);
    const picture = this.#picture;
    return place && picture && this.#make?.(picture, picture.cellAt(...place));
  }

  /** The cell at a pixel as one hit, with all its rows in `bin`. Cells that are not told have none. */
  override hitsAt(pixel: readonly [number, number]): Hit[] {
    const dataset = this.#shown;
    const bin = this.binAt(pixel);
    // Rows elsewhere have no numbers here: one below zero tells cells apart.
    const row = bin?.choose && !bin.suppressed ? -2 - (this.#picture?.cellAt(...bin.center) ?? 0) : bin?.rows[0];
    return dataset && bin && row !== undefined ? [{ layer: this, dataset, row, lonLat: bin.center, bin }] : [];
  }

  /** Rows under a box in degrees, but for those in cells that are not told. */
  override rowsIn(bounds: Bounds): number[] {
    const rows = super.rowsIn(bounds);
    const state = this.#picture?.state;
    if (!(this.suppressBelow > 0) || !state) return rows;
    return rows.filter((row) => {
      const cell = this.#picture?.cellOfRow(row) ?? -1;
      return state.classes.classOf[cell] !== state.classes.suppressed;
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#listen(this.mapElement);
  }

  protected override mapChanged(next: YztMap | undefined): void {
    this.#listen(next);
  }

  protected override dataChanged(changes: SurfaceChanges): void {
    if (changes.has('data') || changes.has('filter')) this.redraw();
    else if (changes.has('selection') || !this.noHover) this.repaint();
  }

  protected override newLink(options: DatasetControllerOptions<DatasetLike>): DatasetLink<DatasetLike> {
    return cellsLink(this, options);
  }

  /** Lets go of the cells that are chosen of rows elsewhere. Returns whether there were any. */
  letGo(): boolean {
    const chosen = this.#shown?.filters.has(CELLS_KEY) === true && !rowsAreHere(this.#shown);
    if (chosen) this.#shown?.setFilter(CELLS_KEY, undefined);
    return chosen;
  }

  protected override renew(engine: SurfaceEngine, dataset: DatasetLike, view: View | undefined): Symbology | undefined {
    this.#shown = dataset;
    this.#picture ??= new engine.BinPicture(() => this.redraw());
    this.#make = engine.binOf;
    const input = this.#input(engine, dataset);
    if (rowsAreHere(dataset)) return this.#picture.update(input, view)?.model;
    const counted = this.#count(engine, dataset, input, view);
    return counted && this.#picture.update({ ...input, counted }, view)?.model;
  }

  protected override draw(engine: SurfaceEngine, dataset: DatasetLike, target: DrawTarget): Symbology | undefined {
    const model = this.renew(engine, dataset, target.view);
    this.#picture?.draw(target, this.#hoveredCell(dataset));
    return model;
  }

  protected override get counting(): Promise<void> | undefined {
    return this.#picture?.counting;
  }

  protected override clearPicture(): void {
    this.#picture?.clear();
    this.#picture = undefined;
    this.#asked?.forget();
    this.#hovered = -1;
  }

  /** The cell under the pointer, else that of the row another view points at. */
  #hoveredCell(dataset: DatasetLike): number {
    if (this.noHover) return -1;
    if (this.#hovered >= 0) return this.#hovered;
    if (!rowsAreHere(dataset)) return -1;
    const cell = this.#picture?.cellOfRow(dataset.hover) ?? -1;
    return dataset.passing()[dataset.hover] === 1 ? cell : -1;
  }

  #input(engine: SurfaceEngine, dataset: DatasetLike): BinInput {
    const asked: BinMeasure = measureFrom(this.measure) ?? { kind: 'count' };
    const here = rowsAreHere(dataset);
    const numbers = here ? rowNumbers(this, dataset, 'measure', asked.field) : undefined;
    return {
      dataset,
      kind: this.lattice,
      size: lengthFrom(this.size, LIMITS) as Length,
      measure: numbers || !here ? asked : { kind: 'count' },
      spec: this.reading(this.breaks || DEFAULT_BREAKS, DEFAULT_BREAKS, (words) => engine.breaksSpec(words)),
      suppressBelow: Math.max(this.suppressBelow, dataset.schema?.suppressBelow ?? 0),
      fillOpacity: this.fillOpacity,
      theme: this.theme(engine),
      ...(numbers && { numbers }),
    };
  }

  /** Cells that an engine counts. What is wrong is told once. */
  #count(engine: SurfaceEngine, dataset: DatasetLike, { kind, size, measure }: BinInput, view: View | undefined): CountedCells | undefined {
    if (!engine.countsCells(dataset)) return undefined;
    const asked = (this.#asked ??= new engine.AskedCells(() => this.redraw()));
    const counted = asked.cells(dataset, { kind, size, measure }, view);
    this.toggleAttribute('stale', asked.pending && counted !== undefined);
    const { error } = asked;
    if (error === this.#told) return counted;
    this.#told = error;
    if (error) this.fail(error);
    else this.clearError();
    return counted;
  }

  #listen(map: YztMap | undefined): void {
    if (map === this.#listening) return;
    this.#listening?.removeEventListener('yzt-hover-change', this.#onHover);
    this.#listening = map;
    map?.addEventListener('yzt-hover-change', this.#onHover);
  }

  readonly #onHover = (event: CustomEvent<MapHover>): void => {
    const top = event.detail.hits[0];
    const place = top?.layer === this && !this.noHover ? top.lonLat : undefined;
    const cell = place ? (this.#picture?.cellAt(...place) ?? -1) : -1;
    if (cell === this.#hovered) return;
    this.#hovered = cell;
    this.repaint();
  };
}
