/** Particles that a field carries. Pure. */
import { movementAt, type FlowField, type Movement } from './flow-field.js';

/** Seconds a particle lives, at least and at most: all of them would gather where the field runs together. */
const LIFE = [1.5, 5] as const;
/** Tries to find a place where something moves. */
const TRIES = 6;

/** Park and Miller's generator: pages and tests repeat. */
function seeded(): () => number {
  let state = 20_260_701;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Places of particles and where they were a step ago, device px. */
export class Particles {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly fromX: Float32Array;
  readonly fromY: Float32Array;
  /** In the unit of the grid; NaN for a particle that is not drawn in this step. */
  readonly speed: Float32Array;
  readonly #left: Float32Array;
  readonly #field: FlowField;
  readonly #random: () => number;
  readonly #here: Movement = { vx: 0, vy: 0, speed: 0 };

  /** @param random From 0 to 1. */
  constructor(field: FlowField, count: number, random: () => number = seeded()) {
    this.count = count;
    this.#field = field;
    this.#random = random;
    [this.x, this.y, this.fromX, this.fromY, this.speed, this.#left] = Array.from({ length: 6 }, () => new Float32Array(count)) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
    for (let p = 0; p < count; p++) this.#place(p);
  }

  /** Carries all of them on. @param seconds Of a clock. @param haste Seconds of the field a second of the clock. */
  step(seconds: number, haste: number): void {
    const here = this.#here;
    for (let p = 0; p < this.count; p++) {
      const left = (this.#left[p] as number) - seconds;
      this.#left[p] = left;
      const [x, y] = [this.x[p] as number, this.y[p] as number];
      if (left <= 0 || !movementAt(this.#field, x, y, here)) {
        this.#place(p);
        continue;
      }
      this.fromX[p] = x;
      this.fromY[p] = y;
      this.x[p] = x + here.vx * haste * seconds;
      this.y[p] = y + here.vy * haste * seconds;
      this.speed[p] = here.speed;
    }
  }

  #place(p: number): void {
    const { columns, rows, step } = this.#field;
    this.speed[p] = NaN;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      this.x[p] = this.#random() * (columns - 1) * step;
      this.y[p] = this.#random() * (rows - 1) * step;
      if (movementAt(this.#field, this.x[p] as number, this.y[p] as number, this.#here)) break;
    }
    this.#left[p] = LIFE[0] + this.#random() * (LIFE[1] - LIFE[0]);
  }
}
