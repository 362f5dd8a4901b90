import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import '@yizhangtu/map/line-layer';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import { render } from 'lit';
import './index.js';
import type { YztVesselLayer } from './vessel-layer.js';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 10);

/** Three vessels, two fixes each an hour apart; the third has no heading, and its second fix no place. 示例数据. */
function fleet(): Dataset {
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.of(120, 35, 120.5, 35.2, 121, 35, 121.5, 35.2, 122, 35, 181, 91),
      columns: {
        mmsi: [1, 1, 2, 2, 3, 3],
        time: [0, 1, 0, 1, 0, 1].map((hours) => new Date(START + hours * HOUR)),
        name: ['甲', '甲', '乙', '乙', '丙', '丙'].map((name) => `示例${name}`),
        type: [30, 30, 80, 80, 70, 70],
        sogKn: [8, 8, 102.3, 102.3, 0, 0],
        cogDeg: [10, 20, 30, 40, 50, 60],
        headingDeg: [15, 25, 511, 511, 511, 511],
      },
    },
    { provenance: { source: '示例', example: true } },
  );
}

let map: YztMap;
let layer: YztVesselLayer;
let data: Dataset;

const hulls = (): YztPointLayer => layer.renderRoot.querySelector('yzt-point-layer') as YztPointLayer;
const vessels = (): Dataset => layer.layerDataset as Dataset;
const all = (field: string): unknown[] => Array.from({ length: vessels().rowCount }, (_, row) => vessels().value(row, field));

async function drawn(): Promise<void> {
  // Changes of a dataset are told in the next microtask, and go on from one to the other.
  await new Promise((resolve) => setTimeout(resolve, 10));
  await layer.updateComplete;
  await hulls().updateComplete;
  map.olMap.renderSync();
}

describe('yzt-vessel-layer', () => {
  before(async () => {
    data = fleet();
    const box = document.createElement('div');
    document.body.append(box);
    render(html`<yzt-map center="121 35" zoom="6"><yzt-vessel-layer label="船舶"></yzt-vessel-layer></yzt-map>`, box);
    map = box.querySelector('yzt-map') as YztMap;
    map.style.cssText = 'width: 500px; height: 400px';
    layer = box.querySelector('yzt-vessel-layer') as YztVesselLayer;
    layer.dataset = data;
    if (!map.isReady) await oneEvent(map, 'yzt-ready');
    await drawn();
  });
  after(() => map.parentElement?.remove());

  it('draws each vessel once, at its last place, turned to its bow and coloured by its type; grey when not heard of', () => {
    expect([all('name'), all('bowDeg'), all('look')]).to.deep.equal([['示例甲', '示例乙', '示例丙'], [25, 40, null], ['fishing', 'tanker', 'stale']]);
    expect(hulls().symbologyModel?.classes.map(({ key }) => key)).to.deep.equal(['fishing', 'tanker', 'stale']);
    expect([vessels().provenance.example, layer.isOneLayer, hulls().size]).to.deep.equal([true, true, 12]);
  });

  it('follows the time slider, and forgets vessels not heard of for long', async () => {
    data.setFilter('time', { kind: 'range', field: 'time', max: START + HOUR / 2, maxExclusive: true });
    await drawn();
    expect([all('bowDeg'), all('ageMin')]).to.deep.equal([[15, 30, null], [30, 30, 30]]);
    data.clearFilters();
    layer.dropHours = 0.5;
    await drawn();
    expect(all('name')).to.deep.equal(['示例甲', '示例乙']);
    layer.dropHours = 24;
    await drawn();
  });

  it('selects in the data what is selected on the map, and shows what is selected elsewhere', async () => {
    await waitUntil(() => map.pick([...(map.pixelOf([120.5, 35.2]) ?? [0, 0])] as [number, number]).length > 0, 'a hull can be hit');
    const [hit] = map.pick([...(map.pixelOf([120.5, 35.2]) ?? [0, 0])] as [number, number]);
    expect([hit?.dataset === vessels(), hit?.row]).to.deep.equal([true, 0]);
    vessels().select([1]);
    await drawn();
    expect([...data.selection]).to.deep.equal([3]);
    // An older fix stands for its vessel.
    data.select([0]);
    await drawn();
    expect([[...vessels().selection], [...data.selection]]).to.deep.equal([[0], [0]]);
    data.select([]);
  });

  it('draws where vessels came from, where it is asked to', async () => {
    const trails = (): Dataset | undefined => layer.renderRoot.querySelector('yzt-line-layer')?.layerDataset;
    expect(trails()?.rowCount).to.equal(0);
    layer.trailHours = 3;
    await drawn();
    // The third has one place only.
    expect([trails()?.rowCount, trails()?.value(0, 'look'), trails()?.value(1, 'look')]).to.deep.equal([2, 'fishing', 'tanker']);
    layer.trailHours = 0;
    await drawn();
    expect(trails()?.rowCount).to.equal(0);
  });

  it('shows another moment by `at`, and says which it cannot read', async () => {
    layer.at = '2019-08-10T08:10';
    await drawn();
    expect(all('ageMin')).to.deep.equal([10, 10, 10]);
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => said.push(String(line));
    layer.at = 'tomorrow';
    await drawn();
    console.warn = warn;
    expect(said.filter((line) => line.includes('at="tomorrow"')).length).to.equal(1);
    layer.at = undefined;
  });

  it('keeps a clock only while it shows now and is on the page', async () => {
    const { setInterval: begin, clearInterval: end } = window;
    let running = 0;
    Object.assign(window, {
      setInterval: (...given: Parameters<typeof begin>) => (given[1] === 60_000 && running++, begin(...given)),
      clearInterval: (id?: number) => (id !== undefined && running--, end(id)),
    });
    layer.at = 'now';
    await drawn();
    expect(running).to.equal(1);
    layer.remove();
    expect(running).to.equal(0);
    map.append(layer);
    await drawn();
    expect(running).to.equal(1);
    layer.at = undefined;
    await drawn();
    Object.assign(window, { setInterval: begin, clearInterval: end });
    expect(running).to.equal(0);
  });
});
