import type { SymbolClass } from '@yizhangtu/data/symbology';

/** A class with other traits. Its own are copied as they are described, not as they are: the filter by all other of a million words is a list that nobody makes before somebody filters. */
export function classWith(one: SymbolClass, traits: { readonly [K in keyof SymbolClass]?: SymbolClass[K] | undefined }): SymbolClass {
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(one), ...Object.getOwnPropertyDescriptors(traits) }) as SymbolClass;
}
