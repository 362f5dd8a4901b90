import { describe, expect, it } from 'vitest';
import { Condition, type FieldValue } from './condition.js';

const of = (expression: string) => {
  const condition = new Condition(expression);
  return (values: Record<string, FieldValue>) => condition.holds((field) => values[field]);
};

describe('Condition', () => {
  it('asks one thing after the other', () => {
    const large = of("用途 = '居住' and areaM2 > 500");
    expect([large({ 用途: '居住', areaM2: 501 }), large({ 用途: '居住', areaM2: 500 }), large({ 用途: '商业', areaM2: 900 })]).toEqual([true, false, false]);
  });

  it('lets nothing through of which the deciding value is missing, and knows missing values', () => {
    const named = of('missing(name) or n > 3');
    expect([named({}), named({ n: 4, name: 'a' }), named({ name: 'a' }), named({ n: 1, name: 'a' })]).toEqual([true, true, false, false]);
    expect(of('n > 3')({})).toBe(false);
    expect(of("n > 3 and open and kind = 'a'")({})).toBe(false);
  });

  it('learns the kind of a field from the first value, and reads others as that kind', () => {
    const more = of('n >= 10');
    expect([more({}), more({ n: 12 }), more({ n: '9' }), more({ n: '11' }), more({ n: true }), more({ n: 'x' })]).toEqual([false, true, false, true, false, false]);
    const word = of("code = '7'");
    expect([word({ code: '7' }), word({ code: 7 })]).toEqual([true, true]);
    expect([of('open')({ open: true }), of('not open')({ open: false })]).toEqual([true, true]);
  });

  it('says what cannot be read, and what is no condition', () => {
    expect(() => new Condition('n >')).toThrow();
    expect(() => of('n + 1')({ n: 1 })).toThrow(/true or false|是或否/);
    expect(() => of("n > 'x'")({ n: 1 })).toThrow();
  });
});
