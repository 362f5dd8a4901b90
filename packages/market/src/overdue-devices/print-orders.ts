/** The list of an inspection of overdue devices on paper. */
import { inWords, type Locale } from '@yizhangtu/base/locale';
import { printDocument, putElement } from '@yizhangtu/widgets/shared';
import { ORDER_COLUMNS, type OrderRow } from './orders.js';

const STYLES = `
table { font-size: 9pt; }
th, td { text-align: left; }
td:first-child, td:nth-child(6) { text-align: right; }
.example { float: right; padding: 0 2mm; border: 0.3mm solid #000; }
.signs { margin-top: 14mm; break-inside: avoid; }
`;

/** What stands on the paper beside the rows. */
export interface OrderPaper {
  readonly title: string;
  /** Number of the order, day and source, one line. */
  readonly facts: string;
  readonly example: boolean;
  readonly locale: Locale;
  readonly lang: string;
}

/** Prints the orders. */
export function printOrders(rows: readonly OrderRow[], { title, facts, example, locale, lang }: OrderPaper): void {
  const write = ({ body }: Document): void => {
    if (example) putElement(body, 'span', inWords({ zh: '示例数据', en: 'Example data' }, locale)).className = 'example';
    putElement(body, 'h1', title);
    putElement(body, 'p', facts);
    const table = putElement(body, 'table');
    const head = putElement(putElement(table, 'thead'), 'tr');
    for (const { label } of ORDER_COLUMNS) putElement(head, 'th', inWords(label, locale));
    const list = putElement(table, 'tbody');
    for (const one of rows) {
      const row = putElement(list, 'tr');
      for (const { cell } of ORDER_COLUMNS) putElement(row, 'td', String(cell(one, locale)));
    }
    putElement(body, 'p', inWords({ zh: '签发人：　　　　　　　　　　日期：', en: 'Issued by:                    Date:' }, locale)).className = 'signs';
  };
  printDocument({ title, lang, styles: STYLES, write });
}
