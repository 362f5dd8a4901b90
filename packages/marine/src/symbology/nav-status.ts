/** 航行状态: what a vessel says it is doing. */
import type { CodeScheme } from '@yizhangtu/standards/scheme';

const entry = (code: string, zh: string, en: string) => ({ code, label: { zh, en } });

/** Navigational status of AIS messages 1–3. Codes 9, 10 and 13 are reserved; 15, «not defined», is what vessels say that say nothing: views of the pack take it for missing. */
export const NAV_STATUS: CodeScheme = {
  scheme: 'ais-nav-status',
  version: 'M.1371-5',
  label: { zh: '航行状态（AIS）', en: 'Navigational status (AIS)' },
  source: 'ITU-R M.1371-5, navigational status; 中文为航海惯用译名',
  evidence: 'conventional',
  entries: [
    entry('0', '机动在航', 'Under way using engine'),
    entry('1', '锚泊', 'At anchor'),
    entry('2', '失控', 'Not under command'),
    entry('3', '操纵能力受限', 'Restricted manoeuvrability'),
    entry('4', '吃水受限', 'Constrained by her draught'),
    entry('5', '系泊', 'Moored'),
    entry('6', '搁浅', 'Aground'),
    entry('7', '从事捕捞', 'Engaged in fishing'),
    entry('8', '驶帆在航', 'Under way sailing'),
    entry('9', '保留（9）', 'Reserved (9)'),
    entry('10', '保留（10）', 'Reserved (10)'),
    entry('11', '向后拖带', 'Towing astern'),
    entry('12', '顶推或旁拖', 'Pushing ahead or towing alongside'),
    entry('13', '保留（13）', 'Reserved (13)'),
    entry('14', '搜救发射器启动', 'Search and rescue transmitter active'),
    entry('15', '未定义', 'Not defined'),
  ],
};
