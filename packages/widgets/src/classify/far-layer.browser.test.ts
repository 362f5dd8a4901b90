/** A classifier on a layer whose rows stay with a server does what it does on one of rows in the page. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Dataset, DatasetLike } from '@yizhangtu/data/model';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import { crowd, elsewhere } from '../shared/elsewhere.fixture.js';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztClassify } from './index.js';

interface Scene {
  readonly element: YztClassify;
  readonly layer: YztPointLayer;
}

async function scene(data: DatasetLike): Promise<Scene> {
  const { layer } = await mapPage(data as Dataset, 'breaks:area:4:equal:greens');
  const element = await fixture<YztClassify>(html`<yzt-classify></yzt-classify>`);
  element.layer = layer;
  return { element, layer };
}

/** All that is seen: words, bars and handles, and the classes and colours of the layer. */
function shown({ element, layer }: Scene): string {
  const { classes = [] } = layer.symbologyModel ?? {};
  return JSON.stringify({
    words: words(element),
    bars: parts(element, 'path').map((path) => [path.getAttribute('d'), path.getAttribute('style')]),
    handles: parts(element, '.handle').map((one) => one.getAttribute('aria-valuetext')),
    counts: parts(element, 'tbody td').map((cell) => cell.textContent),
    symbology: layer.symbology,
    classes: classes.map(({ label, color }) => [label.zh, color]),
  });
}

/** The colour of each number that is drawn. */
function colorsOf({ layer }: Scene): Map<string, string | undefined> {
  const { classes = [], classOf = [] } = layer.symbologyModel ?? {};
  return new Map(Array.from(classOf, (one, row) => [String(layer.layerDataset?.value(row, 'area')), classes[one]?.color]));
}

interface Step {
  readonly seen: string;
  readonly colors: Map<string, string | undefined>;
}

function choose({ element }: Scene, selector: string, value: string): void {
  const select = part<HTMLSelectElement>(element, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Moves a limit by a pointer, let go or not. */
function drag({ element }: Scene, at: number, x: number, types: readonly string[]): void {
  const handle = parts(element, '.handle')[at] as HTMLElement;
  const box = part(element, '.histogram').getBoundingClientRect();
  handle.setPointerCapture = () => undefined;
  handle.hasPointerCapture = () => true;
  for (const type of types) handle.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX: box.left + x * box.width, bubbles: true }));
}

const STEPS: readonly (readonly [name: string, step: (one: Scene) => unknown])[] = [
  ['at first', () => undefined],
  ['method', (one) => choose(one, '.method', 'quantile')],
  ['natural breaks', (one) => choose(one, '.method', 'jenks')],
  ['number of classes', (one) => choose(one, '.count', '3')],
  ['colours', async (one) => {
    part(one.element, 'summary').click();
    await settled(60);
    parts<HTMLInputElement>(one.element, '.ramp input').find((input) => input.closest('label')?.textContent?.includes('viridis'))?.click();
  }],
  ['a limit that is dragged', (one) => drag(one, 0, 0.3, ['pointerdown', 'pointermove'])],
  ['dragged on', (one) => drag(one, 0, 0.2, ['pointermove'])],
  ['let go', (one) => drag(one, 0, 0.2, ['pointerup'])],
  ['a filter of another view', ({ layer }) => layer.layerDataset?.setFilter('kind', { kind: 'in', field: 'kind', values: ['足球场', '类1', null] })],
  ['its own filter', ({ layer }) => layer.layerDataset?.setFilter('area', { kind: 'range', field: 'area', min: 500 })],
];

/** What is seen after each step. @param wanted What will be. */
async function told(one: Scene, wanted: readonly Step[] = []): Promise<Step[]> {
  const all: Step[] = [];
  for (const [, step] of STEPS) {
    await settled(60);
    await step(one);
    await settled(60);
    const want = wanted[all.length]?.seen;
    if (want !== undefined) await waitUntil(() => shown(one) === want, undefined, { timeout: 4000 }).catch(() => undefined);
    else for (let before = ''; before !== shown(one); await settled(60)) before = shown(one);
    all.push({ seen: shown(one), colors: colorsOf(one) });
  }
  return all;
}

describe('<yzt-classify> on a layer of rows that are elsewhere', () => {
  for (const [name, rows] of [['few rows', venues], ['more rows than come to the page, some of them out of view', () => crowd(3)]] as const)
    it(`of ${name} changes it as one of rows in the page`, async function () {
      this.timeout(60_000);
      const here = await told(await scene(rows()));
      const there = await told(await scene(await elsewhere(rows())), here);
      STEPS.forEach(([step], at) => {
        const [one, other] = [here[at], there[at]] as [Step, Step];
        expect(JSON.parse(other.seen), step).to.deep.equal(JSON.parse(one.seen));
        expect(other.colors.size, step).to.be.greaterThan(0);
        expect([...other.colors], step).to.deep.equal([...other.colors.keys()].map((value) => [value, one.colors.get(value)]));
      });
    });
});
