import { define } from '@yizhangtu/base/define';
import { YztDrillMap } from './drill-map.js';

define('yzt-drill-map', YztDrillMap);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-drill-map': YztDrillMap;
  }
}

export { YztDrillMap };
export type { DrillChange } from './drill-events.js';
