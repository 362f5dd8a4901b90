import { isAbort } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import type { LayerElement } from '@yizhangtu/map/layer';
import type * as answers from './popup-answers.js';

/** After this time without an answer the reader is told that services are asked. */
const PATIENCE_MS = 400;

let loaded: typeof answers | undefined;

/** What to do with answers: that of a popup. */
export interface AskingHost {
  /** Shows answers; none closes what is shown. */
  show(answers: readonly answers.LayerAnswer[], lonLat: readonly [number, number]): void;
  /** Says a sentence to people who use a screen reader. */
  say(text: Text): void;
}

/** The code that shows answers; undefined before the first question. */
export function answerModule(): typeof answers | undefined {
  return loaded;
}

/** Asks the services behind layers what is at a place: one question at a time, the last one counts. */
export class PopupAsking {
  readonly #host: AskingHost;
  #stop?: AbortController;

  constructor(host: AskingHost) {
    this.#host = host;
  }

  /** Ends the question that is under way. */
  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  /** @param layers Bottom first; the top layer's answers come first. */
  ask(layers: readonly LayerElement[], lonLat: readonly [number, number]): void {
    this.stop();
    const stop = new AbortController();
    const asked: answers.Asked[] = [];
    for (const layer of layers) {
      const coming = layer.isShown ? layer.identifyAt(lonLat, { signal: stop.signal }) : undefined;
      if (coming) asked.unshift({ layer, coming });
    }
    if (asked.length === 0) return;
    this.#stop = stop;
    void this.#answer(asked, lonLat, stop.signal);
  }

  async #answer(asked: readonly answers.Asked[], lonLat: readonly [number, number], signal: AbortSignal): Promise<void> {
    // In a microtask: in the place of what the map says of a click that meets no feature.
    queueMicrotask(() => this.#host.say({ zh: '正在查询…', en: 'Asking…' }));
    const [{ layer }] = asked as [answers.Asked];
    const patience = setTimeout(() => loaded && this.#host.show([{ layer, lonLat }], lonLat), PATIENCE_MS);
    signal.addEventListener('abort', () => clearTimeout(patience));
    try {
      loaded ??= await import('./popup-answers.js');
      const found = await loaded.answersOf(asked, lonLat);
      clearTimeout(patience);
      if (signal.aborted) return;
      this.#host.show(found, lonLat);
      if (found.length === 0) this.#host.say({ zh: '此处没有要素', en: 'Nothing here' });
    } catch (reason) {
      clearTimeout(patience);
      // Ended by a later click, which shows its own answers.
      if (!isAbort(reason)) throw reason;
    }
  }
}
