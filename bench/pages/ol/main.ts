import 'ol/ol.css';
import GeoJSON from 'ol/format/GeoJSON';
import VectorLayer from 'ol/layer/Vector';
import OlMap from 'ol/Map';
import Overlay from 'ol/Overlay';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import View from 'ol/View';

const source = new VectorSource({ url: new URL('../data/polygons.geojson', document.baseURI).href, format: new GeoJSON() });
const style = { 'fill-color': 'rgba(47,111,214,0.75)', 'stroke-color': '#ffffff', 'stroke-width': 1 };
const layer = new VectorLayer({ source, style });
const tip = new Overlay({ element: document.getElementById('tip') ?? undefined });
const map = new OlMap({
  target: 'map',
  layers: [layer],
  overlays: [tip],
  view: new View({ center: fromLonLat([120.4, 36.1]), zoom: 10 }),
});
map.on('click', (event) => {
  const feature = map.forEachFeatureAtPixel(event.pixel, (hit) => hit);
  const element = tip.getElement();
  if (element) element.textContent = feature ? String(feature.get('name')) : '';
  tip.setPosition(feature ? event.coordinate : undefined);
});
