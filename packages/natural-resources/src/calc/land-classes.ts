/** Classes of land at a level of their code list, as a column. */
import type { Column, DerivedColumn, RowSource } from '@yizhangtu/data/model';
import { NO_CODE } from '@yizhangtu/data/model';
import { entryIn, resolveIn, type CodeEntry, type CodeScheme } from '@yizhangtu/standards/scheme';

/** Levels of classes: 1 一级类, 2 二级类, 3 三级类. */
export type LandLevel = 1 | 2 | 3;

/** A code as its list writes it: files that keep codes as numbers have lost the first zero. */
export function landCode(value: string | number): string {
  const text = String(value).trim();
  return typeof value === 'number' && text.length % 2 === 1 ? `0${text}` : text;
}

/** The entry of a code with all above it, the top class first. Empty for a code of which the list knows not even a class above. */
export function landPath(scheme: CodeScheme, code: string): readonly CodeEntry[] {
  const path: CodeEntry[] = [];
  // Code lists are data: a class above itself must not hang the page.
  for (let entry = resolveIn(scheme, code)?.entry; entry && path.length < 8; entry = entry.parent === undefined ? undefined : entryIn(scheme, entry.parent)) path.unshift(entry);
  return path;
}

/** The class of a code at a level: the code itself where it stands above the level. Undefined for an unknown code. */
export function landClassOf(scheme: CodeScheme, code: string, level: LandLevel): CodeEntry | undefined {
  const path = landPath(scheme, code);
  return path[Math.min(level, path.length) - 1];
}

/** Codes of a column that the list does not know, each once, in the order of the data. */
export function unknownCodes(column: Column | undefined, scheme: CodeScheme): readonly string[] {
  return valuesOf(column).map(landCode).filter((code) => !resolveIn(scheme, code));
}

function valuesOf(column: Column | undefined): readonly (string | number)[] {
  if (column?.kind === 'text') return column.dictionary;
  return column?.kind === 'number' ? [...new Set(column.values)].filter((value) => !Number.isNaN(value)) : [];
}

/** The class of each row at a level, as a column `name`: missing where there is no code, or one that the list does not know. */
export function landClassColumn(name: string, { field, scheme }: { readonly field: string; readonly scheme: CodeScheme }, level: LandLevel): DerivedColumn {
  const codes = { scheme: scheme.scheme, version: scheme.version };
  return {
    field: { name, label: { zh: '地类', en: 'Class' }, kind: 'text', codes },
    uses: [field],
    kind: () => 'text',
    *steps(rows) {
      yield 0;
      const { dictionary, codes: found } = classed(rows, field, (code) => landClassOf(scheme, code, level)?.code);
      return { kind: 'text', name, dictionary, codes: found };
    },
  };
}

function classed(rows: RowSource, field: string, codeOf: (code: string) => string | undefined): { dictionary: readonly string[]; codes: Uint32Array } {
  const column = rows.column(field);
  const places = new Map<string, number>();
  const placeOf = (value: string | number): number => {
    const code = codeOf(landCode(value));
    if (code === undefined) return NO_CODE;
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  };
  const codes = new Uint32Array(rows.rowCount).fill(NO_CODE);
  if (column?.kind === 'text') {
    const known = column.dictionary.map(placeOf);
    for (let row = 0; row < rows.rowCount; row++) codes[row] = known[column.codes[row] as number] ?? NO_CODE;
  } else if (column?.kind === 'number') {
    for (let row = 0; row < rows.rowCount; row++) {
      const value = column.values[row] as number;
      if (!Number.isNaN(value)) codes[row] = placeOf(value);
    }
  }
  return { dictionary: [...places.keys()], codes };
}
