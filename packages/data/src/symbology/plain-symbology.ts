/** Symbology without numbers: all rows alike, or by category. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import type { Grouping } from '../model/grouping.js';
import { decoded } from '../model/packed-text.js';
import type { Column } from '../model/types.js';
import { atOnce, type Steps } from '../steps/drive.js';
import { classesOf } from './class-symbology.js';
import { parsePlain } from './plain-spec.js';
import type { SymbolClass, Symbology } from './types.js';

const ALL: Text = { zh: '全部', en: 'All' };

/** Name of a field for a legend. */
export function headOf(dataset: DatasetLike, field: string): Pick<Symbology, 'field' | 'label' | 'unit'> & { readonly field: string } {
  const { unit } = dataset.field(field);
  return { field, label: { zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') }, ...(unit && { unit }) };
}

/**
 * The symbology of a spec that is not by numbers: `fixed:data-1`, `fixed:#1f5fd0`, `class:typeCode`.
 * @throws YztError `bad-attribute` for a spec that cannot be read, `unknown-field` for a field the loaded dataset does not have.
 */
export function plainSymbologyOf(spec: string, dataset: Dataset): Symbology {
  return atOnce(plainSymbologySteps(spec, dataset));
}

/** The same in steps: a field may have a million different words. */
export function* plainSymbologySteps(spec: string, dataset: Dataset): Steps<Symbology> {
  const parsed = parsePlain(spec);
  if (parsed.kind === 'fixed') return fixedSymbology(spec, dataset, parsed.color, dataset.rowCount);
  const { field } = parsed;
  const head = { spec, kind: parsed.kind, ...headOf(dataset, field) };
  const column = columnOf(spec, dataset, field);
  if (!column) return { ...head, classes: [], classOf: new Uint8Array(0) };
  yield* decoded(column);
  const { classes, codes } = yield* classesOf(dataset, field);
  const grouping = dataset.groupingOf(field);
  let classOf: Uint8Array | undefined;
  // Charts and legends ask for colours only.
  return {
    ...head,
    classes,
    get classOf() {
      return (classOf ??= classNumbers(grouping, classes, codes));
    },
  };
}

/** A symbology in steps, for whoever will need it; undefined where its words cannot be used, which is said to whoever asks for it at once. */
export function* aheadOf(steps: Steps<Symbology>): Steps<Symbology | undefined> {
  try {
    return yield* steps;
  } catch (reason) {
    if (reason instanceof YztError) return undefined;
    throw reason;
  }
}

/** @param rows Those that are here. */
export function fixedSymbology(spec: string, dataset: DatasetLike, color: string, rows: number): Symbology {
  const label = dataset.schema?.label ?? ALL;
  return { spec, kind: 'fixed', label, classes: [{ key: undefined, label, color }], classOf: new Uint8Array(rows) };
}

/** Undefined while the dataset has nothing yet. */
export function columnOf(spec: string, dataset: Dataset, field: string): Column | undefined {
  const column = dataset.column(field);
  if (!column && (dataset.rowCount > 0 || dataset.columns.length > 0)) throw unknownField(spec, field);
  return column;
}

function unknownField(spec: string, field: string): YztError {
  return new YztError('unknown-field', {
    zh: `symbology="${spec}"：数据集没有字段「${field}」。请检查字段名（区分大小写）。`,
    en: `symbology="${spec}": the dataset has no field "${field}". Check its name; case matters.`,
  });
}

/** @param ofClass Category of each class; −1 for those that are no category. */
function classNumbers({ codes, keys }: Grouping, classes: readonly SymbolClass[], ofClass: readonly number[]): Uint8Array {
  const numberOf = (key: SymbolClass['key']): number => {
    const number = classes.findIndex((one) => one.key === key);
    return number < 0 ? 255 : number;
  };
  const byCode = new Uint8Array(keys.length).fill(numberOf(undefined));
  ofClass.forEach((code, number) => {
    if (code >= 0) byCode[code] = number;
  });
  const missing = numberOf(null);
  const classOf = new Uint8Array(codes.length);
  for (let row = 0; row < classOf.length; row++) {
    const code = codes[row] as number;
    classOf[row] = code < byCode.length ? (byCode[code] as number) : missing;
  }
  return classOf;
}
