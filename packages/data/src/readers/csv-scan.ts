/** RFC 4180 as a state machine over the text: quotes, doubled quotes, line breaks inside quotes, any line ending. Linear. */

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Where a scan stands, and what it saw. Fields are open because the hot loops below are functions. */
export class CsvScanner {
  readonly text: string;
  /** Code of the delimiter. */
  readonly delimiter: number;
  /** Place of the next character. */
  at: number;
  /** True after a quote that never closes. */
  openQuote = false;

  constructor(text: string, delimiter: string, at = 0) {
    this.text = text;
    this.delimiter = delimiter.charCodeAt(0);
    this.at = at;
  }

  /** True while there is more to read. */
  get more(): boolean {
    return this.at < this.text.length;
  }

  /** The cells of the next record; an empty line gives one empty cell. */
  record(cells: string[]): string[] {
    cells.length = 0;
    for (;;) {
      cells.push(this.text.charCodeAt(this.at) === QUOTE ? quotedCell(this) : plainCell(this));
      const next = this.text.charCodeAt(this.at);
      if (next === this.delimiter) {
        this.at++;
        // A delimiter at the very end begins one more, empty cell.
        if (this.more) continue;
        cells.push('');
        return cells;
      }
      if (next === CR) this.at++;
      if (this.text.charCodeAt(this.at) === LF) this.at++;
      return cells;
    }
  }
}

function plainCell(scanner: CsvScanner): string {
  const { text, delimiter, at: from } = scanner;
  const { length } = text;
  let at = from;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  scanner.at = at;
  return text.slice(from, at);
}

function quotedCell(scanner: CsvScanner): string {
  const { text } = scanner;
  let from = scanner.at + 1;
  let cell = '';
  for (;;) {
    const end = text.indexOf('"', from);
    if (end === -1) {
      scanner.openQuote = true;
      scanner.at = text.length;
      return cell + text.slice(from);
    }
    cell += text.slice(from, end);
    if (text.charCodeAt(end + 1) !== QUOTE) {
      scanner.at = end + 1;
      // Letters after the closing quote belong to the cell: `"a"b` reads ab.
      return cell + plainCell(scanner);
    }
    cell += '"';
    from = end + 2;
  }
}

const DELIMITERS: readonly string[] = [',', '\t', ';', '|'];
/** Records looked at to find the delimiter. */
const SAMPLE = 20;

/** The delimiter that cuts the first records into the same number of cells most often, more cells first. */
export function sniffDelimiter(text: string, at = 0): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const scanner = new CsvScanner(text, delimiter, at);
    const widths: number[] = [];
    while (scanner.more && widths.length < SAMPLE) widths.push(scanner.record([]).length);
    const first = widths[0] ?? 1;
    const same = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    const score = first > 1 ? same + Math.min(first, 50) / 1000 : 0;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
