/** Rows in cells, as statements. Where a cell is, is what `map/surface/lattice.ts` and `equal-area.ts` say. */
import type { CellsAnswer, CellsQuestion } from '../remote/types.js';
import { conditionSql, whereSql, type ConditionContext } from './condition-sql.js';
import { numberIn, type Cell } from './answer.js';
import { measureSql } from './measure-sql.js';
import { numberText } from './values.js';

/** Places of the rows in the table itself, binary decimals: metres on the plane of equal area about a place, as `map/surface/equal-area.ts` has it. */
export interface PlaneColumns {
  readonly x: string;
  readonly y: string;
  readonly about: readonly [lon: number, lat: number];
}

const RAD = Math.PI / 180;
/** The ellipsoid of CGCS2000, metres and flattening; GB 22021-2008. */
const RADIUS = 6378137;
const FLATTENING = 1 / 298.257222101;
const E2 = FLATTENING * (2 - FLATTENING);

function authalic(sine: number): number {
  const u = E2 * sine * sine;
  return (1 - E2) * sine * (2 + u * (4 / 3 + u * (6 / 5 + u * (8 / 7 + u * (10 / 9 + u * (12 / 11 + (u * 14) / 13))))));
}

const POLE = authalic(1);
const AUTHALIC = RADIUS * Math.sqrt(POLE / 2);

/** Metres east and north of a place, on the plane of equal area about it; the same steps as `EqualArea.forwardAll`. */
export function planeSql([lon0, lat0]: readonly [number, number], lon: string, lat: string): { readonly x: string; readonly y: string } {
  const held = Math.min(85, Math.max(-85, lat0));
  const sine = Math.sin(held * RAD);
  const sine1 = authalic(sine) / POLE;
  const cosine1 = Math.sqrt(1 - sine1 ** 2);
  const m = Math.sqrt(1 - sine * sine) / Math.sqrt(1 - E2 * sine * sine);
  const stretch = (RADIUS * m) / (AUTHALIC * cosine1);
  const n = numberText;
  const s = `sin(${lat} * ${n(RAD)})`;
  const u = `(${n(E2)} * ${s} * ${s})`;
  const series = `(2 + ${u} * (${n(4 / 3)} + ${u} * (${n(6 / 5)} + ${u} * (${n(8 / 7)} + ${u} * (${n(10 / 9)} + ${u} * (${n(12 / 11)} + (${u} * 14) / 13))))))`;
  const q = `(${n(1 - E2)} * ${s} * ${series} / ${n(POLE)})`;
  const cosine = `sqrt(greatest(0, 1 - ${q} * ${q}))`;
  const turn = `(${lon} * ${n(RAD)} - ${n(lon0 * RAD)})`;
  const along = `(${cosine} * cos(${turn}))`;
  const b = `(${n(AUTHALIC)} * sqrt(2 / (1 + ${n(sine1)} * ${q} + ${n(cosine1)} * ${along})))`;
  return { x: `toFloat32(${b} * ${n(stretch)} * ${cosine} * sin(${turn}))`, y: `toFloat32(${b} / ${n(stretch)} * (${n(cosine1)} * ${q} - ${n(sine1)} * ${along}))` };
}

function placesSql({ plane }: CellsQuestion, { lon, lat }: { readonly lon: string; readonly lat: string }, own: PlaneColumns | undefined): { readonly x: string; readonly y: string } {
  if ('about' in plane) {
    const [a, b] = plane.about;
    return own && own.about[0] === a && own.about[1] === b ? own : planeSql(plane.about, lon, lat);
  }
  if (plane.code === 'EPSG:4326') return { x: lon, y: lat };
  const n = numberText;
  return { x: `${lon} * ${n(RADIUS * RAD)}`, y: `${n(RADIUS)} * log(tan(${n(Math.PI / 4)} + ${lat} * ${n(RAD / 2)}))` };
}

const HEX_LINE = Math.sqrt(3) / 2;

/** Column and line of a cell, and what they are worked out from: each step has a name, else the statement would be longer than a server reads. */
function cellSql(kind: CellsQuestion['kind'], size: number): { readonly steps: readonly string[]; readonly column: string; readonly line: string } {
  const n = numberText;
  // A division gives decimals of eight bytes whatever it divides.
  if (kind === 'square') return { steps: [], column: `floor(__x / ${n(size)})`, line: `floor(__y / ${n(size)})` };
  const half = (of: string): string => `bitAnd(${of}, 1) / 2`;
  const away = (u: string, v: string): string => `${u} * ${u} + ${v} * ${v} * ${n(HEX_LINE ** 2)}`;
  const steps = [
    `(__x * ${n(1 / size)}) AS __u`,
    `(__y * ${n(1 / (size * HEX_LINE))}) AS __v`,
    `toInt32(floor(__v + 0.5)) AS __l`,
    `toInt32(floor(__u - ${half('__l')} + 0.5)) AS __c`,
    `(__v - __l) AS __dv`,
    // Only a third from the line's middle another line can be nearer.
    `toInt32(if(__dv > 0, __l + 1, __l - 1)) AS __l2`,
    `toInt32(floor(__u - ${half('__l2')} + 0.5)) AS __c2`,
    `(__u - ${half('__l')} - __c) AS __du`,
    `(__u - ${half('__l2')} - __c2) AS __du2`,
    `(__v - __l2) AS __dv2`,
    `(abs(__dv) * 3 > 1 AND ${away('__du', '__dv')} > ${away('__du2', '__dv2')}) AS __nearer`,
  ];
  return { steps, column: 'if(__nearer, __c2, __c)', line: 'if(__nearer, __l2, __l)' };
}

/** Lines of the plane, at most 2²⁵ either way of the middle: with as many columns a whole number that JSON holds exactly. 40,000 km in cells of a metre are fewer. */
const LINES = 67_108_864;

/** The statement: the cell as a number, rows, those of each part, and what the measure needs, one row a cell. */
export function cellsSql(question: CellsQuestion, from: string, own: PlaneColumns | undefined, context: ConditionContext): string {
  const { kind, size, measure, parts = [], limit } = question;
  const place = context.place as { readonly lon: string; readonly lat: string };
  const { x, y } = placesSql(question, place, own);
  const { steps, column, line } = cellSql(kind, size);
  const measured = measure.field === undefined ? undefined : context.column(measure.field);
  const columns = measureSql(measure, measured && { ...measured, sql: '__m' }).columns;
  const where = whereSql(question, context);
  // What lies beyond the pole, or is no number, is no place. Where the table has metres they say so themselves, and degrees need not be read.
  const metres = x === own?.x;
  const placed = metres ? `isFinite(${x} + ${y})` : `abs(${place.lat}) <= 90 AND isFinite(${place.lon})`;
  // Places are worked out in a question of their own: old servers put named steps into each other, and then work them out many times.
  const wide = (value: string): string => (metres && kind === 'square' ? value : `toFloat64(${value})`);
  const rows = `SELECT ${[`${wide(x)} AS __x`, `${wide(y)} AS __y`, ...(measured ? [`${measured.sql} AS __m`] : []), ...parts.map((part, at) => `${conditionSql(part, context)} AS __p${at}`)].join(', ')} FROM ${from} ${where === '' ? 'WHERE' : `${where} AND`} ifNull(${placed}, 0)`;
  const inner = context.once.before(rows);
  const named = steps.length > 0 ? `WITH ${steps.join(', ')} ` : '';
  // One number for column and line: grouping by two takes a quarter longer.
  const key = `toInt64(${column} * ${LINES} + ${line})`;
  return `${named}SELECT ${[`${key} AS __cell`, 'count()', ...parts.map((_, at) => `countIf(__p${at})`), ...columns].join(', ')} FROM (${inner}) GROUP BY __cell LIMIT ${limit + 1}`;
}

/** The answer to it. */
export function cellsIn(data: readonly (readonly Cell[])[], question: CellsQuestion, context: ConditionContext): CellsAnswer {
  const { measure, parts = [], limit } = question;
  const { read } = measureSql(measure, measure.field === undefined ? undefined : context.column(measure.field));
  const cells = data.slice(0, limit);
  const columns = Int32Array.from(cells, ([cell]) => Math.round(numberIn(cell) / LINES));
  return {
    columns,
    lines: Int32Array.from(cells, ([cell], at) => numberIn(cell) - (columns[at] as number) * LINES),
    counts: Float64Array.from(cells, ([, count]) => numberIn(count)),
    values: Float64Array.from(cells, ([, count, ...others]) => read(others.slice(parts.length).map(numberIn), numberIn(count))),
    parts: parts.map((_, at) => Float64Array.from(cells, (cell) => numberIn(cell[2 + at]))),
    complete: data.length <= limit,
  };
}
