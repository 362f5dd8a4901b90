/** Rings in pieces, each as long as its share. */

const TURN = 2 * Math.PI;

/**
 * Where the pieces of a ring end, as parts of a turn: each as long as its share, none too short to be seen.
 * @param smallest Part of a turn a piece has at least; none is longer than half the ring by it.
 */
export function ringParts(shares: ArrayLike<number>, smallest: number): number[] {
  const wanted = Array.from(shares, (share) => Math.max(0, share));
  const total = wanted.reduce((sum, share) => sum + share, 0);
  if (!(total > 0)) return wanted.map(() => 0);
  const pieces = wanted.filter((share) => share > 0).length;
  const least = Math.min(smallest, 0.5 / pieces);
  const parts = wanted.map((share) => (share > 0 ? Math.max(least, share / total) : 0));
  // What the small ones got too much is taken from the large ones, by their size.
  const over = parts.reduce((sum, part) => sum + part, 0) - 1;
  const room = parts.reduce((sum, part) => sum + Math.max(0, part - least), 0);
  const shrunk = parts.map((part) => (part > least ? part - (over * (part - least)) / room : part));
  let end = 0;
  return shrunk.map((part) => (end += part));
}

/** Where a ring is, device px. */
export interface RingPlace {
  readonly x: number;
  readonly y: number;
  /** Of its outer edge. */
  readonly radius: number;
  /** From the outer edge inwards; as wide as the radius it is a pie. */
  readonly width: number;
  /** Between two pieces. */
  readonly gap: number;
}

/** Pieces from the top, clockwise, with a gap between two of them: two colours that look alike to somebody are still two pieces. */
export function ringPieces(context: CanvasRenderingContext2D, { x, y, radius, width, gap: between }: RingPlace, ends: readonly number[], colors: readonly string[]): void {
  const middle = radius - width / 2;
  const pieces = ends.filter((end, k) => end > (ends[k - 1] ?? 0)).length;
  const gap = pieces > 1 ? between / (TURN * middle) : 0;
  context.lineWidth = width;
  context.lineCap = 'butt';
  ends.forEach((end, k) => {
    const from = ends[k - 1] ?? 0;
    if (!(end > from)) return;
    context.strokeStyle = colors[k] as string;
    context.beginPath();
    context.arc(x, y, middle, (from + gap / 2) * TURN - TURN / 4, (end - gap / 2) * TURN - TURN / 4);
    context.stroke();
  });
}
