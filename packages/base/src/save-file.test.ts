import { describe, expect, it } from 'vitest';
import { fileName } from './save-file.js';

describe('fileName', () => {
  it('leaves out what file systems refuse', () => {
    expect(fileName('场馆 2026/07：面积?', 'csv')).toBe('场馆 2026 07：面积.csv');
    expect(fileName('../..\u0000', 'png')).toBe('.. ...png');
  });

  it('is never empty and never too long', () => {
    expect(fileName(' ? ', 'svg')).toBe('data.svg');
    expect(fileName('场'.repeat(500), 'svg')).toHaveLength(124);
  });
});
