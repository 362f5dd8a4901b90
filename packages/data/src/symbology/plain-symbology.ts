/** Symbology without numbers: all rows alike, or by category. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import { decoded, wordsAreLate } from '../model/packed-text.js';
import type { Column } from '../model/types.js';
import { atOnce, SLICED_FROM, type Steps } from '../steps/drive.js';
import { classesOf } from './class-symbology.js';
import { parsePlain, specParts } from './plain-spec.js';
import type { Symbology } from './types.js';

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
  const made = yield* classesOf(dataset, field);
  return {
    ...head,
    classes: made.classes,
    get classOf() {
      return made.classOf;
    },
  };
}

/**
 * Makes the words of a symbology by category, which may be a million, masked or packed, and of very many rows its classes, in steps, so that whoever makes it
 * then has little left to do.
 */
export function* plainSymbologyAhead(spec: string, dataset: Dataset): Steps<void> {
  const [kind, field = ''] = specParts(spec);
  const column = kind === 'class' ? dataset.column(field) : undefined;
  if (!column) return;
  yield* decoded(column);
  if (dataset.rowCount < SLICED_FROM) return;
  const made = yield* classesOf(dataset, field);
  yield 0.9;
  void made.classOf;
}

/** True where a symbology of very many rows needs words that are still to be made: better ahead, in steps. */
export function symbologyWaits(spec: string, dataset: Dataset | undefined): boolean {
  return dataset !== undefined && specParts(spec).slice(1).some((part) => wordsAreLate(dataset.column(part)));
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
