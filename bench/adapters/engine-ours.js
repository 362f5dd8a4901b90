// The dataset that all views share.
import { Dataset } from '@yizhangtu/data/model';
import { drive } from '../page/engine.js';

let dataset;
const named = (groups, value) => Object.fromEntries([...groups].sort((a, b) => (a.key < b.key ? -1 : 1)).map((group) => [group.key, value(group)]));

drive({
  async load({ kind, district, area, age }) {
    dataset = Dataset.fromColumns({ columns: { kind, district, area, age } });
    await Promise.all([dataset.prepare({ orderBy: 'area' }), dataset.prepare({ orderBy: 'age' })]);
  },
  brush(from, to) {
    dataset.setFilter('age', { kind: 'range', field: 'age', min: from, max: to });
    const sums = dataset.query({ groupBy: 'kind', measures: [{ kind: 'sum', field: 'area' }] });
    const bins = dataset.query({ groupBy: { field: 'area', bin: { kind: 'number', width: 100, domain: [0, 2500] } }, measures: [{ kind: 'count' }] });
    return { count: sums.total.count, sums: named(sums.groups, ({ values }) => values[0]), bins: bins.groups.map(({ count }) => count) };
  },
  group(name) {
    dataset.setFilter('district', { kind: 'in', field: 'district', values: [name] });
    const { groups } = dataset.query({ groupBy: 'kind', measures: [{ kind: 'mean', field: 'age' }, { kind: 'median', field: 'age' }] });
    dataset.setFilter('district', undefined);
    return named(groups, ({ values }) => values);
  },
  breaks: () => [...dataset.query({ measures: [0.2, 0.4, 0.6, 0.8].map((p) => ({ kind: 'quantile', field: 'area', p })) }).total.values],
  page: (offset) => [...dataset.rows({ orderBy: 'area', descending: true, offset, limit: 100 }).rows].map((row) => dataset.value(row, 'area')),
});
