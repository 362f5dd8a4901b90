/** Areas by class of land, at one time or two, as the rows of a table. */
import type { Answer } from '@yizhangtu/data/model';
import type { Text } from '@yizhangtu/base/locale';
import { resolveIn, type CodeScheme } from '@yizhangtu/standards/scheme';
import { landCode, landPath } from './land-classes.js';

/** One class in a table of areas. Areas are in the unit of what was added up. */
export interface LandRow {
  /** Undefined for codes that the list does not know, and for none. */
  readonly code: string | undefined;
  readonly label: Text;
  readonly color: string | undefined;
  /** Values of the field that are in the class: for a filter. */
  readonly values: readonly (string | number | null)[];
  readonly count: number;
  readonly area: number;
  /** Area at the earlier time; undefined without one. */
  readonly before: number | undefined;
  /** Second-level classes, in the order of the list; empty below the top. */
  readonly parts: readonly LandRow[];
}

/** All classes with their sum. */
export interface LandBalance {
  readonly rows: readonly LandRow[];
  readonly count: number;
  readonly area: number;
  readonly before: number | undefined;
}

const UNKNOWN: Text = { zh: '未知地类', en: 'Unknown class' };

interface Draft {
  readonly code: string | undefined;
  readonly values: Set<string | number | null>;
  readonly parts: Map<string, Draft>;
  count: number;
  area: number;
  before: number;
}

const draft = (code: string | undefined): Draft => ({ code, values: new Set(), parts: new Map(), count: 0, area: 0, before: 0 });

/** The drafts that a value counts for: its top class and its second-level class. */
function draftsOf(tops: Map<string, Draft>, scheme: CodeScheme, key: string | number | null): readonly Draft[] {
  const [top, second] = key === null ? [] : landPath(scheme, landCode(key));
  const own = taken(tops, top?.code);
  return second ? [own, taken(own.parts, second.code)] : [own];
}

function taken(drafts: Map<string, Draft>, code: string | undefined): Draft {
  const key = code ?? '';
  const known = drafts.get(key) ?? draft(code);
  drafts.set(key, known);
  return known;
}

function finished(drafts: Map<string, Draft>, scheme: CodeScheme, compared: boolean): readonly LandRow[] {
  const order = new Map(scheme.entries.map(({ code }, at) => [code, at]));
  const place = ({ code }: Draft): number => (code === undefined ? Infinity : (order.get(code) ?? Infinity));
  return [...drafts.values()]
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
    .map((one) => {
      const found = one.code === undefined ? undefined : resolveIn(scheme, one.code);
      const { code, count, area } = one;
      return { code, label: found?.label ?? UNKNOWN, color: found?.color, values: [...one.values], count, area, before: compared ? one.before : undefined, parts: finished(one.parts, scheme, compared) };
    });
}

/**
 * The table of an answer grouped by the class, with the area as its first measure: top classes with their second-level classes, in the order of the list.
 * @param earlier The same of the earlier time.
 */
export function landBalance(answer: Answer, scheme: CodeScheme, earlier?: Answer): LandBalance {
  const tops = new Map<string, Draft>();
  for (const { key, count, values } of answer.groups) {
    const own = typeof key === 'boolean' ? String(key) : key;
    for (const one of draftsOf(tops, scheme, own)) {
      one.count += count;
      one.area += values[0] ?? 0;
      one.values.add(own);
    }
  }
  for (const { key, values } of earlier?.groups ?? []) {
    for (const one of draftsOf(tops, scheme, typeof key === 'boolean' ? String(key) : key)) one.before += values[0] ?? 0;
  }
  return {
    rows: finished(tops, scheme, earlier !== undefined),
    count: answer.total.count,
    area: answer.total.values[0] ?? 0,
    before: earlier?.total.values[0],
  };
}
