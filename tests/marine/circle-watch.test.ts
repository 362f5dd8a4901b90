import { readFileSync } from 'node:fs';
import { booleanPointInPolygon, polygon } from '@turf/turf';
import { expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { circleWatch, lastOf, latestFixes, radiiAt, typhoonTracks, windCircle, type TyphoonTrack } from '@yizhangtu/marine/calc';
import { vesselColumns } from '../../tools/data/vessels.mjs';

const LEKIMA = '2019214N15134';

/** Positions of 利奇马 as the page of the sea has them. */
function lekima(): Dataset {
  const [head = '', ...lines] = readFileSync(new URL('../../examples/marine/data/typhoons.csv', import.meta.url), 'utf8').trim().split('\n');
  const names = head.split(',');
  const rows = lines.map((line) => line.split(',')).filter(([storm]) => storm === LEKIMA);
  const column = (name: string): string[] => rows.map((row) => row[names.indexOf(name)] ?? '');
  const numbers = (name: string): (number | null)[] => column(name).map((text) => (text === '' ? null : Number(text)));
  const radii = names.filter((name) => /^r\d+/.test(name)).map((name) => [name, numbers(name)] as const);
  const [lon, lat] = [numbers('lon'), numbers('lat')];
  return Dataset.fromColumns({
    coordinates: Float64Array.from(lon.flatMap((x, at) => [Number(x), Number(lat[at])])),
    columns: { storm: column('storm'), time: column('time').map((time) => new Date(time)), ...Object.fromEntries(radii) },
  });
}

/** The invented vessels of the page. */
function fleet(): Dataset {
  const { coordinates, columns } = vesselColumns();
  return Dataset.fromColumns({ coordinates, columns: { mmsi: columns.mmsi, time: [...columns.time].map((time) => new Date(time)) } });
}

it('at every position of 利奇马 the vessels in its circles are those that turf finds in the ring that is drawn', () => {
  const [storms, vessels] = [lekima(), fleet()];
  const { positions } = typhoonTracks(storms)[0] as TyphoonTrack;
  let found = 0;
  for (const position of positions) {
    vessels.setFilter('time', { kind: 'range', field: 'time', max: position.time });
    const fixes = latestFixes(vessels, vessels.passing());
    const { counts } = circleWatch(storms, lastOf({ storm: LEKIMA, positions: [position] }), fixes);
    for (const force of ['7', '10'] as const) {
      const ring = windCircle([position.lon, position.lat], radiiAt(storms, position.row, force)).map(([lon, lat]) => [lon, lat]);
      const turf = ring.length > 0 ? fixes.filter(({ lon, lat }) => booleanPointInPolygon([lon, lat], polygon([ring]))).length : undefined;
      expect([position.time, force, counts[force]]).toEqual([position.time, force, turf]);
      found += turf ?? 0;
    }
  }
  expect(found).toBeGreaterThan(3000);
});
