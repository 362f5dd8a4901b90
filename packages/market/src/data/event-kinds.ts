/** Kinds of events in the life of a subject. A list of this library, not a standard. */
import type { Text } from '@yizhangtu/base/locale';

/** Code → words. */
export const EVENT_KINDS: Readonly<Record<string, Text>> = {
  founded: { zh: '设立', en: 'Founded' },
  licence: { zh: '许可', en: 'Licence' },
  change: { zh: '变更', en: 'Change' },
  inspection: { zh: '检查', en: 'Inspection' },
  penalty: { zh: '处罚', en: 'Penalty' },
  report: { zh: '年报', en: 'Annual report' },
  device: { zh: '特种设备', en: 'Special equipment' },
  abnormal: { zh: '列入异常', en: 'Listed as abnormal' },
  repair: { zh: '信用修复', en: 'Credit repaired' },
  cancelled: { zh: '注销', en: 'Cancelled' },
};
