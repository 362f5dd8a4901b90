import { YztError } from '@yizhangtu/base/errors';

/** The error for a coordinate system that nobody registered. */
export function unknownCrs(code: string): YztError {
  return new YztError('unknown-crs', {
    zh: `未知坐标系 ${code}。可用 EPSG:3857、4326、4490、4491–4554；其他坐标系请先用 registerDefinition() 登记。`,
    en: `Unknown coordinate system ${code}. Known are EPSG:3857, 4326, 4490 and 4491–4554; register any other with registerDefinition() first.`,
  });
}
