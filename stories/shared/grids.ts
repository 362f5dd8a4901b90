/** Seeded grids of the sea and the air off Qingdao: the same on each run. All of it is 示例数据. */
import type { GridData } from '@yizhangtu/data/value-grid';
import { t } from './words.js';

const EXTENT = [119.9, 35.6, 121.3, 36.7] as const;

/** Numbers of a formula at the middle of each cell of a grid, row by row from the north. */
function numbers(width: number, height: number, of: (lon: number, lat: number) => number | null): (number | null)[] {
  const [west, south, east, north] = EXTENT;
  return Array.from({ length: width * height }, (_, at) => of(west + (((at % width) + 0.5) * (east - west)) / width, north - ((Math.floor(at / width) + 0.5) * (north - south)) / height));
}

/** Temperature of the sea surface: warm water from the south-east, a cold core, and a patch under cloud where nothing is known. */
export function seaTemperature(width = 140, height = 110): GridData {
  const values = numbers(width, height, (lon, lat) => {
    if (((lon - 121.05) / 0.09) ** 2 + ((lat - 36.42) / 0.06) ** 2 < 1) return null;
    const cold = 3.2 * Math.exp(-(((lon - 120.75) / 0.25) ** 2 + ((lat - 35.95) / 0.18) ** 2));
    return 21.5 + 2.4 * (lon - 120.4) - 2.1 * (lat - 36.1) - cold + 0.35 * Math.sin(lon * 22) * Math.cos(lat * 19);
  });
  return { extent: EXTENT, width, height, values, unit: '℃', label: { zh: '海表温度', en: 'Sea surface temperature' }, time: '2026-07-01T08:00+08:00', source: t('示例数据', 'Example data') };
}

/** Heights of a made-up range of hills, fine enough to be long work: half a million cells. */
export function hills(side = 700): GridData {
  const values = numbers(side, side, (lon, lat) => {
    const waves = [17, 31, 67, 131].reduce((sum, wave, k) => sum + Math.sin(wave * lon + 3 * k) * Math.cos(wave * lat - k) * (260 / (k + 1)), 0);
    return 420 + waves;
  });
  return { extent: EXTENT, width: side, height: side, values, unit: 'm', label: { zh: '高程', en: 'Height' }, source: t('示例数据', 'Example data') };
}

/** Wind around a low south-east of the city, a breeze elsewhere. */
export function wind(width = 56, height = 44): GridData {
  const turn = (lon: number, lat: number): readonly [number, number] => {
    const [x, y] = [(lon - 120.8) * 0.81, lat - 35.95];
    const distance = Math.hypot(x, y);
    const speed = 17 * (distance / 0.22) * Math.exp(1 - distance / 0.22);
    return [2.5 + (-y / distance) * speed - (x / distance) * speed * 0.3, -1.5 + (x / distance) * speed - (y / distance) * speed * 0.3];
  };
  const [u, v] = [0, 1].map((part) => numbers(width, height, (lon, lat) => turn(lon, lat)[part as 0 | 1]));
  return { extent: EXTENT, width, height, u: u ?? [], v: v ?? [], unit: 'm/s', label: { zh: '10 米风', en: 'Wind at 10 m' }, time: '2026-07-01T08:00+08:00', source: t('示例数据', 'Example data') };
}
