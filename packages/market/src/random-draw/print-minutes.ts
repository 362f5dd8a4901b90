/** 抽取记录 on paper. */
import type { Text } from '@yizhangtu/base/locale';
import { printDocument, putElement } from '@yizhangtu/widgets/shared';
import type { Minutes } from '../calc/index.js';

const STYLES = `
h2 { margin: 4mm 0 1mm; font-size: 11.5pt; }
dl { display: grid; grid-template-columns: 42mm minmax(0, 1fr); margin: 0; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
table { font-size: 9pt; }
th, td { text-align: left; }
td:first-child { text-align: right; }
.example { float: right; padding: 0 2mm; border: 0.3mm solid #000; }
.signs { display: grid; grid-template-columns: 1fr 1fr; grid-gap: 8mm; margin-top: 12mm; break-inside: avoid; }
.signs p { margin: 0; padding-top: 8mm; border-bottom: 0.2mm solid #000; }
`;

/** What the minutes are printed with. */
export interface MinutesOptions {
  readonly say: (text: Text) => string;
  readonly lang: string;
  /** Seeded data says so on paper as well. */
  readonly example: boolean;
}

function writeMinutes({ body }: Document, minutes: Minutes, { say, example }: MinutesOptions): void {
  if (example) putElement(body, 'span', say({ zh: '示例数据', en: 'Example data' })).className = 'example';
  putElement(body, 'h1', say({ zh: `${minutes.title} 抽取记录`, en: `Minutes of the draw: ${minutes.title}` }));
  for (const { title, rows } of minutes.sections) {
    putElement(body, 'h2', say(title));
    const list = putElement(body, 'dl');
    for (const { label, value } of rows) {
      putElement(list, 'dt', say(label));
      putElement(list, 'dd', say(value));
    }
  }
  putElement(body, 'h2', say({ zh: `抽中对象与检查人员（${minutes.table.length}）`, en: `Drawn subjects and inspectors (${minutes.table.length})` }));
  writeTable(body, minutes, say);
  const signs = putElement(body, 'div');
  signs.className = 'signs';
  for (const who of [{ zh: '操作人签字：', en: 'Operator:' }, { zh: '见证人签字：', en: 'Witnesses:' }]) putElement(signs, 'p', say(who));
}

function writeTable(parent: Element, { table }: Minutes, say: MinutesOptions['say']): void {
  const element = putElement(parent, 'table');
  const head = putElement(putElement(element, 'thead'), 'tr');
  for (const word of [{ zh: '序号', en: 'No.' }, { zh: '分类', en: 'Class' }, { zh: '统一社会信用代码', en: 'Credit code' }, { zh: '名称', en: 'Name' }, { zh: '检查人员', en: 'Inspectors' }, { zh: '回避', en: 'Kept away' }]) putElement(head, 'th', say(word));
  const body = putElement(element, 'tbody');
  for (const { number, stratum, uscc, name, inspectors, skipped } of table) {
    const row = putElement(body, 'tr');
    const nobody = say({ zh: '无人可派', en: 'Nobody may go' });
    const avoided = skipped.map((one) => `${one.name}${say({ zh: `（${one.reason}）`, en: ` (${one.reason})` })}`).join(say({ zh: '、', en: ', ' }));
    for (const cell of [String(number), stratum, uscc, name, inspectors.join(say({ zh: '、', en: ', ' })) || nobody, avoided]) putElement(row, 'td', cell);
  }
}

/** Prints minutes. */
export function printMinutes(minutes: Minutes, options: MinutesOptions): void {
  printDocument({ title: minutes.title, lang: options.lang, styles: STYLES, write: (page) => writeMinutes(page, minutes, options) });
}
