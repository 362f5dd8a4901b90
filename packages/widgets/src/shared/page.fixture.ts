/** A small page for tests: two districts of venues over a map with one point layer and one polygon layer. */
import { fixture, html } from '@open-wc/testing';
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import type { YztMap } from '@yizhangtu/map/map';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';

const schema: DatasetSchema = {
  id: 'test/venue@1',
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' } },
    { name: 'kind', label: { zh: '场馆类型', en: 'Kind' } },
    { name: 'district', label: { zh: '所在区', en: 'District' } },
    { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' },
    { name: 'phone', label: { zh: '电话', en: 'Phone' }, mask: 'phone' },
    { name: 'open', label: { zh: '开放', en: 'Open' } },
    { name: 'secret', internal: true },
  ],
};

/** Seven venues around 青岛, seeded. The second name is an attack that must stay text. */
export function venues(): Dataset {
  const places = [120.3, 36.06, 120.34, 36.07, 120.38, 36.08, 120.42, 36.1, 120.46, 36.12, 120.36, 36.05, 120.4, 36.14];
  return Dataset.fromColumns(
    {
      coordinates: Float64Array.from(places),
      columns: {
        name: [
          '市南体育场',
          '<img src=x onerror="window.hacked=1">',
          '崂山游泳馆',
          '市北健身房',
          '李沧足球场',
          '黄岛游泳馆',
          '城阳健身房',
        ],
        kind: ['足球场', '足球场', '游泳馆', '健身房', '足球场', '游泳馆', null],
        district: ['市南区', '市南区', '崂山区', '市北区', '李沧区', '黄岛区', '城阳区'],
        area: Float64Array.of(12000, 800, 3500, 420, 9000, 2600, NaN),
        phone: ['13812345678', null, null, null, null, null, null],
        open: [true, true, false, true, true, false, true],
        secret: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      },
    },
    { schema, provenance: { source: '青岛市体育局', updated: '2026-03-01', example: true } },
  );
}

/** Many rows without places. */
export function manyRows(rows: number): Dataset {
  return Dataset.fromColumns({
    columns: {
      name: Array.from({ length: rows }, (_, i) => `场馆 ${i + 1}`),
      n: Float64Array.from({ length: rows }, (_, i) => i),
    },
  });
}

/** A map with one point layer, drawn and at rest. */
export async function mapPage(data: Dataset, spec = 'class:kind'): Promise<{ map: YztMap; layer: YztPointLayer }> {
  const box = await fixture<HTMLElement>(
    html`<div>
      <yzt-map id="m" center="120.38 36.08" zoom="11"
        ><yzt-point-layer label="健身场馆" symbology=${spec}></yzt-point-layer
      ></yzt-map>
    </div>`,
  );
  const map = box.querySelector('yzt-map') as YztMap;
  map.style.cssText = 'display:block;width:700px;height:500px';
  const layer = box.querySelector('yzt-point-layer') as YztPointLayer;
  layer.dataset = data;
  if (!map.isReady) await new Promise((resolve) => map.addEventListener('yzt-ready', resolve, { once: true }));
  await settled();
  return { map, layer };
}

/** Layers whose code may still be on its way. */
const LAYERS = 'yzt-point-layer, yzt-line-layer, yzt-polygon-layer';

/** Waits until layers have their code, queued changes have been told and elements have rendered. */
export async function settled(ms = 30): Promise<void> {
  await Promise.all(Array.from(document.querySelectorAll<YztPointLayer>(LAYERS), (layer) => layer.updateComplete));
  await new Promise((resolve) => setTimeout(resolve, ms));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The visible words of an element's shadow root, single-spaced. */
export function words(element: Element): string {
  const copy = element.shadowRoot?.cloneNode === undefined ? '' : (element.shadowRoot?.textContent ?? '');
  return copy.replace(/\s+/g, ' ').trim();
}

/** One element of a shadow root; fails the test when it is missing. */
export function part<T extends Element = HTMLElement>(element: Element, selector: string): T {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector} in <${element.localName}>: ${element.shadowRoot?.innerHTML.slice(0, 400) ?? ''}`);
  return found;
}

/** All elements of a shadow root that match. */
export function parts<T extends Element = HTMLElement>(element: Element, selector: string): T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}
