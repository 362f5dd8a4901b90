// supercluster in a worker of the page, its answers as features of OpenLayers: the fastest use of it we know.
import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import View from 'ol/View.js';
import { start } from '../page/case.js';
import { clusterStyles, drawn } from './ol-adapter.js';

class OlSupercluster {
  async load(job, box) {
    this.worker = new Worker(new URL('supercluster.worker.js', import.meta.url), { type: 'module' });
    this.source = new VectorSource();
    const layer = new VectorLayer({ source: this.source, style: clusterStyles((feature) => feature.get('count')) });
    const view = new View({ center: fromLonLat(job.center), zoom: job.zoom });
    this.map = new OlMap({ target: box, layers: [layer], view, controls: [], pixelRatio: 1 });
    await this.#ask({ load: job.url });
    await this.#refresh();
    this.map.on('moveend', () => void (this.fresh = this.#refresh()));
  }

  async zoomTo(zoom) {
    await new Promise((resolve) => {
      this.map.once('moveend', () => queueMicrotask(resolve));
      this.map.getView().setZoom(zoom);
    });
    await this.rest();
  }

  async rest() {
    await this.fresh;
    await drawn(this.map);
  }

  remove() {
    this.worker.terminate();
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  #ask(question) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => resolve(data);
      this.worker.onerror = reject;
      this.worker.postMessage(question);
    });
  }

  async #refresh() {
    const view = this.map.getView();
    const [west, south, east, north] = view.calculateExtent(this.map.getSize());
    const clusters = await this.#ask({ bounds: [...toLonLat([west, south]), ...toLonLat([east, north])], zoom: Math.floor(view.getZoom()) });
    this.source.clear(true);
    this.source.addFeatures(clusters.map(({ lonLat, count }) => new Feature({ geometry: new Point(fromLonLat(lonLat)), count })));
    await drawn(this.map);
  }
}

start(() => new OlSupercluster());
