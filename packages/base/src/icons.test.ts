import { describe, expect, it } from 'vitest';
import * as shapes from './icon-shapes.js';
import { ICON_TAGS } from './icon-svg.js';
import { icon, ICON_NAMES } from './icons.js';

describe('icons', () => {
  it('has every shape under exactly one name', () => {
    expect(ICON_NAMES).toHaveLength(Object.keys(shapes).length);
    expect([...ICON_NAMES]).toEqual([...ICON_NAMES].sort());
  });

  it.each(Object.entries(shapes))('can draw every part of %s', (_name, shape) => {
    expect(shape.length).toBeGreaterThan(0);
    for (const [tag] of shape) expect(ICON_TAGS).toContain(tag);
  });

  it('makes one template result for all sizes of an icon, so that a change of size only sets attributes', () => {
    expect(icon('layers', 16).strings).toBe(icon('search', 24).strings);
  });
});
