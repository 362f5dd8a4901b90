/** Where the reader is: asked of the device, typed, or the name of a place. */
import { parseLonLat } from '@yizhangtu/base/angles';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import { placeOfRow } from '../calc/near-venues.js';

/** How a place came: as the page has it, from the device, typed, the middle of the map, a click on it. */
export type PlaceSource = 'page' | 'device' | 'typed' | 'middle' | 'map';

/** A place that distances are told from. */
export interface FoundPlace {
  /** WGS 84, degrees. */
  readonly lonLat: readonly [lon: number, lat: number];
  readonly source: PlaceSource;
  /** What it is called, where it has a name. */
  readonly name?: string | undefined;
  /** Radius in metres that the device is sure of. */
  readonly accuracy?: number | undefined;
}

/** Why the device told no place, and what else to do. */
export type NoPosition = 'denied' | 'unavailable' | 'insecure';

/** Sentences for readers. */
export const NO_POSITION: Readonly<Record<NoPosition, Text>> = {
  denied: { zh: '没有获得定位许可。可以输入地名，或以地图中心为准。', en: 'The browser may not tell where you are. Type a place, or go by the middle of the map.' },
  unavailable: { zh: '设备没有给出位置。可以输入地名，或以地图中心为准。', en: 'The device told no position. Type a place, or go by the middle of the map.' },
  insecure: { zh: '网页不是 https，浏览器不提供定位。可以输入地名，或以地图中心为准。', en: 'Without https the browser tells no position. Type a place, or go by the middle of the map.' },
};

const WAIT_MS = 10_000;
const FRESH_MS = 60_000;
const DENIED = 1;

/** Asks the device once. Nothing leaves the page. */
export function devicePlace(): Promise<FoundPlace | NoPosition> {
  if (!isSecureContext) return Promise.resolve('insecure');
  const { geolocation } = navigator;
  if (!geolocation) return Promise.resolve('unavailable');
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => resolve({ lonLat: [longitude, latitude], source: 'device', accuracy }),
      ({ code }) => resolve(code === DENIED ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: FRESH_MS },
    );
  });
}

const NAME_FIELDS = ['name', 'en', 'nameEn'];

/** Names of places one may type, in the language of the page. */
export function placeNames(places: Dataset | undefined, field: 'name' | 'en'): readonly string[] {
  if (!places?.column(field)) return [];
  return [...places.allGroups(field).keys()].map(String);
}

/** What somebody typed: longitude and latitude, or the name of a place, whole or its beginning. Undefined where it is neither. */
export function typedPlace(text: string, places: Dataset | undefined): FoundPlace | undefined {
  const word = text.trim();
  const lonLat = parseLonLat(word, 'lon-lat');
  if (lonLat) return { lonLat, source: 'typed' };
  if (word === '' || !places) return undefined;
  const fields = NAME_FIELDS.filter((field) => places.column(field));
  const called = (row: number, fits: (name: string) => boolean): string | undefined => fields.map((field) => String(places.value(row, field) ?? '')).find((name) => fits(name.toLowerCase()));
  const wanted = word.toLowerCase();
  for (const fits of [(name: string) => name === wanted, (name: string) => name.startsWith(wanted), (name: string) => name.includes(wanted)]) {
    for (let row = 0; row < places.rowCount; row++) {
      const [name, place] = [called(row, fits), placeOfRow(places, row)];
      if (name && place) return { lonLat: place, source: 'typed', name };
    }
  }
  return undefined;
}
