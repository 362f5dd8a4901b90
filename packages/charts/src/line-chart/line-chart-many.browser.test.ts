/** Lines of very many places. */
import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { YztLineChart } from './index.js';
import { all, chartOf, FIRST, settled, texts } from './line-chart.fixture.js';

describe('<yzt-line-chart> of very many places', () => {
  it('draws a hundred thousand values as few points, peaks kept', async () => {
    const count = 100_000;
    const time = Array.from({ length: count }, (_, index) => new Date(FIRST + index * 60_000));
    const v = Float64Array.from({ length: count }, (_, index) => (index === 77_777 ? 999 : Math.sin(index / 500)));
    const chart = await fixture<YztLineChart>(
      html`<yzt-line-chart .dataset=${Dataset.fromColumns({ columns: { time, v } })} group-by="time" measure="mean:v" extremes="ends"></yzt-line-chart>`,
    );
    // So many groups are counted in slices.
    await waitUntil(() => all(chart, 'path.line').length > 0, 'drawn', { timeout: 10_000 });
    await settled(chart);
    expect(all(chart, 'path.line')[0]?.getAttribute('d')?.length).to.be.lessThan(80_000);
    expect(texts(chart)).to.include('999.0');
  });

  it('makes the line of very many places in slices: the drawing, sentence and file of the same values given plainly', async () => {
    const count = 120_000;
    const place = Float64Array.from({ length: count }, (_, index) => ((index * 7919) % count) / 8);
    const level = place.map((at) => Math.sin(at / 300) * 50 + (at % 7));
    level[4711] = 400;
    const chart = await chartOf(Dataset.fromColumns({ columns: { place, level } }), { groupBy: 'place', lang: 'zh-CN' });
    await waitUntil(() => all(chart, 'path.line').length > 0 && !chart.hasAttribute('stale'), 'drawn again', { timeout: 10_000 });
    const data = [...place].map((key, index) => ({ key, value: level[index] as number }));
    const plain = await fixture<YztLineChart>(html`<yzt-line-chart .data=${data} .digits=${1} label="潮位" lang="zh-CN"></yzt-line-chart>`);
    await settled(plain);
    expect(all(chart, 'path.line')[0]?.getAttribute('d')).to.equal(all(plain, 'path.line')[0]?.getAttribute('d'));
    expect(all(chart, 'figcaption, .hidden-text').map((one) => one.textContent)).to.deep.equal(all(plain, 'figcaption, .hidden-text').map((one) => one.textContent));
    const lines = async (one: YztLineChart): Promise<string[]> => (await (await one.toCsv()).text()).split('\r\n').slice(1);
    const written = await lines(chart);
    expect(written).to.have.length(count + 1);
    expect(written).to.deep.equal(await lines(plain));
  });
});
