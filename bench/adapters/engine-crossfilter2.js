// crossfilter2: a dimension for each field that filters or orders, a group for each sum, kept up to date by what comes and goes.
import crossfilter from 'crossfilter2';
import { drive } from '../page/engine.js';

let [all, age, area, district, sums, bins] = [];

const quantile = (sorted, p) => {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
};

drive({
  load({ kind, district: places, area: areas, age: ages }) {
    const rows = kind.map((word, i) => ({ kind: word, district: places[i], area: areas[i], age: ages[i] }));
    all = crossfilter(rows);
    [age, area, district] = ['age', 'area', 'district'].map((name) => all.dimension((row) => row[name]));
    sums = all.dimension((row) => row.kind).group().reduceSum((row) => row.area);
    bins = area.group((value) => Math.min(24, Math.floor(value / 100)));
  },
  brush(from, to) {
    // Its ranges leave out their upper end; ages are whole.
    age.filterRange([from, to + 1]);
    const found = new Map(bins.all().map(({ key, value }) => [key, value]));
    return { count: all.groupAll().value(), sums: Object.fromEntries(sums.all().map(({ key, value }) => [key, value])), bins: Array.from({ length: 25 }, (_, i) => found.get(i) ?? 0) };
  },
  group(name) {
    district.filterExact(name);
    const groups = new Map();
    for (const row of all.allFiltered()) {
      const ages = groups.get(row.kind);
      if (ages) ages.push(row.age);
      else groups.set(row.kind, [row.age]);
    }
    district.filterAll();
    return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, ages]) => [key, [ages.reduce((sum, one) => sum + one, 0) / ages.length, quantile(ages.sort((a, b) => a - b), 0.5)]]));
  },
  breaks() {
    const areas = area.bottom(Infinity).map((row) => row.area);
    return [0.2, 0.4, 0.6, 0.8].map((p) => quantile(areas, p));
  },
  page: (offset) => area.top(100, offset).map((row) => row.area),
});
