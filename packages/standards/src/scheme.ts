/**
 * Code lists as data: what a scheme is, how a code is looked up in it, and where departments add their own.
 * A code means nothing without its scheme (0702 is one thing in 国空 and another in 三调), so every look-up names `{scheme, version, code}`.
 */

/** One message in both languages of the library. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** How sure a value is: as published in the standard · as commonly used without a published value · not yet checked against the standard. */
export type Evidence = 'official' | 'conventional' | 'to-be-checked';

/** One code of a scheme. What it leaves out (source, evidence) is the scheme's. */
export interface CodeEntry {
  readonly code: string;
  readonly label: Text;
  /** Form for narrow places: chips, axis ticks. */
  readonly short?: Text;
  /** Code of the class above. */
  readonly parent?: string;
  /** Colour as `#rrggbb`. */
  readonly color?: string;
  readonly colorEvidence?: Evidence;
  /** Border that the class needs to be visible, as `#rrggbb`. */
  readonly outline?: string;
  /** Fill pattern that the class needs to be visible. */
  readonly pattern?: 'hatch';
  /** Name of a sign for a map symbol, from `@yizhangtu/base/glyph-set`. Classes below that have none of their own show it too. */
  readonly glyph?: string;
  /** Lowest value of the class, in the unit of the scheme. */
  readonly min?: number;
  /** Highest value as the standard prints it; absent means no upper limit. */
  readonly max?: number;
  /** Evidence of this entry when it differs from the scheme's. */
  readonly evidence?: Evidence;
  /** Source of this entry when it differs from the scheme's. */
  readonly source?: string;
}

/** Another set of colours for the same codes. */
export interface Palette {
  readonly name: string;
  readonly label: Text;
  readonly source: string;
  readonly evidence: Evidence;
  readonly colors: Readonly<Record<string, string>>;
}

/** A code list with its source. */
export interface CodeScheme {
  readonly scheme: string;
  readonly version: string;
  readonly label: Text;
  /** Standard number or document the list comes from. */
  readonly source: string;
  readonly evidence: Evidence;
  /** First day the scheme holds, as `yyyy-mm-dd`. */
  readonly effectiveFrom?: string;
  /** Unit of `min` and `max`. */
  readonly unit?: string;
  /** Code lengths from the top level down. An unknown code falls back to its beginning of the next shorter length. */
  readonly levels?: readonly number[];
  readonly entries: readonly CodeEntry[];
  readonly palettes?: readonly Palette[];
}

/** Which code is asked for. Without `version` the newest registered version answers. */
export interface CodeRef {
  readonly scheme: string;
  readonly version?: string | undefined;
  readonly code: string | number;
}

/** What a code means, and how the answer was found. */
export interface Resolution {
  readonly scheme: string;
  readonly version: string;
  /** The code that was asked for. */
  readonly code: string;
  readonly entry: CodeEntry;
  /** `exact`: the scheme has the code. `parent`: it has only a class above. */
  readonly how: 'exact' | 'parent';
  readonly label: Text;
  readonly color?: string;
  /** Code whose colour it is: the entry's own, or that of a class above. */
  readonly colorFrom?: string;
  readonly colorEvidence?: Evidence;
  /** Sign of the entry, or of the nearest class above that has one. */
  readonly glyph?: string;
  readonly source: string;
  readonly evidence: Evidence;
}

const indexes = new WeakMap<CodeScheme, ReadonlyMap<string, CodeEntry>>();
const registry = new Map<string, readonly CodeScheme[]>();

/** The entry of exactly this code, in a scheme at hand. */
export function entryIn(scheme: CodeScheme, code: string): CodeEntry | undefined {
  let index = indexes.get(scheme);
  if (!index) {
    index = new Map(scheme.entries.map((entry) => [entry.code, entry]));
    indexes.set(scheme, index);
  }
  return index.get(code);
}

/** The meaning of a code in a scheme at hand: exact code, else the nearest class above, else undefined. */
export function resolveIn(scheme: CodeScheme, code: string | number): Resolution | undefined {
  const asked = String(code);
  const entry = entryIn(scheme, asked) ?? ancestorByLength(scheme, asked);
  if (!entry) return undefined;
  const painted = nearest(scheme, entry, 'color');
  const glyph = nearest(scheme, entry, 'glyph')?.glyph;
  return {
    scheme: scheme.scheme,
    version: scheme.version,
    code: asked,
    entry,
    how: entry.code === asked ? 'exact' : 'parent',
    label: entry.label,
    source: entry.source ?? scheme.source,
    evidence: entry.evidence ?? scheme.evidence,
    ...(painted?.color && {
      color: painted.color,
      colorFrom: painted.code,
      colorEvidence: painted.colorEvidence ?? painted.evidence ?? scheme.evidence,
    }),
    ...(glyph && { glyph }),
  };
}

/** The class a measured value falls into: the entry with the highest `min` that is not above the value. Undefined below the first class and for NaN. */
export function classOfValue(scheme: CodeScheme, value: number): CodeEntry | undefined {
  let found: CodeEntry | undefined;
  for (const entry of scheme.entries) {
    if (entry.min === undefined || !(entry.min <= value)) continue;
    if (found?.min === undefined || entry.min > found.min) found = entry;
  }
  return found;
}

/** The same scheme painted with one of its other palettes; undefined when it has no palette of that name. Codes without a colour there lose theirs. */
export function withPalette(scheme: CodeScheme, name: string): CodeScheme | undefined {
  const palette = scheme.palettes?.find((candidate) => candidate.name === name);
  if (!palette) return undefined;
  const entries = scheme.entries.map((entry): CodeEntry => {
    const { color: _color, colorEvidence: _evidence, ...rest } = entry;
    const color = palette.colors[entry.code];
    return color ? { ...rest, color, colorEvidence: palette.evidence } : rest;
  });
  return { ...scheme, entries };
}

/** A scheme with entries added or replaced, for what a department has beyond the standard (功能区, own classes). Say the source in each new entry. */
export function extendScheme(scheme: CodeScheme, entries: readonly CodeEntry[], version = scheme.version): CodeScheme {
  const merged = new Map(scheme.entries.map((entry) => [entry.code, entry]));
  for (const entry of entries) merged.set(entry.code, entry);
  return { ...scheme, version, entries: [...merged.values()] };
}

/** What is wrong with a scheme: codes given twice, classes above that do not exist, colours that are not `#rrggbb`. Empty when all is well. */
export function schemeProblems(scheme: CodeScheme): readonly Text[] {
  const codes = new Set<string>();
  const problems: Text[] = [];
  for (const { code } of scheme.entries) {
    if (codes.has(code)) problems.push({ zh: `代码 ${code} 重复`, en: `code ${code} is given twice` });
    codes.add(code);
  }
  for (const { code, parent, color } of scheme.entries) {
    if (parent !== undefined && (!codes.has(parent) || parent === code))
      problems.push({ zh: `代码 ${code} 的上级 ${parent} 不存在`, en: `class ${parent} above code ${code} does not exist` });
    if (color !== undefined && !/^#[\da-f]{6}$/.test(color))
      problems.push({ zh: `代码 ${code} 的颜色 ${color} 不是 #rrggbb`, en: `colour ${color} of code ${code} is not #rrggbb` });
  }
  return problems;
}

/**
 * Makes a scheme known by name. The same scheme and version again replaces the earlier one.
 * @throws RangeError when the scheme has a fault; the message names it and what to mend.
 */
export function registerScheme(scheme: CodeScheme): void {
  const [problem] = schemeProblems(scheme);
  if (problem) {
    const name = `${scheme.scheme}@${scheme.version}`;
    throw new RangeError(`${name}: ${problem.zh}，请修改后再注册。${problem.en}; mend it and register again.`);
  }
  const others = (registry.get(scheme.scheme) ?? []).filter((known) => known.version !== scheme.version);
  registry.set(scheme.scheme, [...others, scheme]);
}

/** The registered scheme of a name. Without `version`: the one in force last, and among equals the one registered last. */
export function schemeOf(scheme: string, version?: string): CodeScheme | undefined {
  const known = registry.get(scheme) ?? [];
  if (version !== undefined) return known.find((candidate) => candidate.version === version);
  let newest: CodeScheme | undefined;
  for (const candidate of known) {
    if (!newest || (candidate.effectiveFrom ?? '') >= (newest.effectiveFrom ?? '')) newest = candidate;
  }
  return newest;
}

/** Every registered scheme, in order of name and registration. */
export function registeredSchemes(): readonly CodeScheme[] {
  return [...registry.keys()].sort().flatMap((name) => registry.get(name) ?? []);
}

/** The meaning of a code: exact, else by the class above, else undefined. Undefined as well for a scheme or version nobody registered. */
export function resolve(ref: CodeRef): Resolution | undefined {
  const scheme = schemeOf(ref.scheme, ref.version);
  return scheme && resolveIn(scheme, ref.code);
}

/** The words of a code; undefined when neither the code nor a class above is known. */
export function labelOf(ref: CodeRef): Text | undefined {
  return resolve(ref)?.label;
}

/** The colour of a code as `#rrggbb`: its own, else that of the nearest class above that has one. */
export function colorOf(ref: CodeRef): string | undefined {
  return resolve(ref)?.color;
}

/** The classes directly below a code, in the order of the scheme; without `code` the top level. */
export function childrenOf(ref: {
  readonly scheme: string;
  readonly version?: string | undefined;
  readonly code?: string | number;
}): readonly CodeEntry[] {
  const scheme = schemeOf(ref.scheme, ref.version);
  const parent = ref.code === undefined ? undefined : String(ref.code);
  return scheme?.entries.filter((entry) => entry.parent === parent) ?? [];
}

function ancestorByLength(scheme: CodeScheme, code: string): CodeEntry | undefined {
  const lengths = (scheme.levels ?? []).filter((length) => length < code.length).sort((a, b) => b - a);
  for (const length of lengths) {
    const entry = entryIn(scheme, code.slice(0, length));
    if (entry) return entry;
  }
  return undefined;
}

/** The entry itself or the nearest class above that says something. */
function nearest(scheme: CodeScheme, start: CodeEntry, what: 'color' | 'glyph'): CodeEntry | undefined {
  let entry: CodeEntry | undefined = start;
  for (let depth = 0; entry && depth < 16; depth++) {
    if (entry[what]) return entry;
    entry = entry.parent === undefined ? undefined : entryIn(scheme, entry.parent);
  }
  return undefined;
}
