/** Suppression with plain loops over plain lists, to compare with. */
import type { Answer, Group, Part } from './query-types.js';

/**
 * An answer without the numbers of groups of fewer than `least` rows: they have `suppressed`, and NaN for count and values. Where one
 * suppressed number alone could be worked out from a total, the smallest other one goes with it.
 */
export function plainSuppressed(answer: Answer, least: number): Answer {
  const { groups, rest, total } = answer;
  const lines = [...groups, ...(rest ? [rest] : [])];
  const small = (part: Part): boolean => part.count > 0 && part.count < least;
  const hidden = hiddenWith(lines, lines.map(small));
  const cells = lines.map((line, i) => (line.parts ?? []).map((part) => hidden[i] === true || small(part)));
  const margin = (total.parts ?? []).map(small);
  spread(lines, cells, hidden, total.parts ?? [], margin);
  const told = lines.map((line, i): Group => toldGroup(line, hidden[i] === true, cells[i] ?? []));
  return { ...answer, groups: told.slice(0, groups.length), ...(rest && { rest: told[groups.length] as Group }), total: toldGroup(total, small(total), margin) };
}

function toldGroup(group: Group, hidden: boolean, cells: readonly boolean[]): Group {
  return {
    ...(hidden ? { ...group, ...nothing(group) } : group),
    ...(group.parts && { parts: group.parts.map((part, i) => (hidden || cells[i] ? nothing(part) : part)) }),
  };
}

function nothing(part: Part): Part {
  return { count: Number.NaN, values: part.values.map(() => Number.NaN), suppressed: true };
}

/**
 * Hides one more of several numbers that have a known sum if only one is hidden: the smallest that says something.
 * @param sumTold The sum is told. Beside zeros only, the hidden number is as large as the sum: then a zero is hidden with it.
 */
function hiddenWith(parts: readonly Part[], hidden: readonly boolean[], sumTold = false): boolean[] {
  if (hidden.filter(Boolean).length !== 1) return [...hidden];
  let smallest = -1;
  parts.forEach((part, i) => {
    if (hidden[i] || part.count === 0) return;
    if (smallest < 0 || part.count < (parts[smallest] as Part).count) smallest = i;
  });
  if (smallest < 0 && sumTold) smallest = hidden.indexOf(false);
  return hidden.map((one, i) => one || i === smallest);
}

/** In a two-way table a number may be worked out along its row or its column: again and again until none can. Hides more, never less. */
function spread(lines: readonly Group[], cells: boolean[][], hidden: readonly boolean[], margins: readonly Part[], margin: boolean[]): void {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    lines.forEach((line, i) => (cells[i] = hiddenWith(line.parts ?? [], cells[i] ?? [], !hidden[i])));
    margins.forEach((_, j) => {
      const column = lines.map((line) => line.parts?.[j] as Part);
      hiddenWith(column, cells.map((row) => row[j] === true), !margin[j]).forEach((hide, i) => ((cells[i] as boolean[])[j] = hide));
    });
    hiddenWith(margins, margin).forEach((hide, j) => (margin[j] = hide));
    now = cells.reduce((sum, row) => sum + row.filter(Boolean).length, 0) + margin.filter(Boolean).length;
  }
}
