import { html, type TemplateResult } from 'lit';
import type { Filter } from '@yizhangtu/data/model';
import { dayInstant, dayText } from '../shared/days.js';

type Range = Extract<Filter, { kind: 'range' }>;

/** Two days, and what is said of them. */
export interface DateView {
  readonly field: string;
  readonly filter: Filter | undefined;
  /** First and last instant of the data; the calendar opens within them. */
  readonly scale: { readonly min: number; readonly max: number };
  readonly labels: { readonly name: string; readonly from: string; readonly to: string };
  onFilter(filter: Range | undefined): void;
}

/** The condition for two days, both within it, in whichever order they were given; undefined without any. */
export function dayRange(field: string, from: string, to: string): Range | undefined {
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  const min = dayInstant(first);
  const max = dayInstant(last, true);
  if (min === undefined && max === undefined) return undefined;
  return { kind: 'range', field, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** A field for the first day and one for the last. */
export function dateView({ field, filter, scale, labels, onFilter }: DateView): TemplateResult {
  const range = filter?.kind === 'range' ? filter : undefined;
  const [from, to] = [dayText(range?.min), dayText(range?.max)];
  const input = (value: string, label: string, onDay: (day: string) => void): TemplateResult =>
    html`<input
      type="date"
      min=${dayText(scale.min)}
      max=${dayText(scale.max)}
      aria-label=${label}
      .value=${value}
      @input=${(event: Event) => event.stopPropagation()}
      @change=${(event: Event) => {
        event.stopPropagation();
        onDay((event.target as HTMLInputElement).value);
      }}
    />`;
  return html`<div class="dates" role="group" aria-label=${labels.name}>
    ${input(from, labels.from, (day) => onFilter(dayRange(field, day, to)))}
    <span aria-hidden="true">–</span>
    ${input(to, labels.to, (day) => onFilter(dayRange(field, from, day)))}
  </div>`;
}
