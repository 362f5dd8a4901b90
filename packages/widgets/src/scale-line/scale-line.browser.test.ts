import { expect, fixture, html } from '@open-wc/testing';
import { mapPage, part, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztScaleLine } from './index.js';

/** Length the line claims for its width, metres a pixel. */
function claimed(line: YztScaleLine): number {
  const [, number = '', unit = ''] = /([\d,.]+) (\S+)/.exec(part(line, '.length').textContent ?? '') ?? [];
  const metres = Number(number.replace(/,/g, '')) * ({ 米: 1, 公里: 1000, 海里: 1852 }[unit] ?? NaN);
  return metres / part(line, '.bar').getBoundingClientRect().width;
}

describe('yzt-scale-line', () => {
  it('is right at the latitude of the centre, in Web Mercator and in a metre grid', async () => {
    const { map } = await mapPage(venues());
    const line = await fixture<YztScaleLine>(html`<yzt-scale-line for="m"></yzt-scale-line>`);
    for (const [projection, lat] of [
      ['EPSG:3857', 0],
      ['EPSG:3857', 36],
      ['EPSG:3857', 60],
      ['EPSG:4490', 36],
      ['EPSG:4549', 36],
    ] as const) {
      map.projection = projection;
      await settled(150);
      map.center = [120, lat];
      map.zoom = 11;
      await settled(150);
      // The same stretch of the map, measured between two pixels of the same row.
      const [a, b] = [map.lonLatOf([300, 250]), map.lonLatOf([400, 250])] as [[number, number], [number, number]];
      const radius = 6378137 / Math.sqrt(1 - 0.00669438 * Math.sin((a[1] * Math.PI) / 180) ** 2);
      const metres = radius * Math.cos((a[1] * Math.PI) / 180) * Math.abs(b[0] - a[0]) * (Math.PI / 180);
      expect(claimed(line) / (metres / 100), `${projection} at ${lat}`).to.be.closeTo(1, 0.015);
    }
    await expect(line).to.be.accessible();
  });

  it('counts nautical miles and says the numeric scale', async () => {
    await mapPage(venues());
    const line = await fixture<YztScaleLine>(html`<yzt-scale-line for="m" units="nautical" ratio></yzt-scale-line>`);
    await settled();
    expect(words(line)).to.match(/海里.*1:\d/);
    line.noLine = true;
    await line.updateComplete;
    expect(words(line)).to.match(/^1:[\d,]+$/);
  });

  it('shows nothing without a map', async () => {
    const line = await fixture<YztScaleLine>(html`<yzt-scale-line for="none"></yzt-scale-line>`);
    expect(words(line)).to.equal('');
  });
});
