import { inWords, type Locale } from '@yizhangtu/base/locale';
import type { Answer, FieldSchema, Key } from '@yizhangtu/data/model';
import { schemeOf } from '@yizhangtu/standards/scheme';
import { codesWithin, entriesAbove } from './code-steps.js';
import type { TreeLeaf, TreeStep } from './class-tree.js';

/** What turns the values of one field into steps of a tree. */
export interface FieldLooks {
  readonly field: FieldSchema;
  readonly locale: Locale;
  /** Words of a value. */
  label(key: Key): string;
  /** CSS colour of a value; undefined takes that of its code list, or of the step above. */
  color(key: Key): string | undefined;
  /** With the colours of the code list of the field. */
  readonly official: boolean;
}

/** True for a field whose code list has colours. */
export function hasColors({ codes }: FieldSchema): boolean {
  return (codes && schemeOf(codes.scheme, codes.version))?.entries.some(({ color }) => color !== undefined) ?? false;
}

/** A value without a code list. There may be a million, of which few are looked at: its words and colour are made when they are. */
class ValueStep implements TreeStep {
  readonly #key: Key;
  readonly #looks: FieldLooks;

  constructor(key: Key, looks: FieldLooks) {
    this.#key = key;
    this.#looks = looks;
  }

  get id(): string {
    return this.#key === null ? '\u0000none' : String(this.#key);
  }

  get label(): string {
    return this.#looks.label(this.#key);
  }

  get color(): string | undefined {
    return this.#looks.color(this.#key);
  }

  get field(): string {
    return this.#looks.field.name;
  }

  get keys(): readonly Key[] {
    return [this.#key];
  }

  get alone(): boolean {
    return true;
  }
}

/** The steps to a value: the classes above it in the code list of its field, then itself. */
export function stepsTo(key: Key, looks: FieldLooks): TreeStep[] {
  const { field, locale } = looks;
  const scheme = field.codes && schemeOf(field.codes.scheme, field.codes.version);
  if (!scheme) return [new ValueStep(key, looks)];
  const code = String(key);
  const own: TreeStep = { id: key === null ? '\u0000none' : code, label: looks.label(key), color: looks.color(key), field: field.name, keys: [key] };
  if (key === null) return [own];
  const entries = entriesAbove(scheme, code);
  const steps = entries.map((entry): TreeStep => {
    const keys = codesWithin(scheme, entry.code);
    const color = looks.official ? entry.color : entry.code === code ? looks.color(key) : undefined;
    return { id: entry.code, code: entry.code, label: inWords(entry.label, locale), color, field: field.name, keys };
  });
  // A code the list does not have stands under the nearest class above, by itself.
  return entries[entries.length - 1]?.code === code ? steps : [...steps, { ...own, code, color: undefined }];
}

/** The leaves of an answer grouped by one field, or by two, each made when it is asked for. */
export function* leavesOfAnswer(answer: Answer, looks: readonly FieldLooks[]): Generator<TreeLeaf, void, void> {
  const [outer, inner] = looks;
  if (!outer) return;
  const measured = (values: readonly number[] | undefined): number => values?.[0] ?? Number.NaN;
  const below: (readonly TreeStep[])[] = [];
  for (const { key, values, parts } of answer.groups) {
    const above = stepsTo(key, outer);
    if (!inner) yield { steps: above, value: measured(values) };
    else for (const [place, split] of (answer.splits ?? []).entries()) yield { steps: [...above, ...(below[place] ??= stepsTo(split, inner))], value: measured(parts?.[place]?.values) };
  }
}

/** A class as a page gives it through the `data` property. */
export interface TreeDatum {
  readonly key: string | number;
  /** Shown instead of the key. */
  readonly label?: string;
  /** Counts where there are no children. */
  readonly value?: number;
  /** `#rrggbb` or `token:data-1`. Without one it is that of the class above. */
  readonly color?: string;
  readonly children?: readonly TreeDatum[];
}

/** The leaves of plain data. @param color Turns a colour of the model into CSS. */
export function leavesOfData(data: readonly TreeDatum[], color: (name: string) => string, above: readonly TreeStep[] = []): TreeLeaf[] {
  return data.flatMap((datum, place): TreeLeaf[] => {
    const own = datum.color ?? (above.length === 0 ? `token:data-${(place % 8) + 1}` : undefined);
    const step: TreeStep = {
      id: String(datum.key),
      label: datum.label ?? String(datum.key),
      color: own === undefined ? undefined : color(own),
      field: '',
      keys: [],
    };
    const steps = [...above, step];
    const below = datum.children && datum.children.length > 0 ? leavesOfData(datum.children, color, steps) : [];
    return datum.value === undefined ? below : [...below, { steps, value: below.length === 0 ? datum.value : 0 }];
  });
}
