/** Pure logic of the attribution bar: whose data is on the map, and which links are safe. */
import type { Locale } from '@yizhangtu/base/locale';
import type { Provenance } from '@yizhangtu/data/model';

/** A piece of text, with an address where it is a safe link. */
export interface LinkedText {
  readonly text: string;
  readonly href?: string;
}

/** What the attribution bar reads from a layer. */
export interface SourceLayer {
  readonly attribution?: string;
  /** 审图号 of a base map. */
  readonly approvalNumber?: string;
  readonly layerDataset?: { readonly provenance: Provenance };
}

/** Everything the bar says. */
export interface Sources {
  /** Each source once with its licence behind it, the top layer's first: «GeoNames 地名（CC BY 4.0）». */
  readonly names: readonly string[];
  /** Days of the oldest and the newest data, `2026-03-01`. Empty when no data says it. */
  readonly dates: readonly string[];
  readonly example: boolean;
}

const ISO_DAY = /^\d{4}(?:-\d{2}){0,2}/;

/**
 * The sources of the layers that are shown.
 * @param layers In drawing order, the bottom layer first.
 * @param locale Decides the brackets around licences.
 */
export function sourcesOf(layers: readonly SourceLayer[], locale: Locale = 'zh-CN'): Sources {
  const names = new Set<string>();
  const days: string[] = [];
  let example = false;
  for (const layer of [...layers].reverse()) {
    const provenance = layer.layerDataset?.provenance;
    for (const name of [layer.attribution, provenance && withLicence(provenance, locale)]) if (name?.trim()) names.add(name.trim());
    const day = ISO_DAY.exec(provenance?.updated ?? '');
    if (day) days.push(day[0]);
    if (provenance?.example) example = true;
  }
  days.sort();
  const [first] = days;
  const last = days[days.length - 1];
  return { names: [...names], dates: first === undefined ? [] : first === last ? [first] : [first, last as string], example };
}

/** The source of data with its licence; empty where neither is known. */
export function withLicence({ source, licence }: Provenance, locale: Locale): string {
  const [name, terms] = [source?.trim() ?? '', licence?.trim() ?? ''];
  if (name === '' || terms === '') return name || terms;
  const [open, close, between] = locale === 'en' ? [' (', ')', '; '] : ['（', '）', '；'];
  // Two brackets one after the other are hard to read.
  return name.endsWith(close) ? `${name.slice(0, -1)}${between}${terms}${close}` : name + open + terms + close;
}

/** Addresses inside a text: http, https and mailto only, up to a space, a bracket, a quote or Chinese punctuation. */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"'()()「」『』《》,。;、]+/gi;

function isSafe(address: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * A text with its addresses as links. Markup in it stays text: `<a href=…>` of other map services is shown as its words.
 * @param text As a source or a service gave it.
 */
export function linked(text: string): LinkedText[] {
  const parts: LinkedText[] = [];
  let from = 0;
  for (const hit of text.matchAll(ADDRESS)) {
    const address = hit[0].replace(/[.,;:!?]+$/, '');
    if (!isSafe(address)) continue;
    if (hit.index > from) parts.push({ text: text.slice(from, hit.index) });
    parts.push({ text: address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, ''), href: address });
    from = hit.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The number without the words a page may have written in front: `GS(2023)1234号`. */
export function approvalNumber(words: string | undefined): string {
  return (words ?? '').replace(/^\s*审图号\s*[:：]?\s*/, '').trim();
}

/** A map as far as its 审图号 goes. */
export interface ApprovedMap {
  readonly layers: readonly (SourceLayer & { readonly isShown: boolean })[];
  querySelector(selector: string): Element | null;
  closest(selector: string): Element | null;
}

/**
 * The number of a map, without the words in front; empty where it has none.
 * @param own As whoever asks has been given it; else that of the attribution bar in the map, of the page around it, of the top layer that has one.
 */
export function approvalOf(map: ApprovedMap, own?: string): string {
  const shown = map.layers.filter((layer) => layer.isShown);
  const bar = map.querySelector('yzt-attribution')?.getAttribute('approval-number') ?? undefined;
  const page = map.closest('[approval-number]')?.getAttribute('approval-number') ?? undefined;
  return [own, bar, page, ...shown.reverse().map((layer) => layer.approvalNumber)].map(approvalNumber).find(Boolean) ?? '';
}
