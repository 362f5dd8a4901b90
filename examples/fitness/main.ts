/** 全民健身一张图. The elements of the page, and the switch between its views. Everything else is linked by `dataset` and `for`. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/fitness/coverage-panel';
import '@yizhangtu/fitness/venue-finder';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/line-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/page/page';
import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/print-tool';
import '@yizhangtu/widgets/profile-chart';
import '@yizhangtu/widgets/share-tool';
import './schemas.js';
import { prepareTracks } from './tracks.js';
import { offerViews } from '../page-views.js';
import { followWishes } from '../page-wishes.js';

void offerViews({
  needs: { hongkong: 'fitness/hk_sports_grounds.geojson', tracks: ['fitness/gpx/rando_2009-09-04.gpx', 'fitness/gpx/fells_loop.gpx', 'fitness/hangzhou_running_tracks.geojson'] },
  wish: followWishes().get('view'),
  prepare: (view) => {
    view.querySelector('[data-open-list]')?.addEventListener('click', () => void view.closest('yzt-page')?.show('details'));
    if (view.id === 'tracks') void prepareTracks(view);
  },
});
