/** A condition in the language of expressions, asked of one thing after the other that is in no table, such as a feature of a tile. */
import { YztError } from '@yizhangtu/base/errors';
import { NO_CODE, type Column } from '../model/types.js';
import { compiled } from './compile.js';
import { badExpression } from './fault.js';
import { fieldsOf, parseExpression, type Node } from './parse.js';
import { asNumber, KIND_NAMES, type NumberAt } from './typed.js';

/** A value of a field as it is found; undefined and null are missing. */
export type FieldValue = string | number | boolean | null | undefined;

type Kind = 'number' | 'text' | 'boolean';
/** In the order in which a field of which nothing is known yet is tried. */
const KINDS: readonly Kind[] = ['text', 'number', 'boolean'];

/** A column of one row. */
interface Cell {
  readonly column: Column;
  put(value: FieldValue): void;
}

function kindOf(value: FieldValue): Kind | undefined {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'text' : undefined;
}

function textCell(name: string): Cell {
  const dictionary = [''];
  const codes = new Uint32Array(1);
  const put = (value: FieldValue): void => {
    codes[0] = value == null ? NO_CODE : 0;
    dictionary[0] = String(value ?? '');
  };
  return { column: { kind: 'text', name, dictionary, codes }, put };
}

function numberCell(name: string): Cell {
  const values = new Float64Array(1);
  const put = (value: FieldValue): void => {
    values[0] = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  };
  return { column: { kind: 'number', name, values }, put };
}

function booleanCell(name: string): Cell {
  const values = new Uint8Array(1);
  const put = (value: FieldValue): void => {
    values[0] = typeof value === 'boolean' ? Number(value) : 2;
  };
  return { column: { kind: 'boolean', name, values }, put };
}

const CELLS: Readonly<Record<Kind, (name: string) => Cell>> = { text: textCell, number: numberCell, boolean: booleanCell };

/**
 * `用途 = '居住' and areaM2 > 500`. What a field is – a number, a text – is learned from the first thing that has it; a value of another kind later on
 * is read as that kind, or is missing.
 */
export class Condition {
  readonly #expression: string;
  readonly #node: Node;
  readonly #now: number;
  readonly #fields: readonly string[];
  readonly #kinds = new Map<string, Kind>();
  #cells = new Map<string, Cell>();
  #test: NumberAt | undefined;

  /** @throws YztError `bad-expression` for what cannot be read. */
  constructor(expression: string, now: number = Date.now()) {
    this.#expression = expression;
    this.#node = parseExpression(expression);
    this.#now = now;
    this.#fields = fieldsOf(this.#node);
  }

  /** Whether the condition holds. Where something that decides is missing it does not. @throws YztError `bad-expression` where kinds do not fit. */
  holds(valueOf: (field: string) => FieldValue): boolean {
    const values = this.#fields.map((field) => valueOf(field));
    this.#learn(values);
    const test = (this.#test ??= this.#compiled());
    this.#fields.forEach((field, at) => this.#cells.get(field)?.put(values[at]));
    return test(0) === 1;
  }

  #learn(values: readonly FieldValue[]): void {
    this.#fields.forEach((field, at) => {
      const kind = kindOf(values[at]);
      if (kind === undefined || this.#kinds.has(field)) return;
      this.#kinds.set(field, kind);
      this.#test = undefined;
    });
  }

  /** Fields of which nothing is known are taken for whatever fits. */
  #compiled(): NumberAt {
    const unknown = this.#fields.filter((field) => !this.#kinds.has(field));
    let fault: unknown;
    for (const kind of unknown.length > 0 ? KINDS : KINDS.slice(0, 1)) {
      try {
        return this.#compiledWith(kind);
      } catch (reason) {
        if (!(reason instanceof YztError)) throw reason;
        fault ??= reason;
      }
    }
    // Several unknown fields of several kinds: nothing has them, so nothing can be said.
    if (unknown.length > 1) return () => 2;
    throw fault as Error;
  }

  #compiledWith(otherwise: Kind): NumberAt {
    this.#cells = new Map(this.#fields.map((field) => [field, CELLS[this.#kinds.get(field) ?? otherwise](field)]));
    const typed = compiled(this.#node, { expression: this.#expression, rows: { column: (name) => this.#cells.get(name)?.column }, now: this.#now });
    if (typed.kind === 'boolean') return asNumber(typed);
    const given = KIND_NAMES[typed.kind];
    throw badExpression(this.#expression, this.#node, { zh: `条件应得出是或否，这是${given.zh}`, en: `a condition is true or false, this is ${given.en}` });
  }
}
