import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import '@yizhangtu/map/map';
import type { YztError } from '@yizhangtu/base/errors';
import { toGaussKruger } from '@yizhangtu/map/crs';
import type { YztMap } from '@yizhangtu/map/map';
import './index.js';
import type { OpenedFiles } from './open-file-events.js';
import type { YztOpenFile } from './open-file.js';

const geojson = (name: string): File =>
  new File([JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [120.38, 36.07] } }] })], `${name}.geojson`);
/** Boundary points whose system the text does not name. */
const parcels = (): File => {
  const points = ([[120.38, 36.07], [120.39, 36.07], [120.39, 36.08]] as const).map(([lon, lat], i) => {
    const [east, north] = toGaussKruger(lon, lat, 120, 500_000);
    return `J${i + 1},1,${north},${east}`;
  });
  return new File([`[地块坐标]\n3,,1,示例地块,面,,,,@\n${points.join('\n')}\n`], '界址点.txt');
};

async function scene(attributes: Partial<Pick<YztOpenFile, 'dataset'>> = {}): Promise<{ element: YztOpenFile; map: YztMap }> {
  const box = await fixture(html`<div lang="zh"><yzt-map id="m" zoom="9" style="height: 240px"></yzt-map><yzt-dataset id="d"></yzt-dataset><yzt-open-file for="m"></yzt-open-file></div>`);
  const element = box.querySelector<YztOpenFile>('yzt-open-file');
  const map = box.querySelector<YztMap>('yzt-map');
  if (!element || !map) throw new Error('no scene');
  Object.assign(element, attributes);
  await element.updateComplete;
  return { element, map };
}

const text = (element: YztOpenFile): string => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
const transfer = (files: readonly File[]): DataTransfer => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
};

describe('<yzt-open-file>', () => {
  it('makes a layer of a file that is dropped on the map, and says what was read', async () => {
    const { element, map } = await scene();
    const opened = oneEvent(element, 'yzt-open');
    map.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: transfer([geojson('甲')]) }));
    await element.updateComplete;
    expect(text(element)).to.contain('松开以打开文件');
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer([geojson('甲')]) });
    map.dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(true);
    const { detail } = (await opened) as CustomEvent<OpenedFiles>;
    expect([detail.name, detail.dataset.value(0, 'name'), detail.layers.map(({ localName }) => localName)]).to.deep.equal(['甲.geojson', '甲', ['yzt-point-layer']]);
    expect(detail.layers[0]?.parentElement).to.equal(map);
    await element.updateComplete;
    expect(text(element)).to.contain('1 行');
    expect(text(element)).not.to.contain('松开以打开文件');
    await expect(element).to.be.accessible();
    element.shadowRoot?.querySelector<HTMLButtonElement>('.file button')?.click();
    await element.updateComplete;
    expect([map.querySelectorAll('yzt-point-layer').length, element.shadowRoot?.querySelectorAll('.file').length]).to.deep.equal([0, 0]);
  });

  it('fills a dataset of the page, and opens one file only', async () => {
    const { element, map } = await scene({ dataset: 'd' });
    await element.open([geojson('甲'), geojson('乙')]);
    expect([document.querySelector('yzt-dataset')?.dataset.value(0, 'name'), map.querySelectorAll('yzt-point-layer').length]).to.deep.equal(['甲', 0]);
    await element.updateComplete;
    expect(text(element)).to.contain('另有 1 个文件没有打开');
  });

  it('asks for the coordinate system where a file does not say it', async () => {
    const { element, map } = await scene();
    element.addEventListener('yzt-error', (event) => event.preventDefault());
    const failed = oneEvent(element, 'yzt-error');
    const reading = element.open([parcels()]);
    expect(((await failed) as CustomEvent<YztError>).detail.code).to.equal('unknown-crs');
    await reading;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await element.updateComplete;
    const select = element.shadowRoot?.querySelector<HTMLSelectElement>('select.crs');
    expect([select?.closest('details')?.open, [...(select?.options ?? [])].some(({ value }) => value === 'EPSG:4549')]).to.deep.equal([true, true]);
    await expect(element).to.be.accessible();
    if (!select) throw new Error('no choice');
    const opened = oneEvent(element, 'yzt-open');
    select.value = 'EPSG:4549';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const { detail } = (await opened) as CustomEvent<OpenedFiles>;
    expect(detail.dataset.bounds?.map((degrees) => Number(degrees.toFixed(6)))).to.deep.equal([120.38, 36.07, 120.39, 36.08]);
    expect([element.error, map.querySelectorAll('yzt-polygon-layer').length]).to.deep.equal([undefined, 1]);
  });

  it('fails by name, without a map too, and goes on', async () => {
    const element = await fixture<YztOpenFile>(html`<yzt-open-file lang="en"></yzt-open-file>`);
    element.addEventListener('yzt-error', (event) => event.preventDefault());
    await element.open([new File(['PK\u0003\u0004 no archive'], 'a.zip')]);
    await element.updateComplete;
    expect([element.error?.code, text(element).includes('<yzt-open-file>')]).to.deep.equal(['bad-archive', true]);
    await element.open([geojson('甲')]);
    expect(element.error).to.equal(undefined);
    element.dataset = 'nowhere';
    await element.open([geojson('乙')]);
    expect(element.error?.code).to.equal('dataset-not-found');
  });

  it('leaves drags alone that are no files', async () => {
    const { map, element } = await scene();
    const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
    map.dispatchEvent(event);
    await element.updateComplete;
    expect([event.defaultPrevented, text(element).includes('松开以打开文件')]).to.deep.equal([false, false]);
  });
});
