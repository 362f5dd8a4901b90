import { define } from '@yizhangtu/base/define';
import { YztProfileChart } from './profile-chart.js';

define('yzt-profile-chart', YztProfileChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-profile-chart': YztProfileChart;
  }
}

export { YztProfileChart };
