import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import './index.js';
import { writePaper } from './compliance-paper.js';
import type { YztComplianceCheck } from './compliance-check.js';

const square = (west: number, east: number): [number, number][] => [[west, 36], [east, 36], [east, 36.01], [west, 36.01], [west, 36]];
const shapes = (rows: [number, number][][], codes: string[]): Dataset => Dataset.fromColumns({ geometry: plainShapes('polygon', rows), columns: { code: codes } }, { provenance: { source: '示例', example: true } });
const RULES = JSON.stringify([
  { dataset: 'farmland', label: '永久基本农田', labelEn: 'Farmland', verdict: 'prohibited' },
  { dataset: 'growth', label: '<img src=x onerror="window.hacked=1">', op: 'outside', verdict: 'restricted' },
]);

async function page(rules = RULES) {
  const box = await fixture(html`<div>
    <yzt-dataset id="farmland"></yzt-dataset><yzt-dataset id="growth"></yzt-dataset><yzt-dataset id="pieces"></yzt-dataset>
    <yzt-compliance-check lang="zh-CN" label="合规审查" pieces="pieces" rules=${rules}></yzt-compliance-check>
  </div>`);
  const fill = (id: string, data: Dataset): void => {
    const { dataset } = box.querySelector<YztDataset>(`#${id}`) as YztDataset;
    dataset.setTable({ rowCount: data.rowCount, columns: data.columns, geometry: data.geometry, report: data.report });
  };
  fill('farmland', shapes([square(120, 120.005), square(120.005, 120.01)], ['0101', '0103']));
  fill('growth', shapes([square(119, 121)], ['x']));
  const check = box.querySelector('yzt-compliance-check') as YztComplianceCheck;
  const pieces = (box.querySelector<YztDataset>('#pieces') as YztDataset).dataset;
  return { check, pieces };
}

const words = (check: YztComplianceCheck): string => (check.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

describe('yzt-compliance-check', () => {
  it('waits for a red line, checks it by itself, and gives its pieces to the map', async () => {
    const { check, pieces } = await page();
    check.dataset = new Dataset();
    await check.updateComplete;
    expect(words(check)).to.include('打开或拖入红线文件');
    check.dataset = shapes([square(120, 120.02)], ['red']);
    await waitUntil(() => check.result, 'a result', { timeout: 5000 });
    await check.updateComplete;
    const { result } = check;
    expect([result?.verdict, result?.layers.map(({ verdict }) => verdict)]).to.deep.equal(['prohibited', ['prohibited', undefined]]);
    for (const layer of result?.layers ?? []) expect(Math.abs(layer.sumM2 - (result?.wholeM2 ?? 0))).to.be.lessThan(0.01);
    expect(words(check)).to.match(/禁止：触及禁止性规则红线面积 2,00\d,\d{3}\.\d\d ㎡（3,00\d\.\d{4} 亩）/).and.to.include('<img');
    expect([pieces.rowCount, pieces.value(0, 'verdict')]).to.deep.equal([2, 'prohibited']);
    await expect(check).to.be.accessible();
  });

  it('checks again when the red line changes, and has nothing when it goes', async () => {
    const { check, pieces } = await page();
    const red = shapes([square(120, 120.02)], ['red']);
    check.dataset = red;
    await waitUntil(() => check.result?.verdict === 'prohibited', 'a result', { timeout: 5000 });
    const beside = shapes([square(120.011, 120.02)], ['red']);
    red.setTable({ rowCount: 1, columns: beside.columns, geometry: beside.geometry, report: beside.report });
    await waitUntil(() => check.result && check.result.verdict === undefined, 'another result', { timeout: 5000 });
    await check.updateComplete;
    expect(words(check)).to.include('未触及任何规则');
    expect(pieces.rowCount).to.equal(0);
    check.dataset = new Dataset();
    await check.updateComplete;
    expect(check.result).to.equal(undefined);
  });

  it('says which layer is not there, and gives no clearance without it', async () => {
    const { check } = await page('[{"dataset":"gone","label":"矿业权","verdict":"restricted"}]');
    check.dataset = shapes([square(120, 120.02)], ['red']);
    await waitUntil(() => check.result, 'a result', { timeout: 5000 });
    await check.updateComplete;
    expect(words(check)).to.include('不能下结论').and.to.include('矿业权');
  });

  it('says what is wrong with its rules', async () => {
    const { check } = await page('[{"dataset":"a","verdict":"maybe"}]');
    check.dataset = shapes([square(120, 120.02)], ['red']);
    await check.updateComplete;
    expect(check.shadowRoot?.querySelector('[role=alert]')?.textContent).to.include('第 1 条').and.to.include('prohibited');
  });

  it('is written for paper as text, in a document of its own', () => {
    const paper = document.implementation.createHTMLDocument();
    writePaper(paper, { title: '审查', lang: 'zh-CN', facts: ['红线面积'], heads: ['图层'], rows: [{ cells: ['<b>永农</b>'], strong: true }], notes: ['来源'] });
    expect([paper.querySelector('td')?.textContent, paper.querySelectorAll('b').length, paper.querySelector('h1')?.textContent]).to.deep.equal(['<b>永农</b>', 0, '审查']);
  });
});
