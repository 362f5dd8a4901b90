import { define } from '@yizhangtu/base/define';
import { YztIserverFeaturesLayer } from './iserver-features-layer.js';

define('yzt-iserver-features-layer', YztIserverFeaturesLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-iserver-features-layer': YztIserverFeaturesLayer;
  }
}

export { YztIserverFeaturesLayer };
