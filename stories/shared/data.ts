/** Data of the stories: the open example data of Qingdao, and seeded venues in any number. All of it is 示例数据. */
import { Dataset } from '@yizhangtu/data/model';
import { AIS_SHIP_GROUP } from '@yizhangtu/standards/ais';
import { registerScheme } from '@yizhangtu/standards/scheme';
import districtsUrl from '../../examples/fitness/data/districts.geojson?url';
import landUrl from '../../examples/fitness/data/land.geojson?url';
import placesUrl from '../../examples/fitness/data/places.geojson?url';
import venuesUrl from '../../examples/fitness/data/venues.geojson?url';
import '../../examples/fitness/schemas.js';

export { districtsUrl, landUrl, placesUrl, venuesUrl };

const GROUPS = ['trail', 'ball-field', 'gym', 'ball-hall', 'aquatic', 'stadium', 'special', 'ice-roller'];
const DISTRICTS = ['370202', '370203', '370213', '370212', '370211', '370214', '370215', '370281', '370283', '370285'];
const OPEN = ['open', 'open', 'open', 'partial', 'closed'];

/** The longest names that stand in a real list, for layouts. */
const LONG = '青岛西海岸新区灵山卫街道办事处全民健身中心室内恒温游泳馆及附属健身步道（一期）';

/** Seeded venues: the same for the same number. The first has a long name, every ninth has no area. */
export function seededVenues(count: number): Dataset {
  const at = <T>(list: readonly T[], step: number): T[] =>
    Array.from({ length: count }, (_, i) => list[Math.floor(i / step) % list.length] as T);
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from({ length: count * 2 }, (_, i) =>
        i % 2 === 0 ? 120.2 + ((i * 37) % 400) / 1000 : 36.02 + ((i * 53) % 240) / 1000,
      ),
      columns: {
        name: Array.from({ length: count }, (_, i) => (i === 0 ? LONG : `示例场馆 ${String(i + 1).padStart(4, '0')}`)),
        typeGroup: at(GROUPS, 1),
        district: at(DISTRICTS, 3),
        openState: at(OPEN, 2),
        areaM2: Float64Array.from({ length: count }, (_, i) => (i % 9 === 8 ? Number.NaN : 80 + ((i * 7919) % 12_000))),
      },
    },
    { provenance: { source: '青岛市体育局（示例）', updated: '2026-06-30', example: true } },
  );
}

registerScheme(AIS_SHIP_GROUP);

const SHIPS = ['cargo', 'cargo', 'tanker', 'fishing', 'fishing', 'passenger', 'tug'];

/** Evenly spread numbers from 0 to 1, the same on each run. */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** West, south, width and height of waters where example vessels sail: the bay, and the sea before the city. */
const WATERS: readonly (readonly [number, number, number, number])[] = [
  [120.14, 36.1, 0.15, 0.1],
  [120.36, 35.94, 0.4, 0.08],
  [120.5, 36, 0.3, 0.05],
];

/** Seeded vessels off Qingdao with a course; every eleventh has none, as 511 in AIS. The same for the same number. */
export function seededVessels(count: number): Dataset {
  const random = seededNumbers(11);
  const places = Array.from({ length: count }, (_, i) => {
    const [west, south, width, height] = WATERS[i % WATERS.length] as (typeof WATERS)[number];
    return [west + random() * width, south + random() * height];
  });
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from(places.flat()),
      columns: {
        name: Array.from({ length: count }, (_, i) => `示例船 ${String(i + 1).padStart(3, '0')}`),
        type: Array.from({ length: count }, (_, i) => SHIPS[i % SHIPS.length] as string),
        course: Float64Array.from({ length: count }, (_, i) => (i % 11 === 10 ? 511 : Math.round(360 * random()))),
        speed: Float64Array.from({ length: count }, () => Math.round(180 * random()) / 10),
      },
    },
    {
      schema: {
        id: 'example/vessel@1',
        label: { zh: '船舶', en: 'Vessels' },
        titleField: 'name',
        fields: [
          { name: 'name', label: { zh: '船名', en: 'Name' } },
          { name: 'type', label: { zh: '船舶类型', en: 'Type' }, codes: { scheme: 'ais-ship-group' } },
          { name: 'course', label: { zh: '航向', en: 'Course' }, unit: '°' },
          { name: 'speed', label: { zh: '航速', en: 'Speed' }, unit: 'kn' },
        ],
      },
      provenance: { source: '示例数据', updated: '2026-06-30', example: true },
    },
  );
}
