/** Cells that the engine counts are those a layer counts itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter, Measure } from '@yizhangtu/data/model';
import { RemoteDataset, type CellPlane } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { EqualArea } from '../../packages/map/src/surface/equal-area.js';
import { cellsOf, type LatticeKind } from '../../packages/map/src/surface/lattice.js';
import { tallyOf, type CellMeasureKind } from '../../packages/map/src/surface/tally.js';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';
import { asJson, inMemory, rows, SCHEMA, TABLE } from './rows.js';

const here = hasClickHouse();
const DATA = rows(20_000);
const local = inMemory(DATA);
const ABOUT = [120, 36] as const;
const RADIUS = 6378137;
let server: Server;
let remote: RemoteDataset;

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run(TABLE);
  await server.run(`INSERT INTO demo.rows FORMAT JSONEachRow\n${asJson(DATA)}`);
  remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.rows', idField: 'id', headers: VIEWER }));
  remote.schema = SCHEMA;
  await remote.load();
});

afterAll(() => server?.stop());

const degrees = Float64Array.from(DATA.flatMap(({ lon, lat }) => [lon ?? NaN, lat ?? NaN]));

function places(plane: CellPlane): Float32Array | Float64Array {
  if ('about' in plane) return new EqualArea(...plane.about).forwardAll(degrees);
  if (plane.code === 'EPSG:4326') return degrees;
  return degrees.map((value, index) => (index % 2 === 0 ? (value * RADIUS * Math.PI) / 180 : RADIUS * Math.log(Math.tan(Math.PI / 4 + (value * Math.PI) / 360))));
}

/** Cells as text, one a line, in order. */
function ours(kind: LatticeKind, size: number, plane: CellPlane, measure: Measure): string[] {
  const cells = cellsOf({ kind, size }, places(plane));
  const column = measure.field === undefined ? undefined : local.column(measure.field);
  const numbers = column?.kind === 'number' ? column.values : undefined;
  const { counts, values } = tallyOf({ cells, kind: measure.kind as CellMeasureKind, passing: local.passing(), ...(numbers && { numbers }) });
  return [...counts.keys()].filter((cell) => (counts[cell] as number) > 0).map((cell) => `${cells.columns[cell]} ${cells.lines[cell]} ${counts[cell]} ${values[cell]?.toPrecision(9)}`).sort();
}

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
          for (const measure of [{ kind: 'count' }, { kind: 'sum', field: 'n' }, { kind: 'mean', field: 'n' }, { kind: 'max', field: 'i' }] as const) {
            const { columns, lines, counts, values, complete } = await remote.cells({ kind, size, plane, measure, limit: 50_000 });
            expect(complete).toBe(true);
            const there = [...counts.keys()].map((cell) => `${columns[cell]} ${lines[cell]} ${counts[cell]} ${values[cell]?.toPrecision(9)}`).sort();
            expect(there, JSON.stringify([filter, measure])).toEqual(ours(kind, size, plane, measure));
          }
        }
      });

  it('a part is called a part', async () => {
    const { counts, complete } = await remote.cells({ kind: 'square', size: 500, plane: { about: ABOUT }, measure: { kind: 'count' }, limit: 10 });
    expect([counts.length, complete]).toEqual([10, false]);
  });
});
