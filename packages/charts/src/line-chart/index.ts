import { define } from '@yizhangtu/base/define';
import { YztLineChart } from './line-chart.js';

define('yzt-line-chart', YztLineChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-line-chart': YztLineChart;
  }
}

export { YztLineChart };
export type { LineDatum } from './line-data.js';
