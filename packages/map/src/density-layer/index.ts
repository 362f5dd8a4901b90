import { define } from '@yizhangtu/base/define';
import { YztDensityLayer, type DensityForm } from './density-layer.js';

export { YztDensityLayer };
export type { DensityForm };

define('yzt-density-layer', YztDensityLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-density-layer': YztDensityLayer;
  }
}
