import { define } from '@yizhangtu/base/define';
import { YztEntityProfile } from './entity-profile.js';

define('yzt-entity-profile', YztEntityProfile);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-entity-profile': YztEntityProfile;
  }
}

export { YztEntityProfile };
