/** Every element of the library: those of the facade, and those of packages that stand beside it. */
import 'yizhangtu';
import '@yizhangtu/page/page';
import '@yizhangtu/marine/circle-watch';
import '@yizhangtu/marine/closed-season';
import '@yizhangtu/marine/depth-layer';
import '@yizhangtu/fitness/coverage-panel';
import '@yizhangtu/fitness/venue-finder';
import '@yizhangtu/marine/tide-chart';
import '@yizhangtu/marine/typhoon-layer';
import '@yizhangtu/marine/typhoon-panel';
import '@yizhangtu/marine/vessel-layer';
import '@yizhangtu/natural-resources/compliance-check';
import '@yizhangtu/natural-resources/land-use-layer';
import '@yizhangtu/natural-resources/land-use-table';
import '@yizhangtu/market/entity-profile';
import '@yizhangtu/market/overdue-devices';
import '@yizhangtu/market/random-draw';
