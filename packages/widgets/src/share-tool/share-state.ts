/** What a link says of a page, as text for the part of an address behind `#`. Pure logic. */
import { YztError } from '@yizhangtu/base/errors';

/** How one layer differs from what the page began with. */
export interface SharedLayer {
  readonly invisible?: boolean;
  /** 0 to 1. */
  readonly opacity?: number;
}

/** A page as somebody sees it. Nothing of addresses, tokens or rows is in it. */
export interface SharedState {
  /** Longitude and latitude of the middle, degrees. */
  readonly center: readonly [number, number];
  readonly zoom: number;
  /** Degrees clockwise; 0 is left out. */
  readonly rotation?: number;
  /** By id of the layer, else by its label. */
  readonly layers?: Readonly<Record<string, SharedLayer>>;
  /** Ids, else labels, of layers and groups, bottom first; undefined where the order is that of the page. */
  readonly order?: readonly string[] | undefined;
  /** By id of the dataset: what `datasetState()` gives. It is checked where it is restored. */
  readonly datasets?: Readonly<Record<string, unknown>>;
}

const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

function toBase64Url(words: string): string {
  const bytes = new TextEncoder().encode(words);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
}

const isEmpty = (value: object | undefined): boolean => value === undefined || Object.keys(value).length === 0;

/** `120.38,36.07,11` for a view alone; `120.38,36.07,11,30~eyJ…` with a turn, layers, their order and filters. About a metre and a hundredth of a level are kept. */
export function writeState({ center, zoom, rotation = 0, layers, order, datasets }: SharedState): string {
  const view = [short(center[0], 5), short(center[1], 5), short(zoom, 2), ...(rotation === 0 ? [] : [short(rotation, 1)])].join(',');
  if (isEmpty(layers) && isEmpty(datasets) && isEmpty(order)) return view;
  const rest = { ...(!isEmpty(layers) && { l: layers }), ...(!isEmpty(order) && { o: order }), ...(!isEmpty(datasets) && { d: datasets }) };
  return `${view}~${toBase64Url(JSON.stringify(rest))}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLayer(value: unknown): value is SharedLayer {
  if (!isObject(value)) return false;
  const { invisible, opacity, ...others } = value;
  const fits = opacity === undefined || (typeof opacity === 'number' && opacity >= 0 && opacity <= 1);
  return fits && (invisible === undefined || typeof invisible === 'boolean') && Object.keys(others).length === 0;
}

function isOrder(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string');
}

/** The state of a text. @throws YztError `bad-state` if it is none, as when a link was cut off. */
export function readState(text: string): SharedState {
  const [, view = '', packed] = /^([-\d.,]+)(?:~([\w-]+))?$/.exec(text) ?? [];
  const [lon = NaN, lat = NaN, zoom = NaN, rotation = 0, ...others] = view.split(',').map((part) => (part === '' ? NaN : Number(part)));
  const isView = others.length === 0 && Math.abs(lon) <= 540 && Math.abs(lat) <= 90 && zoom >= -5 && zoom <= 40 && Number.isFinite(rotation);
  const rest = packed === undefined ? {} : parsed(packed);
  if (!isView || !isObject(rest)) throw notOurs();
  const { l: layers = {}, o: order = [], d: datasets = {} } = rest;
  if (!isObject(layers) || !isObject(datasets) || !Object.values(layers).every(isLayer) || !isOrder(order)) throw notOurs();
  return { center: [lon, lat], zoom, rotation, layers: layers as Record<string, SharedLayer>, ...(order.length > 0 && { order }), datasets };
}

function parsed(packed: string): unknown {
  try {
    return JSON.parse(fromBase64Url(packed));
  } catch {
    throw notOurs();
  }
}

function notOurs(): YztError {
  return new YztError('bad-state', {
    zh: '<yzt-share-tool>：链接里的页面状态不完整，没有套用。链接可能被截断，请让对方重新复制一次。',
    en: '<yzt-share-tool>: what the link says of the page is not whole; nothing was applied. It may have been cut off: have it copied again.',
  });
}

/** What stands under a name in `#a=1&b=2`; undefined if it does not. */
export function hashValue(hash: string, name: string): string | undefined {
  const pair = hash.replace(/^#/, '').split('&').find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** A hash with a value under a name, and all else as it was. */
export function hashWith(hash: string, name: string, value: string): string {
  const others = hash.replace(/^#/, '').split('&').filter((one) => one !== '' && !one.startsWith(`${name}=`));
  return `#${[...others, `${name}=${value}`].join('&')}`;
}
