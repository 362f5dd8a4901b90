/** A class of a scale of colours: `from ≤ value < to`; the last one has no upper end. */
export interface RoundClass {
  readonly from: number;
  readonly to: number | undefined;
}

/** Numbers people count by: 1, 2 and 5 times a power of ten. */
function roundNear(value: number, whole: boolean): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((step) => step * power);
  const best = steps.reduce((near, step) => (Math.abs(Math.log(step / value)) < Math.abs(Math.log(near / value)) ? step : near), power);
  return whole ? Math.max(1, Math.round(best)) : Number(best.toPrecision(6));
}

/**
 * Classes with round limits so that each holds about as many of the values as the others: quantiles, moved to the nearest of 1, 2, 5 × 10ⁿ.
 * Values that are not above zero are in no class: an empty day is no small number.
 * @param whole Values are counts: no limit between whole numbers.
 */
export function roundClasses(values: readonly number[], count: number, whole: boolean): RoundClass[] {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort((a, b) => a - b);
  const least = sorted[0];
  if (least === undefined) return [];
  const limits: number[] = [];
  for (let part = 1; part < count; part += 1) {
    const limit = roundNear(sorted[Math.floor((sorted.length * part) / count)] ?? 0, whole);
    const before = limits[limits.length - 1] ?? 0;
    // A limit at or below the least, or above the largest, would bound a class that nothing is in.
    if (limit > before && limit > least && limit <= (sorted[sorted.length - 1] ?? 0)) limits.push(limit);
  }
  return classesFrom([whole ? 1 : 0, ...limits]);
}

/** Classes between limits that a page gives, rising; the first begins at zero. */
export function givenClasses(limits: readonly number[], whole: boolean): RoundClass[] {
  return classesFrom([whole ? 1 : 0, ...limits.filter((limit) => limit > (whole ? 1 : 0))]);
}

function classesFrom(limits: readonly number[]): RoundClass[] {
  return limits.map((from, index) => ({ from, to: limits[index + 1] }));
}

/** The number of the class a value is in; −1 for none. */
export function classOf(value: number, classes: readonly RoundClass[]): number {
  if (!(value > 0)) return -1;
  return classes.findIndex(({ to }) => to === undefined || value < to);
}
