/** Rules of a draw as an attribute writes them and a form shows them: `A=5; B=10; C=30:3; D=100` – percent, and at least so many. */
import { hint } from '@yizhangtu/base/hints';
import type { DrawPlan, DrawRecord, StratumRule } from '../calc/index.js';

/**
 * Shares by risk class that a county published for its own draws: up to 5 % of A, 5–20 % of B, 21–60 % of C, 61–100 % of D. An example, not a standard; who
 * draws decides. Source: domain notes on 双随机 rules of counties.
 */
export const EXAMPLE_RULES = 'A=5; B=10; C=30; D=100';

const WHOLE = 10_000;
const RULE = /^([^=:;]+?)\s*=\s*(\d{1,3}(?:\.\d{1,2})?)\s*%?(?:\s*:\s*(\d{1,7}))?$/;

/** Reads rules. What cannot be read is told in `faults`. */
export function drawRules(text: string): { readonly rules: StratumRule[]; readonly faults: string[] } {
  const rules: StratumRule[] = [];
  const faults: string[] = [];
  for (const part of text.split(/[;；]/)) {
    const one = part.trim();
    if (!one) continue;
    const [, stratum, percent, least = '0'] = RULE.exec(one) ?? [];
    const perTenThousand = partsOf(Number(percent));
    if (stratum === undefined || perTenThousand === undefined || rules.some((rule) => rule.stratum === stratum)) faults.push(one);
    else rules.push({ stratum, perTenThousand, least: Number(least) });
  }
  return { rules, faults };
}

/** Percent as parts of ten thousand; undefined for what is no percentage. */
export function partsOf(percent: number): number | undefined {
  const parts = Math.round(percent * 100);
  return parts >= 0 && parts <= WHOLE ? parts : undefined;
}

/** How many will be drawn of so many: as the draw counts, in whole numbers. */
export function expectedOf({ perTenThousand, least = 0 }: StratumRule, able: number): number {
  return Math.min(able, Math.max(least, Math.floor((able * perTenThousand + WHOLE - 1) / WHOLE)));
}

/** An instant with the zone of this machine, ISO 8601 to the second: `2026-07-01T09:30:00+08:00`. @param offsetMinutes East of Greenwich. */
export function zonedTime(instant: number, offsetMinutes = -new Date(instant).getTimezoneOffset()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.abs(offsetMinutes);
  return `${new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 19)}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A plan of these parts. */
export function planOf(id: string, title: string, strata: readonly StratumRule[], inspectorsEach: number): DrawPlan {
  return { id, title, strata, inspectorsEach };
}

/** A record from the text of a file; undefined for what is none. What it claims is not believed: `verify` looks. */
export function recordFrom(text: string): DrawRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return typeof value === 'object' && value !== null && 'algorithm' in value && 'result' in value ? (value as DrawRecord) : undefined;
}

/** Tells the author of a page which parts of `strata` cannot be read. */
export function sayBadRules(host: Element, faults: readonly string[]): void {
  hint(
    'bad-attribute',
    {
      zh: `<${host.localName}>：strata 中的「${faults.join('；')}」不是分类和比例，已略过。例：strata="A=5; C=30:3"，比例 0–100（%），冒号后是至少抽取的个数。`,
      en: `<${host.localName}>: "${faults.join('; ')}" in strata is no class with a share and was passed over. Example: strata="A=5; C=30:3", 0 to 100 percent, a minimum after the colon.`,
    },
    host,
  );
}
