import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import type { ShapeGeometry } from '../model/types.js';
import { cellsOf, failureOf, noteKinds } from '../readers/reading.fixture.js';
import type { RawTable, ReadOptions } from '../readers/types.js';
import { readFiles } from './read-files.js';
import { zipOf } from './shapefile.fixture.js';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const read = (name: string, bytes: Uint8Array<ArrayBuffer> | string, options: ReadOptions = {}): Promise<RawTable> =>
  readFiles({ files: [{ name, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes }], options });
const failure = (name: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<YztError> => failureOf(read(name, bytes));
const kml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;
const line = '<coordinates>120.1,36.1,0 120.2, 36.2, 5\n120.3 ,36.3</coordinates>';
const ring = (from: number, size: number): string =>
  `<LinearRing><coordinates>${[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x = 0, y = 0]) => `${from + x * size},${36 + y * size}`).join(' ')}</coordinates></LinearRing>`;

describe('KML', () => {
  test('names, folders, ExtendedData with and without schema, times and words of descriptions', async () => {
    const table = await read(
      'a.kml',
      kml(`<Schema id="s"><SimpleField type="int" name="户数"/><SimpleField type="string" name="编号"/></Schema>
        <Folder><name>海域</name><Folder><name>养殖</name>
        <Placemark id="p1"><name>甲</name><description><![CDATA[<b>一号</b><br/>区<script>x</script>]]></description><TimeStamp><when>2024-03-05</when></TimeStamp>
          <ExtendedData><Data name="面积"><value>12.5</value></Data><SchemaData schemaUrl="#s"><SimpleData name="户数">3</SimpleData><SimpleData name="编号">12</SimpleData></SchemaData></ExtendedData>
          <Point><coordinates>120.3,36.1,7</coordinates></Point></Placemark></Folder></Folder>
        <Placemark><name>乙 &amp; 丙</name><ExtendedData><Data name="面积"><value>3</value></Data></ExtendedData></Placemark>`),
    );
    expect([cellsOf(table, 'name'), cellsOf(table, 'folder'), cellsOf(table, '面积')]).toEqual([['甲', '乙 & 丙'], ['海域/养殖', null], [12.5, 3]]);
    expect([cellsOf(table, '户数'), cellsOf(table, '编号'), cellsOf(table, 'description')]).toEqual([[3, null], ['12', null], ['一号\n区x', null]]);
    expect([table.ids, noteKinds(table), table.report.source]).toEqual([['p1', null], ['no-geometry'], { format: 'kml', crs: 'EPSG:4326' }]);
    expect(table.columns.find(({ name }) => name === 'time')?.kind).toBe('date');
  });

  test('lines, polygons with holes, collections and tracks', async () => {
    const table = await read(
      'a.kml',
      kml(`<Placemark><LineString>${line}</LineString></Placemark>
        <Placemark><Polygon><outerBoundaryIs>${ring(120, 1)}</outerBoundaryIs><innerBoundaryIs>${ring(120.2, 0.1)}</innerBoundaryIs></Polygon></Placemark>
        <Placemark><MultiGeometry><Point><coordinates>120,36</coordinates></Point><MultiGeometry><Point><coordinates>121,36</coordinates></Point></MultiGeometry></MultiGeometry></Placemark>
        <Placemark><gx:Track xmlns:gx="x"><when>2024-01-01T00:00:00Z</when><gx:coord>120 36 1</gx:coord><gx:coord>121 36 2</gx:coord></gx:Track></Placemark>
        <Placemark><Point><coordinates>,</coordinates></Point></Placemark>
        <NetworkLink><Link><href>http://intranet.example/a.kml</href></Link></NetworkLink><GroundOverlay/>`),
    );
    const { types, partStart, coordinates } = table.geometry as ShapeGeometry;
    expect([[...types], [...partStart], [...coordinates.subarray(0, 6)]]).toEqual([[2, 3, 1, 2], [0, 1, 2, 4, 5], [120.1, 36.1, 120.2, 36.2, 120.3, 36.3]]);
    expect(noteKinds(table)).toEqual(['bad-coordinates', 'network-link', 'overlay']);
  });

  test('in an archive, whatever else is in it', async () => {
    const table = await read('a.kmz', zipOf({ 'files/icon.png': 'x', 'doc.kml': kml('<Placemark><name>甲</name><Point><coordinates>120,36</coordinates></Point></Placemark>') }));
    expect(cellsOf(table, 'name')).toEqual(['甲']);
  });

  test('in GBK, as it declares', async () => {
    const text = kml('<Placemark><name>@</name></Placemark>').replace('UTF-8', 'GBK');
    const at = text.indexOf('@');
    const bytes = new Uint8Array([...utf8(text.slice(0, at)), 0xca, 0xd0, ...utf8(text.slice(at + 1))]);
    expect(cellsOf(await read('a.kml', bytes), 'name')).toEqual(['市']);
  });
});

describe('GPX', () => {
  const gpx = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>x</name></metadata>
    <wpt lat="36.1" lon="120.3"><ele>12.5</ele><time>2024-03-05T08:00:00Z</time><name>起点</name></wpt>
    <rte><name>路</name><rtept lat="36.1" lon="120.3"/><rtept lat="36.2" lon="120.4"/></rte>
    <trk><name>迹</name><trkseg><trkpt lat="36.1" lon="120.3"><ele>3</ele><time>2024-03-05T08:00:00Z</time></trkpt><trkpt lat="36.2" lon="120.4"><ele>7</ele><time>2024-03-05T09:00:00Z</time></trkpt></trkseg>
      <trkseg><trkpt lat="36.3" lon="120.5"/><trkpt lat="36.4" lon="120.6"/></trkseg></trk></gpx>`;

  test('waypoints, routes and tracks, with heights and times', async () => {
    const table = await read('a.gpx', gpx);
    expect([cellsOf(table, 'kind'), cellsOf(table, 'name'), cellsOf(table, 'ele'), cellsOf(table, 'eleMax')]).toEqual([['waypoint', 'route', 'track'], ['起点', '路', '迹'], [12.5, null, null], [null, null, 7]]);
    expect(cellsOf(table, 'endTime')[2]).toEqual(new Date('2024-03-05T09:00:00Z'));
    expect([...(table.geometry as ShapeGeometry).partStart]).toEqual([0, 1, 2, 4]);
  });

  test('the points of tracks are a layer', async () => {
    const table = await read('a.gpx', gpx, { layer: 'track_points' });
    expect([table.rowCount, table.geometry.kind, cellsOf(table, 'segment'), cellsOf(table, 'ele')]).toEqual([4, 'point', [1, 1, 2, 2], [3, 7, null, null]]);
  });
});

describe('documents that are bad', () => {
  const laughs = `<!DOCTYPE kml [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "&a;&a;&a;&a;&a;">`).join('')}]>`;

  test('entities, depth, cut ends and other documents are named', async () => {
    expect((await failure('a.kml', `<?xml version="1.0"?>${laughs}<kml>&a9;</kml>`)).text.zh).toContain('实体');
    expect((await failure('a.kml', `<kml>${'<Folder>'.repeat(100_000)}`)).text.zh).toContain('256');
    for (const text of [`<kml>${'<a b="'.repeat(100_000)}`, `<kml>${'<!--'.repeat(100_000)}`, `<kml>${'<![CDATA['.repeat(100_000)}`, '<kml', '<html><body>登录</body></html>', '<gpx/>', '']) {
      expect((await failure('a.kml', text)).code).toBe('bad-xml');
    }
    expect((await failure('a.gpx', '<rss/>')).text.zh).toContain('<rss>');
  });

  test('words that look like much work are none', async () => {
    const text = kml(`<Placemark><description>${'&lt;'.repeat(200_000)}</description><Point><coordinates>${' ,'.repeat(200_000)}</coordinates></Point></Placemark>`);
    expect((await read('a.kml', text)).report.total).toBe(1);
  });

  test('any text is a table or a named error', () => {
    const parts = fc.constantFrom('<kml>', '</kml>', '<Placemark>', '</Placemark>', '<Point>', '</Point>', '<coordinates>', '</coordinates>', '1,2', '<Polygon/>', '&', '<!--', '-->', '<name>x</name>', '<Folder/>', ' ', '<', '<MultiGeometry><LineString/></MultiGeometry>');
    return fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 20 }), async (words) => {
        const result: unknown = await read('a.kml', words.join('')).catch((reason: unknown) => reason);
        if (!(result instanceof YztError)) expect(result).toHaveProperty('rowCount');
      }),
      { numRuns: 300 },
    );
  });
});

const SHARED = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const present = existsSync(SHARED);
describe.skipIf(!present)(`real documents${present ? '' : ' (skipped: no ../shared/data)'}`, () => {
  const real = (path: string, options?: ReadOptions): Promise<RawTable> => read(path.slice(path.lastIndexOf('/') + 1), new Uint8Array(readFileSync(SHARED + path)), options);

  test('KML and KMZ', async () => {
    const states = await real('conformance/kml/states.kml');
    expect([states.rowCount, states.geometry.kind, cellsOf(states, 'name')[0]]).toEqual([50, 'shape', 'Alabama']);
    expect((await real('conformance/kml/iceland.kmz')).rowCount).toBe(83);
    expect(noteKinds(await real('conformance/kml/networklinks.kml'))).toContain('network-link');
  });

  test('GPX 1.0 and 1.1', async () => {
    const loop = await real('fitness/gpx/fells_loop.gpx');
    expect([loop.rowCount, loop.report.notes]).toEqual([87, []]);
    expect((await real('fitness/gpx/rando_2009-09-04.gpx', { layer: 'track_points' })).rowCount).toBe(830);
  });
});
