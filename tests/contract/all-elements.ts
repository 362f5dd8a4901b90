/** Every element of the library: those of the facade, and those of packages that stand beside it. */
import 'yizhangtu';
import '@yizhangtu/page/page';
import '@yizhangtu/marine/tide-chart';
import '@yizhangtu/marine/typhoon-layer';
import '@yizhangtu/marine/typhoon-panel';
