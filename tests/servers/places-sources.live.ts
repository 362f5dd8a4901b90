/** The same ten points through the other kinds of sources: GeoParquet, FlatGeobuf, ArcGIS and iServer, each in five systems; vector tiles, PMTiles and a stream on a map. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCrsTransforms } from '@yizhangtu/data/crs';
import { FlatGeobufRows } from '@yizhangtu/data/flatgeobuf-source';
import { GeoParquetRows } from '@yizhangtu/data/geoparquet-source';
import { arcgisRows, iserverRows } from '@yizhangtu/data/rest-features';
import { lonLatTransform } from '@yizhangtu/map/crs';
import { openPage, type PicturePage } from './picture-page.js';
import { expectAtPlaces } from './places.js';
import { placesSources } from './places-server.js';
import { expectSeen } from './seen.js';

const SYSTEMS = ['4326', '4490', '3857', '4528', '4549'] as const;
let server: Awaited<ReturnType<typeof placesSources>>;
let page: PicturePage;
let forget: () => void;

beforeAll(async () => {
  forget = registerCrsTransforms(lonLatTransform);
  server = await placesSources();
  page = await openPage({ '/sources/': server.url });
});

afterAll(async () => {
  await page?.stop();
  await server?.stop();
  forget?.();
});

const SOURCES = {
  GeoParquet: (code: string) => new GeoParquetRows({ url: `${server.url}parquet/${code}`, subject: 'yzt-geoparquet-layer' }),
  FlatGeobuf: (code: string) => new FlatGeobufRows({ url: `${server.url}flatgeobuf/${code}`, subject: 'yzt-flatgeobuf-layer' }),
  ArcGIS: (code: string) => arcgisRows({ src: `${server.url}arcgis/${code}/FeatureServer/0`, table: '', subject: 'yzt-arcgis-features-layer' }),
  iServer: (code: string) => iserverRows({ src: `${server.url}iserver/${code}/rest/data.rjson`, table: '青岛:点', subject: 'yzt-iserver-features-layer' }),
};

describe.each(['GeoParquet', 'FlatGeobuf', 'ArcGIS', 'iServer'] as const)('%s', (kind) => {
  it.each(SYSTEMS)('has the ten places within a metre in EPSG:%s, and those of a window', async (code) => {
    const source = SOURCES[kind](code);
    const wanted = { limit: 100, signal: new AbortController().signal };
    const { table } = await source.rows({ window: undefined, ...wanted });
    // A FlatGeobuf has no ids of its own, so its rows say their number.
    const numbers = table.columns.find(({ name }) => name === 'n');
    const ids = numbers?.kind === 'number' ? [...numbers.values].map(Math.floor) : table.ids;
    expectAtPlaces({ ...table, ids: ids ?? Array.from({ length: table.rowCount }, (_, row) => row) });
    const part = await source.rows({ window: [120.2, 36, 120.5, 36.2], ...wanted });
    expect(part.table.rowCount).toBe(3);
  });
});

describe('on a map', () => {
  const LOOK = 'symbology="fixed:#dc0000" size="9"';
  it('vector tiles in EPSG:3857', () => expectSeen(page, `<yzt-vector-tile-layer url="/sources/tiles/3857/{z}/{x}/{y}" ${LOOK}></yzt-vector-tile-layer>`));
  it('vector tiles in EPSG:4490, on a map in the zone', () => expectSeen(page, `<yzt-vector-tile-layer url="/sources/tiles/4490/{z}/{x}/{y}" grid="EPSG:4490 0-18" ${LOOK}></yzt-vector-tile-layer>`, 'EPSG:4549'));
  it('PMTiles', () => expectSeen(page, `<yzt-pmtiles-layer src="/sources/archive" ${LOOK}></yzt-pmtiles-layer>`));
  it('a stream', () => expectSeen(page, `<yzt-live-layer src="/sources/live" ${LOOK}></yzt-live-layer>`));
});
