/** The region that a place lies in, as SQL: what `RegionGrid` finds in memory. */
import type { RegionSet } from '../model/derived-columns.js';
import { RegionGrid } from '../join/region-grid.js';
import { otherThan } from './lookup-sql.js';
import { literalSql } from './literal-sql.js';
import type { Once } from './once-sql.js';
import { decimalText, numberText, quotedText } from './values.js';

/** Edges of all regions that rise or fall: a level one is crossed by no line to the east. */
interface Edges {
  /** Longitude and latitude of the corners, an edge runs from one to the next. */
  readonly corners: readonly (readonly [lon: number, lat: number])[];
  /** Number of the corner an edge begins at, from 1; below zero where it falls, so that its lower end is the next one. */
  readonly edges: readonly number[];
  /** Region of the edge that begins at each corner, from 1. */
  readonly regions: readonly number[];
}

function edgesOf({ geometry, keys }: RegionSet): Edges {
  const corners: (readonly [number, number])[] = [];
  const edges: number[] = [];
  const regions: number[] = [];
  if (geometry.kind !== 'shape') return { corners, edges, regions };
  const { types, partStart, ringStart, vertexStart, coordinates } = geometry;
  for (let region = 0; region < keys.length; region++) {
    if (types[region] !== 3) continue;
    for (let ring = ringStart[partStart[region] as number] as number; ring < (ringStart[partStart[region + 1] as number] as number); ring++) {
      for (let vertex = vertexStart[ring] as number; vertex < (vertexStart[ring + 1] as number); vertex++) {
        const [lon, lat] = [coordinates[2 * vertex] as number, coordinates[2 * vertex + 1] as number];
        corners.push([lon, lat]);
        regions.push(region + 1);
        const next = coordinates[2 * vertex + 3] as number;
        if (vertex + 1 < (vertexStart[ring + 1] as number) && next !== lat) edges.push(next > lat ? corners.length : -corners.length);
      }
    }
  }
  return { corners, edges, regions };
}

/** Edges beside a place, about. More bands make a longer statement, fewer a slower one, so these are not those of `ringIndex`. */
const EDGES_PER_BAND = 4;
/** Bands that an edge is in, about, at most. */
const BANDS_PER_EDGE = 4;

interface Bands {
  /** Edges, band after band. */
  readonly all: readonly number[];
  /** Where each band begins, from 1, and where the last one ends. */
  readonly starts: readonly number[];
  /** Bands a degree. */
  readonly scale: number;
}

function banded({ corners, edges }: Edges, south: number, north: number, count = Math.ceil(edges.length / EDGES_PER_BAND)): Bands {
  const scale = count / (north - south);
  const bandOf = (corner: number): number => Math.max(0, Math.min(count - 1, Math.floor(((corners[corner]?.[1] as number) - south) * scale)));
  const bands = Array.from({ length: count }, (): number[] => []);
  for (const edge of edges) {
    const [from, to] = [bandOf(Math.abs(edge) - 1), bandOf(Math.abs(edge))];
    for (let band = Math.min(from, to); band <= Math.max(from, to); band++) bands[band]?.push(edge);
  }
  const all = bands.flat();
  if (count > 1 && all.length > BANDS_PER_EDGE * edges.length) return banded({ corners, edges, regions: [] }, south, north, Math.ceil(count / 2));
  let next = 1;
  const starts = bands.map((band) => (next += band.length) - band.length);
  return { all, starts: [...starts, next], scale };
}

const least = (a: number, b: number): number => Math.min(a, b);
const most = (a: number, b: number): number => Math.max(a, b);

/** Cells along a side of the grid that most places find their region by. Finer ones make a longer statement. */
const CELLS = 96;

/**
 * The name of the region each row lies in, the first one where several overlap; NULL outside of all. In cells that no border runs through it is
 * that of the cell; in others by the even-odd rule, from the lower end of each edge, as `ringsHold` has it, so that both agree to the last digit.
 * @param once Names the lists of corners, edges and cells.
 */
export function regionSql(regions: RegionSet, place: { readonly lon: string; readonly lat: string } | undefined, once: Once): string {
  const found = edgesOf(regions);
  if (!place || found.edges.length === 0) return literalSql('text', undefined);
  const [lons, lats] = [found.corners.map(([lon]) => lon), found.corners.map(([, lat]) => lat)];
  const [west, east, south, north] = [lons.reduce(least), lons.reduce(most), lats.reduce(least), lats.reduce(most)];
  // First, since too many corners end here.
  const corners = { lons: once.list(lons.map(decimalText)), lats: once.list(lats.map(decimalText)) };
  const { all, starts, scale } = banded(found, south, north);
  const { grid } = new RegionGrid(regions.geometry, 4 * CELLS ** 2);
  const names = regions.keys.map((key) => (key === null ? undefined : String(key)));
  const none = quotedText(otherThan(names.filter((word) => word !== undefined)));
  const list = {
    ...corners,
    edges: once.list(all),
    starts: once.list(starts),
    regions: once.list(found.regions),
    cells: once.list(Array.from(grid.cells, (cell) => (cell === -2 ? -1 : cell + 1))),
    names: once.list([none, ...names.map((word) => (word === undefined ? none : quotedText(word)))]),
  };
  const at = (of: keyof typeof list, place: string): string => `arrayElement(${list[of]}, ${place})`;
  const [x, y] = [once.name(`toFloat64(ifNull(${place.lon}, nan))`), once.name(`toFloat64(ifNull(${place.lat}, nan))`)];
  const inside = once.name(`(${x} >= ${numberText(west)} AND ${x} <= ${numberText(east)} AND ${y} >= ${numberText(south)} AND ${y} <= ${numberText(north)})`);
  // What is no number is in no band and in no cell; early servers work out both sides of a condition.
  const stepOf = (value: string, from: number, scale: number, last: number): string => `toInt32(if(${inside}, least(${last}, floor((${value} - ${numberText(from)}) * ${numberText(scale)})), 0))`;
  const cell = once.name(at('cells', `${stepOf(y, grid.south, grid.scaleY, grid.size - 1)} * ${grid.size} + ${stepOf(x, grid.west, grid.scaleX, grid.size - 1)} + 1`));
  const band = once.name(`${stepOf(y, south, scale, starts.length - 2)} + 1`);
  const beside = `arraySlice(${list.edges}, ${at('starts', band)}, if(${cell} < 0, ${at('starts', `${band} + 1`)} - ${at('starts', band)}, 0))`;
  const [low, high] = ['if(e > 0, e, 1 - e)', 'if(e > 0, e + 1, 0 - e)'];
  const crossed = `(${at('lats', low)} > ${y}) != (${at('lats', high)} > ${y}) AND ${x} < ${at('lons', low)} + (${at('lons', high)} - ${at('lons', low)}) * (${y} - ${at('lats', low)}) / (${at('lats', high)} - ${at('lats', low)})`;
  const met = `arraySort(arrayMap(e -> ${at('regions', 'abs(e)')}, arrayFilter(e -> ${crossed}, ${beside})))`;
  const first = `arrayElement(arrayMap(m -> arrayFirst(r -> countEqual(m, r) % 2 = 1, m), [${met}]), 1)`;
  return `nullIf(${at('names', `if(${inside}, toInt32(if(${cell} < 0, ${first}, ${cell})), 0) + 1`)}, ${none})`;
}
