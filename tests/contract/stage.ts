import type { YztDataset } from '@yizhangtu/data/dataset';
import type { YztMap } from '@yizhangtu/map/map';
import { inMap, markup } from '../shared/attributes.mjs';

const DISTRICTS = ['市南区', '市北区', '李沧区', '崂山区'];
const TYPES = ['健身路径', '篮球场', '足球场'];

/** 60 venues as GeoJSON: known classes and districts. */
export function venues(): object {
  const features = Array.from({ length: 60 }, (_, i) => ({
    type: 'Feature',
    properties: { name: `示例场馆 ${i + 1}`, type: TYPES[i % 3], district: DISTRICTS[i % 4], areaM2: 100 * (i + 1), value: i, built: `${2001 + (i % 20)}-06-01` },
    geometry: { type: 'Point', coordinates: [120.3 + 0.016 * (i % 10), 36.06 + 0.016 * Math.floor(i / 10)] },
  }));
  return { type: 'FeatureCollection', features };
}

/** What the columns of the venues are: words and numbers speak for themselves, a date does not. */
const SCHEMA = {
  id: 'contract/venue@1',
  fields: [...['name', 'type', 'district', 'areaM2', 'value'].map((name) => ({ name })), { name: 'built', kind: 'date' as const }],
};

/** Elements by markup, without `innerHTML`, as a host with Trusted Types would have to. */
export function parse(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  return document.importNode(parsed as HTMLElement, true);
}

export interface Stage {
  readonly box: HTMLElement;
  readonly map: YztMap;
  readonly dataset: YztDataset;
  /** Puts an element where a page would have it. */
  place(element: HTMLElement): void;
  remove(): void;
}

export const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until Lit, data and a frame are through. */
export async function settled(element: HTMLElement): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    await frame();
  }
}

/** Waits until something holds; says what did not. */
export async function until(holds: () => boolean, what: string, limit = 6000): Promise<void> {
  const end = performance.now() + limit;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${limit} ms: ${what}`);
    await frame();
  }
}

/** All that stands in an element and in those within it. */
export function textOf(root: Element): string {
  const inside = [...(root.shadowRoot?.querySelectorAll('*') ?? [])].filter(({ localName }) => localName !== 'style');
  return [root.shadowRoot?.textContent ?? '', ...inside.map((one) => (one.shadowRoot ? textOf(one) : ''))].join(' ').replace(/\s+/g, ' ');
}

/** A map with a loaded dataset beside it, for any element to stand in or beside. */
export async function stage(): Promise<Stage> {
  const box = document.createElement('div');
  const dataset = parse('<yzt-dataset id="venues" source="示例数据" example></yzt-dataset>') as unknown as YztDataset;
  const map = parse('<yzt-map id="map" center="120.38 36.10" zoom="11"></yzt-map>') as YztMap;
  map.style.height = '400px';
  dataset.schema = SCHEMA;
  dataset.data = venues() as YztDataset['data'];
  box.append(dataset, map);
  document.body.append(box);
  await settled(map);
  return {
    box,
    map,
    dataset,
    place: (element) => (inMap(element.localName) || element.localName === 'yzt-layer-group' ? map : box).append(element),
    remove: () => box.remove(),
  };
}

/** An element as the fixture markup has it. Layers read the stage's dataset instead of a file. */
export function make(tag: string): HTMLElement {
  return parse(markup(tag).replace(/src="[^"]*"/, 'dataset="venues"').replace(/(breaks:|fields:|size-field=")value/, '$1areaM2'));
}
