import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerCrsTransforms } from '../crs/index.js';
import { elementsOf, readXml, textOf } from '../request/xml.js';
import { gmlWriter } from './gml.js';
import { wfsTransaction, type WfsEdit, type WfsTransactionOptions, type WrittenGeometry } from './index.js';
import { transactionResult, transactionXml } from './transaction-xml.js';
import type { WrittenType } from './types.js';

const DEGREES = { crs: 'EPSG:4490', northFirst: false, project: undefined };
const type = (version: WrittenType['version']): WrittenType => ({ version, name: 'plots', namespace: 'http://city.test/gis', place: 'geom', fields: new Map([['名称', 'string'], ['day', 'date'], ['t', 'date-time'], ['n', 'number']]), way: DEGREES });
const gmlOf = (geometry: WrittenGeometry, way: Parameters<typeof gmlWriter>[0]): string => gmlWriter(way)(geometry);
const POINT = { type: 'Point', coordinates: [120.4, 36.1, 7] } as const;
/** Text that XML 1.0 can hold. */
const words = fc.string({ unit: 'grapheme' }).filter((text) => /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text));

interface Habits {
  readonly version?: string;
  readonly readOnly?: boolean;
  readonly crs?: string;
  /** Answer to the transaction. */
  readonly answer?: () => Response;
}

/** A WFS in memory. Returns the bodies that were sent. */
function serve({ version = '2.0.0', readOnly = false, crs = 'urn:ogc:def:crs:EPSG::4490', answer = () => done() }: Habits): string[] {
  const bodies: string[] = [];
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    if (init?.method === 'POST') {
      bodies.push(init.body as string);
      try {
        return Promise.resolve(answer());
      } catch (reason) {
        return Promise.reject(reason as Error);
      }
    }
    const capabilities = `<WFS_Capabilities version="${version}">${readOnly ? '' : '<Operation name="Transaction"/>'}<FeatureType><Name>city:plots</Name><DefaultCRS>${crs}</DefaultCRS></FeatureType></WFS_Capabilities>`;
    const schema = '<schema targetNamespace="http://city.test/gis"><complexType><sequence><element name="名称" type="xsd:string"/><element name="n" type="xsd:double"/><element name="geom" type="gml:PointPropertyType"/></sequence></complexType></schema>';
    return Promise.resolve(new Response(input.includes('GetCapabilities') ? capabilities : schema, { headers: { 'content-type': 'text/xml' } }));
  });
  return bodies;
}

const done = (inner = '<totalInserted>1</totalInserted><InsertResults><Feature><ResourceId rid="plots.7"/></Feature></InsertResults>'): Response => new Response(`<wfs:TransactionResponse>${inner}</wfs:TransactionResponse>`);
const write = (edits: readonly WfsEdit[], options: Partial<WfsTransactionOptions> = {}) => wfsTransaction({ src: 'http://gis.test/wfs', table: 'city:plots', subject: 'yzt-wfs-layer', ...options }, edits);
const INSERT: WfsEdit = { kind: 'insert', values: { 名称: '甲', n: 1 }, geometry: POINT };

afterEach(() => vi.unstubAllGlobals());

describe('the document', () => {
  it('says each edit in the words of its version', () => {
    const edits: readonly WfsEdit[] = [
      { kind: 'insert', values: { n: null, day: new Date('2024-03-01T00:00:00+08:00'), 名称: 'a' }, geometry: POINT },
      { kind: 'update', id: 'plots.1', values: { 名称: null, t: new Date(0) }, geometry: null },
      { kind: 'delete', id: 'plots."2"' },
    ];
    for (const version of ['2.0.0', '1.1.0'] as const) {
      const root = readXml(transactionXml(type(version), edits));
      expect([root.name, root.attributes.get('version'), root.children.map(({ name }) => name)]).toEqual(['Transaction', version, ['Insert', 'Update', 'Delete']]);
      const [insert, update, remove] = root.children;
      // Fields in the order of the schema, the place last, and what is missing left out.
      expect(insert?.children[0]?.children.map(({ name, text }) => [name, text])).toEqual([['名称', 'a'], ['day', '2024-03-01'], ['geom', '']]);
      expect(insert && textOf(insert, 'pos')).toBe('120.4 36.1');
      const changes = update ? elementsOf(update, 'Property').map((one) => [textOf(one, version === '2.0.0' ? 'ValueReference' : 'Name'), textOf(one, 'Value')]) : [];
      expect(changes).toEqual([['名称', undefined], ['t', '1970-01-01T00:00:00.000Z'], ['geom', undefined]]);
      const [id] = remove ? elementsOf(remove, version === '2.0.0' ? 'ResourceId' : 'FeatureId') : [];
      expect(id?.attributes.get(version === '2.0.0' ? 'rid' : 'fid')).toBe('plots."2"');
    }
  });

  it('holds any words as they are, and refuses those that XML cannot hold', () => {
    fc.assert(
      fc.property(words, words, (value, id) => {
        fc.pre(id.trim() !== '');
        const root = readXml(transactionXml(type('2.0.0'), [{ kind: 'update', id, values: { 名称: value } }]));
        expect(elementsOf(root, 'Value')[0]?.text ?? '').toBe(value);
        expect(elementsOf(root, 'ResourceId')[0]?.attributes.get('rid')).toBe(id);
      }),
    );
    for (const value of ['\u0000', 'a\u0008', '\ud800', Number.NaN, Infinity, new Date(NaN)]) expect(() => transactionXml(type('2.0.0'), [{ kind: 'insert', values: { 名称: value } }]), String(value)).toThrow('value');
  });
});

describe('geometries', () => {
  it('are GML with closed rings, in the order of the service', () => {
    const ring = [[120, 36], [121, 36], [121, 37]] as const;
    const gml = gmlOf({ type: 'MultiPolygon', coordinates: [[ring]] }, { ...DEGREES, northFirst: true });
    expect(textOf(readXml(gml), 'posList')).toBe('36 120 36 121 37 121 36 120');
    // Ids are those of a document.
    const ids = transactionXml(type('2.0.0'), [INSERT, INSERT]).match(/gml:id="g\d"/g);
    expect(new Set(ids).size).toBe(2);
    expect(elementsOf(readXml(gmlOf({ type: 'MultiLineString', coordinates: [ring, ring] }, DEGREES)), 'LineString')).toHaveLength(2);
  });

  it('that are none are refused', () => {
    for (const coordinates of [[NaN, 1], [120, 91], [40_500_000, 3_990_000]] as const) expect(() => gmlOf({ type: 'Point', coordinates }, DEGREES)).toThrow(RangeError);
    expect(() => gmlOf({ type: 'LineString', coordinates: [[1, 1]] }, DEGREES)).toThrow(RangeError);
    expect(() => gmlOf({ type: 'Polygon', coordinates: [[[1, 1], [2, 2]]] }, DEGREES)).toThrow(RangeError);
  });
});

describe('a transaction', () => {
  it('tells what became of it, and is written in the system of the type', async () => {
    const bodies = serve({});
    expect(await write([INSERT])).toEqual({ inserted: 1, updated: 0, deleted: 0, ids: ['plots.7'] });
    expect(bodies[0]).toContain('<gml:Point gml:id="g1" srsName="EPSG:4490" srsDimension="2"><gml:pos>120.4 36.1<');
    await write([INSERT], { axis: 'yx' });
    expect(bodies[1]).toContain('srsName="urn:ogc:def:crs:EPSG::4490" srsDimension="2"><gml:pos>36.1 120.4<');
    const forget = registerCrsTransforms((crs) => (crs === 'EPSG:4528' ? Object.assign(() => undefined, { inverse: (pair: Float64Array) => pair.set([40_536_000, 3_997_000]) }) : undefined));
    const zone = serve({ crs: 'EPSG:4528', version: '1.1.0' });
    await write([INSERT]);
    forget();
    expect(zone[0]).toContain('srsName="EPSG:4528" srsDimension="2"><gml:pos>40536000 3997000<');
    await expect(write([INSERT])).rejects.toMatchObject({ code: 'unknown-crs' });
  });

  it('is not sent when an edit cannot be written, and without edits nothing is asked', async () => {
    const bodies = serve({});
    await expect(write([INSERT, { kind: 'update', id: 'plots.1', values: { 名字: 'x' } }])).rejects.toMatchObject({ code: 'unknown-field', message: expect.stringMatching(/名字.*名称、n/s) as string });
    await expect(write([{ kind: 'delete', id: ' ' }])).rejects.toMatchObject({ code: 'bad-argument' });
    await expect(write([{ kind: 'insert', values: {}, geometry: { type: 'Point', coordinates: [0, 100] } }])).rejects.toMatchObject({ code: 'bad-argument', message: expect.stringContaining('0 100') as string });
    expect(bodies).toEqual([]);
    expect(await write([])).toEqual({ inserted: 0, updated: 0, deleted: 0, ids: [] });
  });

  it('names a service that cannot be written to, a type that is not there, and a refusal in the words of the service', async () => {
    serve({ readOnly: true });
    await expect(write([INSERT])).rejects.toMatchObject({ code: 'query-failed', message: expect.stringContaining('只读') as string });
    await expect(write([INSERT], { table: 'none' })).rejects.toMatchObject({ code: 'not-found' });
    serve({ answer: () => new Response('<ows:ExceptionReport><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>名称 重复</ows:ExceptionText></ows:Exception></ows:ExceptionReport>', { status: 400 }) });
    await expect(write([INSERT])).rejects.toMatchObject({ code: 'service-exception', message: expect.stringContaining('名称 重复') as string });
    serve({ answer: () => new Response('<wfs:TransactionResponse><TransactionResults><Action code="1"><Message>锁定</Message></Action></TransactionResults></wfs:TransactionResponse>') });
    await expect(write([INSERT])).rejects.toMatchObject({ code: 'service-exception', message: expect.stringContaining('锁定') as string });
    expect(transactionResult(readXml('<FeatureCollection/>'))).toBeUndefined();
  });

  it('is sent once: whoever is not answered is told that it may have been done', async () => {
    for (const answer of [() => new Response('', { status: 504 }), () => { throw new TypeError('gone'); }]) {
      const bodies = serve({ answer });
      await expect(write([INSERT])).rejects.toMatchObject({ message: expect.stringMatching(/可能已经保存.*may or may not/s) as string });
      expect(bodies).toHaveLength(1);
    }
    const busy = serve({ answer: () => new Response('', { status: 503 }) });
    await expect(write([INSERT])).rejects.toMatchObject({ code: 'http-error' });
    expect(busy).toHaveLength(1);
  });
});
