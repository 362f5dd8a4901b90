// Rows as objects, and the methods every array has: what a page does without a library.
import { drive } from '../page/engine.js';

let rows = [];
let age = () => true;
let district = () => true;
const left = () => rows.filter((row) => age(row) && district(row));

function quantile(sorted, p) {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
}

function grouped(list) {
  const groups = new Map();
  for (const row of list) {
    const group = groups.get(row.kind);
    if (group) group.push(row);
    else groups.set(row.kind, [row]);
  }
  return groups;
}

const entries = (groups, value) => Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, list]) => [key, value(list)]));

drive({
  load({ kind, district: places, area, age: ages }) {
    rows = kind.map((word, i) => ({ kind: word, district: places[i], area: area[i], age: ages[i] }));
  },
  brush(from, to) {
    age = (row) => row.age >= from && row.age <= to;
    const list = left();
    const bins = Array.from({ length: 25 }, () => 0);
    for (const row of list) bins[Math.min(24, Math.floor(row.area / 100))]++;
    return { count: list.length, sums: entries(grouped(list), (some) => some.reduce((sum, row) => sum + row.area, 0)), bins };
  },
  group(name) {
    district = (row) => row.district === name;
    const answer = entries(grouped(left()), (some) => {
      const ages = some.map((row) => row.age).sort((a, b) => a - b);
      return [ages.reduce((sum, one) => sum + one, 0) / ages.length, quantile(ages, 0.5)];
    });
    district = () => true;
    return answer;
  },
  breaks() {
    const areas = left().map((row) => row.area).sort((a, b) => a - b);
    return [0.2, 0.4, 0.6, 0.8].map((p) => quantile(areas, p));
  },
  page(offset) {
    return left().sort((a, b) => b.area - a.area).slice(offset, offset + 100).map((row) => row.area);
  },
});
