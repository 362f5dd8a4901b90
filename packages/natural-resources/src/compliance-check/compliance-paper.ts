/** The report on paper: a document of its own in a frame, so that nothing of the page is printed along. The dialog of the browser also saves it as PDF. */

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
  @page { size: A4; margin: 18mm 16mm; }
  body { margin: 0; font: 10.5pt/1.5 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif; color: #000; }
  h1 { margin: 0 0 4mm; font-size: 16pt; text-align: center; }
  p { margin: 0 0 1.5mm; }
  table { width: 100%; margin: 3mm 0; border-collapse: collapse; }
  th, td { padding: 1mm 1.5mm; border: 0.3pt solid #555; text-align: right; vertical-align: top; }
  th:nth-child(-n + 2), td:nth-child(-n + 2) { text-align: left; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tr.strong td { font-weight: 600; background: #eee; }
  .notes { font-size: 9pt; color: #333; }
`;

function element<K extends keyof HTMLElementTagNameMap>(document: Document, tag: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Writes the report into an empty document. */
export function writePaper(document: Document, { title, lang, facts, heads, rows, notes }: PaperReport): void {
  document.documentElement.lang = lang;
  document.title = title;
  const body = document.body;
  body.append(element(document, 'h1', title), ...facts.map((fact) => element(document, 'p', fact)));
  const table = element(document, 'table');
  const head = table.createTHead().insertRow();
  head.append(...heads.map((text) => element(document, 'th', text)));
  const rest = table.createTBody();
  for (const { cells, strong } of rows) {
    const row = rest.insertRow();
    if (strong) row.className = 'strong';
    row.append(...cells.map((text) => element(document, 'td', text)));
  }
  body.append(table, ...notes.map((note) => Object.assign(element(document, 'p', note), { className: 'notes' })));
}

/** Prints a report. Resolves when the dialog has been shown. */
export async function printPaper(report: PaperReport): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: 'fixed', right: '100%', width: '210mm', height: '297mm', border: '0' });
  document.body.append(frame);
  try {
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) return;
    writePaper(view.document, report);
    // A sheet made by script: pages whose policy allows no inline style print too.
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLES);
    (view.document as Document & { adoptedStyleSheets: readonly CSSStyleSheet[] }).adoptedStyleSheets = [sheet];
    view.focus();
    view.print();
  } finally {
    // Some browsers print after the call has returned.
    setTimeout(() => frame.remove(), 60_000);
  }
}
