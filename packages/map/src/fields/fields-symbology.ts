/** Symbology of several fields shown together in one place: `fields:young:adult:old`, with own colours `fields:young=#1f5fd0:old=data-3`. */
import { asYztError, YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import type { Engine } from '../data-layer/engine-door.js';

/** Nobody tells more pieces of one pie apart, and the theme has no more colours. */
const MOST_FIELDS = 8;

interface PartSpec {
  readonly field: string;
  readonly color: string;
}

function bad(spec: string, zh: string, en: string): YztError {
  return new YztError('bad-attribute', { zh: `symbology="${spec}"：${zh}。`, en: `symbology="${spec}": ${en}.` });
}

function partSpec(part: string, index: number, spec: string): PartSpec {
  const [field = '', word] = part.split('=').map((one) => one.trim());
  if (word === undefined) return { field, color: `token:data-${index + 1}` };
  if (/^#[\da-f]{6}$/i.test(word)) return { field, color: word.toLowerCase() };
  if (/^[a-z][a-z\d-]*$/.test(word)) return { field, color: `token:${word}` };
  throw bad(spec, `「${word}」不是颜色，应为 #rrggbb 或 data-1 这样的名称`, `"${word}" is no colour; write #rrggbb or a name such as data-1`);
}

/** Reads a spec. @throws YztError `bad-attribute` naming what is wrong. */
export function parseFields(spec: string): readonly PartSpec[] {
  const [kind, ...parts] = spec.split(':').map((part) => part.trim());
  const read = parts.map((part, index) => partSpec(part, index, spec));
  const names = new Set(read.map(({ field }) => field));
  if (kind === 'fields' && read.length > 0 && read.length <= MOST_FIELDS && names.size === read.length && !names.has('')) return read;
  throw bad(spec, `写法应为 fields:字段:字段，1 到 ${MOST_FIELDS} 个不同的数值字段`, `write fields:field:field, 1 to ${MOST_FIELDS} different number fields`);
}

/** The names of the fields in a spec; none where it cannot be read. */
export function fieldNames(spec: string): readonly string[] {
  try {
    return parseFields(spec).map(({ field }) => field);
  } catch {
    return [];
  }
}

function checkField(spec: string, dataset: Dataset, field: string): void {
  const column = dataset.column(field);
  if (column?.kind === 'number' || (!column && dataset.rowCount === 0 && dataset.columns.length === 0)) return;
  if (column) throw bad(spec, `字段「${field}」不是数值`, `the field "${field}" holds no numbers`);
  throw new YztError('unknown-field', {
    zh: `symbology="${spec}"：数据集没有字段「${field}」。请检查字段名（区分大小写）。`,
    en: `symbology="${spec}": the dataset has no field "${field}". Check its name; case matters.`,
  });
}

function nameOf(dataset: Dataset, field: string): Text {
  return { zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') };
}

function nothing(spec: string, label: Text): Symbology {
  return { spec, kind: 'fields', label, fields: [], classes: [], counts: [], shape: 'disc', classOf: new Uint8Array(0) };
}

/** @throws YztError `bad-attribute` for a spec that cannot be read, `unknown-field` for a field the loaded dataset does not have. */
export function fieldsSymbology(spec: string, dataset: Dataset): Symbology {
  const parts = parseFields(spec);
  const fields = parts.map(({ field }) => field);
  for (const field of fields) checkField(spec, dataset, field);
  const classes: SymbolClass[] = parts.map(({ field, color }) => ({ key: undefined, label: nameOf(dataset, field), color }));
  const label = { zh: classes.map((one) => one.label.zh).join('、'), en: classes.map((one) => one.label.en).join(', ') };
  const { unit } = dataset.field(fields[0] as string);
  // A row has a part of each class, so it is counted in none.
  return { ...nothing(spec, label), ...(unit && { unit }), fields, classes, classOf: new Uint8Array(dataset.rowCount) };
}

/** The drawing code with this symbology in the place of the others. One that cannot be used draws nothing. */
export function withFields(engine: Engine): Engine {
  return {
    ...engine,
    symbologyCode: () => undefined,
    takeIn: (intake) => engine.takeIn({ ...intake, spec: '' }),
    usableSymbology(spec, dataset, tag) {
      try {
        return { model: fieldsSymbology(spec, dataset) };
      } catch (reason) {
        const { code, text, cause } = asYztError(reason, 'bad-attribute', { zh: `symbology="${spec}" 无法使用。`, en: `symbology="${spec}" cannot be used.` });
        const error = new YztError(code, { zh: `<${tag}> 的 ${text.zh}`, en: `<${tag}>: ${text.en}` }, { cause });
        return { model: nothing(spec, { zh: '', en: '' }), error };
      }
    },
  };
}

/** The numbers of the fields of a symbology; undefined while one of them is not there. */
export function fieldNumbers(dataset: Dataset, fields: readonly string[]): readonly ArrayLike<number>[] | undefined {
  const columns = fields.map((field) => dataset.column(field));
  const numbers = columns.map((column) => (column?.kind === 'number' ? column.values : undefined)).filter((values) => values !== undefined);
  return numbers.length > 0 && numbers.length === fields.length ? numbers : undefined;
}
