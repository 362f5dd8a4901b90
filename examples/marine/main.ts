/** 经略海洋一张图. The elements of the page; everything is linked by `dataset` and `for`. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/line-chart';
import '@yizhangtu/data/dataset';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/marine/typhoon-layer';
import '@yizhangtu/marine/typhoon-panel';
import '@yizhangtu/page/page';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/layer-list';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/time-slider';
import { followLanguage } from '../fitness/page-words.js';

const wishes = new URLSearchParams(location.search);
const theme = wishes.get('theme');
const language = wishes.get('lang');
if (theme) document.documentElement.dataset['yztTheme'] = theme;
if (language) document.documentElement.lang = language;

followLanguage();
