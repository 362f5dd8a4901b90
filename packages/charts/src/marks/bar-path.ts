/** The rectangle of a bar from the baseline to its value, px. `length` may be negative: below or left of the baseline. */
export interface BarShape {
  readonly orientation: 'vertical' | 'horizontal';
  /** Position of the baseline on the value axis. */
  readonly base: number;
  /** Length towards the right, or upwards; negative for the other side. */
  readonly length: number;
  /** Start on the category axis. */
  readonly start: number;
  readonly size: number;
  /** Radius of the two corners at the value end. The baseline stays square. */
  readonly radius: number;
}

/** The outline of a bar as SVG path data. */
export function barPath(shape: BarShape): string {
  const { base, length, start, size } = shape;
  const end = start + size;
  const sign = length < 0 ? -1 : 1;
  const r = Math.min(shape.radius, Math.abs(length), size / 2) * sign;
  const round = Math.abs(r);
  if (shape.orientation === 'horizontal') {
    const tip = base + length;
    return `M${base},${start}H${tip - r}Q${tip},${start},${tip},${start + round}V${end - round}Q${tip},${end},${tip - r},${end}H${base}Z`;
  }
  const tip = base - length;
  return `M${start},${base}V${tip + r}Q${start},${tip},${start + round},${tip}H${end - round}Q${end},${tip},${end},${tip + r}V${base}Z`;
}
