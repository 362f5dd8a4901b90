/** Symbology in words: `fixed:data-1`, `class:typeCode`, `breaks:areaM2:5:quantile:blues`, `breaks:areaM2:10,20,50`, `bivariate:income:rent`. */
import { YztError } from '@yizhangtu/base/errors';
import { isRampName, RAMPS, type RampName } from '@yizhangtu/standards/ramps';
import type { BreakMethod } from './types.js';

export type SymbologySpec =
  | { readonly kind: 'fixed'; readonly color: string }
  | { readonly kind: 'class'; readonly field: string }
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
  const [kind, subject = '', ...rest] = spec.trim().split(':').map((part) => part.trim());
  if (kind === 'fixed' && rest.length === 0) return { kind, color: parseColor(subject || 'data-1', spec) };
  if (kind === 'class' && subject !== '' && rest.length === 0) return { kind, field: subject };
  if (kind === 'breaks' && subject !== '') return parseBreaks(subject, rest, spec);
  if (kind === 'bivariate' && subject !== '' && rest[0]) return parseBivariate([subject, rest[0]], rest.slice(1), spec);
  throw bad(spec, {
    zh: '写法应为 fixed:data-1、class:字段、breaks:字段:5:quantile:blues 或 bivariate:字段:字段',
    en: 'write fixed:data-1, class:field, breaks:field:5:quantile:blues or bivariate:field:field',
  });
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
  throw bad(spec, {
    zh: `bivariate 需要两个不同的字段，每个 2 到 ${MAX_ON_AXIS} 级，色带和分界值各不超过两个`,
    en: `bivariate takes two different fields, 2 to ${MAX_ON_AXIS} classes each, and at most two ramps and two lists of limits`,
  });
}

/** A spec of breaks as a page writes it: what `parseSpec` reads. */
export function breaksWords({ field, count, method, edges, ramp }: BreaksSpec): string {
  return edges ? `breaks:${field}:${edges.join(',')}${edges.length === 1 ? ',' : ''}:${ramp}` : `breaks:${field}:${count}:${method}:${ramp}`;
}

function parseColor(word: string, spec: string): string {
  if (/^#[\da-f]{6}$/i.test(word)) return word.toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(word);
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`.toLowerCase();
  if (/^[a-z][a-z\d-]*$/.test(word)) return `token:${word}`;
  throw bad(spec, { zh: `「${word}」不是颜色，应为 #rrggbb 或 data-1 这样的名称`, en: `"${word}" is no colour; write #rrggbb or a name such as data-1` });
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
    throw bad(spec, { zh: `等级数 ${count} 应在 2 到 ${MAX_COUNT} 之间`, en: `${count} classes: use 2 to ${MAX_COUNT}` });
  }
  return { kind: 'breaks', field, count, method, ramp };
}

function unknownPart(part: string, spec: string): YztError {
  const ramps = RAMPS.map(({ name }) => name);
  return bad(spec, {
    zh: `不认识「${part}」，可用：等级数、${BREAK_METHODS.join('、')}、分界值 10,20,50 或色带 ${ramps.join('、')}（加 -reversed 即反向）`,
    en: `"${part}" is unknown; use a number of classes, ${BREAK_METHODS.join(', ')}, limits 10,20,50 or a ramp ${ramps.join(', ')} (with -reversed: the other way round)`,
  });
}

function parseEdges(part: string, spec: string): readonly number[] {
  const edges = part.split(',').map((edge) => edge.trim()).filter((edge) => edge !== '').map(Number);
  const rising = edges.every((edge, index) => Number.isFinite(edge) && (index === 0 || edge > (edges[index - 1] as number)));
  if (edges.length > 0 && edges.length < MAX_COUNT && rising) return edges;
  throw bad(spec, { zh: `分界值「${part}」应为由小到大的数字`, en: `limits "${part}" must be rising numbers` });
}

function bad(spec: string, why: { zh: string; en: string }): YztError {
  return new YztError('bad-attribute', { zh: `symbology="${spec}"：${why.zh}。`, en: `symbology="${spec}": ${why.en}.` });
}
