import { describe, expect, it } from 'vitest';
import { bboxOf, capabilitiesUrl, dpiParams, formatOf, infoUrl, legendUrl, mapUrl, type WmsView } from './wms-request.js';

const LON_LAT = { code: 'EPSG:4490', northFirst: true };
const MERCATOR = { code: 'EPSG:3857', northFirst: false };
const view: WmsView = { url: '/wms?map=qd', version: '1.3.0', layers: 'plots,roads', styles: '', format: 'image/png', opaque: false, axisOrder: 'auto', params: '' };
const box = [120.1, 36, 120.2, 36.05] as const;

function asked(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url, 'http://x').searchParams);
}

describe('the order of the axes', () => {
  it('is latitude first in 1.3.0 where the registry has it so, x first everywhere else', () => {
    expect(bboxOf(box, view, LON_LAT)).toBe('36,120.1,36.05,120.2');
    expect(bboxOf(box, { ...view, version: '1.1.1' }, LON_LAT)).toBe('120.1,36,120.2,36.05');
    expect(bboxOf(box, view, MERCATOR)).toBe('120.1,36,120.2,36.05');
  });

  it('is what the page says of a service that has its own', () => {
    expect(bboxOf(box, { version: '1.3.0', axisOrder: 'xy' }, LON_LAT)).toBe('120.1,36,120.2,36.05');
    expect(bboxOf(box, { version: '1.1.1', axisOrder: 'yx' }, LON_LAT)).toBe('36,120.1,36.05,120.2');
  });

  it('writes numbers that every server reads', () => {
    expect(bboxOf([-1e-12, 1e-10, 0.1 + 0.2, 40534469.77123456], view, MERCATOR)).toBe('0,0,0.3,40534469.7712346');
  });
});

describe('requests', () => {
  it('ask for a picture in either version', () => {
    expect(asked(mapUrl({ ...view, time: '2024-07', cqlFilter: "a = '1&2'" }, LON_LAT, box, [400, 200], { DPI: 180 }))).toEqual({
      map: 'qd', SERVICE: 'WMS', VERSION: '1.3.0', REQUEST: 'GetMap', TIME: '2024-07', CQL_FILTER: "a = '1&2'", LAYERS: 'plots,roads', STYLES: '', FORMAT: 'image/png',
      TRANSPARENT: 'TRUE', CRS: 'EPSG:4490', WIDTH: '400', HEIGHT: '200', BBOX: '36,120.1,36.05,120.2', DPI: '180',
    });
    const old = asked(mapUrl({ ...view, version: '1.1.1', opaque: true }, LON_LAT, box, [400, 200]));
    expect([old['SRS'], old['CRS'], old['TRANSPARENT'], old['BBOX']]).toEqual(['EPSG:4490', undefined, 'FALSE', '120.1,36,120.2,36.05']);
  });

  it('do not let a parameter of the page become another request', () => {
    expect(asked(mapUrl({ ...view, params: 'REQUEST=DeleteAll&env=size:3' }, MERCATOR, box, [4, 2]))).toMatchObject({ REQUEST: 'GetMap', env: 'size:3' });
  });

  it('ask what is at the middle pixel', () => {
    const place = { place: [120.38, 36.06], resolution: 0.001, layers: 'plots', format: 'application/json', count: 5 } as const;
    const now = asked(infoUrl(view, LON_LAT, place));
    expect([now['I'], now['J'], now['WIDTH'], now['QUERY_LAYERS'], now['INFO_FORMAT'], now['FEATURE_COUNT']]).toEqual(['50', '50', '101', 'plots', 'application/json', '5']);
    expect(now['BBOX']?.split(',').map(Number).map((value) => Math.round(value * 1e6))).toEqual([36009500, 120329500, 36110500, 120430500]);
    expect(asked(infoUrl({ ...view, version: '1.1.1' }, LON_LAT, place))).toMatchObject({ X: '50', Y: '50' });
  });

  it('ask for the legend of one layer and for what the service has', () => {
    expect(asked(legendUrl(view, 'plots', 'plain'))).toMatchObject({ REQUEST: 'GetLegendGraphic', LAYER: 'plots', STYLE: 'plain', FORMAT: 'image/png', map: 'qd' });
    expect(capabilitiesUrl({ ...view, url: '/wms?service=WMS&request=GetMap' })).toBe('/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities');
  });
});

it('formats are written short or in full', () => {
  expect(['png', 'jpg', 'jpeg', '', 'image/png; mode=8bit'].map(formatOf)).toEqual(['image/png', 'image/jpeg', 'image/jpeg', 'image/png', 'image/png; mode=8bit']);
});

it('a fine screen is told to servers that know how', () => {
  expect(['geoserver', 'mapserver', 'qgis', ''].map((server) => dpiParams(server, 2))).toEqual([{ FORMAT_OPTIONS: 'dpi:180' }, { MAP_RESOLUTION: 180 }, { DPI: 180 }, {}]);
  expect(dpiParams('qgis', 1)).toEqual({});
});
