/** Real files for tests and what a plain loop over them says: none of it uses the code that draws or answers. */
import { feature } from 'topojson-client';

type Rings = readonly (readonly (readonly number[])[])[];

/** GeoJSON of polygons, as it stands in a file. */
export interface Shapes {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly id?: string | number;
    readonly properties: Readonly<Record<string, unknown>> | null;
    readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Rings } | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };
  }[];
}

/** Whether the files are on this machine. */
export const present = (await (await fetch('/shared-data/')).json()) === true;
/** What the title of a suite says about it. */
export const NOTE = present ? '' : ' (skipped: no ../shared/data)';

export const at = (path: string): string => `/shared-data/${path}`;

/** Cells of each line of a CSV, by the names of the first one. */
export async function csvRecords(path: string): Promise<Record<string, string>[]> {
  const [head = '', ...lines] = (await (await fetch(at(path))).text()).trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** Counties of the USA, or all of it as one. */
export async function partsOfUsa(name: 'counties' | 'nation'): Promise<Shapes> {
  const topology = (await (await fetch(at('perf/us_counties_10m.topojson'))).json()) as { readonly objects: Readonly<Record<string, unknown>> };
  const { features } = feature(topology as never, topology.objects[name] as never) as unknown as Shapes;
  return { type: 'FeatureCollection', features };
}

const RADIUS = 6378137;
export const WORLD = 2 * Math.PI * RADIUS;

/** What of the ground is seen. */
export interface Ground {
  /** Degrees. */
  readonly center: readonly [number, number];
  /** Of tiles of 256 px. */
  readonly zoom: number;
  /** Degrees clockwise. */
  readonly rotation: number;
  readonly width: number;
  readonly height: number;
}

const mercator = (lon: number, lat: number): [number, number] => [(RADIUS * lon * Math.PI) / 180, RADIUS * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))];

/** Places in degrees → CSS px from the top left. */
export function pixelOf({ center, zoom, rotation, width, height }: Ground): (lon: number, lat: number, world?: number) => [number, number] {
  const resolution = WORLD / 256 / 2 ** zoom;
  const [cx, cy] = mercator(...center);
  const [cos, sin] = [Math.cos((rotation * Math.PI) / 180), Math.sin((rotation * Math.PI) / 180)];
  return (lon, lat, world = 0) => {
    const [x, y] = mercator(lon, lat);
    const [right, down] = [(x + world * WORLD - cx) / resolution, (cy - y) / resolution];
    return [width / 2 + cos * right - sin * down, height / 2 + sin * right + cos * down];
  };
}

/** Numbers from 0 to 1, the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** The rings of a geometry in pixels, shells and holes alike. */
export function ringsOf(geometry: Shapes['features'][number]['geometry'], place: (lon: number, lat: number) => [number, number]): [number, number][][] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.flatMap((part) => part.map((ring) => ring.map(([lon = 0, lat = 0]) => place(lon, lat))));
}

/** Whether a pixel is inside, even-odd, and how far it is from the nearest border. */
export function lookAt(rings: readonly (readonly [number, number])[][], x: number, y: number): { readonly inside: boolean; readonly away: number } {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as readonly [number, number];
      const [bx, by] = ring[i] as readonly [number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const part = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
      nearest = Math.min(nearest, (ax + part * (bx - ax) - x) ** 2 + (ay + part * (by - ay) - y) ** 2);
    }
  return { inside, away: Math.sqrt(nearest) };
}
