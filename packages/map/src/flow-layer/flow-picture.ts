/** The picture of movement: particles that follow it, or arrows, and the legend. A chunk of its own. */
import type { CrsTransform } from '@yizhangtu/data/crs';
import type { Symbology, SymbolClass } from '@yizhangtu/data/symbology';
import { rangeOf } from '@yizhangtu/data/value-grid';
import { foundLimits } from '../surface/number-limits.js';
import { degreesFrom } from '../map/own-projections.js';
import type { DrawTarget } from '../renderer/types.js';
import { sameView, type View } from '../renderer/view.js';
import { motionIsReduced } from '../shared/motion.js';
import { breaksSpec, classesBetween, type BreaksSpec } from '../surface/classes.js';
import { Memo } from '../surface/memo.js';
import { notesOf, type PlacedGrid } from '../value-grid/grid-code.js';
import type { GridPicture } from '../value-grid/value-grid-layer.js';
import { flowField, type FlowField } from './flow-field.js';
import { fadeOut, paintArrows, strokeParticles, type FlowLook } from './flow-painter.js';
import { metresOf, type FlowKind } from './flow-words.js';
import { Particles } from './particles.js';
import { Ticker } from './ticker.js';

export { surfaceTheme } from '../surface/surface-theme.js';
export { factsOf, numberAt, placedGrid } from '../value-grid/grid-code.js';
export { bearingOf, flowRows, metresOf } from './flow-words.js';
export { breaksSpec };

/** How movement is drawn. */
export interface FlowInput {
  readonly placed: PlacedGrid;
  readonly spec: BreaksSpec;
  readonly kind: FlowKind;
  readonly form: 'particles' | 'arrows';
  /** Particles on the canvas; undefined for as many as its area takes. */
  readonly count: number | undefined;
  /** Haste, 1 as usual. */
  readonly haste: number;
  /** Seconds until a trail is gone. */
  readonly trail: number;
  readonly dark: boolean;
  readonly halo: string;
}

/** CSS px a second of the fastest movement of a grid. */
const FASTEST = 80;
/** CSS px² that one particle has. */
const ROOM = 420;
const MOST_PARTICLES = 12_000;
/** A trail is gone when so much of it is left. */
const GONE = 0.05;
/** Steps between two fadings: a canvas has 256 steps of clearness, and what is taken away a little at a time would never be gone. */
const FADE_EVERY = 3;

/** Part of a view where something is known. */
function knownPart({ speed }: FlowField): number {
  return speed.reduce((count, value) => (value === value ? count + 1 : count), 0) / speed.length;
}

/** Works while it is seen and the map is at rest; a map that moves carries the last picture along. */
export class FlowPicture implements GridPicture {
  readonly #redraw: () => void;
  readonly #ticker: Ticker;
  readonly #speeds = new Memo<Float32Array>();
  readonly #limits = new Memo<readonly number[]>();
  readonly #classes = new Memo<SymbolClass[]>();
  readonly #model = new Memo<Symbology>();
  readonly #field = new Memo<FlowField>();
  readonly #toDegrees = new Memo<CrsTransform | undefined>();
  readonly #trails = document.createElement('canvas');
  #trailsView?: View | undefined;
  #particles?: Particles | undefined;
  #of?: readonly unknown[];
  #input?: FlowInput | undefined;
  #target?: DrawTarget | undefined;
  #step = 0;

  /** @param isShown Whether the layer can be seen. @param redraw Asks for a frame of the map. */
  constructor(isShown: () => boolean, redraw: () => void) {
    this.#redraw = redraw;
    this.#ticker = new Ticker({ isShown, tick: (seconds) => this.#tick(seconds), still: () => this.#still(), redraw });
  }

  /** Whether particles are on the move. */
  get isMoving(): boolean {
    return this.#ticker.isRunning;
  }

  get model(): Symbology | undefined {
    const input = this.#input;
    if (!input) return undefined;
    const { grid } = input.placed;
    const [limits, classes] = [this.#limitsOf(input), this.#classesOf(input)];
    return this.#model.get([limits, classes, grid, input.kind], () => ({
      spec: `flow:${input.kind}`,
      kind: 'breaks',
      label: grid.label ?? (input.kind === 'wind' ? { zh: '风速', en: 'Wind speed' } : { zh: '流速', en: 'Speed' }),
      unit: grid.unit ?? 'm/s',
      classes,
      classOf: new Uint8Array(0),
      counts: [],
      shape: 'line',
      notes: [
        input.kind === 'wind' ? { zh: '移动和箭头指向风吹去的方向', en: 'Particles and arrows go where the wind blows to' } : { zh: '移动和箭头指向流去的方向', en: 'Particles and arrows go where the current goes' },
        ...notesOf(grid),
      ],
    }));
  }

  /** Takes a grid and a look. */
  prepare(input: FlowInput): void {
    this.#input = input;
  }

  draw(target: DrawTarget): void {
    const input = this.#input;
    if (!input) return;
    this.#target = target;
    const { view } = target;
    if (view.moving) {
      this.#ticker.stop();
      this.#carry(target);
      return;
    }
    const field = this.#fieldOf(input, view);
    if (!field) return;
    if (input.form === 'arrows' || motionIsReduced()) {
      this.#ticker.stop();
      paintArrows(target.context, view, field, this.#lookOf(input));
      return;
    }
    this.#begin(input, view, field);
    this.#carry(target);
    this.#ticker.start(target.context.canvas);
  }

  dispose(): void {
    this.#ticker.dispose();
    this.#trails.width = this.#trails.height = 0;
    this.#particles = this.#target = this.#input = this.#trailsView = undefined;
    this.#field.clear();
  }

  #speedsOf({ placed: { grid } }: FlowInput): Float32Array {
    return this.#speeds.get([grid], () => {
      const [u, v] = [grid.columns.get('u'), grid.columns.get('v')];
      return Float32Array.from(u ?? [], (east, at) => Math.hypot(east, v?.[at] ?? NaN));
    });
  }

  #limitsOf(input: FlowInput): readonly number[] {
    const { spec } = input;
    return this.#limits.get([input.placed, `${spec.count} ${spec.method} ${spec.edges?.join()}`], () => foundLimits(spec, this.#speedsOf(input)));
  }

  #classesOf(input: FlowInput): SymbolClass[] {
    const limits = this.#limitsOf(input);
    return this.#classes.get([limits, input.spec.ramp, input.dark], () => classesBetween(limits, input.spec, input.dark, true));
  }

  #mostOf(input: FlowInput): number {
    return Math.max(1e-9, rangeOf(this.#speedsOf(input))?.[1] ?? 1);
  }

  #lookOf(input: FlowInput): FlowLook {
    return { limits: this.#limitsOf(input), colors: this.#classesOf(input).map(({ color }) => color), most: this.#mostOf(input), halo: input.halo };
  }

  #fieldOf(input: FlowInput, view: View): FlowField | undefined {
    const toDegrees = this.#toDegrees.get([view.projection], () => degreesFrom(view.projection));
    if (!toDegrees) return undefined;
    const { a, b, e, f, width, height, projection } = view;
    return this.#field.get([input.placed, a, b, e, f, width, height, projection], () => flowField(input.placed, view, toDegrees, metresOf(input.placed.grid.unit)));
  }

  /** New particles for a new view or grid; those that are under way go on through a change of colours. */
  #begin(input: FlowInput, view: View, field: FlowField): void {
    const room = ROOM * view.pixelRatio ** 2;
    const count = input.count ?? Math.max(1, Math.min(MOST_PARTICLES, Math.round((view.width * view.height * knownPart(field)) / room)));
    const key = [field, count];
    if (this.#particles && key.every((part, at) => part === this.#of?.[at])) return;
    this.#of = key;
    this.#particles = new Particles(field, count);
    // Setting a size empties a canvas.
    [this.#trails.width, this.#trails.height] = [view.width, view.height];
    this.#trailsView = view;
  }

  #tick(seconds: number): void {
    const { context, view, clipped } = this.#target ?? {};
    const [input, trails, particles, field] = [this.#input, this.#trails.getContext('2d'), this.#particles, this.#of?.[0] as FlowField | undefined];
    if (!context || !view || !input || !trails || !particles || !field) return;
    const haste = (FASTEST * view.pixelRatio * input.haste) / (this.#mostOf(input) * metresOf(input.placed.grid.unit) * field.scale);
    particles.step(seconds, haste);
    if (this.#step++ % FADE_EVERY === 0) fadeOut(trails, 1 - GONE ** ((FADE_EVERY * seconds) / input.trail));
    strokeParticles(trails, particles, this.#lookOf(input), view.pixelRatio);
    // A clip of somebody else, such as a swipe, holds within a frame of the map only.
    if (clipped) return this.#redraw();
    context.clearRect(0, 0, view.width, view.height);
    context.drawImage(this.#trails, 0, 0);
  }

  /** The last picture, where it lies in this view. */
  #carry({ context, view }: DrawTarget): void {
    const from = this.#trailsView;
    if (!from || from.projection !== view.projection || this.#trails.width === 0) return;
    if (sameView(from, view)) {
      context.drawImage(this.#trails, 0, 0);
      return;
    }
    // Device px of then → map units → device px of now; both are similarities with y upwards.
    const square = from.scale * from.scale;
    const [c, s] = [(view.a * from.a + view.b * from.b) / square, (view.b * from.a - view.a * from.b) / square];
    context.save();
    context.transform(c, s, -s, c, view.e - c * from.e + s * from.f, view.f - s * from.e - c * from.f);
    context.drawImage(this.#trails, 0, 0);
    context.restore();
  }

  /** Arrows at once, outside of a frame: for paper. */
  #still(): void {
    const [input, target] = [this.#input, this.#target];
    const field = input && target && this.#fieldOf(input, target.view);
    if (!input || !target || !field) return;
    target.context.clearRect(0, 0, target.view.width, target.view.height);
    paintArrows(target.context, target.view, field, this.#lookOf(input));
  }
}
