import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { FarPages } from '../chart/far-rows.fixture.js';
import './index.js';
import type { YztIndicatorBoard } from './index.js';

const table = (): Dataset =>
  Dataset.fromColumns(
    {
      columns: {
        指标名: ['人均场地面积', '<img src=x onerror="window.hacked=1">', '办结率'],
        值: [2.61, 38, 91],
        单位: ['㎡', '小时', '%'],
        目标: [2.6, 36, 95],
        同期: [2.5, 40, 90],
        上期: [2.6, 38, 92],
        越低越好: [false, true, false],
        走势: ['2.2,2.4,2.61', '44,40,38', '90,92,91'],
        类别: ['场地', '服务', '服务'],
      },
    },
    { provenance: { example: true } },
  );

async function boardOf(set: Partial<YztIndicatorBoard>): Promise<YztIndicatorBoard> {
  const board = await fixture<YztIndicatorBoard>(html`<yzt-indicator-board lang="zh-CN"></yzt-indicator-board>`);
  Object.assign(board, set);
  await new Promise((resolve) => setTimeout(resolve, 60));
  return board;
}
const cards = (board: YztIndicatorBoard): string[] =>
  [...(board.shadowRoot?.querySelectorAll('yzt-indicator') ?? [])].map((card) => (card.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('<yzt-indicator-board>', () => {
  it('has a card for each indicator, with changes, target and light in words', async () => {
    const board = await boardOf({ dataset: table(), near: 5, label: '重点指标' });
    const [area, attack, rate] = cards(board);
    expect(area).to.include('人均场地面积').and.to.include('2.61').and.to.include('同比增长 4.4%').and.to.include('环比增长 0.4%').and.to.include('达标');
    expect(attack).to.include('<img src=x').and.to.include('上限 36 小时').and.to.include('未达标').and.to.include('环比持平');
    expect(rate).to.include('接近目标');
    expect(board.shadowRoot?.querySelector('[part=summary]')?.textContent).to.equal('有目标的 3 项：达标 1 项，接近 1 项，未达标 1 项');
    expect(board.shadowRoot?.textContent).to.include('示例数据');
    expect(board.shadowRoot?.querySelector('yzt-indicator')?.shadowRoot?.querySelector('yzt-sparkline')).not.to.equal(null);
    await expect(board).to.be.accessible();
  });

  it('follows the filters, and takes cards of the page into the same grid', async () => {
    const dataset = table();
    const board = await boardOf({ dataset });
    const own = document.createElement('yzt-indicator');
    Object.assign(own, { label: '自己的', value: 3 });
    board.append(own);
    dataset.setFilter('类别', { kind: 'in', field: '类别', values: ['场地'] });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(cards(board)).to.have.length(1);
    const first = board.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
    expect(own.getBoundingClientRect().width).to.be.closeTo(first?.width ?? 0, 1);
    dataset.setFilter('类别', { kind: 'in', field: '类别', values: ['无'] });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(board.shadowRoot?.textContent).to.include('没有符合条件的指标');
  });

  it('has as many cards in a row as `columns` says, and fewer where they would be too narrow', async () => {
    const board = await boardOf({ dataset: table(), columns: 3 });
    const rows = (width: number): number => {
      board.style.width = `${width}px`;
      return new Set([...(board.shadowRoot?.querySelectorAll('.card') ?? [])].map((card) => card.getBoundingClientRect().top)).size;
    };
    expect([rows(1200), rows(400), rows(300), rows(150)]).to.deep.equal([1, 1, 2, 3]);
  });

  it('says which field is missing, and speaks English', async () => {
    const board = await boardOf({ dataset: Dataset.fromColumns({ columns: { a: [1] } }) });
    expect(board.shadowRoot?.textContent).to.include('value-field');
    const english = await boardOf({ dataset: table(), lang: 'en' });
    expect(english.shadowRoot?.querySelector('[part=summary]')?.textContent).to.equal('3 with a target: 1 reached, 2 not reached');
  });

  it('has the same cards of rows that stay with a server, the first hundred of many', async () => {
    const many = Dataset.fromColumns({ columns: { 指标名: Array.from({ length: 130 }, (_, i) => `指标 ${i}`), 值: Array.from({ length: 130 }, (_, i) => i), 类别: Array.from({ length: 130 }, (_, i) => (i % 2 ? '甲' : '乙')) } });
    const there = new RemoteDataset(new FarPages(many));
    await there.load();
    const board = await boardOf({ dataset: there });
    await waitUntil(() => cards(board).length > 0, undefined, { timeout: 5000 });
    expect(cards(board)).to.have.length(100);
    expect(cards(board)[7]).to.include('指标 7');
    expect(board.shadowRoot?.textContent).to.include('共 130 项，此处为前 100 项');
    there.setFilter('类别', { kind: 'in', field: '类别', values: ['甲'] });
    await waitUntil(() => cards(board).length === 65, undefined, { timeout: 5000 });
    expect(cards(board)[0]).to.include('指标 1');
  });
});
