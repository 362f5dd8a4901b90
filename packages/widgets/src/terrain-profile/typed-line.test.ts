import { expect, it } from 'vitest';
import { lineWords, typedLine } from './typed-line.js';

it('reads places one after the other, in degrees or with minutes, however they are parted', () => {
  expect(typedLine('120.38 36.07; 120.45,36.12')).toEqual({ places: [[120.38, 36.07], [120.45, 36.12]] });
  expect(typedLine('120.38, 36.07；\n 121 36 ;')).toEqual({ places: [[120.38, 36.07], [121, 36]] });
  expect(typedLine("E120°30′，N36°15′; -113.2 37.3")).toEqual({ places: [[120.5, 36.25], [-113.2, 37.3]] });
  expect(typedLine('  ')).toEqual({ places: [] });
});

it('names the words that are no place', () => {
  expect(typedLine('120.38 36.07; 崂山; 121 36')).toEqual({ wrong: '崂山' });
  expect(typedLine('120.38')).toEqual({ wrong: '120.38' });
});

it('writes them so that they can be read again', () => {
  const places = [[-113.2234567, 37.3], [-113.06, 37.34]] as const;
  expect(lineWords(places)).toBe('-113.22346 37.30000; -113.06000 37.34000');
  expect(typedLine(lineWords(places))).toEqual({ places: [[-113.22346, 37.3], [-113.06, 37.34]] });
});
