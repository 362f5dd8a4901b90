import { expect, it } from 'vitest';
import { downPieces } from './down-text.js';

const measure = (text: string): number => [...text].reduce((width, one) => width + (one > '\u2e80' ? 12 : 6), 0);

it('lets Han characters stand one under another and lays letters, figures and brackets on their side', () => {
  expect(downPieces('崂山A5（新）', measure)).toEqual([
    { text: '崂', at: 0, length: 12, turned: false },
    { text: '山', at: 12, length: 12, turned: false },
    { text: 'A5（', at: 24, length: 24, turned: true },
    { text: '新', at: 48, length: 12, turned: false },
    { text: '）', at: 60, length: 12, turned: true },
  ]);
  expect(downPieces('Huang dao', measure)).toEqual([{ text: 'Huang dao', at: 0, length: 54, turned: true }]);
  expect(downPieces('', measure)).toEqual([]);
});
