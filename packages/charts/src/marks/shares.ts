/**
 * Shares of a whole in percent that add up to exactly 100: every share is rounded down, and what is missing goes to those that lost
 * most (largest remainder). Values that are not above zero get 0. All 0 when there is nothing to share.
 * @param digits Digits after the point, 0–3.
 */
export function percentShares(values: readonly number[], digits: number): number[] {
  const parts = values.map((value) => (Number.isFinite(value) && value > 0 ? value : 0));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (!(whole > 0)) return parts.map(() => 0);
  const steps = 10 ** digits;
  // Divided first: the sum of very large parts is still a number, a hundred times the largest may not be.
  const exact = parts.map((part) => (part / whole) * 100 * steps);
  // A share that is a whole number but for the last bit of its binary form is that number.
  const shares = exact.map((share) => (Math.abs(share - Math.round(share)) < 1e-9 ? Math.round(share) : Math.floor(share)));
  let missing = 100 * steps - shares.reduce((sum, share) => sum + share, 0);
  const order = exact.map((share, index) => ({ index, lost: share - (shares[index] ?? 0) })).sort((a, b) => b.lost - a.lost);
  for (const { index } of order) {
    if (missing <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares.map((share) => share / steps);
}

/** Digits that shares of these values need: none, or one where a share is below 1 % and would read as nothing. */
export function shareDigits(values: readonly number[]): 0 | 1 {
  const parts = values.filter((value) => Number.isFinite(value) && value > 0);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.some((part) => part / whole < 0.01) ? 1 : 0;
}
