import { define } from '@yizhangtu/base/define';
import { YztOgcFeaturesLayer } from './ogc-features-layer.js';

define('yzt-ogc-features-layer', YztOgcFeaturesLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-ogc-features-layer': YztOgcFeaturesLayer;
  }
}

export { YztOgcFeaturesLayer };
