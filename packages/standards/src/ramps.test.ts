import { describe, expect, it, test } from 'vitest';
import { isRampName, ramp, RAMPS, type RampName } from './ramps.js';

/** As their authors publish them, one row a number of classes, 3 to 9. */
const PUBLISHED = {
  blues: [
    'deebf7 9ecae1 3182bd',
    'eff3ff bdd7e7 6baed6 2171b5',
    'eff3ff bdd7e7 6baed6 3182bd 08519c',
    'eff3ff c6dbef 9ecae1 6baed6 3182bd 08519c',
    'eff3ff c6dbef 9ecae1 6baed6 4292c6 2171b5 084594',
    'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 084594',
    'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b',
  ],
  greens: [
    'e5f5e0 a1d99b 31a354',
    'edf8e9 bae4b3 74c476 238b45',
    'edf8e9 bae4b3 74c476 31a354 006d2c',
    'edf8e9 c7e9c0 a1d99b 74c476 31a354 006d2c',
    'edf8e9 c7e9c0 a1d99b 74c476 41ab5d 238b45 005a32',
    'f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 005a32',
    'f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b',
  ],
  oranges: [
    'fee6ce fdae6b e6550d',
    'feedde fdbe85 fd8d3c d94701',
    'feedde fdbe85 fd8d3c e6550d a63603',
    'feedde fdd0a2 fdae6b fd8d3c e6550d a63603',
    'feedde fdd0a2 fdae6b fd8d3c f16913 d94801 8c2d04',
    'fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 8c2d04',
    'fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704',
  ],
  purples: [
    'efedf5 bcbddc 756bb1',
    'f2f0f7 cbc9e2 9e9ac8 6a51a3',
    'f2f0f7 cbc9e2 9e9ac8 756bb1 54278f',
    'f2f0f7 dadaeb bcbddc 9e9ac8 756bb1 54278f',
    'f2f0f7 dadaeb bcbddc 9e9ac8 807dba 6a51a3 4a1486',
    'fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 4a1486',
    'fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d',
  ],
  reds: [
    'fee0d2 fc9272 de2d26',
    'fee5d9 fcae91 fb6a4a cb181d',
    'fee5d9 fcae91 fb6a4a de2d26 a50f15',
    'fee5d9 fcbba1 fc9272 fb6a4a de2d26 a50f15',
    'fee5d9 fcbba1 fc9272 fb6a4a ef3b2c cb181d 99000d',
    'fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d 99000d',
    'fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d',
  ],
  greys: [
    'f0f0f0 bdbdbd 636363',
    'f7f7f7 cccccc 969696 525252',
    'f7f7f7 cccccc 969696 636363 252525',
    'f7f7f7 d9d9d9 bdbdbd 969696 636363 252525',
    'f7f7f7 d9d9d9 bdbdbd 969696 737373 525252 252525',
    'ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525',
    'ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000',
  ],
  ylgnbu: [
    'edf8b1 7fcdbb 2c7fb8',
    'ffffcc a1dab4 41b6c4 225ea8',
    'ffffcc a1dab4 41b6c4 2c7fb8 253494',
    'ffffcc c7e9b4 7fcdbb 41b6c4 2c7fb8 253494',
    'ffffcc c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 0c2c84',
    'ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 0c2c84',
    'ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58',
  ],
  ylorrd: [
    'ffeda0 feb24c f03b20',
    'ffffb2 fecc5c fd8d3c e31a1c',
    'ffffb2 fecc5c fd8d3c f03b20 bd0026',
    'ffffb2 fed976 feb24c fd8d3c f03b20 bd0026',
    'ffffb2 fed976 feb24c fd8d3c fc4e2a e31a1c b10026',
    'ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c b10026',
    'ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026',
  ],
  pubugn: [
    'ece2f0 a6bddb 1c9099',
    'f6eff7 bdc9e1 67a9cf 02818a',
    'f6eff7 bdc9e1 67a9cf 1c9099 016c59',
    'f6eff7 d0d1e6 a6bddb 67a9cf 1c9099 016c59',
    'f6eff7 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016450',
    'fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016450',
    'fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016c59 014636',
  ],
  bupu: [
    'e0ecf4 9ebcda 8856a7',
    'edf8fb b3cde3 8c96c6 88419d',
    'edf8fb b3cde3 8c96c6 8856a7 810f7c',
    'edf8fb bfd3e6 9ebcda 8c96c6 8856a7 810f7c',
    'edf8fb bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 6e016b',
    'f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 6e016b',
    'f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b',
  ],
  rdbu: [
    'ef8a62 f7f7f7 67a9cf',
    'ca0020 f4a582 92c5de 0571b0',
    'ca0020 f4a582 f7f7f7 92c5de 0571b0',
    'b2182b ef8a62 fddbc7 d1e5f0 67a9cf 2166ac',
    'b2182b ef8a62 fddbc7 f7f7f7 d1e5f0 67a9cf 2166ac',
    'b2182b d6604d f4a582 fddbc7 d1e5f0 92c5de 4393c3 2166ac',
    'b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac',
  ],
  puor: [
    'f1a340 f7f7f7 998ec3',
    'e66101 fdb863 b2abd2 5e3c99',
    'e66101 fdb863 f7f7f7 b2abd2 5e3c99',
    'b35806 f1a340 fee0b6 d8daeb 998ec3 542788',
    'b35806 f1a340 fee0b6 f7f7f7 d8daeb 998ec3 542788',
    'b35806 e08214 fdb863 fee0b6 d8daeb b2abd2 8073ac 542788',
    'b35806 e08214 fdb863 fee0b6 f7f7f7 d8daeb b2abd2 8073ac 542788',
  ],
  brbg: [
    'd8b365 f5f5f5 5ab4ac',
    'a6611a dfc27d 80cdc1 018571',
    'a6611a dfc27d f5f5f5 80cdc1 018571',
    '8c510a d8b365 f6e8c3 c7eae5 5ab4ac 01665e',
    '8c510a d8b365 f6e8c3 f5f5f5 c7eae5 5ab4ac 01665e',
    '8c510a bf812d dfc27d f6e8c3 c7eae5 80cdc1 35978f 01665e',
    '8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e',
  ],
  rdylbu: [
    'fc8d59 ffffbf 91bfdb',
    'd7191c fdae61 abd9e9 2c7bb6',
    'd7191c fdae61 ffffbf abd9e9 2c7bb6',
    'd73027 fc8d59 fee090 e0f3f8 91bfdb 4575b4',
    'd73027 fc8d59 fee090 ffffbf e0f3f8 91bfdb 4575b4',
    'd73027 f46d43 fdae61 fee090 e0f3f8 abd9e9 74add1 4575b4',
    'd73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4',
  ],
  viridis: [
    '440154 21918c fde725',
    '440154 31688e 35b779 fde725',
    '440154 3b528b 21918c 5ec962 fde725',
    '440154 414487 2a788e 22a884 7ad151 fde725',
    '440154 443983 31688e 21918c 35b779 90d743 fde725',
    '440154 46327e 365c8d 277f8e 1fa187 4ac16d a0da39 fde725',
    '440154 472d7b 3b528b 2c728e 21918c 28ae80 5ec962 addc30 fde725',
  ],
  cividis: [
    '002051 7f7c75 fdea45',
    '002051 575c6e a49d78 fdea45',
    '002051 3c4d6e 7f7c75 bbaf71 fdea45',
    '002051 2b446e 696970 948f78 caba6a fdea45',
    '002051 1f3e6e 575c6e 7f7c75 a49d78 d5c164 fdea45',
    '002051 173a6d 48546d 706e71 8e8978 b1a775 ddc75f fdea45',
    '002051 11366c 3c4d6e 62646f 7f7c75 9a9478 bbaf71 e2cb5c fdea45',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Relative luminance by WCAG. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(Object.entries(PUBLISHED))('%s has the published colours', (name, rows) => {
  expect(isRampName(name)).toBe(true);
  expect(rows.map((_, at) => ramp(name as RampName, at + 3).join(' '))).toEqual(rows.map((row) => row.replace(/\w+/g, '#$&')));
});

describe.each(RAMPS.map((facts) => [facts.name, facts] as const))('%s', (name, facts) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 12])('has %i colours, all different', (classes) => {
    const colors = ramp(name, classes);
    expect(colors).toHaveLength(classes);
    expect(new Set(colors).size).toBe(classes);
    for (const color of colors) expect(color).toMatch(/^#[\da-f]{6}$/);
  });

  it('changes lightness in one direction, or toward the ends from a light middle', () => {
    const steps = ramp(name, 9).map(luminance);
    const differences = steps.slice(1).map((value, at) => value - (steps[at] ?? 0));
    const rising = differences.filter((difference) => difference > 0).length;
    if (facts.kind === 'sequential') expect([0, 8]).toContain(rising);
    else expect(Math.max(...steps)).toBe(steps[4]);
  });
});

describe('ramp', () => {
  it('has a published table for each name', () => {
    expect(RAMPS.map(({ name }) => name)).toEqual(Object.keys(PUBLISHED));
  });

  it('keeps the ends when it has to space more than nine', () => {
    const nine = ramp('ylgnbu', 9);
    const twelve = ramp('ylgnbu', 12);
    expect([twelve[0], twelve[11]]).toEqual([nine[0], nine[8]]);
  });

  it('turns round what is called reversed', () => {
    expect(ramp('rdbu-reversed', 3)).toEqual(['#67a9cf', '#f7f7f7', '#ef8a62']);
    expect(ramp('ylgnbu-reversed', 12)).toEqual(ramp('ylgnbu', 12).reverse());
    expect([isRampName('rdbu-reversed'), isRampName('-reversed'), isRampName('rdbu-reversed-reversed')]).toEqual([true, false, false]);
  });

  it('gives nothing for no class and knows its names', () => {
    expect(ramp('greens', 0)).toEqual([]);
    expect(ramp('greens', -3)).toEqual([]);
    expect([isRampName('rdbu'), isRampName('toString'), isRampName('rainbow')]).toEqual([true, false, false]);
  });
});
