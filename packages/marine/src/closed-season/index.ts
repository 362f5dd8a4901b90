import { define } from '@yizhangtu/base/define';
import { YztClosedSeason } from './closed-season.js';

define('yzt-closed-season', YztClosedSeason);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-closed-season': YztClosedSeason;
  }
}

export { YztClosedSeason };
