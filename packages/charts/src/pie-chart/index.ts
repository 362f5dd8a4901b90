import { define } from '@yizhangtu/base/define';
import { YztPieChart } from './pie-chart.js';

define('yzt-pie-chart', YztPieChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-pie-chart': YztPieChart;
  }
}

export { YztPieChart };
