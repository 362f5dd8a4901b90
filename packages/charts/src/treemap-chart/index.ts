import { define } from '@yizhangtu/base/define';
import { YztTreemapChart } from './treemap-chart.js';

define('yzt-treemap-chart', YztTreemapChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-treemap-chart': YztTreemapChart;
  }
}

export { YztTreemapChart };
