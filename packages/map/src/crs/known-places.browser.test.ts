import { expect } from '@open-wc/testing';
import { geojson } from 'flatgeobuf';
import '@yizhangtu/data/dataset';
import '../map/index.js';
import { toBd09, toGcj02 } from './index.js';
import { KNOWN_PLACES, type KnownPlace } from './known-places.fixture.js';

type XY = readonly [number, number];

/** The places in each system that sources come in. */
const SYSTEMS: Readonly<Record<string, (place: KnownPlace) => XY>> = {
  'EPSG:4326': ({ lonLat }) => lonLat,
  'EPSG:4490': ({ lonLat }) => lonLat,
  'EPSG:3857': ({ mercator }) => mercator,
  'EPSG:4528': ({ zone: [east, north] }) => [40_000_000 + east, north],
  'EPSG:4549': ({ zone }) => zone,
};
const APPS: Readonly<Record<string, (place: KnownPlace) => XY>> = { 'GCJ-02': ({ lonLat }) => toGcj02(lonLat), 'BD-09': ({ lonLat }) => toBd09(lonLat) };

const placesIn = (system: string): XY[] => KNOWN_PLACES.map((place) => (SYSTEMS[system] ?? APPS[system])?.(place) as XY);

const collection = (places: readonly XY[], crs?: string): object => ({
  type: 'FeatureCollection',
  ...(crs && { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${crs.slice(5)}` } } }),
  features: places.map((coordinates) => ({ type: 'Feature', properties: { kind: '示例' }, geometry: { type: 'Point', coordinates } })),
});

function shp(places: readonly XY[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(100 + 28 * places.length));
  view.setInt32(0, 9994);
  places.forEach(([x, y], i) => {
    const at = 100 + 28 * i;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, 1, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  return view.buffer;
}

/** As ArcGIS writes it: names say nothing, the numbers do. */
const prj = (falseEasting: number): string =>
  `PROJCS["CGCS2000",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${falseEasting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

const csv = (places: readonly XY[], names = ['经度', '纬度']): string => [`名称,${names.join()}`, ...places.map(([x, y], i) => `示例 ${i},${x},${y}`)].join('\n');
const wkt = (places: readonly XY[], srid: string): string => ['名称,geom', ...places.map(([x, y], i) => `示例 ${i},SRID=${srid};POINT(${x} ${y})`)].join('\n');
const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${KNOWN_PLACES.map(({ lonLat }) => `<Placemark><Point><coordinates>${lonLat.join()},12</coordinates></Point></Placemark>`).join('')}</Document></kml>`;
const gpx = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${KNOWN_PLACES.map(({ lonLat: [lon, lat] }) => `<wpt lat="${lat}" lon="${lon}"/>`).join('')}</gpx>`;
const fgb = (system: string): BlobPart => geojson.serialize(collection(placesIn(system)) as Parameters<typeof geojson.serialize>[0], Number(system.slice(5))).slice() as Uint8Array<ArrayBuffer>;

interface Source {
  readonly name: string;
  readonly files: () => File[];
  readonly crs?: string;
}

const one = (name: string, content: () => BlobPart, crs?: string): Source => ({ name: `${name}${crs === undefined ? '' : ` as ${crs}`}`, files: () => [new File([content()], name)], ...(crs !== undefined && { crs }) });

const SOURCES: readonly Source[] = [
  ...Object.keys(SYSTEMS).map((system) => one(`${system.slice(5)}.geojson`, () => JSON.stringify(collection(placesIn(system), system)))),
  ...Object.keys(SYSTEMS).map((system) => one(`${system.slice(5)}.fgb`, () => fgb(system))),
  ...Object.keys(SYSTEMS).map((system) => one(`${system.slice(5)}.csv`, () => wkt(placesIn(system), system.slice(5)))),
  ...Object.keys({ ...SYSTEMS, ...APPS }).map((system) => one('places.csv', () => csv(placesIn(system)), system)),
  one('gcj02.geojson', () => JSON.stringify(collection(placesIn('GCJ-02'))), 'GCJ-02'),
  { name: '4528.shp', files: () => [new File([shp(placesIn('EPSG:4528'))], 'a.shp'), new File([prj(40_500_000)], 'a.prj')] },
  { name: '4549.shp', files: () => [new File([shp(placesIn('EPSG:4549'))], 'a.shp'), new File([prj(500_000)], 'a.prj')] },
  { name: '4490.shp', files: () => [new File([shp(placesIn('EPSG:4490'))], 'a.shp')] },
  one('places.kml', () => kml),
  one('places.gpx', () => gpx),
];

/** Metres on the ground between two places that are near. */
function apart([lon, lat]: XY, [x, y]: XY): number {
  const degree = 111_320;
  return Math.hypot((x - lon) * degree * Math.cos((lat * Math.PI) / 180), (y - lat) * degree);
}

describe('ten known places', () => {
  it('lie where they are, whatever file they come in and in which system', async () => {
    const element = document.createElement('yzt-dataset');
    document.body.append(element);
    element.addEventListener('yzt-error', (event) => event.preventDefault());
    for (const { name, files, crs } of SOURCES) {
      element.crs = crs as string;
      await element.updateComplete;
      const ended = new Promise((resolve) => ['yzt-load', 'yzt-error'].forEach((type) => element.addEventListener(type, resolve, { once: true })));
      element.data = files();
      await ended;
      expect(element.error?.message, name).to.equal(undefined);
      const { geometry } = element.dataset;
      if (geometry.kind === 'none') throw new Error(`${name}: no places`);
      const far = KNOWN_PLACES.map(({ lonLat }, i) => apart(lonLat, [geometry.coordinates[2 * i] as number, geometry.coordinates[2 * i + 1] as number]));
      expect(Math.max(...far), `${name}: metres`).to.be.lessThan(1);
      expect(geometry.coordinates, name).to.have.length(2 * KNOWN_PLACES.length);
    }
    element.remove();
  });
});
