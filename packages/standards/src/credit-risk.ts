/** 企业信用风险分类 A–D. For use inside the authority: classes are not published. */
import type { CodeScheme } from './scheme.js';

/** Credit risk classes, A (lowest risk) to D. Colours are conventional. */
export const CREDIT_RISK: CodeScheme = {
  scheme: 'credit-risk',
  version: '2022',
  label: { zh: '企业信用风险分类', en: 'Enterprise credit risk classes' },
  source: '国市监信发〔2022〕6号《市场监管总局关于推进企业信用风险分类管理进一步提升监管效能的意见》',
  evidence: 'official',
  entries: [
    {
      code: 'A',
      label: { zh: 'A 类（信用风险低）', en: 'Class A (low risk)' },
      short: { zh: 'A 类', en: 'A' },
      color: '#2e9e5b',
      colorEvidence: 'conventional',
    },
    {
      code: 'B',
      label: { zh: 'B 类（信用风险一般）', en: 'Class B (ordinary risk)' },
      short: { zh: 'B 类', en: 'B' },
      color: '#2f7fd1',
      colorEvidence: 'conventional',
    },
    {
      code: 'C',
      label: { zh: 'C 类（信用风险较高）', en: 'Class C (raised risk)' },
      short: { zh: 'C 类', en: 'C' },
      color: '#e8a10c',
      colorEvidence: 'conventional',
    },
    {
      code: 'D',
      label: { zh: 'D 类（信用风险高）', en: 'Class D (high risk)' },
      short: { zh: 'D 类', en: 'D' },
      color: '#d1352b',
      colorEvidence: 'conventional',
    },
  ],
};
