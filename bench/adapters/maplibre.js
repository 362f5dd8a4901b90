import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { start } from '../page/case.js';
import { borderOf, CLUSTER_PX, colorsOf, DISC, FILL_OPACITY, KINDS, LEAST, LIMITS } from '../page/look.js';

setWorkerUrl(workerUrl);

/** Tiles of 512 px: one zoom less for the same scale. */
const ZOOM_SHIFT = -1;

const kindColor = (paint) => ['match', ['get', 'kind'], ...KINDS.flatMap((kind, i) => [kind, paint(colorsOf(0)[i])]), paint(colorsOf(0)[0])];
const valueColor = (paint) => ['step', ['get', 'value'], paint(colorsOf(1)[0]), ...LIMITS.flatMap((limit, i) => [limit, paint(colorsOf(1)[i + 1])])];
const colorOf = (picture, paint = (color) => color) => (picture === 0 ? kindColor(paint) : valueColor(paint));

function layersOf(job) {
  if (job.kind === 'polygon') {
    return [
      { id: 'fill', type: 'fill', source: 'data', paint: { 'fill-color': colorOf(0), 'fill-opacity': FILL_OPACITY, 'fill-antialias': false } },
      { id: 'border', type: 'line', source: 'data', paint: { 'line-color': colorOf(0, borderOf), 'line-width': 1 } },
    ];
  }
  if (job.cluster) {
    const grown = ['min', 18, ['+', 8, ['*', 2 / Math.LN2, ['ln', ['get', 'point_count']]]]];
    const radius = ['case', ['has', 'point_count'], grown, DISC.radius];
    return [{ id: 'fill', type: 'circle', source: 'data', paint: { 'circle-radius': radius, 'circle-color': colorsOf(0)[0] } }];
  }
  // The ring of a disc lies outside of its radius here, and on it elsewhere.
  const ring = { 'circle-stroke-color': DISC.color, 'circle-stroke-width': DISC.ring };
  const paint = { 'circle-radius': DISC.radius - DISC.ring / 2, 'circle-color': colorOf(0), ...ring };
  return [{ id: 'fill', type: 'circle', source: 'data', paint }];
}

class MapLibreAdapter {
  #picture = 0;
  #filtered = false;

  async load(job, box) {
    this.job = job;
    const source = { type: 'geojson', data: new URL(job.url, location.href).href, ...(job.cluster && { cluster: true, clusterRadius: CLUSTER_PX, clusterMaxZoom: 18 }) };
    this.layers = layersOf(job);
    const style = { version: 8, sources: { data: source }, layers: this.layers };
    this.map = new MapLibre({ container: box, style, center: job.center, zoom: job.zoom + ZOOM_SHIFT, fadeDuration: 0, attributionControl: false });
    await new Promise((resolve, reject) => {
      this.map.once('idle', resolve);
      this.map.once('error', ({ error }) => reject(error));
    });
  }

  async theme() {
    this.#picture = 1 - this.#picture;
    const point = this.job.kind === 'point';
    this.map.setPaintProperty('fill', point ? 'circle-color' : 'fill-color', colorOf(this.#picture));
    if (!point) this.map.setPaintProperty('border', 'line-color', colorOf(this.#picture, borderOf));
    await this.#idle();
  }

  async filter() {
    this.#filtered = !this.#filtered;
    for (const { id } of this.layers) this.map.setFilter(id, this.#filtered ? ['>=', ['get', 'value'], LEAST] : null);
    await this.#idle();
  }

  async zoomTo(zoom) {
    this.map.jumpTo({ zoom: zoom + ZOOM_SHIFT });
    await this.#idle();
  }

  hit(x, y) {
    return this.map.queryRenderedFeatures([x, y], { layers: ['fill'] })[0];
  }

  attributes(feature) {
    return feature.properties;
  }

  async rest() {
    this.map.triggerRepaint();
    await this.#idle();
  }

  remove() {
    this.map.remove();
  }

  #idle() {
    return new Promise((resolve) => this.map.once('idle', resolve));
  }
}

start(() => new MapLibreAdapter());
