// A draw of 双随机 for all kernels: invented subjects and inspectors (示例数据), with names that old kernels might write or order otherwise.
import { draw, recordText, seedOf, usccCheckDigit, verify } from '@yizhangtu/market/calc';

const NAMES = ['示例餐饮', '示例𠮷野', '示例Café', '示例Cafe\u0301', 'Ünïcode 示例', '示例\u2028行', '示例"引号"\\', '示例😀'];
const CLASSES = ['A', 'B', 'C', 'D'];

function subjects(count) {
  return Array.from({ length: count }, (_, i) => {
    const first = `91${['370202', '370203', '370211'][i % 3]}MA${String(1_000_000 + i).slice(-7)}`;
    return {
      uscc: first + (usccCheckDigit(first) ?? ''),
      name: `${NAMES[i % NAMES.length]}${i}`,
      stratum: CLASSES[(i * 7) % 4],
      area: ['370202', '370203', '370211'][i % 3],
      ...(i % 13 === 5 && { excluded: '近期已检查' }),
      ...(i % 11 === 3 && { holder: 'H7' }),
    };
  });
}

function inspectors(count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `J${i}`,
    name: `检查员${i}`,
    ...(i % 3 === 0 && { lead: true }),
    ...(i % 5 === 0 && { avoids: [{ kind: 'area', value: '370202', reason: '原籍' }] }),
  }));
}

/** The record as text, and whether it is found right. */
export function drawn() {
  const [pool, staff] = [subjects(600), inspectors(17)];
  const plan = { id: 'QD-2026-07', title: '示例抽查', strata: [['A', 500], ['B', 700], ['C', 3000], ['D', 10_000]].map(([stratum, perTenThousand]) => ({ stratum, perTenThousand, least: 2 })) };
  const scene = { operator: '张三', witnesses: ['李四', '王五'], startedAt: '2026-07-01T09:30:00+08:00' };
  const record = draw({ plan, pool, inspectors: staff, seed: seedOf(['双色球 2026073', '37', '岚山']), scene });
  return { text: recordText(record), valid: verify(record, pool, staff).valid, count: record.result.length };
}
