/** Coordinate systems that a person chooses from: degrees, and the zones of CGCS2000. Loaded with the first file. */
import { ZONES } from '@yizhangtu/map/crs';
import type { CrsChoice } from './file-view.js';

/** All of them, the usual ones first. */
export function crsChoices(): CrsChoice[] {
  return [
    { code: 'EPSG:4490', label: { zh: 'CGCS2000 经纬度', en: 'CGCS2000 degrees' } },
    { code: 'EPSG:4326', label: { zh: 'WGS 84 经纬度', en: 'WGS 84 degrees' } },
    { code: 'EPSG:3857', label: { zh: 'Web 墨卡托', en: 'Web Mercator' } },
    ...ZONES.map(({ code, label }) => ({ code, label })),
  ];
}
