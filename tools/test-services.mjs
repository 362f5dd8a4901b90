// @ts-check
// Two small feature services for tests in the browser: a WFS 2.0.0 and an OGC API – Features over the same seeded rows (示例数据). What real
// servers do is tested in tests/servers.

/** @typedef {Record<string, string | string[] | undefined>} Query */

/** Points on a grid of 0.01°, 60 × 40, from 120.1 35.9; every tenth is a short line, every tenth and fifth a small square. */
const ROWS = Array.from({ length: 2400 }, (_, id) => {
  const [lon, lat] = [Number((120.1 + (id % 60) * 0.01).toFixed(2)), Number((35.9 + Math.floor(id / 60) * 0.01).toFixed(2))];
  const geometry =
    id % 10 === 0
      ? { type: 'LineString', coordinates: [[lon, lat], [lon + 0.004, lat + 0.003]] }
      : id % 10 === 5
        ? { type: 'Polygon', coordinates: [[[lon, lat], [lon + 0.004, lat], [lon + 0.004, lat + 0.004], [lon, lat + 0.004], [lon, lat]]] }
        : { type: 'Point', coordinates: [lon, lat] };
  return { type: 'Feature', id: `rows.${id}`, properties: { n: id, kind: ['公园', '广场', '步道'][id % 3], name: `示例 ${id}` }, geometry, lon, lat };
});

const word = (/** @type {Query} */ query, /** @type {string} */ name) => {
  const value = Object.entries(query).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

const within = (/** @type {number[] | undefined} */ box) => {
  const [west = -180, south = -90, east = 180, north = 90] = box ?? [];
  return ROWS.filter(({ lon, lat }) => lon >= west - 0.004 && lon <= east && lat >= south - 0.004 && lat <= north);
};

const plain = (/** @type {typeof ROWS} */ rows) => rows.map(({ type, id, properties, geometry }) => ({ type, id, properties, geometry }));

const SCHEMA = `<schema><complexType><sequence><element name="n" type="xsd:int"/><element name="kind" type="xsd:string"/><element name="name" type="xsd:string"/>
  <element name="geom" type="gml:GeometryPropertyType"/></sequence></complexType></schema>`;
const CAPABILITIES = `<wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0" version="2.0.0"><Operation name="GetFeature"><Parameter name="outputFormat"><Value>application/json</Value>
  </Parameter></Operation><FeatureType><Name>city:rows</Name><DefaultCRS>urn:ogc:def:crs:EPSG::4326</DefaultCRS><LowerCorner>120.1 35.9</LowerCorner><UpperCorner>120.7 36.3</UpperCorner></FeatureType></wfs:WFS_Capabilities>`;

/** What the WFS says to a request. */
export function wfsAnswer(/** @type {Query} */ query) {
  const xml = (/** @type {string} */ body) => ({ type: 'text/xml', body });
  const request = word(query, 'request');
  if (request === 'GetCapabilities') return xml(CAPABILITIES);
  if (request === 'DescribeFeatureType') return xml(SCHEMA);
  // Of CQL it knows nothing but that none may be wanted.
  if (word(query, 'cql_filter') === 'EXCLUDE' && word(query, 'resulttype') === 'hits') return xml('<FeatureCollection numberMatched="0"/>');
  const corner = (/** @type {string} */ name) => new RegExp(`<gml:${name}>([^<]*)<`).exec(word(query, 'filter') ?? '')?.[1]?.split(' ').map(Number);
  const [lower, upper] = [corner('lowerCorner'), corner('upperCorner')];
  const found = within(lower && upper && [Number(lower[1]), Number(lower[0]), Number(upper[1]), Number(upper[0])]);
  if (word(query, 'resulttype') === 'hits') return xml(`<FeatureCollection numberMatched="${found.length}"/>`);
  const start = Number(word(query, 'startindex') ?? 0);
  return { type: 'application/json', body: JSON.stringify({ type: 'FeatureCollection', features: plain(found.slice(start, start + Number(word(query, 'count') ?? 1000))) }) };
}

const ROOT = '/fault/ogc-api/';
const link = (/** @type {string} */ rel, /** @type {string} */ href) => ({ rel, href: `${ROOT}${href}`, type: 'application/json' });

/** What the OGC API says to a path; undefined for one it does not have. */
export function ogcAnswer(/** @type {string} */ path, /** @type {Query} */ query) {
  if (path === '') return { links: [link('data', 'collections'), link('conformance', 'conformance')] };
  if (path === 'conformance') return { conformsTo: ['http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core', 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson'] };
  if (path === 'collections/rows') return { id: 'rows', extent: { spatial: { bbox: [[120.1, 35.9, 120.7, 36.3]] } }, links: [{ ...link('items', 'collections/rows/items'), type: 'application/geo+json' }] };
  if (path !== 'collections/rows/items') return undefined;
  const found = within(word(query, 'bbox')?.split(',').map(Number));
  const [offset, limit] = [Number(word(query, 'offset') ?? 0), Math.min(500, Number(word(query, 'limit') ?? 10))];
  const bbox = word(query, 'bbox');
  const next = offset + limit < found.length ? [link('next', `collections/rows/items?offset=${offset + limit}&limit=${limit}${bbox ? `&bbox=${bbox}` : ''}`)] : [];
  return { type: 'FeatureCollection', numberMatched: found.length, links: next, features: plain(found.slice(offset, offset + limit)) };
}
