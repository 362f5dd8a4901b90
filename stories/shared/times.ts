/** Data with times for stories: a storm and vessels at sea. Seeded: the same each time, all of it 示例数据. */
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';

const HOUR = 3_600_000;
/** 4 September 2022, 08:00 in Beijing: a storm like those that came near Qingdao. */
const START = Date.parse('2022-09-04T08:00:00+08:00');
const EXAMPLE = { provenance: { source: '示例', updated: '2022-09-16', example: true } };

/** A number from 0 to 1 that looks random and never changes. */
function noise(n: number): number {
  const value = Math.sin(n * 127.1 + 311.7) * 43_758.5453;
  return value - Math.floor(value);
}

const CLASSES = ['热带低压', '热带风暴', '强热带风暴', '台风', '强台风'];
const STORM: DatasetSchema = {
  id: 'story/storm@1',
  label: { zh: '台风路径点', en: 'Storm positions' },
  fields: [
    { name: 'time', label: { zh: '时间', en: 'Time' } },
    { name: 'grade', label: { zh: '强度', en: 'Grade' } },
    { name: 'wind', label: { zh: '风速', en: 'Wind' }, unit: 'm/s', digits: 0 },
    { name: 'pressure', label: { zh: '气压', en: 'Pressure' }, unit: 'hPa', digits: 0 },
  ],
};

/** Positions of a storm every three hours, on its way north to the Yellow Sea. */
export function seededStorm(): Dataset {
  const count = 97;
  const part = (i: number): number => i / (count - 1);
  const wind = (i: number): number => Math.round(14 + 32 * Math.sin(Math.PI * Math.min(1, part(i) * 1.05)) ** 1.4);
  const grade = (i: number): string => CLASSES[[17.2, 24.5, 32.7, 41.5].filter((limit) => wind(i) >= limit).length] as string;
  const at = <T>(of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from(at((i) => [127 - 9 * part(i) + 3 * part(i) ** 3, 20 + 17 * part(i) ** 1.3]).flat()),
      columns: {
        time: at((i) => new Date(START + i * 3 * HOUR)),
        grade: at(grade),
        wind: Float64Array.from(at(wind)),
        pressure: Float64Array.from(at((i) => 1005 - (wind(i) - 12) * 1.5)),
      },
    },
    { schema: STORM, ...EXAMPLE },
  );
}

const VESSELS: DatasetSchema = {
  id: 'story/vessel-report@1',
  label: { zh: '渔船报位', en: 'Vessel reports' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '船名', en: 'Vessel' } },
    { name: 'reportedAt', label: { zh: '报位时间', en: 'Reported' } },
    { name: 'state', label: { zh: '状态', en: 'State' } },
    { name: 'speed', label: { zh: '航速', en: 'Speed' }, unit: '节', digits: 1 },
  ],
};

/** Reports of fishing vessels: fewer by night, and hardly any while the storm passes. */
export function seededVessels(count: number): Dataset {
  const at = <T>(of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));
  const hour = (i: number): number => {
    const first = noise(i) * 288;
    const quiet = (first > 216 && first < 260 && noise(i + 0.3) < 0.85) || (first % 24 < 10 && noise(i + 0.7) < 0.5);
    return quiet ? noise(i + 0.9) * 200 : first;
  };
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from(at((i) => [119.6 + 3.6 * noise(i + 0.11), 34.6 + 2 * noise(i + 0.23)]).flat()),
      columns: {
        name: at((i) => `鲁青渔示例${String(10_001 + (i % 3286))}`),
        reportedAt: at((i) => new Date(START + Math.round(hour(i) * 60) * 60_000)),
        state: at((i) => (noise(i + 0.41) < 0.6 ? '捕捞' : noise(i + 0.53) < 0.6 ? '航行' : '停泊')),
        speed: Float64Array.from(at((i) => Math.round(noise(i + 0.61) * 90) / 10)),
      },
    },
    { schema: VESSELS, ...EXAMPLE },
  );
}
