import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hashValue, hashWith, readState, writeState } from './share-state.js';

describe('the state of a page as text', () => {
  it('is short for a view alone', () => {
    expect(writeState({ center: [120.382_612_345, 36.0618], zoom: 11.004 })).toBe('120.38261,36.0618,11');
    expect(writeState({ center: [120, 36], zoom: 9, rotation: 30, layers: {}, datasets: {} })).toBe('120,36,9,30');
  });

  it('comes back as it was, whatever words are in it', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => one !== '__proto__');
    const layers = fc.dictionary(word, fc.record({ invisible: fc.boolean(), opacity: fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }) }, { requiredKeys: [] }), { maxKeys: 4 });
    const datasets = fc.dictionary(word, fc.record({ version: fc.constant(1), filters: fc.dictionary(word, fc.record({ kind: fc.constant('text'), contains: word })) }), { maxKeys: 3 });
    fc.assert(
      fc.property(layers, datasets, fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }), (l, d, lon, lat) => {
        const text = writeState({ center: [lon, lat], zoom: 12.25, layers: l, datasets: d });
        const back = readState(text);
        expect(text).toMatch(/^[\w.,~-]+$/);
        expect(JSON.parse(JSON.stringify([back.layers, back.datasets]))).toEqual(JSON.parse(JSON.stringify([l, d])));
        expect(Math.hypot(back.center[0] - lon, back.center[1] - lat)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the order of layers, and nothing of it where nobody changed it', () => {
    const text = writeState({ center: [120, 36], zoom: 9, order: ['底图', '渔船'] });
    expect(readState(text).order).toEqual(['底图', '渔船']);
    expect([writeState({ center: [120, 36], zoom: 9, order: [] }), readState('120,36,9').order]).toEqual(['120,36,9', undefined]);
  });

  const whole = writeState({ center: [120, 36], zoom: 9, layers: { 影像: { opacity: 0.5 } } });
  it.each([['cut', whole.slice(0, -5)], ['empty', ''], ['words', 'abc'], ['too few', '120,36'], ['too many', '1,2,3,4,5'], ['off the world', '120,136,9'], ['an opacity of 7', `120,36,9~${btoa('{"l":{"a":{"opacity":7}}}')}`.replace(/=/g, '')], ['an order of numbers', `120,36,9~${btoa('{"o":[1]}')}`.replace(/=/g, '')], ['a list', `120,36,9~${btoa('[1]').replace(/=/g, '')}`], ['null', `120,36,9~${btoa('null').replace(/=/g, '')}`]])('refuses what is %s', (_, text) => {
    expect(() => readState(text)).toThrow(expect.objectContaining({ code: 'bad-state' }));
  });
});

test('a hash keeps what others have in it', () => {
  const hash = hashWith('#top&a=1', 'yzt', '120,36,9');
  expect([hash, hashValue(hash, 'yzt'), hashValue(hash, 'a'), hashValue(hash, 'zt')]).toEqual(['#top&a=1&yzt=120,36,9', '120,36,9', '1', undefined]);
  expect(hashWith(hash, 'yzt', '1,2,3')).toBe('#top&a=1&yzt=1,2,3');
  expect(hashWith('', 'yzt', 'x')).toBe('#yzt=x');
});
