/** Two answers that should be one. */
import { expect } from 'vitest';
import type { Answer, Part } from '@yizhangtu/data/model';

/** Numbers that are the same but for the order in which they were added. */
export function near(a: number, b: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function sameParts(a: Part | undefined, b: Part | undefined, where: string): void {
  expect(a?.count, `${where}: rows`).toBe(b?.count);
  b?.values.forEach((value, index) => {
    const other = a?.values[index] ?? Number.NaN;
    if (!near(other, value)) expect(other, `${where}: measure ${index}`).toBe(value);
  });
}

/** @param what Said where they differ. */
export function sameAnswer(remote: Answer, local: Answer, what: unknown): void {
  const where = JSON.stringify(what);
  expect(remote.groups.map(({ key, end, closed }) => [key, end, closed]), where).toEqual(local.groups.map(({ key, end, closed }) => [key, end, closed]));
  local.groups.forEach((group, index) => {
    sameParts(remote.groups[index], group, `${where} group ${String(group.key)}`);
    group.parts?.forEach((part, split) => sameParts(remote.groups[index]?.parts?.[split], part, `${where} part ${index} ${split}`));
  });
  sameParts(remote.total, local.total, `${where} total`);
  local.total.parts?.forEach((part, split) => sameParts(remote.total.parts?.[split], part, `${where} total ${split}`));
  expect(remote.rest === undefined, where).toBe(local.rest === undefined);
  sameParts(remote.rest, local.rest, `${where} rest`);
  local.rest?.parts?.forEach((part, split) => sameParts(remote.rest?.parts?.[split], part, `${where} rest ${split}`));
  expect([remote.splits, remote.splitEnds, remote.splitRest], where).toEqual([local.splits, local.splitEnds, local.splitRest]);
}
