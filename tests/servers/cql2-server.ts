/** An OGC API – Features over seeded rows, with CQL2 or without, as its conformance classes say: what MapServer does not have. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rowsThatMeet, type Cql2Row } from './cql2-parser.js';
import type { Row } from './rows.js';

const CORE = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core';
const CQL2 = ['cql2-text', 'basic-cql2', 'advanced-comparison-operators', 'case-insensitive-comparison', 'basic-spatial-functions', 'spatial-functions'].map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`);
const FILTER = ['features-filter', 'queryables', 'queryables-query-parameters'].map((name) => `http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/${name}`);

const TYPES: Readonly<Record<string, object>> = {
  id: { type: 'integer' }, t: { type: 'string' }, n: { type: 'number' }, i: { type: 'integer' }, b: { type: 'boolean' }, d: { type: 'string', format: 'date-time', 'x-ogc-role': 'primary-instant' }, day: { type: 'string', format: 'date' },
  size: { type: 'string' }, district: { type: 'string' }, code: { type: 'integer' }, hostile: { type: 'string' }, owner: { type: 'string' }, phone: { type: 'string' }, card: { type: 'string' }, address: { type: 'string' },
  place: { format: 'geometry-point', 'x-ogc-role': 'primary-geometry' },
};

/** Rows as the service has them. */
function served(data: readonly Row[]): Cql2Row[] {
  return data.map(({ lon, lat, d, day, b, ...row }) => ({
    ...row,
    b: b === null ? null : b === 1,
    d: d === null ? null : new Date(1000 * d).toISOString(),
    day: new Date(day * 86_400_000).toISOString().slice(0, 10),
    place: lon === null || lat === null ? null : ([lon, lat] as const),
  }));
}

function feature({ place, ...properties }: Cql2Row): object {
  return { type: 'Feature', id: properties['id'], properties, geometry: place === null ? null : { type: 'Point', coordinates: place } };
}

/** A page of the rows that meet what is asked. */
function items(url: URL, rows: readonly Cql2Row[], pages: 'offset' | 'mark'): object {
  const { searchParams } = url;
  const filter = searchParams.get('filter');
  const [west = -180, south = -90, east = 180, north = 90] = (searchParams.get('bbox') ?? '').split(',').filter(Boolean).map(Number);
  const [from, to] = (searchParams.get('datetime') ?? '../..').split('/').map((one) => (one === '..' ? undefined : Date.parse(one)));
  const boxed = (filter === null ? rows : rowsThatMeet(rows, filter)).filter(({ place, d, ...row }) => {
    const [lon, lat] = (place ?? [NaN, NaN]) as [number, number];
    const instant = Date.parse(String(d));
    if (searchParams.has('bbox') && !(lon >= west && lon <= east && lat >= south && lat <= north)) return false;
    if (searchParams.has('datetime') && !(instant >= (from ?? -Infinity) && instant <= (to ?? Infinity))) return false;
    return [...searchParams].every(([name, value]) => !(name in TYPES) || String(row[name]) === value);
  });
  // No more than a hundred a page, whatever is asked.
  const limit = Math.min(100, Number(searchParams.get('limit') ?? 10));
  const mark = pages === 'offset' ? 'offset' : 'token';
  const offset = pages === 'offset' ? Number(searchParams.get(mark) ?? 0) : Number.parseInt(searchParams.get(mark) ?? '0', 36);
  const next = new URL(url);
  next.searchParams.set(mark, pages === 'offset' ? String(offset + limit) : (offset + limit).toString(36));
  const links = offset + limit < boxed.length ? [{ rel: 'next', href: next.href, type: 'application/geo+json' }] : [];
  return { type: 'FeatureCollection', numberMatched: boxed.length, links, features: boxed.slice(offset, offset + limit).map(feature) };
}

export interface Cql2Server {
  readonly url: string;
  /** Conditions that were asked. */
  readonly filters: string[];
  /** Addresses that were asked. */
  readonly asked: URL[];
  stop(): Promise<void>;
}

/** @param pages How rows are paged: by an offset, or by a mark that only the service can read. */
export async function startCql2Server(data: readonly Row[], { cql2, pages = 'offset' }: { readonly cql2: boolean; readonly pages?: 'offset' | 'mark' }): Promise<Cql2Server> {
  const rows = served(data);
  const filters: string[] = [];
  const asked: URL[] = [];
  const answer = (url: URL): object | undefined => {
    const root = url.origin;
    const rel = (name: string, path: string): object => ({ rel: name, href: `${root}${path}`, type: 'application/json' });
    if (url.pathname === '/') return { links: [rel('conformance', '/conformance'), rel('data', '/collections')] };
    if (url.pathname === '/conformance') return { conformsTo: cql2 ? [CORE, ...CQL2, ...FILTER] : [CORE, FILTER[2]] };
    if (url.pathname === '/collections/rows') return { id: 'rows', links: [rel('items', '/collections/rows/items'), rel('http://www.opengis.net/def/rel/ogc/1.0/queryables', '/queryables')], extent: { spatial: { bbox: [[119, 35, 122, 38]] } } };
    if (url.pathname === '/queryables') return { type: 'object', properties: TYPES };
    return url.pathname === '/collections/rows/items' ? items(url, rows, pages) : undefined;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    asked.push(url);
    const filter = url.searchParams.get('filter');
    if (filter !== null) filters.push(filter);
    respond(response, () => answer(url));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, filters, asked, stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())) };
}

function respond(response: ServerResponse, body: () => object | undefined): void {
  const headers = { 'content-type': 'application/json' };
  try {
    const json = body();
    response.writeHead(json ? 200 : 404, headers).end(JSON.stringify(json ?? { code: 'NotFound' }));
  } catch (reason) {
    response.writeHead(400, headers).end(JSON.stringify({ code: 'BadRequest', description: String(reason) }));
  }
}
