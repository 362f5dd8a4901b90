import { expect, html, oneEvent } from '@open-wc/testing';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import { render } from 'lit';
import './index.js';
import type { YztLandUseLayer } from './land-use-layer.js';

/** Four squares side by side, the last without a code. 示例数据. */
function parcels(codes: readonly (string | null)[]): Dataset {
  const square = (west: number): number[][] => [[west, 36], [west, 36.1], [west + 0.1, 36.1], [west + 0.1, 36], [west, 36]];
  return Dataset.fromColumns({ geometry: plainShapes('polygon', codes.map((_, at) => square(120 + at / 10)) as never), columns: { DLBM: [...codes] } });
}

let map: YztMap;
let layer: YztLandUseLayer;

async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await layer.updateComplete;
  await part().updateComplete;
  map.olMap.renderSync();
}
const part = (): LayerElement => layer.renderRoot.querySelector('yzt-polygon-layer') as LayerElement;
const classes = (): (string | null | undefined)[][] => (part().symbologyModel?.classes ?? []).map(({ key, label, color }) => [key === null ? null : String(key), label.zh, color]);
const warned = async (work: () => void): Promise<string> => {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (line: unknown) => said.push(String(line));
  work();
  await drawn();
  console.warn = warn;
  return said.join(' ');
};

describe('yzt-land-use-layer', () => {
  before(async () => {
    const box = document.createElement('div');
    document.body.append(box);
    render(html`<yzt-map center="120.2 36.05" zoom="10"><yzt-land-use-layer label="地类图斑"></yzt-land-use-layer></yzt-map>`, box);
    map = box.querySelector('yzt-map') as YztMap;
    map.style.cssText = 'width: 500px; height: 400px';
    layer = box.querySelector('yzt-land-use-layer') as YztLandUseLayer;
    layer.dataset = parcels(['0101', '0301', '0201K', null]);
    if (!map.isReady) await oneEvent(map, 'yzt-ready');
    await drawn();
  });
  after(() => map.parentElement?.remove());

  it('finds the list by the field and draws in its colours, the last parcel hatched', () => {
    expect(classes()).to.deep.equal([['0101', '水田', '#f8d072'], ['0201K', '果园', '#d6a7c9'], ['0301', '乔木林地', '#31ad69'], [null, '无数据', 'token:data-none']]);
    expect([layer.isOneLayer, part().symbologyModel?.field]).to.deep.equal([true, 'DLBM']);
  });

  it('shows the top classes alone', async () => {
    layer.level = 1;
    await drawn();
    expect(classes().map(([key]) => key)).to.deep.equal(['01', '02', '03', null]);
    layer.removeAttribute('level');
    layer.level = undefined;
  });

  it('draws in the colours of the list that the page names, a class without a colour in that of the class above', async () => {
    const said = await warned(() => {
      layer.dataset = parcels(['0101', '05H1', '0301', null]);
      layer.scheme = 'land-use-2023';
      layer.field = 'DLBM';
    });
    expect(classes().map(([key, , color]) => [key, color])).to.deep.equal([['0101', '#f5f8dc'], ['0301', '#68b167'], ['05H1', '#65cdaa'], [null, 'token:data-none']]);
    expect(said).not.to.include('无法识别');
  });

  it('tells the author what is wrong: a list it does not have, a code, a field', async () => {
    expect(await warned(() => (layer.scheme = 'land-use-1984'))).to.include('land-use-1984').and.to.include('land-survey-2019');
    layer.scheme = undefined;
    expect(await warned(() => (layer.dataset = parcels(['0101', 'ZZ'])))).to.include('ZZ');
    expect(await warned(() => (layer.field = 'gone'))).to.include('gone').and.to.include('DLBM');
    expect(part().symbologyModel?.classes.length ?? 0).to.be.lessThan(2);
  });
});
