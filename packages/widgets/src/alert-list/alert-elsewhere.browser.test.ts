import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset, type DatasetLike } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { elsewhere } from '../shared/elsewhere.fixture.js';
import { mapPage, part, parts, settled, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztAlertList } from './index.js';

const LEVELS = ['红色', '橙色', '黄色', '蓝色'];
const STATES = ['发布', '更新', '发布', '解除', '发布'];

/** So many warnings, in no order of theirs. */
function warnings(count: number, newest = 0): Dataset {
  const rows = Array.from({ length: count }, (_, row) => row);
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from(rows.flatMap((row) => [120 + (row % 100) / 100, 36 + (row % 7) / 100])),
      ids: rows,
      columns: {
        title: rows.map((row) => `第${row}号预警`),
        level: rows.map((row) => LEVELS[(row * 7) % 4] as string),
        status: rows.map((row) => STATES[(row * 3) % 5] as string),
        issuedAt: rows.map((row) => new Date(Date.UTC(2022, 8, 1) + ((row * 37) % 1000) * 36e5 + (row === newest ? 1e11 : 0))),
        issuer: rows.map((row) => `单位${row % 50}`),
      },
    },
    { provenance: { example: true } },
  );
}

async function listOf(data: DatasetLike, attributes: Partial<YztAlertList> = {}): Promise<YztAlertList> {
  const list = await fixture<YztAlertList>(html`<yzt-alert-list></yzt-alert-list>`);
  Object.assign(list, { titleField: 'title', fields: 'issuer' }, attributes, { dataset: data });
  await settled(60);
  return list;
}

const all = (list: YztAlertList): string => parts(list, '.level, .alert').map((one) => `${one.getAttribute('aria-pressed')} ${one.textContent?.replace(/\s+/g, ' ').trim()}`).join('\n');

/** The list of data elsewhere says what that of data in the page says. */
async function sameAs(there: YztAlertList, here: YztAlertList, when: string): Promise<void> {
  await waitUntil(() => !there.hasAttribute('stale') && all(there) === all(here), undefined, { timeout: 5000 }).catch(() => undefined);
  expect(all(there), when).to.equal(all(here));
  expect(parts(there, '.alert').length, when).to.be.greaterThan(0);
}

describe('yzt-alert-list of data elsewhere', () => {
  for (const count of [300, 25_000]) {
    it(`has levels, order, badges and filters of data in the page, of ${count} rows`, async () => {
      const [here, there] = [warnings(count), await elsewhere(warnings(count))];
      const issuer = { kind: 'in', field: 'issuer', values: ['单位3', '单位8'] } as const;
      for (const data of [here, there]) data.setFilter('issuer', issuer);
      const [one, other] = [await listOf(here), await listOf(there)];
      await sameAs(other, one, 'filtered');
      for (const list of [one, other]) parts(list, '.level')[1]?.click();
      await settled();
      await sameAs(other, one, 'one level');
      expect(parts(other, '.level')[0]?.textContent).not.to.match(/ 0\s*$/);
      for (const list of [one, other]) list.inForce = true;
      await sameAs(other, one, 'in force');
      for (const data of [here, there]) data.setFilter('level', undefined);
      await sameAs(other, one, 'all levels again');
    });
  }

  it('says how many there are of too many, and shows none of them', async () => {
    const there = await elsewhere(warnings(25_000));
    const list = await listOf(there, { lang: 'zh-CN' });
    await waitUntil(() => words(list).includes('请先筛选'), words(list), { timeout: 5000 });
    expect(words(list)).to.include('25,000');
    expect(parts(list, '.alert')).to.have.length(0);
    there.setFilter('issuer', { kind: 'in', field: 'issuer', values: ['单位3'] });
    await waitUntil(() => parts(list, '.alert').length === 20, 'warnings', { timeout: 5000 });
    there.setFilter('issuer', undefined);
    await waitUntil(() => words(list).includes('请先筛选'), words(list), { timeout: 5000 });
    expect(parts(list, '.alert')).to.have.length(0);
  });

  it('selects for all views and flies the map there', async () => {
    const there = await elsewhere(warnings(50));
    const { map } = await mapPage(warnings(1));
    map.zoom = 5;
    const list = await listOf(there, { for: 'm' });
    await waitUntil(() => parts(list, '.alert').length > 0, 'warnings', { timeout: 5000 });
    part(list, '.alert').click();
    await settled(900);
    const [row = -1] = there.selection;
    expect(part(list, '.title').textContent).to.equal(there.value(row, 'title'));
    expect(part(list, '.alert').getAttribute('aria-pressed')).to.equal('true');
    expect(map.zoom).to.be.closeTo(9, 1e-3);
  });

  it('says a warning that the server has new, and none that a filter brings', async () => {
    const there: RemoteDataset = await elsewhere(warnings(25_000));
    there.setFilter('issuer', { kind: 'in', field: 'issuer', values: ['单位3'] });
    const list = await listOf(there);
    await waitUntil(() => parts(list, '.alert').length > 0, 'warnings', { timeout: 5000 });
    const first = part(list, '.title').textContent;
    there.setFilter('issuer', { kind: 'in', field: 'issuer', values: ['单位8'] });
    await waitUntil(() => part(list, '.title').textContent !== first && !list.hasAttribute('stale'), 'others', { timeout: 5000 });
    expect(part(list, '.hidden-text').textContent).to.equal('');
    // Its level is red, and it is in force.
    const { engine } = await elsewhere(warnings(25_000, 25_000 - 92));
    there.engine = engine;
    await waitUntil(() => part(list, '.hidden-text').textContent !== '', 'said', { timeout: 5000 });
    expect(part(list, '.hidden-text').textContent).to.include('新预警：红色 第24908号预警');
  });
});
