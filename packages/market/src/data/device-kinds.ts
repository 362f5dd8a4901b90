/** Kinds of special equipment as the 特种设备安全法 (2013), article 2, names them. The keys are this library's; they are not codes of the 特种设备目录. */
import type { Text } from '@yizhangtu/base/locale';

/** Key → words. */
export const DEVICE_KINDS: Readonly<Record<string, Text>> = {
  boiler: { zh: '锅炉', en: 'Boiler' },
  vessel: { zh: '压力容器', en: 'Pressure vessel' },
  piping: { zh: '压力管道', en: 'Pressure piping' },
  lift: { zh: '电梯', en: 'Lift' },
  crane: { zh: '起重机械', en: 'Crane' },
  ropeway: { zh: '客运索道', en: 'Passenger ropeway' },
  ride: { zh: '大型游乐设施', en: 'Large amusement ride' },
  vehicle: { zh: '场（厂）内专用机动车辆', en: 'Vehicle of a works' },
};
