/** Limits with few digits, so that a legend reads «500», not «498.7313». */

/** A limit anywhere above one value and up to the next parts the same rows: the one with the fewest digits, near the wanted one. */
export function limitBetween(below: number, above: number, wanted: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const short = Number(wanted.toPrecision(digits));
    if (short > below && short <= above) return short;
  }
  return above;
}

/** The limit with as few digits as keep it within some room. */
export function limitWithin(value: number, room: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.abs(short - value) <= room) return short;
  }
  return value;
}

/** Limits that say nothing about single rows, each within a twentieth of the narrower class beside it. */
export function shortLimits(limits: readonly number[], min: number, max: number): number[] {
  return limits.map((limit, i) => {
    const below = limit - (limits[i - 1] ?? min);
    const above = (limits[i + 1] ?? max) - limit;
    return limitWithin(limit, Math.min(below, above > 0 ? above : below) / 20);
  });
}
