/** The map from a page's own code: properties, methods and events are typed by the tag alone. */
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import type { Bounds, Hit, LonLat, YztMap } from '@yizhangtu/map/map';

const map = document.querySelector('yzt-map');
export const zoom: number | undefined = map?.zoom;
export const made: YztMap = document.createElement('yzt-map');

made.center = [120.38, 36.07];
made.bounds = [119.5, 35.4, 121, 37.4];
made.fit([119.5, 35.4, 121, 37.4], { padding: [8, 8, 8, 8], duration: 200 });
export const flown: Promise<boolean> = made.flyTo({ center: [120.38, 36.07], zoom: 12 });
export const place: LonLat | undefined = made.lonLatOf([10, 10]);
export const view: Bounds | undefined = made.viewBounds;
export const names: string[] = made.layers.map((layer) => layer.label);

made.addEventListener('yzt-pick', (event) => {
  const hits: readonly Hit[] = event.detail.hits;
  const [lon, lat]: readonly [number, number] = event.detail.lonLat;
  const first = hits[0];
  // An index may be beyond the end.
  // @ts-expect-error -- `first` may be undefined
  const name: string = first.dataset.text(first.row, 'name');
  // @ts-expect-error -- the detail of a pick has hits, no features
  void event.detail.features;
  return [lon, lat, name];
});
made.addEventListener('yzt-view-change', ({ detail }) => {
  const cause: 'user' | 'code' = detail.cause;
  // @ts-expect-error -- what a map shows is told, not changed, by its event
  detail.zoom = 3;
  return cause;
});
document.addEventListener('yzt-error', ({ detail }) => {
  const code: string = detail.code;
  const { zh, en } = detail.text;
  return [code, zh, en];
});

// @ts-expect-error -- no such property
made.centre = [120, 36];
// @ts-expect-error -- a size is a number
document.createElement('yzt-point-layer').size = 'large';
// @ts-expect-error -- the layers are those of the document; nobody sets them
made.layers = [];
