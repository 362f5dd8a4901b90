import { define } from '@yizhangtu/base/define';
import { YztLayerGroup } from './layer-group.js';

export { LayerGroupElement } from './group-element.js';
export { YztLayerGroup };

define('yzt-layer-group', YztLayerGroup);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-layer-group': YztLayerGroup;
  }
}
