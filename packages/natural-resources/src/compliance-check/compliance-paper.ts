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
  /** The map, with the lines under it; left out where there is none. */
  readonly map?: { readonly canvas: HTMLCanvasElement; readonly lines: readonly string[] } | undefined;
}

const STYLES = `
p { margin: 0 0 1.5mm; }
table { margin: 3mm 0; }
th, td { text-align: right; }
th:nth-child(-n + 2), td:nth-child(-n + 2) { text-align: left; }
canvas { display: block; width: 100%; border: 0.2mm solid #666; }
figure { margin: 3mm 0; break-inside: avoid; }
tr.strong td { font-weight: 600; background: #eee; }
.notes { font-size: 9pt; color: #333; }
`;

/** Writes the report into an empty document. */
export function writePaper({ body }: Document, { title, facts, heads, rows, notes, map }: PaperReport): void {
  putElement(body, 'h1', title);
  for (const fact of facts) putElement(body, 'p', fact);
  if (map) writeMap(body, map);
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

/** The map as pixels of the document's own: a policy for images has nothing to say about them. */
function writeMap(body: HTMLElement, { canvas, lines }: NonNullable<PaperReport['map']>): void {
  const figure = putElement(body, 'figure');
  const copy = putElement(figure, 'canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  for (const line of lines) putElement(figure, 'p', line).className = 'notes';
}

/** Prints a report. */
export function printPaper(report: PaperReport): void {
  printDocument({ title: report.title, lang: report.lang, styles: STYLES, write: (page) => writePaper(page, report) });
}
