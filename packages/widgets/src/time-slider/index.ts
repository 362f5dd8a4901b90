import { define } from '@yizhangtu/base/define';
import { YztTimeSlider } from './time-slider.js';

define('yzt-time-slider', YztTimeSlider);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-time-slider': YztTimeSlider;
  }
}

export { YztTimeSlider };
