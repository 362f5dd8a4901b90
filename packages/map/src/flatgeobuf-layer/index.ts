import { define } from '@yizhangtu/base/define';
import { YztFlatgeobufLayer } from './flatgeobuf-layer.js';

define('yzt-flatgeobuf-layer', YztFlatgeobufLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-flatgeobuf-layer': YztFlatgeobufLayer;
  }
}

export { YztFlatgeobufLayer };
