import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { setTheme } from '@yizhangtu/base/theme';
import '../layer-group/index.js';
import { frame, QINGDAO, readyMap, settled } from '../shared/map.fixture.js';
import '../shared/probe-layer.fixture.js';
import type { ProbeLayer } from '../shared/probe-layer.fixture.js';
import type { YztMap } from './map.js';

function probe(id: string): ProbeLayer {
  const layer = document.createElement('yzt-probe-layer');
  layer.id = id;
  return layer;
}

function idsOf(map: YztMap): string[] {
  return map.layers.map((layer) => layer.id);
}

/** Ids as OpenLayers draws them, bottom first. */
function drawnOrder(map: YztMap): string[] {
  const states = map.olMap.getLayerGroup().getLayerStatesArray();
  const ids = new Map(map.layers.map((layer) => [layer.olLayer, layer.id]));
  return [...states].sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0)).map((state) => ids.get(state.layer) ?? 'native');
}

describe('layers of a map', () => {
  it('are drawn in the order of the document, wherever they come in', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="b"></yzt-probe-layer><div><yzt-probe-layer id="d"></yzt-probe-layer></div>`);
    map.append(probe('e'));
    map.prepend(probe('a'));
    map.querySelector('div')?.before(probe('c'));
    expect(idsOf(map)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    await settled();
    expect(drawnOrder(map)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    map.append(map.querySelector('#a') as ProbeLayer);
    map.querySelector('#c')?.remove();
    await settled();
    expect(drawnOrder(map)).to.deep.equal(['b', 'd', 'e', 'a']);
    expect(idsOf(map)).to.deep.equal(['b', 'd', 'e', 'a']);
  });

  it('keep their OpenLayers layer, its canvas and its place in the collection through a move', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer><yzt-probe-layer id="b"></yzt-probe-layer>`);
    const a = map.querySelector('#a') as ProbeLayer;
    const before = a.olLayer;
    let removed = 0;
    map.olMap.getLayers().on('remove', () => removed++);
    map.append(a);
    await settled();
    expect(a.olLayer).to.equal(before);
    expect([a.made, a.disposed, removed]).to.deep.equal([1, 0, 0]);
  });

  it('are free of the map when they leave, and made anew when they return', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a" opacity="0.3"></yzt-probe-layer>`);
    const a = map.querySelector('#a') as ProbeLayer;
    a.remove();
    await settled();
    expect(map.olMap.getLayers().getLength()).to.equal(0);
    expect([a.made, a.disposed, a.mapElement]).to.deep.equal([1, 1, undefined]);
    map.append(a);
    expect(map.olMap.getLayers().item(0)).to.equal(a.olLayer);
    expect(a.olLayer.getOpacity()).to.equal(0.3);
    expect(a.made).to.equal(2);
  });

  it('go over to another map', async () => {
    const one = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer>`);
    const two = await readyMap();
    const a = one.querySelector('#a') as ProbeLayer;
    two.append(a);
    await settled();
    expect([idsOf(one), idsOf(two)]).to.deep.equal([[], ['a']]);
    expect(a.mapElement).to.equal(two);
    expect([a.made, a.disposed]).to.deep.equal([1, 0]);
  });

  it('may stand beside the map and still know their place', async () => {
    const box = await fixture(html`
      <div>
        <yzt-probe-layer id="first" for="m"></yzt-probe-layer>
        <yzt-map id="m" style="height: 200px"><yzt-probe-layer id="second"></yzt-probe-layer></yzt-map>
        <yzt-probe-layer id="third" for="m"></yzt-probe-layer>
      </div>
    `);
    expect(idsOf(box.querySelector('yzt-map') as YztMap)).to.deep.equal(['first', 'second', 'third']);
  });

  it('lie below what a page adds to OpenLayers itself', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer>`);
    const { default: Layer } = await import('ol/layer/Layer.js');
    map.olMap.addLayer(new Layer({ render: () => document.createElement('canvas') }));
    map.append(probe('b'));
    await settled();
    expect(drawnOrder(map)).to.deep.equal(['a', 'b', 'native']);
  });

  it('tell once per turn that they changed', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer>`);
    await settled();
    let told = 0;
    map.addEventListener('yzt-layers-change', () => told++);
    map.append(probe('b'), probe('c'));
    await settled();
    expect(told, 'two came').to.be.within(1, 2);
    told = 0;
    const a = map.querySelector('#a') as ProbeLayer;
    a.label = '场馆';
    a.opacity = 0.5;
    await settled();
    expect(told, 'label and opacity').to.equal(1);
    a.olLayer.setVisible(false);
    await settled();
    expect(told, 'hidden through OpenLayers').to.equal(2);
    a.remove();
    await settled();
    expect(told, 'gone').to.equal(3);
  });

  it('keep the order of fifty random moves', async () => {
    const map = await readyMap();
    const layers = Array.from({ length: 8 }, (_, index) => probe(String(index)));
    map.append(...layers);
    let seed = 7;
    const next = (): number => (seed = (seed * 16807) % 2147483647);
    for (let move = 0; move < 50; move++) {
      const layer = layers[next() % layers.length];
      if (!layer) continue;
      map.insertBefore(layer, map.children[next() % map.children.length] ?? null);
      if (move % 7 === 0) await settled();
      expect(idsOf(map)).to.deep.equal(Array.from(map.children, ({ id }) => id));
    }
    await settled();
    expect(drawnOrder(map)).to.deep.equal(Array.from(map.children, ({ id }) => id));
    expect(layers.map(({ made, disposed }) => made - disposed)).to.deep.equal(layers.map(() => 1));
  });
});

describe('a map that leaves the page', () => {
  it('survives a move with its view and layers', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer>`);
    const box = await fixture(html`<div></div>`);
    const { olMap } = map;
    map.center = [121, 37];
    for (let move = 0; move < 50; move++) box.append(map);
    await settled();
    expect(map.olMap).to.equal(olMap);
    expect(map.center).to.deep.equal([121, 37]);
    expect(idsOf(map)).to.deep.equal(['a']);
    expect((map.querySelector('#a') as ProbeLayer).made).to.equal(1);
  });

  it('is freed, and restored with view and layers when it returns', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer>`);
    const home = map.parentElement as HTMLElement;
    map.zoom = 9;
    const first = map.olMap;
    map.remove();
    await settled();
    expect(first.getTargetElement() ?? undefined).to.equal(undefined);
    expect(map.shadowRoot?.querySelectorAll('canvas').length).to.equal(0);
    expect(map.isReady).to.equal(false);
    home.append(map);
    await oneEvent(map, 'yzt-ready');
    expect(map.olMap).not.to.equal(first);
    expect([map.center, map.zoom]).to.deep.equal([[...QINGDAO], 9]);
    expect(map.olMap.getLayers().getArray()).to.deep.equal([map.layers[0]?.olLayer]);
  });

  it('leaves no listener on window, document and media queries', async () => {
    const counts = new Map<string, number>();
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const count = (target: EventTarget, type: string, by: number): void => {
      if (target === window || target === document || target instanceof MediaQueryList) counts.set(type, (counts.get(type) ?? 0) + by);
    };
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      count(this ?? window, args[0], 1);
      return addEventListener.apply(this ?? window, args);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args: Parameters<typeof removeEventListener>) {
      count(this ?? window, args[0], -1);
      return removeEventListener.apply(this ?? window, args);
    };
    try {
      for (let cycle = 0; cycle < 3; cycle++) {
        const map = document.createElement('yzt-map');
        map.style.height = '200px';
        map.append(probe('a'));
        document.body.append(map);
        await oneEvent(map, 'yzt-ready');
        map.remove();
        await settled();
      }
    } finally {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    }
    const left = [...counts].filter(([type, number]) => number > 0 && !['mouseup', 'error', 'unhandledrejection'].includes(type));
    expect(left).to.deep.equal([]);
    expect(counts.size).to.be.greaterThan(0);
  });
});

describe('what surrounds a map', () => {
  it('follows a change of the theme', async () => {
    const map = await readyMap(html`<yzt-probe-layer id="a"></yzt-probe-layer>`);
    const layer = map.querySelector('#a') as ProbeLayer;
    const { themes } = layer;
    const sea = getComputedStyle(map).backgroundColor;
    const drawn = oneEvent(map.olMap as unknown as EventTarget, 'postrender');
    setTheme('dark');
    try {
      await drawn;
      await settled();
      expect(layer.themes).to.be.greaterThan(themes);
      expect(getComputedStyle(map).backgroundColor).not.to.equal(sea);
    } finally {
      setTheme('light');
      delete document.documentElement.dataset['yztTheme'];
    }
  });

  it('can follow its frames until it is told to stop', async () => {
    const map = await readyMap();
    let frames = 0;
    const stop = map.onFrame(() => frames++);
    await frame(map);
    expect(frames).to.equal(1);
    stop();
    await frame(map);
    expect(frames).to.equal(1);
  });

  it('is accessible', async () => {
    const map = await readyMap();
    map.label = '青岛市地图';
    await map.updateComplete;
    await expect(map).to.be.accessible();
    expect(map.shadowRoot?.querySelector('[role=application]')?.getAttribute('aria-label')).to.equal('青岛市地图');
  });

  it('says the same sentence twice', async () => {
    const map = await readyMap();
    const status = map.shadowRoot?.querySelector('[role=status]');
    map.announce('已选中');
    await map.updateComplete;
    const once = status?.textContent;
    map.announce('已选中');
    await map.updateComplete;
    expect(status?.textContent?.trim()).to.equal('已选中');
    expect(status?.textContent).not.to.equal(once);
    await aTimeout(0);
  });
});
