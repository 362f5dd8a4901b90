/** A WFS 2.0.0 over rows in memory, by `fetch`, with the habits that real ones have. */
export interface Habits {
  /** STARTINDEX means nothing to it. */
  readonly ignoresStart?: boolean;
  /** Most rows of one answer. */
  readonly cap?: number;
  /** Latitude first in answers. */
  readonly latFirst?: boolean;
  /** Longitude first in windows, whatever the standard says. */
  readonly lonFirst?: boolean;
  readonly ignoresWindow?: boolean;
  readonly ignoresCql?: boolean;
  /** Does not number its features. */
  readonly noIds?: boolean;
  /** Systems it offers, its own first. Default degrees. */
  readonly systems?: readonly string[];
  /** Turns degrees into the first of the systems. */
  readonly project?: (place: readonly [number, number]) => readonly [number, number];
}

export interface FakeRow {
  readonly id: number;
  readonly place: readonly [lon: number, lat: number];
}

const xml = (inner: string): Response => new Response(inner, { headers: { 'content-type': 'text/xml' } });

function capabilities({ systems = ['urn:ogc:def:crs:EPSG::4326'] }: Habits): string {
  const [own, ...others] = systems;
  return `<wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0" version="2.0.0"><Operation name="GetFeature"><Parameter name="outputFormat"><Value>application/json</Value></Parameter></Operation>
    <FeatureType><Name>city:rows</Name><DefaultCRS>${own}</DefaultCRS>${others.map((one) => `<OtherCRS>${one}</OtherCRS>`).join('')}<LowerCorner>119 35</LowerCorner><UpperCorner>122 38</UpperCorner></FeatureType></wfs:WFS_Capabilities>`;
}

const SCHEMA = '<schema><complexType><sequence><element name="n" type="xsd:int"/><element name="geom" type="gml:PointPropertyType"/></sequence></complexType></schema>';

/** The rows that a request asks for. */
function met(rows: readonly FakeRow[], params: URLSearchParams, habits: Habits): readonly FakeRow[] {
  const filter = params.get('FILTER') ?? '';
  const cql = params.get('CQL_FILTER');
  if (cql !== null && !habits.ignoresCql) {
    if (cql === 'EXCLUDE') return [];
    const [west = 0, south = 0, east = 0, north = 0] = (/BBOX\("geom", ([^']*), '/.exec(cql)?.[1] ?? '-180,-90,180,90').split(',').map(Number);
    const least = Number(/n >= (\d+)/.exec(cql)?.[1] ?? 0);
    return rows.filter(({ id, place: [lon, lat] }) => id >= least && lon >= west && lon <= east && lat >= south && lat <= north);
  }
  const [lower, upper] = ['lowerCorner', 'upperCorner'].map((name) => new RegExp(`<gml:${name}>([^<]*)<`).exec(filter)?.[1]?.split(' ').map(Number));
  if (!lower || !upper || habits.ignoresWindow) return rows;
  return rows.filter(({ place: [lon, lat] }) => {
    const [a, b] = habits.lonFirst ? [lon, lat] : [lat, lon];
    return a >= (lower[0] as number) && a <= (upper[0] as number) && b >= (lower[1] as number) && b <= (upper[1] as number);
  });
}

/** What answers instead of `fetch`, and what it was asked. */
export function fakeWfs(rows: readonly FakeRow[], habits: Habits = {}): { readonly fetch: typeof fetch; readonly asked: URLSearchParams[] } {
  const asked: URLSearchParams[] = [];
  const answer = (params: URLSearchParams): Response => {
    asked.push(params);
    const request = params.get('REQUEST');
    if (request === 'GetCapabilities') return xml(capabilities(habits));
    if (request === 'DescribeFeatureType') return xml(SCHEMA);
    const found = met(rows, params, habits);
    if (params.get('RESULTTYPE') === 'hits') return xml(`<FeatureCollection numberMatched="${found.length}"/>`);
    const start = habits.ignoresStart ? 0 : Number(params.get('STARTINDEX') ?? 0);
    const page = found.slice(start, start + Math.min(Number(params.get('COUNT') ?? found.length), habits.cap ?? Infinity));
    const projected = habits.project && params.get('SRSNAME') === habits.systems?.[0] ? habits.project : (place: readonly [number, number]) => place;
    const features = page.map(({ id, place }) => {
      const [x, y] = projected(place);
      return { type: 'Feature', ...(!habits.noIds && { id: `rows.${id}` }), properties: { n: id }, geometry: { type: 'Point', coordinates: habits.latFirst ? [y, x] : [x, y] } };
    });
    return new Response(JSON.stringify({ type: 'FeatureCollection', features }), { headers: { 'content-type': 'application/json' } });
  };
  return {
    asked,
    fetch: (input, init) => Promise.resolve(answer(typeof init?.body === 'string' ? new URLSearchParams(init.body) : new URL(input as string).searchParams)),
  };
}

/** Rows over 青岛 and the sea beside it. */
export function fakeRows(count: number): FakeRow[] {
  return Array.from({ length: count }, (_, id) => ({ id, place: [119.5 + (id % 50) * 0.04, 35.5 + Math.floor(id / 50) * 0.02] }));
}
