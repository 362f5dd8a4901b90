/** What there is to say about files and geometries in text. Apart from the other notes, so that the start of a page does not carry it. */
import { addNoteKinds, type NoteKind } from './notes.js';

const KINDS = {
  'bad-letters': { action: 'repaired', zh: '{n} 个文字不符合所用编码，已显示为「\ufffd」，请核对 encoding', en: '{n} words do not fit the encoding and show "\ufffd"; check encoding' },
  'deleted-record': { action: 'skipped', zh: '{n} 条记录已标记删除，已跳过', en: '{n} records marked as deleted were skipped' },
  'rows-differ': { action: 'kept', zh: '图形与属性表的记录数差 {n} 条，缺的一方留空', en: 'Shapes and records of the table differ by {n}; what is missing is empty' },
  'no-table': { action: 'kept', zh: '没有找到属性表（.dbf），只有图形', en: 'No table of attributes (.dbf); shapes only' },
  'no-crs': { action: 'kept', zh: '没有写明坐标系（.prj），按经纬度读取', en: 'No coordinate system is named (.prj); read as degrees' },
  'bad-wkt': { action: 'kept', zh: '{n} 行的几何文本无法识别，仅出现在表中', en: '{n} rows whose geometry cannot be read; they appear in tables only' },
  'bad-points': { action: 'repaired', zh: '{n} 行不是界址点坐标，已去除', en: '{n} lines that are no boundary points were left out' },
  'axes-swapped': { action: 'repaired', zh: '{n} 个地块的 X、Y 颠倒（X 应为北，Y 应为东），已交换', en: '{n} parcels with X and Y exchanged (X is north, Y is east) were mended' },
  'network-link': { action: 'skipped', zh: '{n} 个网络链接未访问，其中的数据没有读取', en: '{n} network links were not followed; their data were not read' },
  overlay: { action: 'skipped', zh: '{n} 幅叠加图片未读取', en: '{n} overlay pictures were not read' },
  'other-layers': { action: 'skipped', zh: '文件中另有 {n} 个图层未读取，可用 layer 指定', en: '{n} more layers in the file were not read; name one with layer' },
} as const satisfies Record<string, NoteKind>;

export type FileNoteName = keyof typeof KINDS;

/** Makes them known; called by every reader that may write one. */
export function knowFileNotes(): void {
  addNoteKinds(KINDS);
}
