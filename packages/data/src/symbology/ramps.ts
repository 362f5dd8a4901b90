/**
 * Colour ramps. Each is given by a few anchors and read off in OKLab, so that equal steps look equal (B. Ottosson, 2020,
 * "A perceptual color space for image processing"). Light to dark is low to high; `diverging` and `rise-fall` have a pale middle.
 */
const ANCHORS = {
  blues: ['#dbe9f8', '#7fb2e5', '#2f6fd6', '#123a7d'],
  greens: ['#dcf1e4', '#83cba3', '#1f9d6b', '#0c5137'],
  oranges: ['#fdebd3', '#f5b76c', '#e07b1f', '#8a3f06'],
  reds: ['#fbe0dd', '#ee9a92', '#d0413f', '#7c1319'],
  purples: ['#e9e3f7', '#b5a3e3', '#7457c8', '#3d2381'],
  greys: ['#e9ecef', '#adb5bf', '#6f7a87', '#333c47'],
  teals: ['#d9f0f2', '#7cc9d3', '#1a97ab', '#0a5059'],
  sequential: ['#fdf3c0', '#8fcf8f', '#1a97ab', '#2f3f8f', '#2c1457'],
  diverging: ['#2160b4', '#9cc3ea', '#f2f2ee', '#f3b183', '#b3491a'],
  'rise-fall': ['#17693d', '#93cfac', '#f2f2ee', '#f0a39c', '#b4232b'],
} as const;

/** Names of all ramps. */
export const RAMP_NAMES: readonly string[] = Object.keys(ANCHORS);

/** True for the name of a ramp. */
export function isRamp(name: string): boolean {
  return RAMP_NAMES.includes(name);
}

type Triple = readonly [number, number, number];

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function toOklab(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([L, a, b]: Triple): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((c) => Math.round(255 * Math.min(1, Math.max(0, gamma(Math.max(0, c))))).toString(16).padStart(2, '0')).join('')}`;
}

/** `count` colours of a ramp, `#rrggbb`, low to high. An unknown name gives blues. */
export function rampColors(name: string, count: number): readonly string[] {
  const anchors = (ANCHORS[(isRamp(name) ? name : 'blues') as keyof typeof ANCHORS] as readonly string[]).map(toOklab);
  return Array.from({ length: count }, (_, index) => {
    const place = count === 1 ? (anchors.length - 1) / 2 : (index / (count - 1)) * (anchors.length - 1);
    const from = Math.min(Math.floor(place), anchors.length - 2);
    const [a, b] = [anchors[from] as Triple, anchors[from + 1] as Triple];
    const part = place - from;
    return toHex([0, 1, 2].map((i) => (a[i] as number) + ((b[i] as number) - (a[i] as number)) * part) as unknown as Triple);
  });
}
