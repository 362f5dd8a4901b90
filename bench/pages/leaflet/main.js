import 'leaflet/dist/leaflet.css';
import { geoJSON, map as newMap } from 'leaflet';

const map = newMap('map', { preferCanvas: true }).setView([36.1, 120.4], 10);
const answer = await fetch(new URL('../data/polygons.geojson', document.baseURI));
const style = { color: '#fff', weight: 1, fillColor: '#2f6fd6', fillOpacity: 0.75 };
geoJSON(await answer.json(), { style }).bindPopup((layer) => layer.feature.properties.name).addTo(map);
