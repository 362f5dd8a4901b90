/** Subjects counted in cells for hot spots: how many take part of those that are there, and the mean of what they have. Pure. */

/** Cells with at least one subject. */
export interface CellCounts {
  /** lon, lat, … in degrees: the middle of each cell. */
  readonly centers: Float64Array;
  /** Subjects that take part, by cell; 0 where there are subjects but none of them takes part. */
  readonly counts: Float64Array;
  /** Subjects altogether, by cell. */
  readonly all: Float64Array;
  /** Mean of the values of those that take part, by cell; NaN where none of them has one. All NaN without values. */
  readonly means: Float64Array;
  /** Width and height of every cell, degrees. */
  readonly size: readonly [lon: number, lat: number];
}

/** Metres of a degree of latitude on the sphere of mean radius 6371008.8 m. */
const DEGREE = 111_195.08;

/**
 * Counts points in cells that are squares at the middle latitude of all points; a degree further north they are 1.3 % narrower at 36°. Cells without a
 * point are left out: where nobody is, nobody can be drawn from, and empty land would make every town a hot spot.
 * @param coordinates lon, lat, … in degrees; points with NaN are not counted.
 * @param takesPart 1 for points that are counted.
 * @param meters Side of a cell, above 0.
 * @param values A number a point, NaN for none.
 */
export function cellCounts(coordinates: Float64Array, takesPart: ArrayLike<number>, meters: number, values?: ArrayLike<number>): CellCounts {
  const points = Math.floor(coordinates.length / 2);
  let [south, north] = [Infinity, -Infinity];
  for (let i = 0; i < points; i++) {
    const lat = coordinates[2 * i + 1] ?? NaN;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const tall = meters / DEGREE;
  const wide = tall / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const cells = new Map<number, number>();
  const [centers, counts, all]: [number[], number[], number[]] = [[], [], []];
  const [sums, known]: [number[], number[]] = [[], []];
  for (let i = 0; i < points; i++) {
    const [x, y] = [Math.floor((coordinates[2 * i] ?? NaN) / wide), Math.floor((coordinates[2 * i + 1] ?? NaN) / tall)];
    if (Number.isNaN(x + y)) continue;
    const key = y * 2 ** 24 + x;
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = counts.length;
      cells.set(key, cell);
      centers.push((x + 0.5) * wide, (y + 0.5) * tall);
      counts.push(0);
      all.push(0);
      sums.push(0);
      known.push(0);
    }
    all[cell] = (all[cell] ?? 0) + 1;
    if (takesPart[i] !== 1) continue;
    counts[cell] = (counts[cell] ?? 0) + 1;
    const value = values?.[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    sums[cell] = (sums[cell] ?? 0) + value;
    known[cell] = (known[cell] ?? 0) + 1;
  }
  const means = Float64Array.from(sums, (sum, cell) => (known[cell] ? sum / known[cell] : NaN));
  return { centers: Float64Array.from(centers), counts: Float64Array.from(counts), all: Float64Array.from(all), means, size: [wide, tall] };
}

/** Code of the scheme `hot-spot` for a level of `hotSpots` of `@yizhangtu/analysis`, -3 to 3; undefined for 0. */
export function hotCode(level: number): string | undefined {
  const confidence = [undefined, '90', '95', '99'][Math.abs(level)];
  return confidence && `${level > 0 ? 'hot' : 'cold'}-${confidence}`;
}
