/** Which of several layers in one source is read. */
import { YztError } from '@yizhangtu/base/errors';
import type { ReadOptions } from './types.js';

/** The layer that is read, and those that are not. */
export interface ChosenLayer {
  readonly chosen: string;
  readonly others: readonly string[];
}

/** Names in an error: as many as a person reads. */
const SHOWN = 8;

/** The name without its ending: `图层/地块.shp` is `图层/地块`. */
export function stem(name: string): string {
  return name.replace(/\.\w+$/, '');
}

/** The name without folder and ending. */
export function baseName(name: string): string {
  return stem(name.slice(name.lastIndexOf('/') + 1));
}

/** Chooses by `options.layer`, else the first. @param names At least one. @throws YztError `bad-argument` if there is no layer of that name. */
export function layerOf(names: readonly string[], { layer }: ReadOptions, subject: string): ChosenLayer {
  const wanted = layer?.trim().toLowerCase();
  const chosen = wanted === undefined ? names[0] : names.find((name) => [name, stem(name), baseName(name)].some((form) => form.toLowerCase() === wanted));
  if (chosen === undefined) {
    const list = names.slice(0, SHOWN).map(baseName);
    throw new YztError('bad-argument', {
      zh: `<yzt-dataset>:${subject} 中没有图层「${layer ?? ''}」，有：${list.join('、')}${names.length > SHOWN ? '……' : ''}。`,
      en: `<yzt-dataset>: ${subject} has no layer "${layer ?? ''}"; it has ${list.join(', ')}${names.length > SHOWN ? ' …' : ''}.`,
    });
  }
  return { chosen, others: names.filter((name) => name !== chosen) };
}
