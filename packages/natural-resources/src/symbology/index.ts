export { COMPLIANCE_VERDICT, VERDICTS, worst, type Verdict } from './verdict.js';
