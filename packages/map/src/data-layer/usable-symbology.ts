import { asYztError, YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '@yizhangtu/data/model';
import { symbologyOf, type Symbology } from '@yizhangtu/data/symbology';

/** How a layer is drawn when nothing else is said, or what was said cannot be used. */
export const DEFAULT_SYMBOLOGY = 'fixed:data-1';

/** A symbology, and what is wrong with its words if it is not the one that was asked for. */
export interface UsableSymbology {
  readonly model: Symbology;
  readonly error?: YztError;
}

/** The symbology of a spec; one in which all rows look alike if it cannot be used. @param tag Name of the element whose attribute it is. */
export function usableSymbology(spec: string, dataset: Dataset, tag: string): UsableSymbology {
  try {
    return { model: symbologyOf(spec || DEFAULT_SYMBOLOGY, dataset) };
  } catch (reason) {
    const text = { zh: `symbology="${spec}" 无法使用，已按单一符号显示。`, en: `symbology="${spec}" cannot be used; all rows look alike.` };
    const { code, text: said, cause } = asYztError(reason, 'bad-attribute', text);
    const error = new YztError(code, { zh: `<${tag}> 的 ${said.zh}`, en: `<${tag}>: ${said.en}` }, { cause });
    return { model: symbologyOf(DEFAULT_SYMBOLOGY, dataset), error };
  }
}
