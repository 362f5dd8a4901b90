import { define } from '@yizhangtu/base/define';
import { YztCalendarChart } from './calendar-chart.js';

define('yzt-calendar-chart', YztCalendarChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-calendar-chart': YztCalendarChart;
  }
}

export { YztCalendarChart };
