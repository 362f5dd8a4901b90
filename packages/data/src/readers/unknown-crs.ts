import { YztError } from '@yizhangtu/base/errors';

/** The error for coordinates that are no degrees. */
export function unknownCrs(name: string, crs: string | undefined): YztError {
  return new YztError('unknown-crs', {
    zh: `<yzt-dataset>:${name} 的坐标${crs === undefined ? '不是经纬度，像是以米为单位' : `系是 ${crs}，不是经纬度`}。请转换为 EPSG:4326 或 EPSG:4490，或加载坐标转换包并写明 crs。`,
    en: `<yzt-dataset>: the coordinates of ${name} ${crs === undefined ? 'are no degrees; they look like metres' : `are in ${crs}, not in degrees`}. Convert them to EPSG:4326 or EPSG:4490, or load the pack of coordinate systems and name the crs.`,
  });
}
