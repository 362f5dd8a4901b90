/** Inspectors for subjects that are to be inspected anyway, by the pairing of the draw: even load, a lead first, whoever must keep away does. */
import { atOnce } from '@yizhangtu/data/steps';
import { seedOf } from './draw.js';
import type { Inspector, Skipped, Subject } from './draw-types.js';
import { pairedInspectors } from './pair-inspectors.js';

/** What inspectors are assigned by. */
export interface AssignmentInput {
  /** Number of the order: with the same number, subjects and inspectors the result is the same everywhere. */
  readonly planId: string;
  /** In the order in which they are assigned. */
  readonly subjects: readonly Subject[];
  readonly inspectors: readonly Inspector[];
  /** Inspectors of one subject. Default 2: 执法检查 is done by two at least. */
  readonly each?: number;
}

/** Who inspects one subject. */
export interface Assignment {
  readonly uscc: string;
  /** Ids, the lead first; none where no lead may go. */
  readonly inspectors: readonly string[];
  /** Who was next but kept away, and why. */
  readonly skipped: readonly Skipped[];
}

/** The inspectors of each subject, in the order of the subjects. Nothing is left to chance: who goes among equals follows from the number of the order. */
export function assignInspectors({ planId, subjects, inspectors, each = 2 }: AssignmentInput): readonly Assignment[] {
  const pairs = atOnce(pairedInspectors(subjects, inspectors, { planId, seed: seedOf(['assignment', planId]), each }));
  return subjects.map(({ uscc }, at) => ({ uscc, inspectors: pairs[at]?.inspectors ?? [], skipped: pairs[at]?.skipped ?? [] }));
}
