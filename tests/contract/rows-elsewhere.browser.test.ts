/** Elements that read rows one by one say of rows that stay with a server what they say of rows in the page, of few and of more than may come. */
import { expect } from '@open-wc/testing';
import type { Dataset } from '@yizhangtu/data/model';
import './all-elements.js';
import { devices, parcels, ROWS_CASES, staff, storms, vessels, type RowsCase } from './rows-elsewhere.js';
import { served } from './served.js';
import { settled, stage, textOf, until } from './stage.js';

type Datasets = Readonly<Record<string, { setFilter: Dataset['setFilter'] }>>;

async function shown({ tag, properties }: RowsCase, datasets: Datasets): Promise<HTMLElement> {
  const element = Object.assign(document.createElement(tag), { lang: 'zh-CN' }, properties, datasets);
  document.body.append(element);
  await settled(element);
  return element;
}

/** They are the same as soon as the server has answered. */
async function same(there: HTMLElement, here: HTMLElement, when: string): Promise<void> {
  // Seldom, for reading all the words takes longer than a frame.
  for (let turn = 0; turn < 60; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (![there, here].some((one) => one.hasAttribute('stale')) && textOf(there) === textOf(here)) return;
  }
  expect(textOf(there), when).to.equal(textOf(here));
}

describe('elements that read rows', () => {
  for (const one of ROWS_CASES) {
    const rows = one.rows();
    it(`<${one.tag}> of ${rows.rowCount} rows`, async () => {
      const all = { dataset: one.rows, ...one.more };
      const here = Object.fromEntries(Object.entries(all).map(([name, make]) => [name, make()]));
      const there = Object.fromEntries(await Promise.all(Object.entries(all).map(async ([name, make]) => [name, await served(make())] as const)));
      const [one_, other] = [await shown(one, here), await shown(one, there)];
      const isLarge = rows.rowCount > 20_000;
      if (!isLarge) await same(other, one_, 'unfiltered');
      for (const [key, filter, name = 'dataset'] of one.filters ?? []) {
        for (const datasets of [here, there]) (datasets as Datasets)[name]?.setFilter(key, filter);
        const last = one.filters?.[one.filters.length - 1]?.[0] === key;
        if (!isLarge || last) await same(other, one_, key);
      }
      if (isLarge) await same(other, one_, 'filtered');
      expect(textOf(other)).not.to.include('需要逐行数据');
      one_.remove();
      other.remove();
    });
  }
});

describe('more rows than may come', () => {
  it('cannot be drawn from: no list is frozen, and the panel says how many there are', async () => {
    const panel = await shown({ tag: 'yzt-random-draw', rows: () => devices(24_000) }, { dataset: await served(devices(24_000)), staff: await served(staff()) });
    await until(() => textOf(panel).includes('24,000'), 'the sentence');
    expect(textOf(panel)).to.include('scope-field').and.not.to.include('冻结名录');
    panel.remove();
  });

  it('of inspectors leave nothing to freeze', async () => {
    const many = await served(devices(24_000));
    const panel = await shown({ tag: 'yzt-random-draw', rows: () => devices(30) }, { dataset: await served(devices(30)), staff: many });
    await until(() => textOf(panel).includes('24,000'), 'the sentence');
    const freeze = [...(panel.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.trim() === '冻结名录');
    expect([freeze?.disabled, textOf(panel).includes('检查对象 30 个')]).to.deep.equal([true, true]);
    panel.remove();
  });

  for (const [tag, rows] of [['yzt-vessel-layer', vessels], ['yzt-typhoon-layer', storms], ['yzt-land-use-layer', parcels]] as const) {
    it(`are said by <${tag}>, which draws none until they are filtered`, async () => {
      const scene = await stage();
      const there = await served(rows(24_000));
      const layer = Object.assign(document.createElement(tag), { dataset: there }) as HTMLElementTagNameMap[typeof tag];
      layer.addEventListener('yzt-error', (event) => event.preventDefault());
      scene.map.append(layer);
      await until(() => layer.error !== undefined, 'the error');
      expect(layer.error?.text.zh).to.include('24,000');
      expect(layer.layerDataset?.rowCount ?? 0).to.equal(0);
      const [field = ''] = there.columns.map(({ name }) => name).filter((name) => ['mmsi', 'storm', 'town'].includes(name));
      const [value = ''] = [...rows(24_000).allGroups(field).keys()];
      there.setFilter(field, { kind: 'in', field, values: [value as string] });
      await until(() => layer.error === undefined && (layer.layerDataset?.rowCount ?? 0) > 0, 'rows');
      scene.remove();
    });
  }
});
