import { define } from '@yizhangtu/base/define';
import { YztGaugeChart } from './gauge-chart.js';

define('yzt-gauge-chart', YztGaugeChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-gauge-chart': YztGaugeChart;
  }
}

export { YztGaugeChart };
