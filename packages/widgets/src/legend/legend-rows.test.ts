import { beforeEach, describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { symbologyOf, type Symbology } from '@yizhangtu/data/symbology';
import { classCounts, legendBlocks, toggledFilter, type LegendLayer } from './legend-rows.js';

let venues: Dataset;
beforeEach(() => {
  venues = Dataset.fromColumns({
    coordinates: Float64Array.of(120, 36, 120.1, 36, 120.2, 36, 120.3, 36, 120.4, 36),
    columns: {
      kind: ['足球场', '足球场', '游泳馆', '健身房', null],
      area: Float64Array.of(100, 200, 300, 400, NaN),
      district: ['市南区', '崂山区', '市南区', '市南区', '崂山区'],
    },
  });
});

function layer(spec: string, more: Partial<LegendLayer> = {}): LegendLayer {
  return {
    label: '健身场馆',
    invisible: false,
    noLegend: false,
    symbologyModel: symbologyOf(spec, venues),
    layerDataset: venues,
    ...more,
  };
}

const zh = (symbology: Symbology): string[] => symbology.classes.map(({ label }) => label.zh);

describe('legendBlocks', () => {
  it('reads from the top layer down and leaves out what has no legend', () => {
    const layers = [
      layer('fixed:data-1', { label: '底' }),
      layer('class:kind', { label: '顶' }),
      layer('class:kind', { label: '关', invisible: true }),
      layer('class:kind', { label: '无', noLegend: true }),
      layer('class:kind', { label: '组关', groupElement: { invisible: true } }),
      { label: '影像', invisible: false, noLegend: false },
    ];
    expect(legendBlocks(layers, 10).map(({ layer: { label } }) => label)).toEqual(['顶', '底']);
    expect(legendBlocks(layers, 10, true).map(({ layer: { label } }) => label)).toEqual(['组关', '关', '顶', '底']);
  });

  it('makes no filter that is made when somebody filters by it', () => {
    let made = 0;
    const model = symbologyOf('class:kind', venues) as Symbology;
    const [first, ...rest] = model.classes;
    const late = Object.defineProperty({ label: first?.label, color: '#000' }, 'filter', { enumerable: true, get: () => (made++, first?.filter) });
    const lazy = layer('class:kind', { symbologyModel: { ...model, classes: [late as never, ...rest] } });
    const [block] = legendBlocks([lazy], 10);
    expect([block?.rows[0]?.selectable, block?.rows[0]?.shown, made]).toEqual([true, true, 0]);
  });

  it('counts each class after the filters of others, not after its own', () => {
    const counts = () =>
      legendBlocks([layer('class:kind')], 10)
        .flatMap(({ rows }) => rows)
        .map(({ symbol, count }) => [symbol.label.zh, count]);
    const all = counts();
    expect(all).toContainEqual(['足球场', 2]);
    expect(all).toContainEqual(['无数据', 1]);
    venues.setFilter('kind', { kind: 'in', field: 'kind', values: ['足球场'] });
    expect(counts()).toEqual(all);
    venues.setFilter('district', { kind: 'in', field: 'district', values: ['市南区'] });
    expect(counts()).toContainEqual(['足球场', 1]);
    expect(counts()).toContainEqual(['无数据', 0]);
  });

  it('has no heading over the classes of no rows', () => {
    const none = Dataset.fromColumns({ columns: { kind: [] as string[] } });
    const empty = layer('class:kind', { label: '结果', symbologyModel: symbologyOf('class:kind', none), layerDataset: none });
    expect(legendBlocks([layer('class:kind'), empty], 10).map(({ layer: { label } }) => label)).toEqual(['健身场馆']);
  });

  it('greys a layer out of its zoom range, both ends included', () => {
    const at = (zoom: number) =>
      legendBlocks([layer('fixed:data-1', { minZoom: 8, maxZoom: 12 })], zoom).some(({ inScale }) => inScale);
    expect([7.99, 8, 12, 12.01].map(at)).toEqual([false, true, true, false]);
  });
});

describe('toggledFilter', () => {
  const click = (symbology: Symbology, ...names: string[]) => {
    for (const name of names) {
      const field = symbology.field as string;
      venues.setFilter(field, toggledFilter(symbology, venues.filters.get(field), zh(symbology).indexOf(name)));
    }
    return venues.filters.get(symbology.field as string);
  };
  const passing = () => [...venues.passing()].reduce((sum, one) => sum + one, 0);

  it('shows one class, adds, removes, and ends with no filter', () => {
    const symbology = symbologyOf('class:kind', venues);
    expect(click(symbology, '足球场')).toEqual({ kind: 'in', field: 'kind', values: ['足球场'] });
    expect(passing()).toBe(2);
    click(symbology, '游泳馆');
    expect(passing()).toBe(3);
    click(symbology, '足球场');
    expect(passing()).toBe(1);
    expect(click(symbology, '游泳馆')).toBeUndefined();
  });

  it('takes every class chosen for no filter', () => {
    const symbology = symbologyOf('class:kind', venues);
    expect(click(symbology, '足球场', '游泳馆', '健身房', '无数据')).toBeUndefined();
  });

  it('filters missing values', () => {
    click(symbologyOf('class:kind', venues), '无数据');
    expect(passing()).toBe(1);
  });

  it('joins neighbouring breaks to one range and keeps apart what is apart', () => {
    const symbology = symbologyOf('breaks:area:150,250,350', venues);
    const [low = '', second = '', , high = ''] = zh(symbology);
    expect(click(symbology, low)).toEqual({ kind: 'range', field: 'area', max: 150, maxExclusive: true });
    expect(click(symbology, second)).toEqual({ kind: 'range', field: 'area', max: 250, maxExclusive: true });
    expect(passing()).toBe(2);
    expect(click(symbology, high)?.kind).toBe('any');
    expect(passing()).toBe(3);
    click(symbology, '无数据');
    expect(passing()).toBe(4);
    click(symbology, second);
    expect(passing()).toBe(3);
  });

  it('does nothing for a fixed symbol', () => {
    expect(toggledFilter(symbologyOf('fixed:data-1', venues), undefined, 0)).toBeUndefined();
  });
});

describe('classCounts', () => {
  it('counts a million rows', () => {
    const rows = 1_000_000;
    const big = Dataset.fromColumns({
      columns: { c: { dictionary: ['a', 'b', 'c'], codes: Uint32Array.from({ length: rows }, (_, i) => i % 3) } },
    });
    const symbology = symbologyOf('class:c', big);
    expect([...classCounts(symbology, big)].reduce((a, b) => a + b)).toBe(rows);
  });

  it('follows a filter that moves, and gives the same as counting anew', async () => {
    const rows = 60_000;
    const data = Dataset.fromColumns({
      columns: { c: { dictionary: ['a', 'b', 'c'], codes: Uint32Array.from({ length: rows }, (_, i) => i % 3) }, n: Float64Array.from({ length: rows }, (_, i) => (i * 7919) % 1000) },
    });
    await data.prepare({ orderBy: 'n' });
    const symbology = symbologyOf('class:c', data);
    for (const min of [100, 110, 105, 900, 0]) {
      data.setFilter('n', { kind: 'range', field: 'n', min });
      const counts = classCounts(symbology, data);
      expect(classCounts(symbology, data)).toBe(counts);
      expect([...counts]).toEqual([...classCounts({ ...symbology }, data)]);
      expect([...counts].reduce((a, b) => a + b)).toBe(data.query({ measures: [{ kind: 'count' }] }).total.count);
    }
  });
});
