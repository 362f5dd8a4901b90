/**
 * A map service inside the page: it paints the land of the examples for whatever box is asked, as a server would. So the stories of service
 * layers show real requests and real pictures, and ask no network for anything.
 */
import { setCredentials } from '@yizhangtu/data/request';
import { restAnswer } from '../../tools/rest-services.mjs';
import { landUrl } from './data.js';

/** Where services of ArcGIS and iServer are: `${REST}/arcgis/MapServer`. */
export const REST = new URL('./painted-service/rest', document.baseURI).href;

/** Address of the service that speaks WMS 1.1.1 and WMTS in EPSG:3857 and in degrees. */
export const PAINTED = new URL('./painted-service', document.baseURI).href;

type Box = readonly [west: number, south: number, east: number, north: number];
type Place = readonly [x: number, y: number];
type Ring = readonly Place[];

const DEGREE = Math.PI / 180;
const RADIUS = 6378137;
const mercator = ([lon, lat]: readonly [number, number]): [number, number] => [lon * DEGREE * RADIUS, Math.log(Math.tan(Math.PI / 4 + (lat * DEGREE) / 2)) * RADIUS];
const FORMS = { 'content-type': 'image/png' };

let rings: Promise<Ring[]> | undefined;
let fetched: typeof fetch | undefined;

async function land(): Promise<Ring[]> {
  const response = await (fetched ?? fetch)(landUrl);
  const { features } = (await response.json()) as { features: { geometry: { type: string; coordinates: unknown } }[] };
  return features.flatMap(({ geometry: { type, coordinates } }) => (type === 'Polygon' ? (coordinates as Ring[]) : (coordinates as Ring[][]).flat()));
}

/** The part of a ring on one side of a line across an axis. @param sign 1 keeps what is above the limit, −1 what is below. */
function cut(ring: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  const keeps = (place: Place): boolean => (place[axis] - limit) * sign >= 0;
  const out: Place[] = [];
  ring.forEach((place, at) => {
    const before = ring[(at + ring.length - 1) % ring.length] as Place;
    if (keeps(place) !== keeps(before)) {
      const share = (limit - before[axis]) / (place[axis] - before[axis]);
      out.push([before[0] + share * (place[0] - before[0]), before[1] + share * (place[1] - before[1])]);
    }
    if (keeps(place)) out.push(place);
  });
  return out;
}

/** A ring cut to a box and a little around it, so that the edges of the cut are not seen. */
function within(ring: Ring, [west, south, east, north]: Box): Ring {
  const [across, up] = [(east - west) * 0.05, (north - south) * 0.05];
  return cut(cut(cut(cut(ring, 0, west - across, 1), 0, east + across, -1), 1, south - up, 1), 1, north + up, -1);
}

async function painted([west, south, east, north]: Box, [width, height]: readonly [number, number], degrees: boolean): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#d6e6ef';
  context.fillRect(0, 0, width, height);
  context.beginPath();
  for (const ring of await (rings ??= land())) {
    // Rings end where they begin; `closePath` would go over all that was drawn before.
    within(degrees ? ring : ring.map(mercator), [west, south, east, north]).forEach(([x, y], index) =>
      context[index === 0 ? 'moveTo' : 'lineTo'](((x - west) / (east - west)) * width, ((north - y) / (north - south)) * height),
    );
  }
  context.fillStyle = '#f4f1e8';
  context.strokeStyle = '#9fb4c2';
  context.fill('evenodd');
  context.stroke();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))));
}

/** The box of a tile: level 0 of degrees is one column of 360°, of metres the whole square of the map. */
function tileBox(query: URLSearchParams, degrees: boolean): Box {
  const [level = 0, row = 0, column = 0] = ['TILEMATRIX', 'TILEROW', 'TILECOL'].map((name) => Number(query.get(name)));
  const whole = degrees ? 360 : 2 * Math.PI * RADIUS;
  const size = whole / 2 ** level;
  const [left, top] = degrees ? [-180, 90] : [-whole / 2, whole / 2];
  return [left + column * size, top - (row + 1) * size, left + (column + 1) * size, top - row * size];
}

async function answer(url: URL): Promise<Response> {
  const query = url.searchParams;
  const request = query.get('REQUEST');
  if (request === 'GetTile') {
    const degrees = /^(?:c|EPSG:4490)$/.test(query.get('TILEMATRIXSET') ?? '');
    return new Response(await painted(tileBox(query, degrees), [256, 256], degrees), { headers: FORMS });
  }
  if (request === 'GetFeatureInfo') {
    const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: null, properties: { MC: '示例地块', DLMC: '公园绿地', TBMJ: 12_000 } }] };
    return new Response(JSON.stringify(collection), { headers: { 'content-type': 'application/json' } });
  }
  if (request !== 'GetMap') return new Response('', { status: 404 });
  const box = (query.get('BBOX') ?? '').split(',').map(Number) as unknown as Box;
  return new Response(await painted(box, [Number(query.get('WIDTH')), Number(query.get('HEIGHT'))], query.get('SRS') !== 'EPSG:3857'), { headers: FORMS });
}

/** A square of a colour as a PNG, base64: what the legends of the services hold. */
function swatch(color: string): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [20, 20];
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = color;
    context.fillRect(2, 2, 16, 16);
  }
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}

async function rest(url: URL, body: string): Promise<Response> {
  const form = body.startsWith('{') ? '' : body;
  const found = restAnswer(url.href.slice(REST.length).replace(/\?.*$/, ''), new URLSearchParams([...url.searchParams, ...new URLSearchParams(form)]), swatch, body);
  if (!found) return new Response('', { status: 404 });
  if ('json' in found) return new Response(JSON.stringify(found.json), { headers: { 'content-type': 'application/json' } });
  const { box, size, degrees } = found.picture;
  return new Response(await painted(box, size, degrees), { headers: FORMS });
}

/** Starts the service. It answers what is asked by `fetch`, as pictures are whose host wants credentials. */
export function startPaintedService(): void {
  if (fetched) return;
  const own = window.fetch.bind(window);
  fetched = own;
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), document.baseURI);
    if (url.href.startsWith(`${REST}/`)) return rest(url, typeof init?.body === 'string' ? init.body : '');
    return url.pathname === new URL(PAINTED).pathname ? answer(url) : own(input, init);
  };
  setCredentials(new URL(PAINTED).origin, (url) => (url.pathname.startsWith(new URL(PAINTED).pathname) ? { 'x-example': '1' } : undefined));
}
