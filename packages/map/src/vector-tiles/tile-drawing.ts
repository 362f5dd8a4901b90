/** What a layer of vector tiles draws, and what it knows of it: classes, shapes, what is at a place. A chunk of its own. */
import type { FeatureLike } from 'ol/Feature.js';
import type VectorTileLayer from 'ol/layer/VectorTile.js';
import type OlMap from 'ol/Map.js';
import { transform } from 'ol/proj.js';
import type RenderFeature from 'ol/render/Feature.js';
import type VectorTile from 'ol/VectorTile.js';
import { asYztError, YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { Condition, type FieldValue } from '@yizhangtu/data/expression';
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { layerTheme } from '../data-layer/theme-colors.js';
import { symbologyCode } from '../data-layer/usable-symbology.js';
import { whenLateSymbology } from '../data-layer/symbology-door.js';
import type { InfoFeature } from '../services/info-rows.js';
import { isByNumbers } from '@yizhangtu/data/symbology';
import type { LonLat } from '../shared/values.js';
import { seenSymbology, SeenValues } from './seen-values.js';
import { symbologyField } from './symbology-field.js';
import { tileStyle } from './tile-look.js';
import type { TileSet, TileStyle } from './tile-set.js';
import { LAYER_FIELD, TileReader, type TileBytes } from './vector-source.js';

/** What a page says of the layer, and who hears of what becomes of it. */
export interface DrawnBy {
  readonly element: Element;
  readonly symbology: string;
  readonly schema: DatasetSchema | undefined;
  readonly layerNames: readonly string[];
  readonly filter: string | undefined;
  readonly labelField: string | undefined;
  readonly size: number;
  readonly width: number;
  readonly fillOpacity: number;
}

/** Who hears of it. */
export interface DrawingEars {
  /** Legend and list show something else now. */
  changed(): void;
  fail(error: YztError): void;
  /** Tiles are under way. */
  isBusy(): boolean;
}

/** New values are waited for so long, ms: tiles come in swarms. */
const GATHER = 120;
/** Pixels around a click. */
const TOLERANCE = 4;

export class TileDrawing {
  readonly layer: VectorTileLayer<never, RenderFeature>;
  readonly #by: DrawnBy;
  readonly #ears: DrawingEars;
  readonly #reader: TileReader;
  readonly #seen = new SeenValues();
  readonly #layers = new Set<string>();
  readonly #shapes = new Map<string, number>();
  readonly #field: string | undefined;
  readonly #style: TileStyle | undefined;
  readonly #names: readonly string[];
  readonly #viewMetres: number;
  #model: Symbology;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Limits were found, and stay. */
  #cut = false;
  #said = false;
  #over = false;

  /** @param viewMetres Metres of a unit of the map. */
  constructor(layer: VectorTileLayer<never, RenderFeature>, by: DrawnBy, set: TileSet, { ears, viewMetres }: { readonly ears: DrawingEars; readonly viewMetres: number }) {
    this.layer = layer;
    this.#by = by;
    this.#ears = ears;
    this.#style = set.style;
    this.#viewMetres = viewMetres;
    this.#names = set.style?.sourceLayers ?? by.layerNames;
    this.#reader = new TileReader(by.element, this.#names);
    this.#field = set.style ? undefined : symbologyField(by.symbology);
    for (const name of set.layers ?? []) this.#layers.add(name);
    const known = this.#field === undefined ? [] : (set.values?.get(this.#field) ?? []);
    const coded = this.#field === undefined ? [] : Object.keys(by.schema?.fields.find(({ name }) => name === this.#field)?.values ?? {});
    for (const value of known.length > 0 ? known : coded) this.#seen.meet(value);
    this.#model = seenSymbology({ spec: 'fixed:data-1', schema: by.schema, tag: by.element.localName }, new SeenValues()).model;
    this.#renewModel();
    this.restyle();
  }

  get model(): Symbology {
    return this.#model;
  }

  /** Puts what came into a tile. @throws YztError `not-a-tile`. */
  use(tile: VectorTile<RenderFeature>, bytes: TileBytes): void {
    const { layers, features } = this.#reader.use(tile, bytes);
    for (const name of layers) this.#layers.add(name);
    let fresh = false;
    for (const feature of features) {
      const type = feature.getGeometry()?.getType() ?? '';
      this.#shapes.set(type, (this.#shapes.get(type) ?? 0) + 1);
      if (this.#field !== undefined) fresh = this.#seen.meet(feature.get(this.#field)) || fresh;
    }
    if (fresh || (!this.#style && this.#model.shape !== this.#shape) || !this.#said) this.#gather();
  }

  /** The look by the properties there are now. */
  restyle(): void {
    const { element, size, width, fillOpacity, labelField } = this.#by;
    if (this.#style) {
      const { fontFamily, textScale } = layerTheme(element);
      return this.layer.setStyle(this.#style.look({ layerField: LAYER_FIELD, viewMetres: this.#viewMetres, fontFamily, textScale, passes: this.#passes() }));
    }
    this.layer.setStyle(tileStyle({ element, symbology: this.#model, size, width, fillOpacity, labelField, passes: this.#passes() }));
  }

  dispose(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  /** What is drawn at a place, the top first; a feature that lies in several tiles once. */
  featuresAt(map: OlMap, place: LonLat): InfoFeature[] {
    const pixel = map.getPixelFromCoordinate(transform([...place], 'EPSG:4326', map.getView().getProjection()));
    const found = new Map<string, InfoFeature>();
    if (!pixel) return [];
    const keep = (feature: FeatureLike): void => {
      const { [LAYER_FIELD]: layer, ...values } = feature.getProperties() as Record<string, FieldValue>;
      const key = JSON.stringify([layer, feature.getId() ?? values]);
      if (!found.has(key)) found.set(key, { values: new Map(Object.entries(values).map(([name, value]) => [name, value ?? null])) });
    };
    const layerFilter = (layer: unknown): boolean => layer === this.layer;
    // Lines and points are hard to meet; a polygon beside the pointer is another one.
    map.forEachFeatureAtPixel(pixel, (feature) => (/Polygon/.test(feature.getGeometry()?.getType() ?? '') ? undefined : keep(feature)), { layerFilter, hitTolerance: TOLERANCE });
    map.forEachFeatureAtPixel(pixel, keep, { layerFilter });
    return [...found.values()];
  }

  get #shape(): 'disc' | 'line' | 'polygon' {
    const [most = 'Polygon'] = [...this.#shapes].sort((a, b) => b[1] - a[1]).map(([type]) => type);
    return /Line/.test(most) ? 'line' : /Point/.test(most) ? 'disc' : 'polygon';
  }

  #gather(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // Limits are found once, over all there is at first.
      if (this.#ears.isBusy()) return this.#gather();
      this.#sayMissing();
      this.#renewModel();
    }, GATHER);
  }

  #renewModel(): void {
    const { symbology: spec, schema, element } = this.#by;
    if (this.#style) {
      this.#model = this.#style.model;
      return this.#ears.changed();
    }
    const code = symbologyCode(spec);
    if (code) {
      // What does not load is said by the symbology without it.
      void whenLateSymbology().then(() => !this.#over && this.#renewModel(), () => undefined);
      return;
    }
    const { model, error } = this.#cut ? { model: this.#model } : seenSymbology({ spec, schema, tag: element.localName }, this.#seen);
    this.#model = { ...model, shape: this.#shape };
    this.#cut = isByNumbers(spec) && this.#seen.numbers.length > 0;
    if (error && (this.#field === undefined || this.#shapes.size > 0)) this.#ears.fail(error);
    this.restyle();
    this.#ears.changed();
  }

  #passes(): ((feature: FeatureLike) => boolean) | undefined {
    const { filter, element } = this.#by;
    if (!filter) return undefined;
    let said = false;
    const fail = (reason: unknown): false => {
      const { code, text, cause } = asYztError(reason, 'bad-expression', { zh: `filter="${filter}" 无法使用。`, en: `filter="${filter}" cannot be used.` });
      if (!said) this.#ears.fail(new YztError(code, { zh: `<${element.localName}>：${text.zh}`, en: `<${element.localName}>: ${text.en}` }, { cause }));
      said = true;
      return false;
    };
    try {
      const condition = new Condition(filter);
      return (feature) => {
        try {
          return !said && condition.holds((name) => feature.get(name) as FieldValue);
        } catch (reason) {
          return fail(reason);
        }
      };
    } catch (reason) {
      // Everything in place of a part of it would be a lie.
      return () => fail(reason);
    }
  }

  /** A name that no tile has is the most common reason for an empty map. */
  #sayMissing(): void {
    const [element, layerNames] = [this.#by.element, this.#names];
    const missing = layerNames.filter((name) => !this.#layers.has(name));
    if (this.#said || this.#layers.size === 0) return;
    this.#said = true;
    if (missing.length === 0 || missing.length < layerNames.length) return;
    const there = [...this.#layers].slice(0, 12);
    hint(
      'bad-attribute',
      {
        zh: `<${element.localName} source-layer="${layerNames.join(' ')}">：瓦片里没有这个图层，有的是：${there.join('、')}。请改 source-layer（区分大小写），或去掉它以绘制全部。`,
        en: `<${element.localName} source-layer="${layerNames.join(' ')}">: the tiles have no such layer; they have: ${there.join(', ')}. Change source-layer (case matters), or leave it out to draw all.`,
      },
      element,
    );
  }
}
