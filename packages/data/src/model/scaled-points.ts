/** Points as whole steps of a part of a degree: half the memory, until somebody asks for the coordinates as such. */
import type { Geometry, PointGeometry } from './types.js';

/** Unsigned whole numbers; all ones is a missing place. */
export type PlaceSteps = Uint32Array | Uint16Array | Uint8Array;

/** How steps become degrees: `(base + q) × multiply ÷ divide`, in this order. */
export interface PlaceScale {
  /** Of longitudes and of latitudes. */
  readonly base: readonly number[];
  readonly multiply: number;
  readonly divide: number;
}

/** What stands for the points: steps, or the coordinates made of them. */
type Held = { readonly steps: PlaceSteps; readonly scale: PlaceScale } | { readonly values: Float64Array };

/**
 * Points whose coordinates are made when first asked for; the steps are let go then, so that both are never kept. Whoever goes through all
 * points once, or asks for one, takes `degreesBetween`. Its own fields alone cross to another thread.
 */
export class ScaledPoints implements PointGeometry {
  readonly kind = 'point';
  /** Points. */
  readonly count: number;
  held: Held;

  constructor(held: Held) {
    this.held = held;
    this.count = ('steps' in held ? held.steps : held.values).length / 2;
  }

  /** Points from their own fields, as they come from another thread. */
  static of({ held }: Pick<ScaledPoints, 'held'>): ScaledPoints {
    return new ScaledPoints(held);
  }

  /** All coordinates; made when first asked for. */
  get coordinates(): Float64Array {
    const { held } = this;
    if ('values' in held) return held.values;
    const values = this.degrees(0, 2 * this.count);
    this.held = { values };
    return values;
  }

  /** Numbers `from` to `to` (exclusive) of the coordinates, without making the others; only to be read. */
  degrees(from: number, to: number): Float64Array {
    const { held } = this;
    return 'values' in held ? held.values.subarray(from, to) : scaled(held.steps, held.scale, from, to);
  }
}

function scaled(steps: PlaceSteps, { base, multiply, divide }: PlaceScale, from: number, to: number): Float64Array {
  const missing = 2 ** (8 * steps.BYTES_PER_ELEMENT) - 1;
  const [west, south] = base as readonly [number, number];
  const values = new Float64Array(to - from);
  for (let i = from; i < to; i++) {
    const step = steps[i] as number;
    values[i - from] = step === missing ? Number.NaN : (((i % 2 === 0 ? west : south) + step) * multiply) / divide;
  }
  return values;
}

/** A geometry as it came from another thread: scaled points have lost their methods on the way. */
export function revivedGeometry(geometry: Geometry): Geometry {
  return 'held' in geometry ? ScaledPoints.of(geometry as unknown as ScaledPoints) : geometry;
}

/** The arrays of scaled points or of plain ones. */
export function pointArrays(points: PointGeometry): ArrayBufferView[] {
  if (!(points instanceof ScaledPoints)) return [points.coordinates];
  return ['steps' in points.held ? points.held.steps : points.held.values];
}
