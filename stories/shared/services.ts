/** A feature service of seeded rows (示例数据) in the page itself: no story asks the network for anything. */

const FIELDS = [
  ['公园', [120.345, 36.065], [120.352, 36.071]],
  ['广场', [120.372, 36.064], [120.376, 36.067]],
  ['公园', [120.4, 36.085], [120.412, 36.094]],
  ['绿地', [120.36, 36.1], [120.366, 36.108]],
  ['广场', [120.428, 36.11], [120.431, 36.113]],
  ['绿地', [120.33, 36.12], [120.342, 36.126]],
] as const;

function rows(): object[] {
  const areas = FIELDS.map(([kind, [west, south], [east, north]], index) => ({
    type: 'Feature',
    id: `green.${index}`,
    properties: { name: `示例${kind} ${index + 1}`, kind, hectares: Math.round((east - west) * (north - south) * 1e6) },
    geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] },
  }));
  const gates = FIELDS.map(([kind, , [east, north]], index) => ({
    type: 'Feature',
    id: `gate.${index}`,
    properties: { name: `示例入口 ${index + 1}`, kind, hectares: null },
    geometry: { type: 'Point', coordinates: [east, north] },
  }));
  return [...areas, ...gates];
}

const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

function ogcApi(path: string): Response {
  const link = (rel: string, href: string): object => ({ rel, href: `/example-services/${href}`, type: 'application/json' });
  if (path.endsWith('/conformance')) return json({ conformsTo: ['http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core'] });
  if (path.endsWith('/items')) return json({ type: 'FeatureCollection', numberMatched: 12, features: rows(), links: [] });
  if (path.endsWith('/green')) return json({ id: 'green', extent: { spatial: { bbox: [[120.3, 36, 120.5, 36.2]] } }, links: [link('items', 'ogc/collections/green/items')] });
  return json({ links: [link('data', 'ogc/collections'), link('conformance', 'ogc/conformance')] });
}

function wfs(request: string | null, hits: boolean): Response {
  const xml = (body: string): Response => new Response(body, { headers: { 'content-type': 'text/xml' } });
  if (request === 'GetCapabilities') {
    return xml('<WFS_Capabilities version="2.0.0"><Operation name="GetFeature"><Parameter name="outputFormat"><Value>application/json</Value></Parameter></Operation><FeatureType><Name>city:green</Name><DefaultCRS>urn:ogc:def:crs:EPSG::4490</DefaultCRS><LowerCorner>120.3 36</LowerCorner><UpperCorner>120.5 36.2</UpperCorner></FeatureType></WFS_Capabilities>');
  }
  if (request === 'DescribeFeatureType') {
    return xml('<schema><complexType><sequence><element name="name" type="xsd:string"/><element name="kind" type="xsd:string"/><element name="hectares" type="xsd:double"/><element name="geom" type="gml:GeometryPropertyType"/></sequence></complexType></schema>');
  }
  return hits ? xml('<FeatureCollection numberMatched="12"/>') : json({ type: 'FeatureCollection', features: rows() });
}

/** A part of a file that lies beside the stories. */
async function part(real: typeof fetch, file: string, range: string): Promise<Response> {
  const all = await (await real.call(window, file)).arrayBuffer();
  const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  return new Response(all.slice(Number(from), Number(to) + 1), { status: Number(from) < all.byteLength ? 206 : 416, headers: { 'content-range': `bytes ${from}-${to}/${all.byteLength}` } });
}

/** Lets `/example-services/wfs` and `/example-services/ogc/` answer on this page. */
export function serveExamples(): void {
  const real = window.fetch;
  if ('examples' in real) return;
  const served: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (!url.pathname.startsWith('/example-services/')) return real.call(window, input, init);
    if (url.pathname.endsWith('/file')) return part(real, decodeURIComponent(url.search.slice(1)), new Headers(init?.headers).get('range') ?? '');
    return Promise.resolve(url.pathname.includes('/ogc') ? ogcApi(url.pathname) : wfs(url.searchParams.get('REQUEST'), url.searchParams.get('RESULTTYPE') === 'hits'));
  };
  window.fetch = Object.assign(served, { examples: true });
}
