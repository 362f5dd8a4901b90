/** 抽取记录 on paper: a document of its own in a frame, so that nothing of the page is printed with it and no style of the page reaches it. */
import type { Text } from '@yizhangtu/base/locale';
import type { Minutes } from '../calc/index.js';

const STYLES = `
@page { size: A4; margin: 16mm 14mm; }
body { margin: 0; background: #fff; color: #000; font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 4mm; font-size: 16pt; text-align: center; }
h2 { margin: 4mm 0 1mm; font-size: 11.5pt; }
dl { display: grid; grid-template-columns: 42mm minmax(0, 1fr); margin: 0; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1mm 1.5mm; border: 0.2mm solid #888; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
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

/** Writes minutes into an empty document. All words are text. */
export function writeMinutes(page: Document, minutes: Minutes, { say, lang, example }: MinutesOptions): void {
  page.documentElement.lang = lang;
  page.title = minutes.title;
  const { body } = page;
  if (example) put(page, body, 'span', say({ zh: '示例数据', en: 'Example data' })).className = 'example';
  put(page, body, 'h1', say({ zh: `${minutes.title} 抽取记录`, en: `Minutes of the draw: ${minutes.title}` }));
  for (const { title, rows } of minutes.sections) {
    put(page, body, 'h2', say(title));
    const list = put(page, body, 'dl');
    for (const { label, value } of rows) {
      put(page, list, 'dt', say(label));
      put(page, list, 'dd', say(value));
    }
  }
  put(page, body, 'h2', say({ zh: `抽中对象与检查人员（${minutes.table.length}）`, en: `Drawn subjects and inspectors (${minutes.table.length})` }));
  writeTable(page, minutes, say);
  const signs = put(page, body, 'div');
  signs.className = 'signs';
  for (const who of [{ zh: '操作人签字：', en: 'Operator:' }, { zh: '见证人签字：', en: 'Witnesses:' }]) put(page, signs, 'p', say(who));
}

function writeTable(page: Document, { table }: Minutes, say: MinutesOptions['say']): void {
  const element = put(page, page.body, 'table');
  const head = put(page, put(page, element, 'thead'), 'tr');
  for (const word of [{ zh: '序号', en: 'No.' }, { zh: '分类', en: 'Class' }, { zh: '统一社会信用代码', en: 'Credit code' }, { zh: '名称', en: 'Name' }, { zh: '检查人员', en: 'Inspectors' }, { zh: '回避', en: 'Kept away' }]) put(page, head, 'th', say(word));
  const body = put(page, element, 'tbody');
  for (const { number, stratum, uscc, name, inspectors, skipped } of table) {
    const row = put(page, body, 'tr');
    const nobody = say({ zh: '无人可派', en: 'Nobody may go' });
    const avoided = skipped.map((one) => `${one.name}${say({ zh: `（${one.reason}）`, en: ` (${one.reason})` })}`).join(say({ zh: '、', en: ', ' }));
    for (const cell of [String(number), stratum, uscc, name, inspectors.join(say({ zh: '、', en: ', ' })) || nobody, avoided]) put(page, row, 'td', cell);
  }
}

function put(page: Document, parent: Element, tag: string, text = ''): HTMLElement {
  const element = page.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

/** Prints minutes, by the dialog of the browser. The frame goes when the dialog has closed. */
export function printMinutes(minutes: Minutes, options: MinutesOptions): void {
  const frame = document.createElement('iframe');
  frame.title = minutes.title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', right: '0', bottom: '0', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner) {
    frame.remove();
    return;
  }
  const styles = new inner.CSSStyleSheet();
  styles.replaceSync(STYLES);
  inner.document.adoptedStyleSheets = [styles];
  writeMinutes(inner.document, minutes, options);
  inner.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  // After this turn, so that the frame has been laid out.
  setTimeout(() => {
    inner.focus();
    inner.print();
  });
}
