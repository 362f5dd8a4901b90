/** Symbology in words: `fixed:data-1`, `class:typeCode`, `breaks:areaM2:5:quantile:blues`, `breaks:areaM2:10,20,50`, `bivariate:income:rent`. */
import type { YztError } from '@yizhangtu/base/errors';
import { isRampName, RAMPS, type RampName } from '@yizhangtu/standards/ramps';
import { badSpec, parsePlain, specParts, type PlainSpec } from './plain-spec.js';
import type { BreakMethod } from './types.js';

export type SymbologySpec =
  | PlainSpec
  | { readonly kind: 'breaks'; readonly field: string; readonly count: number; readonly method: BreakMethod; readonly edges?: readonly number[]; readonly ramp: RampName }
  | BivariateSpec;

/** Two numbers at once: every class of the one with every class of the other. */
export interface BivariateSpec {
  readonly kind: 'bivariate';
  readonly axes: readonly [BreaksSpec, BreaksSpec];
}

/** Ways to find limits that a page may name. */
export const BREAK_METHODS: readonly Exclude<BreakMethod, 'manual'>[] = ['equal', 'quantile', 'pretty', 'jenks', 'stdev', 'head-tail', 'geometric'];
/** A number cut into classes. */
export type BreaksSpec = Extract<SymbologySpec, { kind: 'breaks' }>;

const isMethod = (part: string): part is Exclude<BreakMethod, 'manual'> => (BREAK_METHODS as readonly string[]).includes(part);

const DEFAULT_COUNT = 5;
/** Most classes a page may ask for. */
export const MAX_COUNT = 12;
/** Nobody tells more than sixteen colours of two scales apart. */
const MAX_ON_AXIS = 4;
/** Blue and orange stay apart with every kind of colour vision. */
const AXIS_RAMPS: readonly RampName[] = ['blues', 'oranges'];

/** Reads a spec. Parts after the field may come in any order. @throws YztError `bad-attribute` naming what is wrong. */
export function parseSpec(spec: string): SymbologySpec {
  const [kind, subject = '', ...rest] = specParts(spec);
  if (kind === 'breaks' && subject !== '') return parseBreaks(subject, rest, spec);
  if (kind === 'bivariate' && subject !== '' && rest[0]) return parseBivariate([subject, rest[0]], rest.slice(1), spec);
  return parsePlain(spec);
}

/** A first ramp or list of limits is the first field's, a second one the other's; count and method are for both. */
function parseBivariate(fields: readonly [string, string], parts: readonly string[], spec: string): BivariateSpec {
  const ramps = parts.filter(isRampName);
  const edges = parts.filter((part) => part.includes(','));
  const both = parts.filter((part) => !isRampName(part) && !part.includes(','));
  const axis = (at: 0 | 1): BreaksSpec => {
    const own = [ramps[at] ?? AXIS_RAMPS[at], edges[at]].filter((part): part is string => part !== undefined);
    return parseBreaks(fields[at], ['3', ...both, ...own], spec);
  };
  const axes = [axis(0), axis(1)] as const;
  if (fields[0] !== fields[1] && axes.every(({ count }) => count <= MAX_ON_AXIS) && ramps.length <= 2 && edges.length <= 2) return { kind: 'bivariate', axes };
  throw badSpec(spec, {
    zh: `bivariate 需要两个不同的字段，每个 2 到 ${MAX_ON_AXIS} 级，色带和分界值各不超过两个`,
    en: `bivariate takes two different fields, 2 to ${MAX_ON_AXIS} classes each, and at most two ramps and two lists of limits`,
  });
}

/** A spec of breaks as a page writes it: what `parseSpec` reads. */
export function breaksWords({ field, count, method, edges, ramp }: BreaksSpec): string {
  return edges ? `breaks:${field}:${edges.join(',')}${edges.length === 1 ? ',' : ''}:${ramp}` : `breaks:${field}:${count}:${method}:${ramp}`;
}

function parseBreaks(field: string, parts: readonly string[], spec: string): BreaksSpec {
  let count = DEFAULT_COUNT;
  let method: BreakMethod = 'quantile';
  let edges: readonly number[] | undefined;
  let ramp: RampName = 'blues';
  for (const part of parts) {
    if (/^\d+$/.test(part)) count = Number(part);
    else if (isMethod(part)) method = part;
    else if (isRampName(part)) ramp = part;
    else if (part.includes(',')) edges = parseEdges(part, spec);
    else if (part !== '' && part !== 'manual') throw unknownPart(part, spec);
  }
  if (edges) return { kind: 'breaks', field, count: edges.length + 1, method: 'manual', edges, ramp };
  if (count < 2 || count > MAX_COUNT) {
    throw badSpec(spec, { zh: `等级数 ${count} 应在 2 到 ${MAX_COUNT} 之间`, en: `${count} classes: use 2 to ${MAX_COUNT}` });
  }
  return { kind: 'breaks', field, count, method, ramp };
}

function unknownPart(part: string, spec: string): YztError {
  const ramps = RAMPS.map(({ name }) => name);
  return badSpec(spec, {
    zh: `不认识「${part}」，可用：等级数、${BREAK_METHODS.join('、')}、分界值 10,20,50 或色带 ${ramps.join('、')}（加 -reversed 即反向）`,
    en: `"${part}" is unknown; use a number of classes, ${BREAK_METHODS.join(', ')}, limits 10,20,50 or a ramp ${ramps.join(', ')} (with -reversed: the other way round)`,
  });
}

function parseEdges(part: string, spec: string): readonly number[] {
  const edges = part.split(',').map((edge) => edge.trim()).filter((edge) => edge !== '').map(Number);
  const rising = edges.every((edge, index) => Number.isFinite(edge) && (index === 0 || edge > (edges[index - 1] as number)));
  if (edges.length > 0 && edges.length < MAX_COUNT && rising) return edges;
  throw badSpec(spec, { zh: `分界值「${part}」应为由小到大的数字`, en: `limits "${part}" must be rising numbers` });
}
