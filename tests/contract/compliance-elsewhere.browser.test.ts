/** A compliance check whose control layers stay with a server finds what it finds where they are in the page. */
import { expect } from '@open-wc/testing';
import { YztError } from '@yizhangtu/base/errors';
import { setOverlayWorkerUrl } from '@yizhangtu/analysis/overlay-client';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import type { YztRemoteDataset } from '@yizhangtu/data/remote-dataset';
import type { Engine, PageQuestion } from '@yizhangtu/data/remote';
import './all-elements.js';
import type { YztComplianceCheck } from '@yizhangtu/natural-resources/compliance-check';
import { served } from './served.js';
import { textOf, until } from './stage.js';

setOverlayWorkerUrl(new URL('/packages/analysis/src/overlay.worker.ts', location.href));

const square = (west: number, east: number): [number, number][] => [[west, 36], [east, 36], [east, 36.01], [west, 36.01], [west, 36]];
const shapes = (rings: readonly [number, number][][], codes: readonly string[]): Dataset => Dataset.fromColumns({ geometry: plainShapes('polygon', rings), columns: { code: [...codes] } }, { provenance: { source: '示例', example: true, updated: '2026-01-01' } });
/** Parcels side by side, of which the red line meets the first ones. */
const farmland = (count: number): Dataset => shapes(Array.from({ length: count }, (_, at) => square(120 + at / 1000, 120.001 + at / 1000)), Array.from({ length: count }, (_, at) => (at % 2 ? '0101' : '0103')));
const growth = (): Dataset => shapes([square(119, 121)], ['x']);
const red = (): Dataset => shapes([square(120.0005, 120.0105), square(120.02, 120.0215)], ['a', 'b']);
const RULES = JSON.stringify([
  { dataset: 'farmland', label: '永久基本农田', labelEn: 'Farmland', verdict: 'prohibited', field: 'code' },
  { dataset: 'growth', label: '城镇开发边界', labelEn: 'Growth boundary', op: 'outside', verdict: 'restricted' },
]);

interface Scene {
  readonly check: YztComplianceCheck;
  readonly pages: PageQuestion[];
  readonly layer: YztRemoteDataset | YztDataset;
  remove(): void;
}

/** @param there Whether the farmland is with a server. */
async function scene(rows: Dataset, there: boolean, change: (engine: Engine) => Engine = (engine) => engine): Promise<Scene> {
  const box = document.createElement('div');
  box.innerHTML = `<yzt-${there ? 'remote-' : ''}dataset id="farmland"></yzt-${there ? 'remote-' : ''}dataset><yzt-dataset id="growth"></yzt-dataset><yzt-dataset id="pieces"></yzt-dataset>`;
  box.id = 'scene';
  // What goes wrong is looked for in the element, not on the console.
  box.addEventListener('yzt-error', (event) => event.preventDefault());
  document.body.append(box);
  const layer = box.querySelector('#farmland') as YztRemoteDataset | YztDataset;
  const pages: PageQuestion[] = [];
  const { engine } = await served(rows);
  const watched: Engine = { ...(engine as Engine), page: (question, signal) => (pages.push(question), (engine as Engine).page(question, signal)) };
  if (there) {
    const { dataset } = layer as YztRemoteDataset;
    dataset.engine = change(watched);
    await dataset.load().catch(() => undefined);
  } else (layer as YztDataset).dataset.setTable(rows);
  (box.querySelector('#growth') as YztDataset).dataset.setTable(growth());
  const check = Object.assign(document.createElement('yzt-compliance-check') as YztComplianceCheck, { lang: 'zh-CN', label: '合规审查', pieces: 'pieces' });
  check.setAttribute('rules', RULES);
  check.dataset = red();
  box.append(check);
  return { check, pages, layer, remove: () => box.remove() };
}

async function found({ check }: Scene): Promise<unknown> {
  await until(() => check.result !== undefined, 'a result');
  await check.updateComplete;
  const pieces = (document.querySelector('#pieces') as YztDataset).dataset;
  return [JSON.parse(JSON.stringify(check.result)), textOf(check), Array.from({ length: pieces.rowCount }, (_, row) => pieces.columns.map(({ name }) => pieces.value(row, name)))];
}

afterEach(() => document.querySelectorAll('#scene').forEach((one) => one.remove()));

describe('a compliance check against a control layer on a server', () => {
  for (const count of [300, 25_000])
    it(`of ${count} parcels finds what it finds in the page`, async () => {
      const one = await scene(farmland(count), false);
      const here = await found(one);
      one.remove();
      const other = await scene(farmland(count), true);
      expect(await found(other)).to.deep.equal(here);
      expect(other.check.result?.verdict).to.equal('prohibited');
      const kinds = other.pages.map(({ conditions }) => conditions.map(({ kind }) => kind));
      // A small table comes whole, once.
      expect(kinds).to.deep.equal(count > 20_000 ? [['bounds']] : [[]]);
    });

  it('counts parcels that a filter hides, and checks again when the rows of the server change', async () => {
    const other = await scene(farmland(300), true);
    await found(other);
    const first = other.check.result;
    const { dataset } = other.layer as YztRemoteDataset;
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['none'] });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(other.check.result).to.equal(first);
    dataset.engine = (await served(shapes([square(122, 122.01)], ['0101']))).engine;
    await dataset.load();
    await until(() => other.check.result !== undefined && other.check.result !== first, 'another result');
    expect(other.check.result?.layers.map(({ verdict }) => verdict)).to.deep.equal([undefined, undefined]);
  });

  it('gives no clearance where the server does not answer, and none from a part of too many parcels', async () => {
    const gone = await scene(farmland(300), true, (engine) => ({ ...engine, page: () => Promise.reject(new YztError('query-failed', { zh: '服务器停机', en: 'the server is down' })) }));
    await until(() => gone.check.error !== undefined || gone.check.result !== undefined, 'what is wrong');
    await gone.check.updateComplete;
    expect([gone.check.result?.verdict, textOf(gone.check).includes('服务器停机')]).to.deep.equal([undefined, true]);
    expect(textOf(gone.check)).not.to.include('未触及任何规则');
    gone.remove();
    const crowded = await scene(shapes(Array.from({ length: 21_000 }, () => square(120, 120.001)), Array.from({ length: 21_000 }, () => '0101')), true);
    await until(() => /21,000/.test(textOf(crowded.check)), 'how many there are');
    expect(textOf(crowded.check)).not.to.include('未触及任何规则');
  });
});
