/** Bands whose limits, colours and words are given by a list, not found in the numbers and read from a ramp. Pure. */
import type { Text } from '@yizhangtu/base/locale';
import type { SymbolClass } from '@yizhangtu/data/symbology';

/** A look of bands that a pack gives to a grid: depths by the colours of charts. */
export interface BandLook {
  /** Limits between bands, rising. */
  readonly limits: readonly number[];
  /** One a band, the lowest first: `#rrggbb`. One more than there are limits. */
  readonly colors: readonly string[];
  /** What each band is called, in front of its numbers. */
  readonly words: readonly Text[];
  /** The limit whose line is drawn thick, and its colour; that of labels without. */
  readonly strong?: { readonly limit: number; readonly color?: string };
  /** Sentences for the legend. */
  readonly notes?: readonly Text[];
}

/** Classes as the look has them: its colours, its words in front of theirs. @param classes One a band, the lowest first. */
export function lookedClasses(classes: readonly SymbolClass[], { colors, words }: BandLook): SymbolClass[] {
  return classes.map((one, band) => {
    const [color = one.color, name] = [colors[band], words[band]];
    return { ...one, color, ...(name && { label: { zh: `${name.zh} ${one.label.zh}`, en: `${name.en} ${one.label.en}` } }) };
  });
}
