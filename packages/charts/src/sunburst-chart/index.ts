import { define } from '@yizhangtu/base/define';
import { YztSunburstChart } from './sunburst-chart.js';

define('yzt-sunburst-chart', YztSunburstChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-sunburst-chart': YztSunburstChart;
  }
}

export { YztSunburstChart };
