import { expect, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { frame, readyMap, settled } from '../shared/map.fixture.js';
import '../shared/probe-layer.fixture.js';
import type { ProbeLayer } from '../shared/probe-layer.fixture.js';
import type { Hit, MapPick } from './map-types.js';
import type { YztMap } from './map.js';

function someData(): Dataset {
  return Dataset.fromColumns({ coordinates: new Float64Array([120.38, 36.07, 120.4, 36.1, 120.5, 36.2]), columns: { name: ['甲', '乙', '丙'] } });
}

function hit(layer: ProbeLayer, row: number): Hit {
  return { layer, dataset: layer.data as Dataset, row, lonLat: [120.38, 36.07] };
}

/** A map with two layers of one dataset each; the upper one is `top`. */
async function pickingMap(): Promise<{ map: YztMap; bottom: ProbeLayer; top: ProbeLayer }> {
  const map = await readyMap(html`<yzt-probe-layer id="bottom"></yzt-probe-layer><yzt-probe-layer id="top"></yzt-probe-layer>`);
  const [bottom, top] = Array.from(map.querySelectorAll<ProbeLayer>('yzt-probe-layer')) as [ProbeLayer, ProbeLayer];
  for (const layer of [bottom, top]) layer.data = someData();
  return { map, bottom, top };
}

/** A pointer gesture as OpenLayers takes it: on its viewport, from down to up. */
function point(map: YztMap, type: string, [x, y]: readonly [number, number], options: PointerEventInit = {}): void {
  const canvas = map.olMap.getViewport() as HTMLElement;
  const box = map.getBoundingClientRect();
  const init = { bubbles: true, composed: true, clientX: box.left + x, clientY: box.top + y, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, ...options };
  canvas.dispatchEvent(new PointerEvent(type, init));
}

function click(map: YztMap, at: readonly [number, number], options: PointerEventInit = {}): void {
  point(map, 'pointerdown', at, { buttons: 1, ...options });
  point(map, 'pointerup', at, options);
}

function press(map: YztMap, key: string, options: KeyboardEventInit = {}): boolean {
  const viewport = map.shadowRoot?.querySelector('.viewport') as HTMLElement;
  return viewport.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }));
}

function spoken(map: YztMap): string {
  return map.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ?? '';
}

const rows = (dataset: Dataset | undefined): number[] => [...(dataset?.selection ?? [])];

describe('picking', () => {
  it('asks visible layers from top to bottom', async () => {
    const { map, bottom, top } = await pickingMap();
    bottom.hits = [hit(bottom, 0)];
    top.hits = [hit(top, 1), hit(top, 2)];
    expect(map.pick([10, 10]).map(({ row }) => row)).to.deep.equal([1, 2, 0]);
    top.invisible = true;
    expect(map.pick([10, 10]).map(({ row }) => row)).to.deep.equal([0]);
    bottom.minZoom = 12;
    expect(map.pick([10, 10])).to.deep.equal([]);
    bottom.minZoom = 11;
    expect(map.pick([10, 10])).to.have.lengthOf(1);
  });

  it('selects the top hit of a click, and clears beside everything', async () => {
    const { map, bottom, top } = await pickingMap();
    top.hits = [hit(top, 1)];
    bottom.hits = [hit(bottom, 0)];
    const picks: MapPick[] = [];
    map.addEventListener('yzt-pick', (event) => picks.push(event.detail));
    click(map, [200, 150]);
    expect(picks).to.have.lengthOf(1);
    expect(picks[0]?.hits.map(({ row }) => row)).to.deep.equal([1, 0]);
    expect(picks[0]?.lonLat[0]).to.be.closeTo(120.38, 1e-3);
    expect(picks[0]?.pixel).to.deep.equal([200, 150]);
    expect([rows(top.data), rows(bottom.data)]).to.deep.equal([[1], []]);
    top.hits = [];
    click(map, [250, 150]);
    expect([rows(top.data), rows(bottom.data)]).to.deep.equal([[], [0]]);
    bottom.hits = [];
    click(map, [290, 150]);
    expect(rows(bottom.data)).to.deep.equal([]);
  });

  it('adds and takes away with a modifier key', async () => {
    const { map, top } = await pickingMap();
    top.hits = [hit(top, 1)];
    click(map, [200, 150]);
    top.hits = [hit(top, 2)];
    click(map, [230, 150], { ctrlKey: true });
    expect(rows(top.data)).to.deep.equal([1, 2]);
    click(map, [260, 150], { shiftKey: true });
    expect(rows(top.data)).to.deep.equal([1]);
    top.hits = [];
    click(map, [290, 150], { metaKey: true });
    expect(rows(top.data)).to.deep.equal([1]);
  });

  it('leaves the selection alone when the page takes the pick, and where a layer forbids it', async () => {
    const { map, bottom, top } = await pickingMap();
    top.hits = [hit(top, 1)];
    bottom.hits = [hit(bottom, 2)];
    map.addEventListener('yzt-pick', (event) => event.preventDefault(), { once: true });
    click(map, [200, 150]);
    expect(rows(top.data)).to.deep.equal([]);
    top.noSelect = true;
    click(map, [240, 150]);
    expect([rows(top.data), rows(bottom.data)]).to.deep.equal([[], [2]]);
  });

  it('marks what is under the pointer, at most once a frame', async () => {
    const { map, top } = await pickingMap();
    top.hits = [hit(top, 1)];
    const hovers: number[][] = [];
    map.addEventListener('yzt-hover-change', (event) => hovers.push(event.detail.hits.map(({ row }) => row)));
    for (let x = 0; x < 20; x++) point(map, 'pointermove', [200 + x, 150]);
    await nextFrame();
    await nextFrame();
    expect(hovers).to.deep.equal([[1]]);
    expect(top.data?.hover).to.equal(1);
    expect(map.olMap.getViewport()?.style.cursor).to.equal('pointer');
    top.hits = [hit(top, 2)];
    point(map, 'pointermove', [210, 150]);
    await nextFrame();
    await nextFrame();
    expect(top.data?.hover).to.equal(2);
    point(map, 'pointerleave', [-1, 150]);
    expect(hovers).to.deep.equal([[1], [2], []]);
    expect(top.data?.hover).to.equal(-1);
    expect(map.olMap.getViewport()?.style.cursor).to.equal('');
    top.noHover = true;
    point(map, 'pointermove', [215, 150]);
    await nextFrame();
    await nextFrame();
    expect(hovers).to.have.lengthOf(3);
  });

  it('selects with a box drawn with the shift key, and does not zoom', async () => {
    const { map, bottom, top } = await pickingMap();
    top.rows = [0, 2];
    bottom.rows = [1];
    bottom.noSelect = true;
    const shift = { shiftKey: true, buttons: 1 };
    point(map, 'pointerdown', [100, 100], shift);
    for (const x of [120, 160, 200]) point(map, 'pointermove', [x, x], shift);
    point(map, 'pointerup', [200, 200], { shiftKey: true });
    await map.updateComplete;
    expect([rows(top.data), rows(bottom.data)]).to.deep.equal([[0, 2], []]);
    expect(spoken(map)).to.equal('已选中 2 项');
    expect(map.zoom).to.equal(11);
  });

  it('says that a person moved the map', async () => {
    const { map } = await pickingMap();
    const change = oneEvent(map, 'yzt-view-change');
    point(map, 'pointerdown', [100, 100], { buttons: 1 });
    for (const x of [110, 130, 160]) point(map, 'pointermove', [x, 100], { buttons: 1 });
    point(map, 'pointerup', [160, 100]);
    const { detail } = await change;
    expect(detail.cause).to.equal('user');
    expect(detail.center[0]).to.be.lessThan(120.38);
    const next = oneEvent(map, 'yzt-view-change');
    map.zoom = 9;
    expect((await next).detail.cause).to.equal('code');
  });
});

describe('the keyboard', () => {
  it('pans, zooms and goes home', async () => {
    const { map } = await pickingMap();
    const [lon, lat] = map.center;
    const zoomed = (level: number): Promise<void> => waitUntil(() => map.zoom === level, `zoom ${level}`, { timeout: 5000 });
    const change = oneEvent(map, 'yzt-view-change');
    expect(press(map, '+')).to.equal(false);
    press(map, '+');
    expect((await change).detail.cause).to.equal('user');
    await zoomed(13);
    expect(spoken(map)).to.equal('缩放级别 13');
    press(map, '-');
    await zoomed(12);
    press(map, 'ArrowRight');
    press(map, 'ArrowUp');
    expect(map.center[0]).to.be.greaterThan(lon);
    expect(map.center[1]).to.be.greaterThan(lat);
    press(map, 'Home');
    await zoomed(11);
    expect(map.center[0]).to.be.closeTo(lon, 1e-6);
  });

  it('pans along the screen on a turned map', async () => {
    const map = await readyMap('', { rotation: '90' });
    const right = map.lonLatOf([280, 150]);
    press(map, 'ArrowRight');
    expect(map.center[0]).to.be.closeTo(right?.[0] ?? 0, 1e-6);
    expect(map.center[1]).to.be.closeTo(right?.[1] ?? 0, 1e-6);
  });

  it('picks at the middle, says what is there, and clears again', async () => {
    const { map, top } = await pickingMap();
    top.label = '健身场馆';
    top.hits = [hit(top, 1)];
    const pick = oneEvent(map, 'yzt-pick');
    press(map, 'Enter');
    expect((await pick).detail.pixel).to.deep.equal([200, 150]);
    await map.updateComplete;
    expect(rows(top.data)).to.deep.equal([1]);
    await waitUntil(() => spoken(map).includes('健身场馆'), 'what is there is said');
    top.hits = [hit(top, 2)];
    press(map, ' ', { shiftKey: true });
    expect(rows(top.data)).to.deep.equal([1, 2]);
    press(map, 'Escape');
    await map.updateComplete;
    expect(rows(top.data)).to.deep.equal([]);
    expect(spoken(map)).to.equal('已取消选择');
    top.hits = [];
    press(map, 'Enter');
    await map.updateComplete;
    expect(spoken(map)).to.equal('此处没有要素');
  });

  it('leaves other keys, and keys in widgets, to the page', async () => {
    const map = await readyMap(html`<input />`);
    expect(press(map, 'Tab')).to.equal(true);
    expect(press(map, '+', { ctrlKey: true })).to.equal(true);
    const input = map.querySelector('input') as HTMLInputElement;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, composed: true }));
    await frame(map);
    expect(map.zoom).to.equal(11);
  });

  it('shows where Enter picks while the keyboard is used, and only then', async () => {
    const map = await readyMap();
    const cross = map.shadowRoot?.querySelector('.crosshair') as SVGElement;
    expect(getComputedStyle(cross).display).to.equal('none');
    map.focus();
    press(map, 'ArrowLeft');
    await map.updateComplete;
    expect(getComputedStyle(cross).display).to.equal('block');
    point(map, 'pointerdown', [10, 10]);
    await map.updateComplete;
    expect(getComputedStyle(cross).display).to.equal('none');
    await settled();
  });
});
