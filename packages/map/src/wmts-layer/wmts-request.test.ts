import { describe, expect, it } from 'vitest';
import { capabilitiesUrl, tileUrl, type WmtsView } from './wmts-request.js';

const view: WmtsView = { url: '/wmts?request=GetCapabilities&map=a', layer: 'img', style: 'default', matrixSet: 'c', format: 'image/png', params: '' };
const tile = { matrix: 'EPSG:4490:12', row: 612, column: 3417 };

describe('the address of a tile', () => {
  it('has parameters', () => {
    expect(tileUrl({ ...view, time: ['Time', '2024'], params: 'tk=k' }, tile)).toBe(
      '/wmts?map=a&tk=k&SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default&TILEMATRIXSET=c&FORMAT=image/png&TILEMATRIX=EPSG:4490:12&TILEROW=612&TILECOL=3417&TIME=2024',
    );
  });

  it('fills a template, names in any case, and leaves what it does not know', () => {
    const url = '/rest/{Layer}/{style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png?x={other}';
    expect(tileUrl({ ...view, url, time: ['time', '2024-07'], layer: '影像/一' }, tile)).toBe('/rest/%E5%BD%B1%E5%83%8F%2F%E4%B8%80/default/2024-07/c/EPSG:4490:12/612/3417.png?x={other}');
    expect(tileUrl({ ...view, params: 'tk=k' }, tile, '/t/{TileMatrix}/{TileRow}/{TileCol}')).toBe('/t/EPSG:4490:12/612/3417?tk=k');
  });
});

it('capabilities are asked of a service by parameters, and a document as it is', () => {
  expect(capabilitiesUrl(view)).toBe('/wmts?map=a&SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetCapabilities');
  expect(capabilitiesUrl({ url: '/1.0.0/WMTSCapabilities.xml', params: '' })).toBe('/1.0.0/WMTSCapabilities.xml');
});
