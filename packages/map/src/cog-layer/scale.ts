/** Colours of numbers, and what the legend says of them. */
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Text } from '@yizhangtu/base/locale';
import type { Symbology, SymbolClass } from '@yizhangtu/data/symbology';
import type { RampName } from '@yizhangtu/standards/ramps';
import { parseColor } from '../renderer/color.js';
import { classesBetween, classOfValue, type BreaksSpec } from '../surface/classes.js';
import { foundLimits } from '../surface/number-limits.js';
import { surfaceColors } from '../surface/surface-theme.js';
import type { Sun } from './hillshade.js';

/** How numbers are coloured. */
export type ColorWish =
  | { readonly kind: 'ramp'; readonly ramp: RampName; readonly range: readonly [min: number, max: number] | undefined }
  | { readonly kind: 'breaks'; readonly spec: BreaksSpec }
  | { readonly kind: 'palette'; readonly colors: readonly string[]; readonly names: ReadonlyMap<number, Text> }
  | { readonly kind: 'none' };

/** Colours of numbers as they are drawn and said. */
export interface Scale {
  /** RGBA little endian; 0 for NaN. */
  colorOf(value: number): number;
  readonly classes: readonly SymbolClass[];
  readonly ramp?: Symbology['ramp'];
}

/** Words that a legend has besides the scale. */
export interface ScaleWords {
  readonly label: Text;
  readonly unit: string | undefined;
  readonly sun: Sun | undefined;
}

const STEPS = 256;
const STOPS = 16;
const MOST_TICKS = 4;
/** Classes of a palette that a legend has room for. */
const MOST_CLASSES = 40;

/** Colour of an image pixel: RGBA little endian. */
function packed(color: string): number {
  const [r, g, b] = parseColor(color);
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** @param some Numbers that stand for all of the raster. */
export function scaleOf(wish: ColorWish, some: Float32Array, dark: boolean): Scale {
  if (wish.kind === 'none') return { colorOf: () => 0, classes: [] };
  if (wish.kind === 'palette') return paletteScale(wish.colors, wish.names, some);
  return wish.kind === 'breaks' ? breaksScale(wish.spec, some, dark) : rampScale(wish.ramp, wish.range ?? spanOf(some), dark);
}

/** Smallest and largest of numbers, without the outermost hundredth on each side. */
export function spanOf(some: Float32Array, part = 0.01): readonly [number, number] {
  const sorted = some.filter((value) => value === value).sort();
  const at = (place: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(place * (sorted.length - 1))))] ?? 0;
  const [min, max] = [at(part), at(1 - part)];
  return min < max ? [min, max] : [sorted[0] ?? 0, (sorted[sorted.length - 1] ?? 0) + (sorted[0] === sorted[sorted.length - 1] ? 1 : 0)];
}

function rampScale(ramp: RampName, [min, max]: readonly [number, number], dark: boolean): Scale {
  const colors = surfaceColors(ramp, STEPS, dark);
  const inks = Uint32Array.from(colors, packed);
  const factor = (STEPS - 1) / (max - min || 1);
  return {
    colorOf: (value) => (value === value ? (inks[Math.min(STEPS - 1, Math.max(0, Math.round((value - min) * factor)))] as number) : 0),
    classes: [],
    ramp: {
      colors: Array.from({ length: STOPS }, (_, i) => colors[Math.round((i * (STEPS - 1)) / (STOPS - 1))] as string),
      ticks: roundTicks(min, max).map((value) => ({ place: (value - min) / (max - min || 1), label: formatNumber(value, { maxDigits: 12 }) })),
      low: { zh: '低', en: 'Low' },
      high: { zh: '高', en: 'High' },
    },
  };
}

/** Round numbers within a span, four at most, of long ones the outermost two: their words must stand beside each other. */
function roundTicks(min: number, max: number): number[] {
  const power = 10 ** Math.floor(Math.log10((max - min) / MOST_TICKS));
  const step = [1, 2, 2.5, 5, 10, 20].map((factor) => factor * power).find((size) => Math.floor(max / size) - Math.ceil(min / size) < MOST_TICKS) ?? max - min;
  const first = Math.ceil(min / step);
  const ticks = Array.from({ length: Math.floor(max / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return ticks.length > 2 && ticks.some((value) => String(value).length > 3) ? [ticks[0] as number, ticks[ticks.length - 1] as number] : ticks;
}

function breaksScale(spec: BreaksSpec, some: Float32Array, dark: boolean): Scale {
  const limits = foundLimits(spec, some);
  const classes = classesBetween(limits, spec, dark, true);
  const inks = classes.map(({ color }) => packed(color));
  return { classes, colorOf: (value) => (value === value ? (inks[classOfValue(limits, value)] ?? 0) : 0) };
}

/** The numbers that were met, and those that have a name. */
function paletteScale(colors: readonly string[], names: ReadonlyMap<number, Text>, some: Float32Array): Scale {
  const inks = colors.map(packed);
  const met = [...new Set([...some.filter((value) => colors[value] !== undefined), ...names.keys()])].sort((a, b) => a - b);
  const classes = met.slice(0, MOST_CLASSES).map((value): SymbolClass => ({ key: value, label: names.get(value) ?? { zh: String(value), en: String(value) }, color: colors[value] ?? '#000000' }));
  return { classes, colorOf: (value) => inks[value] ?? 0 };
}

const LIGHT: NonNullable<Symbology['ramp']> = { colors: ['rgba(0,0,0,0.7)', 'rgba(0,0,0,0.1)', 'rgba(255,255,255,0.5)'], ticks: [], low: { zh: '背光', en: 'Shadow' }, high: { zh: '向光', en: 'Lit' } };

/** What the legend says. */
export function rasterModel(spec: string, scale: Scale | undefined, { label, unit, sun }: ScaleWords): Symbology | undefined {
  const notes: Text[] = sun ? [{ zh: `山体阴影：光照方位 ${sun.azimuth}°，高度角 ${sun.altitude}°`, en: `Hillshade: sun at ${sun.azimuth}°, ${sun.altitude}° high` }] : [];
  const common = { spec, label, ...(unit !== undefined && { unit }), classOf: new Uint8Array(0), counts: [], notes };
  if (scale?.ramp) return { ...common, kind: 'ramp', classes: [], ramp: scale.ramp };
  if (scale && scale.classes.length > 0) return { ...common, kind: 'breaks', classes: scale.classes, shape: 'polygon' };
  return sun ? { spec, kind: 'ramp', label: { zh: '山体阴影', en: 'Hillshade' }, classes: [], classOf: new Uint8Array(0), ramp: LIGHT, notes } : undefined;
}
