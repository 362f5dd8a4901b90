import { expect, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import type { CellsQuestion } from '@yizhangtu/data/remote';
import '../grid-layer/index.js';
import '../hexbin-layer/index.js';
import type { YztGridLayer } from '../grid-layer/index.js';
import { paintedPixels } from '../data-layer/layer-picture.fixture.js';
import type { Hit } from '../map/map-types.js';
import { clearSelection, selectHit } from '../map/selection.js';
import { elsewhere, heldEngine, pause } from '../reach/elsewhere.fixture.js';
import { redrawn, spots, surfaceOn } from './surface.fixture.js';

const FILTER = { kind: 'in', field: 'spot', values: ['甲', '丙'] } as const;

describe('cells of rows that are elsewhere', () => {
  for (const [tag, attributes] of [
    ['yzt-grid-layer', { size: '2km', breaks: '5,20:blues' }],
    ['yzt-hexbin-layer', { size: '3km', measure: 'mean:area', 'suppress-below': '3' }],
    ['yzt-hexbin-layer', { size: '24px', measure: 'sum:area' }],
  ] as const)
    for (const counts of [true, false]) it(`<${tag}> ${JSON.stringify(attributes)} is what it is for rows in the page, of an engine that counts ${counts ? 'cells' : 'none'}`, async () => {
      const { cells, ...plain } = heldEngine(spots());
      const data = await elsewhere(counts && cells ? { ...plain, cells } : plain);
      const here = spots();
      const one = await surfaceOn<YztGridLayer>(tag, here, attributes);
      const words = (layer: YztGridLayer) => layer.symbologyModel?.classes.map(({ label, color }, index) => [label.zh, color, layer.symbologyModel?.counts?.[index]]);
      const [ours, drawn] = [words(one.layer), await paintedPixels(one.map, one.layer)];
      here.setFilter('spot', FILTER);
      await redrawn(one.map, one.layer);
      const [filtered, less] = [words(one.layer), await paintedPixels(one.map, one.layer)];
      one.map.remove();
      const other = await surfaceOn<YztGridLayer>(tag, data, attributes);
      const wait = async (): Promise<void> => {
        await pause();
        await redrawn(other.map, other.layer);
      };
      // The code of rows comes with the first layer that needs them.
      await waitUntil(() => other.layer.symbologyModel !== undefined, 'counted', { timeout: 8000 });
      await wait();
      expect(words(other.layer)).to.deep.equal(ours);
      expect(await paintedPixels(other.map, other.layer)).to.equal(drawn);
      data.setFilter('spot', FILTER);
      await wait();
      expect(words(other.layer)).to.deep.equal(filtered);
      expect(await paintedPixels(other.map, other.layer)).to.equal(less);
      expect(less).to.be.greaterThan(0).and.below(drawn);
      expect(other.layer.hasAttribute('stale')).to.equal(false);
    });

  for (const [tag, size] of [['yzt-grid-layer', '2km'], ['yzt-hexbin-layer', '3km'], ['yzt-hexbin-layer', '24px']] as const)
    it(`a click on a cell of <${tag} size="${size}"> filters by just its rows, a second one lets go, and the other cells stay`, async () => {
      const held = spots();
      const data = await elsewhere(heldEngine(held));
      const { map, layer } = await surfaceOn<YztGridLayer>(tag, data, { size });
      await pause();
      await redrawn(map, layer);
      const { clientWidth: width, clientHeight: height } = map;
      const all = new Map<number, Hit>();
      for (let x = 4; x < width; x += 8) for (let y = 4; y < height; y += 8) for (const hit of layer.hitsAt([x, y])) all.set(hit.row, hit);
      const hits = [...all.values()];
      const within = (): number => {
        const filter = data.filters.get('cells');
        held.setFilter('within', filter);
        const { count } = held.query({ measures: [{ kind: 'count' }] }).total;
        held.clearFilters();
        return filter ? count : Number.NaN;
      };
      expect(hits.length).to.be.greaterThan(1);
      const counts = JSON.stringify(layer.symbologyModel?.counts);
      for (const hit of hits) {
        selectHit([hit], [layer], false);
        expect(within()).to.equal(hit.bin?.count);
      }
      await pause();
      await redrawn(map, layer);
      expect(JSON.stringify(layer.symbologyModel?.counts)).to.equal(counts);
      const [first, second] = hits as [Hit, Hit];
      selectHit([first], [layer], false);
      selectHit([second], [layer], true);
      expect(within()).to.equal((first.bin?.count ?? 0) + (second.bin?.count ?? 0));
      selectHit([first], [layer], true);
      expect(within()).to.equal(second.bin?.count);
      selectHit([second], [layer], false);
      expect(data.filters.size).to.equal(0);
      selectHit([second], [layer], false);
      expect(clearSelection([layer])).to.equal(true);
      expect(data.filters.size).to.equal(0);
      expect(first.bin?.facts[0]?.label.zh).to.equal('数量');
    });

  it('all rows are asked about once, what passes with every filter', async () => {
    const asked: CellsQuestion[] = [];
    const data = await elsewhere(heldEngine(spots(), { cells: asked, pages: [] }));
    await surfaceOn<YztGridLayer>('yzt-grid-layer', data, { size: '2km' });
    await pause();
    expect(asked).to.have.length(1);
    data.setFilter('spot', FILTER);
    await pause();
    expect(asked.map(({ conditions }) => conditions.length)).to.deep.equal([0, 1]);
  });

  it('of an engine that counts none, and has more rows than may come, says how many', async () => {
    const many = Dataset.fromColumns({ coordinates: Float64Array.from({ length: 40_002 }, (_, at) => (at % 2 === 0 ? 120.38 : 36.07)), columns: { a: Float64Array.from({ length: 20_001 }, (_, row) => (row < 7 ? 1 : 0)) } });
    const { cells: _, ...engine } = heldEngine(many);
    const data = await elsewhere(engine);
    const errors: string[] = [];
    const listen = (event: Event): void => {
      event.preventDefault();
      errors.push((event as CustomEvent<{ text: { zh: string } }>).detail.text.zh);
    };
    document.addEventListener('yzt-error', listen);
    const { layer } = await surfaceOn<YztGridLayer>('yzt-grid-layer', data, { size: '2km' });
    await pause();
    await pause();
    document.removeEventListener('yzt-error', listen);
    expect(errors).to.deep.equal(['<yzt-grid-layer>：需要逐行数据，而通过筛选的有 20,001 行，超过 20,000 行。请先筛选。']);
    // Not that there are no cells.
    expect([layer.hasAttribute('error'), layer.symbologyModel]).to.deep.equal([true, undefined]);
    data.setFilter('a', { kind: 'range', field: 'a', min: 1 });
    await waitUntil(() => layer.symbologyModel !== undefined, 'rows that pass', { timeout: 8000 });
    expect([layer.hasAttribute('error'), layer.symbologyModel?.counts]).to.deep.equal([false, [1]]);
  });
});
