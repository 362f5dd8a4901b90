/** The picture of a grid: bands and isolines between limits, numbers on the lines, and the legend. A chunk of its own. */
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Symbology, SymbolClass } from '@yizhangtu/data/symbology';
import type { Steps } from '@yizhangtu/data/steps';
import { rangeOf } from '@yizhangtu/data/value-grid';
import type { LayerTheme } from '../data-layer/theme-colors.js';
import type { DrawTarget } from '../renderer/types.js';
import { inSlices } from '../shared/in-slices.js';
import { breaksSpec, classesBetween, lineWords, rangeWords, type BreaksSpec } from '../surface/classes.js';
import { Memo } from '../surface/memo.js';
import type { PlacedGrid } from '../value-grid/grid-code.js';
import type { GridPicture } from '../value-grid/value-grid-layer.js';
import { lookedClasses, type BandLook } from './band-look.js';
import { paintContours, type ContourForm } from './contour-painter.js';
import { contourModel } from './contour-model.js';
import { foundLimits, steppedLimits } from '../surface/number-limits.js';
import { contourShape, type ContourShape } from './contour-shape.js';
import { latticeOf, traceLevel, type Lattice, type TracedLevel } from './trace-level.js';

export { layerTheme } from '../data-layer/theme-colors.js';
export { surfaceTheme } from '../surface/surface-theme.js';
export { factsOf, numberAt, placedGrid } from '../value-grid/grid-code.js';
export { breaksSpec };

/** How a grid is drawn. */
export interface ContourInput {
  readonly placed: PlacedGrid;
  readonly spec: BreaksSpec;
  /** Even steps; without them the limits are those of `spec`. */
  readonly interval: number | undefined;
  readonly base: number;
  /** Limits, colours and words of a list, in place of `spec` and `interval`. */
  readonly look?: BandLook | undefined;
  readonly form: ContourForm;
  readonly labels: boolean;
  readonly fillOpacity: number;
  readonly dark: boolean;
  readonly theme: LayerTheme;
}

/** Limits, traced levels, map units and colours are steps of their own: another ramp or theme traces nothing, another projection neither. */
export class ContourPicture implements GridPicture {
  readonly #redraw: () => void;
  readonly #limits = new Memo<readonly number[]>();
  readonly #classes = new Memo<SymbolClass[]>();
  readonly #model = new Memo<Symbology>();
  readonly #lattice = new Memo<Lattice | undefined>();
  readonly #traced = new Map<number, TracedLevel>();
  #tracedOf?: Lattice | undefined;
  #input?: ContourInput;
  #shapes: readonly ContourShape[] = [];
  #colors: readonly (string | undefined)[] = [];
  /** What the shapes are made of, and what is being made. */
  #shown: readonly unknown[] = [];
  #making: readonly unknown[] = [];
  #stop?: (() => void) | undefined;

  /** @param redraw Asks for a frame: something has been made. */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  get model(): Symbology | undefined {
    const input = this.#input;
    if (!input) return undefined;
    const [limits, classes] = [this.#limitsOf(input), this.#classesOf(input)];
    const { placed, form, spec, look } = input;
    return this.#model.get([limits, classes, placed, form, look], () => {
      const model = contourModel(placed.grid, limits, classes, form, spec);
      return look?.notes ? { ...model, notes: [...look.notes, ...(model.notes ?? [])] } : model;
    });
  }

  /** Takes a grid and a look. */
  prepare(input: ContourInput): void {
    this.#input = input;
  }

  draw(target: DrawTarget): void {
    const input = this.#input;
    if (!input) return;
    const limits = this.#limitsOf(input);
    const code = target.view.projection;
    this.#make(input, limits, code);
    // The shapes of another projection lie elsewhere.
    if (this.#shown[2] !== code) return;
    const { placed, form, labels, fillOpacity, theme, look } = input;
    // What was shown stays as it was until the next is made.
    if (this.#shown[0] === placed && this.#shown[1] === limits) this.#colors = this.#colorsOf(input);
    paintContours(target, { shapes: this.#shapes, colors: this.#colors, form, fillOpacity, theme, labels, strong: look?.strong, write: (limit) => formatNumber(limit, { maxDigits: 6 }) });
  }

  dispose(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#traced.clear();
    this.#shapes = this.#shown = this.#making = [];
  }

  #limitsOf({ placed: { grid }, spec, interval, base, look }: ContourInput): readonly number[] {
    if (look) return look.limits;
    const key = `${spec.count} ${spec.method} ${spec.edges?.join()}`;
    return this.#limits.get([grid, key, interval, base], () => {
      const numbers = grid.columns.get('values') ?? new Float32Array(0);
      const range = rangeOf(numbers);
      if (!range) return [];
      return interval === undefined ? foundLimits(spec, numbers) : steppedLimits({ interval, base }, range);
    });
  }

  #classesOf(input: ContourInput): SymbolClass[] {
    const { spec, dark, form, look } = input;
    const limits = this.#limitsOf(input);
    const lines = form === 'lines';
    return this.#classes.get([limits, spec.ramp, dark, lines, look], () => {
      const classes = classesBetween(limits, spec, dark, !lines, lines ? lineWords : rangeWords);
      return look && !lines ? lookedClasses(classes, look) : classes;
    });
  }

  /** Colour of each shape; the first one, all there is, has that of the class below the first limit. */
  #colorsOf(input: ContourInput): (string | undefined)[] {
    const colors = this.#classesOf(input).map(({ color }) => color);
    return input.form === 'lines' ? [undefined, ...colors] : colors;
  }

  /** Makes the shapes in slices; what is shown stays until they are there. */
  #make({ placed }: ContourInput, limits: readonly number[], code: string): void {
    const key = [placed, limits, code];
    const same = (other: readonly unknown[]): boolean => key.every((part, at) => part === other[at]);
    if (same(this.#making) || same(this.#shown)) return;
    this.#stop?.();
    this.#making = key;
    this.#stop = inSlices(this.#steps(placed, limits, code), (shapes) => {
      this.#stop = undefined;
      this.#making = [];
      this.#shown = key;
      this.#shapes = shapes;
      this.#redraw();
    });
  }

  *#steps(placed: PlacedGrid, limits: readonly number[], code: string): Steps<ContourShape[]> {
    const { grid, toDegrees } = placed;
    const numbers = grid.columns.get('values');
    const lattice = this.#lattice.get([numbers], () => numbers && latticeOf(numbers, grid.width, grid.height));
    if (lattice !== this.#tracedOf) this.#traced.clear();
    this.#tracedOf = lattice;
    const shapes: ContourShape[] = [];
    for (const limit of lattice ? [-Infinity, ...limits] : []) {
      yield shapes.length / (limits.length + 1);
      const traced = this.#traced.get(limit) ?? (yield* traceLevel(lattice as Lattice, limit));
      this.#traced.set(limit, traced);
      shapes.push(yield* contourShape(limit, traced, grid, toDegrees, code));
    }
    for (const limit of [...this.#traced.keys()]) if (limit !== -Infinity && !limits.includes(limit)) this.#traced.delete(limit);
    return shapes;
  }
}
