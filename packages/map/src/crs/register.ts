import {
  addCoordinateTransforms,
  addEquivalentTransforms,
  addProjection,
  cloneTransform,
  createSafeCoordinateTransform,
  get,
  getTransform,
  type Projection as OlProjection,
  type TransformFunction,
} from 'ol/proj.js';
import type { CrsTransform } from '@yizhangtu/data/crs';
import { fromEPSG4326, PROJECTIONS as WEB_MERCATOR, toEPSG4326 } from 'ol/proj/epsg3857.js';
import { PROJECTIONS as LON_LAT } from 'ol/proj/epsg4326.js';
import { setProjectionCodeLookup } from 'ol/proj/proj4.js';
import Projection from 'ol/proj/Projection.js';
import { normalCode, zoneExtent, zoneOf, ZONES, zoneWorldExtent, type Zone } from './cgcs2000-zones.js';
import { fromGaussKruger, toGaussKruger } from './gauss-kruger.js';
import { isOldDatum, unknownCrs } from './unknown-crs.js';

/** Names under which services speak of CGCS2000 longitude and latitude. The formal axis order of all of them is latitude first. */
const CGCS2000_CODES = ['EPSG:4490', 'http://www.opengis.net/gml/srs/epsg.xml#4490', 'http://www.opengis.net/def/crs/EPSG/0/4490'];

const done = new Map<string, OlProjection>();
const foreign = new Set<OlProjection>();
const finders = new Set<(code: string) => OlProjection | undefined>();

/** Asks `find` for systems that are neither degrees nor zones of CGCS2000. Any number of times, to the same effect. */
export function findMoreProjections(find: (code: string) => OlProjection | undefined): void {
  registerCrs([]);
  finders.add(find);
}

function found(code: string): OlProjection | undefined {
  for (const find of finders) {
    const projection = find(code);
    if (projection) return projection;
  }
  return undefined;
}

/**
 * CGCS2000 in degrees, made equal to EPSG:4326: the two differ by centimetres, and OpenLayers then knows its extent, that it goes
 * round the world and how long a degree is, none of which proj4 tells it. `neu` makes WMS 1.3.0 and WFS speak latitude first, as the
 * EPSG registry says; coordinates in the library stay [lon, lat].
 */
function registerLonLat(): void {
  const [base] = LON_LAT;
  if (!base) return;
  const own = CGCS2000_CODES.map(
    (code) =>
      new Projection({
        code,
        units: 'degrees',
        extent: base.getExtent(),
        worldExtent: base.getWorldExtent(),
        global: true,
        axisOrientation: 'neu',
        metersPerUnit: base.getMetersPerUnit(),
      }),
  );
  for (const projection of own) addProjection(projection);
  for (const projection of own) addEquivalentTransforms([projection], [...LON_LAT, ...own.filter((other) => other !== projection)], cloneTransform, cloneTransform);
  addEquivalentTransforms(own, WEB_MERCATOR, fromEPSG4326, toEPSG4326);
  for (const projection of own) done.set(projection.getCode(), projection);
}

/** OpenLayers asks spatialreference.org for a system it does not know. A page on a closed network must never try. */
function stayOffline(): void {
  setProjectionCodeLookup((code) => Promise.reject(unknownCrs(code)));
}

type Transform = (coordinate: number[]) => number[];

function connect(a: OlProjection, b: OlProjection, forward: Transform, inverse: Transform): void {
  addCoordinateTransforms(a, b, createSafeCoordinateTransform(a, b, forward), createSafeCoordinateTransform(b, a, inverse));
}

function registerZone(zone: Zone): OlProjection {
  const projection = new Projection({
    code: zone.code,
    units: 'm',
    extent: zoneExtent(zone),
    worldExtent: zoneWorldExtent(zone),
    // X is north and Y is east in the registry and in Chinese surveying; this orders requests to services, not our coordinates.
    axisOrientation: 'neu',
  });
  addProjection(projection);
  const forward: Transform = ([x = NaN, y = NaN]) => toGaussKruger(x, y, zone.centralMeridian, zone.falseEasting);
  const inverse: Transform = ([x = NaN, y = NaN]) => fromGaussKruger(x, y, zone.centralMeridian, zone.falseEasting);
  connectLonLat(projection, forward, inverse);
  for (const other of done.values()) {
    const neighbour = zoneOf(other.getCode());
    if (neighbour) connectZones(projection, zone, other, neighbour);
  }
  for (const other of foreign) connectThroughLonLat(projection, other);
  done.set(zone.code, projection);
  return projection;
}

function connectLonLat(projection: OlProjection, forward: Transform, inverse: Transform): void {
  for (const lonLat of [...LON_LAT, ...lonLatOfOurs()]) connect(lonLat, projection, forward, inverse);
  for (const mercator of WEB_MERCATOR) {
    connect(mercator, projection, (c) => forward(toEPSG4326(c.slice(0, 2), undefined, 2)), (c) => fromEPSG4326(inverse(c), undefined, 2));
  }
}

function lonLatOfOurs(): OlProjection[] {
  return CGCS2000_CODES.map((code) => done.get(code)).filter((projection) => projection !== undefined);
}

function connectThroughLonLat(a: OlProjection, b: OlProjection): void {
  const base = get('EPSG:4326');
  if (!base || getTransform(a, b)) return;
  const through = (from: OlProjection, to: OlProjection): Transform => {
    const out = getTransform(from, base);
    const back = getTransform(base, to);
    return (c) => (out && back ? back(out(c.slice(0, 2), undefined, 2), undefined, 2) : [NaN, NaN]);
  };
  connect(a, b, through(a, b), through(b, a));
}

/**
 * Connects a projection that somebody else defined, and that OpenLayers can bring to EPSG:4326, with all of ours, those that are
 * registered and those that come later, and with those of others.
 */
export function adoptProjection(projection: OlProjection): void {
  registerCrs([]);
  for (const other of [...done.values(), ...WEB_MERCATOR, ...foreign]) if (other !== projection) connectThroughLonLat(other, projection);
  foreign.add(projection);
}

/** Brings x, y pairs of a system to longitude and latitude in degrees, in place, and back; undefined for a system nobody knows. @throws YztError `unknown-crs` for an old datum without its parameters. */
export function lonLatTransform(code: string): CrsTransform | undefined {
  let projection: OlProjection;
  try {
    projection = projectionOf(code);
  } catch (reason) {
    if (isOldDatum(normalCode(code))) throw reason;
    return undefined;
  }
  const [out, back] = [getTransform(projection, 'EPSG:4326'), getTransform('EPSG:4326', projection)];
  return out ? Object.assign(inPlace(out), { inverse: back ? inPlace(back) : undefined }) : undefined;
}

function inPlace(transform: TransformFunction): (coordinates: Float64Array) => void {
  // OpenLayers types want number[]; its transforms only index, and write into what they are given.
  return (coordinates) => void transform(coordinates as unknown as number[], coordinates as unknown as number[], 2);
}

function connectZones(a: OlProjection, zoneA: Zone, b: OlProjection, zoneB: Zone): void {
  const through =
    (from: Zone, to: Zone): Transform =>
    ([x = NaN, y = NaN]) => {
      if (from.centralMeridian === to.centralMeridian) return [x - from.falseEasting + to.falseEasting, y];
      const [lon, lat] = fromGaussKruger(x, y, from.centralMeridian, from.falseEasting);
      return toGaussKruger(lon, lat, to.centralMeridian, to.falseEasting);
    };
  connect(a, b, through(zoneA, zoneB), through(zoneB, zoneA));
}

/**
 * Makes OpenLayers know coordinate systems of China: always EPSG:4490, and the CGCS2000 zones asked for, all 64 by default. Also
 * keeps OpenLayers from asking the internet for systems it does not know. May be called any number of times.
 * @param codes Zones in any form `normalCode` understands. `[]` registers EPSG:4490 only.
 */
export function registerCrs(codes: readonly (string | number)[] = ZONES.map(({ code }) => code)): void {
  if (done.size === 0) {
    registerLonLat();
    stayOffline();
  }
  for (const code of codes) projectionOf(code);
}

/**
 * The OpenLayers projection of a coordinate system, registered when it is one of ours.
 * @throws YztError `unknown-crs` when neither the library nor the page knows it.
 */
export function projectionOf(code: string | number): OlProjection {
  registerCrs([]);
  const name = normalCode(code);
  const known = done.get(name);
  if (known) return known;
  const zone = zoneOf(name);
  const projection = zone ? registerZone(zone) : (get(name) ?? found(name));
  if (!projection) throw unknownCrs(name);
  return projection;
}
