/** Round numbers for the scale of a ramp. Pure. */

const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next number at or above that reads easily: 37 → 40, 1 130 → 1 200. Zero and less give 1. */
export function niceAbove(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** Round numbers from 0 to `max`, both included: four or five of them. */
export function ticksTo(max: number): number[] {
  for (const parts of [4, 5, 3]) {
    const step = Number((max / parts).toPrecision(12));
    // A step with two digits reads well.
    if (Number(step.toPrecision(2)) === step) return Array.from({ length: parts + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  }
  return [0, max / 2, max];
}
