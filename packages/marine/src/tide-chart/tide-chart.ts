import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { parseInstant, shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { asYztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import { hostStyles } from '@yizhangtu/base/styles';
import '@yizhangtu/charts/line-chart';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';
import { badgeStyles, DatasetWidget, exampleBadge, sourceParts, stateStyles } from '@yizhangtu/widgets/shared';
import type { TideLevel } from '../tide/predict-tide.js';
import { tideChartStyles } from './tide-chart.styles.js';
import { tideStation, type TideStation } from './tide-station.js';

const DAY = 86_400_000;
const [LEAST_DAYS, MOST_DAYS] = [1, 31];
/** Minutes between two levels. */
const STEP = 10;

/**
 * The astronomical tide of a station from its harmonic constituents, with high and low waters written and the 警戒潮位 of the station as lines. Levels are over
 * the zero of the station's gauge, in cm. Weather is not in it: a surge comes on top.
 * @tag yzt-tide-chart
 * @summary 潮位: predicted tide of a station against its four warning levels.
 * @csspart note - The sentence about what is shown and where it comes from.
 */
export class YztTideChart extends DatasetWidget {
  static override styles = [hostStyles, badgeStyles, stateStyles, tideChartStyles];

  /** Id of the station. Default: the first of the data. */
  @property() station?: string;

  /** First day, ISO 8601; Asia/Shanghai where no zone is given. Default: today. */
  @property() from?: string;

  /** Days that are shown, 1 to 31. */
  @property({ type: Number }) days = 3;

  /** Lines in words, in place of the warning levels of the data: `蓝色警戒=430:blue; 红色警戒=520:red`. */
  @property() thresholds?: string;

  /** Title. Default: the name of the station. */
  @property() label?: string;

  @state() private levels: readonly TideLevel[] = [];
  #station?: TideStation | undefined;
  #asked = '';

  /** The station is one of all, filtered or not. */
  protected override rowsNeeded(): RowsNeed {
    return { beyond: 'all' };
  }

  /** After the dataset is known, before anything is drawn of it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#follow();
    super.update(changed);
  }

  #follow(): void {
    const { dataset } = this.data;
    this.#station = dataset && dataset.rowCount > 0 ? tideStation(dataset, this.station) : undefined;
    const { id } = this.#station ?? {};
    const [from, days] = [this.#from, this.#days];
    const asked = [id, dataset?.version, from, days].join();
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (this.#station) void this.#predict(this.#station, from, from + days * DAY, asked);
    else this.levels = [];
  }

  get #days(): number {
    return Math.min(MOST_DAYS, Math.max(LEAST_DAYS, Math.round(this.days) || LEAST_DAYS));
  }

  get #from(): number {
    const given = this.from ? parseInstant(this.from, 'shanghai') : Number.NaN;
    if (Number.isFinite(given)) return given;
    const { year, month, day } = shanghaiParts(Date.now());
    return shanghaiInstant(year, month, day);
  }

  /** The maths come when they are first needed. */
  async #predict(station: TideStation, from: number, to: number, asked: string): Promise<void> {
    try {
      const { tideLevels, unknownConstituents } = await import('../tide/predict-tide.js');
      if (asked !== this.#asked) return;
      this.#sayUnknown(unknownConstituents(station.constituents));
      this.levels = tideLevels(station.constituents, { from, to, step: STEP, meanLevel: station.meanLevel });
      this.clearError();
    } catch (reason) {
      this.fail(
        asYztError(reason, 'network', {
          zh: `<${this.localName}>：潮汐计算的代码加载失败，请检查网络，以及脚本旁的文件是否齐全。`,
          en: `<${this.localName}>: the code of tides did not load. Check the network, and that all files beside the script are there.`,
        }),
      );
    }
  }

  #sayUnknown(names: readonly string[]): void {
    if (names.length === 0) return;
    hint(
      'bad-argument',
      {
        zh: `<${this.localName}>：不认识分潮 ${names.join('、')}，未计入潮位。`,
        en: `<${this.localName}>: constituents ${names.join(', ')} are not known and left out of the tide.`,
      },
      this,
    );
  }

  #note(station: TideStation): TemplateResult {
    const { dataset } = this.data;
    const zero = this.say({ zh: '天文潮，不含风暴增水；自水尺零点起', en: 'Astronomical tide without surge, over the zero of the gauge' });
    const source = dataset ? sourceParts(dataset.provenance, (text) => this.say(text)) : [];
    const count = this.say({ zh: `${station.constituents.length} 个分潮`, en: `${station.constituents.length} constituents` });
    return html`<p class="note" part="note">${exampleBadge([dataset], (text) => this.say(text))} ${[zero, ...this.#warned(station), count, ...source].join(' · ')}</p>`;
  }

  /** Where the lines come from, or why there are none. Lines of the page are the page's to explain. */
  #warned({ warnSource: source }: TideStation): readonly string[] {
    if (this.thresholds) return [];
    if (source === undefined) return [this.say({ zh: '数据没有该站的警戒潮位，未画警戒线', en: 'No warning levels of this station in the data, so no lines' })];
    if (source === 'unnamed') return [this.say({ zh: '警戒潮位未注明来源', en: 'Warning levels without a source' })];
    return [this.say({ zh: `警戒潮位：${source}`, en: `Warning levels: ${source}` })];
  }

  override render(): TemplateResult | typeof nothing {
    const instead = this.renderState(4);
    if (instead !== undefined) return instead;
    if (this.error) return html`<p class="notice" role="alert">${this.error.in(this.locale)}</p>`;
    const station = this.#station;
    if (!station) return html`<p class="empty">${this.say({ zh: '没有这个潮位站的调和常数', en: 'No constituents of this station' })}</p>`;
    const name = this.locale === 'en' ? station.nameEn : station.name;
    const label = this.label ?? this.say({ zh: `${name}潮位`, en: `Tide at ${name}` });
    return html`<yzt-line-chart
        .data=${this.levels.map(({ time, level }) => ({ key: time, value: level }))}
        bin="minute:10"
        label=${label}
        unit="cm"
        digits="0"
        extremes="turns"
        thresholds=${this.thresholds || station.warnings(this.locale) || nothing}
        no-source
        no-brush
      ></yzt-line-chart
      >${this.#note(station)}`;
  }
}
