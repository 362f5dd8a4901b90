/** From a spec in words and a dataset to classes with labels, colours and filters. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '../model/dataset.js';
import type { Column } from '../model/types.js';
import { bivariateSymbology } from './bivariate.js';
import { breakClasses } from './break-symbology.js';
import { classesOf } from './class-symbology.js';
import { limitsPending } from './late-limits.js';
import { parseSpec } from './spec.js';
import type { SymbolClass, Symbology } from './types.js';

const ALL: Text = { zh: '全部', en: 'All' };

/**
 * The symbology of a dataset: `fixed:data-1`, `fixed:#1f5fd0`, `class:typeCode`, `breaks:areaM2`, `breaks:areaM2:5:quantile:blues`, `breaks:areaM2:10,20,50`,
 * `bivariate:income:rent`, `bivariate:income:rent:jenks:blues:oranges`.
 * A class of breaks holds its lower limit and not its upper one. Classes come from all rows, filtered or not, so that a colour keeps its meaning.
 * @throws YztError `bad-attribute` for a spec that cannot be read, `unknown-field` for a field the loaded dataset does not have.
 */
export function symbologyOf(spec: string, dataset: Dataset): Symbology {
  const parsed = parseSpec(spec);
  if (parsed.kind === 'fixed') {
    const classes = [{ key: undefined, label: dataset.schema?.label ?? ALL, color: parsed.color }];
    return { spec, kind: 'fixed', label: dataset.schema?.label ?? ALL, classes, classOf: new Uint8Array(dataset.rowCount) };
  }
  if (parsed.kind === 'bivariate') {
    const [a, b] = parsed.axes.map(({ field }) => columnOf(spec, dataset, field));
    return { spec, ...bivariateSymbology(dataset, parsed, a && b && [a, b]) };
  }
  const { field } = parsed;
  const { unit } = dataset.field(field);
  const head = { spec, kind: parsed.kind, field, label: { zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') }, ...(unit && { unit }) };
  const column = columnOf(spec, dataset, field);
  if (!column) return { ...head, classes: [], classOf: new Uint8Array(0) };
  if (parsed.kind === 'breaks') return { ...head, ...breakClasses(dataset, parsed, column) };
  const classes = classesOf(dataset, field);
  return { ...head, classes, classOf: classNumbers(dataset, column, classes) };
}

/** Resolves when the limits of a symbology are exact: natural breaks of very many different values take longer. Undefined if they are. */
export function symbologyPending(spec: string, dataset: Dataset): Promise<void> | undefined {
  const parsed = parseSpec(spec);
  const axes = parsed.kind === 'breaks' ? [parsed] : parsed.kind === 'bivariate' ? parsed.axes : [];
  const waits = axes.map(({ field, method, count }) => {
    const column = method === 'jenks' ? dataset.column(field) : undefined;
    return column && limitsPending(column, count);
  });
  const [one, two] = waits.filter((wait) => wait !== undefined);
  return two ? Promise.all([one, two]).then(() => undefined) : one;
}

/** Undefined while the dataset has nothing yet. */
function columnOf(spec: string, dataset: Dataset, field: string): Column | undefined {
  const column = dataset.column(field);
  if (!column && (dataset.rowCount > 0 || dataset.columns.length > 0)) throw unknownField(spec, field);
  return column;
}

function unknownField(spec: string, field: string): YztError {
  return new YztError('unknown-field', {
    zh: `symbology="${spec}":数据集没有字段「${field}」。请检查字段名（区分大小写）。`,
    en: `symbology="${spec}": the dataset has no field "${field}". Check its name; case matters.`,
  });
}

function classNumbers(dataset: Dataset, column: Column, classes: readonly SymbolClass[]): Uint8Array {
  const { codes, keys } = dataset.groupingOf(column.name);
  const numberOf = new Map(classes.map((one, index) => [one.key, index]));
  const other = numberOf.get(undefined) ?? 255;
  const byCode = Uint8Array.from(keys, (key) => numberOf.get(key) ?? other);
  const missing = numberOf.get(null) ?? 255;
  const classOf = new Uint8Array(codes.length);
  for (let row = 0; row < classOf.length; row++) {
    const code = codes[row] as number;
    classOf[row] = code < keys.length ? (byCode[code] as number) : missing;
  }
  return classOf;
}
