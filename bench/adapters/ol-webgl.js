import GeoJSON from 'ol/format/GeoJSON.js';
import WebGLVectorLayer from 'ol/layer/WebGLVector.js';
import { start } from '../page/case.js';
import { classOf, LEAST } from '../page/look.js';
import { VARIABLES, webglStyle } from './flat-style.js';
import { drawn, OlAdapter } from './ol-adapter.js';

/** Features with the number of their class. */
class Classed extends GeoJSON {
  readFeaturesFromObject(...args) {
    const features = super.readFeaturesFromObject(...args);
    for (const feature of features) feature.set('class', classOf(0, { kind: feature.get('kind') }), true);
    return features;
  }
}

class OlWebgl extends OlAdapter {
  #variables = { ...VARIABLES };
  format = new Classed();

  makeLayer(job) {
    return new WebGLVectorLayer({ source: this.source.source, style: webglStyle(job.kind), variables: this.#variables });
  }

  async theme() {
    this.#variables.picture = 1 - this.#variables.picture;
    this.layer.updateStyleVariables(this.#variables);
    await drawn(this.map);
  }

  async filter() {
    this.#variables.least = this.#variables.least === LEAST ? VARIABLES.least : LEAST;
    this.layer.updateStyleVariables(this.#variables);
    await drawn(this.map);
  }
}

start(() => new OlWebgl());
