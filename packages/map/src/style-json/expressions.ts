/** Expressions of the Mapbox Style Specification, version 8, as far as drawing wants them. What is not here is named. Pure; nothing is evaluated as code. */
import { atStops, isObject, numberOf, rgbaOf, UnknownPart, wayBetween, wordsOf, type Run, type StyleContext } from './values.js';

type Vars = ReadonlyMap<string, Run>;
type Make = (parts: readonly unknown[], vars: Vars) => Run;

const asRun = (value: unknown): Run => () => value;

function same(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null);
}

/** Numbers with numbers and words with words; else nothing holds. */
function compared(test: (sign: number) => boolean): Make {
  return (parts, vars) => {
    const [left, right] = runs(parts, vars);
    return (context) => {
      const [a, b] = [left?.(context), right?.(context)];
      if (typeof a === 'number' && typeof b === 'number') return test(a - b);
      return typeof a === 'string' && typeof b === 'string' && test(a < b ? -1 : a > b ? 1 : 0);
    };
  };
}

function runs(parts: readonly unknown[], vars: Vars): Run[] {
  return parts.map((part) => compiled(part, vars));
}

/** One value from others. */
function from(work: (values: unknown[], context: StyleContext) => unknown): Make {
  return (parts, vars) => {
    const all = runs(parts, vars);
    return (context) => work(all.map((one) => one(context)), context);
  };
}

const numbers = (work: (values: number[]) => number): Make => from((values) => work(values.map(numberOf)));

const caseOf: Make = (parts, vars) => {
  const all = runs(parts, vars);
  const rest = all[all.length - 1] as Run;
  return (context) => {
    for (let at = 0; at + 1 < all.length; at += 2) if (all[at]?.(context) === true) return all[at + 1]?.(context);
    return rest(context);
  };
};

const matchOf: Make = ([input, ...parts], vars) => {
  const value = compiled(input, vars);
  const rest = compiled(parts[parts.length - 1], vars);
  const results = new Map<unknown, Run>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const result = compiled(parts[at + 1], vars);
    const labels = Array.isArray(parts[at]) ? (parts[at] as unknown[]) : [parts[at]];
    for (const label of labels) if (!results.has(label)) results.set(label, result);
  }
  return (context) => (results.get(value(context)) ?? rest)(context);
};

const stepOf: Make = ([input, first, ...parts], vars) => {
  const value = compiled(input, vars);
  const least = compiled(first, vars);
  const stops = pairs(parts, vars);
  return (context) => {
    const number = numberOf(value(context));
    let found = least;
    for (const [limit, result] of stops) if (number >= limit) found = result;
    return found(context);
  };
};

const interpolateOf: Make = ([kind, input, ...parts], vars) => {
  const [name, base = 1] = Array.isArray(kind) ? (kind as unknown[]) : [];
  if (name !== 'linear' && name !== 'exponential') throw new UnknownPart(`interpolate ${wordsOf(name)}`);
  const value = compiled(input, vars);
  const stops = pairs(parts, vars);
  return (context) => {
    const number = numberOf(value(context));
    if (Number.isNaN(number)) return undefined;
    return atStops(stops.map(([limit, result]) => [limit, result(context)]), number, (low, high) => wayBetween(number, low, high, name === 'linear' ? 1 : numberOf(base)));
  };
};

function pairs(parts: readonly unknown[], vars: Vars): (readonly [number, Run])[] {
  return Array.from({ length: parts.length >> 1 }, (_, at) => [numberOf(parts[2 * at]), compiled(parts[2 * at + 1], vars)] as const);
}

const letOf: Make = (parts, vars) => {
  const known = new Map(vars);
  for (let at = 0; at + 1 < parts.length; at += 2) known.set(wordsOf(parts[at]), compiled(parts[at + 1], known));
  return compiled(parts[parts.length - 1], known);
};

const varOf: Make = ([name], vars) => {
  const found = vars.get(wordsOf(name));
  if (!found) throw new UnknownPart(`var ${wordsOf(name)}`);
  return found;
};

/** Words with parts of their own look, which are drawn alike. */
const formatOf: Make = (parts, vars) => {
  const all = parts.filter((part) => !isObject(part)).map((part) => compiled(part, vars));
  return (context) => all.map((one) => wordsOf(one(context))).join('');
};

/** `["string", value, …]`: the first value of the kind. */
const typed = (kind: string): Make => from((values) => values.find((value) => typeof value === kind));

function within(value: unknown, list: unknown): boolean {
  if (typeof list === 'string') return list.includes(wordsOf(value));
  return Array.isArray(list) && (list as unknown[]).some((one) => same(one, value));
}

const get: Make = ([name, object], vars) => {
  if (object !== undefined) throw new UnknownPart('get … object');
  const field = compiled(name, vars);
  return (context) => context.get(wordsOf(field(context)));
};

const has: Make = ([name, object], vars) => {
  if (object !== undefined) throw new UnknownPart('has … object');
  const field = compiled(name, vars);
  return (context) => (context.get(wordsOf(field(context))) ?? undefined) !== undefined;
};

const MAKERS: Readonly<Record<string, Make>> = {
  literal: ([value]) => asRun(value),
  get,
  has,
  zoom: () => ({ zoom }) => zoom,
  id: () => ({ id }) => id,
  'geometry-type': () => ({ geometry }) => geometry,
  '==': from(([a, b]) => same(a, b)),
  '!=': from(([a, b]) => !same(a, b)),
  '<': compared((sign) => sign < 0),
  '<=': compared((sign) => sign <= 0),
  '>': compared((sign) => sign > 0),
  '>=': compared((sign) => sign >= 0),
  '!': from(([a]) => a !== true),
  all: from((values) => values.every((value) => value === true)),
  any: from((values) => values.includes(true)),
  in: from(([value, list]) => within(value, list)),
  case: caseOf,
  match: matchOf,
  coalesce: from((values) => values.find((value) => value !== undefined && value !== null) ?? null),
  step: stepOf,
  interpolate: interpolateOf,
  let: letOf,
  var: varOf,
  '+': numbers((values) => values.reduce((sum, value) => sum + value, 0)),
  '*': numbers((values) => values.reduce((product, value) => product * value, 1)),
  '-': numbers(([a = NaN, b]) => (b === undefined ? -a : a - b)),
  '/': numbers(([a = NaN, b = NaN]) => a / b),
  '%': numbers(([a = NaN, b = NaN]) => a % b),
  '^': numbers(([a = NaN, b = NaN]) => a ** b),
  min: numbers((values) => Math.min(...values)),
  max: numbers((values) => Math.max(...values)),
  abs: numbers(([a = NaN]) => Math.abs(a)),
  ceil: numbers(([a = NaN]) => Math.ceil(a)),
  floor: numbers(([a = NaN]) => Math.floor(a)),
  round: numbers(([a = NaN]) => Math.sign(a) * Math.round(Math.abs(a))),
  sqrt: numbers(([a = NaN]) => Math.sqrt(a)),
  ln: numbers(([a = NaN]) => Math.log(a)),
  log10: numbers(([a = NaN]) => Math.log10(a)),
  log2: numbers(([a = NaN]) => Math.log2(a)),
  concat: from((values) => values.map(wordsOf).join('')),
  upcase: from(([value]) => wordsOf(value).toUpperCase()),
  downcase: from(([value]) => wordsOf(value).toLowerCase()),
  length: from(([value]) => (typeof value === 'string' || Array.isArray(value) ? value.length : NaN)),
  format: formatOf,
  'to-string': from(([value]) => wordsOf(value)),
  'to-number': from((values) => values.map(numberOf).find((value) => !Number.isNaN(value))),
  'to-boolean': from(([value]) => Boolean(value)),
  'to-color': from((values) => values.map(rgbaOf).find((value) => value !== undefined)),
  string: typed('string'),
  number: typed('number'),
  boolean: typed('boolean'),
  rgb: from(([red, green, blue]) => [numberOf(red), numberOf(green), numberOf(blue), 1]),
  rgba: from(([red, green, blue, alpha]) => [numberOf(red), numberOf(green), numberOf(blue), numberOf(alpha)]),
};

function compiled(value: unknown, vars: Vars): Run {
  if (!Array.isArray(value)) {
    if (isObject(value)) throw new UnknownPart('{…}');
    return asRun(value);
  }
  const [name, ...parts] = value as unknown[];
  const make = typeof name === 'string' && Object.prototype.hasOwnProperty.call(MAKERS, name) ? MAKERS[name] : undefined;
  if (!make) throw new UnknownPart(wordsOf(name));
  return make(parts, vars);
}

/** Whether a value is an expression rather than a list. */
export function isExpression(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && typeof value[0] === 'string' && Object.prototype.hasOwnProperty.call(MAKERS, value[0]);
}

/** An expression, ready to be worked out. @throws UnknownPart with the name of what is not understood. */
export function compiledExpression(value: unknown): Run {
  return compiled(value, new Map());
}
