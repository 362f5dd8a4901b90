import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '@yizhangtu/base/locale';
import type { Provenance } from '@yizhangtu/data/model';

type Say = (text: Text) => string;

/** The 示例数据 badge, where any of the datasets is seeded; nothing otherwise. */
export function exampleBadge(
  datasets: readonly ({ readonly provenance: Provenance } | undefined)[],
  say: Say,
): TemplateResult | typeof nothing {
  if (!datasets.some((dataset) => dataset?.provenance.example)) return nothing;
  return html`<span class="badge example">${say({ zh: '示例数据', en: 'Example data' })}</span>`;
}

/** What data says of where it comes from: «来源：青岛市体育局», «许可：CC BY 4.0», «2026-03-01». Empty where nothing is known. */
export function sourceParts(provenance: Provenance, say: Say): string[] {
  const parts: string[] = [];
  if (provenance.source) parts.push(say({ zh: `来源：${provenance.source}`, en: `Source: ${provenance.source}` }));
  if (provenance.licence) parts.push(say({ zh: `许可：${provenance.licence}`, en: `Licence: ${provenance.licence}` }));
  if (provenance.updated) parts.push(day(provenance.updated));
  return parts;
}

/** The day of an ISO 8601 instant or date, as written; other words are kept as they are. */
export function day(iso: string): string {
  return /^(\d{4}(?:-\d{2}){0,2})/.exec(iso)?.[1] ?? iso;
}
