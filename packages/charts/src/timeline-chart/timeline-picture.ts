/** What a timeline shows, worked out in slices where there are very many rows. */
import { SlicedWork } from '@yizhangtu/data/link';
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import type { ReactiveControllerHost } from 'lit';
import { StepsMemo } from '../chart/steps-memo.js';
import { eventSteps, timeOrderSteps, type TimelineEvents } from './timeline-events.js';
import { timelineSteps, type TimelineInput, type TimelineScene } from './timeline-scene.js';
import { eventName, laneWords, type TimelineWords } from './timeline-words.js';

/** Events and where they stand. */
export interface TimelinePicture {
  readonly events: TimelineEvents;
  /** undefined before the first layout, and without events. */
  readonly scene: TimelineScene | undefined;
  /** The height it needs at least, px. */
  readonly least: number;
}

/** What a picture is of. */
export interface TimelineNeed extends Omit<TimelineWords, 'events'>, Omit<TimelineInput, 'events' | 'names' | 'nameOf'> {
  /** Lanes at most. */
  readonly limit: number;
}

/** The picture of the last of many needs. */
export class TimelinePictures {
  readonly #work: SlicedWork<TimelinePicture>;
  readonly #ordered = new StepsMemo<Uint32Array>();
  readonly #events = new StepsMemo<TimelineEvents>();
  readonly #lowest = new StepsMemo<TimelineScene>();
  readonly #scene = new StepsMemo<TimelineScene>();
  #need: TimelineNeed | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#work = new SlicedWork(host, () => this.#need?.dataset.filtering !== undefined);
  }

  /** True while a picture is under way. */
  get pending(): boolean {
    return this.#work.pending;
  }

  /** Resolves when the last picture is there. */
  done(): Promise<void> {
    return this.#work.done();
  }

  /** The picture; undefined before the first, and for no need. */
  of(need: TimelineNeed | undefined): TimelinePicture | undefined {
    this.#need = need;
    if (!need) {
      this.#work.forget();
      return undefined;
    }
    const { dataset, timeField, endField, laneField, labelField, limit, width, height, fontSize, locale } = need;
    const mask = dataset.passing([timeField]);
    const about = [dataset.version, mask, endField, laneField, limit];
    const shown = [width, fontSize, locale, labelField, dataset.schema];
    return this.#work.of([dataset, timeField], [...about, ...shown, height], dataset.rowCount >= SLICED_FROM, () => this.#steps(need, mask, about, shown));
  }

  *#steps(need: TimelineNeed, mask: Uint8Array, about: readonly unknown[], shown: readonly unknown[]): Steps<TimelinePicture> {
    const { dataset, timeField: time, endField: end, laneField: lane, limit, width, height } = need;
    const order = yield* this.#ordered.of([dataset, dataset.version, time], () => timeOrderSteps(dataset, time));
    const events = yield* this.#events.of([dataset, time, ...about], () => eventSteps(dataset, { time, end, lane, limit }, order, mask));
    if (events.rows.length === 0 || width === 0) return { events, scene: undefined, least: 0 };
    const words: TimelineWords = { ...need, events };
    const names = lane ? events.lanes.map((one) => laneWords(words, one)) : [];
    const at = (room: number): Steps<TimelineScene> => timelineSteps({ ...need, height: room, events, names, nameOf: (event) => eventName(words, event) });
    // The height it needs at least is known before the height that is there.
    const { strip, ticks, small } = yield* this.#lowest.of([events, ...shown], () => at(0));
    const least = Math.ceil(strip.bottom + (ticks.some(({ part }) => part !== undefined) ? 2 : 1) * small * 1.4 + 8);
    return { events, least, scene: yield* this.#scene.of([events, ...shown, height], () => at(Math.max(height, least))) };
  }
}
