import { define } from '@yizhangtu/base/define';
import { YztTideChart } from './tide-chart.js';

define('yzt-tide-chart', YztTideChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-tide-chart': YztTideChart;
  }
}

export { YztTideChart };
