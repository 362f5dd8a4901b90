/** The picture of a density surface: bands or lines between limits, and its legend. */
import type { Text } from '@yizhangtu/base/locale';
import type { Symbology, SymbolClass } from '@yizhangtu/data/symbology';
import type { Geometry } from '@yizhangtu/data/model';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import { trace } from '../renderer/path.js';
import { fade } from '../renderer/fade.js';
import type { DrawTarget } from '../renderer/types.js';
import { mapPoint, worldShifts, type Extent, type View } from '../renderer/view.js';
import { InTurn } from '../shared/in-turn.js';
import { classesBetween, limitsOf, lineWords, rangeWords, type BreaksSpec } from './classes.js';
import { contourSteps, type ContourShape } from './contour-shapes.js';
import { cellOf, densityAt, densitySteps, referenceWindow, type DensityField } from './density-field.js';
import { degreesOf } from '../ground/ground.js';
import { metresText } from './length.js';
import { Memo } from './memo.js';
import { planeSteps, type Plane } from './places.js';

/** How limits are drawn. */
export type DensityForm = 'bands' | 'lines';

/** What a density surface is drawn from. */
export interface DensityInput {
  readonly geometry: Geometry;
  readonly passing: Uint8Array;
  readonly weights?: ArrayLike<number>;
  /** The places that limits of classes come from, where those here are a part of all. */
  readonly densest?: { readonly geometry: Geometry; readonly weights?: ArrayLike<number> } | undefined;
  /** Metres. */
  readonly radius: number;
  readonly spec: BreaksSpec;
  readonly form: DensityForm;
  readonly fillOpacity: number;
  readonly dark: boolean;
  /** Unit of the weight, or the word for a record; behind it stands /km². */
  readonly unit: string;
  readonly weightLabel?: Text;
}

/** How far the field reaches beyond the view, in views: a small move needs no new one. */
const AROUND = 0.35;
/** A view wider than this is the world; its window is all data. Degrees. */
const WIDE = 100;
const LINE = 1.75;
const SAMPLES = 8;
/** Below this part of the densest place there is nothing to class. */
const LEAST = 0.02;

/** Classes, and the shapes of a part of the map where one was asked for. */
interface DensityState {
  readonly limits: readonly number[];
  readonly classes: readonly SymbolClass[];
  readonly form: DensityForm;
  readonly shapes?: readonly ContourShape[];
  /** Projection of the shapes. */
  readonly code?: string;
}

/** A density surface: field, limits, contours and colours are steps of their own. */
export class DensityPicture {
  readonly #field = new Memo<DensityField>();
  readonly #limits = new Memo<readonly number[]>();
  readonly #classes = new Memo<SymbolClass[]>();
  readonly #model = new Memo<Symbology>();
  readonly #shapes = new Memo<ContourShape[]>();
  readonly #work: InTurn<DensityState>;
  #window?: Extent;
  #plane?: Plane;
  #now?: DensityField;

  /** @param settled Called when the density of very many rows is there: time to draw again. */
  constructor(settled: () => void) {
    this.#work = new InTurn(settled);
  }

  /** The field last drawn; the same object as long as nothing was counted again. */
  get field(): DensityField | undefined {
    return this.#now;
  }

  /** Resolves when the density of very many rows is there; until then the one before is drawn. Undefined where none is being made. */
  get counting(): Promise<void> | undefined {
    return this.#work.ended;
  }

  /** What the legend says; undefined until it is known. Does not depend on the view. */
  model(input: DensityInput, view?: View): Symbology | undefined {
    const state = this.#update(input, view);
    if (!state) return undefined;
    const { radius, unit, weightLabel } = input;
    return this.#model.get([state.classes, radius, unit, weightLabel, state.form], () => densityModel(input, state.classes));
  }

  draw(input: DensityInput, { context, view }: DrawTarget): Symbology | undefined {
    const model = this.model(input, view);
    const { classes, form, shapes = [], code } = this.#work.last ?? {};
    if (!classes || !form || code !== view.projection) return model;
    shapes.forEach((shape, index) => {
      const color = classes[index]?.color;
      if (color !== undefined) drawShape(context, view, shape, color, form);
    });
    if (form === 'bands') fade(context, view, input.fillOpacity);
    return model;
  }

  #update(input: DensityInput, view: View | undefined): DensityState | undefined {
    return this.#work.of(() => this.#steps(input, view), input.passing.length >= SLICED_FROM);
  }

  *#steps(input: DensityInput, view: View | undefined): Steps<DensityState> {
    const { form } = input;
    const plane = yield* planeSteps(input.geometry);
    const { densest } = input;
    const dense = densest && (yield* planeSteps(densest.geometry));
    const { limits, classes } = yield* this.#classed(input, dense ?? plane, (densest ?? input).weights, dense?.extent);
    if (!view) return { limits, classes, form };
    const field = yield* this.#fieldFor(input, plane, view);
    const shapes = yield* this.#shapes.getting([field, limits, view.projection], () => contourSteps(field, limits, plane.area, view.projection));
    return { limits, classes, form, shapes, code: view.projection };
  }

  /** Density at a place; undefined where the picture has not been. */
  valueAt(lon: number, lat: number): number | undefined {
    if (!this.#plane || !this.#now) return undefined;
    const value = densityAt(this.#now, ...this.#plane.area.forward(lon, lat));
    return Number.isNaN(value) ? undefined : value;
  }

  clear(): void {
    for (const memo of [this.#field, this.#limits, this.#classes, this.#model, this.#shapes]) memo.clear();
    this.#work.forget();
    this.#plane = this.#now = this.#window = undefined;
  }

  /** Limits come from all rows, filtered or not, so that a colour keeps its meaning. @param densest The part of the plane they come from, where it is known. */
  *#classed({ radius, spec, dark, form }: DensityInput, plane: Plane, weights: ArrayLike<number> | undefined, densest: Extent | undefined): Steps<{ limits: readonly number[]; classes: SymbolClass[] }> {
    const words = `${spec.count} ${spec.method} ${spec.edges?.join()}`;
    const limits = yield* this.#limits.getting([plane, weights, radius, words], () => limitSteps(plane, radius, weights, spec, densest));
    return { limits, classes: this.#classes.get([limits, spec.ramp, dark, form], () => classesBetween(limits, spec, dark, false, form === 'bands' ? rangeWords : lineWords)) };
  }

  *#fieldFor({ passing, weights, radius }: DensityInput, plane: Plane, view: View): Steps<DensityField> {
    const seen = windowOf(plane, view);
    const last = this.#window;
    const kept = this.#plane === plane && last && covers(last, seen, plane.extent, radius);
    // A finer field is worth the work only when the map has come to rest.
    const coarse = last !== undefined && cellOf(radius, clipped(grown(seen), plane.extent, radius)) < cellOf(radius, clipped(last, plane.extent, radius)) && !view.moving;
    const window = kept && !coarse ? last : grown(seen);
    const weighed = weights && { weights };
    const field = yield* this.#field.getting([plane, passing, weights, radius, ...window], () => densitySteps({ plane, passing, radius, window, ...weighed }));
    this.#window = window;
    this.#plane = plane;
    return (this.#now = field);
  }
}

function* limitSteps(plane: Plane, radius: number, weights: ArrayLike<number> | undefined, spec: BreaksSpec, densest: Extent | undefined): Steps<readonly number[]> {
  if (spec.edges) return spec.edges;
  const window = densest ?? (yield* referenceWindow(plane, radius));
  const { values } = yield* densitySteps({ plane, radius, window, ...(weights && { weights }) });
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return limitsOf(spec, values.filter((value) => value >= most * LEAST), 1);
}

function grown([west, south, east, north]: Extent): Extent {
  const [x, y] = [(east - west) * AROUND, (north - south) * AROUND];
  return [west - x, south - y, east + x, north + y];
}

function clipped(window: Extent, extent: Extent, radius: number): Extent {
  return [
    Math.max(window[0], extent[0] - radius),
    Math.max(window[1], extent[1] - radius),
    Math.min(window[2], extent[2] + radius),
    Math.min(window[3], extent[3] + radius),
  ];
}

/** Whether a window holds all that a view shows of the data. */
function covers(window: Extent, seen: Extent, extent: Extent, radius: number): boolean {
  const needed = clipped(seen, extent, radius);
  if (!(needed[0] < needed[2] && needed[1] < needed[3])) return true;
  return window[0] <= needed[0] && window[1] <= needed[1] && window[2] >= needed[2] && window[3] >= needed[3];
}

/** The part of the plane that a view shows. */
function windowOf(plane: Plane, view: View): Extent {
  const { area, extent } = plane;
  const out = [Infinity, Infinity, -Infinity, -Infinity];
  for (let j = 0; j <= SAMPLES; j++)
    for (let i = 0; i <= SAMPLES; i++) {
      const [lon, lat] = degreesOf(view.projection, ...mapPoint(view, (i * view.width) / SAMPLES, (j * view.height) / SAMPLES));
      const turn = Math.abs(((((lon - area.lon) % 360) + 540) % 360) - 180);
      if (!(turn < WIDE && Math.abs(lat) < 89)) return extent;
      const [x, y] = area.forward(lon, lat);
      out[0] = Math.min(out[0] as number, x);
      out[1] = Math.min(out[1] as number, y);
      out[2] = Math.max(out[2] as number, x);
      out[3] = Math.max(out[3] as number, y);
    }
  return out as unknown as Extent;
}

function drawShape(context: CanvasRenderingContext2D, view: View, shape: ContourShape, color: string, form: DensityForm): void {
  const { xy, start, extent } = shape;
  const margin = 4 * view.pixelRatio;
  for (const shift of worldShifts(view, extent, 8)) {
    context.beginPath();
    for (let ring = 0; ring + 1 < start.length; ring++)
      trace(context, view, xy, start[ring] as number, start[ring + 1] as number, { close: true, tolerance: 0.3, margin, shift });
    if (form === 'bands') {
      context.fillStyle = color;
      context.fill('evenodd');
    } else {
      context.strokeStyle = color;
      context.lineWidth = LINE * view.pixelRatio;
      context.lineJoin = 'round';
      context.stroke();
    }
  }
}

function densityModel({ radius, unit, weightLabel, spec, form }: DensityInput, classes: readonly SymbolClass[]): Symbology {
  const reach = metresText(radius);
  const what: Text = weightLabel
    ? { zh: `「${weightLabel.zh}」的核密度，半径 ${reach.zh}`, en: `Kernel density of ${weightLabel.en}, radius ${reach.en}` }
    : { zh: `核密度，半径 ${reach.zh}`, en: `Kernel density, radius ${reach.en}` };
  return {
    spec: `density:${spec.count}`,
    kind: 'breaks',
    label: { zh: '密度', en: 'Density' },
    unit: `${unit}/km²`,
    classes,
    classOf: new Uint8Array(0),
    counts: [],
    shape: form === 'bands' ? 'polygon' : 'line',
    notes: [what],
  };
}
