/** Conditions of a style: those of old, `["==", "class", "park"]`, and expressions. Pure. */
import { compiledExpression } from './expressions.js';
import { UnknownPart, wordsOf, type Run } from './values.js';

const JOINS = new Set(['all', 'any', 'none']);
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Whether a condition is written as they were before there were expressions. */
function isOld(filter: readonly unknown[]): boolean {
  const [name, first, ...rest] = filter;
  if (name === 'none' || name === '!in' || name === '!has') return true;
  if (name === 'has') return first !== '$id' && first !== '$type' ? false : true;
  if (name === 'in') return typeof first === 'string' && (rest.length !== 1 || !Array.isArray(rest[0]));
  if (COMPARISONS.has(name as string)) return typeof first === 'string' && !Array.isArray(rest[0]);
  return JOINS.has(name as string) && filter.slice(1).every((part) => typeof part === 'boolean' || (Array.isArray(part) && isOld(part as unknown[])));
}

/** A field in the words of expressions. */
function fieldOf(name: unknown): unknown {
  return name === '$type' ? ['geometry-type'] : name === '$id' ? ['id'] : ['get', wordsOf(name)];
}

/** An old condition as an expression. */
function renewed(filter: unknown): unknown {
  if (!Array.isArray(filter)) return filter;
  const [name, first, ...rest] = filter as unknown[];
  if (name === 'none') return ['!', ['any', ...[first, ...rest].map(renewed)]];
  if (name === 'all' || name === 'any') return [name, ...(filter as unknown[]).slice(1).map(renewed)];
  if (name === '!has') return ['!', ['has', first]];
  if (name === 'in' || name === '!in') {
    const found = ['in', fieldOf(first), ['literal', rest]];
    return name === 'in' ? found : ['!', found];
  }
  if (COMPARISONS.has(name as string)) return [name, fieldOf(first), rest[0]];
  return filter;
}

/** A condition, ready to be asked. @throws UnknownPart with the name of what is not understood. */
export function compiledFilter(filter: unknown): Run {
  if (filter === undefined || filter === null) return () => true;
  if (typeof filter === 'boolean') return () => filter;
  if (!Array.isArray(filter)) throw new UnknownPart('filter');
  return compiledExpression(isOld(filter as unknown[]) ? renewed(filter) : filter);
}
