/** Pieces of pages that stories put together. Ids begin with the story's, because the documentation shows all stories on one page. */
import '@yizhangtu/data/dataset';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/map/polygon-layer';
import { schemaById } from '@yizhangtu/data/model';
import type { YztDataset } from '@yizhangtu/data/dataset';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { districtsUrl, landUrl, seededVenues, venuesUrl } from './data.js';
import { t } from './words.js';

/** The part of a story's context that ids are made from. */
export interface Named {
  readonly id: string;
}

/** Id of a map or dataset of one story. */
export function idOf(context: Named, name: string): string {
  return `${context.id}-${name}`;
}

/** The example venues of Qingdao, about 1,300. */
export function venuesData(context: Named): TemplateResult {
  return html`<yzt-dataset
    id=${idOf(context, 'venues')}
    src=${venuesUrl}
    schema="fitness/venue@1"
    source=${t('青岛市体育局（示例）', 'Qingdao Sports Bureau (example)')}
    updated-at="2026-06-30"
    example
  ></yzt-dataset>`;
}

/** The ten districts of Qingdao with their figures. Outlines are schematic. */
export function districtsData(context: Named): TemplateResult {
  return html`<yzt-dataset
    id=${idOf(context, 'districts')}
    src=${districtsUrl}
    schema="fitness/district@1"
    source=${t('由海岸线与地名推得的示意边界', 'Schematic outlines derived from coast and places')}
    example
  ></yzt-dataset>`;
}

/** Seeded venues in any number, described by the schema of the example. */
export function someVenues(count: number): ReturnType<typeof seededVenues> {
  const dataset = seededVenues(count);
  const schema = schemaById('fitness/venue@1');
  if (schema) dataset.schema = schema;
  return dataset;
}

/** A dataset whose answer does not come: what views show meanwhile. */
export function pendingData(context: Named): TemplateResult {
  const wait = (element: Element | undefined): void => {
    if (element) Object.defineProperty(element as YztDataset, 'loading', { configurable: true, value: true });
  };
  return html`<yzt-dataset id=${idOf(context, 'venues')} ${ref(wait)}></yzt-dataset>`;
}

/** A dataset at an address where nothing is. The story expects the error, so it does not reach the console. */
export function missingData(context: Named): TemplateResult {
  return html`<yzt-dataset
    id=${idOf(context, 'venues')}
    src="./no-such-data.geojson"
    @yzt-error=${(event: Event) => event.preventDefault()}
  ></yzt-dataset>`;
}

/** Land under the subject layer. */
export function landLayer(): TemplateResult {
  return html`<yzt-polygon-layer
    label=${t('陆地', 'Land')}
    src=${landUrl}
    symbology="fixed:map-land"
    fill-opacity="1"
    no-legend
    no-hover
    no-select
  ></yzt-polygon-layer>`;
}

/** The venues by group, clustered or not. */
export function venueLayer(context: Named, cluster = false): TemplateResult {
  return html`<yzt-point-layer
    label=${t('健身场馆', 'Sports venues')}
    dataset=${idOf(context, 'venues')}
    symbology="class:typeGroup"
    size="9"
    ?cluster=${cluster}
  ></yzt-point-layer>`;
}

export interface MapScene {
  /** Layers, bottom first; land lies below them. */
  readonly layers?: TemplateResult;
  /** What stands beside the map. */
  readonly beside?: TemplateResult;
  readonly zoom?: number;
  /** Longitude and latitude; Qingdao without. */
  readonly center?: string;
  readonly land?: boolean;
}

/** A map of Qingdao, alone or with something beside it. */
export function mapScene(context: Named, { layers, beside, zoom = 10.5, center = '120.4 36.16', land = true }: MapScene): TemplateResult {
  return html`<div class=${beside ? 'story-map' : 'story-map alone'}>
    <yzt-map id=${idOf(context, 'map')} label=${t('青岛市示例地图', 'Example map of Qingdao')} center=${center} zoom=${zoom}>
      ${land ? landLayer() : nothing}${layers ?? nothing}
    </yzt-map>
    ${beside ? html`<div class="story-panel">${beside}</div>` : nothing}
  </div>`;
}

/** A panel as wide as on a desk page. */
export function panel(content: TemplateResult, wide = false): TemplateResult {
  return html`<div class=${wide ? 'story-panel wide' : 'story-panel'}>${content}</div>`;
}

/** A small line above a story that says what to try. */
export function note(zh: string, en: string): TemplateResult {
  return html`<p class="story-note">${t(zh, en)}</p>`;
}
