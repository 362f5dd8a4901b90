/** Cells that the engine counts are those of a plain computation: Snyder's formulas as they are printed, and the nearest middle of a hexagon. */
import { describe, expect, it } from 'vitest';
import type { Filter, Measure } from '@yizhangtu/data/model';
import { RemoteDataset, type CellPlane } from '@yizhangtu/data/remote';
import { ClickHouseEngine, planeSql } from '@yizhangtu/data/remote-clickhouse';
import { askedSymbology } from '@yizhangtu/data/symbology';
import { VIEWER, type Server } from './clickhouse.js';
import { inMemory, rows } from './rows.js';
import { serving } from './served.js';

const DATA = rows(20_000);
const local = inMemory(DATA);
const ABOUT = [120, 36] as const;
const RADIUS = 6378137;
let server: Server;
let remote: RemoteDataset;
const here = serving(DATA, (served) => ({ server, remote } = served));

type Place = readonly [x: number, y: number];

const F = 1 / 298.257222101;
const E = Math.sqrt(F * (2 - F));
const RAD = Math.PI / 180;

/** q of Snyder (3-12), in closed form. */
function q(lat: number): number {
  const sine = Math.sin(lat * RAD);
  return (1 - E * E) * (sine / (1 - (E * sine) ** 2) - Math.log((1 - E * sine) / (1 + E * sine)) / (2 * E));
}

/** Lambert azimuthal equal-area, oblique, of the ellipsoid: Snyder (24-17) to (24-22), in single precision as a map holds places. */
function onPlane([lon0, lat0]: Place, lon: number, lat: number): Place {
  const [qp, sine0] = [q(90), Math.sin(lat0 * RAD)];
  const rq = RADIUS * Math.sqrt(qp / 2);
  const [beta, beta0] = [Math.asin(q(lat) / qp), Math.asin(q(lat0) / qp)];
  const m = Math.cos(lat0 * RAD) / Math.sqrt(1 - (E * sine0) ** 2);
  const d = (RADIUS * m) / (rq * Math.cos(beta0));
  const turn = (lon - lon0) * RAD;
  const b = rq * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(turn)));
  return [Math.fround(b * d * Math.cos(beta) * Math.sin(turn)), Math.fround((b / d) * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(turn)))];
}

function placeOn(plane: CellPlane, lon: number, lat: number): Place {
  if ('about' in plane) return onPlane(plane.about, lon, lat);
  if (plane.code === 'EPSG:4326') return [lon, lat];
  return [lon * RADIUS * RAD, RADIUS * Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2))];
}

/** The cell whose middle is nearest: of a square that is the one around the place. */
function cellOf(kind: 'square' | 'hexagon', size: number, [x, y]: Place): string {
  if (kind === 'square') return `${Math.floor(x / size)} ${Math.floor(y / size)}`;
  const height = (size * Math.sqrt(3)) / 2;
  const [line0, column0] = [Math.round(y / height), Math.round(x / size)];
  let [best, nearest] = ['', Infinity];
  for (let line = line0 - 1; line <= line0 + 1; line++)
    for (let column = column0 - 2; column <= column0 + 2; column++) {
      const far = (x - (column + (line & 1) / 2) * size) ** 2 + (y - line * height) ** 2;
      if (far < nearest) [best, nearest] = [`${column} ${line}`, far];
    }
  return best;
}

const PLAIN: Readonly<Record<'count' | 'sum' | 'mean' | 'max', (values: readonly number[], rows: number) => number>> = {
  count: (_, rows) => rows,
  sum: (values) => (values.length > 0 ? values.reduce((a, b) => a + b) : NaN),
  mean: (values) => values.reduce((a, b) => a + b, 0) / values.length,
  max: (values) => (values.length > 0 ? Math.max(...values) : NaN),
};

/** Cells as text, one a line, in order. */
function ours(kind: 'square' | 'hexagon', size: number, plane: CellPlane, { kind: what, field }: (typeof MEASURES)[number]): string[] {
  const cells = new Map<string, { rows: number; values: number[] }>();
  for (const row of local.rows().rows) {
    const { lon, lat } = DATA[row] as (typeof DATA)[number];
    if (lon === null || lat === null) continue;
    const key = cellOf(kind, size, placeOn(plane, lon, lat));
    const cell = cells.get(key) ?? { rows: 0, values: [] };
    cells.set(key, cell);
    cell.rows++;
    const value = field === undefined ? null : local.value(row, field);
    if (typeof value === 'number') cell.values.push(value);
  }
  return [...cells].map(([key, { rows: count, values }]) => `${key} ${count} ${PLAIN[what](values, count).toPrecision(9)}`).sort();
}

const MEASURES = [{ kind: 'count', field: undefined }, { kind: 'sum', field: 'n' }, { kind: 'mean', field: 'n' }, { kind: 'max', field: 'i' }] as const;
const FILTERS: readonly Filter[] = [{ kind: 'range', field: 'n', min: 0 }, { kind: 'in', field: 'size', values: ['小'] }];
const PLANES: readonly (readonly [CellPlane, number])[] = [[{ about: ABOUT }, 2000], [{ about: ABOUT }, 733], [{ code: 'EPSG:3857' }, 5000], [{ code: 'EPSG:4326' }, 0.02]];

describe.skipIf(!here)('cells', () => {
  for (const kind of ['square', 'hexagon'] as const)
    for (const [plane, size] of PLANES)
      it(`${kind}s of ${size} on ${JSON.stringify(plane)} are those in memory, with and without filters`, async () => {
        for (const filter of [undefined, ...FILTERS]) {
          local.clearFilters();
          remote.clearFilters();
          if (filter) for (const data of [local, remote]) data.setFilter('f', filter);
          for (const { kind: what, field } of MEASURES) {
            const measure: Measure = { kind: what, ...(field && { field }) };
            const { columns, lines, counts, values, complete } = await remote.cells({ kind, size, plane, measure, limit: 50_000 });
            expect(complete).toBe(true);
            const there = [...counts.keys()].map((cell) => `${columns[cell]} ${lines[cell]} ${counts[cell]} ${values[cell]?.toPrecision(9)}`).sort();
            expect(there, JSON.stringify([filter, measure])).toEqual(ours(kind, size, plane, { kind: what, field } as (typeof MEASURES)[number]));
          }
        }
      });

  it('are the same from metres that the table has itself', async () => {
    const { x, y } = planeSql(ABOUT, 'lon', 'lat');
    const columns = ['lon', 'lat', 'n'].map((name) => `${name}, `).join('');
    await server.run(`CREATE TABLE demo.metres ENGINE = MergeTree PARTITION BY tuple() ORDER BY id AS SELECT id, ${columns}toFloat32(ifNull(${x}, nan)) AS px, toFloat32(ifNull(${y}, nan)) AS py FROM demo.rows`);
    const own = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.metres', idField: 'id', headers: VIEWER, plane: { x: 'px', y: 'py', about: ABOUT } }));
    await own.load();
    for (const data of [local, remote]) data.clearFilters();
    for (const kind of ['square', 'hexagon'] as const) {
      const measure = { kind: 'sum', field: 'n' } as const;
      const question = { kind, size: 733, plane: { about: ABOUT }, measure, limit: 50_000 };
      const { columns: at, lines, counts, values } = await own.cells(question);
      expect([...counts.keys()].map((cell) => `${at[cell]} ${lines[cell]} ${counts[cell]} ${values[cell]?.toPrecision(9)}`).sort()).toEqual(ours(kind, 733, question.plane, measure));
    }
  });

  it('a part is called a part', async () => {
    const { counts, complete } = await remote.cells({ kind: 'square', size: 500, plane: { about: ABOUT }, measure: { kind: 'count' }, limit: 10 });
    expect([counts.length, complete]).toEqual([10, false]);
  });
});

describe.skipIf(!here)('cells of classes', () => {
  it('count the rows of each class, which are those of a filter by it', async () => {
    for (const data of [local, remote]) data.clearFilters();
    const question = { kind: 'square', size: 733, plane: { about: ABOUT }, measure: { kind: 'sum', field: 'n' }, limit: 50_000 } as const;
    for (const spec of ['class:size', 'breaks:n:5:quantile', 'bivariate:n:i', 'class:owner']) {
      const parts = (await askedSymbology(spec, remote)).classes.map(({ filter }) => filter as Filter);
      const { columns, lines, counts, values, parts: told = [] } = await remote.cells({ ...question, parts });
      expect([...counts.keys()].map((cell) => `${columns[cell]} ${lines[cell]} ${counts[cell]} ${values[cell]?.toPrecision(9)}`).sort()).toEqual(ours('square', 733, question.plane, question.measure));
      expect([...counts]).toEqual([...counts.keys()].map((cell) => told.reduce((sum, part) => sum + (part[cell] as number), 0)));
      for (const [at, part] of parts.entries()) {
        remote.setFilter('class', part);
        const alone = await remote.cells(question);
        const key = (from: typeof alone, cell: number): string => `${from.columns[cell]} ${from.lines[cell]}`;
        const wanted = new Map([...alone.counts].map((count, cell) => [key(alone, cell), count]));
        expect([...counts.keys()].map((cell) => told[at]?.[cell]), `${spec} ${at}`).toEqual([...counts.keys()].map((cell) => wanted.get(`${columns[cell]} ${lines[cell]}`) ?? 0));
      }
      remote.clearFilters();
    }
  });
});
