/** Colour ramps for classed maps: perceptually ordered and readable with colour vision deficiency, for 3–9 classes. */

/** Most schemes have the same pattern: which of the colours stand in the ramps of 3, 4 … 9 classes, low to high (0–9, then a, b …). */
const SEQUENTIAL = '012 3456 34527 381527 381596a b081596a b0815967c';
const DIVERGING = '012 3456 34156 70892a 708192a 7b4895ca 7b48195ca';
/** Read off a continuous scale in even steps. */
const EVEN = '012 0342 05162 0789a2 0b314c2 0defghi2 0j5k1l6m2';

/**
 * Each ramp as its distinct colours and their places.
 * ColorBrewer schemes by Cynthia Brewer and Mark Harrower (colorbrewer2.org, Apache-2.0); `viridis` by Smith and van der Walt (CC0);
 * `cividis` by Nuñez, Anderton and Renslow (2018).
 */
const TABLES = {
  blues: ['deebf7 9ecae1 3182bd eff3ff bdd7e7 6baed6 2171b5 08519c c6dbef 4292c6 084594 f7fbff 08306b', SEQUENTIAL],
  greens: ['e5f5e0 a1d99b 31a354 edf8e9 bae4b3 74c476 238b45 006d2c c7e9c0 41ab5d 005a32 f7fcf5 00441b', SEQUENTIAL],
  oranges: [
    'fee6ce fdae6b e6550d feedde fdbe85 fd8d3c d94701 a63603 fdd0a2 f16913 d94801 8c2d04 fff5eb 7f2704',
    '012 3456 34527 381527 38159ab c08159ab c08159a7d',
  ],
  purples: ['efedf5 bcbddc 756bb1 f2f0f7 cbc9e2 9e9ac8 6a51a3 54278f dadaeb 807dba 4a1486 fcfbfd 3f007d', SEQUENTIAL],
  reds: ['fee0d2 fc9272 de2d26 fee5d9 fcae91 fb6a4a cb181d a50f15 fcbba1 ef3b2c 99000d fff5f0 67000d', SEQUENTIAL],
  greys: [
    'f0f0f0 bdbdbd 636363 f7f7f7 cccccc 969696 525252 252525 d9d9d9 737373 ffffff 000000',
    '012 3456 34527 381527 3815967 a0815967 a0815967b',
  ],
  ylgnbu: ['edf8b1 7fcdbb 2c7fb8 ffffcc a1dab4 41b6c4 225ea8 253494 c7e9b4 1d91c0 0c2c84 ffffd9 081d58', SEQUENTIAL],
  ylorrd: ['ffeda0 feb24c f03b20 ffffb2 fecc5c fd8d3c e31a1c bd0026 fed976 fc4e2a b10026 ffffcc 800026', SEQUENTIAL],
  pubugn: ['ece2f0 a6bddb 1c9099 f6eff7 bdc9e1 67a9cf 02818a 016c59 d0d1e6 3690c0 016450 fff7fb 014636', SEQUENTIAL],
  bupu: ['e0ecf4 9ebcda 8856a7 edf8fb b3cde3 8c96c6 88419d 810f7c bfd3e6 8c6bb1 6e016b f7fcfd 4d004b', SEQUENTIAL],
  rdbu: ['ef8a62 f7f7f7 67a9cf ca0020 f4a582 92c5de 0571b0 b2182b fddbc7 d1e5f0 2166ac d6604d 4393c3', DIVERGING],
  puor: ['f1a340 f7f7f7 998ec3 e66101 fdb863 b2abd2 5e3c99 b35806 fee0b6 d8daeb 542788 e08214 8073ac', DIVERGING],
  brbg: ['d8b365 f5f5f5 5ab4ac a6611a dfc27d 80cdc1 018571 8c510a f6e8c3 c7eae5 01665e bf812d 35978f', DIVERGING],
  rdylbu: ['fc8d59 ffffbf 91bfdb d7191c fdae61 abd9e9 2c7bb6 d73027 fee090 e0f3f8 4575b4 f46d43 74add1', DIVERGING],
  viridis: [
    '440154 21918c fde725 31688e 35b779 3b528b 5ec962 414487 2a788e 22a884 7ad151 443983 90d743 46327e 365c8d 277f8e 1fa187 4ac16d a0da39 472d7b 2c728e 28ae80 addc30',
    EVEN,
  ],
  cividis: [
    '002051 7f7c75 fdea45 575c6e a49d78 3c4d6e bbaf71 2b446e 696970 948f78 caba6a 1f3e6e d5c164 173a6d 48546d 706e71 8e8978 b1a775 ddc75f 11366c 62646f 9a9478 e2cb5c',
    EVEN,
  ],
} as const;

type BaseRamp = keyof typeof TABLES;

/** Name of a ramp; `-reversed` turns it round, so that `rdbu-reversed` is blue for low and red for high. */
export type RampName = BaseRamp | `${BaseRamp}-reversed`;

/** What is known about a ramp. */
export interface RampFacts {
  readonly name: BaseRamp;
  /** `diverging` ramps have a neutral middle: use them around a target or zero. */
  readonly kind: 'sequential' | 'diverging';
  readonly source: string;
}

const SOURCES: Readonly<Record<string, string>> = {
  viridis: 'viridis, N. Smith and S. van der Walt, CC0',
  cividis: 'cividis, Nuñez, Anderton and Renslow 2018',
};

/** Every ramp with its kind and source. Each is also known reversed. */
export const RAMPS: readonly RampFacts[] = (Object.keys(TABLES) as BaseRamp[]).map((name) => ({
  name,
  kind: TABLES[name][1] === DIVERGING ? 'diverging' : 'sequential',
  source: SOURCES[name] ?? 'ColorBrewer, C. Brewer and M. Harrower, Apache-2.0',
}));

const REVERSED = '-reversed';

/** True for the name of a ramp, reversed or not. */
export function isRampName(name: string): name is RampName {
  return Object.keys(TABLES).includes(name.endsWith(REVERSED) ? name.slice(0, -REVERSED.length) : name);
}

/**
 * The colours of a ramp as `#rrggbb`, from low to high. 3–9 classes are the published ones; one and two take from the three,
 * more than nine are spaced evenly between the nine. Fewer than one class gives an empty list.
 */
export function ramp(name: RampName, classes: number): string[] {
  if (name.endsWith(REVERSED)) return ramp(name.slice(0, -REVERSED.length) as BaseRamp, classes).reverse();
  const count = Math.max(0, Math.floor(classes));
  if (count > 9) return spread(published(name as BaseRamp, 9), count);
  if (count >= 3) return published(name as BaseRamp, count);
  const [low = '', middle = '', high = ''] = published(name as BaseRamp, 3);
  return [[], [middle], [low, high]][count] ?? [];
}

function published(name: BaseRamp, count: number): string[] {
  const [colors, places] = TABLES[name];
  const all = colors.split(' ');
  return [...(places.split(' ')[count - 3] ?? '')].map((place) => `#${all[Number.parseInt(place, 36)]}`);
}

function spread(colors: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const place = (at * (colors.length - 1)) / (count - 1);
    const below = Math.min(Math.floor(place), colors.length - 2);
    return between(colors[below] ?? '', colors[below + 1] ?? '', place - below);
  });
}

function between(low: string, high: string, share: number): string {
  const part = (at: number): string => {
    const from = Number.parseInt(low.slice(at, at + 2), 16);
    const to = Number.parseInt(high.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
