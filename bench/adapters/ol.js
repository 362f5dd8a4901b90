import VectorLayer from 'ol/layer/Vector.js';
import Cluster from 'ol/source/Cluster.js';
import { start } from '../page/case.js';
import { CLUSTER_PX } from '../page/look.js';
import { clusterStyles, OlAdapter } from './ol-adapter.js';

class Ol extends OlAdapter {
  makeLayer(job) {
    const { source } = this.source;
    if (!job.cluster) return new VectorLayer({ source, style: this.styles.of });
    const style = clusterStyles((feature) => feature.get('features').length);
    return new VectorLayer({ source: new Cluster({ source, distance: CLUSTER_PX }), style });
  }
}

start(() => new Ol());
