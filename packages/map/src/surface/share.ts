/** A grid that points are stamped into. */
export interface Stamped {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Shares a weight among the four cells around a place in cells, so that the place is kept. Weights that are none, and places near the edge, count nothing. */
export function share({ values, width, height }: Stamped, x: number, y: number, weight: number): void {
  if (!(weight > 0 && weight !== Infinity && x >= 0 && x < width - 1 && y >= 0 && y < height - 1)) return;
  const [column, line] = [Math.floor(x), Math.floor(y)];
  const at = line * width + column;
  const right = weight * (x - column);
  const left = weight - right;
  const down = y - line;
  values[at] = (values[at] as number) + left * (1 - down);
  values[at + 1] = (values[at + 1] as number) + right * (1 - down);
  values[at + width] = (values[at + width] as number) + left * down;
  values[at + width + 1] = (values[at + width + 1] as number) + right * down;
}
