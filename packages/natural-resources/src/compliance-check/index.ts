import { define } from '@yizhangtu/base/define';
import { YztComplianceCheck } from './compliance-check.js';

define('yzt-compliance-check', YztComplianceCheck);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-compliance-check': YztComplianceCheck;
  }
}

export { YztComplianceCheck };
export type { ComplianceResult } from './compliance-run.js';
