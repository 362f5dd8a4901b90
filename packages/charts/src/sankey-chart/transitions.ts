import type { Answer, Key } from '@yizhangtu/data/model';

/** A class on one side of a transition. */
export interface FlowClass {
  readonly id: string;
  readonly label: string;
  /** CSS colour; undefined = the accent of the chart. */
  readonly color: string | undefined;
  /** Values of the field that belong to it. */
  readonly keys: readonly Key[];
  /** All that flows out of it or into it. */
  readonly value: number;
  /** Small classes together. */
  readonly rest?: boolean;
}

/** What flows from a class to a class. */
export interface Flow {
  /** Numbers of the classes in `from` and `to`. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The class stays what it was. */
  readonly unchanged: boolean;
}

export interface Transitions {
  readonly from: readonly FlowClass[];
  readonly to: readonly FlowClass[];
  /** By class on the left, then by class on the right. */
  readonly flows: readonly Flow[];
  /** Sum of all flows, of those that stay, whether they are in `flows` or not. */
  readonly total: number;
  readonly unchanged: number;
}

export interface TransitionOptions {
  /** The class of a value on either side. */
  classOf(key: Key, side: 'from' | 'to'): Omit<FlowClass, 'value'>;
  /** At most this many classes a side; the smallest are put together. */
  readonly limit: number;
  readonly restLabel: string;
  /** Without what stays in its class. */
  readonly changesOnly: boolean;
  /** Order of the classes; undefined: largest first, the same on both sides. */
  compare?(a: FlowClass, b: FlowClass): number;
}

interface Cell {
  readonly from: Omit<FlowClass, 'value'>;
  readonly to: Omit<FlowClass, 'value'>;
  value: number;
}

/** Classes and flows of an answer that is grouped by what was and split by what is. Values that are not above zero count nothing. */
export function transitionsOf(answer: Answer, options: TransitionOptions): Transitions {
  const cells = cellsOf(answer, options);
  const total = sum(cells);
  const unchanged = sum(cells.filter(isUnchanged));
  const drawn = options.changesOnly ? cells.filter((cell) => !isUnchanged(cell)) : cells;
  const sizes = new Map<string, number>();
  // A class is as large as the larger of its sides, so that it has the same place on both.
  for (const side of ['from', 'to'] as const) {
    for (const [id, value] of sums(drawn, side)) sizes.set(id, Math.max(sizes.get(id) ?? 0, value));
  }
  const from = sideOf(drawn, 'from', sizes, options);
  const to = sideOf(drawn, 'to', sizes, options);
  return { from, to, flows: flowsOf(drawn, from, to), total, unchanged };
}

function cellsOf(answer: Answer, { classOf }: TransitionOptions): Cell[] {
  const cells = new Map<string, Cell>();
  const right = (answer.splits ?? []).map((key) => classOf(key, 'to'));
  for (const group of answer.groups) {
    const from = classOf(group.key, 'from');
    right.forEach((to, place) => {
      const value = group.parts?.[place]?.values[0] ?? Number.NaN;
      if (!(value > 0) || !Number.isFinite(value)) return;
      const id = JSON.stringify([from.id, to.id]);
      const cell = cells.get(id);
      if (cell) cell.value += value;
      else cells.set(id, { from, to, value });
    });
  }
  return [...cells.values()];
}

function isUnchanged({ from, to }: Cell): boolean {
  return from.id === to.id;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((all, { value }) => all + value, 0);
}

function sums(cells: readonly Cell[], side: 'from' | 'to'): Map<string, number> {
  const values = new Map<string, number>();
  for (const cell of cells) values.set(cell[side].id, (values.get(cell[side].id) ?? 0) + cell.value);
  return values;
}

/** Id of the small classes together. */
const REST = '\u0000rest';

function sideOf(cells: readonly Cell[], side: 'from' | 'to', sizes: ReadonlyMap<string, number>, options: TransitionOptions): FlowClass[] {
  const values = sums(cells, side);
  const classes = [...new Map(cells.map((cell) => [cell[side].id, cell[side]])).values()].map((one): FlowClass => ({ ...one, value: values.get(one.id) ?? 0 }));
  const sizeOf = (one: FlowClass): number => sizes.get(one.id) ?? 0;
  const bySize = [...classes].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1));
  const kept = bySize.slice(0, bySize.length > options.limit ? options.limit : undefined);
  const small = bySize.slice(kept.length);
  if (options.compare) kept.sort(options.compare);
  if (small.length === 0) return kept;
  const value = small.reduce((all, one) => all + one.value, 0);
  return [...kept, { id: REST, label: options.restLabel, color: 'var(--yzt-data-other)', keys: small.flatMap(({ keys }) => keys), value, rest: true }];
}

function flowsOf(cells: readonly Cell[], from: readonly FlowClass[], to: readonly FlowClass[]): Flow[] {
  const placeIn = (side: readonly FlowClass[]): ((id: string) => number) => {
    const places = new Map(side.map(({ id }, index) => [id, index]));
    return (id) => places.get(id) ?? side.length - 1;
  };
  const [left, right] = [placeIn(from), placeIn(to)];
  const flows = new Map<string, Flow>();
  for (const cell of cells) {
    const [a, b] = [left(cell.from.id), right(cell.to.id)];
    const id = `${a}-${b}`;
    const value = (flows.get(id)?.value ?? 0) + cell.value;
    // Small classes put together: what stays and what changes cannot be told apart any more.
    flows.set(id, { from: a, to: b, value, unchanged: isUnchanged(cell) && from[a]?.rest !== true });
  }
  return [...flows.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
