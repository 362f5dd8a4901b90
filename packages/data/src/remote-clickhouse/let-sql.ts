/** Pieces of SQL that are used more than once. */

/** Longer pieces get a name; shorter ones are written again, and the server works equal pieces out once. */
const SHORT = 120;

/**
 * An expression in which each of some values may stand several times. Long ones are bound to the names of a lambda, so that a statement grows with the
 * expression and not with its square: early servers put an alias back in full wherever it is used.
 * @param name Of the values; another one for an expression that stands within such a one.
 */
export function bound(values: readonly string[], body: (...names: string[]) => string, name = '_'): string {
  if (values.every((value) => value.length <= SHORT)) return body(...values);
  const names = values.map((_, at) => `${name}${at}`);
  return `arrayElement(arrayMap((${names.join(', ')}) -> ${body(...names)}, ${values.map((value) => `[${value}]`).join(', ')}), 1)`;
}

/** A number; NaN, which is missing, where it is infinite. */
export function finiteSql(value: string): string {
  return bound([value], (v) => `if(isFinite(${v}), ${v}, nan)`);
}

/** A number that NULL may stand for; NaN there. */
export function numberOrNan(value: string): string {
  return `ifNull(toFloat64(${value}), nan)`;
}
