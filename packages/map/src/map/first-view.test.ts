import { describe, expect, test } from 'vitest';
import OlView from 'ol/View.js';
import { fromLonLat } from 'ol/proj.js';
import { AskedView } from './asked-view.js';
import { firstView } from './first-view.js';

const SIZE = [1280, 800] as const;

function asked(change: Partial<AskedView> = {}): AskedView {
  return Object.assign(new AskedView(), { center: [120.38, 36.07], zoom: 10 }, change);
}

describe('the frame a map begins with', () => {
  test('is the one that OpenLayers shows', () => {
    for (const zoom of [3, 7.25, 10, 17.999, 28]) {
      for (const center of [[120.38, 36.07], [-179, -60], [0, 0]] as const) {
        const view = new OlView({ center: fromLonLat([...center]), zoom });
        view.setViewportSize([...SIZE]);
        const { center: olCenter, resolution, rotation } = view.getState();
        const first = firstView(asked({ center, zoom }), SIZE, 2);
        expect(first).toMatchObject({ zoom, rotation, size: SIZE, width: 2560, height: 1600, projection: 'EPSG:3857' });
        expect((first?.resolution ?? 0) / resolution).toBeCloseTo(1, 12);
        expect(first?.center[0]).toBeCloseTo(olCenter[0] as number, 6);
        expect(first?.center[1]).toBeCloseTo(olCenter[1] as number, 6);
      }
    }
  });

  test.each([
    ['another projection', asked({ limits: { projection: 'EPSG:4490' } })],
    ['a box that cannot be left', asked({ limits: { projection: 'EPSG:3857', maxBounds: [119, 35, 122, 37] } })],
    ['a turned view', asked({ rotation: 4 })],
    ['a zoom beyond the limits', asked({ limits: { projection: 'EPSG:3857', minZoom: 11 } })],
    ['a world smaller than the map', asked({ zoom: 2 })],
    ['the edge of the world', asked({ center: [0, 84], zoom: 5 })],
  ])('is left to OpenLayers: %s', (_what, view) => {
    expect(firstView(view, SIZE, 1)).toBeUndefined();
  });

  test('is none for a map without a size', () => {
    expect(firstView(asked(), [0, 0], 1)).toBeUndefined();
  });
});
