/** Rules of a compliance check, as data that a page writes. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { VERDICTS, type Verdict } from '../symbology/verdict.js';

/** One control layer and what it means to lie in it. */
export interface ComplianceRule {
  /** Id of the `<yzt-dataset>` with the polygons of the layer. */
  readonly dataset: string;
  readonly label: Text;
  readonly verdict: Verdict;
  /** `inside`: the verdict is for what lies in the layer; `outside`: for what does not, as beyond the 开发边界. */
  readonly op: 'inside' | 'outside';
  /** Field by which the table tells classes apart. */
  readonly field?: string;
  /** Beginnings of the codes that the verdict is for: `01` for all cultivated land. Absent: all. */
  readonly only?: readonly string[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * Rules as JSON: `[{"dataset":"farmland","label":"永久基本农田","labelEn":"…","verdict":"prohibited"}]`.
 * @throws YztError `bad-attribute`, naming the rule and what is wrong with it.
 */
export function parsedRules(json: string, tag: string): readonly ComplianceRule[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw bad(tag, { zh: 'rules 不是 JSON', en: 'rules is no JSON' });
  }
  if (!Array.isArray(value)) throw bad(tag, { zh: 'rules 不是数组', en: 'rules is no array' });
  return value.map((one, at) => ruleOf(one, at + 1, tag));
}

function ruleOf(value: unknown, number: number, tag: string): ComplianceRule {
  const wrong = (zh: string, en: string): YztError => bad(tag, { zh: `rules 第 ${number} 条${zh}`, en: `rule ${number} ${en}` });
  if (!isObject(value) || !isText(value['dataset'])) throw wrong('没有 dataset', 'has no dataset');
  const { dataset, label = dataset, labelEn = label, verdict, op = 'inside', field, only } = value;
  if (!VERDICTS.some((one) => one === verdict)) throw wrong(`的 verdict 要是 ${VERDICTS.join('、')} 之一`, `needs a verdict: ${VERDICTS.join(', ')}`);
  if (op !== 'inside' && op !== 'outside') throw wrong('的 op 要是 inside 或 outside', 'needs op inside or outside');
  if (!isText(label) || !isText(labelEn)) throw wrong('的 label 要是文字', 'needs a label of words');
  if (field !== undefined && !isText(field)) throw wrong('的 field 要是字段名', 'needs field to be the name of a field');
  if (only !== undefined && !(Array.isArray(only) && only.every(isText))) throw wrong('的 only 要是代码开头的数组', 'needs only to be an array of codes');
  return { dataset, label: { zh: label, en: labelEn }, verdict: verdict as Verdict, op, ...(field !== undefined && { field }), ...(only !== undefined && { only: only as readonly string[] }) };
}

function bad(tag: string, { zh, en }: Text): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：${zh}。例：[{"dataset":"farmland","label":"永久基本农田","verdict":"prohibited"}]。`,
    en: `<${tag}>: ${en}. Example: [{"dataset":"farmland","label":"Basic farmland","verdict":"prohibited"}].`,
  });
}
