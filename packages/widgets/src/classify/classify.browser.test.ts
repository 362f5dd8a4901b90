import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { elsewhere } from '../shared/elsewhere.fixture.js';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztClassify } from './index.js';

async function classifierOf(set: Partial<YztClassify>): Promise<YztClassify> {
  const element = await fixture<YztClassify>(html`<yzt-classify></yzt-classify>`);
  Object.assign(element, set);
  await settled(60);
  return element;
}

const numbers = (): Dataset => Dataset.fromColumns({ columns: { n: Float64Array.from({ length: 101 }, (_, i) => i + 0.5) } }, { provenance: { example: true } });

function choose(element: YztClassify, selector: string, value: string): void {
  const select = part<HTMLSelectElement>(element, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const handles = (element: YztClassify): HTMLElement[] => parts(element, '.handle');
const key = (handle: HTMLElement, name: string): boolean => handle.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

describe('<yzt-classify>', () => {
  it('classes its layer at once, and the legend of the layer follows what is chosen', async () => {
    const { layer } = await mapPage(venues());
    const element = await classifierOf({ layer, fields: 'area' });
    expect(layer.symbology).to.equal('breaks:area:5:quantile:blues');
    choose(element, '.method', 'jenks');
    choose(element, '.count', '3');
    await settled(60);
    expect(layer.symbology).to.equal('breaks:area:3:jenks:blues');
    expect(layer.symbologyModel?.classes).to.have.length(4);
    expect(words(element)).to.match(/拟合(很好|较好)：分级说明了 \d+% 的差异/).and.to.include('无数据').and.to.include('示例数据');
    // 420, 800, 2600, 3500 · 9000 · 12000 and one without.
    expect(parts(element, 'tbody td:nth-child(2)').map((cell) => cell.textContent)).to.deep.equal(['2', '2', '2', '1']);
  });

  it('counts what the other views leave', async () => {
    const dataset = numbers();
    const element = await classifierOf({ dataset, symbology: 'breaks:n:50,80' });
    const counts = (): (string | null)[] => parts(element, 'tbody td:nth-child(2)').map((cell) => cell.textContent);
    expect(counts()).to.deep.equal(['50', '30', '21']);
    dataset.setFilter('other', { kind: 'range', field: 'n', min: 60 });
    await settled(60);
    expect(counts()).to.deep.equal(['0', '20', '21']);
    dataset.setFilter('n', { kind: 'range', field: 'n', max: 70 });
    await settled(60);
    expect(counts()).to.deep.equal(['0', '20', '21']);
  });

  it('moves limits by keys and by the mouse, between their neighbours', async () => {
    const element = await classifierOf({ dataset: numbers(), symbology: 'breaks:n:30,60' });
    const events: string[] = [];
    for (const type of ['input', 'change']) element.addEventListener(type, () => events.push(type));
    expect(handles(element).map((one) => one.getAttribute('aria-valuetext'))).to.deep.equal(['30', '60']);
    key(handles(element)[0] as HTMLElement, 'ArrowRight');
    await settled();
    expect(element.symbology).to.match(/^breaks:n:31,60:blues$/);
    expect(events).to.deep.equal(['input', 'change']);
    for (let i = 0; i < 5; i++) {
      key(handles(element)[0] as HTMLElement, 'PageUp');
      await settled(5);
    }
    expect(Number(handles(element)[0]?.getAttribute('aria-valuenow'))).to.be.below(60);
    const handle = handles(element)[1] as HTMLElement;
    const box = part(element, '.histogram').getBoundingClientRect();
    const at = (type: string, x: number): boolean => handle.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX: box.left + x * box.width, bubbles: true }));
    // A made-up pointer cannot be captured: stands in for the browser's own.
    handle.setPointerCapture = () => undefined;
    handle.hasPointerCapture = () => true;
    at('pointerdown', 0.6);
    at('pointermove', 0.9);
    await settled(60);
    at('pointerup', 0.9);
    expect(element.symbology).to.match(/,90(\.\d)?:|,91:/);
  });

  it('takes limits that are typed, and says what is wrong with others', async () => {
    const element = await classifierOf({ dataset: numbers(), symbology: 'breaks:n:3:equal' });
    const input = part<HTMLInputElement>(element, '.limits input');
    const type = async (text: string): Promise<void> => {
      input.value = text;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
    };
    await type('10、20，50');
    expect(element.symbology).to.equal('breaks:n:10,20,50:blues');
    expect(part<HTMLSelectElement>(element, '.method').value).to.equal('manual');
    await type('20 10');
    expect(part(element, '.wrong').textContent).to.include('由小到大');
    expect(element.symbology).to.equal('breaks:n:10,20,50:blues');
  });

  it('changes colours, marks the safe ones, and goes back to where it began', async () => {
    const { layer } = await mapPage(venues(), 'breaks:area:4:equal:greens');
    const element = await classifierOf({ layer });
    part(element, 'summary').click();
    await settled(60);
    parts<HTMLInputElement>(element, '.ramp input').find((one) => one.closest('label')?.textContent?.includes('viridis'))?.click();
    await settled(60);
    expect(layer.symbology).to.equal('breaks:area:4:equal:viridis');
    part<HTMLInputElement>(element, '.turn input').click();
    await settled(60);
    expect(layer.symbology).to.equal('breaks:area:4:equal:viridis-reversed');
    expect(words(element)).to.include('色觉友好');
    part(element, 'button.link').click();
    await settled(60);
    expect(layer.symbology).to.equal('breaks:area:4:equal:greens');
  });

  it('says when values are too few, when there is no number, and speaks English', async () => {
    const few = await classifierOf({ dataset: Dataset.fromColumns({ columns: { n: [1, 1, 2] } }), symbology: 'breaks:n:5:jenks', lang: 'en' });
    expect(words(few)).to.include('Too few different values: 2 classes only').and.to.include('Natural breaks');
    const area = await classifierOf({ dataset: venues(), fields: 'area', lang: 'en' });
    expect(part(area, '.name').textContent).to.equal('Area (m²)');
    const none = await classifierOf({ dataset: Dataset.fromColumns({ columns: { name: ['a'] } }) });
    expect(words(none)).to.include('没有可以分级的数值字段');
  });

  it('is accessible', async () => {
    const element = await classifierOf({ dataset: numbers(), fields: 'n' });
    part(element, 'summary').click();
    await settled(60);
    await expect(element).to.be.accessible();
  });
});

describe('<yzt-classify> of rows that are elsewhere', () => {
  it('says why a method cannot be answered, and takes another one', async () => {
    const COUNT = 12_000;
    const there = await elsewhere(Dataset.fromColumns({ columns: { n: Float64Array.from({ length: COUNT }, (_, i) => i + 0.5) } }));
    const element = await classifierOf({ dataset: there, symbology: 'breaks:n:4:jenks' });
    await waitUntil(() => words(element).includes('取值超过 10000 种'), undefined, { timeout: 5000 });
    expect(handles(element)).to.have.length(0);
    choose(element, '.method', 'quantile');
    await waitUntil(() => handles(element).length === 3 && words(element).includes('拟合'), undefined, { timeout: 5000 });
    expect(handles(element).map((one) => one.getAttribute('aria-valuetext'))).to.deep.equal(['3,000', '6,000', '9,000']);
    key(handles(element)[0] as HTMLElement, 'PageUp');
    await waitUntil(() => parts(element, 'tbody td:nth-child(2)')[0]?.textContent !== '3,000', undefined, { timeout: 5000 });
    expect(element.symbology).to.match(/^breaks:n:4\d\d\d,6000,9000:blues$/);
  });
});
