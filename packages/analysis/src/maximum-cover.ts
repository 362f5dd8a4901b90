import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { withinFinder } from './within.js';

/** What sites are chosen for. */
export interface CoverQuestion {
  /** lon, lat, … in degrees: where people live. */
  readonly places: Float64Array;
  /** People per place; one each by default. NaN and negative weights count as 0. */
  readonly weights?: ArrayLike<number> | undefined;
  /** 1 for places that are covered already. */
  readonly covered?: Uint8Array | undefined;
  /** lon, lat, … in degrees: where a facility could be. */
  readonly candidates: Float64Array;
  /** Reach in metres, above 0. */
  readonly meters: number;
  /** How many sites at most. */
  readonly sites: number;
}

/** A site that was chosen. */
export interface CoverSite {
  /** Number of the candidate. */
  readonly candidate: number;
  /** Weight that it covers and nothing before it did. */
  readonly weight: number;
  /** Places of that weight. */
  readonly count: number;
}

/** Candidates between two pauses. */
const STEP = 64;

/**
 * Sites that cover the most people who are not covered yet, one after the other (greedy maximum cover): each is the best after those before it, equal ones in
 * the order of the candidates. Together they cover at least 1 − 1/e = 63 % of what the best choice of so many sites would (Nemhauser, Wolsey and Fisher 1978).
 * Ends early when no candidate adds anybody.
 */
export function* maximumCoverSteps({ places, weights, covered, candidates, meters, sites }: CoverQuestion): Steps<readonly CoverSite[]> {
  const within = withinFinder(places, meters);
  const rest = Float64Array.from({ length: Math.floor(places.length / 2) }, (_, i) => (covered?.[i] ? 0 : weights === undefined ? 1 : Math.max(0, weights[i] || 0)));
  const reach: (readonly number[])[] = [];
  const total = Math.floor(candidates.length / 2);
  for (let i = 0; i < total; i++) {
    if (i % STEP === STEP - 1) yield i / total;
    reach.push(within([candidates[2 * i] ?? NaN, candidates[2 * i + 1] ?? NaN]).filter((place) => (rest[place] ?? 0) > 0));
  }
  const chosen: CoverSite[] = [];
  while (chosen.length < sites) {
    let [best, most] = [-1, 0];
    for (let i = 0; i < total; i++) {
      const adds = (reach[i] ?? []).reduce((sum, place) => sum + (rest[place] ?? 0), 0);
      if (adds > most) [best, most] = [i, adds];
    }
    if (best < 0) break;
    const own = (reach[best] ?? []).filter((place) => (rest[place] ?? 0) > 0);
    for (const place of own) rest[place] = 0;
    chosen.push({ candidate: best, weight: most, count: own.length });
    yield 1;
  }
  return chosen;
}

/** `maximumCoverSteps` at once, for small questions. */
export function maximumCover(question: CoverQuestion): readonly CoverSite[] {
  return atOnce(maximumCoverSteps(question));
}
