/** 经略海洋一张图. The elements of the page and the switch between its two views, linked by `dataset` and `for`; the tide of the days when the chosen storm was nearest, and vessels of its days. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/line-chart';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/data/field';
import '@yizhangtu/map/contour-layer';
import '@yizhangtu/map/flow-layer';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/marine/circle-watch';
import '@yizhangtu/marine/closed-season';
import '@yizhangtu/marine/depth-layer';
import '@yizhangtu/marine/tide-chart';
import '@yizhangtu/marine/typhoon-layer';
import '@yizhangtu/marine/typhoon-panel';
import '@yizhangtu/marine/vessel-layer';
import '@yizhangtu/page/page';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/print-tool';
import '@yizhangtu/widgets/share-tool';
import '@yizhangtu/widgets/time-slider';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { formatDate } from '@yizhangtu/base/dates';
import { lastOf, nearestApproach, typhoonTracks } from '@yizhangtu/marine/calc';
import './schemas.js';
import { offerViews } from '../page-views.js';
import { followWishes } from '../page-wishes.js';

void offerViews({ needs: { ais: 'ais/noaa_ais_20220103_galveston_houston.csv' }, wish: followWishes().get('view') });

const QINGDAO = [120.38, 36.07] as const;
const DAY = 86_400_000;
const typhoons = document.querySelector<YztDataset>('#typhoons');
const vessels = document.querySelector<YztDataset>('#vessels');
const tide = document.querySelector('yzt-tide-chart');

/** The tide of the day before the chosen storm was nearest, and of the two after; and vessels of the days of that storm only. */
function followStorm(): void {
  if (!typhoons) return;
  const { dataset } = typhoons;
  const [track, ...others] = typhoonTracks(dataset, dataset.passing(['time']));
  const chosen = others.length === 0 ? track : undefined;
  // Without one storm there are no days to show vessels of.
  vessels?.dataset.setFilter('storm', { kind: 'range', field: 'time', min: chosen?.positions[0]?.time ?? 0, max: chosen ? lastOf(chosen).time : 0 });
  if (chosen && tide) tide.from = formatDate(nearestApproach(chosen, QINGDAO).time - DAY, { style: 'iso' }).slice(0, 10);
}

for (const name of ['yzt-load', 'yzt-filter-change'] as const) typhoons?.addEventListener(name, followStorm);
