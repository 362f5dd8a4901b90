import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset } from '@yizhangtu/data/model';
import '../map/index.js';
import '../hexbin-layer/index.js';
import '../point-layer/index.js';

/** So many rows that a drawn area takes a while. */
const ROWS = 120_000;
const ring = Array.from({ length: 50 }, (_, i) => [120.4 + 0.2 * Math.cos(i / 8), 36 + 0.2 * Math.sin(i / 8)] as const);

describe('a layer of very many rows', () => {
  for (const tag of ['yzt-point-layer', 'yzt-hexbin-layer'] as const) {
    it(`is stale while a filter is being looked for: ${tag}`, async () => {
      const dataset = Dataset.fromColumns({ coordinates: Float64Array.from({ length: 2 * ROWS }, (_, i) => (i % 2 ? 35.9 : 120.3) + (i % 997) / 4000) });
      const map = await fixture(html`<yzt-map no-basemap></yzt-map>`);
      const layer = Object.assign(document.createElement(tag), { dataset });
      map.append(layer);
      await layer.updateComplete;
      expect(layer.hasAttribute('stale')).to.equal(false);

      // It may be stale for some milliseconds only, so it is watched, not looked at now and then.
      let stale = false;
      const watch = new MutationObserver(() => (stale ||= layer.hasAttribute('stale')));
      watch.observe(layer, { attributeFilter: ['stale'] });
      dataset.setFilter('area', { kind: 'shape', rings: [ring] });
      await dataset.filtering;
      await waitUntil(() => stale && !layer.hasAttribute('stale'), 'in force', { timeout: 10_000 });
      watch.disconnect();
    });
  }
});
