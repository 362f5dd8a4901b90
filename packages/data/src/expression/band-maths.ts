/** Numbers of an expression over arrays of numbers that are in no table, such as the bands of an image. */
import { compiled } from './compile.js';
import { badExpression } from './fault.js';
import { fieldsOf, parseExpression, type Node } from './parse.js';
import { asNumber, KIND_NAMES, type NumberAt } from './typed.js';

/** `(b8 - b4) / (b8 + b4)`. What is missing (NaN), infinite or no number is missing in the result. */
export class BandMaths {
  readonly #expression: string;
  readonly #node: Node;
  /** Names that the expression uses, each once. */
  readonly fields: readonly string[];

  /** @throws YztError `bad-expression` for what cannot be read. */
  constructor(expression: string) {
    this.#expression = expression;
    this.#node = parseExpression(expression);
    this.fields = fieldsOf(this.#node);
  }

  /** The one field that the expression is, if it is nothing else. */
  get only(): string | undefined {
    return this.#node.kind === 'field' ? this.#node.name : undefined;
  }

  /** Numbers by place; a condition gives 0 and 1. @throws YztError `bad-expression` for texts and dates, `unknown-field` for names that are not there. */
  over(columns: ReadonlyMap<string, Float64Array>): NumberAt {
    const column = (name: string): { kind: 'number'; name: string; values: Float64Array } | undefined => {
      const values = columns.get(name);
      return values && { kind: 'number', name, values };
    };
    const typed = compiled(this.#node, { expression: this.#expression, rows: { column }, now: Date.now() });
    const at = asNumber(typed);
    if (typed.kind === 'number') return at;
    if (typed.kind === 'boolean') return (row) => (at(row) === 2 ? NaN : at(row));
    const given = KIND_NAMES[typed.kind];
    throw badExpression(this.#expression, this.#node, { zh: `波段运算应得出数字，这是${given.zh}`, en: `band maths gives a number, this is ${given.en}` });
  }
}
