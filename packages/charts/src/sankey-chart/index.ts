import { define } from '@yizhangtu/base/define';
import { YztSankeyChart } from './sankey-chart.js';

define('yzt-sankey-chart', YztSankeyChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-sankey-chart': YztSankeyChart;
  }
}

export { YztSankeyChart };
