/** 合规结论: what a rule says of the land a project would take. */
import type { CodeScheme } from '@yizhangtu/standards/scheme';

/** From the gravest to the lightest. */
export const VERDICTS = ['prohibited', 'restricted', 'notice'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Verdicts of compliance checks. The colours are usual ones; the word always stands beside them. */
export const COMPLIANCE_VERDICT: CodeScheme = {
  scheme: 'compliance-verdict',
  version: '1',
  label: { zh: '合规审查结论', en: 'Verdicts of a compliance check' },
  source: '由规则给出，不是标准；颜色为惯用色',
  evidence: 'conventional',
  // Maps draw later classes on top: the gravest last.
  entries: [
    { code: 'notice', label: { zh: '提示', en: 'Notice' }, color: '#1f6fd0' },
    { code: 'restricted', label: { zh: '限制', en: 'Restricted' }, color: '#e07b00' },
    { code: 'prohibited', label: { zh: '禁止', en: 'Prohibited' }, color: '#c62828' },
  ],
};

/** The gravest of some verdicts; undefined for none. */
export function worst(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  return VERDICTS.find((one) => verdicts.includes(one));
}
