import { define } from '@yizhangtu/base/define';
import { YztTimelineChart } from './timeline-chart.js';

define('yzt-timeline-chart', YztTimelineChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-timeline-chart': YztTimelineChart;
  }
}

export { YztTimelineChart };
