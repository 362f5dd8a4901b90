import { define } from '@yizhangtu/base/define';
import { YztBasemapPicker } from './basemap-picker.js';

define('yzt-basemap-picker', YztBasemapPicker);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-basemap-picker': YztBasemapPicker;
  }
}

export { YztBasemapPicker };
