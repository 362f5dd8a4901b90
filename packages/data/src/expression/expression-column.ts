/** A column worked out by an expression. */
import type { DerivedColumn, RowSource } from '../model/derived-columns.js';
import { decoded, wordsOf } from '../model/packed-text.js';
import { upTo } from '../model/select.js';
import { NO_CODE, type Column, type FieldSchema, type TextColumn } from '../model/types.js';
import { WordCodes } from '../model/word-codes.js';
import type { Steps } from '../steps/drive.js';
import { columnKind, compiled, type CompileContext } from './compile.js';
import { fieldsOf, parseExpression, type Node } from './parse.js';
import { asNumber, asText, type Typed } from './typed.js';

/** Rows between two pauses. */
const STEP = 1 << 12;

/** How a column is worked out. */
export interface ExpressionOptions {
  /** The clock of `today()`, ms. Default: that of the machine. */
  readonly now?: () => number;
}

/**
 * A column whose values an expression gives: `round(people / areaKm2, 1)`, `if(built < '2000-01-01', '老', '新')`. It sees what everybody sees:
 * a masked field stays masked in it.
 * @throws YztError `bad-expression` at once for what cannot be read. Kinds and fields are checked where there are rows; see `Dataset.derivedError`.
 */
export function expressionColumn(field: FieldSchema, expression: string, { now = Date.now }: ExpressionOptions = {}): DerivedColumn {
  const node = parseExpression(expression);
  const over = (rows: Pick<RowSource, 'column'>): CompileContext => ({ expression, rows, now: now() });
  return {
    field,
    uses: fieldsOf(node),
    kind: (rows) => columnKind(compiled(node, over(rows)).kind),
    far: () => ({ expression, now }),
    *steps(rows) {
      const words = onlyWords(node, rows);
      if (!words) return yield* filled(field.name, compiled(node, over(rows)), rows.rowCount);
      yield* decoded(words);
      // Of one column of words: once a word, not once a row.
      const ofWord = yield* filled(field.name, compiled(node, over({ column: () => eachWord(words) })), words.dictionary.length + 1);
      return yield* spread(ofWord, words, rows.rowCount);
    },
  };
}

/** The only field of an expression, if it has words, far fewer than rows. */
function onlyWords(node: Node, rows: RowSource): TextColumn | undefined {
  const [name, other] = fieldsOf(node);
  const column = name === undefined || other !== undefined ? undefined : rows.column(name);
  return column?.kind === 'text' && wordsOf(column) < rows.rowCount / 4 ? column : undefined;
}

/** A column with each word once and a missing value at the end. */
function eachWord({ name, dictionary }: TextColumn): TextColumn {
  const codes = upTo(new Uint32Array(dictionary.length + 1));
  codes[dictionary.length] = NO_CODE;
  return { kind: 'text', name, dictionary, codes };
}

function* filled(name: string, { kind, at }: Typed, rowCount: number): Steps<Column> {
  if (kind === 'text' || kind === 'null') return yield* textFilled(name, asText({ kind, at }), rowCount);
  const values = kind === 'boolean' ? new Uint8Array(rowCount) : new Float64Array(rowCount);
  const value = asNumber({ kind, at });
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === STEP - 1) yield row / rowCount;
    values[row] = value(row);
  }
  return { kind, name, values } as Column;
}

function* textFilled(name: string, at: (row: number) => string | undefined, rowCount: number): Steps<TextColumn> {
  const found = new WordCodes(rowCount);
  const codes = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === STEP - 1) yield row / rowCount;
    const word = at(row);
    codes[row] = word === undefined ? NO_CODE : found.codeOf(word);
  }
  return { kind: 'text', name, dictionary: found.words, codes };
}

/** Values of words on the rows that have them. */
function* spread(ofWord: Column, { codes, dictionary }: TextColumn, rowCount: number): Steps<Column> {
  const last = dictionary.length;
  const from = ofWord.kind === 'text' ? ofWord.codes : ofWord.values;
  const to = ofWord.kind === 'text' ? new Uint32Array(rowCount) : ofWord.kind === 'boolean' ? new Uint8Array(rowCount) : new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === STEP - 1) yield row / rowCount;
    to[row] = from[Math.min(codes[row] as number, last)] as number;
  }
  return (ofWord.kind === 'text' ? { ...ofWord, codes: to } : { ...ofWord, values: to }) as Column;
}
