import type { Key } from '@yizhangtu/data/model';
import type { Choosable } from '../tree/tree-choice.js';
import type { Transitions } from './transitions.js';

/** A class on one side, or a flow. */
export interface Target {
  readonly kind: 'from' | 'to' | 'flow';
  readonly index: number;
}

/** All targets in the order of the keyboard: each class of the left with its flows, then the classes of the right. */
export function targetsOf({ from, to, flows }: Transitions): Target[] {
  const left = from.flatMap((_, index): Target[] => [
    { kind: 'from', index },
    ...flows.flatMap((flow, place): Target[] => (flow.from === index ? [{ kind: 'flow', index: place }] : [])),
  ]);
  return [...left, ...to.map((_, index): Target => ({ kind: 'to', index }))];
}

/** True when the first is the second, or a flow that begins or ends in it. */
export function touches(a: Target, b: Target, { flows }: Transitions): boolean {
  if (a.kind === b.kind) return a.index === b.index;
  if (a.kind !== 'flow' || b.kind === 'flow') return false;
  return flows[a.index]?.[b.kind] === b.index;
}

/** What a target filters by: a class by its side, a flow by both. */
export function choosableOf({ kind, index }: Target, { from, to, flows }: Transitions, fields: { readonly from: string; readonly to: string }): Choosable {
  const flow = kind === 'flow' ? flows[index] : undefined;
  const left = from[flow ? flow.from : kind === 'from' ? index : -1];
  const right = to[flow ? flow.to : kind === 'to' ? index : -1];
  const filters = new Map<string, readonly Key[]>();
  if (left) filters.set(fields.from, left.keys);
  if (right) filters.set(fields.to, right.keys);
  return { filters, rest: left?.rest === true || right?.rest === true };
}

/** The words of a target: 耕地, 耕地 → 林地. */
export function targetLabel({ kind, index }: Target, { from, to, flows }: Transitions): string {
  if (kind !== 'flow') return (kind === 'from' ? from : to)[index]?.label ?? '';
  const flow = flows[index];
  return `${from[flow?.from ?? -1]?.label ?? ''} → ${to[flow?.to ?? -1]?.label ?? ''}`;
}

/** What a target amounts to. */
export function targetValue({ kind, index }: Target, { from, to, flows }: Transitions): number {
  return (kind === 'flow' ? flows : kind === 'from' ? from : to)[index]?.value ?? 0;
}
