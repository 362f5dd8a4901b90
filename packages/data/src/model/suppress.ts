/** 小数抑制: groups of few rows are not told, so that nobody is found among the few. */
import { atOnce, type Steps } from '../steps/drive.js';
import type { Answer, Group, Part } from './query-types.js';

/** Groups between two pauses. */
const STEP = 1 << 8;

/**
 * An answer without the numbers of groups of fewer than `least` rows: they have `suppressed`, and NaN for count and values. Where one
 * suppressed number alone could be worked out from a total, the smallest other one goes with it.
 */
export function suppressedAnswer(answer: Answer, least: number): Answer {
  return atOnce(suppressedSteps(answer, least));
}

/** The same in steps: a million groups take longer than a frame. */
export function* suppressedSteps(answer: Answer, least: number): Steps<Answer> {
  const { groups, rest, total } = answer;
  const lines = rest ? [...groups, rest] : groups;
  const small = (part: Part): boolean => part.count > 0 && part.count < least;
  const hidden = new Uint8Array(lines.length);
  for (let i = 0; i < hidden.length; i++) hidden[i] = small(lines[i] as Group) ? 1 : 0;
  hideOneMore(hidden.length, (i) => lines[i] as Part, hidden, 0, 1);
  yield 0.1;
  const margins = total.parts ?? [];
  const table: Table = { lines, hidden, margins, margin: Uint8Array.from(margins, (part) => (small(part) ? 1 : 0)), cells: new Uint8Array(lines.length * margins.length) };
  if (margins.length > 0) {
    for (let i = 0; i < lines.length; i++) {
      (lines[i] as Group).parts?.forEach((part, j) => (table.cells[i * margins.length + j] = hidden[i] === 1 || small(part) ? 1 : 0));
      if (i % STEP === 0) yield 0.2;
    }
    yield* spread(table);
  }
  const untold = nothing(total);
  const told: Group[] = [];
  for (let i = 0; i < lines.length; i++) {
    told.push(toldGroup(lines[i] as Group, hidden[i] === 1, table.cells.subarray(i * margins.length, (i + 1) * margins.length), untold));
    if (i % STEP === 0) yield 0.5 + (0.5 * i) / lines.length;
  }
  const toldRest = rest && (told.pop() as Group);
  return { ...answer, groups: told, ...(toldRest && { rest: toldRest }), total: toldGroup(total, small(total), table.margin, untold) };
}

/** @param untold Stands for every part that is not told: very many objects that say nothing would be work for the collector of garbage. */
function toldGroup(group: Group, hidden: boolean, cells: Uint8Array, untold: Part): Group {
  const { parts } = group;
  if (!hidden && !parts) return group;
  return {
    ...(hidden ? { ...group, ...untold } : group),
    ...(parts && { parts: parts.map((part, i) => (hidden || cells[i] === 1 ? untold : part)) }),
  };
}

function nothing(part: Part): Part {
  return { count: Number.NaN, values: part.values.map(() => Number.NaN), suppressed: true };
}

/**
 * Hides one more of several numbers that have a known sum if only one is hidden: the smallest that says something.
 * @param hidden 1 for a hidden number: `length` of them from `from` on, `step` apart.
 * @param sumTold The sum is told. Beside zeros only, the hidden number is as large as the sum: then a zero is hidden with it.
 */
function hideOneMore(length: number, partAt: (i: number) => Part, hidden: Uint8Array, from: number, step: number, sumTold = false): void {
  const at = (i: number): number => from + i * step;
  let only = -1;
  for (let i = 0; i < length; i++) {
    if (hidden[at(i)] === 0) continue;
    if (only >= 0) return;
    only = i;
  }
  if (only < 0) return;
  let smallest = -1;
  for (let i = 0; i < length; i++) {
    if (i === only || partAt(i).count === 0) continue;
    if (smallest < 0 || partAt(i).count < partAt(smallest).count) smallest = i;
  }
  if (smallest < 0 && sumTold) smallest = only === 0 ? 1 : 0;
  if (smallest >= 0 && smallest < length) hidden[at(smallest)] = 1;
}

interface Table {
  readonly lines: readonly Group[];
  readonly hidden: Uint8Array;
  readonly margins: readonly Part[];
  readonly margin: Uint8Array;
  /** Line by line. */
  readonly cells: Uint8Array;
}

/** In a two-way table a number may be worked out along its row or its column: again and again until none can. Hides more, never less. */
function* spread({ lines, hidden, margins, margin, cells }: Table): Steps<void> {
  const width = margins.length;
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    for (let i = 0; i < lines.length; i++) {
      const { parts } = lines[i] as Group;
      if (parts) hideOneMore(width, (j) => parts[j] as Part, cells, i * width, 1, hidden[i] === 0);
      if (i % STEP === 0) yield 0.3;
    }
    for (let j = 0; j < width; j++) {
      hideOneMore(lines.length, (i) => (lines[i] as Group).parts?.[j] as Part, cells, j, width, margin[j] === 0);
      yield 0.4;
    }
    hideOneMore(width, (j) => margins[j] as Part, margin, 0, 1);
    now = 0;
    for (let i = 0; i < cells.length; i++) now += cells[i] as number;
    for (let j = 0; j < width; j++) now += margin[j] as number;
  }
}
