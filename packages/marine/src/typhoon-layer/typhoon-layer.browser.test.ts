import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import { render } from 'lit';
import './index.js';
import type { YztTyphoonLayer } from './typhoon-layer.js';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 11);

/** Six positions of one storm with circles of force 7, then of ten others with one position each. 示例数据. */
function storms(): Dataset {
  const count = 16;
  const of = <T>(make: (row: number) => T): T[] => Array.from({ length: count }, (_, row) => make(row));
  return Dataset.fromColumns({
    coordinates: Float64Array.from(of((row) => (row < 6 ? [122, 32 + row] : [112 + row, 30])).flat()),
    columns: {
      storm: of((row) => (row < 6 ? 'a' : `other ${row}`)),
      name: of((row) => (row < 6 ? '示例台风' : null)),
      time: of((row) => new Date(START + (row < 6 ? row : 0) * 6 * HOUR)),
      windMs: of((row) => 20 + 5 * row),
      r7NeKm: of((row) => (row < 6 ? 300 : null)),
      r7SwKm: of((row) => (row < 6 ? 200 : null)),
    },
  });
}

/** The map and the layer, one for all tests: they look at what is drawn, not at how it came. */
let map: YztMap;
let layer: YztTyphoonLayer;
let data: Dataset;

function part(name: string, at = 0): LayerElement {
  return layer.renderRoot.querySelectorAll<LayerElement>(name)[at] as LayerElement;
}

async function drawn(): Promise<void> {
  // A dataset tells its views in the next microtask; the layers inside follow the layer.
  await new Promise((resolve) => setTimeout(resolve));
  await layer.updateComplete;
  for (const inside of layer.renderRoot.querySelectorAll<LayerElement>('*')) await inside.updateComplete;
  map.olMap.renderSync();
}

const rows = (name: string, at = 0): number => part(name, at)?.layerDataset?.rowCount ?? -1;

describe('yzt-typhoon-layer', () => {
  before(async () => {
    data = storms();
    const box = document.createElement('div');
    document.body.append(box);
    render(html`<yzt-map center="122 34" zoom="5"><yzt-typhoon-layer label="台风"></yzt-typhoon-layer></yzt-map>`, box);
    map = box.querySelector('yzt-map') as YztMap;
    map.style.cssText = 'width: 500px; height: 400px';
    layer = box.querySelector('yzt-typhoon-layer') as YztTyphoonLayer;
    layer.dataset = data;
    if (!map.isReady) await oneEvent(map, 'yzt-ready');
    await drawn();
  });
  after(() => map.parentElement?.remove());

  it('draws the paths alone while there are many storms, classed by their wind', () => {
    expect([rows('yzt-line-layer', 2), rows('yzt-polygon-layer'), rows('yzt-point-layer', 1)]).to.deep.equal([5, 0, 0]);
    const classes = part('yzt-point-layer').symbologyModel?.classes.map(({ key }) => key);
    expect(classes).to.deep.equal(['TS', 'STS', 'TY', 'STY', 'SuperTY']);
    expect(data.label('windMs', 'zh-CN')).to.equal('最大风速');
  });

  it('follows the filters: one storm has its sign and circles at the last position that passes', async () => {
    data.setFilter('storm', { kind: 'in', field: 'storm', values: ['a'] });
    data.setFilter('time', { kind: 'range', field: 'time', max: START + 13 * HOUR });
    await drawn();
    expect([rows('yzt-line-layer', 2), rows('yzt-polygon-layer'), rows('yzt-point-layer', 1)]).to.deep.equal([2, 1, 1]);
    const centre = part('yzt-point-layer', 1).layerDataset;
    expect([centre?.value(0, 'name'), centre?.feature(0).geometry?.coordinates]).to.deep.equal(['示例台风', [122, 34]]);
    const circle = part('yzt-polygon-layer').layerDataset?.bounds ?? [0, 0, 0, 0];
    // 300 km to the north-east, 200 km to the south-west, nothing in the other two quarters.
    expect([circle[2] - 122 > 3.2, 122 - circle[0] > 2.1, 122 - circle[0] < 2.2, circle[3] > 36.6]).to.deep.equal([true, true, true, true]);
    data.clearFilters();
    await drawn();
    expect(rows('yzt-polygon-layer')).to.equal(0);
  });

  it('is one line in lists, and its positions answer a click', async () => {
    await waitUntil(() => map.pick([...(map.pixelOf([122, 34]) ?? [0, 0])] as [number, number]).length > 0, 'a position can be hit');
    const [hit] = map.pick([...(map.pixelOf([122, 34]) ?? [0, 0])] as [number, number]);
    expect([hit?.dataset === data, hit?.row, layer.isOneLayer]).to.deep.equal([true, 2, true]);
  });

  it('leaves out what the page does not want', async () => {
    layer.noWarningLines = true;
    layer.noWindCircles = true;
    await drawn();
    expect(layer.renderRoot.querySelectorAll('yzt-line-layer').length).to.equal(1);
    expect(part('yzt-polygon-layer')).to.equal(undefined);
  });

  it('tells the author of the page which field is missing', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => said.push(String(line));
    layer.dataset = Dataset.fromColumns({ coordinates: Float64Array.of(122, 34), columns: { storm: ['a'], when: ['x'] } });
    await drawn();
    console.warn = warn;
    expect(said.filter((line) => /time/.test(line) && /storm, when/.test(line)).length).to.equal(1);
  });
});
