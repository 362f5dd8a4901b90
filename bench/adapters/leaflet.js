import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import L from 'leaflet';
import './leaflet-global.js';
import 'leaflet.markercluster';
import { start } from '../page/case.js';
import { borderOf, classOf, CLUSTER_PX, colorsOf, DISC, FILL_OPACITY, LEAST } from '../page/look.js';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

class Leaflet {
  #picture = 0;
  #least = -Infinity;

  async load(job, box) {
    this.job = job;
    const [lon, lat] = job.center;
    this.map = L.map(box, { preferCanvas: true, zoomControl: false, attributionControl: false, maxZoom: 18 });
    this.map.setView([lat, lon], job.zoom);
    const data = await (await fetch(job.url)).json();
    const style = (feature) => this.#style(feature.properties);
    const pointToLayer = (feature, place) => L.circleMarker(place, style(feature));
    this.layer = L.geoJSON(data, job.kind === 'point' ? { pointToLayer } : { style });
    if (job.cluster) await this.#cluster();
    else this.layer.addTo(this.map);
    this.layer.on('click', (event) => (this.clicked = event.propagatedFrom ?? event.layer));
    await this.rest();
  }

  async theme() {
    this.#picture = 1 - this.#picture;
    await this.#restyle();
  }

  async filter() {
    this.#least = this.#least === LEAST ? -Infinity : LEAST;
    await this.#restyle();
  }

  async zoomTo(zoom) {
    this.map.setZoom(zoom, { animate: false });
    await this.rest();
  }

  /** Leaflet has no hit test of its own to call: a click is the way in, and it looks through its layers at once. */
  hit(clientX, clientY) {
    this.clicked = undefined;
    this.map.getContainer().querySelector('canvas').dispatchEvent(new MouseEvent('click', { clientX, clientY, bubbles: true }));
    return this.clicked;
  }

  attributes(layer) {
    return layer.feature.properties;
  }

  /** A canvas of Leaflet draws in the next frame. It has no event for it. */
  async rest() {
    while (this.map._animatingZoom || this.map._panAnim?._inProgress) await frame();
    await frame();
  }

  remove() {
    this.map.remove();
  }

  #style(properties) {
    const color = colorsOf(this.#picture)[classOf(this.#picture, properties)];
    const shown = properties.value >= this.#least;
    if (this.job.kind === 'polygon') return { fillColor: color, fillOpacity: FILL_OPACITY, color: borderOf(color), weight: 1, opacity: 1, fill: shown, stroke: shown };
    return { radius: DISC.radius, fillColor: color, fillOpacity: 1, color: DISC.color, weight: DISC.ring, opacity: 1, fill: shown, stroke: shown };
  }

  async #restyle() {
    this.layer.eachLayer((one) => one.setStyle(this.#style(one.feature.properties)));
    await this.rest();
  }

  async #cluster() {
    await new Promise((resolve) => {
      // An empty group reports its progress too.
      const chunkProgress = (done, total) => void (done > 0 && done === total && resolve());
      const group = L.markerClusterGroup({ chunkedLoading: true, animate: false, maxClusterRadius: CLUSTER_PX, chunkProgress });
      this.map.addLayer(group);
      group.addLayers(this.layer.getLayers());
    });
  }
}

start(() => new Leaflet());
