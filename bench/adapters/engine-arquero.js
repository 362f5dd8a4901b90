// arquero: a table of columns; every answer is a query of its own.
import { desc, escape, op, table } from 'arquero';
import { drive } from '../page/engine.js';

let all;
let left;
const named = (groups, value) => Object.fromEntries(groups.objects().sort((a, b) => (a.kind < b.kind ? -1 : 1)).map((group) => [group.kind, value(group)]));

drive({
  load(columns) {
    all = table(columns);
    left = all;
  },
  brush(from, to) {
    left = all.filter(escape((row) => row.age >= from && row.age <= to));
    const bins = Array.from({ length: 25 }, () => 0);
    for (const { bin, count } of left.groupby({ bin: escape((row) => Math.min(24, Math.floor(row.area / 100))) }).count().objects()) bins[bin] = count;
    return { count: left.numRows(), sums: named(left.groupby('kind').rollup({ sum: op.sum('area') }), ({ sum }) => sum), bins };
  },
  group: (name) => named(left.filter(escape((row) => row.district === name)).groupby('kind').rollup({ mean: op.mean('age'), middle: op.median('age') }), ({ mean, middle }) => [mean, middle]),
  breaks() {
    const [row] = left.rollup(Object.fromEntries([0.2, 0.4, 0.6, 0.8].map((p, i) => [`p${i}`, op.quantile('area', p)]))).objects();
    return [row.p0, row.p1, row.p2, row.p3];
  },
  page: (offset) => left.orderby(desc('area')).slice(offset, offset + 100).array('area'),
});
