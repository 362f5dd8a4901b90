import '@eox/map';

const map = document.querySelector('eox-map');
map.center = [120.4, 36.1];
map.zoom = 10;
map.layers = [
  {
    type: 'Vector',
    properties: { id: 'data' },
    source: { type: 'Vector', url: new URL('../data/polygons.geojson', document.baseURI).href, format: 'GeoJSON' },
    style: { 'fill-color': 'rgba(47,111,214,0.75)', 'stroke-color': '#ffffff', 'stroke-width': 1 },
    interactions: [{ type: 'select', options: { id: 'select', condition: 'click', style: { 'stroke-color': '#17202b', 'stroke-width': 2 } } }],
  },
];
map.append(document.createElement('eox-map-tooltip'));
