/** The answer of a dataset in the unit that a chart shows. */
import type { Answer, Group, Part } from '@yizhangtu/data/model';

function scaledPart<T extends Part>(part: T, per: number): T {
  return { ...part, values: part.values.map((value) => value * per) };
}

function scaledGroup(group: Group, per: number): Group {
  const scaled = scaledPart(group, per);
  return group.parts ? { ...scaled, parts: group.parts.map((part) => scaledPart(part, per)) } : scaled;
}

/** An answer with every number multiplied; counts and keys stay. */
export function scaledAnswer(answer: Answer, per: number): Answer {
  const { groups, rest, total } = answer;
  return { ...answer, groups: groups.map((group) => scaledGroup(group, per)), total: scaledGroup(total, per), ...(rest && { rest: scaledGroup(rest, per) }) };
}

const largest = new WeakMap<Answer, number>();

/** The largest size among the first numbers of the groups; 0 for none. Every figure of a chart asks for it, so it is kept with the answer. */
export function largestValue(answer: Answer): number {
  const kept = largest.get(answer);
  if (kept !== undefined) return kept;
  const most = answer.groups.reduce((size, { values }) => Math.max(size, Math.abs(values[0] ?? 0) || 0), 0);
  largest.set(answer, most);
  return most;
}

/** Keeps the last scaled answer, so that the same question twice has the same object for an answer. */
export class AnswerScale {
  #kept?: { readonly from: Answer; readonly per: number; readonly answer: Answer };

  of(from: Answer, per: number): Answer {
    if (per === 1) return from;
    if (this.#kept?.from !== from || this.#kept.per !== per) this.#kept = { from, per, answer: scaledAnswer(from, per) };
    return this.#kept.answer;
  }
}
