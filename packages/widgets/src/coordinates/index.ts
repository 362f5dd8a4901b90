import { define } from '@yizhangtu/base/define';
import { YztCoordinates } from './coordinates.js';

define('yzt-coordinates', YztCoordinates);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-coordinates': YztCoordinates;
  }
}

export { YztCoordinates };
