import { expect, fixture, html } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { mapPage, part, parts, settled, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztAlertList } from './index.js';

const at = (day: number): Date => new Date(Date.parse('2022-09-01T08:00:00+08:00') + day * 864e5);
const COLUMNS = {
  title: ['雷电黄色预警', '<img src=x onerror="window.hacked=1">', '台风红色预警', '海浪蓝色警报', '大风橙色预警'],
  level: ['黄色', '橙色', '红色', '蓝色', '橙色'],
  status: ['发布', '更新', '发布', '发布', '解除'],
  issuedAt: [at(1), at(2), at(3), at(4), at(5)],
  issuer: ['青岛市气象台', '青岛市气象台', '青岛市气象台', '北海预报中心', '青岛市气象台'],
};
const alerts = () =>
  Dataset.fromColumns(
    { coordinates: Float64Array.of(120.3, 36, 120.4, 36, 120.4, 36.1, 120.6, 36, 120.5, 36), columns: COLUMNS },
    { provenance: { example: true } },
  );

async function listOf(data: Dataset, attributes: Partial<YztAlertList> = {}): Promise<YztAlertList> {
  const list = await fixture<YztAlertList>(html`<yzt-alert-list></yzt-alert-list>`);
  Object.assign(list, { titleField: 'title' }, attributes, { dataset: data });
  await settled(60);
  return list;
}
const titles = (list: YztAlertList) => parts(list, '.title').map((title) => title.textContent);
const levels = (list: YztAlertList) => parts(list, '.level').map((level) => level.textContent?.replace(/\s+/g, ' ').trim());

describe('yzt-alert-list', () => {
  it('puts red first and what is lifted last, each with its word and state', async () => {
    const list = await listOf(alerts(), { fields: 'issuer' });
    expect(titles(list)).to.deep.equal([
      '台风红色预警',
      '<img src=x onerror="window.hacked=1">',
      '雷电黄色预警',
      '海浪蓝色警报',
      '大风橙色预警',
    ]);
    expect(parts(list, '.word').map((word) => word.textContent?.trim())).to.deep.equal(['红色', '橙色', '黄色', '蓝色', '橙色']);
    expect(parts(list, '.status').map((status) => status.textContent)).to.deep.equal(['发布', '更新', '发布', '发布', '解除']);
    expect(words(list)).to.include('2022年9月4日 08:00').and.to.include('北海预报中心').and.to.include('示例数据');
    await expect(list).to.be.accessible();
  });

  it('counts what is in force by level, and filters by it', async () => {
    const data = alerts();
    const list = await listOf(data);
    expect(levels(list)).to.deep.equal(['红色 1', '橙色 1', '黄色 1', '蓝色 1']);
    parts(list, '.level')[1]?.click();
    await settled();
    expect(data.filters.get('level')).to.deep.equal({ kind: 'in', field: 'level', values: ['橙色'] });
    expect(titles(list)).to.have.length(2);
    expect(levels(list)[0]).to.equal('红色 1');
    parts(list, '.level')[1]?.click();
    await settled();
    expect(data.filters.size).to.equal(0);
    list.inForce = true;
    await settled();
    expect(titles(list)).to.have.length(4);
  });

  it('selects for all views and flies the map there', async () => {
    const data = alerts();
    const { map } = await mapPage(data);
    map.zoom = 5;
    const list = await listOf(data, { for: 'm' });
    parts(list, '.alert')[0]?.click();
    await settled(900);
    // Near enough to see what a warning is about, not so near that only sea is left.
    expect(map.zoom).to.be.closeTo(9, 1e-3);
    expect([...data.selection]).to.deep.equal([2]);
    expect(map.center[1]).to.be.closeTo(36.1, 1e-3);
    expect(parts(list, '.alert')[0]?.getAttribute('aria-pressed')).to.equal('true');
  });

  it('says a warning that comes to the top', async () => {
    const data = alerts();
    const list = await listOf(data);
    data.provenance = { example: true };
    await settled();
    expect(part(list, '.hidden-text').textContent).to.equal('');
    const more = Dataset.fromColumns({
      columns: {
        ...COLUMNS,
        title: ['风暴潮红色警报', ...COLUMNS.title.slice(1)],
        level: ['红', ...COLUMNS.level.slice(1)],
        issuedAt: [at(9), ...COLUMNS.issuedAt.slice(1)],
      },
    });
    data.setTable({ rowCount: 5, columns: more.columns, geometry: { kind: 'none' }, report: more.report });
    await settled();
    expect(part(list, '.hidden-text').textContent).to.equal('新预警：红色 风暴潮红色警报 发布');
  });

  it('keeps many behind one button, and says when there is none', async () => {
    const list = await listOf(alerts(), { limit: 2 });
    expect(titles(list)).to.have.length(2);
    part(list, '.more button').click();
    await settled();
    expect(titles(list)).to.have.length(5);
    expect(words(await listOf(Dataset.fromColumns({ columns: { title: [] as string[] } })))).to.include('当前没有预警');
  });

  it('speaks English', async () => {
    const list = await listOf(alerts(), { lang: 'en' });
    expect(levels(list)[0]).to.equal('Red 1');
    expect(parts(list, '.status')[0]?.textContent).to.equal('Issued');
  });
});
