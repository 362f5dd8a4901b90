import { describe, expect, it } from 'vitest';
import { atNamedOrigin, elsewhere, paramsFrom, serviceAddress, withParams } from './service-address.js';

describe('serviceAddress', () => {
  it('drops what a copied address asks, and keeps what belongs to the service', () => {
    expect(serviceAddress(' /geoserver/wms?service=WMS&Request=GetCapabilities&VERSION=1.3.0#x ')).toBe('/geoserver/wms');
    expect(serviceAddress('/cgi-bin/mapserv?map=/srv/a.map&REQUEST=GetCapabilities&tk=a=b')).toBe('/cgi-bin/mapserv?map=/srv/a.map&tk=a=b');
    expect(serviceAddress('/wms?')).toBe('/wms');
  });
});

describe('withParams', () => {
  it('adds to a query, over what has the same name in any case', () => {
    expect(withParams('/wms?map=a&layers=old', { LAYERS: 'qd:a,qd:b', STYLES: '', TIME: undefined })).toBe('/wms?map=a&LAYERS=qd:a,qd:b&STYLES=');
  });

  it('escapes values, so that none becomes a parameter', () => {
    const url = withParams('/wms', { CQL_FILTER: "类 = '公园&绿地' AND a > 5" });
    expect(new URL(url, 'http://x').searchParams.get('CQL_FILTER')).toBe("类 = '公园&绿地' AND a > 5");
    expect([...new URL(url, 'http://x').searchParams.keys()]).toEqual(['CQL_FILTER']);
  });
});

describe('paramsFrom', () => {
  it('reads plain and escaped values', () => {
    expect(paramsFrom('?env=size:3;color:红&BUFFER=8&x=%E7%BA%A2&bad=%')).toEqual({ env: 'size:3;color:红', BUFFER: '8', x: '红', bad: '%' });
    expect(paramsFrom('')).toEqual({});
  });
});

describe('addresses in documents of a service', () => {
  const page = 'https://city.example/map/';
  it('are asked in the folder that a gateway has put before them', () => {
    const inner = 'http://gis-inner:8080/wmts/img/{z}/{x}.png';
    expect(atNamedOrigin('/gis/wmts/1.0.0/WMTSCapabilities.xml', inner, page)).toBe(`${new URL(page).origin}/gis/wmts/img/{z}/{x}.png`);
    expect(atNamedOrigin('/wmts', inner, page)).toBe(`${new URL(page).origin}/wmts/img/{z}/{x}.png`);
    expect(atNamedOrigin('/other/1.0.0/WMTSCapabilities.xml', inner, page)).toBe(`${new URL(page).origin}/wmts/img/{z}/{x}.png`);
    expect(atNamedOrigin('/gis/wmts/a.xml', '/wmts/{z}', page), 'the service knows its folder').toBe(`${new URL(page).origin}/wmts/{z}`);
  });

  it('are found to lie elsewhere', () => {
    expect(elsewhere('/wms', 'http://gis-inner:8080/wms?', page)).toBe('http://gis-inner:8080');
    expect(elsewhere('https://gis.example/wms', 'https://gis.example/other', page)).toBeUndefined();
    expect(elsewhere('/wms', '/wms?map=1', page)).toBeUndefined();
    expect(elsewhere('/wms', 'javascript:alert(1)', page)).toBeUndefined();
  });

  it('are asked of the origin that the page named', () => {
    expect(atNamedOrigin('https://gis.example/wmts', 'http://inner:80/rest/{TileMatrix}/{TileRow}.png?a=1', page)).toBe('https://gis.example/rest/{TileMatrix}/{TileRow}.png?a=1');
    expect(atNamedOrigin('/wmts', 'http://[', page)).toBeUndefined();
  });
});
