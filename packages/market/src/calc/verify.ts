/** Whether a record is what its pool, its inspectors and its seed give: the draw is done again. */
import { asYztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { canonicalText, type Plain } from './digest.js';
import { drawSteps, inspectorsHash, poolHashSteps, recordHash, seedCommitment } from './draw.js';
import type { DrawRecord, Inspector, Subject } from './draw-types.js';

/** What came out of a verification. */
export interface Verification {
  readonly valid: boolean;
  /** What does not agree, in sentences; none for a valid record. */
  readonly faults: readonly Text[];
}

/** Does a draw again and compares. @param commitment What was published before the draw, where it is at hand; the record alone proves nothing about when its seed was chosen. */
export function verify(record: DrawRecord, pool: readonly Subject[], inspectors: readonly Inspector[], commitment?: string): Verification {
  return atOnce(verifySteps(record, pool, inspectors, commitment));
}

/** The same in steps, for a page that must stay responsive: yields the part done, 0 to 1. */
export function* verifySteps(record: DrawRecord, pool: readonly Subject[], inspectors: readonly Inspector[], commitment?: string): Steps<Verification> {
  const faults: Text[] = [];
  const compare = (same: boolean, zh: string, en: string): void => {
    if (!same) faults.push({ zh, en });
  };
  // A record of a file may claim anything.
  if ((record.algorithm as string) !== 'yizhangtu-draw' || (record.version as number) !== 1) return { valid: false, faults: [{ zh: `不认识的算法 ${String(record.algorithm)} 第 ${String(record.version)} 版。`, en: `Unknown algorithm ${String(record.algorithm)}, version ${String(record.version)}.` }] };
  try {
    compare((yield* poolHashSteps(pool)) === record.poolHash, '检查对象名录与抽取时不同（poolHash 不符）。', 'The pool is not the one that was drawn from (poolHash differs).');
    compare(inspectorsHash(inspectors) === record.inspectorsHash, '检查人员名录与抽取时不同（inspectorsHash 不符）。', 'The inspectors are not those that were drawn from (inspectorsHash differs).');
    compare(seedCommitment(record.seed) === record.commitment, '种子与记录里的承诺值不符。', 'The seed does not fit the commitment in the record.');
    compare(commitment === undefined || commitment === record.commitment, '种子与抽取前公布的承诺值不符。', 'The seed does not fit the commitment that was published before the draw.');
    compare(recordHash(record) === record.recordHash, '记录被改动过（recordHash 不符）。', 'The record was changed (recordHash differs).');
    yield 0;
    const again = yield* drawSteps({ plan: record.plan, scene: record.scene, seed: record.seed, pool, inspectors });
    const part = (name: 'strata' | 'excluded' | 'result'): boolean => canonicalText(again[name] as unknown as Plain) === canonicalText(record[name] as unknown as Plain);
    compare(part('strata'), '各分类的应抽数与规则不符。', 'The numbers drawn from the classes do not follow from the rules.');
    compare(part('excluded'), '排除名单与名录不符。', 'The list of those left out does not follow from the pool.');
    compare(part('result'), '抽取结果与重新计算的不同。', 'The result is not what the draw gives when it is done again.');
  } catch (reason) {
    faults.push(asYztError(reason, 'bad-argument', { zh: '记录不完整，无法重新计算。', en: 'The record is not whole and cannot be worked out again.' }).text);
  }
  return { valid: faults.length === 0, faults };
}
