import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asYztError, isAbort } from '@yizhangtu/base/errors';
import { LinkController, type LinkKind } from '@yizhangtu/base/link';
import { formatNumber } from '@yizhangtu/base/number-format';
import { fileName, saveFile } from '@yizhangtu/base/save-file';
import { buttonStyles, focusStyles, hostStyles } from '@yizhangtu/base/styles';
import { placesAlong } from '@yizhangtu/analysis/places-along';
import { csvFile } from '@yizhangtu/data/export';
import { Dataset } from '@yizhangtu/data/model';
import type { LayerElement } from '@yizhangtu/map/layer';
import { LAYER_LINK } from '@yizhangtu/map/link';
import '../profile-chart/index.js';
import { CornerDrawing } from '../shared/corner-drawing.js';
import type { Corner } from '../shared/drawn-corners.js';
import { MapWidget, type MapEventName } from '../shared/map-widget.js';
import { gapsOf, HEIGHT, profileSheet, SAMPLE_SCHEMA, sampleTable, type HeightSamples } from './height-samples.js';
import { ProfileMarks } from './profile-marks.js';
import { terrainProfileStyles } from './terrain-profile.styles.js';
import { lineWords, typedLine } from './typed-line.js';

/** Fewest corners of a line. */
const LEAST = 2;
/** Places of a profile, at most; and metres between them, at least. */
const [MOST, NEAREST] = [400, 10];

/** A layer that knows numbers at places, such as `<yzt-cog-layer>`. */
type HeightLayer = LayerElement & { valuesAt(lonLats: ArrayLike<number>, options: { readonly signal: AbortSignal }): Promise<Float64Array> };
const knowsHeights = (layer: LayerElement | undefined): layer is HeightLayer => layer !== undefined && 'valuesAt' in layer;

/** The layer that a page names; without a name none is missing, as the map may have one. */
const NAMED: LinkKind<LayerElement, YztTerrainProfile> = { ...LAYER_LINK, enclosing: false };

/**
 * 地形剖面: the heights of a raster along a line, which is drawn on the map – by clicks or by its keyboard – or typed as coordinates. Heights are read in full
 * resolution at places along the shortest lines on the ellipsoid, between the middles of pixels, and shown with length, climb, descent and slope; the place that
 * is pointed at in the chart is marked on the map, and the other way round. The places can be saved as CSV.
 * @tag yzt-terrain-profile
 * @summary 地形剖面: heights of a raster along a line that is drawn or typed.
 * @csspart base - The whole element.
 * @csspart buttons - The buttons.
 * @csspart typed - The form for coordinates.
 * @csspart note - How heights were read.
 */
export class YztTerrainProfile extends MapWidget {
  static override styles = [hostStyles, focusStyles, buttonStyles, terrainProfileStyles];

  /** The layer with the heights in metres: a `<yzt-cog-layer>`, or its id. Without it the first of the map that knows numbers at places. */
  @property() layer?: string | LayerElement;

  /** The line: longitude and latitude of each corner, with semicolons between them: `120.38 36.07; 120.45 36.12`. Drawing and typing change it. */
  @property() line = '';

  /** Title of the profile. */
  @property() label = '';

  @state() private typed = '';
  @state() private samples: HeightSamples | undefined;
  @state() private waits = false;

  protected override readonly mapEvents: readonly MapEventName[] = ['yzt-ready', 'yzt-layers-change'];

  readonly #link = new LinkController<LayerElement, YztTerrainProfile>(this, NAMED, () => this.#sample());
  readonly #drawing = new CornerDrawing('line', { changed: () => this.requestUpdate(), finished: () => this.finish(), say: (text) => this.say(text) });
  readonly #rows = new Dataset(undefined, { schema: SAMPLE_SCHEMA });
  readonly #marks = new ProfileMarks(this.#rows);
  #stop?: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#sample();
  }

  override disconnectedCallback(): void {
    this.#stop?.abort();
    this.#drawing.end();
    this.#marks.clear();
    super.disconnectedCallback();
  }

  /** Begins to draw a line; resolves when corners can be set. Does nothing without a map. */
  async start(): Promise<void> {
    const map = this.mapElement;
    if (map) await this.#drawing.start(map);
  }

  /** Takes the line that was drawn; does nothing with fewer than two corners. */
  finish(): void {
    const { corners } = this.#drawing;
    if (corners.length < LEAST) return;
    this.line = lineWords(corners.map(({ lonLat }) => lonLat));
    this.#drawing.end();
  }

  /** Ends drawing without a line. */
  cancel(): void {
    this.#drawing.end();
  }

  protected override mapChanged(event?: Event): void {
    super.mapChanged(event);
    // Heights that were not there yet may be now. Nothing else is done for an event: the marks of the line are layers of the map themselves.
    if (event === undefined || (this.waits && this.#heights?.layerBounds)) this.#sample();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('line')) this.typed = this.line;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('line')) this.#sample();
  }

  get #corners(): readonly Corner[] {
    const read = typedLine(this.line);
    return 'places' in read ? read.places : [];
  }

  get #heights(): HeightLayer | undefined {
    const named = this.#link.target;
    if (this.layer || named) return knowsHeights(named) ? named : undefined;
    return this.mapElement?.layers.find(knowsHeights);
  }

  #sample(): void {
    this.#stop?.abort();
    const corners = this.#corners;
    this.#marks.show(this.isConnected ? this.mapElement : undefined, corners, (text) => this.say(text));
    const source = this.#heights;
    const places = placesAlong(corners, { spacing: NEAREST, most: MOST });
    this.waits = places.meters.length > 1 && !source?.layerBounds;
    if (!source || this.waits || places.meters.length === 0) return this.#show(undefined);
    const stop = (this.#stop = new AbortController());
    void source.valuesAt(places.coordinates, stop).then(
      (heights) => {
        if (stop.signal.aborted) return;
        this.clearError();
        this.#rows.provenance = { source: source.attribution || source.label };
        this.#show({ ...places, heights });
      },
      (reason: unknown) => {
        if (!isAbort(reason) && !stop.signal.aborted) this.fail(asYztError(reason, 'network', { zh: `<${this.localName}>：高程读取失败。请检查网络后重画。`, en: `<${this.localName}>: the heights could not be read. Check the network and draw again.` }));
      },
    );
  }

  #show(samples: HeightSamples | undefined): void {
    this.samples = samples;
    this.#rows.setTable(sampleTable(samples ?? { coordinates: new Float64Array(0), meters: new Float64Array(0), heights: new Float64Array(0) }));
  }

  readonly #take = (event: Event): void => {
    event.preventDefault();
    const read = typedLine(this.typed);
    if ('places' in read && read.places.length !== 1) this.line = lineWords(read.places);
  };

  /** What is wrong with the words, for the reader. */
  get #wrong(): string {
    const read = typedLine(this.typed);
    if ('wrong' in read) return this.say({ zh: `「${read.wrong.slice(0, 40)}」不是坐标。请写成 120.38 36.07，各点之间用分号。`, en: `“${read.wrong.slice(0, 40)}” is no place. Write 120.38 36.07, with semicolons between places.` });
    return read.places.length === 1 ? this.say({ zh: '至少要两个点。', en: 'A line needs two places.' }) : '';
  }

  #save(samples: HeightSamples): void {
    const sheet = profileSheet(samples, this.label || this.say({ zh: '地形剖面', en: 'Terrain profile' }), this.locale);
    saveFile(csvFile(sheet), fileName(sheet.name, 'csv'));
  }

  #drawingButtons(): TemplateResult {
    const count = this.#drawing.corners.length;
    return html`<p role="status">${this.say({ zh: `在图上沿线点出各点（键盘：移动地图，回车定点），已有 ${count} 个，至少 ${LEAST} 个`, en: `Click the places of the line on the map (keyboard: move the map, Enter sets one); ${count} so far, at least ${LEAST}` })}</p>
      <div class="buttons" part="buttons">
        <button type="button" class="primary" ?disabled=${count < LEAST} @click=${() => this.finish()}>${this.say({ zh: '完成', en: 'Done' })}</button>
        <button type="button" ?disabled=${count === 0} @click=${() => this.#drawing.undo()}>${this.say({ zh: '撤销一个点', en: 'Undo a place' })}</button>
        <button type="button" @click=${() => this.cancel()}>${this.say({ zh: '取消', en: 'Cancel' })}</button>
      </div>`;
  }

  #buttons(): TemplateResult {
    const { samples } = this;
    const wrong = this.#wrong;
    return html`<div class="buttons" part="buttons">
        <button type="button" ?disabled=${!this.mapElement} @click=${() => this.start()}>${this.say({ zh: '在图上画剖面线', en: 'Draw a line' })}</button>
        ${samples ? html`<button type="button" @click=${() => (this.line = '')}>${this.say({ zh: '清除', en: 'Clear' })}</button><button type="button" @click=${() => this.#save(samples)}>${this.say({ zh: '导出 CSV', en: 'Save CSV' })}</button>` : nothing}
      </div>
      <form part="typed" @submit=${this.#take}>
        <label>${this.say({ zh: '或输入各点经纬度，用分号隔开', en: 'Or type longitudes and latitudes, with semicolons' })}
          <textarea rows="2" spellcheck="false" .value=${this.typed} aria-invalid=${wrong ? 'true' : 'false'} @input=${(event: Event) => (this.typed = (event.target as HTMLTextAreaElement).value)}></textarea></label>
        <button type="submit" ?disabled=${wrong !== '' || this.typed.trim() === ''}>${this.say({ zh: '画出剖面', en: 'Show the profile' })}</button>
      </form>
      ${wrong ? html`<p class="wrong" role="status">${wrong}</p>` : nothing}`;
  }

  /** Why there are no heights yet. */
  #waiting(): string {
    const source = this.#heights;
    if (!source) return this.say({ zh: '图上没有高程图层', en: 'The map has no layer of heights' });
    if (source.error) return source.error.in(this.locale);
    return source.isShown ? this.say({ zh: '正在等高程数据…', en: 'Waiting for the heights…' }) : this.say({ zh: `请先打开图层「${source.label}」`, en: `Switch the layer “${source.label}” on first` });
  }

  #result(): TemplateResult | typeof nothing {
    const { samples } = this;
    if (this.error) return html`<p class="wrong" role="alert">${this.error.in(this.locale)}</p>`;
    if (this.waits) return html`<p role="status">${this.#waiting()}</p>`;
    if (!samples) return nothing;
    const gaps = gapsOf(samples);
    if (gaps === samples.heights.length) return html`<p role="status">${this.say({ zh: '这条线上没有高程：线在高程数据之外', en: 'There are no heights on this line: it lies outside of the data' })}</p>`;
    const spacing = formatNumber(samples.spacing, { digits: samples.spacing < 100 ? 1 : 0 });
    return html`<yzt-profile-chart .dataset=${this.#rows} height-field=${HEIGHT} smooth-meters="0" label=${this.label || this.say({ zh: '地形剖面', en: 'Terrain profile' })}></yzt-profile-chart>
      <p class="note" part="note">${this.say({ zh: `沿椭球面最短线至多每 ${spacing} m 取一点，高程按周围四个像元双线性内插`, en: `Heights at most ${spacing} m apart along the shortest line on the ellipsoid, interpolated between four pixels (bilinear)` })}${
        gaps > 0 ? this.say({ zh: `；${gaps} 个点没有高程，取两侧之间的直线`, en: `; ${gaps} places have no height and are drawn straight between their neighbours` }) : ''
      }</p>`;
  }

  override render(): TemplateResult {
    return html`<div part="base">${this.#drawing.isUnderWay ? this.#drawingButtons() : this.#buttons()} ${this.#result()}</div>`;
  }
}
