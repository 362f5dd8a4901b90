import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import { resume } from '@yizhangtu/data/request';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import type { YztMap } from '../map/map.js';
import './index.js';
import type { YztLiveLayer } from './live-layer.js';

async function withLayer(attributes: Record<string, string>): Promise<{ map: YztMap; layer: YztLiveLayer; errors: YztError[]; states: string[] }> {
  const errors: YztError[] = [];
  const states: string[] = [];
  const map = await readyMap(html``, { zoom: '12' });
  map.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  const layer = document.createElement('yzt-live-layer');
  layer.addEventListener('yzt-live-change', ({ detail }) => states.push(detail.state));
  for (const [name, value] of Object.entries({ 'key-field': 'mmsi', ...attributes })) layer.setAttribute(name, value);
  map.append(layer);
  return { map, layer, errors, states };
}

const ship = (mmsi: number, lon: number, more: object = {}): object => ({ mmsi, lon, lat: 36.07, name: `示例船 ${mmsi}`, ...more });

describe('yzt-live-layer', () => {
  it('draws what a stream brings, drops what has no place, and is not connected while it is hidden', async () => {
    const { map, layer, states, errors } = await withLayer({ src: '/fault/live/ships' });
    await oneEvent(layer, 'yzt-load');
    await layer.updateComplete;
    expect([layer.dataset.rowCount, layer.dropped, layer.state, layer.loading]).to.deep.equal([3, 1, 'live', false]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(50);
    layer.invisible = true;
    await waitUntil(() => layer.state === 'idle', 'it is disconnected');
    expect(layer.dataset.rowCount).to.equal(3);
    layer.invisible = false;
    await waitUntil(() => layer.state === 'live', 'it is connected again');
    expect([states[0], errors]).to.deep.equal(['connecting', []]);
    layer.paused = true;
    await waitUntil(() => layer.state === 'idle', 'it rests');
    layer.remove();
  });

  it('keeps each key in its row, with its selection, whatever comes', async () => {
    const { map, layer } = await withLayer({});
    layer.push([ship(1, 120.3), ship(2, 120.38)]);
    await oneEvent(layer, 'yzt-load');
    layer.dataset.select([1]);
    layer.push(JSON.stringify(ship(2, 120.4, { speed: 7 })));
    const said = await hintsOf(async () => {
      for (const text of ['no json', '{']) layer.push(text);
      await oneEvent(layer, 'yzt-load');
    });
    expect(said).to.have.lengthOf(1);
    await layer.updateComplete;
    expect([layer.dataset.rowCount, [...layer.dataset.selection], layer.dataset.value(1, 'speed'), layer.dataset.value(1, 'name')]).to.deep.equal([2, [1], 7, '示例船 2']);
    const rowAt = (lon: number): number | undefined => layer.hitsAt(map.pixelOf([lon, 36.07]) as [number, number], 2)[0]?.row;
    await paintedPixels(map, layer);
    expect([rowAt(120.4), rowAt(120.38)]).to.deep.equal([1, undefined]);
    layer.clear();
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.rowCount).to.equal(0);
  });

  it('takes thousands of messages in few times', async () => {
    const { layer } = await withLayer({ limit: '500' });
    let loads = 0;
    layer.addEventListener('yzt-load', () => loads++);
    for (let n = 0; n < 5000; n++) layer.push(ship(n % 1000, 120 + n / 10_000, { n }));
    await waitUntil(() => layer.dataset.rowCount === 500, 'rows');
    expect(loads).to.be.lessThan(5);
    expect(Math.max(...[...Array(500).keys()].map((row) => Number(layer.dataset.value(row, 'n'))))).to.equal(4999);
  });

  it('lets go what is too old by its own time, and draws paler what is old', async () => {
    const { map, layer } = await withLayer({ 'stale-after': '60', 'remove-after': '600' });
    const now = Date.now();
    layer.push([ship(1, 120.38, { time: now }), ship(2, 120.3, { time: now - 700_000 })]);
    await oneEvent(layer, 'yzt-load');
    expect([...(layer.dataset.ids ?? [])]).to.deep.equal([1]);
    await layer.updateComplete;
    const colorAt = async (): Promise<number[]> => (await pixelAt(map, layer, [120.38, 36.07])).slice(0, 3);
    const fresh = await colorAt();
    layer.clear();
    await oneEvent(layer, 'yzt-load');
    layer.push(ship(1, 120.38, { time: now - 100_000 }));
    await oneEvent(layer, 'yzt-load');
    await layer.updateComplete;
    const old = await colorAt();
    const sum = (color: number[]): number => color.reduce((total, value) => total + value, 0);
    expect(sum(old), `${fresh.join()} → ${old.join()}`).to.be.greaterThan(sum(fresh) + 60);
  });

  it('stops when it is refused, says so, and goes on after resume()', async () => {
    const { layer, errors, states } = await withLayer({ src: '/fault/status/403' });
    await waitUntil(() => errors.length > 0, 'an error');
    expect([errors[0]?.code, layer.state]).to.deep.equal(['forbidden', 'stopped']);
    expect(errors[0]?.text.zh).to.include('<yzt-live-layer>');
    resume(location.origin);
    await waitUntil(() => errors.length > 1, 'another try');
    expect(states.slice(0, 4)).to.deep.equal(['connecting', 'stopped', 'connecting', 'stopped']);
    layer.src = '/fault/live/ships';
    await waitUntil(() => layer.state === 'live' && !layer.hasAttribute('error'), 'it is mended');
    layer.remove();
  });
});
