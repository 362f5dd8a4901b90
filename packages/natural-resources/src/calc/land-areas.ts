/** Areas of parcels on the ellipsoid, as a column. */
import { shapeAreas } from '@yizhangtu/analysis/ellipsoidal-area';
import type { DerivedColumn } from '@yizhangtu/data/model';

/** Ellipsoidal area (椭球面积, CGCS2000) of the polygons of each row, in ㎡; 0 for rows that are no polygons. */
export function landAreaColumn(name: string): DerivedColumn {
  return {
    field: { name, label: { zh: '椭球面积', en: 'Ellipsoidal area' }, kind: 'number', unit: '㎡', digits: 2 },
    uses: [],
    kind: () => 'number',
    *steps(rows) {
      yield 0;
      const { geometry } = rows;
      const values = geometry.kind === 'shape' ? shapeAreas(geometry).map((area, row) => (geometry.types[row] === 3 ? area : 0)) : new Float64Array(rows.rowCount);
      return { kind: 'number', name, values };
    },
  };
}
