// A million rows as a page has them.
import { Dataset } from '@yizhangtu/data/model';

export const ROWS = 1_000_000;
export const KINDS = 40;
const DAY = 86_400_000;

let state = 7;
const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

/** Words as whoever reads a file has them: each in one piece. What is put together by the page stays a chain of pieces, objects of their own. */
const read = (words) => JSON.parse(JSON.stringify(words));

/** The rows. What they are made from (a million `Date` objects among it) is let go: a collection of garbage takes as long as much is alive. */
export function rowsMade() {
  const order = Uint32Array.from({ length: ROWS }, (_, row) => (row * 7919) % ROWS);
  const coordinates = Float64Array.from({ length: 2 * ROWS }, (_, i) => (i % 2 === 0 ? 119 + 3 * next() : 35 + 2 * next()));
  const columns = {
    name: { dictionary: read(Array.from({ length: ROWS }, (_, i) => `青岛 Firm ${order[i]} 有限公司`)), codes: Uint32Array.from({ length: ROWS }, (_, i) => i) },
    kind: { dictionary: Array.from({ length: KINDS }, (_, i) => `类型${i}`), codes: Uint32Array.from({ length: ROWS }, () => Math.floor(KINDS * next())) },
    state: { dictionary: ['甲', '乙', '丙', '丁'], codes: Uint32Array.from({ length: ROWS }, () => Math.floor(4 * next())) },
    area: Float64Array.from({ length: ROWS }, () => 5000 * next()),
    staff: Int32Array.from({ length: ROWS }, () => Math.floor(500 * next() ** 4)),
    day: Array.from({ length: ROWS }, () => new Date(Date.UTC(2010, 0, 1) + Math.floor(5000 * next()) * DAY)),
  };
  const { columns: made, geometry, report } = Dataset.fromColumns({ coordinates, columns });
  return { columns: made, geometry, report };
}
