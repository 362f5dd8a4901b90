/** What works without a DOM: code lists, measures on the ellipsoid, formats, coordinate systems. */
import { geodesicArea } from '@yizhangtu/analysis/geodesic-area';
import { YztError, type ErrorCode } from '@yizhangtu/base/errors';
import { formatNumber } from '@yizhangtu/base/number-format';
import { labelOf } from '@yizhangtu/standards/scheme';

export const text: string = formatNumber(1284);
export const code: ErrorCode = new YztError('timeout', { zh: '超时', en: 'timed out' }).code;
// @ts-expect-error -- errors have a known code
export const wrong = new YztError('whatever', { zh: '', en: '' });
// @ts-expect-error -- every sentence is there in both languages
export const half = new YztError('timeout', { zh: '超时' });
export const squareMetres: number = geodesicArea({
  type: 'Polygon',
  coordinates: [
    [
      [120, 36],
      [120.1, 36],
      [120, 36.1],
      [120, 36],
    ],
  ],
});
export const word: string | undefined = labelOf({ scheme: 'land-use', version: '2023', code: '0701' })?.zh;
// @ts-expect-error -- never a bare code: the scheme belongs to it
labelOf('0701');
