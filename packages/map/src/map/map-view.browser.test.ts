import '../graticule-layer/index.js';
import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { frame, hintsOf, QINGDAO, readyMap, settled } from '../shared/map.fixture.js';
import type { MapView } from './map-types.js';
import type { YztMap } from './map.js';

function viewsOf(map: YztMap): MapView[] {
  const views: MapView[] = [];
  map.addEventListener('yzt-view-change', (event) => views.push(event.detail));
  return views;
}

function near(actual: readonly number[] | undefined, expected: readonly number[], by = 1e-6): void {
  expect(actual, 'nothing').not.to.equal(undefined);
  expected.forEach((value, index) => expect(actual?.[index]).to.be.closeTo(value, by));
}

/** Metres on the ground for one pixel at the middle of a map. */
function groundResolution(map: YztMap): number {
  const [a, b] = [map.lonLatOf([199.5, 150]), map.lonLatOf([200.5, 150])];
  const metres = (Math.PI / 180) * 6378137;
  return ((b?.[0] ?? 0) - (a?.[0] ?? 0)) * metres * Math.cos((map.center[1] * Math.PI) / 180);
}

describe('the view of a map', () => {
  it('tells the first frame, by code, with everything in view', async () => {
    const map = await fixture<YztMap>(html`<yzt-map center="120.38 36.07" zoom="11" style="width: 400px; height: 300px"></yzt-map>`);
    const views = viewsOf(map);
    await oneEvent(map, 'yzt-ready');
    await settled();
    expect(views).to.have.lengthOf(1);
    expect(views[0]).to.deep.include({ center: [120.38, 36.07], zoom: 11, rotation: 0, cause: 'code' });
    expect(views[0]?.bounds).to.deep.equal(map.viewBounds);
    near(map.viewBounds, [120.2427, 35.9867, 120.5173, 36.1532], 1e-3);
  });

  it('follows each property, and goes back to the start when the attribute goes', async () => {
    const map = await readyMap();
    map.center = [121, 37];
    expect(map.olMap.getView().getCenter()?.[0]).to.be.closeTo(13469658.1, 1);
    map.setAttribute('center', '119.5,36');
    near(map.center, [119.5, 36]);
    map.setAttribute('zoom', '8.5');
    expect(map.olMap.getView().getZoom()).to.equal(8.5);
    map.rotation = 30;
    expect(map.olMap.getView().getRotation()).to.be.closeTo(Math.PI / 6, 1e-9);
    for (const name of ['center', 'zoom', 'rotation']) map.removeAttribute(name);
    map.rotation = undefined;
    map.removeAttribute('center');
    expect([map.center, map.zoom, map.rotation]).to.deep.equal([[104, 35.5], 3, 0]);
  });

  it('follows OpenLayers, and tells it once at rest', async () => {
    const map = await readyMap();
    const views = viewsOf(map);
    const view = map.olMap.getView();
    view.setZoom(9);
    view.setRotation(Math.PI);
    await frame(map);
    expect(map.zoom).to.equal(9);
    expect(map.rotation).to.equal(180);
    expect(views).to.have.lengthOf(1);
    expect(views[0]).to.deep.include({ zoom: 9, rotation: 180, cause: 'code' });
    await frame(map);
    expect(views).to.have.lengthOf(1);
  });

  it('keeps its value and says how to write it when an attribute cannot be used', async () => {
    for (const [name, value] of [
      ['center', '36.07 120.38'],
      ['center', 'Qingdao'],
      ['zoom', 'far'],
      ['rotation', ''],
      ['bounds', '121 35 119 37'],
      ['max-bounds', '1 2 3'],
      ['min-zoom', '-4'],
      ['max-zoom', 'x'],
    ] as const) {
      const map = await readyMap();
      const said = await hintsOf(() => map.setAttribute(name, value));
      expect(said, name).to.have.lengthOf(1);
      expect(said[0]).to.contain('yzt-map').and.to.contain(`${name}="${value}"`).and.to.contain('bad-attribute');
      near(map.center, QINGDAO);
      expect([map.zoom, map.rotation, map.bounds, map.maxBounds, map.minZoom, map.maxZoom]).to.deep.equal([11, 0, undefined, undefined, undefined, undefined]);
    }
  });

  it('shows bounds, also when they were set before there was a size', async () => {
    const map = await fixture<YztMap>(html`<yzt-map bounds="120 36 121 36.5" style="width: 400px; height: 300px; display: none"></yzt-map>`);
    await aTimeout(30);
    expect(map.isReady).to.equal(false);
    map.style.display = 'block';
    await oneEvent(map, 'yzt-ready');
    const [west, south, east, north] = map.viewBounds ?? [0, 0, 0, 0];
    expect(west).to.be.closeTo(120, 1e-6);
    expect(east).to.be.closeTo(121, 1e-6);
    expect(south).to.be.lessThan(36);
    expect(north).to.be.greaterThan(36.5);
    map.bounds = [100, 30, 110, 40];
    near(map.center, [105, 35.1], 0.1);
    map.bounds = undefined;
    expect(map.bounds).to.equal(undefined);
  });

  it('fits its bounds again in another size, until somebody moves the map, and again after home', async () => {
    const map = await fixture<YztMap>(html`<yzt-map bounds="120 36 121 36.2" style="width: 400px; height: 300px"></yzt-map>`);
    await oneEvent(map, 'yzt-ready');
    const wide = async (px: number): Promise<number> => {
      map.style.width = `${px}px`;
      await aTimeout(150);
      const [west, , east] = map.viewBounds ?? [0, 0, 0, 0];
      return Number((east - west).toFixed(3));
    };
    expect([map.showsBounds, await wide(600)]).to.deep.equal([true, 1]);
    map.panBy([10, 0]);
    expect([map.showsBounds, await wide(300)]).to.deep.equal([false, 0.5]);
    map.home();
    await aTimeout(400);
    expect([map.showsBounds, await wide(500)]).to.deep.equal([true, 1]);
    map.olMap.getView().setZoom(5);
    await aTimeout(100);
    expect(map.showsBounds).to.equal(false);
  });

  it('fits with room around, and does not zoom into a point without end', async () => {
    const map = await readyMap();
    map.fit([120, 36, 121, 36.2], { padding: 100 });
    await frame(map);
    near([map.pixelOf([120, 36.1])?.[0] ?? 0], [100], 1);
    map.fit([120.38, 36.07, 120.38, 36.07]);
    expect(map.zoom).to.equal(16);
    map.fit([120.38, 36.07, 120.38, 36.07], { maxZoom: 13 });
    expect(map.zoom).to.equal(13);
  });

  it('stays within its limits', async () => {
    const map = await readyMap();
    map.maxZoom = 12;
    map.minZoom = 8;
    map.zoom = 20;
    expect(map.zoom).to.equal(12);
    map.zoom = 2;
    expect(map.zoom).to.equal(8);
    map.maxBounds = [120, 36, 121, 36.5];
    map.center = [125, 36.2];
    await frame(map);
    expect(map.viewBounds?.[2]).to.be.at.most(121.0001);
    map.removeAttribute('max-bounds');
    map.maxBounds = undefined;
    map.minZoom = undefined;
    map.zoom = 2;
    expect(map.zoom).to.equal(2);
  });

  it('flies, and says when it arrived or was called off', async () => {
    const map = await readyMap();
    const first = map.flyTo({ center: [121, 36], zoom: 9, duration: 5000 });
    const second = map.flyTo({ center: [121.5, 36.5], zoom: 10, duration: 30 });
    expect(await first).to.equal(false);
    expect(await second).to.equal(true);
    near(map.center, [121.5, 36.5], 1e-6);
    expect(map.zoom).to.be.closeTo(10, 1e-6);
  });

  it('brings pixels and places into each other', async () => {
    const map = await readyMap();
    map.rotation = 40;
    await frame(map);
    near(map.pixelOf(QINGDAO), [200, 150], 1e-6);
    const pixel = [37, 211] as const;
    const lonLat = map.lonLatOf(pixel);
    near(lonLat && map.pixelOf(lonLat), pixel, 1e-6);
  });

  it('knows neither pixel nor place nor bounds before its first frame', () => {
    const map = document.createElement('yzt-map');
    expect([map.pixelOf(QINGDAO), map.lonLatOf([1, 1]), map.viewBounds]).to.deep.equal([undefined, undefined, undefined]);
    expect(map.olMap.getView()).not.to.equal(undefined);
  });

  it('begins in the projection asked for, at the zoom asked for', async () => {
    const map = await readyMap('', { projection: 'EPSG:4549' });
    expect(map.olMap.getView().getProjection().getCode()).to.equal('EPSG:4549');
    near(map.center, QINGDAO);
    expect(map.zoom).to.equal(11);
  });

  it('keeps centre and scale when the projection changes, and keeps its layers', async () => {
    const map = await readyMap(html`<yzt-graticule-layer></yzt-graticule-layer>`);
    const before = groundResolution(map);
    for (const code of ['EPSG:4490', 'EPSG:4549', 'EPSG:3857']) {
      map.projection = code;
      await waitUntil(() => map.olMap.getView().getProjection().getCode() === code, code, { timeout: 5000 });
      await frame(map);
      near(map.center, QINGDAO);
      if (code !== 'EPSG:4490') expect(groundResolution(map) / before).to.be.closeTo(1, 0.005);
    }
  });

  it('says which projections there are when it is given another, and stays where it was', async () => {
    const map = await readyMap();
    const failure = oneEvent(map, 'yzt-error');
    map.addEventListener('yzt-error', (event) => event.preventDefault());
    map.projection = 'EPSG:999999';
    const { detail } = await failure;
    expect(detail.code).to.equal('unknown-crs');
    expect(detail.message).to.contain('EPSG:999999').and.to.contain('EPSG:3857');
    expect(map.projection).to.equal('EPSG:3857');
    expect(map.zoom).to.equal(11);
  });

  it('goes home to where it began', async () => {
    const map = await readyMap();
    map.center = [100, 30];
    map.zoom = 5;
    map.home();
    await waitUntil(() => map.zoom === 11, 'home', { timeout: 5000 });
    near(map.center, QINGDAO, 1e-6);
  });

  it('survives a size of nothing and comes back', async () => {
    const map = await readyMap();
    map.style.display = 'none';
    await waitUntil(() => map.olMap.getSize()?.[0] === 0);
    map.center = [121, 36];
    map.style.display = '';
    await waitUntil(() => map.olMap.getSize()?.[0] === 400);
    await frame(map);
    near(map.center, [121, 36]);
    near(map.pixelOf([121, 36]), [200, 150], 1e-6);
    map.style.width = '600px';
    await waitUntil(() => map.olMap.getSize()?.[0] === 600);
    await frame(map);
    near(map.pixelOf([121, 36]), [300, 150], 1e-6);
  });
});
