/** What a check found as the rows of a table: for the screen, for CSV, for paper and for the map. */
import { formatNumber } from '@yizhangtu/base/number-format';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { convert } from '@yizhangtu/base/units';
import type { Sheet } from '@yizhangtu/data/export';
import { tableFromColumns, type DatasetSchema, type ShapeGeometry, type Table } from '@yizhangtu/data/model';
import { entryIn } from '@yizhangtu/standards/scheme';
import { COMPLIANCE_VERDICT, type Verdict } from '../symbology/index.js';
import type { ComplianceResult } from './compliance-run.js';

/** One line of the report. */
export interface ReportLine {
  readonly layer: Text;
  readonly label: Text;
  readonly areaM2: number;
  readonly verdict: Verdict | undefined;
  /** `sum`: the check that parts make the whole; `sliver`: small parts, apart. */
  readonly kind: 'row' | 'sliver' | 'sum';
}

/** All lines of the report, layer by layer. */
export function reportLines({ layers }: ComplianceResult): readonly ReportLine[] {
  return layers.flatMap(({ rule, rows, slivers, sumM2 }): ReportLine[] => [
    ...rows.map(({ label, areaM2, verdict }): ReportLine => ({ layer: rule.label, label, areaM2, verdict, kind: 'row' })),
    ...(slivers.count > 0 ? [{ layer: rule.label, label: { zh: `碎斑（${slivers.count} 处，不参与结论）`, en: `Slivers (${slivers.count}, no verdict)` }, areaM2: slivers.areaM2, verdict: undefined, kind: 'sliver' as const }] : []),
    { layer: rule.label, label: { zh: '合计', en: 'Total' }, areaM2: sumM2, verdict: undefined, kind: 'sum' },
  ]);
}

/** An area in ㎡, to the hundredth. */
export const squareMetres = (areaM2: number): string => formatNumber(areaM2, { digits: 2 });

/** The same in 亩. */
export const inMu = (areaM2: number): string => formatNumber(convert(areaM2, 'square-meter', 'mu'), { digits: 4 });

/** A part of the red line in percent. */
export const shareOf = (areaM2: number, wholeM2: number): string => (wholeM2 > 0 ? `${formatNumber((100 * areaM2) / wholeM2, { digits: 2 })}%` : '—');

/** The word of a verdict; `—` for none. */
export function verdictWord(verdict: Verdict | undefined, locale: Locale): string {
  const entry = verdict && entryIn(COMPLIANCE_VERDICT, verdict);
  return entry ? inWords(entry.label, locale) : '—';
}

/** The report as a sheet: plain numbers, so that a spreadsheet can add them up. */
export function complianceSheet(result: ComplianceResult, name: string, locale: Locale): Sheet {
  const lines = reportLines(result);
  const say = (text: Text): string => inWords(text, locale);
  const heads: readonly Text[] = [{ zh: '图层', en: 'Layer' }, { zh: '类别', en: 'Class' }, { zh: '面积（㎡）', en: 'Area (m²)' }, { zh: '面积（亩）', en: 'Area (mu)' }, { zh: '占红线（%）', en: 'Share (%)' }, { zh: '结论', en: 'Verdict' }];
  const round = (value: number, digits: number): number => Number(value.toFixed(digits));
  return {
    name,
    columns: heads.map((head) => ({ label: say(head) })),
    rowCount: lines.length,
    cell: (row, column) => {
      const line = lines[row];
      if (!line) return null;
      const { areaM2 } = line;
      const cells = [say(line.layer), say(line.label), round(areaM2, 2), round(convert(areaM2, 'square-meter', 'mu'), 4), round((100 * areaM2) / result.wholeM2, 4), line.verdict ? verdictWord(line.verdict, locale) : ''];
      return cells[column] ?? null;
    },
  };
}

/** The shape of the pieces of a check, for layers and popups. */
export const COMPLIANCE_PIECES: DatasetSchema = {
  id: 'natural-resources/compliance@1',
  label: { zh: '占压地块', en: 'Pieces of the red line' },
  titleField: 'layer',
  fields: [
    { name: 'layer', label: { zh: '图层', en: 'Layer' } },
    { name: 'class', label: { zh: '类别', en: 'Class' } },
    { name: 'verdict', label: { zh: '结论', en: 'Verdict' }, kind: 'text', codes: { scheme: COMPLIANCE_VERDICT.scheme, version: COMPLIANCE_VERDICT.version } },
    { name: 'areaM2', label: { zh: '面积', en: 'Area' }, kind: 'number', unit: '㎡', digits: 2 },
  ],
};

/** The pieces that have a verdict as rows of a dataset, the lightest first so that the gravest is drawn on top. */
export function pieceTable({ layers }: ComplianceResult, locale: Locale): Table {
  const rows = layers.flatMap(({ rule, rows: own }) => own.filter(({ verdict }) => verdict).flatMap(({ label, parts, verdict }) => parts.map((part) => ({ rule, label, verdict, part }))));
  const rank: Readonly<Record<string, number>> = { notice: 0, restricted: 1, prohibited: 2 };
  rows.sort((a, b) => (rank[a.verdict ?? ''] ?? 0) - (rank[b.verdict ?? ''] ?? 0));
  return tableFromColumns({
    geometry: shapesOf(rows.map(({ part }) => part.rings)),
    columns: {
      layer: rows.map(({ rule }) => inWords(rule.label, locale)),
      class: rows.map(({ label }) => inWords(label, locale)),
      verdict: rows.map(({ verdict }) => verdict ?? null),
      areaM2: rows.map(({ part }) => part.areaM2),
    },
  });
}

/** One polygon with its holes a row. */
function shapesOf(rows: readonly (readonly (readonly (readonly number[])[])[])[]): ShapeGeometry {
  const [ringStart, vertexStart, coordinates]: [number[], number[], number[]] = [[0], [0], []];
  for (const rings of rows) {
    for (const ring of rings) {
      for (const [lon = Number.NaN, lat = Number.NaN] of ring) coordinates.push(lon, lat);
      vertexStart.push(coordinates.length / 2);
    }
    ringStart.push(vertexStart.length - 1);
  }
  return {
    kind: 'shape',
    types: new Uint8Array(rows.length).fill(3),
    partStart: Uint32Array.from({ length: rows.length + 1 }, (_, at) => at),
    ringStart: Uint32Array.from(ringStart),
    vertexStart: Uint32Array.from(vertexStart),
    coordinates: Float64Array.from(coordinates),
  };
}
