import '@yizhangtu/data/dataset';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import { start } from '../page/case.js';
import { CLUSTER_PX, FILL_OPACITY, LEAST, LIMITS, RAMP } from '../page/look.js';

const SYMBOLOGIES = ['class:kind', `breaks:value:${LIMITS.join(',')}:${RAMP}`];

let made = 0;

function element(name, attributes) {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  return one;
}

class Ours {
  #picture = 0;
  #filtered = false;

  async load(job, box) {
    const id = `data-${++made}`;
    this.dataset = element('yzt-dataset', { id, src: job.url, 'time-limit': '300' });
    this.layer = element(`yzt-${job.kind}-layer`, { dataset: id, symbology: SYMBOLOGIES[0] });
    if (job.kind === 'point') this.layer.setAttribute('size', '7');
    else this.layer.setAttribute('fill-opacity', String(FILL_OPACITY));
    if (job.cluster) {
      this.layer.setAttribute('cluster', '');
      this.layer.setAttribute('cluster-distance', String(CLUSTER_PX));
    }
    this.map = element('yzt-map', { center: job.center.join(' '), zoom: String(job.zoom) });
    this.map.append(this.layer);
    const loaded = new Promise((resolve, reject) => {
      this.dataset.addEventListener('yzt-load', resolve);
      this.dataset.addEventListener('yzt-error', (event) => reject(event.detail));
    });
    box.append(this.dataset, this.map);
    await loaded;
    await this.#drawn();
  }

  async theme() {
    this.#picture = 1 - this.#picture;
    this.layer.symbology = SYMBOLOGIES[this.#picture];
    await this.#drawn();
  }

  async filter() {
    this.#filtered = !this.#filtered;
    this.dataset.dataset.setFilter('value', this.#filtered ? { kind: 'range', field: 'value', min: LEAST } : undefined);
    await this.#drawn();
  }

  async zoomTo(zoom) {
    this.map.zoom = zoom;
    await this.#drawn();
  }

  hit(x, y) {
    return this.map.pick([x, y], 0)[0];
  }

  attributes({ dataset, row }) {
    return dataset.feature(row).properties;
  }

  rest() {
    return this.#drawn();
  }

  remove() {
    this.map.remove();
    this.dataset.remove();
  }

  /** The layer knows its data and the map has drawn it. */
  async #drawn() {
    await this.layer.updateComplete;
    // Another picture than the one asked for would be a wrong measurement.
    if (this.layer.error) throw this.layer.error;
    const { olMap } = this.map;
    await new Promise((resolve) => {
      olMap.once('rendercomplete', resolve);
      olMap.render();
    });
  }
}

start(() => new Ours());
