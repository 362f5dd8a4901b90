/** World files (.pgw, .jgw, .tfw, .wld): six numbers that put a picture on the ground. Pure. */

/** A picture's pixels on the ground: x = a·column + b·row + c, y = d·column + e·row + f, with columns and rows from the middle of the top left pixel. */
export interface WorldFile {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** Where a picture lies. */
export interface PicturePlace {
  /** Around the picture: min x, min y, max x, max y. */
  readonly extent: readonly [number, number, number, number];
  /** For a picture that does not stand upright: how it is drawn into an upright one, as `setTransform` takes it, and the size of that one. */
  readonly turned?: { readonly matrix: readonly [number, number, number, number, number, number]; readonly width: number; readonly height: number };
}

/** Greatest width and height of an upright picture made of a turned one. */
const MOST_SIDE = 8192;

/** The numbers of a world file; undefined for a text that is none. Decimal commas, as some programs write them, are read. */
export function readWorldFile(text: string): WorldFile | undefined {
  const numbers = text.trim().split(/\s+/).map((word) => Number(word.replace(',', '.')));
  const [a = NaN, d = NaN, b = NaN, e = NaN, c = NaN, f = NaN] = numbers;
  if (numbers.length !== 6 || !numbers.every(Number.isFinite) || a * e - b * d === 0) return undefined;
  return { a, b, c, d, e, f };
}

/** Where a picture of a size in pixels lies. */
export function placeOf({ a, b, c, d, e, f }: WorldFile, width: number, height: number): PicturePlace {
  // The middle of the top left pixel is half a pixel inside of the corner.
  const corners = [[-0.5, -0.5], [width - 0.5, -0.5], [-0.5, height - 0.5], [width - 0.5, height - 0.5]].map(([x = 0, y = 0]) => [a * x + b * y + c, d * x + e * y + f] as const);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const extent = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  if (b === 0 && d === 0 && a > 0 && e < 0) return { extent };
  return { extent, turned: uprightOf({ a, b, c, d, e, f }, extent) };
}

/** As fine as the picture itself. */
function uprightOf({ a, b, c, d, e, f }: WorldFile, [west, south, east, north]: PicturePlace['extent']): NonNullable<PicturePlace['turned']> {
  const pixel = Math.sqrt(Math.abs(a * e - b * d));
  const step = Math.max(pixel, (east - west) / MOST_SIDE, (north - south) / MOST_SIDE);
  const corner = [a * -0.5 + b * -0.5 + c, d * -0.5 + e * -0.5 + f] as const;
  return {
    matrix: [a / step, -d / step, b / step, -e / step, (corner[0] - west) / step, (north - corner[1]) / step],
    width: Math.max(1, Math.ceil((east - west) / step - 1e-9)),
    height: Math.max(1, Math.ceil((north - south) / step - 1e-9)),
  };
}
