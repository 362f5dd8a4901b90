/** Features that a service found, in the reader's words: aliases, units, code names and masks of the schema. */
import type { Locale } from '@yizhangtu/base/locale';
import { Dataset, listedFields, type DatasetSchema, type FieldSchema } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import type { Identified } from '../layer/identified.js';

type Value = string | number | boolean | null;

/** One feature: values by the service's own names. */
export interface InfoFeature {
  readonly values: ReadonlyMap<string, Value>;
}

/** How features are told. */
export interface InfoWords {
  readonly schema?: DatasetSchema | undefined;
  /** Names for people by name of a field; over those of the schema. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Fields to tell, in order; all without. */
  readonly fields: readonly string[];
  readonly locale: Locale;
}

/** Names a title often has, where no schema says it. */
const TITLE = /^(?:name|title|label|名称|名字|标题)$|(?:name|名称)$/i;
/** Values that say the same of every feature. */
const NO_FACT = /^(?:gml_id|fid|objectid|shape|geom|the_geom|boundedBy|msGeometry)$/i;

/** `DLMC=地类名称 TBMJ=图斑面积`: names for people. Commas part as well as spaces. */
export function aliasesFrom(words: string): Map<string, string> {
  const pairs = words.split(/[\s,，;；]+/).filter(Boolean).map((pair) => [pair.replace(/=.*$/s, ''), pair.slice(pair.indexOf('=') + 1)] as const);
  return new Map(pairs.filter(([name, alias]) => name !== '' && alias !== '' && alias !== name));
}

/** Names parted by spaces or commas. */
export function namesFrom(words: string | undefined): string[] {
  return (words ?? '').split(/[\s,，、]+/).filter(Boolean);
}

function schemaOf({ schema, aliases }: InfoWords): DatasetSchema | undefined {
  if (aliases.size === 0) return schema;
  const known = new Map((schema?.fields ?? []).map((field) => [field.name, field]));
  const named = [...aliases].map(([name, alias]): FieldSchema => ({ ...known.get(name), name, label: { zh: alias, en: alias } }));
  const rest = (schema?.fields ?? []).filter(({ name }) => !aliases.has(name));
  return { ...schema, id: schema?.id ?? 'service/info@1', fields: [...rest, ...named] };
}

/** A column of one kind: values of several kinds are texts. */
function columnOf(values: readonly Value[]): (string | null)[] | (number | null)[] | (boolean | null)[] {
  const there = values.filter((value) => value !== null);
  if (there.every((value) => typeof value === 'number')) return values as (number | null)[];
  if (there.every((value) => typeof value === 'boolean')) return values as (boolean | null)[];
  return values.map((value) => (value === null ? null : String(value)));
}

/** Features of one layer. Missing values are left out, unless they were asked for by name. */
export function identifiedOf(features: readonly InfoFeature[], words: InfoWords): Identified[] {
  const names = [...new Set(features.flatMap(({ values }) => [...values.keys()]))];
  if (names.length === 0) return features.map(() => ({ rows: [] }));
  const columns = Object.fromEntries(names.map((name) => [name, columnOf(features.map(({ values }) => values.get(name) ?? null))]));
  const schema = schemaOf(words);
  const dataset = Dataset.fromColumns({ columns }, schema ? { schema } : {});
  const listed = words.schema ? listedFields(dataset) : names.filter((name) => !NO_FACT.test(name));
  const told = (words.fields.length > 0 ? words.fields : listed).filter((name) => {
    const field = dataset.field(name);
    return dataset.column(name) !== undefined && !field.internal && field.mask !== 'hidden';
  });
  const title = schema?.titleField ?? names.find((name) => TITLE.test(name));
  return features.map((_, row) => {
    const missing = (name: string): boolean => [null, ''].includes(dataset.value(row, name) as string | null);
    const shown = told.filter((name) => name !== title && (words.fields.length > 0 || !missing(name)));
    return {
      ...(title !== undefined && dataset.column(title) && !missing(title) && { title: rowText(dataset, row, title, words.locale) }),
      rows: shown.map((name) => ({ label: dataset.label(name, words.locale), value: rowText(dataset, row, name, words.locale) })),
    };
  });
}
