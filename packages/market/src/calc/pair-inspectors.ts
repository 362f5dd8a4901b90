/** Who inspects whom: the load is even, chance decides among equals, and whoever must keep away does, with the reason on record. */
import { byUnits, canonicalText, hmacWith } from './digest.js';
import type { Avoidance, DrawnSubject, Inspector, Skipped, Subject } from './draw-types.js';

/** How inspectors are chosen. */
export interface PairWish {
  readonly planId: string;
  /** Hexadecimal. */
  readonly seed: string;
  /** Inspectors of one subject. */
  readonly each: number;
}

/** Inspectors of each subject, in the order of the subjects; the lead first. Without a lead who may go there is nobody. */
export function pairedInspectors(subjects: readonly Subject[], staff: readonly Inspector[], { planId, seed, each }: PairWish): Pick<DrawnSubject, 'inspectors' | 'skipped'>[] {
  const load = new Map(staff.map(({ id }) => [id, 0]));
  const keyOf = hmacWith(seed);
  return subjects.map((subject) => {
    const keys = new Map<string, string>();
    const keyFor = (id: string): string => {
      const key = keys.get(id) ?? keyOf(canonicalText(['inspector', planId, subject.uscc, id]));
      keys.set(id, key);
      return key;
    };
    const { inspectors, skipped } = chosenFor(subject, () => ranked(staff, load, ({ id }) => keyFor(id)), each);
    for (const id of inspectors) load.set(id, (load.get(id) as number) + 1);
    return { inspectors, skipped };
  });
}

/** By load, those with less first, and by key among equals. Keys are worked out as far as somebody asks: most ask for the first few. */
function* ranked(staff: readonly Inspector[], load: ReadonlyMap<string, number>, keyOf: (inspector: Inspector) => string): Generator<Inspector, void> {
  const loads = [...new Set(load.values())].sort((a, b) => a - b);
  for (const one of loads) {
    const equals = staff.filter(({ id }) => load.get(id) === one).map((inspector) => ({ inspector, key: keyOf(inspector) }));
    for (const { inspector } of equals.sort((a, b) => byUnits(a.key, b.key))) yield inspector;
  }
}

/** The first lead who may go, then the first others. */
function chosenFor(subject: Subject, inOrder: () => Iterable<Inspector>, each: number): { readonly inspectors: string[]; readonly skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const mayGo = (inspector: Inspector): boolean => {
    const avoidance = avoidanceOf(inspector, subject);
    if (avoidance && !skipped.some((one) => one.inspector === inspector.id)) skipped.push({ inspector: inspector.id, kind: avoidance.kind, reason: avoidance.reason });
    return avoidance === undefined;
  };
  let lead: Inspector | undefined;
  for (const inspector of inOrder()) {
    if (inspector.lead !== true || !mayGo(inspector)) continue;
    lead = inspector;
    break;
  }
  if (!lead) return { inspectors: [], skipped };
  const inspectors = [lead.id];
  for (const inspector of inOrder()) {
    if (inspectors.length === each) break;
    if (inspector.id !== lead.id && mayGo(inspector)) inspectors.push(inspector.id);
  }
  return { inspectors, skipped };
}

/** Why an inspector keeps away from a subject; undefined where nothing is in the way. */
export function avoidanceOf({ avoids = [] }: Inspector, { uscc, holder, area }: Subject): Avoidance | undefined {
  const own = { uscc, holder, area };
  return avoids.find(({ kind, value }) => own[kind] === value);
}
