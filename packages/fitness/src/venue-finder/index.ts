import { define } from '@yizhangtu/base/define';
import { YztVenueFinder } from './venue-finder.js';

export type { FoundPlace, PlaceSource } from './position.js';

define('yzt-venue-finder', YztVenueFinder);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-venue-finder': YztVenueFinder;
  }
}

export { YztVenueFinder };
