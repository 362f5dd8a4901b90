// The layer first, the map after it: its data is on the way and being read while OpenLayers loads.
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/widgets/popup';

void import('@yizhangtu/map/map');
