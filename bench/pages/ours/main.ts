import '@yizhangtu/map/map';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/widgets/popup';
