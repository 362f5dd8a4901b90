import '@eox/map';
import '@eox/map/src/plugins/advancedLayersAndSources';
import { start } from '../page/case.js';
import { CLUSTER_PX, LEAST } from '../page/look.js';
import { flatStyle } from './flat-style.js';
import { clusterStyles, drawn } from './ol-adapter.js';

class Eox {
  #picture = 0;
  #filtered = false;

  async load(job, box) {
    this.job = job;
    this.element = document.createElement('eox-map');
    this.element.center = job.center;
    this.element.zoom = job.zoom;
    this.element.layers = this.#layers();
    box.append(this.element);
    await this.element.updateComplete;
    if (job.cluster) this.#layer().setStyle(clusterStyles((feature) => feature.get('features').length));
    await this.#loaded();
    await drawn(this.element.map);
  }

  async theme() {
    this.#picture = 1 - this.#picture;
    await this.#restyle();
  }

  async filter() {
    this.#filtered = !this.#filtered;
    await this.#restyle();
  }

  async zoomTo(zoom) {
    this.element.map.getView().setZoom(zoom);
    await drawn(this.element.map);
  }

  /** What its own select interaction does at each move of the pointer. */
  hit(x, y) {
    return this.element.map.forEachFeatureAtPixel([x, y], (feature) => feature);
  }

  attributes(feature) {
    const { geometry, ...rest } = feature.getProperties();
    return geometry ? rest : {};
  }

  rest() {
    return drawn(this.element.map);
  }

  remove() {
    this.element.remove();
  }

  #layers() {
    const { kind, url, cluster } = this.job;
    const source = { type: 'Vector', url: new URL(url, location.href).href, format: 'GeoJSON' };
    const properties = { id: 'data' };
    if (cluster) return [{ type: 'Vector', properties, source: { type: 'Cluster', distance: CLUSTER_PX, source } }];
    const plain = flatStyle(kind, this.#picture);
    return [{ type: 'Vector', properties, source, style: this.#filtered ? [{ filter: ['>=', ['get', 'value'], LEAST], style: plain }] : plain }];
  }

  /** The element is given other layers, as its documentation says; it compares and changes the style. */
  async #restyle() {
    this.element.layers = this.#layers();
    await drawn(this.element.map);
  }

  #layer() {
    return this.element.map.getLayers().item(0);
  }

  /** Its cluster source tells the map nothing of the source inside. */
  async #loaded() {
    const outer = this.#layer().getSource();
    const source = outer.getSource?.() ?? outer;
    if (source.getFeatures().length === 0) await new Promise((resolve) => source.once('featuresloadend', resolve));
  }
}

start(() => new Eox());
