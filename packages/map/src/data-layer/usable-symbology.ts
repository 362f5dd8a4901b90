import { asYztError, YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { aheadOf, isByNumbers, plainSymbologyOf, plainSymbologySteps, type Symbology } from '@yizhangtu/data/symbology';
import { lateSymbologyNow, whenLateSymbology } from './symbology-door.js';

/** How a layer is drawn when nothing else is said, or what was said cannot be used. */
export const DEFAULT_SYMBOLOGY = 'fixed:data-1';

/** A symbology, and what is wrong with its words if it is not the one that was asked for. */
export interface UsableSymbology {
  readonly model: Symbology;
  readonly error?: YztError;
}

/** Resolves when the code that a spec needs is there; undefined if it is. */
export function symbologyCode(spec: string): Promise<unknown> | undefined {
  return isByNumbers(spec) && !lateSymbologyNow() ? whenLateSymbology() : undefined;
}

/**
 * The symbology of a spec whose code is there; one in which all rows look alike if it cannot be used.
 * @param tag Name of the element whose attribute it is.
 */
export function usableSymbology(spec: string, dataset: Dataset, tag: string): UsableSymbology {
  try {
    return { model: (lateSymbologyNow()?.symbologyOf ?? plainSymbologyOf)(spec || DEFAULT_SYMBOLOGY, dataset) };
  } catch (reason) {
    const text = { zh: `symbology="${spec}" 无法使用，已按单一符号显示。`, en: `symbology="${spec}" cannot be used; all rows look alike.` };
    const { code, text: said, cause } = asYztError(reason, 'bad-attribute', text);
    const error = new YztError(code, { zh: `<${tag}> 的 ${said.zh}`, en: `<${tag}>: ${said.en}` }, { cause });
    return { model: plainSymbologyOf(DEFAULT_SYMBOLOGY, dataset), error };
  }
}

/** Makes a symbology of very many rows in steps; undefined where it cannot be used, or its code is not there. */
export function symbologyAhead(spec: string, dataset: Dataset): Steps<Symbology | undefined> {
  return aheadOf((lateSymbologyNow()?.symbologySteps ?? plainSymbologySteps)(spec, dataset));
}
