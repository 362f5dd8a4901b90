/** When a request is put again. */

/** What may pass by itself. */
export function mayPass(status: number): boolean {
  return status === 429 || status === 500 || status === 502 || status === 503 || status === 504;
}

/** Milliseconds before the second request; each further gap is twice as long. */
const FIRST_GAP = 1000;
/** Seconds a server may make us wait. Who is told to come back later than that tells the user instead. */
export const LONGEST_WAIT = 60;

/** Seconds a header `Retry-After` names, as a number or as a date; undefined without a usable one. */
export function secondsIn(retryAfter: string | null, now: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/**
 * Milliseconds until the next request, a quarter more or less by chance, so that a thousand tiles that failed together do not come back
 * together. Never less than the server says.
 * @param sent Requests sent so far, from 1.
 * @param chance From 0 to 1.
 */
export function gapAfter(sent: number, wanted: number | undefined, chance: number): number {
  const gap = FIRST_GAP * 2 ** (sent - 1) * (0.75 + 0.5 * chance);
  return wanted === undefined ? gap : Math.max(gap, 1000 * wanted * (1 + 0.25 * chance));
}
