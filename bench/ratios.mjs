// Numbers of the results: medians, and ratios within a round.
import { BASELINE } from './libraries.mjs';

/** The middle value; of an even number, the upper one. */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Median of a measure over the rounds in which the library gave an answer. */
export function medianOf(samples, read) {
  const values = samples.map(read).filter(Number.isFinite);
  return values.length > 0 ? median(values) : undefined;
}

/**
 * Ratio to the baseline, by round, so that both had the same machine: median, least and most.
 * @param {Record<string, (object | undefined)[]>} samples of each library, one a round
 */
export function ratioOf(samples, name, read, baseline = BASELINE) {
  const ratios = samples[name]
    .map((sample, round) => [sample && read(sample), samples[baseline]?.[round] && read(samples[baseline][round])])
    .filter(([mine, theirs]) => Number.isFinite(mine) && theirs > 0)
    .map(([mine, theirs]) => mine / theirs);
  return ratios.length > 0 ? { ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) } : undefined;
}
