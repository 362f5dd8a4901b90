import { describe, expect, it } from 'vitest';
import { Dataset } from './dataset.js';
import { plainShapes } from './plain-shapes.js';

describe('plainShapes', () => {
  it('makes one line or polygon a row, and none of no corners', () => {
    const lines = Dataset.fromColumns({ geometry: plainShapes('line', [[[120, 36], [121, 37]], [], [[122, 35], [123, 35], [124, 36]]]) });
    expect([0, 1, 2].map((row) => lines.feature(row).geometry)).toEqual([
      { type: 'LineString', coordinates: [[120, 36], [121, 37]] },
      null,
      { type: 'LineString', coordinates: [[122, 35], [123, 35], [124, 36]] },
    ]);
    const ring = [[120, 36], [121, 36], [120, 37], [120, 36]] as const;
    expect(Dataset.fromColumns({ geometry: plainShapes('polygon', [ring]) }).feature(0).geometry).toEqual({ type: 'Polygon', coordinates: [ring] });
    expect(Dataset.fromColumns({ geometry: plainShapes('line', []) }).rowCount).toBe(0);
  });
});
