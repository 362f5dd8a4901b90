import { YztError } from '@yizhangtu/base/errors';

/** EPSG codes of 1980 西安 and 1954 北京, degrees and zones: first and last of each row. */
const OLD: readonly (readonly [number, number])[] = [[2327, 2390], [2401, 2442], [4214, 4214], [4610, 4610], [21413, 21423], [21453, 21463], [21473, 21483]];

/** Whether a code is a system of the datums before CGCS2000. */
export function isOldDatum(code: string): boolean {
  const number = Number(/^EPSG:(\d+)$/.exec(code)?.[1]);
  return OLD.some(([first, last]) => number >= first && number <= last);
}

/** The error for a coordinate system that nobody registered. */
export function unknownCrs(code: string): YztError {
  if (isOldDatum(code)) {
    return new YztError('unknown-crs', {
      zh: `坐标系 ${code} 属于 1980 西安或 1954 北京坐标系，它与 CGCS2000 的转换参数各地不同，没有公开的精确值。请向测绘主管部门索取参数，用 @yizhangtu/map/crs-datums 的 setDatumShift() 给出，或用 registerDefinition() 登记。`,
      en: `${code} belongs to Xian 1980 or Beijing 1954, whose parameters to CGCS2000 differ from place to place and are not public. Give those of your surveying authority with setDatumShift() of @yizhangtu/map/crs-datums, or use registerDefinition().`,
    });
  }
  return new YztError('unknown-crs', {
    zh: `未知坐标系 ${code}。可用 EPSG:3857、4326、4490、4491–4554；其他坐标系请先用 registerDefinition() 登记。`,
    en: `Unknown coordinate system ${code}. Known are EPSG:3857, 4326, 4490 and 4491–4554; register any other with registerDefinition() first.`,
  });
}
