/** 统一社会信用代码, the unified social credit code (GB 32100-2015). */

/** Digits by value; I, O, S, V and Z are not used. */
const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

/** Weights of the first 17 digits: 3ⁱ modulo 31. */
const WEIGHTS: readonly number[] = Array.from({ length: LENGTH - 1 }, (_, i) => 3 ** i % 31);

/** What is wrong with a code: its length, a character at a place (from 0), or the check digit, which should be another. */
export type UsccFault =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'character'; readonly at: number; readonly character: string }
  | { readonly kind: 'check'; readonly expected: string };

/** Parts of a code. */
export interface UsccParts {
  /** Who registered it: 9 is market supervision. */
  readonly department: string;
  /** Kind of organisation. */
  readonly kind: string;
  /** Division code (GB/T 2260) of the place of registration. */
  readonly division: string;
  /** Code of the organisation (GB 11714), with its own check digit. */
  readonly organisation: string;
  readonly check: string;
}

/** The last digit for the first 17; undefined where these are no digits of such a code. */
export function usccCheckDigit(first17: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) {
    const value = DIGITS.indexOf(first17.charAt(i) || ' ');
    if (value < 0) return undefined;
    sum += value * (WEIGHTS[i] as number);
  }
  return DIGITS.charAt((31 - (sum % 31)) % 31);
}

/** What is wrong with a code; undefined for a right one. Capital letters only, as it is printed. */
export function usccFault(code: string): UsccFault | undefined {
  if (code.length !== LENGTH) return { kind: 'length', length: code.length };
  const at = [...code].findIndex((character) => !DIGITS.includes(character));
  if (at >= 0) return { kind: 'character', at, character: code.charAt(at) };
  const expected = usccCheckDigit(code.slice(0, LENGTH - 1)) as string;
  return code.charAt(LENGTH - 1) === expected ? undefined : { kind: 'check', expected };
}

/** The parts of a code; undefined for a wrong one. */
export function usccParts(code: string): UsccParts | undefined {
  if (usccFault(code)) return undefined;
  return { department: code.charAt(0), kind: code.charAt(1), division: code.slice(2, 8), organisation: code.slice(8, 17), check: code.charAt(17) };
}
