/** A map with one layer of a service, and what was asked and went wrong since. */
import type { TemplateResult } from 'lit';
import type { YztError } from '@yizhangtu/base/errors';
import type { YztMap } from '../map/map.js';
import { readyMap } from '../shared/map.fixture.js';

export interface ServicePage<T> {
  readonly map: YztMap;
  readonly layer: T;
  /** When it began, as the browser counts requests. */
  readonly from: number;
  readonly failures: readonly YztError[];
}

let stop: (() => void) | undefined;

/** Makes the page. Failures are kept off the console until the next page. */
export async function servicePage<T extends Element>(tag: string, content: TemplateResult, attributes: Record<string, string> = {}): Promise<ServicePage<T>> {
  // Modules of the page alone fill the usual 250 places.
  performance.setResourceTimingBufferSize(5000);
  performance.clearResourceTimings();
  const from = performance.now();
  const failures: YztError[] = [];
  const hear = (event: CustomEvent<YztError>): void => {
    event.preventDefault();
    failures.push(event.detail);
  };
  stop?.();
  document.addEventListener('yzt-error', hear);
  stop = () => document.removeEventListener('yzt-error', hear);
  const map = await readyMap(content, attributes);
  return { map, layer: map.querySelector(tag) as T, from, failures };
}

/** Addresses that were asked for since, where `part` occurs in them. */
export function askedSince(from: number, part: RegExp | string): URL[] {
  const fits = (name: string): boolean => (typeof part === 'string' ? name.includes(part) : part.test(name));
  return performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime >= from && fits(name)).map(({ name }) => new URL(name));
}
