/** What a timeline shows, worked out in slices where there are very many rows. */
import { asYztError, type YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { SlicedWork } from '@yizhangtu/data/link';
import { rowsAreHere, type Dataset } from '@yizhangtu/data/model';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import type { ReactiveControllerHost } from 'lit';
import { StepsMemo } from '../chart/steps-memo.js';
import type * as far from './far-timeline.js';
import { eventSteps, timeOrderSteps, type TimelineEvents } from './timeline-events.js';
import { rowMarkSteps } from './timeline-marks-at.js';
import { timelineSteps, type TimelineInput, type TimelineScene } from './timeline-scene.js';
import { eventName, laneWords, type TimelineWords } from './timeline-words.js';

/** Events and where they stand. */
export interface TimelinePicture {
  readonly events: TimelineEvents;
  /** undefined before the first layout, and without events. */
  readonly scene: TimelineScene | undefined;
  /** The height it needs at least, px. */
  readonly least: number;
  /** Number of the mark of each row, −1 for none; undefined where nobody looks for rows. */
  readonly markOfRow?: Int32Array | undefined;
}

/** What a picture is of. */
export interface TimelineNeed extends Omit<TimelineWords, 'events'>, Omit<TimelineInput, 'events' | 'names' | 'nameOf'> {
  /** Lanes at most. */
  readonly limit: number;
  /** Words of the colours, of which those that are fields are read of rows elsewhere. */
  readonly symbology: string | undefined;
  /** Marks are looked for by their rows: some are selected or under the pointer. */
  readonly sought: boolean;
}

const NO_CODE: Text = { zh: '没有读到时间线的一部分。请检查网络后刷新页面。', en: 'A part of the timeline could not be read. Check the network and load the page again.' };

/** The picture of the last of many needs. */
export class TimelinePictures {
  readonly #work: SlicedWork<TimelinePicture>;
  readonly #ordered = new StepsMemo<Uint32Array>();
  readonly #events = new StepsMemo<TimelineEvents>();
  readonly #lowest = new StepsMemo<TimelineScene>();
  readonly #scene = new StepsMemo<TimelineScene>();
  readonly #rowMarks = new StepsMemo<Int32Array>();
  readonly #host: ReactiveControllerHost & Element;
  #need: TimelineNeed | undefined;
  #far: far.FarTimeline | undefined;
  #code: typeof far | undefined;
  #coming: Promise<void> | undefined;
  #failed: YztError | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#work = new SlicedWork(host, () => this.#far?.stale === true || (this.#need !== undefined && rowsAreHere(this.#need.dataset) && this.#need.dataset.filtering !== undefined));
  }

  /** True while a picture is under way. */
  get pending(): boolean {
    return this.#work.pending || (this.#away && this.error === undefined && (!this.#far || this.#far.waiting));
  }

  /** Why a server has told no events. */
  get error(): YztError | undefined {
    return this.#away ? (this.#failed ?? this.#far?.error) : undefined;
  }

  /** The words of what a server has counted, once its code is here. */
  get words(): typeof far | undefined {
    return this.#code;
  }

  get #away(): boolean {
    return this.#need !== undefined && !rowsAreHere(this.#need.dataset);
  }

  /** Resolves when the last picture is there. */
  done(): Promise<void> {
    return this.#work.done();
  }

  /** The picture; undefined before the first, and for no need. */
  of(need: TimelineNeed | undefined): TimelinePicture | undefined {
    this.#need = need;
    if (!need || rowsAreHere(need.dataset)) this.#far?.forget();
    if (!need) {
      this.#work.forget();
      return undefined;
    }
    const { dataset, timeField, endField, laneField, labelField, limit, sought, width, height, fontSize, locale } = need;
    const shown = [width, fontSize, locale, labelField, dataset.schema];
    if (!rowsAreHere(dataset)) {
      const events = this.#farEvents(need);
      return events && this.#work.of([dataset, timeField], [events, ...shown, height, sought], false, () => this.#placed(need, events, shown));
    }
    const mask = dataset.passing([timeField]);
    const about = [dataset.version, mask, endField, laneField, limit];
    return this.#work.of([dataset, timeField], [...about, ...shown, height, sought], dataset.rowCount >= SLICED_FROM, () => this.#steps(need, dataset, mask, about, shown));
  }

  /** Their code comes with the first dataset of that kind. */
  #farEvents({ dataset, timeField, endField, laneField, labelField, limit, symbology = '' }: TimelineNeed): TimelineEvents | undefined {
    if (!this.#coming) this.#coming = import('./far-timeline.js')
      .then((code) => {
        this.#code = code;
        this.#far = new code.FarTimeline(() => this.#host.requestUpdate());
      })
      .catch((reason: unknown) => void (this.#failed = asYztError(reason, 'network', NO_CODE)))
      .then(() => this.#host.requestUpdate());
    const fields = [timeField, endField, laneField, labelField, ...symbology.split(':').slice(1, 3)].filter((field): field is string => !!field);
    return dataset.columns.length > 0 ? this.#far?.of({ dataset, timeField, endField, laneField, limit, fields: [...new Set(fields)] }) : undefined;
  }

  *#steps(need: TimelineNeed, dataset: Dataset, mask: Uint8Array, about: readonly unknown[], shown: readonly unknown[]): Steps<TimelinePicture> {
    const { timeField: time, endField: end, laneField: lane, limit } = need;
    const order = yield* this.#ordered.of([dataset, dataset.version, time], () => timeOrderSteps(dataset, time));
    const events = yield* this.#events.of([dataset, time, ...about], () => eventSteps(dataset, { time, end, lane, limit }, order, mask));
    return yield* this.#placed(need, events, shown);
  }

  *#placed(need: TimelineNeed, events: TimelineEvents, shown: readonly unknown[]): Steps<TimelinePicture> {
    const { laneField: lane, width, height } = need;
    if (events.starts.length === 0 || width === 0) return { events, scene: undefined, least: 0 };
    const words: TimelineWords = { ...need, events };
    const names = lane ? events.lanes.map((one) => laneWords(words, one)) : [];
    const at = (room: number): Steps<TimelineScene> => timelineSteps({ ...need, height: room, events, names, nameOf: (event) => (events.counted ? '' : eventName(words, event)) });
    // The height it needs at least is known before the height that is there.
    const { strip, ticks, small } = yield* this.#lowest.of([events, ...shown], () => at(0));
    const least = Math.ceil(strip.bottom + (ticks.some(({ part }) => part !== undefined) ? 2 : 1) * small * 1.4 + 8);
    const scene = yield* this.#scene.of([events, ...shown, height], () => at(Math.max(height, least)));
    return { events, least, scene, markOfRow: need.sought ? yield* this.#rowMarks.of([scene], () => rowMarkSteps(scene.marks, events)) : undefined };
  }
}
