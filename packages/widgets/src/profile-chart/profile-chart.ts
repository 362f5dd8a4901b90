import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { hostStyles } from '@yizhangtu/base/styles';
import '@yizhangtu/charts/line-chart';
import { Dataset, type DatasetChange } from '@yizhangtu/data/model';
import { DatasetWidget } from '../shared/dataset-widget.js';
import { badgeStyles, stateStyles } from '../shared/panel.styles.js';
import { exampleBadge, sourceParts } from '../shared/provenance.js';
import { profileChartStyles } from './profile-chart.styles.js';
import { methodWords, placeWords, profileFigures, slopeWords } from './profile-words.js';
import { AT, HEIGHT, placeOfRow, profileProblem, profileSchema, profileTable, rowOfPlace, wayProfile, type WayProfile } from './way-profile.js';

const [SMOOTH, LEAST_RISE] = [100, 3] as const;
const orUsual = (value: number, usual: number): number => (Number.isFinite(value) && value >= 0 ? value : usual);

/**
 * The heights of a way over its length: a race, a trail, a road. It reads the points of the way in their order – the layer `track_points` of a GPX file – and
 * says length, climb and descent, and by which method. The place under the pointer, or the one the arrow keys lead to, is the hovered row of the dataset:
 * a point layer of the same dataset shows it on the map, and a point under the pointer on the map is marked in the chart.
 *
 * Tracks of a file, and the parts of one, follow each other; gaps between them have no length. Filters of the dataset choose among them.
 * @tag yzt-profile-chart
 * @summary Elevation profile of a way, linked to its points on the map.
 * @csspart base - The whole chart.
 * @csspart figures - Length, climb, descent, highest and lowest.
 * @csspart here - The place that is pointed at, in words.
 * @csspart note - How heights were worked out, and where they come from.
 * @cssproperty [--yzt-profile-chart-height=11em] - Least height of the plot.
 */
export class YztProfileChart extends DatasetWidget {
  static override styles = [hostStyles, badgeStyles, stateStyles, profileChartStyles];

  /** Title. */
  @property() label = '';

  /** Field of the heights in metres. */
  @property({ attribute: 'height-field' }) heightField = 'ele';

  /** Heights are averaged over so many metres of the way; 0 for the heights as they are. */
  @property({ type: Number, attribute: 'smooth-meters' }) smoothMeters: number = SMOOTH;

  /** Rises and falls of less than so many metres between two turns do not count towards climb and descent. */
  @property({ type: Number, attribute: 'least-rise' }) leastRise: number = LEAST_RISE;

  readonly #places = new Dataset();
  #profile?: WayProfile | undefined;
  #made: readonly unknown[] = [];
  #end?: (() => void) | undefined;

  /** Length, climb and descent in metres; undefined as long as there is no profile. */
  get profile(): WayProfile | undefined {
    return this.#profile;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#end = this.#places.subscribe((changes) => changes.has('hover') && this.#placeHovered());
  }

  override disconnectedCallback(): void {
    this.#end?.();
    this.#places.setHover(-1);
    super.disconnectedCallback();
  }

  protected override datasetChanged(changes: ReadonlySet<DatasetChange>): void {
    if (!changes.has('hover')) return;
    this.#rowHovered();
    this.requestUpdate();
  }

  /** After the dataset is known, before anything is drawn of it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#follow();
    super.update(changed);
  }

  #follow(): void {
    const { dataset } = this.data;
    const [smoothMeters, leastRise] = [orUsual(this.smoothMeters, SMOOTH), orUsual(this.leastRise, LEAST_RISE)];
    const made = [dataset, dataset?.version, dataset?.passing(), this.heightField, smoothMeters, leastRise];
    if (made.every((one, at) => one === this.#made[at])) return;
    this.#made = made;
    this.#profile = dataset && wayProfile(dataset, this.heightField, { smoothMeters, leastRise });
    if (dataset && dataset.rowCount > 0) this.#judge(dataset);
    this.#places.schema = profileSchema(this.#profile?.unitMeters ?? 1);
    this.#places.setTable(profileTable(this.#profile));
  }

  /** Says what is wrong with the data, once for each. */
  #judge(dataset: Dataset): void {
    const problem = profileProblem(dataset, this.heightField);
    this.clearError();
    if (problem === 'no-points')
      this.fail(
        new YztError('bad-argument', {
          zh: `<${this.localName}>：数据不是点。剖面要按顺序排列的点；GPX 文件请在 <yzt-dataset> 上写 layer="track_points"。`,
          en: `<${this.localName}>: the data are no points. A profile needs the points of the way in order; for a GPX file write layer="track_points" on <yzt-dataset>.`,
        }),
      );
    if (problem === 'no-heights') {
      const field = this.heightField.slice(0, 80);
      this.fail(
        new YztError('unknown-field', {
          zh: `<${this.localName} height-field="${field}">：没有数字字段「${field}」。请写高程所在的字段（米）。`,
          en: `<${this.localName} height-field="${field}">: there is no number field "${field}". Name the field with the heights in metres.`,
        }),
      );
    }
  }

  /** A place of the chart is pointed at: its row is the hovered one. */
  #placeHovered(): void {
    const [profile, { dataset }] = [this.#profile, this.data];
    const { hover } = this.#places;
    // Several rows share a place: the one another view has chosen stays.
    if (!profile || !dataset || placeOfRow(profile, dataset.hover) === hover) return;
    dataset.setHover(rowOfPlace(profile, hover));
    this.requestUpdate();
  }

  #rowHovered(): void {
    const [profile, { dataset }] = [this.#profile, this.data];
    if (profile && dataset) this.#places.setHover(placeOfRow(profile, dataset.hover));
  }

  readonly #note = (at: number | string): string | undefined => {
    const { places = [], unitMeters = 1, length = 1 } = this.#profile ?? {};
    const here = places[Math.round(((Number(at) * unitMeters) / length) * (places.length - 1))];
    return here && this.say(slopeWords(here.slope));
  };

  #footer(dataset: Dataset, say: (text: Text) => string): TemplateResult {
    const method = say(methodWords(orUsual(this.smoothMeters, SMOOTH), orUsual(this.leastRise, LEAST_RISE)));
    return html`<p class="note" part="note">${exampleBadge([dataset], say)} ${[method, ...sourceParts(dataset.provenance, say)].join(' · ')}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(5);
    const { dataset } = this.data;
    if (instead !== undefined || !dataset) return instead ?? nothing;
    const say = (text: Text): string => this.say(text);
    if (this.error) return html`<p class="notice" role="alert">${this.error.in(this.locale)}</p>`;
    const profile = this.#profile;
    if (!profile) return html`<p class="empty">${say({ zh: '没有可画的线路', en: 'No way to draw' })}</p>`;
    const label = this.label || say({ zh: '高程剖面', en: 'Elevation profile' });
    const axis = profile.unitMeters === 1 ? 'm' : 'km';
    const title = say({ zh: `${label} · 横轴 ${axis}`, en: `${label} · over ${axis}` });
    // Filled down to 0 where that leaves the shape enough room.
    const filled = profile.lowest >= 0 && profile.lowest < profile.highest - profile.lowest;
    return html`<div part="base" role="group" aria-label=${label}>
      <dl part="figures">${profileFigures(profile).map((one) => html`<div><dt>${say(one.label)}</dt><dd>${one.value}</dd></div>`)}</dl>
      <yzt-line-chart .dataset=${this.#places} .placeNote=${this.#note} place-note-label=${say({ zh: '坡度', en: 'Slope' })} group-by=${AT} measure="max:${HEIGHT}" label=${title} unit="m" digits="1"
        layout=${filled ? 'area' : 'lines'} extremes="ends" no-source no-brush></yzt-line-chart>
      <p class="here" part="here">${placeWords(profile, this.#places.hover, this.locale) || say({ zh: '指向剖面，或用方向键沿线移动', en: 'Point at the profile, or move along it with the arrow keys' })}</p>
      ${this.#footer(dataset, say)}
    </div>`;
  }
}
