/** Types of properties by some of their values. Pure. */
import { isObject } from './answers.js';
import type { Feature, PropertyType } from './types.js';

const DAY = /^\d{4}-\d{2}-\d{2}Z?$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Values of a property, one a feature. */
export function valuesOf(features: readonly Feature[], name: string): unknown[] {
  return features.map(({ properties }) => (isObject(properties) && Object.prototype.hasOwnProperty.call(properties, name) ? properties[name] : undefined));
}

/** The type that all values have; text where they differ. Whole numbers among some rows need not stay whole. */
export function typeOfValues(values: readonly unknown[]): PropertyType {
  const some = values.filter((value) => value !== null && value !== undefined && value !== '');
  const all = (test: (value: unknown) => boolean): boolean => some.length > 0 && some.every(test);
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => typeof value === 'boolean')) return 'boolean';
  if (all((value) => typeof value === 'string' && DAY.test(value))) return 'date';
  return all((value) => typeof value === 'string' && TIME.test(value)) ? 'date-time' : 'string';
}
