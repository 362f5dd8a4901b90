import '../bar-chart/index.js';
import type { YztBarChart } from '../bar-chart/index.js';
import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

const rows = (count: number): Dataset =>
  Dataset.fromColumns({ columns: { type: Array.from({ length: count }, (_, row) => (row % 4 === 0 ? '球场' : '步道')), area: Float64Array.from({ length: count }, (_, row) => row) } });

/** Whether a chart that changes is drawn before the next task begins, where finding the rows that pass takes long. */
async function drawnInOneTask(count: number): Promise<boolean> {
  const dataset = rows(count);
  const chart = await fixture<YztBarChart>(html`<yzt-bar-chart .dataset=${dataset} group-by="type"></yzt-bar-chart>`);
  const words = (): string => (chart.shadowRoot?.querySelector('svg')?.textContent ?? '').replace(/[^\d]+/g, '');
  await waitUntil(() => words().includes(String(count * 0.75)));
  const { now } = performance;
  let ms = 0;
  performance.now = () => ms;
  dataset.passing = (ignore) => {
    ms += 20;
    return Dataset.prototype.passing.call(dataset, ignore);
  };
  try {
    dataset.setFilter('area', { kind: 'range', field: 'area', min: 1000 });
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    const atOnce = words().includes(String(count * 0.75 - 750));
    await waitUntil(() => words().includes(String(count * 0.75 - 750)));
    return atOnce;
  } finally {
    performance.now = now;
  }
}

describe('charts of very many rows', () => {
  it('are drawn in a task of their own where the question took long', async () => {
    expect(await drawnInOneTask(100_000)).to.equal(false);
  });

  it('are drawn at once of few rows', async () => {
    expect(await drawnInOneTask(4000)).to.equal(true);
  });
});
