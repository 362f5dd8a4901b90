/** Data of the stories: the open example data of Qingdao, and seeded venues in any number. All of it is 示例数据. */
import { Dataset } from '@yizhangtu/data/model';
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
