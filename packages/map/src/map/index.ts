import { define } from '@yizhangtu/base/define';
import { YztMap } from './map.js';

export { YztMap };
export type { Bounds, FitOptions, FlyOptions, Hit, LonLat, MapHover, MapPick, MapView, ViewCause } from './map-types.js';

define('yzt-map', YztMap);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-map': YztMap;
  }
}
