import { describe, expect, it } from 'vitest';
import { describeUrl, exportUrl, identifyUrl, tileUrl, timeSpan, wkidOf, type ArcgisView } from './arcgis-request.js';

const view: ArcgisView = { url: '/gis/rest/services/qd/MapServer/?f=json&proxy=1', layers: [], layerDefs: '', format: 'png32', opaque: false, time: '', params: '' };
const query = (url: string): Record<string, string> => Object.fromEntries(new URLSearchParams(url.replace(/^[^?]*\?/, '')));

describe('requests to ArcGIS', () => {
  it('have x first in degrees too, and the number of the system', () => {
    const url = exportUrl(view, 'EPSG:4490', [120, 36, 121, 36.5], [512, 256], 2);
    expect(url).toMatch(/^\/gis\/rest\/services\/qd\/MapServer\/export\?/);
    expect(query(url)).toEqual({ proxy: '1', bbox: '120,36,121,36.5', bboxSR: '4490', imageSR: '4490', size: '512,256', dpi: '192', format: 'png32', transparent: 'true', f: 'image' });
    expect(query(exportUrl({ ...view, layers: ['0', '2'], layerDefs: '{"0":"A>1"}', time: '2024', opaque: true }, 'EPSG:3857', [0, 0, 1, 1], [1, 1], 1))).toMatchObject({
      layers: 'show:0,2', layerDefs: '{"0":"A>1"}', time: '1704067200000,1735689599999', transparent: 'false', bboxSR: '102100', dpi: '96',
    });
  });

  it('escape braces, which Tomcat refuses', () => {
    expect(exportUrl({ ...view, layerDefs: '{"0":"A>1"}' }, 'EPSG:4490', [0, 0, 1, 1], [1, 1], 1)).not.toMatch(/[{}]/);
  });

  it('go below the service, and keep what a gateway wants', () => {
    expect(tileUrl({ url: '/x/MapServer', params: '' }, { level: '9', row: 3, column: 7 })).toBe('/x/MapServer/tile/9/3/7');
    expect(describeUrl({ url: 'http://h/x/MapServer?tk=a', params: 'b=1' })).toBe('http://h/x/MapServer?tk=a&b=1&f=json');
  });

  it('ask about a place in a small picture around it', () => {
    expect(query(identifyUrl({ ...view, layers: ['1'] }, 'EPSG:4490', { place: [120.5, 36], resolution: 0.01 }))).toMatchObject({
      geometry: '120.5,36', sr: '4490', mapExtent: '119.995,35.495,121.005,36.505', imageDisplay: '101,101,96', layers: 'visible:1', returnFieldName: 'true',
    });
  });

  it('know systems by their numbers only', () => {
    expect(['EPSG:4549', 'epsg:900913', 'qingdao', ''].map(wkidOf)).toEqual(['4549', '102100', '', '']);
  });

  it.each([
    ['2024-07', '1719792000000,1722470399999'],
    ['2024-07-01T06:00:00Z', '1719813600000'],
    ['2023/2024', '1672531200000,1735689599999'],
    ['1719813600000,1719813600001', '1719813600000,1719813600001'],
    ['soon', ''],
  ])('write %s as milliseconds', (time, written) => {
    expect(timeSpan(time)).toBe(written);
  });
});
