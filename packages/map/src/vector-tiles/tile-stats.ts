/** Values of fields that an archive or a TileJSON lists. Pure. */

/** Values of fields, as tippecanoe writes them into `tilestats`, where all of them are there. */
export function statsOf(json: unknown): Map<string, readonly (string | number | boolean)[]> {
  const found = new Map<string, readonly (string | number | boolean)[]>();
  const stats = listOf(isObject(json) && isObject(json['tilestats']) ? json['tilestats']['layers'] : undefined);
  for (const { attribute, values, count } of stats.flatMap(({ attributes }) => listOf(attributes))) {
    const there = Array.isArray(values) ? values.filter((value): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)) : [];
    if (there.length > 0 && there.length === (typeof count === 'number' ? count : there.length)) found.set(String(attribute as string), there);
  }
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
