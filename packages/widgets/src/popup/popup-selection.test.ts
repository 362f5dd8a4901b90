import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { placeOn, selectedRow } from './popup-selection.js';

const points = (): Dataset =>
  Dataset.fromColumns({
    coordinates: Float64Array.of(120, 36, 121, 37, NaN, NaN),
    columns: { kind: ['a', 'b', 'a'] },
  });

/** One row of one type with one part: rings of lon, lat pairs. */
function shape(type: 2 | 3, ...rings: number[][]) {
  const ends = rings.reduce<number[]>((starts, ring) => [...starts, (starts.at(-1) ?? 0) + ring.length / 2], [0]);
  return {
    kind: 'shape' as const,
    types: Uint8Array.of(type),
    partStart: Uint32Array.of(0, 1),
    ringStart: Uint32Array.of(0, rings.length),
    vertexStart: Uint32Array.from(ends),
    coordinates: Float64Array.from(rings.flat()),
  };
}

describe('where a selected row lies', () => {
  it('is on the row: a point itself, inside a polygon, a vertex of a line', () => {
    expect(placeOn(points().geometry, 1)).toEqual([121, 37]);
    // A horseshoe open to the east: the middle of its box lies outside of it.
    const horseshoe = [0, 0, 10, 0, 10, 3, 2, 3, 2, 7, 10, 7, 10, 10, 0, 10, 0, 0];
    expect(placeOn(shape(3, horseshoe), 0)).toEqual([1, 5]);
    // A hole in the middle, the wider rest on the right.
    expect(placeOn(shape(3, [0, 0, 10, 0, 10, 10, 0, 10, 0, 0], [2, 2, 2, 8, 5, 8, 5, 2, 2, 2]), 0)).toEqual([7.5, 5]);
    expect(placeOn(shape(2, [0, 0, 0, 8, 9, 9]), 0)).toEqual([0, 8]);
  });

  it('is nowhere without a place', () => {
    expect(placeOn(points().geometry, 2)).toBeUndefined();
    expect(placeOn({ kind: 'none' }, 0)).toBeUndefined();
  });
});

describe('the feature of a selection', () => {
  const layer = (dataset: Dataset, given: { invisible?: boolean; noSelect?: boolean } = {}) => ({
    layerDataset: dataset,
    invisible: false,
    ...given,
  });

  it('is the one selected row on the topmost layer that draws it', () => {
    const data = points();
    const [low, high, other] = [layer(data), layer(data), layer(points())];
    data.select([1]);
    expect(selectedRow(data, [low, high, other])).toEqual({ layer: high, dataset: data, row: 1, lonLat: [121, 37] });
    expect(selectedRow(data, [low, layer(data, { noSelect: true }), layer(data, { invisible: true })])?.layer).toBe(low);
  });

  it('is none for several rows, for none, without a layer, behind a filter, and without a place', () => {
    const data = points();
    const layers = [layer(data)];
    expect(selectedRow(data, layers)).toBeUndefined();
    data.select([0, 1]);
    expect(selectedRow(data, layers)).toBeUndefined();
    data.select([1]);
    expect(selectedRow(data, [layer(points())])).toBeUndefined();
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['a'] });
    expect(selectedRow(data, layers)).toBeUndefined();
    data.select([2]);
    expect(selectedRow(data, layers)).toBeUndefined();
  });

  it('is none inside a group that is switched off', () => {
    const data = points();
    data.select([0]);
    const inGroup = { ...layer(data), groupElement: { invisible: true } };
    expect(selectedRow(data, [inGroup])).toBeUndefined();
  });
});
