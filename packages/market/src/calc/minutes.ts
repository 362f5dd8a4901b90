/** 抽取记录 (minutes) as rows, for a page or for paper. Words only; who shows them decides how. */
import type { Text } from '@yizhangtu/base/locale';
import type { DrawRecord, Inspector } from './draw-types.js';

/** A heading with facts below it. */
export interface MinutesSection {
  readonly title: Text;
  readonly rows: readonly { readonly label: Text; readonly value: Text }[];
}

/** A subject with its inspectors, in a table. */
export interface MinutesRow {
  /** From 1, over all classes. */
  readonly number: number;
  readonly stratum: string;
  readonly uscc: string;
  readonly name: string;
  /** Names, the lead first; empty where nobody may go. */
  readonly inspectors: readonly string[];
  /** Who kept away, and why. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Minutes of a draw. */
export interface Minutes {
  readonly title: string;
  readonly sections: readonly MinutesSection[];
  readonly table: readonly MinutesRow[];
}

const same = (value: string | number): Text => ({ zh: String(value), en: String(value) });
const percent = (perTenThousand: number): string => `${perTenThousand / 100}%`;

/** The minutes of a record. @param inspectors For their names; ids stand for those that are missing. */
export function minutesOf(record: DrawRecord, inspectors: readonly Inspector[]): Minutes {
  const names = new Map(inspectors.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    title: record.plan.title,
    sections: [sceneOf(record), classesOf(record), proofOf(record)],
    table: record.result.map(({ stratum, uscc, name, inspectors: pair, skipped }, at) => ({
      number: at + 1, stratum, uscc, name, inspectors: pair.map(nameOf), skipped: skipped.map(({ inspector, reason }) => ({ name: nameOf(inspector), reason })),
    })),
  };
}

function sceneOf({ plan, scene, poolCount, excluded, inspectorsCount }: DrawRecord): MinutesSection {
  return {
    title: { zh: '抽取', en: 'Draw' },
    rows: [
      { label: { zh: '计划编号', en: 'Plan' }, value: same(plan.id) },
      { label: { zh: '时间', en: 'Time' }, value: same(scene.startedAt) },
      { label: { zh: '操作人', en: 'Operator' }, value: same(scene.operator) },
      { label: { zh: '见证人', en: 'Witnesses' }, value: { zh: scene.witnesses.join('、'), en: scene.witnesses.join(', ') } },
      { label: { zh: '检查对象', en: 'Subjects' }, value: { zh: `${poolCount} 个，其中排除 ${excluded.length} 个`, en: `${poolCount}, ${excluded.length} of them left out` } },
      { label: { zh: '检查人员', en: 'Inspectors' }, value: { zh: `${inspectorsCount} 人`, en: String(inspectorsCount) } },
    ],
  };
}

function classesOf({ strata }: DrawRecord): MinutesSection {
  return {
    title: { zh: '分类抽取', en: 'By class' },
    rows: strata.map(({ stratum, count, drawn, perTenThousand, least }) => ({
      label: same(stratum),
      value: { zh: `${count} 个中抽取 ${drawn} 个（比例 ${percent(perTenThousand)}${least > 0 ? `，至少 ${least} 个` : ''}）`, en: `${drawn} of ${count} (${percent(perTenThousand)}${least > 0 ? `, at least ${least}` : ''})` },
    })),
  };
}

function proofOf({ algorithm, version, poolHash, inspectorsHash, commitment, seed, recordHash }: DrawRecord): MinutesSection {
  return {
    title: { zh: '可复核', en: 'For verification' },
    rows: [
      { label: { zh: '算法', en: 'Algorithm' }, value: same(`${algorithm} ${version}`) },
      { label: { zh: '对象名录 SHA-256', en: 'SHA-256 of the pool' }, value: same(poolHash) },
      { label: { zh: '人员名录 SHA-256', en: 'SHA-256 of the inspectors' }, value: same(inspectorsHash) },
      { label: { zh: '种子承诺值', en: 'Commitment of the seed' }, value: same(commitment) },
      { label: { zh: '种子', en: 'Seed' }, value: same(seed) },
      { label: { zh: '记录 SHA-256', en: 'SHA-256 of the record' }, value: same(recordHash) },
    ],
  };
}
