import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { clusterWorkerState, setClusterWorkerUrl } from '@yizhangtu/data/cluster';
import { Dataset } from '@yizhangtu/data/model';
import { canvasOf, paintedPixels } from '../data-layer/layer-picture.fixture.js';
import type { MapPick } from '../map/map-types.js';
import type { YztMap } from '../map/map.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztPointLayer } from './index.js';

setClusterWorkerUrl(new URL('/packages/data/src/cluster/cluster.worker.ts', location.href));

const PLACE = [120.38, 36.07] as const;

/** Seven rows at one place in the middle, forty around another, one alone. */
function crowd(): Dataset {
  const at = Array.from({ length: 7 }, () => [...PLACE]);
  const near = Array.from({ length: 40 }, (_, i) => [120.45 + (i % 8) * 0.0005, 36.07 + Math.floor(i / 8) * 0.0005]);
  const places = [...at, ...near, [120.31, 36.02]];
  return Dataset.fromColumns({
    coordinates: Float64Array.from(places.flat()),
    columns: { kind: places.map((_, i) => (i % 2 ? '甲' : '乙')), name: places.map((_, i) => `场馆 ${i}`) },
  });
}

/** Many rows, seeded. */
function city(count: number): Dataset {
  let seed = 5;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const coordinates = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 36.07 : 120.38) + (random() + random() - 1) * 0.2);
  return Dataset.fromColumns({ coordinates, columns: { kind: Array.from({ length: count }, (_, i) => (i % 3 ? '甲' : '乙')) } });
}

async function layerOn(dataset: Dataset, attributes: Partial<YztPointLayer> = {}, zoom = '11'): Promise<{ map: YztMap; layer: YztPointLayer }> {
  const map = await readyMap(html`<yzt-point-layer cluster></yzt-point-layer>`, { zoom });
  const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
  Object.assign(layer, { symbology: 'fixed:#1f5fd0', labelField: 'name', dataset, ...attributes });
  await layer.updateComplete;
  await canvasOf(map, layer);
  return { map, layer };
}

const pixel = (map: YztMap, place: readonly [number, number]) => map.pixelOf(place) as [number, number];

/** A click as the map tells it. Returns whether somebody took it. */
function pick(map: YztMap, at: [number, number], more: Partial<MapPick> = {}): boolean {
  const detail: MapPick = { pixel: at, lonLat: map.lonLatOf(at) as [number, number], hits: map.pick(at), additive: false, byKey: false, ...more };
  return !map.dispatchEvent(new CustomEvent('yzt-pick', { cancelable: true, detail }));
}

function said(map: YztMap): string {
  return map.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
}

function buttons(layer: YztPointLayer): HTMLButtonElement[] {
  return [...(layer.shadowRoot as ShadowRoot).querySelectorAll('button')];
}

/** Counts of all clusters and lone points the layer shows, read from its picture. */
function total(layer: YztPointLayer): number {
  const seen = new Set<number>();
  for (let x = 0; x < 400; x += 4)
    for (let y = 0; y < 300; y += 4) {
      for (const row of layer.clusterAt([x, y])?.rows ?? []) seen.add(row);
      for (const { row } of layer.hitsAt([x, y], 3)) seen.add(row);
    }
  return seen.size;
}

describe('yzt-point-layer: clusters that are clicked', () => {
  it('zoom to where they split, and leave the selection alone', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset);
    const at = pixel(map, [120.452, 36.071]);
    expect(layer.clusterAt(at)?.count).to.equal(40);
    expect(pick(map, at)).to.equal(true);
    await waitUntil(() => map.zoom >= 13, 'never zoomed in', { timeout: 5000 });
    await waitUntil(() => !map.olMap.getView().getAnimating(), 'never arrived');
    await canvasOf(map, layer);
    expect(layer.clusterAt(pixel(map, [120.452, 36.071]))?.count ?? 0).to.be.lessThan(40);
    expect(dataset.selection.size).to.equal(0);
    await map.updateComplete;
    expect(said(map)).to.contain('聚合点共 40 处');
  });

  it('select their rows with a modifier key, and let them go again', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset);
    const at = pixel(map, [120.452, 36.071]);
    const zoom = map.zoom;
    dataset.select([47]);
    pick(map, at, { additive: true });
    expect(dataset.selection.size).to.equal(41);
    await canvasOf(map, layer);
    pick(map, at, { additive: true });
    expect([...dataset.selection]).to.deep.equal([47]);
    expect(map.zoom).to.equal(zoom);
  });

  it('show a place with many rows on legs whose ends are rows like any other', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset);
    const before = await paintedPixels(map, layer);
    expect(pick(map, pixel(map, PLACE))).to.equal(true);
    await layer.updateComplete;
    expect(await paintedPixels(map, layer)).to.be.greaterThan(before + 500);
    const [x, y] = pixel(map, PLACE);
    const top = layer.hitsAt([x, y - 44], 0);
    expect(top.map(({ row }) => row)).to.deep.equal([0]);
    expect(top[0]?.lonLat.map((value) => Number(value.toFixed(6)))).to.deep.equal([...PLACE]);
    expect(layer.clusterAt([x, y - 44])).to.equal(undefined);
    expect(layer.clusterAt([x, y])?.count).to.equal(7);
    expect(pick(map, [x, y - 44]), 'the map selects the row').to.equal(false);
    expect(map.zoom).to.equal(11);
  });

  it('close when the map moves, and by a click beside', async () => {
    const { map, layer } = await layerOn(crowd());
    pick(map, pixel(map, PLACE));
    await layer.updateComplete;
    expect(buttons(layer)).to.have.length(7);
    map.center = [120.39, 36.07];
    await canvasOf(map, layer);
    await layer.updateComplete;
    expect(buttons(layer)).to.have.length(0);
    pick(map, pixel(map, PLACE));
    await layer.updateComplete;
    expect(buttons(layer)).to.have.length(7);
    expect(pick(map, [380, 20])).to.equal(false);
    await layer.updateComplete;
    expect(buttons(layer)).to.have.length(0);
  });

  it('close when a filter takes a row away', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset);
    pick(map, pixel(map, PLACE));
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    await canvasOf(map, layer);
    await layer.updateComplete;
    expect(buttons(layer)).to.have.length(0);
    expect(layer.clusterAt(pixel(map, PLACE))?.count).to.equal(3);
  });
});

describe('yzt-point-layer: clusters by keyboard', () => {
  it('opens with Enter, goes through the places with arrows, picks with Enter, closes with Escape', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset);
    const viewport = map.shadowRoot?.querySelector('.viewport') as HTMLElement;
    const press = (target: HTMLElement, key: string) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    map.focus();
    press(viewport, 'Enter');
    await layer.updateComplete;
    await map.updateComplete;
    expect(said(map)).to.contain('已展开');
    const first = layer.shadowRoot?.activeElement as HTMLButtonElement;
    expect(first.textContent?.trim()).to.equal('场馆 0');
    press(first, 'ArrowRight');
    const second = layer.shadowRoot?.activeElement as HTMLButtonElement;
    expect(second.textContent?.trim()).to.equal('场馆 1');
    const picks: MapPick[] = [];
    map.addEventListener('yzt-pick', (event) => picks.push(event.detail));
    second.click();
    expect(picks.map(({ hits }) => hits.map(({ row }) => row))).to.deep.equal([[1]]);
    expect([...dataset.selection]).to.deep.equal([1]);
    await layer.updateComplete;
    expect(buttons(layer)[1]?.getAttribute('aria-pressed')).to.equal('true');
    await expect(layer).to.be.accessible();
    press(second, 'Escape');
    await layer.updateComplete;
    expect(buttons(layer)).to.have.length(0);
    expect(map.shadowRoot?.activeElement).to.equal(viewport);
    expect([...dataset.selection], 'Escape closes before it clears').to.deep.equal([1]);
  });
});

/** The worker is building: it begins after the frame that asks for a hierarchy. */
const working = () => waitUntil(() => clusterWorkerState() === 'running', 'the worker never began', { timeout: 15_000, interval: 1 });

describe('yzt-point-layer: hierarchical clusters', () => {
  it('shows the live grid first and then the hierarchy, with nothing missing in between', async () => {
    const { map, layer } = await layerOn(city(30_000), {}, '9');
    await working();
    await waitUntil(() => total(layer) === 30_000, 'the live grid never came', { timeout: 15_000, interval: 1 });
    await waitUntil(() => clusterWorkerState() === 'none', 'the worker never ended', { timeout: 15_000 });
    await canvasOf(map, layer);
    expect(total(layer)).to.equal(30_000);
    expect(clusterWorkerState()).to.equal('none');
  });

  it('needs no worker for few rows, nor when it is told to count live', async () => {
    await layerOn(crowd());
    expect(clusterWorkerState()).to.equal('none');
    await layerOn(city(30_000), { cluster: 'live' });
    expect(clusterWorkerState()).to.equal('none');
  });

  it('follows every filter at once', async () => {
    const dataset = city(3000);
    const { map, layer } = await layerOn(dataset, { cluster: 'hierarchical' }, '9');
    await waitUntil(() => clusterWorkerState() === 'none', 'the worker never ended', { timeout: 15_000 });
    await canvasOf(map, layer);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['乙'] });
    await canvasOf(map, layer);
    expect(total(layer)).to.equal(1000);
    expect(clusterWorkerState(), 'a filter builds nothing').to.equal('none');
  });

  it('ends the worker when the last layer that waits for it goes', async () => {
    const { layer } = await layerOn(city(60_000));
    await working();
    layer.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(clusterWorkerState()).to.equal('none');
  });

  it('answers for the new level while the picture is still on its way', async () => {
    const { map, layer } = await layerOn(city(5000), { cluster: 'hierarchical' });
    await waitUntil(() => clusterWorkerState() === 'none', 'the worker never ended', { timeout: 15_000 });
    await canvasOf(map, layer);
    map.zoom = 9;
    await canvasOf(map, layer);
    expect(total(layer)).to.equal(5000);
  });
});

describe('yzt-point-layer: choices of clusters', () => {
  it('draws every point beyond the last clustered zoom level', async () => {
    const { map, layer } = await layerOn(crowd(), { clusterMaxZoom: 10 });
    expect(layer.clusterAt(pixel(map, PLACE))).to.equal(undefined);
    expect(layer.hitsAt(pixel(map, PLACE))).to.have.length(7);
    map.zoom = 10;
    await canvasOf(map, layer);
    expect(layer.clusterAt(pixel(map, PLACE))?.count).to.be.greaterThan(6);
  });

  it('takes words for the kind and says what it cannot use', async () => {
    const { layer } = await layerOn(crowd());
    expect(layer.cluster).to.equal(true);
    layer.setAttribute('cluster', 'live');
    expect(layer.cluster).to.equal('live');
    const hints = await hintsOf(() => {
      layer.setAttribute('cluster', 'fancy');
      layer.setAttribute('cluster-max-zoom', 'high');
    });
    expect(hints).to.have.length(2);
    expect(layer.cluster).to.equal('live');
    layer.removeAttribute('cluster');
    expect(layer.cluster).to.equal(false);
  });
});
