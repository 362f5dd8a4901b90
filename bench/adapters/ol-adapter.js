// What all ways to draw with raw OpenLayers share.
import 'ol/ol.css';
import GeoJSON from 'ol/format/GeoJSON.js';
import OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import View from 'ol/View.js';
import { borderOf, classOf, colorsOf, DISC, fillOf, LEAST } from '../page/look.js';

/** A style a class, made once. */
function classStyle(kind, color) {
  if (kind === 'polygon') return new Style({ fill: new Fill({ color: fillOf(color) }), stroke: new Stroke({ color: borderOf(color), width: 1 }) });
  const ring = new Stroke({ color: DISC.color, width: DISC.ring });
  return new Style({ image: new CircleStyle({ radius: DISC.radius, fill: new Fill({ color }), stroke: ring }) });
}

/** Styles of both pictures, as a style function of OpenLayers with what is chosen now. */
export class FeatureStyles {
  picture = 0;
  least = -Infinity;
  #styles;

  constructor(kind) {
    this.#styles = [0, 1].map((picture) => colorsOf(picture).map((color) => classStyle(kind, color)));
  }

  of = (feature) => {
    const value = feature.get('value');
    if (value < this.least) return undefined;
    return this.#styles[this.picture][classOf(this.picture, { kind: feature.get('kind'), value })];
  };
}

/** Style of a cluster: a disc that grows with its number; kept by number. */
export function clusterStyles(countOf) {
  const kept = new Map();
  return (feature) => {
    const count = countOf(feature);
    if (!kept.has(count)) {
      const fill = new Fill({ color: colorsOf(0)[0] });
      const image = new CircleStyle({ radius: count === 1 ? DISC.radius : Math.min(18, 8 + 2 * Math.log2(count)), fill });
      kept.set(count, new Style({ image, ...(count > 1 && { text: new Text({ text: String(count), fill: new Fill({ color: '#fff' }) }) }) }));
    }
    return kept.get(count);
  };
}

/** A source that loads the file of a job, and the promise that it has. */
function sourceOf(job, format) {
  const source = new VectorSource({ url: job.url, format });
  const loaded = new Promise((resolve, reject) => {
    source.once('featuresloadend', resolve);
    source.once('featuresloaderror', () => reject(new Error(`${job.url} did not load`)));
  });
  return { source, loaded };
}

/** Resolves when OpenLayers says that the map is drawn. */
export function drawn(map) {
  return new Promise((resolve) => {
    map.once('rendercomplete', resolve);
    map.render();
  });
}

/** A map of OpenLayers with one layer of features. Subclasses say which layer. */
export class OlAdapter {
  format = new GeoJSON();

  async load(job, box) {
    this.styles = new FeatureStyles(job.kind);
    this.source = sourceOf(job, this.format);
    this.layer = this.makeLayer(job);
    const view = new View({ center: fromLonLat(job.center), zoom: job.zoom });
    this.map = new OlMap({ target: box, layers: [this.layer], view, controls: [], pixelRatio: 1 });
    await this.source.loaded;
    await drawn(this.map);
  }

  async theme() {
    this.styles.picture = 1 - this.styles.picture;
    this.layer.changed();
    await drawn(this.map);
  }

  async filter() {
    this.styles.least = this.styles.least === LEAST ? -Infinity : LEAST;
    this.layer.changed();
    await drawn(this.map);
  }

  async zoomTo(zoom) {
    this.map.getView().setZoom(zoom);
    await drawn(this.map);
  }

  hit(x, y) {
    return this.map.forEachFeatureAtPixel([x, y], (feature) => feature);
  }

  attributes(feature) {
    const { geometry, ...rest } = feature.getProperties();
    return geometry ? rest : {};
  }

  rest() {
    return drawn(this.map);
  }

  remove() {
    this.map.setTarget(undefined);
    this.layer.dispose(); // a map leaves its layers alone, and those of WebGL hold a canvas
    this.map.dispose();
  }
}
