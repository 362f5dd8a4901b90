import { readFileSync } from 'node:fs';
import { transform } from 'ol/proj.js';
import { describe, expect, it } from 'vitest';
import { OLD_DATUMS, OLD_ZONES, oldZoneOf } from '../crs-datums/old-zones.js';
import { CGCS2000_ELLIPSOID, fromGaussKruger, toGaussKruger } from './gauss-kruger.js';
import { ZONES, zoneOf } from './cgcs2000-zones.js';
import { projectionOf } from './register.js';

/** Written by tools/data/control-points.mjs with PROJ. */
const FILE = new URL('./control-points.fixture.csv', import.meta.url);

const POINTS = readFileSync(FILE, 'utf8').trim().split('\n').slice(1).map((line) => line.split(',').map(Number) as [epsg: number, lon: number, lat: number, east: number, north: number]);

describe('control points of PROJ', () => {
  it('are more than 2,000, in every zone of the three datums', () => {
    expect(POINTS.length).toBeGreaterThan(2000);
    const zones = new Set(POINTS.map(([epsg]) => `EPSG:${epsg}`));
    expect(zones).toEqual(new Set([...ZONES, ...OLD_ZONES].map(({ code }) => code)));
    expect(zones.size).toBe(64 + 64 + 75);
  });

  it('lie where we have them, within a millimetre, and back within as much', () => {
    let worst = 0;
    for (const [epsg, lon, lat, east, north] of POINTS) {
      const old = oldZoneOf(epsg);
      const zone = old ?? zoneOf(epsg);
      if (!zone) throw new Error(`no zone ${epsg}`);
      const ellipsoid = old ? OLD_DATUMS[old.datum].ellipsoid : CGCS2000_ELLIPSOID;
      const [x, y] = toGaussKruger(lon, lat, zone.centralMeridian, zone.falseEasting, ellipsoid);
      const [lon2, lat2] = fromGaussKruger(east, north, zone.centralMeridian, zone.falseEasting, ellipsoid);
      const off = Math.max(Math.hypot(x - east, y - north), Math.hypot((lon2 - lon) * 111_320 * Math.cos((lat * Math.PI) / 180), (lat2 - lat) * 111_320));
      worst = Math.max(worst, off);
      expect(off, `EPSG:${epsg} ${lon} ${lat}`).toBeLessThan(0.001);
    }
    expect(worst).toBeGreaterThan(0);
  });

  it('lie there for the map too: CGCS2000 through OpenLayers', () => {
    for (const [epsg, lon, lat, east, north] of POINTS) {
      if (!zoneOf(epsg)) continue;
      const [x = NaN, y = NaN] = transform([lon, lat], 'EPSG:4490', projectionOf(epsg));
      expect(Math.hypot(x - east, y - north), `EPSG:${epsg} ${lon} ${lat}`).toBeLessThan(0.001);
    }
  });
});
