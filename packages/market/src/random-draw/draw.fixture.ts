/** A small pool and its inspectors, invented. */
import { Dataset } from '@yizhangtu/data/model';
import { usccCheckDigit } from '../calc/index.js';

const NOTE = { source: '示例', example: true };

/** So many subjects of classes A to D; every thirteenth is left out. */
export function poolOf(count: number): Dataset {
  const rows = Array.from({ length: count }, (_, i) => i);
  const code = (i: number): string => {
    const first = `91370202MA${String(1000 + i).padStart(7, '0')}`;
    return first + (usccCheckDigit(first) ?? '');
  };
  return Dataset.fromColumns(
    {
      columns: {
        uscc: rows.map(code),
        name: rows.map((i) => (i === 0 ? '<img src=x onerror="window.hacked=1">' : `示例企业 ${i}`)),
        risk: rows.map((i) => 'ABCD'.charAt(i % 4)),
        district: rows.map((i) => (i % 3 === 0 ? '370202' : '370203')),
        holder: rows.map((i) => (i % 11 === 3 ? 'H7' : null)),
        excluded: rows.map((i) => (i % 13 === 5 ? '近期已检查' : null)),
      },
    },
    { provenance: NOTE },
  );
}

/** Nine inspectors, three of them leads; the first keeps out of 市南区. */
export function staffOf(): Dataset {
  const rows = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return Dataset.fromColumns(
    { columns: { id: rows.map((i) => `J0${i}`), name: rows.map((i) => `检查员 ${i}`), lead: rows.map((i) => (i % 3 === 0 ? '是' : '否')), avoids: rows.map((i) => (i === 0 ? 'area:370202:原籍' : i === 4 ? 'holder:H7:亲属' : null)) } },
    { provenance: NOTE },
  );
}
