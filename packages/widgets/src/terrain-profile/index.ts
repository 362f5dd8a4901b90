import { define } from '@yizhangtu/base/define';
import { YztTerrainProfile } from './terrain-profile.js';

define('yzt-terrain-profile', YztTerrainProfile);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-terrain-profile': YztTerrainProfile;
  }
}

export { YztTerrainProfile };
