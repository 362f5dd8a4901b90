/** A line as a person types it: places, one after the other. */
import { formatNumber } from '@yizhangtu/base/number-format';
import { parseLonLat } from '@yizhangtu/base/angles';
import type { Corner } from '../shared/drawn-corners.js';

/** What was typed: the places, or the first words that are none. */
export type TypedLine = { readonly places: readonly Corner[] } | { readonly wrong: string };

/** Reads places in degrees, longitude first, with semicolons or new lines between them: `120.38 36.07; 120.45 36.12`, `E120°23′，N36°04′`. */
export function typedLine(text: string): TypedLine {
  const places: Corner[] = [];
  for (const words of text.split(/[;；\n]+/).map((one) => one.trim())) {
    if (words === '') continue;
    const place = parseLonLat(words);
    if (!place) return { wrong: words };
    places.push(place);
  }
  return { places };
}

/** Places as they can be typed again: five digits of a degree are about a metre. */
export function lineWords(places: readonly Corner[]): string {
  return places.map((place) => place.map((degrees) => formatNumber(degrees, { digits: 5 })).join(' ')).join('; ');
}
