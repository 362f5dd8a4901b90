import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerCrsTransforms } from '../crs/index.js';
import { fakeRows, fakeWfs, type FakeRow, type Habits } from './fake-wfs.fixture.js';
import { wfsEngine, wfsRows, type FeatureServiceOptions } from './index.js';

const never = new AbortController().signal;
const ROWS = fakeRows(2600);
const WINDOW = [119.9, 35.7, 120.5, 36.2] as const;

function inWindow({ place: [lon, lat] }: FakeRow): boolean {
  return lon >= WINDOW[0] && lon <= WINDOW[2] && lat >= WINDOW[1] && lat <= WINDOW[3];
}

function source(habits: Habits = {}, options: Partial<FeatureServiceOptions> = {}) {
  const wfs = fakeWfs(ROWS, habits);
  vi.stubGlobal('fetch', wfs.fetch);
  return { rows: wfsRows({ src: 'http://wfs.test/wfs', table: 'city:rows', subject: 'yzt-wfs-layer', ...options }), asked: wfs.asked };
}

async function numbers(habits: Habits, options: Partial<FeatureServiceOptions> = {}, window?: typeof WINDOW, limit = 20_000): Promise<{ n: number[]; places: number[]; more: boolean; matched: number | undefined }> {
  const { rows } = source(habits, options);
  const { table, more, matched } = await rows.rows({ window, limit, signal: never });
  const [column] = table.columns;
  return { n: column?.kind === 'number' ? [...column.values] : [], places: table.geometry.kind === 'point' ? [...table.geometry.coordinates] : [], more, matched };
}

const ALL = ROWS.map(({ id }) => id);
const PLACES = ROWS.flatMap(({ place }) => place);
const INSIDE = ROWS.filter(inWindow).map(({ id }) => id);

afterEach(() => vi.unstubAllGlobals());

describe('rows of a WFS', () => {
  it('come whole, over pages, with their places', async () => {
    expect(await numbers({})).toEqual({ n: ALL, places: PLACES, more: false, matched: undefined });
  });

  it.each<Habits>([{ ignoresStart: true }, { ignoresStart: true, noIds: true }, { cap: 700 }, { cap: 100 }])('are neither lost nor doubled by a service that %o', async (habits) => {
    expect((await numbers(habits)).n).toEqual(ALL);
  });

  it('are refused by name where a service neither pages nor gives all at once', async () => {
    await expect(numbers({ ignoresStart: true, cap: 1000 })).rejects.toMatchObject({ code: 'query-failed', message: expect.stringContaining('STARTINDEX') as string });
  });

  it('end at a limit, and how many there are is told', async () => {
    const { n, more, matched } = await numbers({}, {}, undefined, 1200);
    expect([n.length, more, matched]).toEqual([1200, true, 2600]);
  });

  it.each<Habits>([{}, { lonFirst: true }, { ignoresWindow: true }, { latFirst: true }])('of a window are those in it, from a service that %o', async (habits) => {
    expect((await numbers(habits, {}, WINDOW)).n).toEqual(INSIDE);
  });

  it.each(['auto', 'yx'] as const)('lie where they are, though latitude comes first (axis %s)', async (axis) => {
    expect((await numbers({ latFirst: true }, { axis })).places).toEqual(PLACES);
  });

  it('of another system are brought to degrees, in either order of axes', async () => {
    const systems = ['urn:ogc:def:crs:EPSG::4528'];
    // Stands for the plane: what it is does not matter here.
    const project = ([lon, lat]: readonly [number, number]) => [lon * 1000, lat * 1000] as const;
    const stop = registerCrsTransforms((crs) => (crs === 'EPSG:4528' ? (numbersOf) => numbersOf.forEach((value, i) => (numbersOf[i] = value / 1000)) : undefined));
    for (const latFirst of [false, true]) {
      const { places } = await numbers({ systems, project, latFirst });
      expect(places.length).toBe(PLACES.length);
      places.forEach((value, i) => expect(value).toBeCloseTo(PLACES[i] as number, 9));
    }
    stop();
    await expect(numbers({ systems, project })).rejects.toMatchObject({ code: 'unknown-crs' });
    await expect(numbers({ systems }, { crs: 'EPSG:2385' })).rejects.toMatchObject({ code: 'unknown-crs', message: expect.stringContaining('EPSG:4528') as string });
  });

  it('meet a condition in CQL, with a window too; a service that does not know it is not believed', async () => {
    const least = (n: number): boolean => n >= 1000;
    expect((await numbers({}, { filter: 'n >= 1000' })).n).toEqual(ALL.filter(least));
    expect((await numbers({}, { filter: 'n >= 1000' }, WINDOW)).n).toEqual(INSIDE.filter(least));
    await expect(numbers({ ignoresCql: true }, { filter: 'n >= 1000' })).rejects.toMatchObject({ code: 'query-failed', message: expect.stringContaining('CQL_FILTER') as string });
    await expect(numbers({}, { filter: '<Fehler/>' })).rejects.toMatchObject({ code: 'bad-attribute' });
  });
});

describe('a remote dataset on a WFS that does not page', () => {
  it('has every row once, and the page that was asked for', async () => {
    vi.stubGlobal('fetch', fakeWfs(ROWS, { ignoresStart: true }).fetch);
    const engine = wfsEngine({ src: 'http://wfs.test/wfs', table: 'city:rows' });
    expect((await engine.describe(undefined, [], never)).rowCount).toBe(2600);
    const rows = await engine.page({ scope: [], conditions: [], fields: ['n'], offset: 40, limit: 5 }, never);
    expect(rows.map(({ values }) => values[0])).toEqual([40, 41, 42, 43, 44]);
    const distinct = await engine.groups({ scope: [], conditions: [], measures: [{ kind: 'distinct', field: 'n' }] }, never);
    expect(distinct.total).toMatchObject({ count: 2600, values: [2600] });
  });
});
