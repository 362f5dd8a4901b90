/** The picture of a hexbin or grid layer. */
import type { Symbology } from '@yizhangtu/data/symbology';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import { countsAfter, passingChange, rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { CountedCells } from './asked-cells.js';
import { Hatches } from '../renderer/hatch.js';
import type { DrawTarget } from '../renderer/types.js';
import { worldShifts, type View } from '../renderer/view.js';
import { binClasses, binLimits, NO_CELL, type BinClasses } from './bin-classes.js';
import { binModel } from './bin-model.js';
import { BinCells, type BinLattice, type PlacedCells } from './bin-cells.js';
import type { BreaksSpec } from './classes.js';
import { CELLS_KEY } from './cells-key.js';
import { cellsOfRows, chosenCells } from './chosen-cells.js';
import { FINE_FROM, FinePicture, type FineLook } from './fine-cells.js';
import { fade } from '../renderer/fade.js';
import { InTurn } from '../shared/in-turn.js';
import type { Length } from './length.js';
import type { LatticeKind } from '../ground/lattice.js';
import { Memo } from './memo.js';
import { countTally, rowsOfCell, tallySteps, type CellMeasureKind, type Tally } from './tally.js';
import type { SurfaceTheme } from './surface-theme.js';

/** How rows become the number of a cell. */
export interface BinMeasure {
  readonly kind: CellMeasureKind;
  readonly field?: string;
}

/** What bins are drawn from. */
export interface BinInput {
  readonly dataset: DatasetLike;
  /** What an engine has counted, of rows that are elsewhere. */
  readonly counted?: CountedCells;
  readonly kind: LatticeKind;
  readonly size: Length;
  readonly measure: BinMeasure;
  readonly numbers?: ArrayLike<number>;
  readonly spec: BreaksSpec;
  /** Cells with fewer rows are not told; 0 tells all. */
  readonly suppressBelow: number;
  readonly fillOpacity: number;
  readonly theme: SurfaceTheme;
}

/** Everything that is known of the cells of a picture. */
export interface BinState {
  readonly input: BinInput;
  readonly lattice: BinLattice;
  readonly tally: Tally;
  readonly classes: BinClasses;
  readonly model: Symbology;
  /** Cells with selected rows. */
  readonly selected: readonly number[];
  /** Where the cells are on the map; undefined before there is one. */
  readonly placed: PlacedCells | undefined;
}

/** Cells wider than this, CSS px, are parted by a gap. */
const GAP_FROM = 7;
const GAP = 1;
const HOVERED = 2;
const SELECTED = 2.5;

/** Cells, their numbers, classes and corners; each is made again only when what it is made from changed. */
export class BinPicture {
  readonly #cells = new BinCells();
  readonly #all = new Memo<Tally>();
  readonly #now = new Memo<Tally>();
  readonly #limits = new Memo<readonly number[]>();
  readonly #classes = new Memo<BinClasses>();
  readonly #model = new Memo<Symbology>();
  readonly #marked = new Memo<readonly number[]>();
  readonly #look = new Memo<FineLook>();
  readonly #fine: FinePicture;
  readonly #hatches = new Hatches();
  readonly #work: InTurn<BinState | undefined>;
  #dataset?: DatasetLike;
  /** What was last counted, of which rows. */
  #last?: { readonly all: Tally; readonly passing: Uint8Array; readonly now: Tally } | undefined;

  /** @param settled Called when cells of very many rows are counted: time to update and draw again. */
  constructor(settled: () => void) {
    this.#work = new InTurn(settled);
    this.#fine = new FinePicture(settled);
  }

  /** What is known of the cells last counted. */
  get state(): BinState | undefined {
    return this.#work.last;
  }

  /** Resolves when cells of very many rows are counted, or so many are painted; until then what is known is what there was before. Undefined where none are being counted. */
  get counting(): Promise<void> | undefined {
    return this.#work.ended ?? this.#fine.ended;
  }

  /** Counts what has to be counted. Without a view nothing is known of cells whose size is in pixels. */
  update(input: BinInput, view: View | undefined): BinState | undefined {
    const { dataset } = input;
    if (this.#dataset !== dataset) this.#work.forget();
    this.#dataset = dataset;
    return this.#work.of(() => this.#steps(input, view), rowsAreHere(dataset) && dataset.rowCount >= SLICED_FROM);
  }

  *#steps(input: BinInput, view: View | undefined): Steps<BinState | undefined> {
    const counted = input.counted ?? (yield* this.#count(input, view));
    if (!counted) return undefined;
    const { lattice, all, now: tally } = counted;
    const { measure, spec, suppressBelow, theme, dataset } = input;
    const words = `${spec.count} ${spec.method} ${spec.edges?.join()} ${suppressBelow}`;
    const limits = yield* this.#limits.getting([all, words], function* () {
      yield 1;
      return binLimits(all, spec, suppressBelow, measure.kind === 'count');
    });
    // A pause belongs to what is made anew: once all is there nothing may be waited for.
    const classes = yield* this.#classes.getting([tally, limits, suppressBelow], function* () {
      yield 1;
      return binClasses(all, tally, limits, suppressBelow);
    });
    const { label, unit, schema } = { label: measure.field, unit: input.size, schema: dataset.schema };
    const model = this.#model.get([classes, spec.ramp, theme, schema, label, unit.value, unit.unit], () => binModel(input, classes));
    const chosen = rowsAreHere(dataset) ? dataset.selection : dataset.filters.get(CELLS_KEY);
    const selected = yield* this.#marked.getting([lattice.cells, chosen, classes], function* () {
      const cells = chosen && 'kind' in chosen ? chosenCells(lattice, chosen) : cellsOfRows(lattice, chosen);
      yield 1;
      return cells.filter((cell) => classes.classOf[cell] !== NO_CELL);
    });
    const placed = view && (yield* this.#cells.placedSteps(lattice, view.projection));
    return { input, lattice, tally, classes, model, selected, placed };
  }

  *#count({ dataset, kind, size, measure, numbers }: BinInput, view: View | undefined): Steps<CountedCells | undefined> {
    if (!rowsAreHere(dataset)) return undefined;
    const lattice = yield* this.#cells.latticeOf(dataset.geometry, kind, size, view);
    if (!lattice) return undefined;
    const { cells, rows } = lattice;
    const passing = dataset.passing();
    const what = { cells, kind: measure.kind, ...(rows && { rows }), ...(numbers && { numbers }) };
    const all = yield* this.#all.getting([cells, numbers, measure.kind], () => tallySteps(what));
    const moved = () => this.#moved(all, lattice, measure, passing);
    const now = yield* this.#now.getting([all, passing], function* () {
      return passing.indexOf(0) < 0 ? all : (moved() ?? (yield* tallySteps({ ...what, passing })));
    });
    this.#last = { all, passing, now };
    return { lattice, all, now };
  }

  /** Counts after a filter that moved, from those before it. */
  #moved(all: Tally, { cells, rows }: BinLattice, { kind }: BinMeasure, passing: Uint8Array): Tally | undefined {
    const change = passingChange(passing);
    const last = this.#last;
    const follows = last && last.all === all && last.passing === change?.from;
    return change && follows && kind === 'count' && !rows ? countTally(countsAfter(last.now.counts, cells.of, change, passing)) : undefined;
  }

  /** @param hover Cell under the pointer, −1 for none. */
  draw(target: DrawTarget, hover: number): void {
    const { state } = this;
    const { context, view } = target;
    const placed = state?.placed;
    if (placed?.code !== view.projection || !state) return;
    const { fillOpacity, theme } = state.input;
    const parted = placed.width * view.scale > GAP_FROM * view.pixelRatio;
    if (!parted && state.lattice.cells.count >= FINE_FROM) this.#fine.draw(target, placed, this.#fineLook(state));
    else {
      const seen = seenCells(state, placed, view);
      this.#fill(context, view, placed, seen, state);
      if (parted) gaps(context, view, placed, seen);
      fade(context, view, fillOpacity);
      outline(context, view, placed, state.selected, SELECTED, theme);
    }
    if (hover >= 0 && state.classes.classOf[hover] !== NO_CELL) outline(context, view, placed, [hover], HOVERED, theme);
  }

  /** The cell of a row; −1 for none. */
  cellOfRow(row: number): number {
    const lattice = this.state?.lattice;
    if (!lattice || row < 0) return -1;
    const index = lattice.rows ? lattice.rows.indexOf(row) : row;
    return lattice.cells.of[index] ?? -1;
  }

  /** The cell at a place; −1 for none. */
  cellAt(lon: number, lat: number): number {
    const { state } = this;
    const cell = state?.lattice.at(lon, lat) ?? -1;
    return state && cell >= 0 && state.classes.classOf[cell] !== NO_CELL ? cell : -1;
  }

  /** Passing rows of a cell, ascending; none of rows that are elsewhere. */
  rowsOf(cell: number, { lattice, input }: BinState): Uint32Array {
    const { cells, rows } = lattice;
    const { dataset } = input;
    if (!rowsAreHere(dataset)) return new Uint32Array(0);
    return rowsOfCell(cells, rows, cell, dataset.passing());
  }

  clear(): void {
    this.#cells.clear();
    for (const memo of [this.#all, this.#now, this.#limits, this.#classes, this.#model, this.#marked]) memo.clear();
    this.#look.clear();
    this.#fine.clear();
    this.#hatches.clear();
    this.#work.forget();
    this.#last = undefined;
  }

  /** What many small cells are painted in. */
  #fineLook({ classes: { classOf }, model, input, selected }: BinState): FineLook {
    const { theme, fillOpacity: opacity } = input;
    return this.#look.get([classOf, model, selected, theme, opacity], () => {
      const colors = model.classes.map(({ color }) => (color.startsWith('token:') ? theme.none : color));
      const hatched = model.classes.some(({ pattern }) => pattern === 'hatch');
      const hatches: FineLook['hatches'] = (view) => model.classes.map(({ pattern }, index) => (pattern === 'hatch' ? this.#hatches.tiling(colors[index] as string, theme.surface, view) : undefined));
      return { classOf, colors, ...(hatched && { hatches }), opacity, selected, marks: [[theme.outline, SELECTED / 2 + 1], [theme.selection, SELECTED / 2]] };
    });
  }

  #fill(context: CanvasRenderingContext2D, view: View, placed: PlacedCells, seen: readonly Seen[][], { model, input }: BinState): void {
    model.classes.forEach((one, index) => {
      const cells = seen[index];
      if (!cells || cells.length === 0) return;
      const color = one.color.startsWith('token:') ? input.theme.none : one.color;
      context.fillStyle = one.pattern === 'hatch' ? this.#hatches.pattern(context, color, input.theme.surface, view) : color;
      context.beginPath();
      for (const cell of cells) traceCell(context, view, placed, cell);
      context.fill();
    });
  }
}

/** A cell and how far it is moved, map units. */
interface Seen {
  readonly cell: number;
  readonly shift: number;
}

/** Cells on the canvas, by class. */
function seenCells({ classes, model }: BinState, placed: PlacedCells, view: View): Seen[][] {
  const out: Seen[][] = model.classes.map(() => []);
  const { middles, reach, extent } = placed;
  const edge = reach * view.scale + 1;
  for (const shift of worldShifts(view, extent, edge))
    for (let cell = 0; cell < classes.classOf.length; cell++) {
      const index = classes.classOf[cell] as number;
      if (index === NO_CELL) continue;
      const x = view.a * ((middles[2 * cell] as number) + shift) + view.b * (middles[2 * cell + 1] as number) + view.e;
      const y = view.b * ((middles[2 * cell] as number) + shift) - view.a * (middles[2 * cell + 1] as number) + view.f;
      if (x > -edge && x < view.width + edge && y > -edge && y < view.height + edge) out[index]?.push({ cell, shift });
    }
  return out;
}

function traceCell(context: CanvasRenderingContext2D, view: View, { corners, each }: PlacedCells, { cell, shift }: Seen): void {
  const { a, b } = view;
  const e = view.e + a * shift;
  const f = view.f + b * shift;
  // Back to the first corner, not `closePath`: Chromium works out the extent of the whole path in each call, and there are thousands of cells.
  for (let k = 0; k <= each; k++) {
    const at = 2 * (cell * each + (k % each));
    const x = corners[at] as number;
    const y = corners[at + 1] as number;
    const px = a * x + b * y + e;
    const py = b * x - a * y + f;
    if (k === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
}

/** Takes the borders of the cells away, so that the map is seen between them. */
function gaps(context: CanvasRenderingContext2D, view: View, placed: PlacedCells, seen: readonly (readonly Seen[])[]): void {
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.strokeStyle = '#000';
  context.lineWidth = GAP * view.pixelRatio;
  context.beginPath();
  for (const cells of seen) for (const cell of cells) traceCell(context, view, placed, cell);
  context.stroke();
  context.restore();
}

function outline(context: CanvasRenderingContext2D, view: View, placed: PlacedCells, cells: readonly number[], width: number, theme: SurfaceTheme): void {
  if (cells.length === 0) return;
  context.lineJoin = 'round';
  for (const [color, more] of [[theme.outline, 2], [theme.selection, 0]] as const) {
    context.strokeStyle = color;
    context.lineWidth = (width + more) * view.pixelRatio;
    context.beginPath();
    for (const shift of worldShifts(view, placed.extent, 64)) for (const cell of cells) traceCell(context, view, placed, { cell, shift });
    context.stroke();
  }
}
