/** Paper of a panel: a document of its own in a frame, so that nothing of the page is printed along and no style of the page reaches it. */

/** What every sheet has: size, type, tables that go on over pages. */
const PAPER = `
@page { size: A4; margin: 16mm 14mm; }
body { margin: 0; background: #fff; color: #000; font: 10.5pt/1.5 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif; }
h1 { margin: 0 0 4mm; font-size: 16pt; text-align: center; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1mm 1.5mm; border: 0.2mm solid #666; vertical-align: top; overflow-wrap: anywhere; }
`;

/** What is printed. */
export interface PrintedDocument {
  readonly title: string;
  /** Language of its words: `zh-CN`, `en`. */
  readonly lang: string;
  /** Rules besides those that every sheet has. */
  readonly styles?: string;
  /** Writes the words into the empty document, as text. */
  write(page: Document): void;
}

/** An element with a text, put at the end of another. */
export function putElement<K extends keyof HTMLElementTagNameMap>(parent: Element, tag: K, text = ''): HTMLElementTagNameMap[K] {
  const element = parent.ownerDocument.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

/** Prints a document by the dialog of the browser, which also saves it as PDF. The frame goes when the dialog has closed. */
export function printDocument({ title, lang, styles = '', write }: PrintedDocument): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', right: '0', bottom: '0', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner) {
    frame.remove();
    return;
  }
  // A sheet made by script: pages whose policy allows no inline style print too.
  const sheet = new inner.CSSStyleSheet();
  sheet.replaceSync(PAPER + styles);
  const page = inner.document;
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = lang;
  page.title = title;
  write(page);
  inner.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  // After this turn, so that the frame has been laid out.
  setTimeout(() => {
    inner.focus();
    inner.print();
  });
}
