/** What a reader skipped, mended or kept against expectation: counted, with the first place, in words. */
import type { Text } from '@yizhangtu/base/locale';
import type { ReadNote } from '../model/types.js';
import type { FileNoteName } from './file-notes.js';

/** One thing there may be to say. */
export interface NoteKind {
  readonly action: ReadNote['action'];
  /** `{n}` is the count, `{first}` the number of the first one, from 1. */
  readonly zh: string;
  readonly en: string;
}

const FIRST: Text = { zh: '（首个：第 {first} 个）', en: ' (first: no. {first})' };

/** Every note about GeoJSON and CSV. Those about files come with their readers: a page that opens none does without their words. */
const KINDS = {
  'bad-coordinates': { action: 'skipped', zh: '{n} 个要素坐标无效，已跳过', en: '{n} features with invalid coordinates skipped' },
  'bad-geometry': { action: 'skipped', zh: '{n} 个要素的几何不成形（点数不足等），已跳过', en: '{n} features whose geometry has too few positions skipped' },
  'unknown-geometry': { action: 'skipped', zh: '{n} 个要素的几何类型不认识，已跳过', en: '{n} features of unknown geometry type skipped' },
  'not-a-feature': { action: 'skipped', zh: '{n} 个条目不是要素，已跳过', en: '{n} entries that are no features skipped' },
  'out-of-range': { action: 'skipped', zh: '{n} 个要素的坐标超出经纬度范围，已跳过', en: '{n} features outside the range of degrees skipped' },
  'bad-position': { action: 'repaired', zh: '{n} 个要素含无效顶点，已去除这些顶点', en: '{n} features with invalid vertices; the vertices were left out' },
  'ring-closed': { action: 'repaired', zh: '{n} 个要素的面未闭合，已补上', en: '{n} features with open rings; the rings were closed' },
  'ring-dropped': { action: 'repaired', zh: '{n} 个要素含少于 4 个点的环，已去除这些环', en: '{n} features with rings of fewer than 4 positions; the rings were left out' },
  swapped: { action: 'repaired', zh: '{n} 个要素的经纬度颠倒，已交换', en: '{n} features with latitude and longitude swapped were mended' },
  'mixed-collection': { action: 'repaired', zh: '{n} 个要素是混合几何集合，只保留其中维数最高的部分', en: '{n} features with mixed geometry collections; only the parts of the highest dimension were kept' },
  'no-geometry': { action: 'kept', zh: '{n} 个要素没有位置，仅出现在表中', en: '{n} features without a place; they appear in tables only' },
  'duplicate-id': { action: 'kept', zh: '{n} 个要素的 id 重复，均已保留', en: '{n} features with an id that occurs before; all were kept' },
  'bad-id': { action: 'repaired', zh: '{n} 个要素的 id 不是文本或数字，已忽略', en: '{n} features whose id is neither text nor number; the id was ignored' },
  'bad-properties': { action: 'repaired', zh: '{n} 个要素的 properties 不是对象，已按空处理', en: '{n} features whose properties are no object; read as empty' },
  'mixed-values': { action: 'repaired', zh: '{n} 个字段的值类型不一致，已按文本读取', en: '{n} fields with values of mixed kinds; read as text' },
  'big-number': { action: 'kept', zh: '{n} 个整数超过 2^53，末位可能不准，请改用文本', en: '{n} integers beyond 2^53 may have lost digits; write them as text' },
  'bad-value': { action: 'repaired', zh: '{n} 个值与字段类型不符，已按缺失处理', en: '{n} values that do not fit the kind of their field; read as missing' },
  'too-few-cells': { action: 'repaired', zh: '{n} 行的列数不足，缺少的按缺失处理', en: '{n} rows with too few cells; the rest is missing' },
  'too-many-cells': { action: 'repaired', zh: '{n} 行的列数多于表头，多出的已忽略', en: '{n} rows with more cells than the header; the extra ones were ignored' },
  'duplicate-header': { action: 'repaired', zh: '{n} 个列名重复，已加序号区分', en: '{n} column names that occur before were numbered' },
  'empty-header': { action: 'repaired', zh: '{n} 列没有列名，已按列号命名', en: '{n} columns without a name were named by their number' },
  'binary-field': { action: 'skipped', zh: '{n} 个字段是二进制内容，未读取', en: '{n} fields of binary values were not read' },
  'open-quote': { action: 'repaired', zh: '{n} 处引号未闭合，已读到文件末尾', en: '{n} quotes that never close; read to the end' },
  'no-lon-lat': { action: 'kept', zh: '没有找到经纬度列，数据只作表格使用', en: 'No columns of longitude and latitude; the data is a table only' },
  'empty-source': { action: 'kept', zh: '数据源没有任何记录', en: 'The source has no records' },
} as const satisfies Record<string, NoteKind>;

export type NoteName = keyof typeof KINDS | FileNoteName;

let kinds: Readonly<Record<string, NoteKind>> = KINDS;

/** Makes more notes known. */
export function addNoteKinds(more: Readonly<Record<string, NoteKind>>): void {
  kinds = { ...KINDS, ...more };
}

/** Notes that are about one thing as a whole; «first» would say nothing. */
const WHOLE: readonly NoteName[] = ['no-lon-lat', 'empty-source', 'rows-differ', 'no-table', 'no-crs', 'other-layers'];

/** Collects notes while a source is read. */
export class NoteBook {
  readonly #seen = new Map<NoteName, { count: number; first: number }>();

  /** Counts one. @param place Number of the feature, row or column it is about, from 0. */
  add(name: NoteName, place: number, count = 1): void {
    const seen = this.#seen.get(name);
    if (seen) seen.count += count;
    else this.#seen.set(name, { count, first: place });
  }

  /** Takes over what another book has counted. */
  take({ kind, count, first }: ReadNote): void {
    this.add(kind as NoteName, first, count);
  }

  /** All notes in words, skipped ones first. */
  notes(): readonly ReadNote[] {
    const order: readonly ReadNote['action'][] = ['skipped', 'repaired', 'kept'];
    // Not in the order they came: readers come to the same ones in different orders.
    return (Object.keys(kinds) as NoteName[])
      .flatMap((name) => {
        const seen = this.#seen.get(name);
        return seen ? [noteOf(name, seen.count, seen.first)] : [];
      })
      .sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
  }
}

function noteOf(name: NoteName, count: number, first: number): ReadNote {
  const kind = kinds[name] as NoteKind;
  const words = (text: string, place: string): string =>
    (WHOLE.includes(name) ? text : text + place)
      .replace('{n}', String(count))
      .replace('{first}', String(first + 1));
  return { kind: name, count, first, action: kind.action, text: { zh: words(kind.zh, FIRST.zh), en: words(kind.en, FIRST.en) } };
}
