/** Rows of layers, asked of a real MapServer by WFS and OGC API: all of a table, and those of a window, are those of the rows it was given. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ogcApiRows, wfsRows } from '@yizhangtu/data/remote-features';
import { hasMapServer, mapServerWith, type MapServer } from './mapserver.js';
import { rows } from './rows.js';

const here = hasMapServer();
const DATA = rows(2500).filter(({ lon }) => lon !== null).map((row) => ({ ...row, hostile: '', lon: Number(row.lon?.toFixed(6)), lat: Number(row.lat?.toFixed(6)) }));
const WINDOW = [120.1, 35.9, 120.5, 36.3] as const;
const never = new AbortController().signal;
let server: MapServer;

beforeAll(async () => {
  if (here) server = await mapServerWith(DATA);
});

afterAll(() => server?.stop());

function sourceOf(kind: 'wfs' | 'ogc-api', filter?: string) {
  const options = { table: 'rows', idField: 'id', subject: 'yzt-wfs-layer', ...(filter !== undefined && { filter }) };
  return kind === 'wfs' ? wfsRows({ src: `${server.url}wfs`, ...options }) : ogcApiRows({ src: `${server.url}ogcapi`, ...options });
}

const sorted = (ids: readonly unknown[] | undefined): number[] => (ids ?? []).map(Number).sort((a, b) => a - b);
const inside = DATA.filter(({ lon, lat }) => lon >= WINDOW[0] && lon <= WINDOW[2] && lat >= WINDOW[1] && lat <= WINDOW[3]);

describe.skipIf(!here).each(['wfs', 'ogc-api'] as const)('rows of a layer by %s', (kind) => {
  it('are all of the table, each once, where they are', async () => {
    const { table, more } = await sourceOf(kind).rows({ window: undefined, limit: 20_000, signal: never });
    expect(more).toBe(false);
    expect(sorted(table.ids)).toEqual(sorted(DATA.map(({ id }) => id)));
    const { geometry } = table;
    if (geometry.kind !== 'point') throw new Error(geometry.kind);
    const places = new Map(DATA.map(({ id, lon, lat }) => [String(id), [lon, lat]]));
    table.ids?.forEach((id, row) => expect([geometry.coordinates[2 * row], geometry.coordinates[2 * row + 1]]).toEqual(places.get(String(id))));
  });

  it('of a window are those in it', async () => {
    expect(inside.length).toBeGreaterThan(20);
    const { table } = await sourceOf(kind).rows({ window: WINDOW, limit: 20_000, signal: never });
    expect(sorted(table.ids)).toEqual(sorted(inside.map(({ id }) => id)));
  });

  it('end at a limit and say so', async () => {
    const { table, more } = await sourceOf(kind).rows({ window: undefined, limit: 100, signal: never });
    expect([table.rowCount, more]).toEqual([100, true]);
  });
});

describe.skipIf(!here)('a condition of the page', () => {
  it('in FES is met together with a window', async () => {
    const filter = '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsEqualTo><fes:ValueReference>size</fes:ValueReference><fes:Literal>小</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>';
    const { table } = await sourceOf('wfs', filter).rows({ window: WINDOW, limit: 20_000, signal: never });
    const wanted = inside.filter(({ size }) => size === '小');
    expect(wanted.length).toBeGreaterThan(0);
    expect(sorted(table.ids)).toEqual(sorted(wanted.map(({ id }) => id)));
  });

  it('in CQL is refused: MapServer would give all rows', async () => {
    await expect(sourceOf('wfs', "size = '小'").rows({ window: undefined, limit: 10, signal: never })).rejects.toMatchObject({ message: expect.stringMatching(/CQL/) as string });
  });
});
