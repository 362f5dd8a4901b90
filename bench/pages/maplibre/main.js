import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, Popup, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);
const style = {
  version: 8,
  sources: { data: { type: 'geojson', data: new URL('../data/polygons.geojson', document.baseURI).href } },
  layers: [
    { id: 'fill', type: 'fill', source: 'data', paint: { 'fill-color': '#2f6fd6', 'fill-opacity': 0.75 } },
    { id: 'border', type: 'line', source: 'data', paint: { 'line-color': '#fff', 'line-width': 1 } },
  ],
};
const map = new MapLibre({ container: 'map', style, center: [120.4, 36.1], zoom: 9 });
map.on('click', 'fill', ({ lngLat, features }) => new Popup().setLngLat(lngLat).setText(features[0].properties.name).addTo(map));
