/** Who is covered, in all and by district. */

/** Residents of one district, or of all. */
export interface CoveredPeople {
  readonly people: number;
  readonly covered: number;
  /** Part that is covered, 0–1; NaN where nobody lives. */
  readonly share: number;
}

/** The same of a district. */
export interface CoveredDistrict extends CoveredPeople {
  /** Value of the field, null where it is missing. */
  readonly key: string | null;
}

const told = (people: number, covered: number): CoveredPeople => ({ people, covered, share: people > 0 ? covered / people : NaN });

/**
 * Sums over all places and over each district, the least covered district first; of equal ones the larger.
 * @param people Residents per place; NaN and negative count as nobody. @param covered 1 for a covered place. @param districtOf District of a place.
 */
export function coverageSummary(people: ArrayLike<number>, covered: Uint8Array, districtOf: (place: number) => string | null): { readonly all: CoveredPeople; readonly districts: readonly CoveredDistrict[] } {
  const sums = new Map<string | null, [people: number, covered: number]>();
  const all: [number, number] = [0, 0];
  for (let i = 0; i < covered.length; i++) {
    const own = Math.max(0, people[i] || 0);
    const key = districtOf(i);
    const sum = sums.get(key) ?? [0, 0];
    sums.set(key, sum);
    for (const one of [sum, all]) {
      one[0] += own;
      if (covered[i]) one[1] += own;
    }
  }
  const districts = [...sums].map(([key, [whole, part]]) => ({ key, ...told(whole, part) }));
  districts.sort((a, b) => (Number.isNaN(a.share) ? 1 : Number.isNaN(b.share) ? -1 : a.share - b.share || b.people - a.people));
  return { all: told(...all), districts };
}
