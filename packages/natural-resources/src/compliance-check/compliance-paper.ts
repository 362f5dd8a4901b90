/** The report on paper. */
import { printDocument, putElement } from '@yizhangtu/widgets/shared';

/** What the sheet says, as text. */
export interface PaperReport {
  readonly title: string;
  readonly lang: string;
  /** Lines under the title. */
  readonly facts: readonly string[];
  readonly heads: readonly string[];
  /** Rows of text; a row that begins a layer is told by `strong`. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly strong: boolean }[];
  readonly notes: readonly string[];
}

const STYLES = `
p { margin: 0 0 1.5mm; }
table { margin: 3mm 0; }
th, td { text-align: right; }
th:nth-child(-n + 2), td:nth-child(-n + 2) { text-align: left; }
tr.strong td { font-weight: 600; background: #eee; }
.notes { font-size: 9pt; color: #333; }
`;

/** Writes the report into an empty document. */
export function writePaper({ body }: Document, { title, facts, heads, rows, notes }: PaperReport): void {
  putElement(body, 'h1', title);
  for (const fact of facts) putElement(body, 'p', fact);
  const table = putElement(body, 'table');
  const head = putElement(putElement(table, 'thead'), 'tr');
  for (const text of heads) putElement(head, 'th', text);
  const rest = putElement(table, 'tbody');
  for (const { cells, strong } of rows) {
    const row = putElement(rest, 'tr');
    if (strong) row.className = 'strong';
    for (const text of cells) putElement(row, 'td', text);
  }
  for (const note of notes) putElement(body, 'p', note).className = 'notes';
}

/** Prints a report. */
export function printPaper(report: PaperReport): void {
  printDocument({ title: report.title, lang: report.lang, styles: STYLES, write: (page) => writePaper(page, report) });
}
