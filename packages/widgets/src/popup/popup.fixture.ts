/** A map with venues and a popup over it. */
import { fixture, html } from '@open-wc/testing';
import type { Hit } from '@yizhangtu/map/map';
import { mapPage, settled, venues } from '../shared/page.fixture.js';
import './index.js';
import type { YztPopup } from './index.js';

export async function popupPage(popupHtml = html`<yzt-popup for="m"><button slot="actions">导航</button></yzt-popup>`) {
  const data = venues();
  const { map, layer } = await mapPage(data);
  const popup = await fixture<YztPopup>(popupHtml);
  await settled();
  const hit = (row: number): Hit => {
    const [lon = 0, lat = 0] = [...(data.geometry as { coordinates: Float64Array }).coordinates.subarray(2 * row, 2 * row + 2)];
    return { layer, dataset: data, row, lonLat: [lon, lat] };
  };
  const pick = async (...rows: number[]) => {
    const lonLat = rows[0] === undefined ? ([120, 36] as const) : hit(rows[0]).lonLat;
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat, pixel: [0, 0], hits: rows.map(hit) } }));
    await popup.updateComplete;
    await settled();
  };
  return { data, map, layer, popup, hit, pick };
}
