import { entryIn, resolveIn, type CodeEntry, type CodeScheme } from '@yizhangtu/standards/scheme';

const families = new WeakMap<CodeScheme, ReadonlyMap<string, readonly string[]>>();

/** The entries on the way to a code, the top class first. Empty for a code of which the scheme knows not even a class above. */
export function entriesAbove(scheme: CodeScheme, code: string): readonly CodeEntry[] {
  const found = resolveIn(scheme, code)?.entry;
  const entries: CodeEntry[] = [];
  // Schemes are data: a parent that points at itself must not hang the page.
  for (let entry = found; entry && entries.length < 16; entry = entry.parent === undefined ? undefined : entryIn(scheme, entry.parent)) {
    entries.unshift(entry);
  }
  return entries;
}

/** A code and all codes below it, itself first. */
export function codesWithin(scheme: CodeScheme, code: string): readonly string[] {
  let family = families.get(scheme);
  if (!family) {
    family = familiesOf(scheme);
    families.set(scheme, family);
  }
  return family.get(code) ?? [code];
}

function familiesOf(scheme: CodeScheme): ReadonlyMap<string, readonly string[]> {
  const family = new Map<string, string[]>(scheme.entries.map(({ code }) => [code, [code]]));
  for (const { code } of scheme.entries) {
    for (const { code: above } of entriesAbove(scheme, code)) if (above !== code) family.get(above)?.push(code);
  }
  return family;
}
