/** Symbology by numbers of rows that are elsewhere: the code that places rows in this page, with the answers of a server. Fetched by the first such symbology. */
import { YztError } from '@yizhangtu/base/errors';
import type { DatasetLike } from '../model/dataset-like.js';
import { drive } from '../steps/drive.js';
import { incompleteClass, pairedClasses, pairHead } from './bivariate.js';
import { isCounted, limitClasses, notNumbers, roundedLimits } from './break-symbology.js';
import { limitsAt, limitSteps } from './breaks.js';
import { missingClass } from './class-symbology.js';
import type { Counted } from './counted.js';
import { countedNumbers } from './counted-numbers.js';
import { answered, askAll, farCounted, farNumbers, MOST_VALUES } from './far-numbers.js';
import { naturalSteps } from './jenks.js';
import type { Numbers } from './number-facts.js';
import { headOf } from './plain-symbology.js';
import { parseSpec, type BreaksSpec } from './spec.js';
import type { SymbolClass, Symbology } from './types.js';

const NO_ROWS = new Uint8Array(0);

/** The symbology of a spec by numbers over all rows, filtered or not. @throws YztError `bad-attribute`, `unknown-field`, `not-answerable`. */
export async function farBreaks(spec: string, dataset: DatasetLike): Promise<Symbology> {
  const parsed = parseSpec(spec);
  if (parsed.kind === 'breaks') {
    const { classes, missing } = await scaleOf(dataset, parsed);
    return { spec, kind: 'breaks', ...headOf(dataset, parsed.field), classes: missing ? [...classes, missingClass(parsed.field)] : classes, classOf: NO_ROWS };
  }
  if (parsed.kind !== 'bivariate') throw new TypeError(`${spec} is not by numbers`);
  const { axes } = parsed;
  const [x, y] = await Promise.all([scaleOf(dataset, axes[0]), scaleOf(dataset, axes[1])]);
  const paired = pairedClasses(dataset, parsed, [x.classes, y.classes]);
  const classes = x.missing || y.missing ? [...paired.classes, incompleteClass(axes[0].field, axes[1].field)] : paired.classes;
  return { spec, ...pairHead(dataset, parsed), axes: paired.axes, classes, classOf: NO_ROWS };
}

interface Scale {
  /** Without the one of missing values. */
  readonly classes: readonly SymbolClass[];
  /** Whether rows lack the number. */
  readonly missing: boolean;
}

async function scaleOf(dataset: DatasetLike, spec: BreaksSpec): Promise<Scale> {
  const { field } = spec;
  const { total } = await askAll(dataset, { measures: [{ kind: 'count' }, { kind: 'count', field }] });
  const kind = dataset.column(field)?.kind;
  if (kind === 'boolean') throw notNumbers(field);
  const listed = once(() => farCounted(dataset, field));
  const numbers = kind === 'text' ? countedNumbers(complete(await listed(), dataset, field, 'text')) : farNumbers(dataset, field);
  const { count } = await numbers.above(-Infinity);
  if (count === 0) return { classes: [], missing: total.count > 0 };
  const whole = await allWhole(dataset, field, numbers, listed);
  const limits = spec.edges ?? roundedLimits(await foundLimits(dataset, spec, numbers, listed), whole);
  return { classes: limitClasses(dataset, spec, limits, whole), missing: count < total.count };
}

type Listed = () => ReturnType<typeof farCounted>;

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function foundLimits(dataset: DatasetLike, { field, method, count }: BreaksSpec, numbers: Numbers, listed: Listed): Promise<readonly number[]> {
  if (method !== 'jenks') return answered(limitSteps(numbers, count, method === 'manual' ? 'equal' : method));
  const counted = complete(await listed(), dataset, field, 'jenks');
  return limitsAt(counted, await drive(naturalSteps(counted, count)));
}

/** Whether a field holds counted things in whole numbers. Where the schema of the server does not say so, all values are looked at; of very many the ends and the smallest. */
async function allWhole(dataset: DatasetLike, field: string, numbers: Numbers, listed: Listed): Promise<boolean> {
  const column = dataset.column(field);
  if (!column || !isCounted(dataset.field(field), column)) return false;
  if (column.whole) return true;
  const { min, max } = await numbers.above(-Infinity);
  return Number.isInteger(min) && Number.isInteger(max) && (await listed()).values.every(Number.isInteger);
}

function complete<C extends Counted & { readonly complete: boolean }>(counted: C, dataset: DatasetLike, field: string, why: 'text' | 'jenks'): C {
  if (counted.complete) return counted;
  const [zh, en] = [dataset.label(field, 'zh-CN'), dataset.label(field, 'en')];
  throw new YztError(
    'not-answerable',
    why === 'text'
      ? { zh: `「${zh}」是文字，取值超过 ${MOST_VALUES} 种，不能由服务器分级。请把这一列存成数字。`, en: `"${en}" is text with more than ${MOST_VALUES} different values, so a server cannot cut it into classes. Keep it as a column of numbers.` }
      : {
          zh: `「${zh}」的取值超过 ${MOST_VALUES} 种，自然断点（jenks）要逐一列出，服务器上做不到。请改用 quantile、head-tail 或直接写出分界值。`,
          en: `"${en}" has more than ${MOST_VALUES} different values, too many to list for natural breaks (jenks). Use quantile, head-tail, or write the limits.`,
        },
  );
}
