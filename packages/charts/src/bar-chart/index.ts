import { define } from '@yizhangtu/base/define';
import { YztBarChart } from './bar-chart.js';

define('yzt-bar-chart', YztBarChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-bar-chart': YztBarChart;
  }
}

export { YztBarChart };
