/** Who inspects whom: the load is even, chance decides among equals, and whoever must keep away does, with the reason on record. */
import type { Steps } from '@yizhangtu/data/steps';
import { byUnits, canonicalText, hmacWith, utf8 } from './digest.js';
import type { Avoidance, DrawnSubject, Inspector, Skipped, Subject } from './draw-types.js';

/** How inspectors are chosen. */
export interface PairWish {
  readonly planId: string;
  /** Hexadecimal. */
  readonly seed: string;
  /** Inspectors of one subject. */
  readonly each: number;
}

/** An inspector, with what does not change from subject to subject. */
interface Ready {
  readonly inspector: Inspector;
  /** The end of the message of the key: the id in canonical form, in UTF-8. */
  readonly ending: Uint8Array;
  /** Subjects so far. */
  load: number;
}

/** Inspectors of each subject, in the order of the subjects; the lead first. Without a lead who may go there is nobody. Yields the part done. */
export function* pairedInspectors(subjects: readonly Subject[], staff: readonly Inspector[], { planId, seed, each }: PairWish): Steps<Pick<DrawnSubject, 'inspectors' | 'skipped'>[]> {
  const all: Ready[] = staff.map((inspector) => ({ inspector, ending: utf8(`${canonicalText(inspector.id)}]`), load: 0 }));
  const leads = all.filter(({ inspector }) => inspector.lead === true);
  const pairs: Pick<DrawnSubject, 'inspectors' | 'skipped'>[] = [];
  for (const subject of subjects) {
    // The message of a key is the canonical form of ["inspector", planId, uscc, id]; all but its end belongs to the subject.
    const keyFrom = hmacWith(seed, `${canonicalText(['inspector', planId, subject.uscc]).slice(0, -1)},`);
    const keys = new Map<Ready, string>();
    const keyOf = (one: Ready): string => {
      const key = keys.get(one) ?? keyFrom(one.ending);
      keys.set(one, key);
      return key;
    };
    const { chosen, skipped } = chosenFor(subject, ranked(leads, keyOf), () => ranked(all, keyOf), each);
    for (const one of chosen) one.load++;
    pairs.push({ inspectors: chosen.map(({ inspector }) => inspector.id), skipped });
    yield pairs.length / subjects.length;
  }
  return pairs;
}

/** By load, those with less first, and by key among equals. Keys are worked out as far as somebody asks: most ask for the first few. */
function* ranked(staff: readonly Ready[], keyOf: (one: Ready) => string): Generator<Ready, void> {
  const loads = [...new Set(staff.map(({ load }) => load))].sort((a, b) => a - b);
  for (const load of loads) {
    const equals = staff.filter((one) => one.load === load);
    for (const one of equals.sort((a, b) => byUnits(keyOf(a), keyOf(b)))) yield one;
  }
}

/** The first lead who may go, then the first others. */
function chosenFor(subject: Subject, leads: Iterable<Ready>, all: () => Iterable<Ready>, each: number): { readonly chosen: Ready[]; readonly skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const mayGo = ({ inspector }: Ready): boolean => {
    const avoidance = avoidanceOf(inspector, subject);
    if (avoidance && !skipped.some((one) => one.inspector === inspector.id)) skipped.push({ inspector: inspector.id, kind: avoidance.kind, reason: avoidance.reason });
    return avoidance === undefined;
  };
  let lead: Ready | undefined;
  for (const one of leads) {
    if (!mayGo(one)) continue;
    lead = one;
    break;
  }
  if (!lead) return { chosen: [], skipped };
  const chosen = [lead];
  for (const one of all()) {
    if (chosen.length === each) break;
    if (one !== lead && mayGo(one)) chosen.push(one);
  }
  return { chosen, skipped };
}

/** Why an inspector keeps away from a subject; undefined where nothing is in the way. */
export function avoidanceOf({ avoids = [] }: Inspector, { uscc, holder, area }: Subject): Avoidance | undefined {
  const own = { uscc, holder, area };
  return avoids.find(({ kind, value }) => own[kind] === value);
}
