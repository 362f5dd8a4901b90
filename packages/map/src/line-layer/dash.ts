/** Lengths of a dash pattern in words, `6 4`. Empty for a solid line, undefined for what cannot be used. Pure. */
export function dashOf(value: string | null | undefined): readonly number[] | undefined {
  if (value === null || value === undefined || value.trim() === '') return [];
  const lengths = value.trim().split(/[\s,]+/).map(Number);
  const usable = lengths.every((length) => Number.isFinite(length) && length >= 0) && lengths.some((length) => length > 0);
  return usable ? lengths : undefined;
}
