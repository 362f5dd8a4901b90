import { describe, expect, it } from 'vitest';
import { beginsLikeJson, mayBeSmall, SMALL_SOURCE } from './small.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('sources that are read on the page', () => {
  it('begin like JSON, after white space and a byte order mark', () => {
    for (const text of ['{"a":1}', '[1]', ' \n\t{', '\ufeff{}', '\ufeff\n[']) expect(beginsLikeJson(bytes(text)), text).toBe(true);
    for (const text of ['<html>', 'lon,lat', 'yztc', '\ufefflon,lat', '"{"']) expect(beginsLikeJson(bytes(text)), text).toBe(false);
    for (const text of ['', ' \r\n']) expect(beginsLikeJson(bytes(text)), text).toBe(undefined);
    expect(beginsLikeJson(Uint8Array.of(0xff, 0xfe, 0x7b, 0))).toBe(false);
  });

  it('are of no other format, and not known to be larger', () => {
    expect(mayBeSmall({}, 0)).toBe(true);
    expect(mayBeSmall({ format: 'geojson' }, SMALL_SOURCE)).toBe(true);
    expect(mayBeSmall({}, SMALL_SOURCE + 1)).toBe(false);
    expect(mayBeSmall({ format: 'csv' }, 10)).toBe(false);
  });
});
