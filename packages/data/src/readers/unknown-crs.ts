import { YztError } from '@yizhangtu/base/errors';

/** Zones of CGCS2000 whose eastings begin with their number: 25 to 45 are 3 degrees wide, 13 to 23 are 6. */
function zoneOfEasting(easting: number): { readonly number: number; readonly width: 3 | 6; readonly code: string } | undefined {
  const number = Math.floor(easting / 1e6);
  if (number >= 25 && number <= 45) return { number, width: 3, code: `EPSG:${4488 + number}` };
  return number >= 13 && number <= 23 ? { number, width: 6, code: `EPSG:${4478 + number}` } : undefined;
}

/** What metres look like, where their first figures say so. */
function guess(easting: number | undefined): { readonly zh: string; readonly en: string } {
  const zone = easting === undefined ? undefined : zoneOfEasting(easting);
  if (!zone) return { zh: '', en: '' };
  const { number, width, code } = zone;
  return { zh: `（若是 CGCS2000，带号 ${number} 即 ${width} 度带 ${code}）`, en: ` (if it is CGCS2000, zone ${number} of ${width} degrees is ${code})` };
}

/** The error for coordinates that are no degrees. @param easting One of them, where nothing names the system. */
export function unknownCrs(name: string, crs: string | undefined, easting?: number): YztError {
  const { zh, en } = guess(easting);
  return new YztError('unknown-crs', {
    zh: `<yzt-dataset>:${name} 的坐标${crs === undefined ? `不是经纬度，像是以米为单位${zh}` : `系是 ${crs}，不是经纬度`}。请转换为 EPSG:4326 或 EPSG:4490，或加载坐标转换包并写明 crs。`,
    en: `<yzt-dataset>: the coordinates of ${name} ${crs === undefined ? `are no degrees; they look like metres${en}` : `are in ${crs}, not in degrees`}. Convert them to EPSG:4326 or EPSG:4490, or load the pack of coordinate systems and name the crs.`,
  });
}
