import VectorImageLayer from 'ol/layer/VectorImage.js';
import { start } from '../page/case.js';
import { OlAdapter } from './ol-adapter.js';

class OlImage extends OlAdapter {
  makeLayer() {
    // One and a half times the view, so that a moved picture has no empty edges at once.
    return new VectorImageLayer({ source: this.source.source, style: this.styles.of, imageRatio: 1.5 });
  }
}

start(() => new OlImage());
