// The layer first: its data is asked for while the map still starts.
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/map/map';
import '@yizhangtu/widgets/popup';
