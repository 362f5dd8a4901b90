import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerCrsTransforms } from '../crs/index.js';
import type { FeatureServiceOptions } from '../remote-features/types.js';
import type { Column } from '../model/types.js';
import type { RowsFound } from '../row-source/types.js';
import { COUNT, fakeArcgis, placeOf, type Habits } from './fake-arcgis.fixture.js';
import { arcgisRows } from './index.js';

const never = new AbortController().signal;
const WINDOW = [120.095, 36.095, 120.305, 36.205] as const;

async function rowsOf(habits: Habits = {}, options: Partial<FeatureServiceOptions> = {}, window?: typeof WINDOW, limit = 20_000): Promise<RowsFound & { asked: ReturnType<typeof fakeArcgis>['asked'] }> {
  const { fetch, asked } = fakeArcgis(habits);
  vi.stubGlobal('fetch', fetch);
  const found = await arcgisRows({ src: 'http://gis.test/arcgis/rest/services/qd/FeatureServer/', table: '0', subject: 'yzt-arcgis-features-layer', ...options }).rows({ window, limit, signal: never });
  return { ...found, asked };
}

const column = ({ table }: RowsFound, name: string): Column => table.columns.find((one) => one.name === name) as Column;
const numbers = (found: RowsFound): number[] => [...(column(found, 'OBJECTID') as { values: Float64Array }).values].sort((a, b) => a - b);
const ALL = Array.from({ length: COUNT }, (_, n) => n + 1);

afterEach(() => vi.unstubAllGlobals());

describe('rows of ArcGIS', () => {
  it.each<Habits>([{}, { paged: false }, { ignoresOffset: true }])('come whole, each once, from a server that is %o', async (habits) => {
    const found = await rowsOf(habits);
    expect(numbers(found)).toEqual(ALL);
    expect(found.more).toBe(false);
  });

  it('are words, instants and days, under the names that the service has for people', async () => {
    const found = await rowsOf();
    const schema = found.table.schema;
    expect(schema?.titleField).toBe('MC');
    expect(schema?.fields.find(({ name }) => name === 'DLBM')).toMatchObject({ label: { zh: '地类' }, values: { '0101': { zh: '水田' } } });
    expect(schema?.fields.find(({ name }) => name === 'KIND')).toMatchObject({ kind: 'text', values: { 2: { zh: '广场' } } });
    expect(schema?.fields.filter(({ internal }) => internal).map(({ name }) => name)).toEqual(['OBJECTID', 'Shape_Area']);
    expect(column(found, 'KIND').kind).toBe('text');
    expect(column(found, 'RQ')).toMatchObject({ kind: 'date', dateOnly: true });
    expect([...(column(found, 'SJ') as { values: Float64Array }).values].slice(0, 1)).toEqual([Date.UTC(2024, 0, 1, 1, 30)]);
    expect(found.table.ids?.slice(0, 2)).toEqual([1, 2]);
  });

  it('of a window are those in it, and the window is asked in the datum of the layer', async () => {
    const found = await rowsOf({}, {}, WINDOW);
    const inside = ALL.filter((id) => {
      const [x, y] = placeOf(id - 1);
      return x >= WINDOW[0] && x <= WINDOW[2] && y >= WINDOW[1] && y <= WINDOW[3];
    });
    expect(numbers(found)).toEqual(inside);
    expect(found.asked[found.asked.length - 1]?.form.get('inSR')).toBe('4490');
  });

  it('meet a condition of the page, end at a limit, and are counted', async () => {
    const found = await rowsOf({}, { filter: 'OBJECTID > 500' }, undefined, 1200);
    expect([found.table.rowCount, found.more, found.matched]).toEqual([1200, true, COUNT - 500]);
    expect(numbers(found)[0]).toBe(501);
  });

  it('of a plane are asked in it and brought to degrees; one that nobody knows is named', async () => {
    const stop = registerCrsTransforms((crs) => (crs === 'EPSG:4549' ? (places) => places.forEach((value, i) => (places[i] = value / 1000)) : undefined));
    const found = await rowsOf({ wkid: 4549, geometry: () => ({ x: 120_500, y: 36_250 }) });
    expect(found.asked[found.asked.length - 1]?.form.get('outSR')).toBe('4549');
    expect(found.table.geometry).toMatchObject({ kind: 'point' });
    expect([...(found.table.geometry as { coordinates: Float64Array }).coordinates].slice(0, 2)).toEqual([120.5, 36.25]);
    stop();
    await expect(rowsOf({ wkid: 2385 })).rejects.toMatchObject({ code: 'unknown-crs', message: expect.stringContaining('2385') as string });
  });

  it('have a layer by its name, and one that is not there is told what is', async () => {
    expect((await rowsOf({}, { table: '地块' })).table.rowCount).toBe(COUNT);
    expect((await rowsOf({}, { src: 'http://gis.test/x/MapServer/0?f=pjson', table: '' })).table.rowCount).toBe(COUNT);
    await expect(rowsOf({}, { table: '道路' })).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('0 地块') as string });
  });

  it.each([[499, 'Token Required', 'token'], [498, 'Invalid Token', 'token'], [400, 'Unable to complete operation.', 'service-exception']] as const)('are refused with 200 and %i', async (code, message, named) => {
    await expect(rowsOf({ error: { code, message, details: ['Invalid field: NAME'] } })).rejects.toMatchObject({ code: named, message: expect.stringContaining(message) as string });
    if (code === 400) await expect(rowsOf({ error: { code, message, details: ['Invalid field: NAME'] } })).rejects.toMatchObject({ message: expect.stringContaining('Invalid field: NAME') as string });
  });
});
