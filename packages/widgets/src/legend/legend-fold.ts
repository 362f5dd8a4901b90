import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Part of the map that a legend may cover before it folds by itself, and the part below which it unfolds again. */
const [FOLD_ABOVE, UNFOLD_BELOW] = [1 / 8, 1 / 9];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether a legend of a size is folded over a map of a size. A little slack keeps it from going to and fro. */
export function foldsOver(legend: Size, map: Size, folded: boolean): boolean {
  const room = map.width * map.height;
  if (room <= 0) return folded;
  return (legend.width * legend.height) / room > (folded ? UNFOLD_BELOW : FOLD_ABOVE);
}

/** What the controller reads and sets of its legend. */
interface FoldHost extends ReactiveControllerHost {
  readonly collapsible: boolean;
  collapsed: boolean;
  readonly mapElement: HTMLElement | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Folds a legend that covers too much of its map – small map, large type – until somebody has decided. */
export class LegendFold implements ReactiveController {
  readonly #host: FoldHost;
  readonly #sizes = new ResizeObserver(() => this.#soon());
  #observed: readonly Element[] = [];
  #frame = 0;
  /** What was decided here last; anything else on the host is somebody's wish. */
  #own = false;
  #wished = false;

  constructor(host: FoldHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#host.collapsed !== this.#own) this.#wished = true;
  }

  hostUpdated(): void {
    const list = this.#host.renderRoot.querySelector('.base');
    const map = this.#host.mapElement;
    const wanted = this.#host.collapsible && !this.#wished && list && map ? [list, map] : [];
    if (wanted.length === this.#observed.length && wanted.every((element, index) => element === this.#observed[index])) return;
    this.#sizes.disconnect();
    for (const element of wanted) this.#sizes.observe(element);
    this.#observed = wanted;
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#sizes.disconnect();
    this.#observed = [];
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** In a frame of its own: a size that changes while sizes are told would be told in the same breath. */
  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#decide());
  }

  #decide(): void {
    const [list, map] = this.#observed;
    if (this.#wished || !list || !map || list.scrollHeight === 0) return;
    const legend = { width: list.scrollWidth, height: list.scrollHeight };
    this.#own = foldsOver(legend, { width: map.clientWidth, height: map.clientHeight }, this.#host.collapsed);
    this.#host.collapsed = this.#own;
  }
}
