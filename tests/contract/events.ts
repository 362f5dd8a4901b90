/** How each documented event is made to fire: one entry an event, by what a page, a user or the world does. */
import type { RemoteDataset } from '@yizhangtu/data/remote';
import type { YztMap } from '@yizhangtu/map/map';
import { drawOnce, pressWords } from './draw.js';
import { make, until, venues, type Stage } from './stage.js';

/** A way to make an element fire an event. */
export interface Recipe {
  /** The element that is watched. Default: a fresh one that stands where a page would have it. */
  subject?(scene: Stage): HTMLElement;
  /** Makes it fire. Nothing before this may. */
  act(element: Loose, scene: Stage): void | Promise<void>;
}

export type Loose = HTMLElement & Record<string, unknown>;

const MISSING = '/tests/contract/none.geojson';
/** Where one of the stage's venues is. */
const VENUE: readonly [number, number] = [120.348, 36.108];

/** Where OpenLayers hears the pointer, at a place of the map. */
function point(map: YztMap, type: string, lonLat: readonly [number, number], buttons = 0): void {
  const [x = 0, y = 0] = map.pixelOf(lonLat) ?? [];
  const box = map.getBoundingClientRect();
  const init = { bubbles: true, composed: true, clientX: box.left + x, clientY: box.top + y, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  map.olMap?.getViewport()?.dispatchEvent(new PointerEvent(type, { ...init, button: 0, buttons }));
}

function click(map: YztMap, lonLat: readonly [number, number]): void {
  point(map, 'pointerdown', lonLat, 1);
  point(map, 'pointerup', lonLat);
}

/** Puts points on the map and waits until one can be hit. */
async function withPoints({ map, place }: Stage): Promise<void> {
  place(make('yzt-point-layer'));
  await until(() => map.pick([...(map.pixelOf(VENUE) ?? [0, 0])] as [number, number]).length > 0, 'a point of the layer can be hit');
}

function control(element: HTMLElement, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<${element.localName}> shows no ${selector}`);
  return found;
}

/** A thumb moved and let go. */
async function slide(element: Loose): Promise<void> {
  await until(() => element.shadowRoot?.querySelector('input[type=range]') !== null, 'the slider shows');
  const input = control(element, 'input[type=range]') as HTMLInputElement;
  input.value = '3';
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
}

/** A file as a person chooses it. */
function openText(element: Loose, text: string): Promise<void> {
  return (element as unknown as { open(files: readonly File[]): Promise<void> }).open([new File([text], 'a.json')]);
}

/** A sheet, when its preview is there. */
async function savePrinted(element: Loose, { map }: Stage): Promise<void> {
  await until(() => map.isReady, 'the map is drawn');
  (element['show'] as () => void).call(element);
  const save = (): HTMLButtonElement | null | undefined => element.shadowRoot?.querySelector<HTMLButtonElement>('.foot button');
  await until(() => save()?.disabled === false, 'the preview is there');
  save()?.click();
}

/** Another method of class breaks. */
async function chooseMethod(element: Loose): Promise<void> {
  await until(() => element.shadowRoot?.querySelector('select.method') !== null, 'the classes show');
  const select = control(element, 'select.method') as HTMLSelectElement;
  select.value = 'equal';
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A layer of a feature service that is given one. */
function service(src: string, table: string): Recipe {
  return {
    act: (element) => {
      element.setAttribute('src', src);
      element.setAttribute('table', table);
    },
  };
}

/** A failure of data that the element loads itself. */
const ownSource: Recipe = {
  act: (element) => {
    element.removeAttribute('dataset');
    element.setAttribute('src', MISSING);
  },
};
const unknownField: Recipe = { act: (element) => element.setAttribute('symbology', 'class:wert') };
/** A source in place of the data the stage gave. */
function from(element: Loose, src: string): void {
  element['data'] = undefined;
  element['src'] = src;
}
const dataset = (act: Recipe['act']): Recipe => ({ subject: (scene) => scene.dataset as unknown as HTMLElement, act });
const onMap = (act: Recipe['act']): Recipe => ({ subject: (scene) => scene.map, act });

const remoteData = (element: Loose): RemoteDataset => element['dataset'] as unknown as RemoteDataset;

async function openPopup(scene: Stage): Promise<void> {
  await withPoints(scene);
  click(scene.map, VENUE);
}

/** Elements that show something only after somebody did something, and how: for checks of what is seen. */
export const OPENED: Readonly<Record<string, Recipe['act']>> = {
  'yzt-popup': async (element, scene) => {
    await openPopup(scene);
    await until(() => element['open'] === true, 'the popup opens');
  },
};

/** By element and event. A new `@fires` needs a line here; the suite says so. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  'yzt-dataset yzt-load': dataset((element) => void (element['data'] = venues())),
  'yzt-dataset yzt-progress': dataset((element) => {
    const { features } = venues() as { features: object[] };
    const many = { type: 'FeatureCollection', features: Array.from({ length: 3000 }, () => features).flat() };
    from(element, URL.createObjectURL(new Blob([JSON.stringify(many)], { type: 'application/geo+json' })));
  }),
  'yzt-dataset yzt-error': dataset((element) => from(element, MISSING)),
  'yzt-dataset yzt-filter-change': dataset((_, { dataset: { dataset: data } }) => data.setFilter('type', { kind: 'in', field: 'type', values: ['篮球场'] })),
  'yzt-dataset yzt-selection-change': dataset((_, { dataset: { dataset: data } }) => data.select([1])),

  'yzt-field yzt-error': { act: (element) => void (element['expression'] = 'areaM2 +') },
  'yzt-joined-field yzt-error': { act: (element) => void (element['measure'] = 'middle:areaM2') },

  'yzt-remote-dataset yzt-load': { act: (element) => void (element['src'] = '/fault/clickhouse') },
  'yzt-remote-dataset yzt-error': { act: (element) => void (element['src'] = '/fault/status/500') },
  'yzt-remote-dataset yzt-filter-change': { act: (element) => remoteData(element).setFilter('kind', { kind: 'in', field: 'kind', values: ['a'] }) },
  'yzt-remote-dataset yzt-selection-change': {
    act: async (element) => {
      element['src'] = '/fault/clickhouse';
      const data = remoteData(element);
      await until(() => data.rowCount > 0, 'the engine has answered');
      await data.rows();
      data.select([0]);
    },
  },

  'yzt-map yzt-ready': {
    subject: () => make('yzt-map'),
    act: (element, { box }) => {
      element.id = 'second';
      element.style.height = '200px';
      box.append(element);
    },
  },
  'yzt-map yzt-view-change': onMap((element) => void (element['zoom'] = 9)),
  'yzt-map yzt-layers-change': onMap((_, { place }) => place(make('yzt-point-layer'))),
  'yzt-map yzt-pick': onMap((_, { map }) => click(map, VENUE)),
  'yzt-map yzt-hover-change': onMap(async (_, scene) => {
    await withPoints(scene);
    point(scene.map, 'pointermove', VENUE);
  }),
  'yzt-map yzt-error': onMap((element) => void (element['projection'] = 'EPSG:9999')),

  'yzt-point-layer yzt-error': unknownField,
  'yzt-line-layer yzt-error': unknownField,
  'yzt-polygon-layer yzt-error': unknownField,
  'yzt-bubble-layer yzt-error': unknownField,
  'yzt-dot-layer yzt-error': { act: (element) => element.setAttribute('symbology', 'fields:wert') },
  'yzt-pie-layer yzt-error': { act: (element) => element.setAttribute('symbology', 'fields:wert') },
  'yzt-heatmap-layer yzt-error': ownSource,
  'yzt-hexbin-layer yzt-error': ownSource,
  'yzt-grid-layer yzt-error': ownSource,
  'yzt-density-layer yzt-error': ownSource,
  'yzt-wfs-layer yzt-load': service('/fault/wfs', 'city:rows'),
  'yzt-wfs-layer yzt-error': service('/fault/status/404', 'city:rows'),
  'yzt-ogc-features-layer yzt-load': service('/fault/ogc-api/', 'rows'),
  'yzt-ogc-features-layer yzt-error': service('/fault/status/404', 'rows'),
  'yzt-wms-layer yzt-error': {
    act: (element) => {
      element.setAttribute('layers', 'broken');
      element.setAttribute('url', '/fault/wms');
    },
  },
  'yzt-wmts-layer yzt-error': {
    act: (element) => {
      element.setAttribute('layer', 'none');
      element.setAttribute('url', '/fault/wmts');
    },
  },
  'yzt-tianditu-layer yzt-error': {
    act: (element) => {
      element.setAttribute('token', 'bad');
      element.setAttribute('url', '/fault/tdt/{layer}_{set}?l={z}&x={x}&y={y}');
    },
  },
  'yzt-layer-list yzt-layer-move-request': {
    act: async (element, { place }) => {
      for (let i = 0; i < 2; i++) place(make('yzt-graticule-layer'));
      await until(() => (element.shadowRoot?.querySelectorAll('.grip').length ?? 0) > 1, 'two layers that can change places');
      control(element, '[role=treeitem]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    },
  },
  'yzt-basemap yzt-basemap-change': { act: (element) => element.setAttribute('value', 'none') },
  'yzt-basemap yzt-error': {
    act: (element) => {
      element.setAttribute('token', 'bad');
      element.setAttribute('url', '/fault/tdt/{layer}_{set}?l={z}&x={x}&y={y}');
    },
  },
  'yzt-arcgis-features-layer yzt-load': service('/fault/rest/arcgis/FeatureServer', '0'),
  'yzt-arcgis-features-layer yzt-error': service('/fault/html', '0'),
  'yzt-iserver-features-layer yzt-load': service('/fault/rest/iserver/data', '青岛:绿地'),
  'yzt-iserver-features-layer yzt-error': service('/fault/html', '青岛:绿地'),
  'yzt-iserver-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/rest/iserver/maps/none') },
  'yzt-live-layer yzt-live-change': { act: (element) => element.setAttribute('src', '/fault/live/ships') },
  'yzt-live-layer yzt-load': { act: (element) => element.setAttribute('src', '/fault/live/ships') },
  'yzt-live-layer yzt-error': { act: (element) => element.setAttribute('src', '/fault/status/403') },
  'yzt-arcgis-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/rest/arcgis/token/MapServer') },
  'yzt-vector-tile-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/status/404') },
  'yzt-pmtiles-layer yzt-error': { act: (element) => element.setAttribute('src', '/fault/pmtiles/html/contract') },
  'yzt-geoparquet-layer yzt-load': { act: (element) => element.setAttribute('src', '/fault/geoparquet') },
  'yzt-geoparquet-layer yzt-error': { act: (element) => element.setAttribute('src', '/fault/geoparquet/whole') },
  'yzt-flatgeobuf-layer yzt-load': { act: (element) => element.setAttribute('src', '/fault/flatgeobuf') },
  'yzt-flatgeobuf-layer yzt-error': { act: (element) => element.setAttribute('src', '/fault/flatgeobuf/whole') },
  'yzt-image-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/status/404') },
  'yzt-flow-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/status/404') },
  'yzt-cog-layer yzt-error': { act: (element) => element.setAttribute('src', '/fault/status/404') },
  'yzt-contour-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/status/404') },
  'yzt-depth-layer yzt-error': { act: (element) => element.setAttribute('url', '/fault/status/404') },
  'yzt-xyz-layer yzt-error': { act: (element) => element.setAttribute('url', '/tests/contract/none/{z}/{x}/{y}.png') },

  'yzt-popup yzt-popup-change': { act: (_, scene) => openPopup(scene) },
  // It answers once by itself as soon as it stands on the page, some slices later.
  'yzt-coverage-panel yzt-coverage-change': { subject: () => make('yzt-coverage-panel'), act: (element, { place }) => place(element) },
  'yzt-venue-finder yzt-place-change': { act: (element) => control(element, '.middle').click() },
  'yzt-feature-table change': { act: (element) => control(element, '[role=columnheader][aria-sort]').click() },
  'yzt-feature-table yzt-columns-change': {
    act: (element) => {
      const grid = control(element, '[role=grid]');
      const press = (key: string, shiftKey = false): boolean =>
        grid.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
      press('ArrowRight');
      press('ArrowRight', true);
    },
  },
  'yzt-time-slider input': { act: slide },
  'yzt-time-slider change': { act: slide },
  'yzt-query-builder input': { act: (element) => control(element, '.add button').click() },
  'yzt-query-builder change': { act: (element) => control(element, '.add button').click() },
  'yzt-drill-map yzt-drill-change': {
    act: (element) => (element as unknown as { goTo(code: string): void }).goTo('370202'),
  },
  'yzt-overdue-devices yzt-dispatch-change': { act: (element) => pressWords(element, '派员') },
  'yzt-random-draw yzt-draw-change': { act: drawOnce },
  'yzt-random-draw yzt-error': {
    act: async (element) => {
      // Codes that are there twice.
      element.setAttribute('code-field', 'district');
      await pressWords(element, '冻结名录');
    },
  },
  'yzt-swipe yzt-swipe-change': {
    act: async (element) => {
      await until(() => element.shadowRoot?.querySelector('[role=slider]') !== null, 'the divider shows');
      control(element, '[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
    },
  },
  'yzt-print-tool yzt-print': { act: savePrinted },
  'yzt-open-file yzt-open': { act: (element) => openText(element, '[{"lon": 120, "lat": 36}]') },
  'yzt-open-file yzt-error': { act: (element) => openText(element, '<html></html>') },
  'yzt-classify input': { act: chooseMethod },
  'yzt-classify change': { act: chooseMethod },
  'yzt-filter input': { act: (element) => control(element, 'button[aria-pressed]').click() },
  'yzt-filter change': { act: (element) => control(element, 'button[aria-pressed]').click() },
  'yzt-page yzt-page-change': { act: (element) => (element as unknown as { show(part: string): Promise<void> }).show('details') },
  'yzt-appearance yzt-appearance-change': {
    act: (element) => {
      const select = control(element, 'select') as HTMLSelectElement;
      select.value = 'dark';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
  },
};

/**
 * `yzt-error` of elements that only inherit it: nothing of theirs can fail today, so the channel itself is tried. An element that
 * calls `fail` says when, in a `@fires yzt-error` of its own, and then needs a recipe.
 */
export const INHERITED: Recipe = {
  act: (element) => (element as unknown as { fail(error: Error): void }).fail(Object.assign(new Error('tried'), { code: 'network' })),
};
