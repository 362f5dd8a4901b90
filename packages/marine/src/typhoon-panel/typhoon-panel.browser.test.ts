import { expect, fixture, html } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import './index.js';
import type { YztTyphoonPanel } from './typhoon-panel.js';

const START = Date.UTC(2019, 7, 11);

/** Two storms; the first with three positions, of which only the first has radii. The name of the second is an attack that must stay text. */
function storms(): Dataset {
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.of(120, 34, 120, 35, 120, 37, 150, 20),
      columns: {
        storm: ['a', 'a', 'a', 'b'],
        name: ['利奇马', '利奇马', '利奇马', '<img src=x onerror="window.hacked=1">'],
        time: [0, 6, 12, 0].map((hours) => new Date(START + hours * 3_600_000)),
        windMs: [34, 23, 20, null],
        r7NeKm: [300, null, null, null],
      },
    },
    { provenance: { source: '示例', example: true } },
  );
}

const words = (panel: YztTyphoonPanel): string => (panel.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
async function settled(panel: YztTyphoonPanel): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await panel.updateComplete;
}

describe('yzt-typhoon-panel', () => {
  it('chooses a storm by a filter that every view follows, and shows its state at the last time that passes', async () => {
    const data = storms();
    const panel = await fixture<YztTyphoonPanel>(html`<yzt-typhoon-panel .dataset=${data}></yzt-typhoon-panel>`);
    await settled(panel);
    expect(words(panel)).to.include('图上有 2 个台风').and.to.include('示例数据').and.to.include('<img');
    const select = panel.shadowRoot?.querySelector('select') as HTMLSelectElement;
    select.value = 'a';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(panel);
    // Whoever shows the filter says the storm by its name, not by its id.
    expect(data.filters.get('storm')).to.deep.equal({ kind: 'in', field: 'storm', values: ['a'], label: { zh: '台风：利奇马（2019年）', en: 'Storm: 利奇马 (2019)' } });
    expect(words(panel)).to.include('20 m/s（8级）').and.to.include('热带风暴').and.to.include('没有风圈半径');
    data.setFilter('time', { kind: 'range', field: 'time', max: START });
    await settled(panel);
    expect(words(panel)).to.include('34 m/s（12级）').and.to.include('300').and.to.include('距青岛232 km');
    // The nearest is of the whole track, not of what the time slider leaves.
    expect(words(panel)).to.include('路径最近34 km');
    await expect(panel).to.be.accessible();
    select.value = '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(panel);
    expect(data.filters.has('storm')).to.equal(false);
  });

  it('begins with the storm of the page, and tells distances to its place, in English', async () => {
    const data = storms();
    const panel = await fixture<YztTyphoonPanel>(html`<yzt-typhoon-panel lang="en" storm="a" place="119.5 35.4" place-label="Rizhao" .dataset=${data}></yzt-typhoon-panel>`);
    await settled(panel);
    expect(words(panel)).to.match(/From Rizhao\d+ km, to the NNE/);
    expect(panel.shadowRoot?.querySelector('select')?.value).to.equal('a');
  });

  it('says so where there are no storms', async () => {
    const panel = await fixture<YztTyphoonPanel>(html`<yzt-typhoon-panel .dataset=${Dataset.fromColumns({ columns: { name: ['x'] } })}></yzt-typhoon-panel>`);
    await settled(panel);
    expect(words(panel)).to.include('没有台风路径');
  });
});
