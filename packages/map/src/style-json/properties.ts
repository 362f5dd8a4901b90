/** Values of a style's `paint` and `layout`: plain ones, functions with `stops`, and expressions. Pure. */
import { compiledExpression, isExpression } from './expressions.js';
import { atStops, isObject, numberOf, UnknownPart, wayBetween, wordsOf, type Run } from './values.js';

type Stops = readonly (readonly [unknown, unknown])[];

function stopsOf(value: unknown): Stops {
  return Array.isArray(value) ? (value as unknown[]).filter((one): one is [unknown, unknown] => Array.isArray(one) && one.length === 2) : [];
}

/** A function of the zoom, or of a field. @param smooth Values run into each other where the function does not say. */
function compiledFunction(given: Readonly<Record<string, unknown>>, smooth: boolean): Run {
  const stops = stopsOf(given['stops']);
  const { property, base, default: rest } = given;
  const type = typeof given['type'] === 'string' ? given['type'] : property !== undefined && stops.some(([key]) => typeof key === 'string') ? 'categorical' : smooth ? 'exponential' : 'interval';
  if (stops.some(([key]) => isObject(key))) throw new UnknownPart('stops {zoom, value}');
  if (property !== undefined && typeof property !== 'string') throw new UnknownPart('property');
  if (type === 'identity') return ({ get }) => get(wordsOf(property)) ?? rest;
  if (stops.length === 0) throw new UnknownPart('stops');
  if (type === 'categorical') {
    const results = new Map(stops.map(([key, value]) => [key, value]));
    return ({ get, zoom }) => results.get(property === undefined ? zoom : get(property)) ?? rest;
  }
  const rising = stops.map(([key, value]) => [numberOf(key), value] as const);
  return ({ get, zoom }) => {
    const number = property === undefined ? zoom : numberOf(get(property));
    if (Number.isNaN(number)) return rest;
    return atStops(rising, number, type === 'interval' ? undefined : (low, high) => wayBetween(number, low, high, typeof base === 'number' ? base : 1));
  };
}

/**
 * A value, ready to be worked out.
 * @param smooth Numbers and colours, which run into each other between the stops of a function.
 * @throws UnknownPart with the name of what is not understood.
 */
export function compiledValue(value: unknown, smooth: boolean): Run {
  if (isExpression(value)) return compiledExpression(value);
  if (isObject(value)) return compiledFunction(value, smooth);
  // A list that begins with a word is an expression that is not known, except a list of fonts.
  if (Array.isArray(value) && typeof value[0] === 'string' && /^[a-z!-]+$/.test(value[0])) throw new UnknownPart(value[0]);
  return () => value;
}

/** Values that a colour takes by the words of one field, where the style says it so, for the legend; undefined is every other value. */
export function colorsByValue(value: unknown): readonly (readonly [label: string | undefined, color: unknown])[] | undefined {
  if (isObject(value) && typeof value['property'] === 'string') {
    const stops = stopsOf(value['stops']);
    return value['type'] === 'categorical' || stops.some(([key]) => typeof key === 'string') ? [...stops.map(([key, color]) => [wordsOf(key), color] as const), [undefined, value['default']]] : undefined;
  }
  if (!Array.isArray(value) || value[0] !== 'match') return undefined;
  const [, input, ...parts] = value as unknown[];
  if (!Array.isArray(input) || input[0] !== 'get') return undefined;
  const named = Array.from({ length: parts.length >> 1 }, (_, at) => {
    const [labels, color] = parts.slice(2 * at, 2 * at + 2);
    return [(Array.isArray(labels) ? (labels as unknown[]) : [labels]).map(wordsOf).join('、'), color] as const;
  });
  return [...named, [undefined, parts[parts.length - 1]]];
}
