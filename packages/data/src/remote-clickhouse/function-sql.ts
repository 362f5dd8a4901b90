/** Functions of expressions as SQL. What each one means is what `expression/functions.ts` does with rows. */
import type { At } from '../expression/typed.js';
import type { ClickColumn } from './columns.js';
import { bound, finiteSql } from './let-sql.js';
import { numberText } from './values.js';

/** What else is known of the arguments of a function, by their places. */
export interface Given {
  /** The value of one that no field is in; undefined for others. */
  constant(at: number): ReturnType<At>;
  /** The same. @throws YztError `not-answerable` for others. */
  value(at: number): ReturnType<At>;
  /** The column of one that is nothing but a field. */
  column(at: number): ClickColumn | undefined;
}

/** Writes a function. */
export type WriteSql = (args: readonly string[], given: Given) => string;

/** Numbers in, a number out; what is infinite is missing. */
const numeric = (write: (...args: string[]) => string): WriteSql => (args) => finiteSql(bound(args, write));
const plain = (write: (...args: string[]) => string): WriteSql => (args) => finiteSql(write(...args));

/** The least or the greatest; missing where one of them is. */
const extreme = (name: 'least' | 'greatest'): WriteSql => (args, known) =>
  args.length === 1
    ? (args[0] as string)
    : numeric((...values) => `if(${values.map((value) => `isNaN(${value})`).join(' OR ')}, nan, ${values.reduce((all, value) => `${name}(${all}, ${value})`)})`)(args, known);

/** Beyond so many units of the last digit a number has no further digits that could be trusted. */
const EXACT = 9e14;
const MOST_DIGITS = 20;

/**
 * Half up by the decimal digits, as `roundTo` has it: 1.005 to two digits is 1.01. The decimal half between two results, divided out, is the very number
 * that its digits name, so comparing with it is comparing digits.
 */
const round: WriteSql = ([value = '', second], given) => {
  const digits = second === undefined ? 0 : given.value(1);
  if (typeof digits !== 'number' || Number.isNaN(digits)) return 'nan';
  if (digits < 0) {
    const unit = `toFloat64(${numberText(10 ** -digits)})`;
    return finiteSql(bound([`${value} / ${unit}`], (v) => `(floor(${v}) + (${v} - floor(${v}) >= 0.5)) * ${unit}`));
  }
  const kept = Math.min(MOST_DIGITS, Math.trunc(digits));
  const sign = (v: string): string => `(1 - 2 * (${v} < 0))`;
  if (kept === 0) return finiteSql(bound([value], (v) => `${sign(v)} * (floor(abs(${v})) + (abs(${v}) - floor(abs(${v})) >= 0.5))`));
  const [unit, tenth] = [10 ** kept, 10 ** (kept + 1)].map((power) => `toFloat64(${numberText(power)})`);
  const whole = (v: string): string => `floor(abs(${v}) * ${unit})`;
  return finiteSql(bound([value], (v) => `if(abs(${v}) * ${unit} < ${numberText(EXACT)}, ${sign(v as string)} * (${whole(v as string)} + (abs(${v}) >= (${whole(v as string)} * 10 + 5) / ${tenth})) / ${unit}, ${v})`));
};

export const NUMBER_SQL: ReadonlyMap<string, WriteSql> = new Map<string, WriteSql>([
  ...['+', '-', '*', '/'].map((sign): [string, WriteSql] => [sign, plain((a, b) => `(${a} ${sign} ${b})`)]),
  ['%', numeric((a, b) => `(${a} - ${b} * floor(${a} / ${b}))`)],
  // The server's power of 1 is 1, whatever the exponent.
  ['^', numeric((a, b) => `if(isNaN(${b}), nan, pow(${a}, ${b}))`)],
  ['negative', plain((a) => `(-(${a}))`)],
  ['abs', plain((a) => `abs(${a})`)],
  ['sign', numeric((a) => `if(isNaN(${a}), nan, (${a} > 0) - (${a} < 0))`)],
  ['floor', plain((a) => `floor(${a})`)],
  ['ceil', plain((a) => `ceil(${a})`)],
  ['sqrt', plain((a) => `sqrt(${a})`)],
  ['exp', plain((a) => `exp(${a})`)],
  ['ln', plain((a) => `log(${a})`)],
  ['log10', plain((a) => `log10(${a})`)],
  ['round', round],
  ['min', extreme('least')],
  ['max', extreme('greatest')],
]);
