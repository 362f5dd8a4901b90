/** Where numbers stand on isolines: in the line, where it runs straight. Pure. */

/** A place on a line, device px; the text runs along `angle`, never upside down. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** A label as long as its stretch of line times this is on a line that bends too much. */
const STRAIGHT = 0.95;
/** Steps of half a label that a place is moved by, at most, to find a straight stretch. */
const SHIFTS = 6;

/** A polyline with its length at each vertex. */
class Line {
  readonly #xy: ArrayLike<number>;
  readonly #at: Float64Array;

  constructor(xy: ArrayLike<number>) {
    this.#xy = xy;
    this.#at = new Float64Array(xy.length / 2);
    for (let v = 1; v < this.#at.length; v++) {
      const step = Math.hypot((xy[2 * v] as number) - (xy[2 * v - 2] as number), (xy[2 * v + 1] as number) - (xy[2 * v - 1] as number));
      this.#at[v] = (this.#at[v - 1] as number) + step;
    }
  }

  get length(): number {
    return this.#at[this.#at.length - 1] ?? 0;
  }

  /** The place at a length from the start. */
  point(along: number): readonly [number, number] {
    let [low, high] = [0, this.#at.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#at[middle] as number) <= along) low = middle;
      else high = middle;
    }
    const [from, to] = [this.#at[low] as number, this.#at[high] as number];
    const part = to > from ? (along - from) / (to - from) : 0;
    const between = (k: 0 | 1): number => (this.#xy[2 * low + k] as number) * (1 - part) + (this.#xy[2 * high + k] as number) * part;
    return [between(0), between(1)];
  }
}

/**
 * Places for a label on a polyline.
 * @param xy x, y, x, y … in device px.
 * @param width Of the label.
 * @param gap Between two labels of a line.
 */
export function labelPlaces(xy: ArrayLike<number>, width: number, gap: number): LabelPlace[] {
  const line = new Line(xy);
  if (line.length < 2 * width) return [];
  const count = Math.max(1, Math.round(line.length / gap));
  const places: LabelPlace[] = [];
  for (let k = 0; k < count; k++) {
    const place = straightNear(line, ((k + 0.5) * line.length) / count, width);
    if (place) places.push(place);
  }
  return places;
}

function straightNear(line: Line, along: number, width: number): LabelPlace | undefined {
  for (let k = 0; k <= SHIFTS; k++) {
    // 0, +1, −1, +2, −2 …
    const middle = along + (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * (width / 2);
    if (middle < width / 2 || middle > line.length - width / 2) continue;
    const [[x1, y1], [x2, y2]] = [line.point(middle - width / 2), line.point(middle + width / 2)];
    const [dx, dy] = [x2 - x1, y2 - y1];
    if (Math.hypot(dx, dy) < STRAIGHT * width) continue;
    const [x, y] = line.point(middle);
    const angle = Math.atan2(dy, dx);
    return { x, y, angle: angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle };
  }
  return undefined;
}
