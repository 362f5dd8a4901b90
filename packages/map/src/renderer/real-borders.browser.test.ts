import { expect, waitUntil } from '@open-wc/testing';
import { setSimplifyWorkerUrl, simplifyWorkerState } from '@yizhangtu/data/simplify';
import { fromLonLat } from 'ol/proj.js';
import { CanvasLayer } from '../data-layer/canvas-layer.js';
import { NOTE, partsOfUsa, pixelOf, present, ringsOf, WORLD, type Shapes } from '../data-layer/real-data.fixture.js';
import { columnsOf, endMap, mapOf, pixelsOf, SIDE, STYLE } from './picture.fixture.js';
import { newRenderer } from './shape-renderer.js';
import { shapeGeometry, type Ring } from './shapes.fixture.js';
import type { RenderColumns } from './types.js';

const CENTER = [-96, 39] as const;
/** No borders: they would hide what is looked for. */
const style = { ...STYLE, way: 'pixels', fillOpacity: 1, classes: [{ color: '#000000', outline: 'rgba(0,0,0,0)' }] } as const;

/** Where the browser fills the whole country, 2 px and more from its outline. */
function inland(nation: Shapes, zoom: number, pixelRatio: number): Uint8Array {
  const side = SIDE * pixelRatio;
  const context = Object.assign(document.createElement('canvas'), { width: side, height: side }).getContext('2d') as CanvasRenderingContext2D;
  context.scale(pixelRatio, pixelRatio);
  const place = pixelOf({ center: CENTER, zoom, rotation: 0, width: SIDE, height: SIDE });
  for (const { geometry } of nation.features)
    for (const ring of ringsOf(geometry, place)) {
      ring.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.closePath();
    }
  context.fill('evenodd');
  // What lies under a line of 4 px along the outline is left out.
  context.globalCompositeOperation = 'destination-out';
  context.lineWidth = 4;
  context.stroke();
  const { data } = context.getImageData(0, 0, side, side);
  return Uint8Array.from({ length: side * side }, (_, i) => ((data[4 * i + 3] as number) === 255 ? 1 : 0));
}

(present ? describe : describe.skip)(`borders of real neighbours${NOTE}`, function () {
  this.timeout(60_000);
  setSimplifyWorkerUrl(new URL('/packages/data/src/simplify/simplify.worker.ts', location.href));

  function shown(columns: RenderColumns, zoom: number, pixelRatio: number) {
    const renderer = newRenderer('polygon');
    renderer.prepare(columns, style);
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), { center: fromLonLat([...CENTER]) as [number, number], resolution: WORLD / 256 / 2 ** zoom, pixelRatio });
    const end = () => {
      endMap(map);
      renderer.dispose();
    };
    return { map, end };
  }

  /** Pixels of the country that show the ground. */
  async function gaps(columns: RenderColumns, nation: Shapes, zoom: number, pixelRatio: number): Promise<{ land: number; empty: number }> {
    const { map, end } = shown(columns, zoom, pixelRatio);
    await new Promise((resolve) => {
      map.once('rendercomplete', resolve);
      map.getLayers().item(0)?.changed();
      map.render();
    });
    const { data } = pixelsOf(map, pixelRatio);
    end();
    let land = 0;
    let empty = 0;
    inland(nation, zoom, pixelRatio).forEach((inside, i) => {
      if (!inside) return;
      land++;
      // Where covers of neighbours meet the ground shines through a little: two halves cover three quarters.
      if ((data[4 * i] as number) > 128) empty++;
    });
    return { land, empty };
  }

  it('have no gap between them where 3,231 counties are drawn small and with fewer vertices', async () => {
    const [counties, nation] = await Promise.all([partsOfUsa('counties'), partsOfUsa('nation')]);
    const polygons = counties.features.map(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Ring[][]);
    const columns = columnsOf(shapeGeometry(polygons.map((parts) => ({ type: 3, polygons: parts }))), polygons.length);
    // While one map shows them their vertices stay ranked.
    const first = shown(columns, 3, 1);
    await waitUntil(() => simplifyWorkerState() === 'running');
    await waitUntil(() => simplifyWorkerState() === 'none', 'vertices were never ranked', { timeout: 20_000 });
    for (const [zoom, pixelRatio] of [[2.6, 1], [2.6, 2], [4, 1]] as const) {
      const { land, empty } = await gaps(columns, nation, zoom, pixelRatio);
      expect(land).to.be.greaterThan(4000);
      expect(empty, `${zoom} at ${pixelRatio}`).to.equal(0);
    }
    // Without the counties of one state the same measure finds a hole.
    const without = Uint8Array.from(counties.features, ({ id }) => (String(id).startsWith('20') ? 0 : 1));
    expect((await gaps({ ...columns, passing: without }, nation, 4, 1)).empty).to.be.greaterThan(500);
    first.end();
  });
});
