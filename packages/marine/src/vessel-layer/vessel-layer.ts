import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { parseInstant } from '@yizhangtu/base/dates';
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { DatasetController } from '@yizhangtu/data/link';
import { Dataset, schemaById, type DatasetChange, type DatasetSchema } from '@yizhangtu/data/model';
import { LayerGroupElement } from '@yizhangtu/map/layer-group';
import '@yizhangtu/map/line-layer';
import type { YztMap } from '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import { vesselTrails } from '../calc/vessel-trails.js';
import { latestFixes, momentOf, vesselKeys } from '../calc/vessels.js';
import { groupVessels } from '../data/index.js';
import { VESSEL } from '../data/vessel-schema.js';
import { drawnSchema } from './drawn-schema.js';
import { RowMirror } from './row-mirror.js';
import { trailTable, vesselTable } from './vessel-table.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];
/** Sizes of a hull, CSS px: a sign on a smaller symbol would be left off. */
const [SMALLEST, LARGEST] = [10, 64];
/** Before this zoom level hulls have this part of their size. */
const [NEAR_ZOOM, FAR_PART] = [8, 0.6];
const TRAIL: DatasetSchema = { id: 'marine/trail@1', fields: [{ name: 'look', codes: { scheme: 'vessel-look' } }] };

/** What a table of vessels was made from. */
interface Drawn {
  readonly dataset: Dataset;
  readonly version: number;
  readonly passing: Uint8Array;
  readonly limits: string;
}

/**
 * Vessels from the rows of a dataset, one row a fix: each at its last position that passes the filters, a hull that points where the bow does, coloured by
 * ship type; grey when nothing has been heard of it for a while. What AIS says for «not available» (heading 511, course 360, speed 102.3, status 15,
 * longitude 181, latitude 91) is taken for nothing.
 *
 * The moment is the end of what a time slider chose on the field `time`, else the newest fix. Popups show the cleaned values; what is selected is selected
 * in the dataset too.
 * @tag yzt-vessel-layer
 * @summary 船舶: last positions by AIS, turned to the bow, coloured by type, grey when out of date; played by the time slider.
 */
export class YztVesselLayer extends LayerGroupElement {
  /** The fixes: the id of a `<yzt-dataset>`, or a `Dataset`, of the shape `marine/vessel@1`. */
  @property() override dataset: string | Dataset | undefined;

  /** Address of fixes that only this layer shows: GeoJSON or CSV. Counts only without `dataset`. */
  @property() src?: string;

  /** The moment that is shown, in ISO 8601 (Beijing time where no zone is given), or `now` for the clock. Default: as the time slider chose, else the newest fix. */
  @property() at?: string;

  /** A vessel is grey when its last fix is older than this at the moment, minutes. Default 30. */
  @property({ type: Number, attribute: 'stale-minutes' }) staleMinutes = 30;

  /** A vessel is left out when its last fix is older than this at the moment, hours. Default 24. */
  @property({ type: Number, attribute: 'drop-hours' }) dropHours = 24;

  /** Length of a hull in CSS px from zoom 8 on, 10 to 64; farther away it is six tenths of that, so that a fleet does not become one heap. Default 20. */
  @property({ type: Number }) size = 20;

  /** Each vessel draws a trail of where it was in the last hours before the moment, up to so many. Default 0: none. */
  @property({ type: Number, attribute: 'trail-hours' }) trailHours = 0;

  /** Field whose words stand beside the hulls, such as `name`. */
  @property({ attribute: 'label-field' }) labelField?: string;

  readonly #data = new DatasetController(this, {
    onDataset: (dataset) => this.#describe(dataset),
    onOwnEnd: (error) => (error ? this.fail(error) : this.clearError()),
    onChange: (changes, dataset) => this.#sourceChanged(changes, dataset),
  });
  readonly #vessels = new Dataset();
  readonly #trails = new Dataset(undefined, { schema: TRAIL });
  readonly #mirror = new RowMirror(this.#vessels);
  #drawn?: Drawn;
  #far = false;
  #stop?: (() => void) | undefined;
  #clock?: ReturnType<typeof setInterval> | undefined;

  /** Vessels are one line in lists of layers. */
  override get isOneLayer(): boolean {
    return true;
  }

  override get usualLabel(): Text {
    return { zh: '船舶', en: 'Vessels' };
  }

  /** The vessels as they are drawn, one row each; undefined while there is no data. */
  override get layerDataset(): Dataset | undefined {
    return this.#data.dataset && this.#vessels;
  }

  /** Nothing: hulls and trails are seen together. */
  override keepOne(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#vessels.subscribe(() => this.#mirror.copyChanged());
    this.#followClock();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  /** After the dataset is known, before anything is drawn of it. */
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('at')) this.#followClock();
    this.#draw();
    super.update(changed);
  }

  /** With `at="now"` ages grow by themselves. */
  #followClock(): void {
    const running = this.at === 'now' && this.isConnected;
    if (running) this.#clock ??= setInterval(() => this.requestUpdate(), MINUTE);
    else if (this.#clock !== undefined) {
      clearInterval(this.#clock);
      this.#clock = undefined;
    }
  }

  /** Words for fields whose source has none. */
  #describe(dataset: Dataset | undefined): void {
    if (dataset && !dataset.schema) dataset.schema = schemaById(VESSEL.id);
  }

  #sourceChanged(changes: ReadonlySet<DatasetChange>, dataset: Dataset): void {
    if (changes.has('selection') || changes.has('hover')) this.#mirror.sourceChanged(dataset);
  }

  /** The moment that is shown; undefined without times. */
  #moment(dataset: Dataset): number | undefined {
    if (!this.at) return momentOf(dataset);
    // To the minute, so that an update in between changes nothing.
    const moment = this.at === 'now' ? Math.floor(Date.now() / MINUTE) * MINUTE : parseInstant(this.at, 'shanghai');
    if (!Number.isNaN(moment)) return moment;
    this.#sayBadMoment();
    return momentOf(dataset);
  }

  #sayBadMoment(): void {
    hint(
      'bad-attribute',
      {
        zh: `<${this.localName}>：at="${this.at}" 不是时刻，按数据的时间显示。例：at="2019-08-10T20:00" 或 at="now"。`,
        en: `<${this.localName}>: at="${this.at}" is no instant; the time of the data is taken. Example: at="2019-08-10T20:00" or at="now".`,
      },
      this,
    );
  }

  #draw(): void {
    const dataset = this.#data.dataset;
    if (!dataset) return;
    groupVessels(dataset);
    const [passing, { version }, moment] = [dataset.passing(), dataset, this.#moment(dataset)];
    const limits = `${moment} ${this.staleMinutes} ${this.dropHours} ${this.trailHours}`;
    const drawn = this.#drawn;
    if (drawn?.dataset === dataset && drawn.version === version && drawn.passing === passing && drawn.limits === limits) return;
    this.#drawn = { dataset, version, passing, limits };
    const longest = this.dropHours > 0 ? this.dropHours * HOUR : Infinity;
    this.#put(dataset, latestFixes(dataset, passing, moment === undefined ? undefined : { moment, longest }), moment);
    const trails = this.trailHours > 0 && moment !== undefined ? vesselTrails(dataset, passing, { moment, longest: this.trailHours * HOUR }) : [];
    this.#trails.setTable(trailTable(dataset, trails));
  }

  #put(dataset: Dataset, fixes: ReturnType<typeof latestFixes>, moment: number | undefined): void {
    const keyOf = vesselKeys(dataset);
    const copyOf = new Map(fixes.map(({ row }, at) => [keyOf(row), at]));
    this.#vessels.schema = drawnSchema(dataset.schema);
    this.#vessels.provenance = dataset.provenance;
    this.#vessels.setTable(vesselTable(dataset, fixes, { moment, staleMinutes: this.staleMinutes }));
    this.#mirror.renew(dataset, {
      // Any fix of a vessel stands for it: a row of a table, a point of a chart.
      toCopy: (row) => (row < 0 ? -1 : (copyOf.get(keyOf(row)) ?? -1)),
      toSource: (row) => fixes[row]?.row ?? -1,
    });
  }

  protected override mapChanged(next: YztMap | undefined, previous: YztMap | undefined): void {
    super.mapChanged(next, previous);
    previous?.removeEventListener('yzt-view-change', this.#onView);
    next?.addEventListener('yzt-view-change', this.#onView);
    this.#onView();
  }

  readonly #onView = (): void => {
    const far = (this.mapElement?.zoom ?? NEAR_ZOOM) < NEAR_ZOOM;
    if (far === this.#far) return;
    this.#far = far;
    this.requestUpdate();
  };

  override render(): TemplateResult {
    const label = this.label || this.say(this.usualLabel);
    const size = Math.min(LARGEST, Math.max(SMALLEST, (this.size || 20) * (this.#far ? FAR_PART : 1)));
    return html`<yzt-line-layer .dataset=${this.#trails} label=${this.say({ zh: '航迹', en: 'Trails' })} symbology="class:look" width="1.5" opacity="0.7" no-legend no-hover no-select></yzt-line-layer
      ><yzt-point-layer .dataset=${this.layerDataset} .labelField=${this.labelField} label=${label} symbology="class:look" shape="none" glyph="vessel" size=${Math.round(size)} rotation-field="bowDeg"></yzt-point-layer
      ><slot></slot>`;
  }
}
