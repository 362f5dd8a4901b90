import { define } from '@yizhangtu/base/define';
import { YztScatterChart } from './scatter-chart.js';

define('yzt-scatter-chart', YztScatterChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-scatter-chart': YztScatterChart;
  }
}

export { YztScatterChart };
