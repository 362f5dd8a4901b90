import { define } from '@yizhangtu/base/define';
import { YztRankingChart } from './ranking-chart.js';

define('yzt-ranking-chart', YztRankingChart);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-ranking-chart': YztRankingChart;
  }
}

export { YztRankingChart };
