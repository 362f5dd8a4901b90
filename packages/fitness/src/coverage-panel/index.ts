import { define } from '@yizhangtu/base/define';
import { YztCoveragePanel } from './coverage-panel.js';

export type { CoverageAnswer, ProposedSite } from './coverage-work.js';

define('yzt-coverage-panel', YztCoveragePanel);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-coverage-panel': YztCoveragePanel;
  }
}

export { YztCoveragePanel };
