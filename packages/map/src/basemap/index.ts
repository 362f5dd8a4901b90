import { define } from '@yizhangtu/base/define';
import { YztBasemap } from './basemap.js';

define('yzt-basemap', YztBasemap);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-basemap': YztBasemap;
  }
}

export { YztBasemap };
export type { BasemapState } from './basemap.js';
export type { BasemapOption } from './basemap-options.js';
