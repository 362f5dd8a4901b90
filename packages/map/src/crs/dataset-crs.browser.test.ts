import { expect, oneEvent } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import type { YztError } from '@yizhangtu/base/errors';
import { readyMap } from '../shared/map.fixture.js';

/** A point in metres of a system, as old GeoJSON names it. */
function data(crs: string, east: number, north: number): object {
  return { type: 'FeatureCollection', crs: { type: 'name', properties: { name: crs } }, features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [east, north] } }] };
}

describe('a dataset beside a map', () => {
  it('is read in the systems the map knows, and refused in others by name', async () => {
    await readyMap();
    const element = document.createElement('yzt-dataset');
    document.body.append(element);
    await element.updateComplete;
    const load = (input: object, event: 'yzt-load' | 'yzt-error') => {
      element.data = input;
      return oneEvent(element, event);
    };
    element.addEventListener('yzt-error', (event) => event.preventDefault());
    for (const [crs, east] of [['EPSG:4549', 534_469.77], ['urn:ogc:def:crs:EPSG::4528', 40_534_469.77]] as const) {
      await load(data(crs, east, 3_992_467.72), 'yzt-load');
      const [lon = 0, lat = 0] = element.dataset.bounds ?? [];
      expect(lon).to.be.closeTo(120.3826, 1e-6);
      expect(lat).to.be.closeTo(36.0618, 1e-6);
    }
    const { detail } = (await load(data('EPSG:2385', 534_469, 3_992_467), 'yzt-error')) as CustomEvent<YztError>;
    expect(detail.code).to.equal('unknown-crs');
    expect(detail.message).to.contain('setDatumShift');
    const other = (await load(data('EPSG:25832', 534_469, 3_992_467), 'yzt-error')) as CustomEvent<YztError>;
    expect(other.detail.message).to.contain('EPSG:25832');
    element.remove();
  });
});
