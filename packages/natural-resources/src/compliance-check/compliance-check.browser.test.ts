import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { overlayWorkerState, setOverlayWorkerUrl } from '@yizhangtu/analysis/overlay-client';
import '@yizhangtu/data/dataset';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import '@yizhangtu/map/map';
import '@yizhangtu/map/polygon-layer';
import './index.js';
import { surroundings } from './compliance-map.js';
import { writePaper } from './compliance-paper.js';
import type { YztComplianceCheck } from './compliance-check.js';

// The built form is found by bundlers; here it stands as source.
setOverlayWorkerUrl(new URL('/packages/analysis/src/overlay.worker.ts', location.href));

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

/** The words on the paper that `act` prints; `look` sees the document. */
function printedBy(act: () => void, look: (page: Document) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const watch = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLIFrameElement && node.contentWindow) {
        const inner = node.contentWindow;
        watch.disconnect();
        inner.print = () => {
          try {
            look(inner.document);
            resolve(inner.document.body.textContent ?? '');
          } catch (error) {
            reject(error as Error);
          }
          inner.dispatchEvent(new Event('afterprint'));
        };
      }
    });
    watch.observe(document.body, { childList: true });
    act();
  });
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

  it('works in a worker that ends with the check; where there can be none the page finds the same, to the last digit', async () => {
    const { check } = await page();
    const found = async (): Promise<{ readonly states: readonly string[]; readonly result: unknown }> => {
      const states = new Set<string>();
      check.dataset = shapes([square(120.001, 120.02), square(120.019, 120.03)], ['red', 'other']);
      await waitUntil(() => {
        states.add(overlayWorkerState());
        return check.result;
      }, 'a result', { timeout: 15_000, interval: 1 });
      const { result } = check;
      check.dataset = new Dataset();
      await waitUntil(() => check.result === undefined, 'no result');
      return { states: [...states], result: JSON.parse(JSON.stringify(result)) };
    };
    const apart = await found();
    expect(apart.states).to.include('running').and.not.to.include('unavailable');
    expect(overlayWorkerState()).to.equal('none');
    setOverlayWorkerUrl('/there-is-no-such-worker.js');
    const here = await found();
    expect(overlayWorkerState()).to.equal('unavailable');
    expect(here.result).to.deep.equal(apart.result);
    setOverlayWorkerUrl(new URL('/packages/analysis/src/overlay.worker.ts', location.href));
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

  it('checks again when only a control layer gets other rows; what a filter hides counts all the same', async () => {
    const { check } = await page();
    check.dataset = shapes([square(120, 120.02)], ['red']);
    await waitUntil(() => check.result, 'a result', { timeout: 5000 });
    const first = check.result;
    const { dataset } = document.querySelector<YztDataset>('#farmland') as YztDataset;
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['none'] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([check.result === first, first?.verdict]).to.deep.equal([true, 'prohibited']);
    const beyond = shapes([square(121, 121.01)], ['0101']);
    dataset.setTable({ rowCount: 1, columns: beyond.columns, geometry: beyond.geometry, report: beyond.report });
    await waitUntil(() => check.result && check.result !== first, 'another result', { timeout: 5000 });
    expect(check.result?.verdict).to.equal(undefined);
    const parent = check.parentElement as HTMLElement;
    check.remove();
    parent.append(check);
    await waitUntil(() => check.result?.verdict === undefined, 'a result after it came back', { timeout: 5000 });
    const again = check.result;
    dataset.setTable({ rowCount: 0, columns: [], report: beyond.report, geometry: { kind: 'none' } });
    await waitUntil(() => check.result && check.result !== again && check.result.missing.length === 1, 'the layer is named as missing', { timeout: 5000 });
  });

  it('puts the red line on a map of the report, with its number or the word that there is none', async () => {
    const { check } = await page();
    check.dataset = shapes([square(120, 120.02)], ['red']);
    const map = document.createElement('yzt-map');
    Object.assign(map, { id: 'm', center: [119.8, 35.9], zoom: 8 });
    map.style.cssText = 'display:block;width:400px;height:300px';
    const layer = document.createElement('yzt-polygon-layer');
    Object.assign(layer, { symbology: 'fixed:#d50000', fillOpacity: 1, label: '红线', dataset: check.dataset, attribution: '示例测绘' });
    map.append(layer);
    check.parentElement?.append(map);
    check.for = 'm';
    await waitUntil(() => check.result && map.isReady, 'a result and a map', { timeout: 8000 });
    await waitUntil(() => layer.hitsAt(map.pixelOf([120.01, 36.005]) ?? [0, 0], 2).length > 0, 'the red line is drawn', { timeout: 8000 });
    await check.updateComplete;
    const paper = await printedBy(() => [...(check.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => /打印/.test(one.textContent ?? ''))?.click(), ({ body }) => {
      const canvas = body.querySelector('canvas') as HTMLCanvasElement;
      expect([canvas.width, canvas.height]).to.deep.equal([1376, 800]);
      expect([...(canvas.getContext('2d')?.getImageData(688, 400, 1, 1).data ?? [])].slice(0, 3)).to.deep.equal([213, 0, 0]);
      expect([...(canvas.getContext('2d')?.getImageData(20, 400, 1, 1).data ?? [])].slice(0, 3)).not.to.deep.equal([213, 0, 0]);
    });
    expect(paper).to.include('审图号：—（本图没有审图号，为示意图）').and.to.match(/制图日期：\d{4}年\d+月\d+日/).and.to.include('来源：示例测绘').and.to.include('合计');
    expect(map.center[0]).to.be.closeTo(119.8, 1e-6);
    expect(surroundings([120, 36, 120, 36])).to.deep.equal([119.9996, 35.9996, 120.0004, 36.0004]);
    map.remove();
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
