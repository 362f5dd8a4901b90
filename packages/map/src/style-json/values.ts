/** What a value of a Mapbox style is worked out from, and what is said of one that is not understood. Types and small helpers. */
import { fromString } from 'ol/color.js';

/** What is known while a feature is looked at. */
export interface StyleContext {
  /** Zoom as the style language counts it: the world is 512 px wide at 0. */
  readonly zoom: number;
  readonly get: (name: string) => unknown;
  readonly geometry: 'Point' | 'LineString' | 'Polygon';
  readonly id: string | number | undefined;
}

/** A value that is ready to be worked out. */
export type Run = (context: StyleContext) => unknown;

/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/** A part of a style that is not understood: its name, as the style has it. */
export class UnknownPart extends Error {
  readonly part: string;

  constructor(part: string) {
    super(part);
    this.part = part;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A colour in the words of CSS; undefined for anything else. */
export function rgbaOf(value: unknown): Rgba | undefined {
  if (isRgba(value)) return value;
  if (typeof value !== 'string') return undefined;
  try {
    const [red = 0, green = 0, blue = 0, alpha = 1] = fromString(value);
    return [red, green, blue, alpha];
  } catch {
    return undefined;
  }
}

function isRgba(value: unknown): value is Rgba {
  return Array.isArray(value) && value.length === 4 && value.every((one) => typeof one === 'number');
}

/** A number, or NaN. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** Words of a value: none for a missing one. */
export function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}

/** Between two values: numbers and colours run into each other, lists of numbers place by place, others are the first. */
export function between(from: unknown, to: unknown, part: number): unknown {
  if (typeof from === 'number' && typeof to === 'number') return from + (to - from) * part;
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length && [...(from as unknown[]), ...(to as unknown[])].every((one) => typeof one === 'number')) return (from as number[]).map((one, at) => one + ((to as number[])[at] as number) * part - one * part);
  const [a, b] = [rgbaOf(from), rgbaOf(to)];
  return a && b ? between([...a], [...b], part) : from;
}

/** How far a number is on the way between two, with the growth of a style: 1 is even. */
export function wayBetween(value: number, low: number, high: number, base: number): number {
  const [whole, done] = [high - low, value - low];
  if (whole === 0) return 0;
  return base === 1 ? done / whole : (base ** done - 1) / (base ** whole - 1);
}

/** The value at a number between stops, which rise. */
export function atStops(stops: readonly (readonly [number, unknown])[], value: number, way: ((low: number, high: number) => number) | undefined): unknown {
  let place = -1;
  while (place + 1 < stops.length && value >= (stops[place + 1] as readonly [number, unknown])[0]) place++;
  const [here, next] = [stops[Math.max(0, place)], stops[place + 1]];
  if (!here) return undefined;
  return place < 0 || !next || !way ? here[1] : between(here[1], next[1], way(here[0], next[0]));
}
