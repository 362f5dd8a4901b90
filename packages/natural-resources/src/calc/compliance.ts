/** Verdicts of a red line against control layers: areas by layer and class, slivers apart, everything adding up to the whole. */
import type { Text } from '@yizhangtu/base/locale';
import type { Overlay, OverlayPart } from '@yizhangtu/analysis/overlay';
import { worst, type Verdict } from '../symbology/verdict.js';
import type { ComplianceRule } from './compliance-rules.js';

/** One line of the table. */
export interface ComplianceRow {
  /** Undefined for the layer as a whole, and for what lies outside of it. */
  readonly key: string | undefined;
  readonly label: Text;
  readonly areaM2: number;
  readonly parts: readonly OverlayPart[];
  /** Undefined where the rule has nothing against it. */
  readonly verdict: Verdict | undefined;
}

/** What one rule found. */
export interface ComplianceLayer {
  readonly rule: ComplianceRule;
  readonly rows: readonly ComplianceRow[];
  /** Parts too small to be meant; they count in the sum, never for a verdict. */
  readonly slivers: { readonly count: number; readonly areaM2: number };
  /** Rows, slivers and nothing else: equal to the red line within 0.01 ㎡. */
  readonly sumM2: number;
  /** The gravest of the rows. */
  readonly verdict: Verdict | undefined;
  /** Rows of the layer that could not be counted: a person must look. */
  readonly failed: number;
}

/** The class of a row of a layer. */
export interface RowClass {
  readonly key: string;
  readonly label: Text;
}

const IN: Text = { zh: '范围内', en: 'Within' };
const OUT: Text = { zh: '范围外', en: 'Outside' };

interface Draft {
  readonly label: Text;
  readonly key: string | undefined;
  readonly concerned: boolean;
  readonly parts: OverlayPart[];
}

const sizeOf = (parts: readonly OverlayPart[]): number => parts.reduce((sum, { areaM2 }) => sum + areaM2, 0);

/**
 * The findings of one rule.
 * @param classOf The class of a row; undefined for layers without classes. @param sliverM2 Parts smaller than this, in ㎡, are slivers.
 */
export function judged(rule: ComplianceRule, overlay: Overlay, { classOf, sliverM2 }: { readonly classOf?: (row: number) => RowClass; readonly sliverM2: number }): ComplianceLayer {
  const drafts = new Map<string, Draft>();
  const inside = rule.op === 'inside';
  const slivers = { count: 0, areaM2: 0 };
  const add = (id: string, make: () => Omit<Draft, 'parts'>, parts: readonly OverlayPart[]): void => {
    for (const part of parts) {
      if (part.areaM2 < sliverM2) {
        slivers.count += 1;
        slivers.areaM2 += part.areaM2;
        continue;
      }
      const draft = drafts.get(id) ?? { ...make(), parts: [] };
      drafts.set(id, draft);
      draft.parts.push(part);
    }
  };
  for (const { row, parts } of overlay.pieces) {
    const own = classOf?.(row);
    const concerned = inside && (rule.only === undefined || (own !== undefined && rule.only.some((begin) => own.key.startsWith(begin))));
    add(own ? `in ${own.key}` : 'in', () => ({ key: own?.key, label: own?.label ?? IN, concerned }), parts);
  }
  add('out', () => ({ key: undefined, label: OUT, concerned: !inside }), overlay.outside);
  const rows = [...drafts.values()].map(({ key, label, concerned, parts }): ComplianceRow => ({ key, label, parts, areaM2: sizeOf(parts), verdict: concerned ? rule.verdict : undefined }));
  rows.sort((a, b) => Number(b.verdict !== undefined) - Number(a.verdict !== undefined) || b.areaM2 - a.areaM2);
  return {
    rule,
    rows,
    slivers,
    sumM2: rows.reduce((sum, { areaM2 }) => sum + areaM2, slivers.areaM2),
    verdict: worst(rows.map(({ verdict }) => verdict)),
    failed: overlay.faults.filter(({ kind, row }) => kind === 'failed' && row !== undefined).length,
  };
}
