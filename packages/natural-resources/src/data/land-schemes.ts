/** The two code lists of land, and the fields that data keeps them in. */
import type { Dataset, DatasetLike, DatasetSchema, FieldSchema } from '@yizhangtu/data/model';
import { LAND_SURVEY_2019 } from '@yizhangtu/standards/land-survey-2019';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { schemeOf, type CodeScheme } from '@yizhangtu/standards/scheme';

/** Names of the code lists as attributes write them. */
export const LAND_SCHEMES = { 'land-use-2023': LAND_USE_2023, 'land-survey-2019': LAND_SURVEY_2019 } as const;
export type LandSchemeName = keyof typeof LAND_SCHEMES;

/** Names of fields by the data specifications of the two lists, in any case of letters. */
const USUAL: Readonly<Record<LandSchemeName, readonly string[]>> = {
  'land-use-2023': ['ydyhfldm', 'ghdlbm', 'jqdlbm'],
  'land-survey-2019': ['dlbm'],
};

/** True for the name of a code list of land. */
export function isLandScheme(name: string): name is LandSchemeName {
  return Object.prototype.hasOwnProperty.call(LAND_SCHEMES, name);
}

/** A field with classes of land, and what its codes mean. */
export interface LandField {
  readonly field: string;
  readonly scheme: CodeScheme;
}

function schemeOfField({ codes }: FieldSchema): CodeScheme | undefined {
  return Object.values(LAND_SCHEMES).find(({ scheme }) => scheme === codes?.scheme);
}

/** A code list of a department's own, or of another country, that the page has registered and the field names. */
function registeredScheme({ codes }: FieldSchema): CodeScheme | undefined {
  return codes && schemeOf(codes.scheme, codes.version);
}

function schemeByName(field: string): CodeScheme | undefined {
  const name = (Object.keys(USUAL) as LandSchemeName[]).find((one) => USUAL[one].includes(field.toLowerCase()));
  return name && LAND_SCHEMES[name];
}

/**
 * The field that holds the classes, and its code list. The two lists use the same numbers for different things, so a list is never guessed from the codes:
 * it is the one the page names, else the one of the field's schema – for a field that is named also any other that is registered –, else the one whose
 * specification has a field of this name (`YDYHFLDM`, `DLBM`).
 * @returns Undefined when there is no such field; `scheme` is that of 用地用海 where nothing tells.
 */
export function landFieldOf(dataset: DatasetLike, wish: { readonly field?: string | undefined; readonly scheme?: CodeScheme | undefined }): LandField | undefined {
  const field = wish.field || usualField(dataset, wish.scheme);
  if (!field || !dataset.column(field)) return undefined;
  const described = dataset.field(field);
  return { field, scheme: wish.scheme ?? schemeOfField(described) ?? registeredScheme(described) ?? schemeByName(field) ?? LAND_USE_2023 };
}

function usualField(dataset: DatasetLike, scheme: CodeScheme | undefined): string | undefined {
  const names = dataset.columns.map(({ name }) => name);
  const fits = (found: CodeScheme | undefined): boolean => found !== undefined && (scheme === undefined || found === scheme);
  return names.find((name) => fits(schemeOfField(dataset.field(name)))) ?? names.find((name) => fits(schemeByName(name)));
}

/** The schema of a dataset with words for the codes of a field, where it has none; undefined if nothing is missing. */
export function withLandCodes({ schema }: Pick<Dataset, 'schema'>, { field, scheme }: LandField): DatasetSchema | undefined {
  const described = schema?.fields.find(({ name }) => name === field);
  if (described?.codes || described?.values) return undefined;
  const codes = { scheme: scheme.scheme, version: scheme.version };
  const own: FieldSchema = { label: { zh: '地类', en: 'Class' }, ...described, name: field, kind: 'text', codes };
  return { ...(schema ?? { id: 'natural-resources/land@1' }), fields: [...(schema?.fields ?? []).filter(({ name }) => name !== field), own] };
}
