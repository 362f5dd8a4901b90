import { define } from '@yizhangtu/base/define';
import { YztOverdueDevices, type DispatchDetail } from './overdue-devices.js';

define('yzt-overdue-devices', YztOverdueDevices);

declare global {
  interface HTMLElementTagNameMap {
    'yzt-overdue-devices': YztOverdueDevices;
  }
}

export { YztOverdueDevices, type DispatchDetail };
