import { define } from '@yizhangtu/base/define';
import { YztHeatmapLayer } from './heatmap-layer.js';

export { YztHeatmapLayer };

define('yzt-heatmap-layer', YztHeatmapLayer);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-heatmap-layer': YztHeatmapLayer;
  }
}
