/** A few invented parcels for stories: corners of a grid pushed aside, so that they fit together. 示例数据. */
import { Dataset, plainShapes } from '@yizhangtu/data/model';

const [COLUMNS, ROWS] = [9, 7];
const USES = ['0101', '0102', '0103', '0201', '0301', '0303', '070102', '0703', '1001', '0804', '1401', '1202', '1703', '0505', '0901', '9999'];
const SURVEY = ['0101', '0102', '0103', '0201K', '0301', '0305', '0701', '0702', '0601', '08H2', '0810', '1003', '1103', '1105', '05H1', null];

const push = (column: number, row: number, turn: number): number => 0.0016 * Math.sin(12.9 * column + 78.2 * row + turn);
const corner = (column: number, row: number): [number, number] => [120.3 + 0.006 * column + push(column, row, 0), 36.1 + 0.005 * row + push(column, row, 2)];
const kind = (column: number, row: number): number => Math.floor(8 * (1 + Math.sin(column / 2 + row * 1.7))) % USES.length;

/** Parcels with codes of both lists; one code is in no list, and one parcel has none. */
export function storyParcels(): Dataset {
  const cells = Array.from({ length: COLUMNS * ROWS }, (_, at) => [at % COLUMNS, Math.floor(at / COLUMNS)] as const);
  const kinds = cells.map(([column, row], at) => (at === 30 ? USES.length - 1 : kind(column, row) % (USES.length - 1)));
  return Dataset.fromColumns(
    {
      geometry: plainShapes('polygon', cells.map(([x, y]) => [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)])),
      columns: { YDYHFLDM: kinds.map((at) => USES[at] ?? null), DLBM: kinds.map((at) => SURVEY[at] ?? null), before: kinds.map((at, cell) => USES[cell % 9 === 0 ? 1 : at] ?? null) },
    },
    { provenance: { source: '示例图斑', example: true } },
  );
}
