import type { Answer, Key } from '@yizhangtu/data/model';
import { atOnce, type Steps } from '@yizhangtu/data/steps';

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

/** A class without its amount. */
export interface FlowKind extends Omit<FlowClass, 'value'> {
  /** No other value of its side belongs to it, so that of very many it is not looked for one. */
  readonly alone?: boolean | undefined;
}

export interface TransitionOptions {
  /** The class of a value on either side. */
  classOf(key: Key, side: 'from' | 'to'): FlowKind;
  /** At most this many classes a side; the smallest are put together. */
  readonly limit: number;
  readonly restLabel: string;
  /** Without what stays in its class. */
  readonly changesOnly: boolean;
  /** Order of the classes; undefined: largest first, the same on both sides. */
  compare?(a: FlowClass, b: FlowClass): number;
}

/** Classes of one side, and what each amounts to in what is drawn. */
class Side {
  readonly classes: FlowKind[] = [];
  readonly sums: number[] = [];
  /** The larger of the sums of a class on both sides, so that it has the same place on both. */
  readonly sizes: number[] = [];
  readonly #known = new Map<string, number>();

  /** Number of a class. */
  place(one: FlowKind): number {
    const known = one.alone ? undefined : this.#known.get(one.id);
    if (known !== undefined) return known;
    if (!one.alone) this.#known.set(one.id, this.classes.length);
    this.sums.push(0);
    this.sizes.push(0);
    return this.classes.push(one) - 1;
  }

  add(place: number, value: number): void {
    this.sums[place] = (this.sums[place] as number) + value;
  }
}

/** Amounts from a class to a class; the same two may come more than once. */
interface Cells {
  readonly from: number[];
  readonly to: number[];
  readonly values: number[];
}

/** Groups or classes between two pauses. */
const STEP = 1 << 10;

/** Classes and flows of an answer that is grouped by what was and split by what is. Values that are not above zero count nothing. */
export function transitionsOf(answer: Answer, options: TransitionOptions): Transitions {
  return atOnce(transitionSteps(answer, options));
}

/** The same in steps. */
export function* transitionSteps(answer: Answer, options: TransitionOptions): Steps<Transitions> {
  const [left, right] = [new Side(), new Side()];
  const cells: Cells = { from: [], to: [], values: [] };
  let [total, unchanged] = [0, 0];
  const { splits = [] } = answer;
  const places: number[] = [];
  for (const key of splits) if (places.push(right.place(options.classOf(key, 'to'))) % STEP === 0) yield 0.2;
  let seen = 0;
  for (const { key, parts = [] } of answer.groups) {
    const own = left.place(options.classOf(key, 'from'));
    const { id } = left.classes[own] as FlowKind;
    for (let split = 0; split < places.length; split += 1) {
      if (++seen % (4 * STEP) === 0) yield 0.4;
      const value = parts[split]?.values[0] ?? Number.NaN;
      if (!(value > 0) || !Number.isFinite(value)) continue;
      const to = places[split] as number;
      const stays = id === (right.classes[to] as FlowKind).id;
      total += value;
      if (stays) unchanged += value;
      if (stays && options.changesOnly) continue;
      cells.from.push(own);
      cells.to.push(to);
      cells.values.push(value);
      left.add(own, value);
      right.add(to, value);
    }
    if (++seen % (4 * STEP) === 0) yield 0.4;
  }
  yield* sized(left, right);
  const from = yield* drawnOf(left, options);
  const to = yield* drawnOf(right, options);
  return { from: from.classes, to: to.classes, flows: yield* flowsOf(cells, left, right, from, to), total, unchanged };
}

/** Tells the classes of both sides how large they are. */
function* sized(left: Side, right: Side): Steps<void> {
  const places = new Map<string, number>();
  for (let at = 0; at < right.classes.length; at += 1) {
    right.sizes[at] = right.sums[at] as number;
    places.set((right.classes[at] as FlowKind).id, at);
    if (at % (4 * STEP) === 0) yield 0.5;
  }
  for (let at = 0; at < left.classes.length; at += 1) {
    const other = places.get((left.classes[at] as FlowKind).id);
    const size = Math.max(left.sums[at] as number, other === undefined ? 0 : (right.sums[other] as number));
    left.sizes[at] = size;
    if (other !== undefined) right.sizes[other] = size;
    if (at % (4 * STEP) === 0) yield 0.6;
  }
}

/** Id of the small classes together. */
const REST = '\u0000rest';

/** The classes of a side that are drawn, and which of them each class of the side belongs to; −1 for what nothing flows through. */
interface Drawn {
  readonly classes: readonly FlowClass[];
  readonly placeOf: Int32Array;
}

function* drawnOf(side: Side, options: TransitionOptions): Steps<Drawn> {
  const { classes, sums } = side;
  const most = yield* largestOf(side, options.limit);
  const full = (at: number): FlowClass => ({ ...(classes[at] as FlowKind), value: sums[at] as number });
  const kept = most.map((at) => ({ at, one: full(at) }));
  const { compare } = options;
  if (compare) kept.sort((a, b) => compare(a.one, b.one));
  const placeOf = new Int32Array(classes.length).fill(-1);
  kept.forEach(({ at }, place) => (placeOf[at] = place));
  const keys: Key[] = [];
  let value = 0;
  for (let at = 0; at < classes.length; at += 1) {
    if (at % (4 * STEP) === 0) yield 0.8;
    if (placeOf[at] !== -1 || !((sums[at] as number) > 0)) continue;
    placeOf[at] = kept.length;
    value += sums[at] as number;
    for (const key of (classes[at] as FlowKind).keys) keys.push(key);
  }
  const drawn = kept.map(({ one }) => one);
  if (value > 0) drawn.push({ id: REST, label: options.restLabel, color: 'var(--yzt-data-other)', keys, value, rest: true });
  return { classes: drawn, placeOf };
}

/** Numbers of the largest classes through which something flows, largest first, equal ones by their ids. */
function* largestOf({ classes, sums, sizes }: Side, limit: number): Steps<number[]> {
  const before = (a: number, b: number): boolean => {
    const difference = (sizes[a] as number) - (sizes[b] as number);
    return difference > 0 || (difference === 0 && (classes[a] as FlowKind).id < (classes[b] as FlowKind).id);
  };
  const most: number[] = [];
  for (let at = 0; at < classes.length; at += 1) {
    if (at % (4 * STEP) === 0) yield 0.7;
    if (!((sums[at] as number) > 0) || (most.length === limit && !before(at, most[limit - 1] as number))) continue;
    let place = most.length;
    while (place > 0 && before(at, most[place - 1] as number)) place -= 1;
    most.splice(place, 0, at);
    if (most.length > limit) most.pop();
  }
  return most;
}

function* flowsOf(cells: Cells, left: Side, right: Side, from: Drawn, to: Drawn): Steps<Flow[]> {
  const flows = new Map<number, { from: number; to: number; value: number; unchanged: boolean }>();
  for (let cell = 0; cell < cells.values.length; cell += 1) {
    if (cell % (4 * STEP) === 0) yield 0.9;
    const [own, other] = [cells.from[cell] as number, cells.to[cell] as number];
    const [a, b] = [from.placeOf[own] as number, to.placeOf[other] as number];
    const id = a * to.classes.length + b;
    let flow = flows.get(id);
    if (!flow) flows.set(id, (flow = { from: a, to: b, value: 0, unchanged: false }));
    flow.value += cells.values[cell] as number;
    // Small classes put together: what stays and what changes cannot be told apart any more.
    flow.unchanged = (left.classes[own] as FlowKind).id === (right.classes[other] as FlowKind).id && from.classes[a]?.rest !== true;
  }
  return [...flows.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
