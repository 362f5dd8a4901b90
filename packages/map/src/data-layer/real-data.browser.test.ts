import { expect, waitUntil } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import { setIngestWorkerUrl } from '@yizhangtu/data/worker';
import { Dataset } from '@yizhangtu/data/model';
import { setSimplifyWorkerUrl } from '@yizhangtu/data/simplify';
import { html } from 'lit';
import '../point-layer/index.js';
import '../polygon-layer/index.js';
import type { YztPointLayer } from '../point-layer/index.js';
import type { YztPolygonLayer } from '../polygon-layer/index.js';
import { readyMap } from '../shared/map.fixture.js';
import { canvasOf, paintedPixels } from './layer-picture.fixture.js';
import { at, csvRecords, lookAt, NOTE, partsOfUsa, pixelOf, present, ringsOf, seeded, type Ground, type Shapes } from './real-data.fixture.js';

setIngestWorkerUrl(new URL('/packages/data/src/worker/ingest.worker.ts', location.href));
setSimplifyWorkerUrl(new URL('/packages/data/src/simplify/simplify.worker.ts', location.href));

const VIEW = { width: 400, height: 300 };

const attributesOf = ({ center, zoom, rotation }: Ground) => ({ center: center.join(' '), zoom: String(zoom), rotation: String(rotation) });

const counties = (): Promise<Shapes> => partsOfUsa('counties');

/** Reads a file as a page does. */
async function read(src: string): Promise<Dataset> {
  const element = document.createElement('yzt-dataset');
  const loaded = new Promise((resolve, reject) => {
    element.addEventListener('yzt-load', resolve);
    element.addEventListener('yzt-error', (event) => reject((event as CustomEvent).detail));
  });
  element.src = src;
  document.body.append(element);
  await loaded;
  element.remove();
  return element.dataset as Dataset;
}

/** Whether a value of a dataset is what a text of a file says. */
function says(value: unknown, text: string): boolean {
  if (value === null || value === undefined) return text === '';
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  return said === text || Number(said) === Number(text) || Date.parse(said) === Date.parse(text);
}

async function pointLayer(dataset: Dataset, ground: Ground, size: number, symbology: string) {
  const map = await readyMap(html`<yzt-point-layer size=${size} symbology=${symbology}></yzt-point-layer>`, attributesOf(ground));
  const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
  layer.dataset = dataset;
  await layer.updateComplete;
  await waitUntil(async () => (await paintedPixels(map, layer)) > 1000, 'not drawn', { timeout: 20_000 });
  return { map, layer };
}

/** Rows whose disc has painted a pixel, by a plain loop. */
function discsAt(places: readonly (readonly [number, number])[], x: number, y: number, size: number): number[] {
  const out: number[] = [];
  places.forEach(([px, py], row) => {
    if (Math.hypot(x - Math.floor(px), y - Math.floor(py)) < size / 2 + 0.5 - 1 / 510) out.push(row);
  });
  return out;
}

const POINTS = [
  { name: '104,536 shops', path: 'perf/osm_shops_germany_104k.csv', lon: 'lon', lat: 'lat', symbology: 'class:shop', ground: { ...VIEW, center: [11.57, 48.14], zoom: 11, rotation: 0 } },
  { name: '104,536 shops, turned', path: 'perf/osm_shops_germany_104k.csv', lon: 'lon', lat: 'lat', symbology: 'class:shop', ground: { ...VIEW, center: [13.4, 52.52], zoom: 10, rotation: 33 } },
  { name: '119,189 positions of storms, across 180°', path: 'perf/ibtracs_wp_points_1884_2025.csv', lon: 'LON', lat: 'LAT', symbology: 'breaks:WMO_WIND:5', ground: { ...VIEW, center: [179.5, 22], zoom: 5, rotation: 0 } },
] as const;

(present ? describe : describe.skip)(`points of real files${NOTE}`, function () {
  this.timeout(120_000);
  for (const { name, path, lon, lat, symbology, ground } of POINTS)
    it(`${name}: hits are what a loop over the file finds, top first, with all attributes`, async () => {
      const size = 9;
      const records = await csvRecords(path);
      const dataset = await read(at(path));
      expect(dataset.rowCount).to.equal(records.length);
      const { map, layer } = await pointLayer(dataset, ground, size, symbology);
      const place = pixelOf(ground);
      // The world that is nearest to the middle of the view.
      const places = records.map((record) => {
        const degrees = Number(record[lon]);
        return place(degrees, Number(record[lat]), Math.round((ground.center[0] - degrees) / 360));
      });
      const canvas = await canvasOf(map, layer);
      const { data, width } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
      const colors = new Map<number, string>();
      const random = seeded(17);
      let answered = 0;
      let several = 0;
      let top = 0;
      for (let probe = 0; probe < 800; probe++) {
        const [x, y] = [Math.floor(random() * VIEW.width), Math.floor(random() * VIEW.height)];
        const rows = layer.hitsAt([x, y], 0).map((hit) => hit.row);
        const expected = discsAt(places, x, y, size);
        expect([...rows].sort((a, b) => a - b), `${x} ${y}`).to.deep.equal(expected);
        if (rows.length === 0) continue;
        answered++;
        if (rows.length > 1) several++;
        const first = rows[0] as number;
        // Well inside the disc on top the picture shows the colour of its class.
        const [px, py] = places[first] as [number, number];
        if (Math.hypot(x - Math.floor(px), y - Math.floor(py)) <= size / 2 - 2) {
          const color = String(data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4));
          const known = colors.get(layer.symbologyModel?.classOf[first] as number);
          expect(color, `class of ${first}`).to.equal(known ?? color);
          colors.set(layer.symbologyModel?.classOf[first] as number, color);
          top++;
        }
        if (answered > 60) continue;
        for (const row of rows)
          for (const [key, value] of Object.entries(dataset.feature(row).properties)) expect(says(value, records[row]?.[key] ?? ''), `${row} ${key} ${String(value)} ${records[row]?.[key]}`).to.equal(true);
      }
      expect(new Set(colors.values()).size).to.equal(colors.size);
      expect(colors.size).to.be.greaterThan(3);
      expect(answered).to.be.greaterThan(150);
      expect(several).to.be.greaterThan(40);
      expect(top).to.be.greaterThan(30);
      map.remove();
    });
});

(present ? describe : describe.skip)(`very many points of a real file${NOTE}`, function () {
  this.timeout(120_000);
  it('1,073,760 vertices of a shoreline: hits are what a loop finds', async () => {
    const size = 5;
    const ground = { ...VIEW, center: [120.3, 36.1], zoom: 9, rotation: 20 } as const;
    const steps = new Int32Array(await (await fetch(at('perf/gshhg_f_vertices_east_asia_1m.i32delta'))).arrayBuffer());
    const coordinates = new Float64Array(steps.length);
    for (let i = 0, lon = 0, lat = 0; i < steps.length; i += 2) {
      lon += steps[i] as number;
      lat += steps[i + 1] as number;
      coordinates[i] = lon / 100_000;
      coordinates[i + 1] = lat / 100_000;
    }
    const { map, layer } = await pointLayer(Dataset.fromColumns({ coordinates, columns: {} }), ground, size, 'fixed:#1f5fd0');
    const place = pixelOf(ground);
    const places = Array.from({ length: coordinates.length / 2 }, (_, row) => place(coordinates[2 * row] as number, coordinates[2 * row + 1] as number));
    const seen = places.flatMap(([x, y]) => (x > 10 && y > 10 && x < VIEW.width - 10 && y < VIEW.height - 10 ? [[Math.floor(x), Math.floor(y)] as const] : []));
    const random = seeded(3);
    let answered = 0;
    for (let probe = 0; probe < 150; probe++) {
      const [px, py] = seen[Math.floor(random() * seen.length)] as readonly [number, number];
      const [x, y] = [px + Math.floor(random() * 9) - 4, py + Math.floor(random() * 9) - 4];
      const rows = layer.hitsAt([x, y], 0).map((hit) => hit.row);
      expect([...rows].sort((a, b) => a - b), `${x} ${y}`).to.deep.equal(discsAt(places, x, y, size));
      if (rows.length > 0) answered++;
    }
    expect(answered).to.be.greaterThan(80);
    map.remove();
  });
});

const AREAS = [
  { name: '2,860 areas of land cover with holes', ground: { ...VIEW, center: [-113.14, 37.32], zoom: 11, rotation: 0 }, shapes: async () => (await (await fetch(at('landuse/nlcd2011_zion_west.geojson'))).json()) as Shapes },
  { name: '2,860 areas of land cover, near and turned', ground: { ...VIEW, center: [-113.14, 37.32], zoom: 12, rotation: -25 }, shapes: async () => (await (await fetch(at('landuse/nlcd2011_zion_west.geojson'))).json()) as Shapes },
  { name: '3,231 counties', ground: { ...VIEW, center: [-96, 38], zoom: 4.6, rotation: 0 }, shapes: counties },
  { name: '3,231 counties, near', ground: { ...VIEW, center: [-77, 38.5], zoom: 7, rotation: 40 }, shapes: counties },
] as const;

(present ? describe : describe.skip)(`areas of real files${NOTE}`, function () {
  this.timeout(120_000);
  for (const { name, ground, shapes } of AREAS)
    it(`${name}: hits are the areas that contain the place, even-odd, with all attributes`, async () => {
      const collection = await shapes();
      const url = URL.createObjectURL(new Blob([JSON.stringify(collection)], { type: 'application/geo+json' }));
      const dataset = await read(url);
      URL.revokeObjectURL(url);
      expect(dataset.rowCount).to.equal(collection.features.length);
      const map = await readyMap(html`<yzt-polygon-layer></yzt-polygon-layer>`, attributesOf(ground));
      const layer = map.querySelector('yzt-polygon-layer') as YztPolygonLayer;
      layer.dataset = dataset;
      await layer.updateComplete;
      await waitUntil(async () => (await paintedPixels(map, layer)) > 1000, 'not drawn', { timeout: 20_000 });
      const place = pixelOf(ground);
      const outlines = collection.features.map(({ geometry }) => {
        const rings = ringsOf(geometry, place);
        const [xs, ys] = [0, 1].map((k) => rings.flat().map((one) => one[k as 0 | 1])) as [number[], number[]];
        const box = [xs, ys].flatMap((list) => [list.reduce((p, q) => Math.min(p, q)), list.reduce((p, q) => Math.max(p, q))]);
        return { rings, box };
      });
      const random = seeded(29);
      let looked = 0;
      let answered = 0;
      for (let tries = 0; looked < 600; tries++) {
        expect(tries).to.be.lessThan(5000);
        const [x, y] = [random() * VIEW.width, random() * VIEW.height];
        const near = outlines.map(({ rings, box: [left = 0, right = 0, top = 0, bottom = 0] }) => (x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1 ? lookAt(rings, x, y) : undefined));
        // On a border either answer would do.
        if (near.some((one) => one && one.away < 1)) continue;
        looked++;
        const rows = layer.hitsAt([x, y], 0).map((hit) => hit.row);
        expect([...rows].sort((a, b) => a - b), `${x} ${y}`).to.deep.equal([...near.keys()].filter((row) => near[row]?.inside));
        if (rows.length === 0) continue;
        answered++;
        for (const row of rows) {
          const { properties, id } = dataset.feature(row);
          const { properties: written, id: number } = collection.features[row] as Shapes['features'][number];
          expect(properties).to.include(written ?? {});
          if (number !== undefined) expect(String(id)).to.equal(String(number));
        }
      }
      expect(answered).to.be.greaterThan(300);
      map.remove();
    });
});
